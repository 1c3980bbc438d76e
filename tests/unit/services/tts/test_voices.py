"""Who speaks when nobody, the wrong one or somebody unknown was asked for."""

import pytest

from services.tts.engines import EngineName
from services.tts.voices import ESPEAK_SPEAKERS, Choir, Speaker
from shared.kitchen.language import Language
from shared.service.errors import ServiceError

KO, EN = Language.KO, Language.EN
MOM = Speaker("mom", "Mom", (KO,), EngineName.GPT_SOVITS, "mom")
CHOIR = Choir([MOM, *ESPEAK_SPEAKERS])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("espeak-ko", "espeak-ko"),
        ("ko", "espeak-ko"),
        ("en-US", "espeak-en"),
        ("en-gb", "espeak-en-gb"),
        (" mom ", "mom"),
    ],
)
def test_a_voice_by_its_name(wanted: str, found: str) -> None:
    assert CHOIR.find(wanted).id == found


@pytest.mark.parametrize("wanted", ["", "nobody", "ESPEAK-KO2", "../x"])
def test_nobody_of_that_name(wanted: str) -> None:
    with pytest.raises(ServiceError) as refused:
        CHOIR.find(wanted)
    assert refused.value.status_code == 404


@pytest.mark.parametrize(
    ("engine", "language", "asked", "speaks"),
    [
        (EngineName.ESPEAK, KO, None, "espeak-ko"),
        (EngineName.ESPEAK, EN, None, "espeak-en"),
        (EngineName.ESPEAK, KO, "espeak-ko-high", "espeak-ko-high"),
        (EngineName.ESPEAK, EN, "espeak-ko-high", "espeak-en"),
        (EngineName.ESPEAK, KO, "mom", "espeak-ko"),
        (EngineName.GPT_SOVITS, KO, None, "mom"),
    ],
)
def test_the_nearest_voice(engine: EngineName, language: Language, asked: str | None, speaks: str) -> None:
    wanted = CHOIR.find(asked) if asked else None
    assert CHOIR.of_engine(engine, language, wanted).id == speaks


def test_which_engine_speaks_which_language() -> None:
    assert CHOIR.speaks(EngineName.GPT_SOVITS, KO)
    assert not CHOIR.speaks(EngineName.GPT_SOVITS, EN)
