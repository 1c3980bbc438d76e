"""What cannot be done now, as far as the caller told us: nothing paused to resume, no timer to cancel, no step 40 of 6.

None in a `Situation` means "not said", and then everything is possible.
"""

import re
from typing import Final

from services.llm.situation import Situation
from shared.contracts.llm import Action
from shared.kitchen.intents import Intent
from shared.kitchen.text import listed, normalise, squeeze

_NEEDS_A_TIMER: Final = frozenset({Intent.CANCEL_TIMER, Intent.PAUSE_TIMER, Intent.RESUME_TIMER, Intent.ADD_TIME})
#: While something rings, these words mean "I heard it".
_SILENCING: Final = frozenset(
    listed(
        """
        됐어 됐어요 됐다 알았어 알았어요 알겠어 알겠어요 확인 오케이 그만 꺼 꺼줘 끄기 멈춰 멈춰줘 스톱 그래 응 네
        됐습니다 그만해 조용히 타이머꺼 타이머꺼줘 알람꺼 알람꺼줘 stop ok okay gotit off quiet enough turnitoff iheard
        iheardit thanks alright dismiss silence shutup done
        """
    )
)


def possible(action: Action, situation: Situation) -> bool:
    if action.intent is Intent.RESUME:
        return situation.paused is not False
    if action.intent in _NEEDS_A_TIMER:
        return situation.timers is None or len(situation.timers) > 0 or situation.ringing is True
    if action.intent is Intent.GOTO_STEP:
        return _step_exists(action, situation)
    return True


def _step_exists(action: Action, situation: Situation) -> bool:
    total = situation.total_steps
    step, offset = action.slots.step, action.slots.offset
    if step is not None:
        return step != 0 and (total is None or abs(step) <= total)
    if offset is not None and situation.step is not None:
        target = situation.step + offset
        return target >= 1 and (total is None or target <= total)
    return True


#: The same, said more than once or with more around it: "네네 들었어요", "okay okay i hear you".
_HEARD: Final = re.compile(
    r"(?:(?:아|어|이제|다)*(?:네|예|응|오케이|오케|알았다|알았어요?|알겠어요?|들었어요?|들려요?|됐다|됐어요?|그래|"
    r"그만|ok|okay|yes|yeah|"
    r"alright|right|iheardyou|iheard|ihearyou|ihearit|igetit|igotit|gotit|enough|thankyou|thanks|stop|thatsenough))+"
)


def heard_while_ringing(text: str, situation: Situation) -> Intent | None:
    if not situation.ringing:
        return None
    said = squeeze(normalise(text))
    return Intent.STOP if said in _SILENCING or _HEARD.fullmatch(said) else None
