"""The dish in an English sentence: "let's make pancakes tonight" without the words that only ask."""

import re
from typing import Final

from services.llm.classifier.concepts import FOOD_EN
from shared.kitchen.text import listed

_ASK_EN: Final = re.compile(
    r"^.*?(?:(?:recipe|recipes|the one) (?:for|of)|i fancy(?: (?:doing|making|having|cooking))?|"
    r"how about(?: we)?(?: (?:make|cook|do|try|have))?|how (?:do|can|"
    r"would|to|should|does)(?: (?:i|you|we|one))? ?(?:make|cook|bake|prepare)|\bto (?:make|cook|bake|prepare)|"
    r"(?:show|teach|tell|help) (?:me|us)(?: how)?(?: to)? (?:make|cook|bake|prepare)|"
    r"(?:want|like|love|rather|going|gonna|wanna|feels? like|mood|ready|trying|plan|craving|begging|lets|well|ill|"
    r"let us|can we|could we|can i|could i|shall we|fancy|were|im|we are|i am)"
    r"(?: (?:to|for|of|after|now|today|really|you|thinking|in the mood for|"
    r"have a (?:go|bash|stab|crack) at|a (?:go|bash|stab|crack) at|try (?:my|our) hand at))* ?"
    r"(?:making|doing|having|cooking|make|cook|bake|baking|prepare|do|try|have|eat|"
    r"attempt|tackle|learn|eating|go with|going with|craving|choose|pick|take|start|"
    r"(?:switch|swap|change)(?: it| this)? to|"
    r"kill for)?|"
    r"^(?:(?:can|could|would|will) you (?:please )?(?:bring up|fetch|open|find|load|pull up|look up)|"
    r"do you have(?: (?:the one|a recipe) for)?)"
    r"(?: me| us)?|"
    r"^(?:please |ok |okay |so |um |uh |hey |and |well |now |alright |right |oh )*"
    r"(?:whip up|call up|pull out|gimme|take|"
    r"go (?:with|for|to)|make|cook|bake|"
    r"prepare|find|open|show|get|give|pull up|load|put on|put|start|search for|search|look up|bring up|choose|pick|"
    r"select|read|(?:switch|swap|change)(?: it| this)? to|next up|"
    r"change(?: the)? recipe to|bring|use|fetch|do)(?: me| us)?(?: on)?|\b(?:open|find|get|load|fetch) (?=the |an? ))"
    r"(?: (?:a|an|the|some|that|my|your|for|us|me|up|good|nice|decent|quick|easy|simple|proper|best))* "
)
_TAIL_EN: Final = re.compile(
    r"(?: (?:recipe|recipes|one|on|night|please|today|tonight|for dinner|for lunch|for breakfast|for tonight|instead|"
    r"now|then|sounds good|it is|for me|thanks|this time|again|dish|next|first|tomorrow|ok|okay|pretty please|"
    r"pretty|sounds nice|sounds lovely|thing|time|so|bro|going|this (?:morning|evening|afternoon)))+$"
)
_NO_DISH_EN: Final = frozenset(
    (
        *listed(
            """
            something it this that them first second third last another new different recipe recipes other anything one
            """
        ),
        *("something else", "another recipe", "a different recipe", "surprise me", "something different"),
        *("recipe please", "something new"),
    )
)
#: Words around a dish, never of it: "we're doing shepherd's pie tonight, pull it up".
_NOT_OF_IT_EN: Final = (
    "a|an|the|some|my|your|our|of|to|and|or|i|im|id|ill|we|were|well|you|he|she|they|it|its|that|this|one|"
    "ones|no|not|yes|is|was|"
    "are|be|can|could|do|doing|did|does|how|what|make|making|made|cook|cooking|bake|baking|open|find|get|"
    "give|put|bring|pull|"
    "load|show|start|change|switch|choose|pick|select|take|me|us|up|on|over|for|with|by|then|now|actually|"
    "rather|want|wants|fancy|"
    "love|like|lets|have|having|got|new|recipe|recipes|something|called|about|nice|good|please|meant|today|"
    "tonight|some|kids|daughter|son|mum|promised|like|"
    "craving|hankering|mood|in|feel|go|going|try|first|second|next|other|another|so|because|whole|big|proper|said"
)
KNOWN_EN: Final = re.compile(rf"\b(?P<dish>(?:(?!(?:{_NOT_OF_IT_EN})\b)[a-z]+ ){{0,2}}(?:{FOOD_EN}))\b")
_AFTER_EN: Final = re.compile(
    r"(?: (?:(?:pull|bring|open|load|put|get|look) (?:it|that|them|this)(?: one| recipe)?(?: up)?|"
    r"lets (?:go|(?:do|have|make|try|cook) (?:it|that|this|those|them|one)(?: one)?)|"
    r"as a recipe|if you (?:please|would)|up|it is(?: then)?|and cook it|this evening|i think|maybe|"
    r"have ye got that up|got or not|or not|yaar|beta|love|pal|mate|dude|buddy|bru|partner|abeg|na|lah|hon|maestro|"
    r"my friend|sil vous plait|"
    r"maam|sir|chef|darling|(?:please|recipe)(?: hen| duck| pet)?|(?:the |that )?recipes?|today|tonight|then|now))+$"
)
_LEFT_OVER_EN: Final = re.compile(
    r"^(?:(?:today|tonight)(?: a| an| the)? |"
    r"(?:today|tonight|for dinner|no|actually|ok|okay|so|um|and|well|oh)? ?(?:its|were doing|"
    r"were making|were having|were cooking|"
    r"well have|well be (?:making|having|cooking|doing)|well do|ill take|"
    r"ill have(?! a (?:go|bash|stab|crack)\b)|i meant|we cook|we make|"
    r"let me (?:cook|make|do)|"
    r"let us (?:cook|make)|"
    r"something called|(?:a |some )?recipes? for)(?: (?:a|an|the|some))? )+"
)


def english_dish(said: str) -> str | None:
    said = _NOT_AT_FIRST_EN.sub("", said)
    wanted = _WANTED_EN.match(said)
    said = said if wanted is None else wanted["dish"]
    said = _NOT_THAT_EN.sub("", _FOR_SO_MANY_EN.sub("", _AFTER_EN.sub("", said)))
    instead = _TAKEN_BACK_EN.match(said)
    bare = (_asked_for(instead["rest"]) if instead is not None else None) or _asked_for(said)
    return None if bare is None or len(bare.split()) > _LONGEST_EN else bare


def _asked_for(said: str) -> str | None:
    said = _LEFT_OVER_EN.sub("", _AFTER_EN.sub("", said))
    bare = _TAIL_EN.sub("", _ASK_EN.sub("", said, count=1)).strip()
    bare = _AHEAD_OF_IT_EN.sub("", _A_RECIPE_FOR_EN.sub("", bare))
    bare = _FOR_WHOM_EN.sub("", _WHICH_ONE_EN.sub("", bare)).strip()
    return None if not bare or bare in _NO_DISH_EN else bare


_LONGEST_EN: Final = 5
_NOT_AT_FIRST_EN: Final = re.compile(
    r"^(?:no )?not (?:(?:this one|that) ?|(?:the |a )?[a-z]+ (?=(?:give|i want|make|do|open|lets|find|bring|get)\b))"
)
#: "Tteokbokki I want to make", "onion soup, that's what I'm after".
_WANTED_EN: Final = re.compile(
    r"^(?!(?:what|how|which|do|can)\b)(?P<dish>[a-z]+(?: [a-z]+){0,3}?)(?:(?: is| thats) what)? "
    r"(?:(?:i|we) (?:want|wanna|would like|feel like|fancy)(?: to)? (?:make|cook|bake|do|have|making|cooking)|im after)"
    r"(?: tonight| today)?$"
)
_A_RECIPE_FOR_EN: Final = re.compile(
    r"^(?:a |the )?(?:(?:recipe|dish|thing|something) (?:for|of|called|with) |recipe (?!please))"
)
_AHEAD_OF_IT_EN: Final = re.compile(
    r"^(?:a|an|the|some|to|make|cook|bake|get|making|cooking|us|me)(?: (?:a|an|the|some))? "
)
#: "The second one, the laksa", "kimbap for the picnic".
_WHICH_ONE_EN: Final = re.compile(
    r"^(?:(?:first|second|third|last|other) (?:one|dish|recipe)|number \w+|new recipe)(?: |$)(?:please )?(?:the )?"
)
_FOR_WHOM_EN: Final = re.compile(r"(?<=\w)(?<!^go) for (?:the|my|our|a) .+$")
#: "Pad thai, no, green curry".
_TAKEN_BACK_EN: Final = re.compile(
    r"^.+ (?:no wait|no sorry|no actually|or rather|make (?:that|it)|i mean|i meant|sorry|actually|no) (?P<rest>.+)$"
)
_NOT_THAT_EN: Final = re.compile(
    r"(?<=\w)(?<!\bor)(?<!\bno) (?:not|nothing) (?!.*\b(?:lets|open|make|do|cook|but|its|instead)\b).+$"
)
_FOR_SO_MANY_EN: Final = re.compile(
    r" for (?:\d+|two|three|four|five|six|seven|eight|nine|ten|the kids|everyone|everybody|us all)\b.*$"
)
