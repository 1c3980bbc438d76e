"""A clear error or sensible speech, never a crash, and everything is known before the first byte of sound."""

import random
import threading
import unicodedata

import httpx
import pytest

from tests.integration.services.tts.conftest import Server

REFUSED = [
    ({"text": ""}, 422, "invalid_field", "text"),
    ({"text": "   \n\t "}, 422, "invalid_field", "text"),
    ({}, 422, "invalid_field", "text"),
    ({"text": "🍳🍳🔥"}, 422, "invalid_field", "text"),
    ({"text": "...!?"}, 422, "invalid_field", "text"),
    ({"text": "\u0001\u0002\u0007"}, 422, "invalid_field", "text"),
    ({"text": "مرحبا بالعالم"}, 422, "invalid_field", "text"),
    ({"text": "料理を作る"}, 422, "invalid_field", "text"),
    ({"text": "ㅋㅋㅋㅋ ㅠㅠ"}, 422, "invalid_field", "text"),
    ({"text": "%" * 5000}, 413, "text_too_long", "text"),
    ({"text": "가" * 100_000}, 413, "text_too_long", "text"),
    ({"text": "a" * 5001}, 413, "text_too_long", "text"),
    ({"text": 5}, 422, "invalid_field", "text"),
    ({"text": "안녕", "voice": "nobody"}, 404, "unknown_voice", "voice"),
    ({"text": "안녕", "voice": "../../etc/passwd"}, 404, "unknown_voice", "voice"),
    ({"text": "안녕", "voice": ""}, 404, "unknown_voice", "voice"),
    ({"text": "안녕", "format": "midi"}, 422, "invalid_field", "format"),
    ({"text": "안녕", "language": "fr"}, 422, "invalid_field", "language"),
    ({"text": "안녕", "speed": 0}, 422, "invalid_field", "speed"),
    ({"text": "안녕", "speed": -1}, 422, "invalid_field", "speed"),
    ({"text": "안녕", "speed": 99}, 422, "invalid_field", "speed"),
    ({"text": "안녕", "speed": "fast"}, 422, "invalid_field", "speed"),
    ({"text": "안녕", "pitch": 9}, 422, "invalid_field", "pitch"),
    ({"text": "안녕", "sample_rate": 1}, 422, "invalid_field", "sample_rate"),
    ({"text": "안녕", "sample_rate": 44_100, "format": "opus"}, 422, "invalid_field", "sample_rate"),
    ({"text": "안녕", "sample_rate": 9_999, "format": "mp3"}, 422, "invalid_field", "sample_rate"),
    ({"text": "안녕", "colour": "blue"}, 422, "unknown_field", "colour"),
]


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(("body", "status", "code", "param"), REFUSED)
def test_refused_in_one_envelope(
    tts: Server, body: dict[str, object], status: int, code: str, param: str, stream: bool
) -> None:
    answer = tts.post("/synthesize", **body, stream=stream)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["param"]) == (status, code, param)
    assert answer.json()["success"] is False
    assert len(error["message"]) > 10


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_speed_that_is_no_number(tts: Server, number: str) -> None:
    raw = '{"text":"안녕","speed":' + number + "}"
    answer = httpx.post(tts.url + "/synthesize", content=raw.encode(), headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.json()["error"]["code"] in ("malformed_request", "invalid_field")


@pytest.mark.parametrize(
    ("raw", "status"), [(b"{not json", 400), (b"[]", 422), (b'"text"', 422), (b"\xff\xfe", 400), (b"", 422)]
)
def test_a_body_that_is_no_object(tts: Server, raw: bytes, status: int) -> None:
    answer = httpx.post(tts.url + "/synthesize", content=raw, headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert answer.json()["success"] is False


def test_half_a_surrogate_pair(tts: Server) -> None:
    raw = b'{"text":"\\ud83c \xec\x95\x88\xeb\x85\x95 \\udf73"}'
    answer = httpx.post(tts.url + "/synthesize", content=raw, headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["param"]) == (422, "text")


SPOKEN_AS = [
    ("<speak><break time='10s'/>안녕</speak>", "tags are no commands"),
    ("[[_^_en]] 안녕 [[h@'l@U]]", "nor are espeak-ng's phonemes"),
    ("\u0001+50S 안녕 \u0001f4", "nor its embedded commands"),
    ("안녕\u202e txet desrever \u202c하세요", "right-to-left marks"),
    ("שלום 안녕하세요 مرحبا", "other scripts beside Korean"),
    ("안녕" + "\u0301" * 500, "a tower of accents"),
    ("다음\x00단계", "a zero byte"),
    ("a" * 3000, "one endless word"),
    ("가" * 5000, "one endless Korean word"),
    ("?!" * 2000 + "네", "nothing but marks"),
    ("1" * 400, "an endless number"),
    ("http://example.com/?q=김치&x=%00 봐요", "an address"),
    ("ﬁlet № ½ ① ℃ Ⅷ", "compatibility characters"),
    ("\ufeff안녕\u200b하\u200d세요", "characters without width"),
]


@pytest.mark.parametrize(("text", "_why"), SPOKEN_AS, ids=[why for _, why in SPOKEN_AS])
def test_odd_texts_are_spoken(tts: Server, text: str, _why: str) -> None:
    answer = tts.say(text, format="pcm")
    assert answer.status_code == 200, answer.text
    assert any(answer.content)


def test_markup_is_not_obeyed(tts: Server) -> None:
    plain = float(tts.say("안녕 하세요").headers["x-audio-duration"])
    tagged = float(tts.say("안녕 <break time='9s'/> 하세요").headers["x-audio-duration"])
    assert tagged < plain + 5


def test_the_native_library_survives_anything(tts: Server) -> None:
    """A few hundred texts from all of Unicode, in parallel: the process that answers is still the same one."""
    rng = random.Random(20_26)
    kinds = [
        lambda: chr(rng.randrange(0x20, 0x7F)),
        lambda: chr(rng.randrange(0xAC00, 0xD7A4)),
        lambda: chr(rng.randrange(0x1100, 0x1200)),
        lambda: chr(rng.randrange(0x3130, 0x3190)),
        lambda: chr(rng.randrange(0xC0, 0x250)),
        lambda: chr(rng.randrange(1, 0x20)),
        lambda: chr(rng.randrange(0x300, 0x370)),
        lambda: chr(rng.randrange(0x80, 0xD7FF)),
        lambda: chr(rng.randrange(0x10000, 0x1FFFF)),
        lambda: rng.choice(
            ["<p>", "[[", "]]", "\\", "%s%n", "\u202e", "&amp;", "''", "--", "1/2", "1e9", ".5", "°C", "~"]
        ),
    ]
    texts = ["".join(rng.choice(kinds)() for _ in range(rng.choice([1, 3, 20, 120, 900]))) for _ in range(240)]
    statuses: list[int] = []

    def speak(mine: list[str]) -> None:
        with httpx.Client(base_url=tts.url, timeout=60) as client:
            for text in mine:
                body = {
                    "text": text,
                    "language": rng.choice(["auto", "ko", "en"]),
                    "speed": rng.choice([0.5, 1, 2]),
                    "normalize": rng.random() < 0.7,
                    "format": "pcm",
                }
                statuses.append(client.post("/synthesize", json=body).status_code)
                statuses.append(client.post("/normalize", json={"text": text}).status_code)

    threads = [threading.Thread(target=speak, args=(texts[n::4],)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(statuses) <= {200, 422}
    assert statuses.count(200) > len(statuses) / 2
    assert tts.process.poll() is None
    assert tts.say("아직 살아 있습니다.").status_code == 200


def test_decomposed_hangul_is_put_together(tts: Server) -> None:
    text = "간장을 넣으세요."
    assert tts.say(unicodedata.normalize("NFD", text)).content == tts.say(text).content


def test_prefetch_names_the_text_that_is_wrong(tts: Server) -> None:
    answer = tts.post("/prefetch", texts=["좋은 문장입니다.", "🍳"])
    assert (answer.status_code, answer.json()["error"]["param"]) == (422, "texts.1")
    assert tts.post("/prefetch", texts=[]).status_code == 422
    assert tts.post("/prefetch", texts=["가"] * 65).status_code == 422
