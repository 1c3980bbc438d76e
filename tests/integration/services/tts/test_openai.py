"""The official `openai` client, unchanged."""

import io

import openai
import pytest
import soundfile

from tests.integration.services.tts.conftest import EN, KO, Server


@pytest.fixture
def client(tts: Server) -> openai.OpenAI:
    return openai.OpenAI(base_url=tts.url + "/v1", api_key="none", max_retries=0)


@pytest.mark.parametrize("format_", ["mp3", "opus", "flac", "wav"])
def test_speech_in_every_format(client: openai.OpenAI, format_: str) -> None:
    answer = client.audio.speech.create(model="tts-1", voice="alloy", input=EN, response_format=format_)  # type: ignore[arg-type]
    info = soundfile.info(io.BytesIO(_with_length(answer.content))) if format_ != "flac" else None
    assert len(answer.content) > 5000
    assert info is None or info.duration > 1
    assert answer.content[:4] == {"opus": b"OggS", "flac": b"fLaC", "wav": b"RIFF"}.get(format_, answer.content[:4])


def _with_length(raw: bytes) -> bytes:
    size = len(raw) - 44
    return raw[:40] + size.to_bytes(4, "little") + raw[44:] if raw[:4] == b"RIFF" else raw


def test_mp3_is_their_default_and_aac_works(client: openai.OpenAI) -> None:
    default = client.audio.speech.create(model="gpt-4o-mini-tts", voice="nova", input=KO)
    assert default.response.headers["content-type"] == "audio/mpeg"
    aac = client.audio.speech.create(model="tts-1", voice="nova", input=KO, response_format="aac")
    assert aac.content[:1] == b"\xff"


def test_pcm_is_24_kilohertz_like_theirs(client: openai.OpenAI) -> None:
    answer = client.audio.speech.create(model="tts-1", voice="alloy", input="물을 끓이세요.", response_format="pcm")
    assert answer.response.headers["x-sample-rate"] == "24000"
    assert len(answer.content) % 2 == 0


def test_streaming_gives_the_same_bytes(client: openai.OpenAI) -> None:
    wish = {"model": "tts-1", "voice": "alloy", "input": KO + " 둘째 문장입니다.", "response_format": "pcm"}
    whole = client.audio.speech.create(**wish).content
    with client.audio.speech.with_streaming_response.create(**wish) as answer:
        assert b"".join(answer.iter_bytes()) == whole


def test_events(tts: Server) -> None:
    import base64
    import json

    body = {
        "model": "tts-1",
        "voice": "alloy",
        "input": "간장을 두 큰술 넣으세요. 잘 저어요.",
        "response_format": "pcm",
    }
    plain = tts.post("/v1/audio/speech", **body).content
    answer = tts.post("/v1/audio/speech", **{**body, "input": body["input"] + " 끝!"}, stream_format="sse")
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [json.loads(line.removeprefix("data: ")) for line in answer.text.split("\n\n") if line]
    assert {event["type"] for event in events[:-1]} == {"speech.audio.delta"}
    assert events[-1]["type"] == "speech.audio.done"
    assert set(events[-1]["usage"]) == {"input_tokens", "output_tokens", "total_tokens"}
    sound = b"".join(base64.b64decode(event["audio"]) for event in events[:-1])
    assert sound[: len(plain) // 2] == plain[: len(plain) // 2]


def test_a_voice_of_ours_by_name_or_id(client: openai.OpenAI) -> None:
    answer = client.audio.speech.create(
        model="espeak-ng", voice="espeak-en-gb", input="Stir it.", response_format="pcm"
    )
    assert answer.response.headers["x-voice"] == "espeak-en-gb"
    by_id = client.audio.speech.create(
        model="tts-1", voice={"id": "espeak-en-gb"}, input="Stir it.", response_format="pcm"
    )  # type: ignore[arg-type]
    assert by_id.content == answer.content


def test_their_client_understands_our_errors(client: openai.OpenAI, tts: Server) -> None:
    with pytest.raises(openai.NotFoundError) as voice:
        client.audio.speech.create(model="tts-1", voice="nobody", input="안녕")
    assert voice.value.body["code"] == "unknown_voice"  # type: ignore[index,call-overload]
    with pytest.raises(openai.NotFoundError):
        client.audio.speech.create(model="davinci", voice="alloy", input="안녕")
    with pytest.raises(openai.UnprocessableEntityError):
        client.audio.speech.create(model="tts-1", voice="alloy", input="")
    with pytest.raises(openai.UnprocessableEntityError):
        client.audio.speech.create(model="tts-1", voice="alloy", input="안녕", speed=9)
    with pytest.raises(openai.UnprocessableEntityError):
        client.audio.speech.create(model="tts-1", voice="alloy", input="가" * 4097)
    assert tts.post("/v1/audio/speech", model="tts-1", voice=7, input="안녕").status_code == 422


def test_the_models_are_listed(client: openai.OpenAI) -> None:
    assert {"tts-1", "espeak-ng"} <= {model.id for model in client.models.list()}
