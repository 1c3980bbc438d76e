"""Korean verbs in the forms people use to ask for something, to say it is done, or to ask about it.

Only as much conjugation as commands need: every register (반말, 해요, 합쇼) of a request, of "I did it" and of a
question.
Not a morphological analyser: it makes forms from stems, it never takes a sentence apart.
"""

from enum import StrEnum
from functools import lru_cache

from shared.kitchen.jamo import compose, is_syllable, letters
from shared.kitchen.text import listed


class Mood(StrEnum):
    REQUEST = "request"  # 넘어가, 넘어가 줘, 넘어갑시다
    DONE = "done"  # 했어, 했습니다
    ASK = "ask"  # 끓여?, 끓이나요, 끓여야 돼?
    ASK_PAST = "ask_past"  # 했지?, 했더라


_BIEUP = frozenset("굽줍돕눕")  # 굽다 -> 구워
_SIOT = frozenset("붓젓잇짓")  # 붓다 -> 부어
_DIGEUT = frozenset("듣싣")  # 듣다 -> 들어
_BRIGHT = frozenset("ㅏㅑㅗ")
_IRREGULAR = {"그러": "그래", "이러": "이래"}
_MERGED = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅚ": "ㅙ"}


@lru_cache(maxsize=512)
def joined(stem: str) -> str:
    """The stem with 아/어: what 요, 줘 and the past tense build on.

    >>> [joined(stem) for stem in ("넘어가", "하", "알리", "멈추", "끄", "읽", "굽", "붓", "자르", "건너뛰")]
    ['넘어가', '해', '알려', '멈춰', '꺼', '읽어', '구워', '부어', '잘라', '건너뛰어']
    """
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    rest, last = stem[:-1], stem[-1]
    if last == "하":
        return rest + "해"
    lead, vowel, tail = letters(last)
    if last == "르" and rest:
        before = letters(rest[-1])
        return rest[:-1] + compose(before[0], before[1], "ㄹ") + ("라" if before[1] in _BRIGHT else "러")
    if not tail:
        if vowel in _MERGED:
            return rest + compose(lead, _MERGED[vowel])
        if vowel == "ㅡ":
            bright = bool(rest) and is_syllable(rest[-1]) and letters(rest[-1])[1] in _BRIGHT
            return rest + compose(lead, "ㅏ" if bright else "ㅓ")
        return stem if vowel in "ㅏㅓㅐㅔㅕ" else stem + "어"
    ending = "아" if vowel in _BRIGHT else "어"
    if last in _BIEUP:
        return rest + compose(lead, vowel) + ("와" if last == "돕" else "워")
    if last in _SIOT:
        return rest + compose(lead, vowel) + ending
    if last in _DIGEUT:
        return rest + compose(lead, vowel, "ㄹ") + ending
    return stem + ending


def past(stem: str) -> str:
    """The stem in the past, before its ending: 하 -> 했, 읽 -> 읽었, 굽 -> 구웠."""
    form = joined(stem)
    lead, vowel, _ = letters(form[-1])
    return form[:-1] + compose(lead, vowel, "ㅆ")


def attach(stem: str, ending: str) -> str:
    """A stem and an ending, which may start with a loose ㄴ, ㄹ, ㅂ (가 + ㄹ게 -> 갈게) or with 으 (가 + 으세요).

    >>> attach("넘어가", "ㄹ게"), attach("읽", "ㅂ시다"), attach("걸", "으세요"), attach("굽", "ㄹ까")
    ('넘어갈게', '읽읍시다', '거세요', '구울까')
    """
    rest, last = stem[:-1], stem[-1]
    lead, vowel, tail = letters(last)
    loose = ending[0] if ending[0] in "ㄴㄹㅂ" else ""
    if not loose and ending[0] != "으":
        return stem + ending
    if last in _BIEUP:
        rest, lead, vowel, tail = rest + compose(lead, vowel), "ㅇ", "ㅜ", ""
    elif last in _SIOT:
        return (
            rest
            + compose(lead, vowel)
            + (("으") + ending[1:] if not loose else compose(("ㅇ"), ("ㅡ"), loose) + ending[1:])
        )
    elif last in _DIGEUT:
        return (
            rest
            + compose(lead, vowel, "ㄹ")
            + ("으" + ending[1:] if not loose else compose("ㅇ", "ㅡ", loose) + ending[1:])
        )
    if not tail or tail == "ㄹ":
        if loose:
            return rest + compose(lead, vowel, loose) + ending[1:]
        keeps_rieul = tail == "ㄹ" and ending[1:2] not in ("세", "십", "시", "니")
        return rest + compose(lead, vowel, "ㄹ" if keeps_rieul else "") + ending[1:]
    return stem + (ending if not loose else compose("ㅇ", "ㅡ", loose) + ending[1:])


#: After 아/어: somebody is asked to do it, whatever the intonation.
_ASKED_TO = listed(
    "줘 줘요 줘라 줘봐 줘봐요 줘용 줄래 줄래요 주라 주렴 주겠니 주겠어 주겠어요 주세요 주세용 주세여 주셔요 주시죠 "
    "주십시오 주시오 "
    "주실래요 주시겠어요 주시겠습니까 주시면돼요 주시면됩니다 주시면좋겠어요 주시면감사하겠습니다 주면돼 "
    "주면좋겠어 주면좋겠는데 "
    "주면고맙겠어 줬으면해 줬으면좋겠어 줬으면좋겠어요 줬으면좋겠는데 줄수있어 줄수있어요 줄수있나 줄수있나요 "
    "줄수있니 줄수있을까 "
    "줄수있을까요 주실수있어요 주실수있나요 주실수있을까요 주실수있으신가요 주시겠나요 달라고 다오 보자 봅시다 "
    "보자고 "
    "보세요 봐줘 봐주세요 봐라 야지 야겠다 야겠어 야겠어요"
)
#: After 아/어: a request, unless it was asked ("넘어가?" asks for an opinion).
_SAID = ("", "요", "봐", "봐요", "라", "용")
#: After the stem: the same two groups.
_WANTED = listed(
    """
    자 자고 자구 자고요 ㅂ시다 ㄹ게 ㄹ게요 ㄹ께 ㄹ께요 ㄹ란다 ㄹ거야 ㄹ거예요 ㄹ거에요 으십시오 으시오 기 고싶어
    고싶어요 고싶다 고싶은데 고싶은데요 고싶습니다 겠습니다 겠어 도록해 도록해줘 도록해요 도록하자 도록하겠습니다
    도록할게 도록할게요
    """
)
_WANTED_OR_ASKED = listed("죠 지요 시지요 시죠 ㄹ래 ㄹ래요 으세요 으셔요 으시죠 으시지요 렴")

_DONE = listed(
    """
    어 어요 다 습니다 슴다 음 네 네요 거든 거든요 는데요 다고요 다니까 다니까요 지롱 어용 구요 고요
    """
)

#: Bare endings first, then "must it be", "may it be", "is it that".
_ASK_STEM = listed(
    """
    지 지요 죠 나 나요 니 냐 는지 는거야 는거예요 는거에요 는거지 는거죠 는건가 는건가요 는건지 는건데 는겁니까
    더라 더라고 ㄹ까 ㄹ까요 ㄹ까나 ㅂ니까 으면돼 으면돼요 으면되지 으면되죠 으면되나 으면되나요 으면되니 으면될까
    으면될까요 으면됩니까 으면되는지 으면되는지알려줘 는지알려줘 으면되는거야 으면되는거죠 으면되는데 으면좋아
    으면좋을까 으면좋을까요
    으면좋지 ㄹ래 라고 라고요 라는거야 랬지 라고했지 라고했더라 라고했어 라고했죠 게
    """
)
_ASK_JOINED = listed(
    "야해 야해요 야하나 야하나요 야하지 야하죠 야하니 야하냐 야할까 야할까요 야합니까 야하는거야 야하는거예요 "
    "야하는지 야하는데 야하더라 야한다고 야한댔지 "
    "야돼 야돼요 야되나 야되나요 야되지 야되죠 야되니 야되냐 야될까 야될까요 야됩니까 야되는거야 야되는거예요 "
    "야되는지 야되는데 야된다고 야된댔지 "
    "야됨 야함 도돼 도돼요 도되나 도되나요 도될까 도될까요"
)
_ASK_PAST = listed(
    """
    지 지요 죠 었지 었더라 었죠 더라 더라고 더라고요 어 어요 나 나요 니 냐 을까 을까요 습니까 는지 던가 던가요
    던거야 더라요 는데
    다고 다고요 대
    """
)

#: After a noun: "몇 단계야?", "몇 단계인가요?"
COPULA_ASK = (
    "",
    *listed("""
    야 이야 예요 에요 이에요 이예요 지 이지 죠 이죠 인가 인가요 냐 이냐 니 이니 인지 임 입니까 일까 일까요 인데
    인데요 인거야 인거지 인거죠 인건가요
    더라 이더라 였지 였죠 였더라 이었지 이었죠 이었더라 였어 이었어 요 이요 는 은 는요 은요 라고 이라고 라고요
    이라고요 랬지 이랬지 라고했지 이라고했지
    말해줘 알려줘 알려주세요 말해주세요 가르쳐줘 인지알려줘 인지알려주세요 인지말해줘 인지말해주세요 인지모르겠어
    뭐야 뭐예요
    """),
)
#: After a noun, asking whether it is so: "이게 끝이야?"
COPULA_SURE = listed(
    """
    야 이야 예요 에요 이에요 인가 인가요 이지 지 이죠 죠 입니까 냐 이냐 니 이니 인거야 인거지 일까 맞아 맞지
    """
)
#: After a noun, saying that it is so: "끝이에요", "완료입니다".
COPULA_DONE = ("", *listed("요 이요 예요 이에요 에요 입니다 이다 이네 이네요 임 이지롱 이랍니다"))
#: After a noun that asks by itself: "다음 부탁해요".
PLEASE = (
    "",
    *listed("""
    요 이요 용 이용 플리즈 부탁 부탁해 부탁해요 부탁이야 부탁이요 부탁드려 부탁드려요 부탁드립니다 부탁드릴게요
    부탁합니다
    부탁할게 부탁할게요 부탁드리겠습니다
    """),
)


#: "기다릴게" says what I shall do, and these are things that only somebody else can do for me.
_ONLY_OTHERS_DO = (
    "기다리",
    "도와주",
    "돕",
    "말하",
    "읽",
    "알리",
    "들리",
    "설명하",
    "말씀하",
    "가르치",
    "안내하",
    "얘기하",
    "이야기하",
)
_OF_MYSELF = frozenset(
    listed(
        "ㄹ게 ㄹ게요 ㄹ께 ㄹ께요 ㄹ란다 ㄹ거야 ㄹ거예요 ㄹ거에요 고싶어 고싶어요 고싶다 고싶은데 고싶은데요 "
        "고싶습니다 "
        "겠습니다 겠어"
    )
)


def requests(stem: str) -> list[str]:
    """넘어가 -> 넘어가, 넘어가 줘, 넘어가 주시겠어요, 넘어갑시다 ... (without spaces)."""
    base = joined(stem)
    contracted = [base + ending for ending in (*_SAID, *_ASKED_TO)]
    wanted = (*_WANTED, *_WANTED_OR_ASKED)
    if stem.endswith(_ONLY_OTHERS_DO):
        wanted = tuple(ending for ending in wanted if ending not in _OF_MYSELF)
    return contracted + [attach(stem, ending) for ending in wanted]


def may_be_question(stem: str) -> list[str]:
    """The requests that turn into a question when the voice rises: "넘어가?", "넘어가요?", "넘어갈래?"."""
    base = joined(stem)
    return [base + ending for ending in _SAID] + [attach(stem, ending) for ending in _WANTED_OR_ASKED]


def done(stem: str) -> list[str]:
    """넣 -> 넣었어, 넣었어요, 넣었습니다 ..."""
    base = past(stem)
    forms = [base + ending for ending in _DONE]
    if stem[-1] == "되":
        forms += [stem + "었" + ending for ending in _DONE]
    elif stem[-1] == "하":
        forms += [stem + "였" + ending for ending in ("습니다", "다", "음")]
    return forms


def questions(stem: str) -> list[str]:
    """끓이 -> 끓여, 끓여요, 끓이나요, 끓여야 돼, 끓이면 될까요 ..."""
    base = joined(stem)
    return (
        [base, base + ("요")]
        + [base + ending for ending in _ASK_JOINED]
        + [attach(stem, ending) for ending in _ASK_STEM]
    )


def past_questions(stem: str) -> list[str]:
    """하 -> 했지, 했더라, 했어 ..."""
    base = past(stem)
    return [base + ending for ending in _ASK_PAST]
