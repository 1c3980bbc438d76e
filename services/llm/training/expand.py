"""Templates in `data/` become thousands of utterances: alternatives, fillings, registers, lost spaces, fillers, slips.

Every choice is drawn from a generator seeded with the template itself, so that a changed line changes only its own
utterances and the same data always gives the same set.
"""

# ruff: noqa: E501 - tables of words, easier to read and to change as running text

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from services.llm.training import endings_ko
from services.llm.training.fillings import EN, KO
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language

DATA = Path(__file__).parent / "data"

_GAP = re.compile(r"\{(?P<verb>[rdq]):(?P<stem>[^}]+)\}|\{(?P<list>[a-z_]+)\}")
_CHOICE = re.compile(r"\(([^()]*)\)")
_MOST = 9
#: Templates were written with a view of the whole, and the plain lines of strangers are nine times as many: so much
#: does each of the former count, or they are forgotten (tried: 1, 2, 3).
WITH_A_VIEW = 2.0

_BEFORE_KO = [
    "음",
    "어",
    "자",
    "그럼",
    "저기",
    "이제",
    "그",
    "아",
    "네",
    "근데",
    "혹시",
    "오케이",
    "그러면",
    "일단",
    "저기요",
    "야",
]
_AFTER_KO = ["좀", "요", "응", "빨리", "지금", "부탁해"]
_BEFORE_EN = [
    "um",
    "uh",
    "ok",
    "okay",
    "so",
    "alright",
    "hey",
    "well",
    "please",
    "now",
    "hey chef",
    "right",
    "and",
    "oh",
]
_AFTER_EN = ["please", "now", "thanks", "for me", "ok", "okay", "then"]
_SLIPS_KO = [
    ("ㅐ", "ㅔ"), ("ㅔ", "ㅐ"), ("다음", "다움"), ("단계", "당계"), ("단계", "단게"), ("얼마나", "얼마마"), ("타이머", "타이마"), ("타이머", "타이모"), ("해줘", "해조"),
    ("해 줘", "해 죠"), ("알려", "알여"), ("재료", "재로"), ("다시", "따시"), ("이전", "이정"), ("시작", "시장"), ("줘", "조"), ("됐", "됬"), ("했어", "햇어"), ("넣", "너"),
    ("뭐", "머"), ("어떻게", "어떠케"), ("인분", "임분"), ("취소", "치소"), ("멈춰", "멈처"), ("계속", "게속"), ("얼마", "얼만"), ("주세요", "주새요"), ("넘어가", "너머가"),
]  # fmt: skip
_SLIPS_EN = [
    ("step", "stop"), ("next", "necks"), ("next", "nex"), ("timer", "time are"), ("timer", "timor"), ("the ", "da "), ("what", "wat"), ("how much", "how mush"), ("again", "a gain"),
    ("ingredients", "ingredient"), ("repeat", "re peat"), ("minutes", "minute"), ("minutes", "mins"), ("you", "u"), ("cancel", "council"), ("servings", "serving"), ("don't", "dont"),
    ("previous", "previews"), ("go back", "go bak"), ("pause", "paws"), ("i'm", "im"), ("what's", "whats"), ("going to", "gonna"), ("want to", "wanna"),
]  # fmt: skip

#: Questions by nature: a recogniser writes their question mark or doesn't.
_ASKING = frozenset(
    {
        Intent.LIST_INGREDIENTS, Intent.INGREDIENT_AMOUNT, Intent.HOW_LONG, Intent.HOW_HOT, Intent.EXPLAIN, Intent.MEANWHILE, Intent.SUBSTITUTE, Intent.CONVERT, Intent.QUESTION,
        Intent.PROGRESS, Intent.TIMER_STATUS, Intent.LIST_RECIPES, Intent.HELP,
    }
)  # fmt: skip
_INTERROGATIVE_KO = re.compile(
    "(?:나|나요|니|까|까요|냐|는가|은가|인가|가요|지|죠|뭐야|뭐예요|뭐지|래|래요|을까|ㄹ까|어때|맞아|뭐 해|하지)$"
)
_CERTAIN_KO = re.compile("(?:나|나요|니|까|까요|냐|는가|은가|인가|건가|가요|맞아|되나|될까)$")
_INTERROGATIVE_EN = re.compile(
    r"^(?:(?:ok|okay|so|and|um|uh|alright|right) )?(?:what|how|when|where|which|who|why|is|are|am|do|does|did|can|"
    r"could|would|will|should|shall|has|have|was)\b"
)


@dataclass(frozen=True, slots=True)
class Template:
    intent: Intent
    language: Language
    text: str
    family: str  # its place in the data: templates of one family share their words, and never part in a split


@dataclass(frozen=True, slots=True)
class Utterance:
    text: str
    intent: Intent
    language: Language
    family: str
    weight: float


def labelled(path: Path) -> Iterator[tuple[int, Intent, str]]:
    """The lines of a file, each with its number and the intent that heads it."""
    intent = Intent.OUT_OF_SCOPE
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("["):
            intent = Intent(line.strip("[] "))
        elif line and not line.startswith("#"):
            yield number, intent, line.strip()


def templates() -> Iterator[Template]:
    for language in Language:
        for path in sorted((DATA / language.value).glob("*.txt")):
            for number, intent, line in labelled(path):
                yield Template(intent, language, line, f"{language}/{path.stem}/{number}")


def expand(template: Template) -> list[Utterance]:
    draw = random.Random(hashlib.sha256(f"{template.language}|{template.intent}|{template.text}".encode()).digest())
    bare = _CHOICE.search(template.text) is None and _GAP.search(template.text) is None
    wanted = 3 if bare else _MOST
    plain: list[str] = []
    for _ in range(wanted * 3):
        text = _filled(template.text, template.language, draw)
        if text and text not in plain:
            plain.append(text)
        if len(plain) == wanted:
            break
    texts = list(plain)
    texts += [_spoken(text, template, draw) for text in plain]
    # One-word commands are most of what a cook says: the clean form counts once more.
    found = sorted({text for text in texts if text}, key=texts.index)
    weight = 1.0 if "/plain_" in template.family else WITH_A_VIEW
    return [
        Utterance(text, template.intent, template.language, template.family, weight / len(found) ** 0.5)
        for text in found
    ]


def utterances() -> list[Utterance]:
    return [utterance for template in templates() for utterance in expand(template)]


def _filled(text: str, language: Language, draw: random.Random) -> str:
    while match := _CHOICE.search(text):
        text = text[: match.start()] + draw.choice(match[1].split("|")) + text[match.end() :]
    while match := _GAP.search(text):
        text = text[: match.start()] + _filling(match, language, draw) + text[match.end() :]
    return re.sub(r"\s+", " ", text).strip()


def _filling(match: re.Match[str], language: Language, draw: random.Random) -> str:
    if match["verb"]:
        return endings_ko.spoken(match["verb"], match["stem"], draw)
    return draw.choice((KO if language is Language.KO else EN)[match["list"]])


def _spoken(text: str, template: Template, draw: random.Random) -> str:
    """The same as a microphone might bring it."""
    asked = text.endswith("?")
    text = text.rstrip("?")
    korean = template.language is Language.KO
    chance = draw.random
    # What changes nothing in a sentence may well change a single word ("어 다음" is fine, "지금" alone is not "지금 좀").
    if template.intent is not Intent.OUT_OF_SCOPE or chance() < 0.5:
        if chance() < 0.3:
            text = f"{draw.choice(_BEFORE_KO if korean else _BEFORE_EN)}{draw.choice([' ', ' ', ', '])}{text}"
        if chance() < 0.08:
            text = f"{text} {draw.choice(_AFTER_KO if korean else _AFTER_EN)}"
    if chance() < 0.1:
        text = _slip(text, _SLIPS_KO if korean else _SLIPS_EN, draw)
    if korean:
        roll = chance()
        if roll < 0.3:
            text = text.replace(" ", "")
        elif roll < 0.5:
            text = "".join("" if char == " " and chance() < 0.5 else char for char in text)
    elif chance() < 0.3:
        text = text.replace("'", "")
    return text + _mark(text, asked, template, draw)


def _mark(text: str, asked: bool, template: Template, draw: random.Random) -> str:
    korean = template.language is Language.KO
    if asked:
        certain = _CERTAIN_KO.search(text) if korean else _INTERROGATIVE_EN.search(text)
        return "" if certain and draw.random() < 0.4 else "?"
    if template.intent in _ASKING:
        return draw.choice(["?", "?", "", ""])
    sounds_asked = (_INTERROGATIVE_KO if korean else _INTERROGATIVE_EN).search(text)
    if sounds_asked:
        return draw.choice(["?", ""])
    return draw.choice(["", "", "", ".", "!", "~" if korean else "."])


def _slip(text: str, slips: list[tuple[str, str]], draw: random.Random) -> str:
    possible = [(right, heard) for right, heard in slips if right in text]
    if not possible:
        return text
    right, heard = draw.choice(possible)
    return text.replace(right, heard, 1)
