"""Whether what was said so far may go on: "다음" may become "다음 단계", "3단계" "3단계로", "go to" "go to step 3".

The voice loop asks this in a pause, to decide whether to wait a little for the rest. A politeness ending that changes
nothing ("넘어가" + "줘") is no reason to wait, and neither is anything after "stop". After what is a command already
only a rest matters that makes another one of it: "다음" is "다음 단계로 가 줘", but "다시" is not "다시 시작".
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from shared.kitchen.command_phrases import phrases, slot_phrases
from shared.kitchen.command_rules import Slot
from shared.kitchen.commands import LONGEST_COMMAND, Command, find_command
from shared.kitchen.durations import find_durations
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from shared.kitchen.text import has_hangul, listed, normalise, squeeze
from shared.kitchen.utterance_en import joined_words
from shared.kitchen.utterance_en import views as views_en
from shared.kitchen.utterance_ko import in_hangul
from shared.kitchen.utterance_ko import views as views_ko

_Meaning: TypeAlias = tuple[Intent, frozenset[tuple[str, Slot]]]

_AT_ONCE: Final = frozenset({Intent.STOP, Intent.PAUSE, Intent.YES, Intent.NO, Intent.SMALLTALK})
_ONLY_POLITE: Final = frozenset(
    listed("줘 주세요 요 해줘 해주세요 이요 이에요 예요 자 해 하자 할게 습니다 부탁해요 please now it that me")
)
_SLOT: Final = re.compile(r"\{[a-z]+\}")
_NUMBER: Final = re.compile(
    r"[0-9]{1,4}(?: ?(?:번째|번))?"
    r"|(?:^|(?<= ))(?:첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열|한|[일이삼사오육칠팔구십백]{1,4})"
    r"(?= ?(?:번째|번|단계|인분|배|스텝|$))(?: ?(?:번째|번))?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
)
_NUMBER_MARK: Final = "#"
#: "5분만" may become "5분만 더", "10분 뒤" "10분 뒤에 알려 줘".
_AFTER_A_TIME: Final = re.compile(" ?(?:만|쯤|정도|동안|간|짜리|짜리로|로|으로|뒤|후|뒤에|후에|있다가|이따가|지나면)?")
#: A length of time is a number and its unit: after the number more must come.
_A_LENGTH: Final = {Language.KO: " 1 분 ", Language.EN: " 1 minutes "}


def is_command_prefix(text: str) -> bool:
    """Whether the text so far could become a longer command.

    >>> [is_command_prefix(text) for text in ("다음", "3단계", "go to", "5분", "그만", "넘어가 줘")]
    [True, True, True, True, False, False]
    """
    if len(text) > LONGEST_COMMAND:
        return False
    said = normalise(text)
    if not said:
        return False
    command = find_command(text)
    if command is not None and command.intent in _AT_ONCE:
        return False
    times = find_durations(said)
    if (times and _AFTER_A_TIME.fullmatch(said, times[-1].end)) or said.endswith(("타이머", "timer")):
        return True
    if said.isdigit():
        return True
    return any(map(_begins_a_phrase, {said, _NUMBER.sub(_NUMBER_MARK, said)}))


def may_mean_another(text: str) -> bool:
    """Whether the command that was said could become one that means something else.

    >>> [may_mean_another(text) for text in ("다음", "이전 단계", "next", "다시", "go back", "5분 타이머")]
    [False, False, False, True, True, True]
    """
    if not is_command_prefix(text):
        return False
    command, said = find_command(text), normalise(text)
    if command is None or command.intent is Intent.SET_TIMER:  # "set the timer" ... "for five minutes"
        return True
    if command.slots and _NUMBER.search(said):  # "4인분" ... "만", "five" ... "hundred"
        return True
    return any(one != _meaning(command) for one in _continuations(said))


def _begins_a_phrase(said: str) -> bool:
    return any(True for _ in _continuations(said))


def _continuations(said: str) -> Iterator[_Meaning | None]:
    """What the phrases mean that begin with this."""
    if has_hangul(said):
        known = _beginnings_of(Language.KO)
        spoken = {squeeze("".join(words)) for words in views_ko(in_hangul(said.split()))}
    else:
        known = _beginnings_of(Language.EN)
        spoken = {"".join(words) for words, _ in views_en(joined_words(said))}
    for one in spoken:
        yield from known.get(one, ())


@lru_cache(maxsize=2)
def _beginnings_of(language: Language) -> Mapping[str, frozenset[_Meaning | None]]:
    """Every beginning of a phrase that ends with a word (or, in Korean, before a particle), and what it may become."""
    found: defaultdict[str, set[_Meaning | None]] = defaultdict(set)
    for table in (phrases(language), slot_phrases(language)):
        for phrase in (phrase for said in table.values() for phrase in said):
            filled = normalise(_SLOT.sub(" 1 ", phrase.replace("{duration}", _A_LENGTH[language])))
            command = find_command(filled)
            for written in {filled, _NUMBER.sub(_NUMBER_MARK, filled)}:
                for beginning in _beginnings(written, language):
                    found[beginning].add(_meaning(command) if command is not None else None)
    return {beginning: frozenset(meanings) for beginning, meanings in found.items()}


def _meaning(command: Command) -> _Meaning:
    """What is done about it. "다 했어" and "다 했어, 다음" move one step, both of them."""
    intent = Intent.NEXT_STEP if command.intent is Intent.STEP_DONE else command.intent
    return intent, frozenset(command.slots.items())


def _is_whole(said: list[str], rest: list[str]) -> bool:
    """Whether what was said is a command already, and the rest would only be manners."""
    return "".join(rest) in _ONLY_POLITE and find_command(" ".join(said)) is not None


def _beginnings(phrase: str, language: Language) -> set[str]:
    words = phrase.split() if language == Language.KO else joined_words(phrase)
    found = {"".join(words[:cut]) for cut in range(1, len(words)) if not _is_whole(words[:cut], words[cut:])}
    for particle in ("으로", "로", "를", "을") if language == Language.KO else ():
        found |= {
            "".join((*words[:at], word.removesuffix(particle)))
            for at, word in enumerate(words)
            if word.endswith(particle)
        }
    return found - {"", _NUMBER_MARK} | ({_NUMBER_MARK} if phrase.startswith(_NUMBER_MARK) else set())
