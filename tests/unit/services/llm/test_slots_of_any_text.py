"""Whatever is said, reading what was said besides the intent never fails."""

from hypothesis import given
from hypothesis import strategies as st

from services.llm.classifier.slots import read_slots
from services.llm.situation import Situation
from shared.kitchen.intents import Intent

#: The words that slots are read by, and bits of words.
_WORDS = (
    "타이머 이름은 이름 양파라고 새우용으로 용으로 짜리 불리기 기 전에 말고 아니 얼마나 몇 큰술 대신 없는데 면 레시피 하자 국 전 두 3 5분 십 분 | , "
    "timer for the called name it how much many of instead no i mean s recipe like make to and step three's 's one 만두 é"
).split(" ")


@given(st.sampled_from(Intent), st.lists(st.sampled_from(_WORDS) | st.text(max_size=4), max_size=9))
def test_whatever_is_said_is_read(intent: Intent, words: list[str]) -> None:
    read_slots(intent, " ".join(words), Situation())
