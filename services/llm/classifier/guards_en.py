"""What in an English sentence speaks against doing what it names: "why did you skip", "i haven't", "mom said stop"."""

import re
from typing import Final

from services.llm.classifier.objections import ADVANCING, LATER_IS_FINE, Objection
from services.llm.classifier.refused_en import PASSED_OVER, refused_in_english
from shared.kitchen.intents import Intent

_I = Intent  # the tables below name little else

#: "Step five looks tricky", "the point of step two", "before step three": about a step, not towards it.
_ABOUT_A_STEP: Final = re.compile(
    r"\bsteps? (?:[a-z0-9]+ )?(?:looks?|seems?|sounds?|took|confuses|scares|involves?)\b"
    r"|\b(?:point|purpose|reason|difference) (?:of|in|for|between)\b"
    r"|\bcan (?:i|we) \w+ step .*\b(?:before|after|without) (?:doing )?step\b|\b(?:do|done|did|went|go) wrong\b"
)
_IF: Final = re.compile(
    r"\b(?:if|when|once|unless|whenever|as soon as|after|until|till|before|in case|"
    r"(?<!i )suppose|while)\b (?:i|it|it'?s|its|we|you|your|they|he|she|his|her|our|their|"
    r"the|that'?s|that|this|these|there|there'?s|dinner|guests|everything|everybody|"
    r"i'?m|we'?re|"
    r"they'?re|you'?re|my|is|"
    r"boiling|done|finished|ready|u|(?:[a-z]+ )?(?:timer|recipe))\b|^(?:and |so |but )?(?:say|suppose|"
    r"supposing|imagine) (?:i|we|you)\b"
)
_IF_OK: Final = re.compile(
    r"\b(?:when|after|once) (?:the )?(?:[a-zщж]+ )?(?:time|minutes?|hours?|seconds?|timer)?\b.*\b(?:up|passed|"
    r"over)\b|where (?:we|i) (?:left|stopped|were|was)|(?:after|before) (?:that|this|it|the next)(?: one| step)?$|"
    r"\bafter (?:that|this)\b(?!'s| (?:is|has|was|boils|goes|gets|does|rings|one|step))|"
    r"when (?:it|they|i|we|the \w+)(?:'?s|'?ve| has| have) (?:been|had)\b|"
    r"when(?:ever)? you(?:'re| are)|if you (?:could|would|can|don'?t mind|please|have (?:it|one))|"
    r"if (?:that|it)(?:'s| is) (?:all right|alright|ok|okay|fine|possible|not too|no trouble)\b|"
    r"before (?:that|this|it)\b|"
    r"\b(?:appreciate|grateful|obliged|glad|happy|thankful|love|like|great|nice|lovely|good)(?: it)? if (?:we|you)\b"
)
#: "Take me back, i never added the salt".
_NEVER_DID: Final = re.compile(r"\b(?:i|we) never ")
_TILL: Final = re.compile(r"\b(?:till|until)\b|\bwhile (?:i|we|you|it|they) (?:was|were)\b")
#: Where one goes back to ("the bit before the flour"), how it was ("as it was before i spoke"), and by when one is to
#: begin ("before the guests come"). What is asked for before that is still put off: "before we begin".
_NO_IF: Final = {
    _I.PREVIOUS_STEP: re.compile(r"\bbefore (?=(?:the|that|this|it|its|my)\b)"),
    _I.UNDO: re.compile(r"\b(?:to|was|were|had) (?:\w+ )?before\b"),
    _I.START_COOKING: re.compile(r"\bbefore (?!(?:i|we|you)\b)"),
    _I.RESUME: re.compile(r"\bbefore (?!(?:i|we|you)\b)"),
}
_AS_YOU_SAID: Final = re.compile(
    r"\b(?:like|as|what|whatever|everything|the way) you (?:said|told me|asked for|asked)\b"
)
#: "Go back to what you said about the vinegar": which one is meant, not who wants it.
_WHICH_YOU_SAID: Final = re.compile(
    r"\b(?:what|the (?:\w+ ){0,2}(?:one|bit|thing|step|part)) you (?:said|told me|mentioned)\b|\byou said something\b"
)
#: They like it so, or did what is to be undone: no wish of theirs.
_THEIR_PART: Final = re.compile(
    r"\b\w+ (?:likes?|loves?|hates?|prefers|eats?) (?:it|them|hers?|his|theirs|the)\b"
    r"|\bwhat(?:ever)? (?:he|she|they)(?:'s|'ve)? (?:did|done|said|asked)\b"
)
#: Somebody may be called anything, at the end of a wish the cook's assistant too.
_ALLOWED: Final = re.compile(r"\b(?:said|says|told me) (?:that )?(?:i|we) (?:can|could|may)\b")
_CALLED: Final = re.compile(
    r"\W+(?:honey|sweetie|sweetheart|babe|darling|dude|sir|ma'?am|everybody|guys)(?= now$|\W*$)"
)
_MEANWHILE: Final = re.compile(r"\S.* (?:while|till|until) (?:i|we)\b")
#: "Crimped it like nana did", and dough that is "bubbling nicely, she is".
_AS_SOMEBODY: Final = re.compile(
    r"\b(?:like|as) (?:\w+ )?(?:\w+ (?:did|does|used to|showed|taught|says?|said)|honey)\b|\bshe'?s (?=\w+ing\b|"
    r"turned|come|come|out)"
)
_TIMER_MEANWHILE: Final = re.compile(r"\S.* (?:till|until) (?:it|it'?s|the|they)\b")
_TRIED: Final = re.compile(
    r"\bwhen (?:i|you|we) (?:push|knock|press|poke|prod|lift|tap|shake|stir|pull|cut|squeeze|touch|tilt|"
    r"drag|bite|drop)\w*"
    r"|\bafter boiling\b"
)
_WHAT_FOLLOWS: Final = re.compile(
    r"\bwhat(?:'?s| is|ever comes?| comes?| do (?:i|we) do)? (?:coming |next )?after\b|\bthe (?:one|bit|"
    r"step) after (?:that|this)\b|"
    r"^after you\b"
)
_SAID: Final = re.compile(
    r"\b(?:said|(?<!i )says|(?<!be )told|asked|(?<!were )saying|was like|"
    r"heard (?!that|it|this|you(?! (?:say|tell)))|apparently|supposedly|suggests?|"
    r"recommends?|"
    r"according to)\b|"
    r"\bthe (?:\w+ )?word\b|(?<!thing )(?<!what )\bi(?:'d| would| could| might| should)(?: have)?\b(?! (?:like|use|"
    r"appreciate|love|do with|go for|say|kill for|better|give it|"
    r"rather (?:do|cook|make|have|try|hear)|be (?:\w+ )?(?:grateful|glad|happy|obliged|thankful)))"
    r"|\b(?:he|she|they|mom|dad|wife|husband|boss|(?:my|our) \w+) (?:want|think|ask|say)"
)
_OTHER_TIME: Final = re.compile(
    r"\b(?:yesterday|(?<!like )(?<!as )last (?:time|week|month|year|night|christmas|summer)|the other day|"
    r"used to|years ago|back then|"
    r"(?:would|could|should|might|must)(?: have|'ve)|(?:i|we) (?:almost|nearly|always|usually|never|once|"
    r"often|rarely|"
    r"normally|sometimes) [a-z]+|(?:was|were) (?:about|going|planning|supposed|hoping) to|thinking (?:of|about)|"
    r"i (?:wonder|hate|prefer|tried|regret|avoid)|not sure (?:if|whether)|debating)\b"
    r"|\b(?:i'?ll|we'?ll|i will|we will|going to|gonna|maybe|perhaps|might|may|should|ought to)\b.*"
    r"\b(?:later|tomorrow|some ?day|one day|at some point|eventually|next (?:week|weekend|month|year|time)|"
    r"sooner or later|"
    r"some other time|another day|afterwards)\b"
    r"|^(?:later|tomorrow|some ?day|one day|next time|eventually)\b|\b(?:sorry|thanks|"
    r"thank you) for (?:not )?[a-z]+ing\b"
    r"|\b(?:i'?ll|we'?ll|going to|gonna)\b.*\bin a (?:bit|while|moment|minute|second)\b"
    r"|\bthey (?:will|want|always|never|usually|tried|forgot|said|did|would)\b"
    r"|\b(?:always|usually|never) (?:gave|gives|did|does|made|makes|added|adds|used|left|went)\b"
    r"|^you (?:let|forgot|lost|ruined)\b|\b(?:i|we) (?:went|jumped|skipped|started|set|made|did)\b.*\bonce\b"
    r"|\bdream(?:t|ed|ing)\b"
)
#: Somebody else did it, or is told to.
_OTHERS: Final = re.compile(
    r"\b(?:he|she|he'?s|she'?s|his|(?<!keep )(?<!give )(?<!let )(?<!wind )her|him|grandma|grandpa|gran|granny|nana|"
    r"grandad|people (?:say|think|want|do|always)|sweetie|sweetheart|babe"
    r"|darling|dude|guys|buddy boy|sir|ma'?am|ladies|gentlemen)\b"
    r"|(?:^|, )honey\b(?!'s| (?:is|and|in|on|goes|went)\b)|\b(?:kids|boys|girls)\W*$"
    r"|\b(?:my|our|their) (?:sister|brother|mum|mom|dad|friend|neighbou?r|mate|flatmate|roommate|daughter|son|"
    r"husband|wife|watch|phone|tablet|ipad)"
    r"(?:'s| has| had| is)? (?:already |just )?(?:finished|done|started|made|skipped|cooked|added|set)\b"
    r"|^(?:mum|mom|mummy|mammy|dad|daddy)(?:'s| is| was) (?:going to|gonna|\w+ing)\b"
)
#: Who has moved on; a timer may be somebody's.
_ANYBODY: Final = re.compile(r"\b(?:everybody (?!['’]s|is\b|eating\b)|somebody|someone|anyone)\b")
_ASKING: Final = re.compile(
    r"^(?:(?:ok|okay|so|and|um|uh|alright|right|hey|well|oh|now|wait|but|please|hmm|yes|no|then)\W+)*(?:why|who|"
    r"did(?! (?:it|that|so)\b(?:,|$| what a))|have (?:i|we|you|they)|has|had (?:i|we|you|they|he|she|it)|is|"
    r"are|was|were|am|does|do (?:i|we|"
    r"you|they)|should|must|may i|would "
    r"(?:it|that|i|we|this)|what if|what happens|what would|what does|how come|what (?:did|have) you|"
    r"would \w+ing|when(?:'?s| did| do| does| is| was| should|"
    r" will)|how (?:do|does|did|many|much|long|often|will|can)|will (?:it|that|this|the|my|they)|could (?:it|"
    r"that|this|the|my)|can (?:it|"
    r"this|that|kids))\b"
)
_ASKED_FOR: Final = re.compile(
    r"\b(?:can|could|will|would) (?:you|we|u|i (?:get|have|hear))\b|\bshall we\b|\bhow about\b|\bwhy don'?t (?:we|"
    r"you)\b|\bwould you mind\b|\bdo you mind\b|\bmay (?:we|i have)\b|\b(?:is it|would it be) possible (?:to|for you)\b"
    r"|(?<!you )\b(?:take|bring) (?:me|us) (?:back )?to\b"
    r"|\bcould (?:the|my|it)(?: \w+){0,3} (?:wait|have|get)\b"
    r"|\b(?:open|start) (?:that|it|this)$|, (?:make|do) (?:that|it|this)$|\blet'?s (?:make|do|have) (?:it|that|one)\b"
)


#: "It's stuck, any tips", "brown sugar's all i've got, that ok": a question without its mark.
_TAGGED: Final = re.compile(
    r"\bany (?:tips|ideas|advice|suggestions|thoughts|good)\W*$"
    r"|\bthat (?:ok|okay|all right|alright|enough|fine)\W*$"
)
#: "The kids are hungry, so hurry on", "i wasn't ready but go on", "never mind why, just go on": what speaks against it
#: stands in the reason, not in the wish.
_SO: Final = re.compile(
    r"^.+?\b(?:so|but) (?!that\b|far\b|long\b|much\b|many\b|if\b|when\b)(?P<wish>(?!(?:i|we|he|she|they|it|you|that|"
    r"this|there|"
    r"the|my|what)\b)\w.+)$"
)
_JUST: Final = re.compile(
    r"^.*\b(?:don'?t|do not|not|no need|never ?mind)\b(?! (?:go|move|carry)\b).+?"
    r"(?:\bjust (?!yet\b|now\b|like\b|as\b|because\b|in case\b)"
    r"|, (?=(?:go|move|carry|skip) ))(?P<wish>\w.+)$"
)

_LETS: Final = re.compile(r"^.+ (?<!said )(?<!says )(?<!saying )(?<!like )(?<!me )(?P<wish>let'?s (?!not\b).+)$")
#: "Skip that one, i don't like nuts": the reason may follow.
_FIRST: Final = re.compile(
    r"^(?:(?:please|ok|okay|oh|right|just|can you)\W+)*(?P<wish>(?:skip|go|move|carry|take|bring|start|read|pass)\b.+?)"
    r"\W+(?:i|we|you|they|it)\b.+$"
)
_GONE_TO: Final = frozenset({_I.NEXT_STEP, _I.PREVIOUS_STEP, _I.GOTO_STEP, _I.START_COOKING})


def against_english(intent: Intent, said: str, asked: bool) -> Objection | None:
    against = _against(intent, said, asked)
    if against is None or against is Objection.QUESTION:
        return against
    reasoned = _SO.match(said) or (None if against is Objection.CONDITIONAL else _LETS.match(said))
    if reasoned is None and against is Objection.NEGATED:
        reasoned = _JUST.match(said) or (_FIRST.match(said) if intent in _GONE_TO else None)
    return against if reasoned is None else _against(intent, reasoned["wish"], asked)


def _against(intent: Intent, said: str, asked: bool) -> Objection | None:
    if refused_in_english(intent, said):
        return Objection.NEGATED
    waits = intent in (_I.PAUSE, _I.PAUSE_TIMER) and _MEANWHILE.search(said)  # how long, not whether
    waits = waits or (intent is _I.SET_TIMER and re.search(r"\S.* while\b", said))
    waits = waits or (intent is _I.PAUSE_TIMER and _TIMER_MEANWHILE.search(said))
    if intent is _I.STEP_DONE:
        # How it was done, not on what condition, nor by whom.
        said = _AS_SOMEBODY.sub("", _TRIED.sub("", _AS_YOU_SAID.sub("", _TILL.sub("", said))))
    if intent is _I.NEXT_STEP:
        said = PASSED_OVER.sub(" ", _WHAT_FOLLOWS.sub("what next", said))
    if intent is _I.PREVIOUS_STEP:
        said = _NEVER_DID.sub("", said)
    timed = _NO_IF[intent].sub("", said) if intent in _NO_IF else said
    if _IF.search(timed) and not _IF_OK.search(timed) and not waits:
        return Objection.CONDITIONAL
    if intent not in (_I.STOP, _I.UNDO) and _SAID.search(_ALLOWED.sub("", _WHICH_YOU_SAID.sub("", said))):
        return Objection.QUOTED
    if intent not in (_I.SCALE_SERVINGS, _I.PAUSE) and _speaks_of_others(intent, said):
        return Objection.QUOTED
    if intent not in LATER_IS_FINE and _OTHER_TIME.search(said):
        return Objection.OTHER_TIME
    if intent in ADVANCING and _ABOUT_A_STEP.search(said):
        return Objection.QUESTION
    if _ASKING.search(said) and not _asks_for_it(intent, said):
        return Objection.QUESTION
    if intent in (_I.STEP_DONE, _I.FINISH) and (asked or _TAGGED.search(said)) and not _ASKED_FOR.search(said):
        return Objection.QUESTION
    return None


#: "The one called grandma's apple pie".
_WHOSE_RECIPE: Final = re.compile(r"\b\w+['’]s (?=\w)(?!\w+ing\b)")


def _speaks_of_others(intent: Intent, said: str) -> bool:
    said = _THEIR_PART.sub("", _CALLED.sub("", said))
    if intent is _I.CHOOSE_RECIPE:
        said = _WHOSE_RECIPE.sub("", said)
    return _OTHERS.search(said) is not None or (intent in ADVANCING and _ANYBODY.search(said) is not None)


#: "What did you just do, undo it", and not "did you just undo it".
_UNDO_IT: Final = re.compile(r"(?<!you )(?<!just )\b(?:undo|put|take|reverse|revert) (?:it|that|this)(?: back)?\W*$")


def _asks_for_it(intent: Intent, said: str) -> bool:
    if _ASKED_FOR.search(said):
        return True
    if intent is _I.CHOOSE_RECIPE and not re.search(
        r"\bhow (?:do|can|would|should) i (?:pick|choose|change|switch)", said
    ):
        return re.search(r"\bhow (?:do|can|would|should) (?:i|you|we)\b", said) is not None
    if intent is _I.STOP:
        return re.fullmatch(r"(?:oh |just )?can it(?: (?:please|now|will you|mate))?[.!]*", said) is not None
    if intent is _I.UNDO:
        return _UNDO_IT.search(said) is not None
    if intent is _I.SCALE_SERVINGS:
        return re.search(r"\bcan (?:it|this|that) be\b", said) is not None
    if intent is _I.GOTO_STEP:
        return (
            re.search(
                r"\bwhat(?:'s| does| did| do| is)\b.*\bstep\b.*\b(?:say|tell|ask|again)\b"
                r"|\bwhat do(?:es)? (?:it|they|the recipe) (?:say|tell|ask)\b.*\bstep\b",
                said,
            )
            is not None
        )
    if intent is _I.PREVIOUS_STEP:
        return re.search(r"^(?:what did (?:you|it|they)\b.*|how did .*\b(?:one|bit|step) )\bbefore\b", said) is not None
    if intent is _I.NEXT_STEP:
        return (
            re.search(
                r"\b(?:what (?:do|should|must|am) (?:i|we)|what happens (?:now|next|after|then)|"
                r"then what happens|"
                r"what does (?:it|the recipe) (?:say|want).*\b(?:after|next|now)|how (?:do|should) (?:i|"
                r"we) (?:proceed|continue))",
                said,
            )
            is not None
        )
    return False
