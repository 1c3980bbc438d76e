"""Commands that were heard nearly right ("다움" for 다음, "pervious step" for "previous step").

Only short, whole, fixed commands whose endings carry no meaning: never a number, never "done", never anything with a
negation or a question in it. When a real word or a second command is as near, nothing was heard.
"""

from functools import lru_cache

from shared.kitchen.intents import Intent
from shared.kitchen.jamo import distance, jamo
from shared.kitchen.language import Language
from shared.kitchen.text import listed

LEAST_ALIKE = 0.80
#: How much nearer it must be than to any command of another intent.
MARGIN = 0.15
#: Shorter ones have too many real words around them; the few exceptions are written out in `_HEARD_AS`.
_SHORTEST = 7
_MOST_WORDS = 4
#: One slip is a mis-hearing; two in a short phrase are another phrase ("처음 단계로" for "다음 단계로").
_MOST_SLIPS = 1

_ANCHORS_KO: dict[Intent, str] = {
    Intent.NEXT_STEP: (
        "다음단계 다음으로 다음단계로 다음순서 다음스텝 넘어가줘 다음단계알려줘 다음으로넘어가줘 다음단계로가줘 "
        "다음알려줘"
    ),
    Intent.PREVIOUS_STEP: "이전단계 이전으로 이전단계로 이전단계로가줘 뒤로가줘 아까단계 돌아가줘",
    Intent.REPEAT_STEP: "다시말해줘 다시읽어줘 다시들려줘 다시한번 다시알려줘 반복해줘 다시설명해줘",
    Intent.LIST_INGREDIENTS: "재료알려줘 재료읽어줘 재료목록 준비물알려줘 재료보여줘",
    Intent.SET_TIMER: "타이머시작 타이머맞춰줘 타이머켜줘 타이머시작해줘 타이머설정",
    Intent.TIMER_STATUS: "타이머얼마나남았어 남은시간",
    Intent.CANCEL_TIMER: "타이머취소 타이머꺼줘 타이머취소해줘",
    Intent.PAUSE_TIMER: "타이머일시정지 타이머정지 타이머멈춰",
    Intent.RESUME_TIMER: "타이머재개 타이머다시시작",
    Intent.PAUSE: "잠깐만요 일시정지 잠시만요 기다려줘 잠깐멈춰",
    Intent.STOP: "조용히해 멈춰줘 그만해줘 알람꺼줘 스톱스톱",
    Intent.START_COOKING: "요리시작 요리시작하자 시작하자 요리시작해줘",
    Intent.LOUDER: "더크게말해줘 크게말해줘 소리키워줘 볼륨올려줘",
    Intent.QUIETER: "소리줄여줘 볼륨낮춰줘 작게말해줘 볼륨줄여줘",
    Intent.SLOWER: "천천히말해줘 더천천히",
    Intent.FASTER: "빨리말해줘 더빨리말해줘",
    Intent.HELP: "도움말 도와줘 사용법알려줘",
    Intent.PROGRESS: "지금몇단계야 몇단계야",
    Intent.LIST_RECIPES: "레시피목록 레시피보여줘 레시피알려줘",
    Intent.EXPLAIN: "자세히설명해줘 더자세히 자세히알려줘",
}
_ANCHORS_EN: dict[Intent, str] = {
    Intent.NEXT_STEP: "nextstep nextplease gotothenextstep nextinstruction",
    Intent.PREVIOUS_STEP: "previous previousstep gobackonestep gotothepreviousstep",
    Intent.REPEAT_STEP: "repeatthat repeatthestep sayitagain saythatagain onemoretime",
    Intent.LIST_INGREDIENTS: "ingredients ingredientlist listingredients readtheingredients listtheingredients",
    Intent.SET_TIMER: "startthetimer startatimer setatimer starttimer",
    Intent.TIMER_STATUS: "howmuchtimeisleft timerstatus timeremaining",
    Intent.CANCEL_TIMER: "cancelthetimer canceltimer deletethetimer",
    Intent.PAUSE_TIMER: "pausethetimer pausetimer",
    Intent.RESUME_TIMER: "resumethetimer resumetimer",
    Intent.RESUME: "continue continuecooking resumecooking",
    Intent.START_COOKING: "startcooking letsstartcooking",
    Intent.LOUDER: "louderplease speaklouder speakup volumeup",
    Intent.QUIETER: "quieter volumedown",
    Intent.SLOWER: "slowdown speakslower",
    Intent.FASTER: "speakfaster",
    Intent.EXPLAIN: "explain explainthat moredetail moredetails",
    Intent.LIST_RECIPES: "listrecipes showrecipes recipelist",
    Intent.PROGRESS: "whatstepamion",
    Intent.UNDO: "undothat",
}
_HEARD_AS: dict[str, Intent] = {
    word: intent
    for intent, heard in {
        Intent.NEXT_STEP: """
            다움 따음 다흠 다으음 타음 다엄 당음 다음므 다윰 넥스드 넥스토 넥스뜨 낵스트 넥쓰트
            nex nekst nexst nexxt nextt nxt nextstap nekststep neckstep necksstep nextstepp nextep
        """,
        Intent.PREVIOUS_STEP: "이젼 이즌 이쩐",
        Intent.REPEAT_STEP: """
            다씨 따시 다쉬 리핏트 뭐라꼬 모라고 머라고 머라구 모라구 머라고요 모라고요 머라고했어 모라고했어
            머라고했어요 모라고했어요
            repeet repead reepeat repeatt
        """,
        Intent.LIST_INGREDIENTS: "재로 제료 재료료 제료알려줘 재뇨",
        Intent.STOP: "그망 구만 그먄 스땁 스탑프 스톱프 멈쳐 뭠춰 멈춰춰 stopp stahp",
        Intent.PAUSE: "잠깐마 잠깐먼 장깐만 짬깐만 잠간만 잠간",
    }.items()
    for word in listed(heard)
}
#: Real words and phrases one slip away from a command.
_REAL_WORDS = frozenset(
    listed("""
    다름 마음 나음 처음 담 다만 모음 다은 다운 가음 다음에 다음날 다음주 다음달 다음번 다음번에 다른단계 다른거
    다음해 다음생 다음역 마음으로 처음으로 다름으로 나음으로 다음이야 다음은
    다른순서 다음도 이번단계 이번으로 이런단계 어떤단계 이천으로 이전에 이전엔 이전보다 오전으로 안전으로 넘어가지
    넘어와줘 넘어갈까 넘어갔어 넘어져 돌아와줘 돌아가지 뒤로가지
    다시말했어 다시말하지 다시읽었어 다시만나줘 다시안아줘 재료사줘 재료빼줘 재료버려줘 재료넣어줘 타이머사줘
    타이머시간 타이머시장 타이머꺼져 일시정지마 기다렸어 기다릴까 기다려봐 기다리지
    잠깐만나 시작하지 시작할까 시작했어 요리시작했어 요리사작 소리질러줘 소리지워줘 도움닫기 도움될 도와줬어
    도우미 도마줘 놓아줘 남은재료 남은시장 멈췄어 멈추지 그만했어 그만하지
    크게말했어 작게말했어 빨리말했어 천천히말했어 얼마나남겼어 얼마나담았어 얼마나남아 몇분남겼어 몇인분남았어
    재료목욕 레시피목욕 어디까지갔지 몇단계나 다음거기 다음달로 다음주로 다음으론
    필요시작 조리시작해 스톱워치 다시하지 다시한거 이전단계는 몇단계든 조용히해라 다은으로 마음단계 다음단어
    다음단지
    previously precious repeated repeater resumed resumes continued continues pauses started explained explains
    slowed fasten faster quitter quitters lobster explore explode
    nextstop nextshop textstep neststep bestpart whatsnew whatsnext whatsthat ingredient explainer lowder powder
    founder rounder louden sounder slowest fastest closer blower flower mower
    lower sower plaster easter master caster disaster presume consume contain container discontinue
    """)
)
_REAL_STARTS = tuple(
    listed(
        "이번 처음 다른 마음 나음 이런 어떤 그런 매번 지난 다섯 여섯 이천 오전 안전 비전 이건 이젠 마지막 모음 "
        "담음 재우 조리 조금 소금"
    )
)
_MEANINGFUL = listed(
    """
    안 못 지마 말고 왜 면 까 았어 었어 했어 갔어 냐 니 not dont why never when if did should
    """
)


def _signature(text: str) -> int:
    """The letters of a text as a bit set: a cheap bound on how many edits two texts are apart."""
    bits = 0
    for char in text:
        bits |= 1 << (ord(char) % 61)
    return bits


@lru_cache(maxsize=2)
def _anchors(language: Language) -> dict[int, list[tuple[str, int, Intent]]]:
    """Whole commands as jamo, by length."""
    found: dict[int, list[tuple[str, int, Intent]]] = {}
    for intent, phrases in (_ANCHORS_KO if language == Language.KO else _ANCHORS_EN).items():
        for phrase in listed(phrases):
            letters = jamo(phrase)
            found.setdefault(len(letters), []).append((letters, _signature(letters), intent))
    return found


def nearly_heard(squeezed: str, eojeol: int, language: Language) -> Intent | None:
    """The command that was most likely said, or None; `squeezed` has neither spaces nor punctuation.

    >>> nearly_heard("다움", 1, Language.KO), nearly_heard("마음", 1, Language.KO)
    (<Intent.NEXT_STEP: 'next_step'>, None)
    """
    exact = _HEARD_AS.get(squeezed)
    if exact is not None:
        return exact
    if eojeol > _MOST_WORDS or squeezed in _REAL_WORDS or any(char.isdigit() for char in squeezed):
        return None
    if squeezed.startswith(_REAL_STARTS):
        return None
    letters = jamo(squeezed)
    if not _SHORTEST <= len(letters) <= 40 or any(mark in squeezed for mark in _MEANINGFUL):
        return None
    near = _likenesses(letters, language, LEAST_ALIKE, _MOST_SLIPS)
    if not near:
        return None
    intent, best = max(near.items(), key=lambda one: one[1])
    rivals = _likenesses(letters, language, best - MARGIN, len(letters))
    return (
        None if any(likeness > best - MARGIN for other, likeness in rivals.items() if other is not intent) else intent
    )


def _likenesses(letters: str, language: Language, least: float, most: int) -> dict[Intent, float]:
    """How alike the text is to the nearest command of each intent, where that is at least `least`."""
    nearest: dict[Intent, float] = {}
    size, bits = len(letters), _signature(letters)
    anchors = _anchors(language)
    for length in range(int(size * least), int(size / least) + 1):
        longest = max(size, length)
        limit = min(most, int(longest * (1 - least) + 1e-9))
        for anchor, signature, intent in anchors.get(length, ()):
            if (bits ^ signature).bit_count() > 2 * limit:
                continue
            edits = distance(letters, anchor, limit)
            if edits <= limit:
                nearest[intent] = max(nearest.get(intent, 0.0), 1 - edits / longest)
    return nearest
