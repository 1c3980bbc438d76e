"""Korean verb endings for the templates' `{r:..}` (asked for), `{d:..}` (done) and `{q:..}` (asked about).

A small list of our own with the weights of speech; the complete paradigms in `shared/kitchen/verbs_ko.py` are for
matching, and a change there must not change what the model was trained on.
"""

# ruff: noqa: E501 - tables of words, easier to read and to change as running text

import random

from shared.kitchen.jamo import compose, letters

_ASK = (
    "|||||줘|줘|줘|줘|줘요|주세요|주세요|주세요|줄래|줄래요|줄 수 있어|주라|봐|보자|줄 수 있나요|주실래요|"
    "주시겠어요|주십시오|줄 수 있을까|달라고|줘 봐|줬으면 좋겠어|주면 좋겠어|주면 안 돼|줘라"
).split("|")
_ASK_STEM = "자|자|자|고|고|ㄹ게|ㄹ게요|ㄹ래|ㄹ까|고 싶어|ㅂ시다|겠습니다|도록 하자|도록 해|ㄹ까요|면 돼|고 싶은데|자고|려고".split(
    "|"
)
_DONE = "어|어|어|어|어요|어요|다|습니다|네|음|어 다|거든|는데|다고|어요 이제|지".split("|")
_QUESTION = "|||요|야 돼|야 돼요|야 해|야 하지|야 되나|야 하나요|야 할까|야 되죠".split("|")
_QUESTION_STEM = (
    "지|죠|나|나요|ㄹ까|ㄹ까요|면 돼|면 돼요|면 되지|면 되나|면 될까|라고 했지|라고|는 거야|는 거지|더라|냐|니".split(
        "|"
    )
)


def spoken(kind: str, phrase: str, draw: random.Random) -> str:
    """`phrase` ends in a verb stem ("다 넣"); a word before it stays as it is."""
    before, _, stem = phrase.rpartition(" ")
    if kind == "r":
        word = _requested(stem, draw)
    elif kind == "d":
        word = _past(stem) + draw.choice(_DONE)
    else:
        word = _asked(stem, draw)
    return f"{before} {word}".strip()


def _requested(stem: str, draw: random.Random) -> str:
    if draw.random() < 0.35:
        return _attached(stem, draw.choice(_ASK_STEM))
    ending = draw.choice(_ASK)
    gap = " " if ending and draw.random() < 0.6 else ""
    return f"{_joined(stem)}{gap}{ending}"


def _asked(stem: str, draw: random.Random) -> str:
    if draw.random() < 0.5:
        return _attached(stem, draw.choice(_QUESTION_STEM))
    return _joined(stem) + draw.choice(_QUESTION)


def _joined(stem: str) -> str:
    """The stem with -아/어: 넘어가 -> 넘어가, 하 -> 해, 끓이 -> 끓여, 굽 -> 구워."""
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    head, last = stem[:-1], stem[-1]
    lead, vowel, tail = letters(last)
    if last == "하":
        return head + "해"
    if last == "되":
        return head + "돼"
    if tail:
        return stem + ("아" if vowel in "ㅏㅗㅑ" else "어")
    if vowel == "ㅣ":
        return head + compose(lead, "ㅕ")
    if vowel == "ㅡ":
        return head + compose(lead, "ㅓ")
    if vowel == "ㅜ":
        return head + compose(lead, "ㅝ")
    if vowel == "ㅗ":
        return head + compose(lead, "ㅘ")
    return stem  # ㅏ ㅓ ㅐ ㅔ ㅕ swallow the ending


_IRREGULAR = {
    "굽": "구워", "붓": "부어", "자르": "잘라", "부르": "불러", "듣": "들어", "못 듣": "못 들어", "마치": "마쳐", "고르": "골라", "누르": "눌러", "줍": "주워", "썰": "썰어", "볶": "볶아",
    "돌아가": "돌아가", "멈추": "멈춰", "끄": "꺼", "맞추": "맞춰", "바꾸": "바꿔", "키우": "키워", "지우": "지워", "재우": "재워", "없애": "없애", "삶": "삶아", "들리": "들려", "올리": "올려",
}  # fmt: skip
_LOOSE = {"굽": "구우", "붓": "부으", "듣": "들으"}


def _past(stem: str) -> str:
    joined = _joined(stem)
    head, last = joined[:-1], joined[-1]
    lead, vowel, _ = letters(last)
    return head + compose(lead, vowel, "ㅆ")


def _attached(stem: str, ending: str) -> str:
    last = stem[-1]
    lead, vowel, tail = letters(last)
    if ending[0] in "ㄹㅂ" and not "가" <= ending[0] <= "힣":
        if stem in _LOOSE:
            stem, tail = _LOOSE[stem], ""
            lead, vowel, _ = letters(stem[-1])
        if tail == "ㄹ":
            if ending[0] == "ㄹ":
                return stem + ending[1:]
            return stem[:-1] + compose(lead, vowel, "ㅂ") + ending[1:]
        if tail:
            return (
                stem + ("으" if ending[0] == "ㄹ" else "읍") + ending[1:]
                if ending[0] == "ㅂ"
                else stem + "을" + ending[1:]
            )
        return stem[:-1] + compose(lead, vowel, ending[0]) + ending[1:]
    if ending.startswith(("면", "려", "라")) and stem in _LOOSE:
        return _LOOSE[stem] + ending
    if ending.startswith(("면", "려", "라")) and tail and tail != "ㄹ":
        return stem + "으" + ending
    return stem + ending
