"""What the words say about doing without an ingredient: another is offered for it, or it is left out.

Only the words. Whether the table knows the one that was offered is in `knowing.py`.
"""

import re

from shared.kitchen.ingredient_concepts import english_words, lexicon
from shared.kitchen.text import is_asked

#: "두부 빼고 할게", "I'll leave out the carrots": decided, not asked.
_LEFT_OUT = re.compile(
    r"빼고|빼\s*줘|빼자|뺄|생략|안\s*넣(?:을|고|기로|을래|는다)|넣지\s*(?:말|않)|없이\s*(?:할|해|만들|가)"
    r"|\b(?:leav(?:e|ing)|left)\b.*\bout\b|\b(?:skip|skipping|omit) |\bwithout (?:the|any)\b"
    r"|\b(?:make|do|cook) (?:it|this|that) without\b"
    r"|\b(?:not going to|won'?t|don'?t want to|not) (?:use|using|add|adding|put)\b",
    re.IGNORECASE,
)
_MAY_LEAVE_OUT = re.compile(r"빼도|없어도|안\s*넣어도|생략해도|\bwithout\b", re.IGNORECASE)
_OFFERED_KO = re.compile(
    r"(?:대신에?|말고)\s*(?P<after>.+)$|(?P<before>\S+?)(?:으로|로)\s*(?:대신|대체|바꿔|바꾸)"
    r"|(?:없으면|없는데|없어서|없으니까?)\s*(?:그냥\s*)?(?P<else>.+도\s*(?:돼|되|괜찮).*)$"
)
_OFFERED_EN = re.compile(
    r"(?P<before>.+?)\s+(?:instead of|in place of|rather than)\b"
    r"|\binstead of [a-z ]+?,? (?:can|could|may) (?:i|we) (?:use|have|add) (?P<else>.+)$"
    r"|\b(?:replace|swap)\b.+?\b(?:with|for)\s+(?P<after>.+)$",
    re.IGNORECASE,
)
#: "대신 뭐 써?": nothing is offered.
_OPEN = re.compile(r"뭐|뭘|무엇|무슨|어떤|어느|\b(?:what(?! if| about)|which|anything|something)\b", re.IGNORECASE)
_AROUND_EN = re.compile(
    r"\b(?:can|could|may|shall|should|would|will|i|we|you|it|use|using|have|add|try|put|go|with|some|the|an?|my|just"
    r"|what|how|if|about|do|is|ok|okay|please|let'?s|i'?ll|i'?ve|got|make|in)\b",
    re.IGNORECASE,
)
_NOUN_KO = re.compile(r"(?P<noun>[가-힣A-Za-z]{1,12}?)(?:은|는|을|를|도|만|이라도|라도|으로|로)?(?=\s|[?.!,]|$)")


def may_leave_out(text: str) -> bool:
    """ "당근 빼도 돼?", "can I leave out the salt?": asked, not decided."""
    return is_asked(text) and bool(_LEFT_OUT.search(text) or _MAY_LEAVE_OUT.search(text))


def leaves_out(text: str) -> bool:
    return bool(_LEFT_OUT.search(text)) and not is_asked(text)


def some_ingredient(text: str) -> str | None:
    """What the words name, whatever recipe is open: "I'll leave out the raisins", "당근은 생략"."""
    return _known(_AROUND_EN.sub(" ", text).split())


def offered_instead(text: str) -> str | None:
    """What the cook would use, as it was said: "매실청", "oil". None: nothing in particular."""
    match = _OFFERED_KO.search(text) or _OFFERED_EN.search(text)
    if match is None:
        return None
    said = (match["after"] or match["before"] or match["else"]).strip()
    if _OPEN.search(said):
        return None
    words = _AROUND_EN.sub(" ", said).split()
    return _known(words) or (None if match["else"] else _unknown(" ".join(words)))


def _known(words: list[str]) -> str | None:
    """The first ingredient among the words, the longest at its place, whatever is stuck to its end."""
    korean, english = lexicon()
    for start in range(len(words)):
        for size in (3, 2, 1):
            together = " ".join(words[start : start + size]).rstrip("?.!,")
            for cut in range(1 if together.isascii() else 4):
                name = together[: len(together) - cut].strip()
                if name.replace(" ", "") in korean or english_words(name) in english:
                    return name
    return None


def _unknown(said: str) -> str | None:
    """A word that no table knows: the first, which is where an ingredient stands; of English ones a word or two."""
    if said.isascii():
        return said.strip("?.!, ") if said and len(said.split()) <= 2 else None
    match = _NOUN_KO.match(said)
    return None if match is None else match["noun"]
