"""Understanding with nothing but this process: exact commands first, then (soon) the learned model."""

from services.llm.situation import Situation, Understanding
from shared.contracts.llm import Action, Source
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language, language_of
from shared.kitchen.text import normalise, squeeze

_SEAM: dict[str, Intent] = {
    squeeze(normalise(phrase)): intent
    for intent, phrases in {
        Intent.NEXT_STEP: "다음 단계로 넘어가줘,다음,다음 단계,next,next step",
        Intent.STEP_DONE: "다 했어,done",
        Intent.PREVIOUS_STEP: "이전,이전 단계,previous,go back",
        Intent.REPEAT_STEP: "다시,repeat,again",
        Intent.LIST_INGREDIENTS: "재료,ingredients",
    }.items()
    for phrase in phrases.split(",")
}


class Embedded:
    model = "kitchen-commands"
    device = "cpu"

    def load(self) -> None: ...

    def close(self) -> None: ...

    def understand(self, text: str, situation: Situation) -> Understanding:
        language = situation.language or language_of(text, Language.KO)
        intent = _SEAM.get(squeeze(normalise(text)))
        if intent is None:
            return Understanding((Action(intent=Intent.OUT_OF_SCOPE),), 0.0, language.value, Source.FALLBACK)
        return Understanding((Action(intent=intent),), 1.0, language.value, Source.COMMAND)
