"""What no rule can know: compounds that harden (물고기 -> 물꼬기), take in an ㄴ (깻잎 -> 깬닙) or stop short
(맛없다 -> 마덥따), and stems whose endings harden (담고 -> 담꼬).

A respelling says only what the rules would not find by themselves; they still run over it.
"""

import re
from pathlib import Path

_FOLDER = Path(__file__).parent


def read_table(name: str) -> dict[str, str]:
    """A file of `written=said` pairs, several a line; # begins a comment."""
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    pairs = (pair.partition("=") for line in lines if not line.startswith("#") for pair in line.split())
    return {written: said for written, _, said in pairs}


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TABLE = read_table("compounds.txt")
_COMPOUNDS = {written: said for written, said in _TABLE.items() if not written.startswith("^")}
_OPENINGS = {written[1:]: said for written, said in _TABLE.items() if written.startswith("^")}
_INSIDE = re.compile("|".join(sorted(_COMPOUNDS, key=len, reverse=True)))
_AT_START = re.compile("^(?:" + "|".join(sorted(_OPENINGS, key=len, reverse=True)) + ")")

#: 담고 -> 담꼬. Only endings that no noun shares: 부담도 and 감자 must stay.
_NASAL_STEM = re.compile(
    r"(?P<stem>(?:^|눌러|옮겨|나눠|덜어|퍼|떠|쓸어|주워|골라|채워|모아|둘러)담|^남|^넘|^뛰어넘|^다듬|^머금)"
    r"(?P<ending>고|지(?!나|난)|게|거나|도록|든지|던|더라|다가?(?=$)|습니|자마자|기(?=$|[가를는도만에전]))"
)
_TENSE_ENDING = str.maketrans("고지게거도든던더다습자기", "꼬찌께꺼또뜬떤떠따씁짜끼")

_TAIL_L = "".join(chr(code) for code in range(ord("가") + 8, ord("힣") + 1, 28))
_OF_THE_ENDING = "릴할줄볼갈올둘을될"
#: -ㄹ게요 -> -ㄹ께요 and its like, where the ㄹ is the ending's own and not the stem's (길게, 썰지).
_FUTURE = (
    (re.compile(f"(?<=[{_TAIL_L}])게(?=요)"), "께"),
    (re.compile(f"(?<=[{_OF_THE_ENDING}])게$"), "께"),
    (re.compile(r"(?<=[릴할을볼올될])지(?=$|[도는를])"), "찌"),
    (re.compile(f"(?<=[{_TAIL_L}])수록"), "쑤록"),
    (re.compile(f"(?<=[{_OF_THE_ENDING}])거(?=예요|에요|야|니까)"), "꺼"),
    (re.compile(f"(?<=[{_OF_THE_ENDING}])걸(?=$|요)"), "껄"),
    (re.compile(f"(?<=[{_OF_THE_ENDING}])겁(?=니)"), "껍"),
)

#: 의 at the end of these is part of the word; at the end of any other it is the particle and is said 에.
_OWN_UI = words(
    "회의 주의 강의 동의 정의 합의 유의 예의 거의 토의 논의 문의 창의 하의 상의 편의 결의 고의 성의"
    " 호의 적의 모의 협의 건의 심의 부주의"
)


def respell(word: str) -> str:
    """One written word without spaces, respelled where the rules would go wrong."""
    word = _ui(word)
    word = _NASAL_STEM.sub(lambda match: match["stem"] + match["ending"].translate(_TENSE_ENDING), word)
    for pattern, said in _FUTURE:
        word = pattern.sub(said, word)
    word = _AT_START.sub(lambda match: _OPENINGS[match[0]], word)
    return _INSIDE.sub(lambda match: _COMPOUNDS[match[0]], word)


def _ui(word: str) -> str:
    """의 is itself only where a word begins: 주의 -> 주이, but 간장의 (the soy sauce's) -> 간장에."""
    if "의" not in word[1:]:
        return word
    if word.endswith("의") and word not in _OWN_UI:
        word = word[:-1] + "에"
    return word[0] + word[1:].replace("의", "이")
