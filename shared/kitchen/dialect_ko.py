"""Endings of Gyeongsang, Jeolla and Chungcheong, of the old and of small children, in the standard form of the grammar.

"다음 거 알려 주이소", "다 했당께", "뒤로 가유", "다 했쪄". It knows endings and a few words, not dialects: what it
doesn't know stays as it is, and is then no command. Numbers and names are never touched.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from shared.kitchen.jamo import compose, is_syllable, letters

_SIGNS: Final = re.compile(
    "이소|[심니습]더|시더|데이|대이|아이가|[꼬노예]$|[꼬노예] |당께|응께|랑께|당가|부러|부렀|버렸|뿌라|뿟|뿔|쇼|잉"
    "|유(?: |$)|슈"
    "|[혀여]유?(?: |$)|제(?: |$)|주게|주구려|시게|쪄|쥬|듀|떼|떠|인제|고마 ?해|쪼매|쪼깨|갈켜|알켜|뭐시|카노|라카"
)


def _past(match: re.Match[str]) -> str:
    """해부렀어 -> 했어, 넣어뿟다 -> 넣었다."""
    stem, ending = match[1], match[2]
    if not is_syllable(stem):
        return match[0]
    lead, vowel, tail = letters(stem)
    return match[0] if tail else compose(lead, vowel, "ㅆ") + ending


def _together(match: re.Match[str]) -> str:
    """가입시다 -> 갑시다."""
    lead, vowel, _ = letters(match[1])
    return compose(lead, vowel, "ㅂ") + "시다"


def _asked(match: re.Match[str]) -> str:
    """들어간당가 -> 들어가나, 남았당가 -> 남았나."""
    lead, vowel, tail = letters(match[1])
    return (compose(lead, vowel) if tail == "ㄴ" else match[1]) + "나"


_WORDS: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = tuple(
    (re.compile(pattern), standard)
    for pattern, standard in (
        ("^뭐(?:꼬|여|당가|라?유|시여|이가)$", "뭐야"),
        ("(?:뭐라|뭐라고|머라)(?:카노|카나|카는데|혀|그려|했노|해쌓노|능겨|는겨)$", "뭐라고했어"),
        ("^(?:뭐라고라고라|뭐라고라|뭣이라고|뭐시라고|뭐라꼬예|뭐라고예)$", "뭐라고"),
        ("^(?:우짜노|우째|우예|워쩌|워쩐디야)$", "어떻게해"),
        ("(?<=뭐라고)(?:유|예)$", ""),
        ("^인제$", "이제"),
        ("^고마해(?=라?$)", "그만해"),
        ("^쪼(?:매|깨|까)(만)?$", "조금만"),
        ("(?:갈켜|갤켜|알켜|알캐)(?=[주줘봐보달]|$)", "알려"),
        ("(?<=[보주하가오읽기])이소(?:예|요)?$", "세요"),
        ("(?<=[주하가보오])쇼잉?$", "세요"),
        ("(?<=[가-힣])(?:주게나?|주시게|주구려|주시구려)$", "주세요"),
        ("^(?:주게나?|주시게|주구려|주시구려)$", "주세요"),
        ("(?<=[줘봐라해요])잉$", ""),
        ("(?<=[ㄱ-힣])시더$", "시다"),
        ("([가하보])입시다$", _together),
        ("(?<=[았었했됐갔났렸겼웠왔봤겠])(?:심더|습니더|심니더|니더)$", "습니다"),
        ("(?<=[았었했됐갔났렸겼웠왔봤])(?:데이|대이|당)$", "다"),
        ("(?<=[았었했됐갔났렸겼웠왔봤])당께(?:요|로)?$", "다니까"),
        ("(?<=[았었했됐갔났렸겼웠왔봤])응께$", "으니까"),
        ("(?<=[았었했됐갔났렸겼웠왔봤])제$", "지"),
        ("(?<=[았었했됐갔났렸겼웠왔봤])(?:슈|어유)$", "어요"),
        ("(?<=[했됐])(?:쪄|떠|쪄요|떠요)$", "어요"),
        ("(?<=남았)노$", "어"),
        ("([가-힣])당가$", _asked),
        ("([가-힣])(?:부렀|버렸|뿌렀|뿟|삐|뿌맀)(어|어요|다|네|지|습니다|다니까)$", _past),
        ("(?<=[아어해여가겨켜줘와라려러워춰꺼])(?:부러|버려|뿌라|뿌러|뿔라|부려|뿌리라)$", ""),
        ("(?<=[어아해줘봐워가데지까네요])(?:예|유)$", "요"),
        ("(?<=[부탁말시작])혀유?$", "해"),
        ("(?<=[ㄱ-힣])(?:쥬|듀)세요$", "주세요"),
        ("^(?:쥬|듀)(?:세|떼)[요여]$", "주세요"),
        ("^주떼[요여]$", "주세요"),
    )
)


def standard(words: Sequence[str]) -> list[str]:
    """The words with the endings the grammar knows.

    >>> standard(["다", "했당께"]), standard(["알려", "주이소"]), standard(["고마워"])
    (['다', '했다니까'], ['알려', '주세요'], ['고마워'])
    """
    kept = list(words)
    if _SIGNS.search(" ".join(kept)) is None:
        return kept
    if len(kept) > 1 and kept[-1] == "아이가" and kept[-2].endswith("다"):
        kept.pop()
    if len(kept) > 1 and kept[0] == "고마" and kept[1].startswith(("해", "하")):
        kept[:2] = ["그만" + kept[1]]
    if len(kept) > 1 and kept[-1].startswith(("버렸", "부렀", "뿟")):
        kept[-2:] = [kept[-2] + kept[-1]]
    return [_standard(word) for word in kept]


def _standard(word: str) -> str:
    for pattern, ending in _WORDS:
        changed = pattern.sub(ending, word)
        if changed != word:
            word = changed
    return word
