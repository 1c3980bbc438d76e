"""OpenAI's own client, unchanged, against this server."""

import httpx
import openai
import pytest

from benchmarks.stt_voices import wav
from tests.integration.services.stt.conftest import Server, said

KOREAN = "간장 얼마나 넣어"
ENGLISH = "how much soy sauce"


@pytest.fixture
def client(whisper: Server) -> openai.OpenAI:
    return openai.OpenAI(base_url=whisper.url + "/v1", api_key="none", max_retries=0)


def sound(text: str, voice: str) -> tuple[str, bytes, str]:
    return ("said.wav", wav(said(text, voice)), "audio/wav")


def test_json(client: openai.OpenAI) -> None:
    heard = client.audio.transcriptions.create(model="whisper-1", file=sound(KOREAN, "ko"))
    assert heard.text == KOREAN
    assert heard.usage is not None
    assert heard.usage.type == "duration"


def test_a_language_hint(client: openai.OpenAI) -> None:
    heard = client.audio.transcriptions.create(
        model="gpt-4o-transcribe", file=sound(ENGLISH, "en-us"), language="en", temperature=0
    )
    assert heard.text == ENGLISH
    with pytest.raises(openai.UnprocessableEntityError, match="Korean"):
        client.audio.transcriptions.create(model="whisper-1", file=sound(ENGLISH, "en-us"), language="fr")


@pytest.mark.parametrize(("form", "expected"), [("text", ENGLISH), ("srt", "-->"), ("vtt", "WEBVTT")])
def test_text_formats(client: openai.OpenAI, form: str, expected: str) -> None:
    heard = client.audio.transcriptions.create(
        model="whisper-1",
        file=sound(ENGLISH, "en-us"),
        response_format=form,  # type: ignore[call-overload]
    )
    assert expected in heard
    assert ENGLISH in heard


@pytest.mark.parametrize("wanted", [["word"], ["segment"], ["word", "segment"]])
def test_verbose_json_with_times(client: openai.OpenAI, wanted: list[str]) -> None:
    heard = client.audio.transcriptions.create(
        model="whisper-1",
        file=sound(ENGLISH, "en-us"),
        response_format="verbose_json",
        timestamp_granularities=wanted,  # type: ignore[arg-type]
    )
    assert (heard.text, heard.language) == (ENGLISH, "english")
    assert isinstance(heard.duration, float)
    assert bool(heard.words) == ("word" in wanted)
    assert bool(heard.segments) == ("segment" in wanted)


def test_streaming(client: openai.OpenAI) -> None:
    events = list(client.audio.transcriptions.create(model="whisper-1", file=sound(KOREAN, "ko"), stream=True))
    assert [event.type for event in events] == ["transcript.text.delta", "transcript.text.done"]
    assert events[-1].text == KOREAN  # type: ignore[union-attr]
    assert "".join(event.delta for event in events if event.type == "transcript.text.delta") == KOREAN


def test_both_spellings_of_lists(whisper: Server) -> None:
    for name in ("timestamp_granularities", "timestamp_granularities[]"):
        answer = httpx.post(
            whisper.url + "/v1/audio/transcriptions",
            files={"file": sound(ENGLISH, "en-us")},
            data={
                "model": "x",
                "response_format": "verbose_json",
                name: "word",
                "languages[]": "en",
            },
            timeout=60,
        )
        assert answer.json()["words"]


def test_keywords_and_prompts_are_taken(client: openai.OpenAI) -> None:
    # The little model was never trained with text before it and may write anything; real ones were.
    heard = client.audio.transcriptions.create(
        model="whisper-1", file=sound(ENGLISH, "en-us"), prompt="a recipe", extra_body={"keywords": "soy sauce"}
    )
    assert isinstance(heard.text, str)


def test_silence_is_an_empty_transcript_and_not_an_error(client: openai.OpenAI) -> None:
    import numpy as np

    quiet = ("quiet.wav", wav(np.zeros(16_000, np.float32)), "audio/wav")
    assert client.audio.transcriptions.create(model="whisper-1", file=quiet).text == ""


def test_errors_are_those_the_client_knows(client: openai.OpenAI) -> None:
    with pytest.raises(openai.APIStatusError) as refused:
        client.audio.transcriptions.create(model="whisper-1", file=("x.wav", b"nonsense", "audio/wav"))
    assert refused.value.status_code == 415
    with pytest.raises(openai.UnprocessableEntityError):
        client.audio.transcriptions.create(
            model="whisper-1",
            file=sound(ENGLISH, "en-us"),
            response_format="diarized_json",  # type: ignore[call-overload]
        )


def test_models(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["whisper-fixture"]


@pytest.mark.parametrize("strategy", ["auto", {"type": "server_vad", "silence_duration_ms": 300}])
def test_a_chunking_strategy_is_accepted(client: openai.OpenAI, strategy: object) -> None:
    heard = client.audio.transcriptions.create(
        model="gpt-4o-transcribe",
        file=sound(KOREAN, "ko"),
        chunking_strategy=strategy,  # type: ignore[call-overload]
    )
    assert heard.text == KOREAN
