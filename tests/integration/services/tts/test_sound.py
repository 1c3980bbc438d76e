"""Audio is checked as audio: by decoders other than our encoders, and by what is in it."""

import io
import json

import httpx
import numpy as np
import pytest
import soundfile

from tests.integration.services.tts.conftest import EN, KO, Server

FORMATS = ["wav", "flac", "mp3", "opus"]


def decoded(raw: bytes, frames: int = -1) -> tuple[np.ndarray, int]:
    """By libsndfile; our encoders are ffmpeg's. A streamed FLAC can't say how long it is: ask for `frames`."""
    with soundfile.SoundFile(io.BytesIO(raw)) as file:
        return file.read(frames, dtype="float32"), file.samplerate


def loudness(samples: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))


@pytest.mark.parametrize("text", [KO, EN])
@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_decodes_to_the_same_speech(tts: Server, text: str, format_: str) -> None:
    answer = tts.say(text, format=format_)
    samples, rate = decoded(answer.content)
    seconds = len(samples) / rate
    assert answer.status_code == 200
    assert rate == int(answer.headers["x-sample-rate"])
    assert seconds == pytest.approx(float(answer.headers["x-audio-duration"]), abs=0.1)
    assert 0.05 < seconds / sum(map(str.isalnum, text)) < 0.4
    assert loudness(samples) > 0.02
    assert np.mean(np.abs(samples) > 0.999) < 0.001


@pytest.mark.parametrize("format_", FORMATS)
def test_a_streamed_answer_is_the_same_sound(forgetful: Server, format_: str) -> None:
    whole, whole_rate = decoded(forgetful.say(KO, format=format_).content)
    streamed, rate = decoded(_fix_length(forgetful.say(KO, format=format_, stream=True).content), len(whole) - 2400)
    assert rate == whole_rate
    shift = _shift(streamed, whole) if format_ == "mp3" else 0  # only a whole MP3 can say how much padding to skip
    shared = len(streamed) - shift
    assert np.max(np.abs(streamed[shift : shift + shared] - whole[:shared])) < 1e-3


def _shift(late: np.ndarray, early: np.ndarray) -> int:
    """By how many samples `late` lags."""
    window = early[8000:12_000]
    return int(np.argmax(np.correlate(late[8000:16_000], window, "valid")))


def _fix_length(raw: bytes) -> bytes:
    """A streamed WAV says "until the end"; libsndfile wants a number."""
    if raw[:4] != b"RIFF":
        return raw
    size = len(raw) - 44
    return raw[:4] + (size + 36).to_bytes(4, "little") + raw[8:40] + size.to_bytes(4, "little") + raw[44:]


@pytest.mark.parametrize("rate", [None, 16_000, 24_000, 48_000])
def test_streamed_bytes_are_the_unstreamed_ones(forgetful: Server, rate: int | None) -> None:
    server = forgetful
    whole = server.say(KO, format="pcm", sample_rate=rate).content
    streamed = server.say(KO, format="pcm", sample_rate=rate, stream=True).content
    as_wav = server.say(KO, format="wav", sample_rate=rate, stream=True).content
    assert whole == streamed == as_wav[44:]
    assert whole == server.say(KO, format="wav", sample_rate=rate).content[44:]


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000])
def test_any_sample_rate_says_the_same_in_the_same_time(tts: Server, rate: int) -> None:
    samples, got = decoded(tts.say("간장을 넣으세요.", sample_rate=rate).content)
    native, native_rate = decoded(tts.say("간장을 넣으세요.").content)
    assert got == rate
    assert len(samples) / rate == pytest.approx(len(native) / native_rate, abs=0.02)
    assert loudness(samples) == pytest.approx(loudness(native), rel=0.25)


def test_pcm_is_headerless_and_says_its_rate(tts: Server) -> None:
    pcm = tts.say("불을 끄세요.", format="pcm")
    wav = tts.say("불을 끄세요.", format="wav")
    assert pcm.headers["content-type"] == "audio/pcm;rate=22050;channels=1"
    assert pcm.content == wav.content[44:]


def test_sound_comes_before_the_sentence_is_over(tts: Server) -> None:
    body = {"text": " ".join([KO] * 12), "stream": True, "format": "pcm"}
    with httpx.stream("POST", tts.url + "/synthesize", json=body) as answer:
        chunks = [len(chunk) for chunk in answer.iter_raw()]
    assert "content-length" not in answer.headers
    assert "x-audio-duration" not in answer.headers
    assert len(chunks) > 5


@pytest.mark.parametrize(("wish", "longer"), [({"speed": 0.5}, True), ({"speed": 2.0}, False)])
def test_speed_changes_the_pace(tts: Server, wish: dict[str, float], longer: bool) -> None:
    plain = float(tts.say(KO).headers["x-audio-duration"])
    changed = float(tts.say(KO, **wish).headers["x-audio-duration"])
    assert (changed > plain * 1.4) is longer
    assert (changed < plain * 0.7) is not longer


def test_pitch_changes_the_sound_but_not_the_words(tts: Server) -> None:
    plain, high = tts.say("계란을 깨세요."), tts.say("계란을 깨세요.", pitch=1.6)
    assert plain.content != high.content
    assert float(high.headers["x-audio-duration"]) == pytest.approx(float(plain.headers["x-audio-duration"]), rel=0.1)


def test_korean_and_english_get_their_own_voice(tts: Server) -> None:
    assert tts.say("다음 단계입니다.").headers["x-voice"] == "espeak-ko"
    assert tts.say("The next step.").headers["x-voice"] == "espeak-en"
    assert tts.say("타이머 3", language="en").headers["x-voice"] == "espeak-en"


def test_every_voice_on_the_list_speaks_differently(tts: Server) -> None:
    voices = httpx.get(tts.url + "/voices").json()["voices"]
    texts = {"ko": "소금을 조금 넣으세요.", "en": "Add a pinch of salt."}
    heard = {}
    for voice in voices:
        answer = tts.say(texts[voice["language"]], voice=voice["id"])
        assert answer.headers["x-voice"] == voice["id"], answer.text
        heard[voice["id"]] = answer.content
    assert len(set(heard.values())) == len(voices) >= 4
    assert {voice["language"] for voice in voices if voice["default"]} == {"ko", "en"}


def test_a_voice_of_the_other_language_gives_way_and_says_so(tts: Server) -> None:
    answer = tts.say("Preheat the oven.", voice="espeak-ko")
    assert answer.status_code == 200
    assert answer.headers["x-voice"] == "espeak-en"


def test_speech_marks_follow_the_words(tts: Server) -> None:
    text = "LA갈비를 넣고, 10분 동안 볶습니다. 다 됐습니다."
    said = tts.say(text, speech_marks=True, format="flac").json()
    words = [mark for mark in said["marks"] if mark["type"] == "word"]
    assert [mark["value"] for mark in words] == [
        "엘에이갈비를",
        "넣고",
        "십",
        "분",
        "동안",
        "볶습니다",
        "다",
        "됐습니다",
    ]
    assert [m["value"] for m in said["marks"] if m["type"] == "sentence"] == [
        "엘에이갈비를 넣고, 십 분 동안 볶습니다.",
        "다 됐습니다.",
    ]
    end_ms = said["duration_s"] * 1000
    previous = 0.0
    for mark in words:
        assert previous <= mark["start_ms"] < mark["end_ms"] <= end_ms + 1
        previous = mark["start_ms"]
    assert len([m for m in said["marks"] if m["type"] == "phoneme"]) > 30
    import base64

    samples, rate = decoded(base64.b64decode(said["audio"]))
    assert len(samples) / rate == pytest.approx(said["duration_s"], abs=0.05)


def test_normalize_shows_what_is_said_and_heard(tts: Server) -> None:
    said = tts.post("/normalize", text="식용유를 두르고 달걀을 깨 넣습니다.").json()
    assert said["success"] is True
    assert said["language"] == "ko"
    assert said["spoken"] == "식용유를 두르고 달걀을 깨 넣습니다."
    assert said["pronounced"] == "시굥뉴를 두르고 달갸를 깨 너씀니다."
    assert "m" in said["phonemes"].split()[-1]
    english = tts.post("/normalize", text="Salt").json()
    assert (english["language"], english["pronounced"]) == ("en", "Salt")


def test_the_answer_says_how_long_each_stage_took(tts: Server) -> None:
    timing = tts.say("새로운 문장을 말합니다.").headers["server-timing"]
    assert {"queue", "infer", "first_sound", "normalize", "total"} <= {
        part.split(";")[0].strip() for part in timing.split(",")
    }


def test_the_log_never_tells_what_was_said(tts: Server) -> None:
    tts.say("비밀스러운 문장 하나를 말합니다.")
    tts.say("비밀스러운 문장", format="nonsense")
    log = tts.running.log_text()
    assert "비밀" not in log
    assert all(json.loads(line) for line in log.splitlines())
