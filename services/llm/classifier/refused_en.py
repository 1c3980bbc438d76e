"""Whether an English sentence refuses what it names: "don't go on", "i haven't yet", "no need to stop".

What is not so may as well be why it is wished ("i wasn't listening, step back"): then nothing is refused.
"""

import re
from typing import Final

from services.llm.classifier.objections import ADVANCING
from shared.kitchen.intents import Intent

_I = Intent  # the tables below name little else

_NOT: Final = re.compile(
    r"\b(?:don'?t|do not|never|not|haven'?t|have not|isn'?t|aren'?t|didn'?t|did not|wasn'?t|hasn'?t|weren'?t|"
    r"ain'?t|no need|hold off|nobody|no one|none of)\b"
)
_STILL: Final = re.compile(
    r"\b(?:still (?:[a-z]+ing|on it|at it|raw)|almost|nearly|not yet|half ?way)\b"
    r"|\bhalf (?:of )?(?:the|my|them)\b.*\b(?:still|isn'?t|aren'?t|to go|left)\b"
)
#: Not wanting to go on is what one finishes for.
_NO_MORE: Final = re.compile(
    r"\b(?:don'?t|do not|no longer) (?:want|wanna|feel like|fancy|need (?:the|this|it|you|to (?:cook|make))\b)"
    r"|\b(?:let'?s not|no need to) (?:go|carry) on\b|\bnot (?:be )?(?:cooking|making|doing|finishing) (?:this|it)\b"
)
#: "Can or not" asks politely, and "nearly all gone" or "it didn't split" is how a thing came out.
_NOT_REALLY: Final = re.compile(
    r"\bor not\b|\bnot (?:cancel|the game|you\b|me\b)|\b(?:don'?t|do not) (?:wait|stop|dawdle|worry)\b"
    r"|\bso (?:that )?(?:i|we|it|they) (?:don'?t|do not|won'?t|doesn'?t)\b"
)
_CAME_OUT_WELL: Final = re.compile(
    r"\b(?:nearly|almost) (?:all )?(?:gone|fell|killed|dropped)\b|\b(?:didn'?t|hasn'?t|haven'?t|not|isn'?t|"
    r"no longer) "
    r"(?:even )?(?:split|scrambl|burn|stick|stuck|curdl|blood|tear|torn|broken|pink|raw|lump|leak|"
    r"sticky)\w*|\bdon'?t ask\b"
)
#: What is not needed is why one goes on: "don't need that bit, next". Not when going on itself is refused.
PASSED_OVER: Final = re.compile(
    r"\b(?:don'?t|do not|doesn'?t|not|never|no need|let'?s not|never ?mind)\b(?! (?:\w+ ){0,3}?(?:go|going|"
    r"move|moving|"
    r"skip|skipping|next|continue|proceed|carry|on|jump|advance|turn|read|reading|yet|ready|finished|done|start|stop|"
    r"time|until|till|sure|say|said|asked|ask|mean)\b)(?=.*\b(?:next|skip|move along|move on|go on|on to|onto|jump|"
    r"what'?s after|what comes after)\b)"
)
_NOT_TO: Final = (
    r"\b(?:don'?t|do not|never|not|won'?t|wouldn'?t|no need to|needn'?t)"
    r"(?: (?:want|need|have|dare|going|you|please|just|even|ever|to|go|let'?s|let me|let us))* "
)
#: What is not so is why one does these ("i wasn't listening, step back"; "the twins aren't eating, make it three"):
#: they are refused by a word for the thing itself alone.
_REFUSED: Final = {
    _I.STOP: re.compile(_NOT_TO + r"(?:stop|be quiet|hush|shut up)\b"),
    _I.UNDO: re.compile(_NOT_TO + r"(?:undo|revert|reverse|take (?:it|that) back)\b"),
    _I.CANCEL_TIMER: re.compile(
        r"\b(?:don'?t|do not|never) (?:[a-z]+ ){0,2}?(?:cancel|stop|turn|delete|touch|kill|clear|remove)"
        r"|\b(?:(?:don'?t|do not) need|no need for) an? "
    ),
    _I.PREVIOUS_STEP: re.compile(
        _NOT_TO + r"(?:go|going|take|bring|head|jump|step|turn|move|return|back|rewind|reverse)\b|\bno going back\b"
    ),
    _I.RESUME: re.compile(_NOT_TO + r"(?:resume|carry|continue|start|go|read|keep)\b"),
    _I.ADD_TIME: re.compile(_NOT_TO + r"(?:add|extend|give|put)"),
    _I.PAUSE: re.compile(_NOT_TO + r"(?:pause|wait|stop|hold)"),
    _I.PAUSE_TIMER: re.compile(_NOT_TO + r"(?:pause|wait|stop|hold|freeze)"),
    _I.SCALE_SERVINGS: re.compile(
        _NOT_TO
        + r"(?:(?:it|a|the) )?(?:doubl|halv|half|chang|mak|scal|cook|adjust|increas|cut|do(?:ing)?\b|tripl|quarter)"
    ),
    _I.CHOOSE_RECIPE: re.compile(
        r"^(?:i|we)(?: am|'m| are|'re)? " + _NOT_TO + r"(?:mak|cook|eat|do|hav)(?!.*\blet'?s\b)"
    ),
}
_LEFT_ALONE: Final = re.compile(
    r"\bleave (?:the|that|my|all) (?:\w+ )?(?:timers?|alarm|clock|countdown) (?:alone|on|running|be)\b"
)


def refused_in_english(intent: Intent, said: str) -> bool:
    if _LEFT_ALONE.search(said):
        return True
    if intent in _REFUSED:
        return _REFUSED[intent].search(said) is not None
    if intent is _I.FINISH and _NO_MORE.search(said):
        return False
    said = _NOT_REALLY.sub(" ", said)
    if intent is _I.STEP_DONE:
        said = _CAME_OUT_WELL.sub(" ", said)
    if intent is _I.NEXT_STEP:
        said = PASSED_OVER.sub(" ", said)
    if re.search(
        r"\bwhy don'?t (?:we|you)\b|\bif not\b|\bnot (?:so|too)\b|\b(?:haven'?t got|don'?t have) all\b|"
        r"\bdon'?t (?:let|forget)\b",
        said,
    ):
        return False
    if intent is _I.GOTO_STEP and re.search(
        r"\bnot (?:for |step |number )?(?:щ|[0-9]|two|three|four|five|six|eight|ten)", said
    ):
        return False
    return _NOT.search(said) is not None or (intent in ADVANCING and _STILL.search(said) is not None)
