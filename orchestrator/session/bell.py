# ruff: noqa: E501
"""Words that turn a bell off, and mean nothing more while it rings."""

import re

from shared.kitchen.text import listed, normalise, squeeze

#: Said while something rings, these silence it and mean nothing more. (됐어 is also "done": not while it screams.)
_QUIET = frozenset(
    listed(
        """
        됐어 됐어요 됐다 그만 그만해 그만해요 멈춰 멈춰줘 꺼 꺼줘 꺼주세요 끄기 알았어 알았어요
        알겠어 알겠어요 확인 응 네 예 어 오케이 오키 조용 조용히 조용히해
        ok okay stop enough quiet yes yeah yep gotit thanks thankyou alright fine silence shutup
        turnitoff
        """
    )
)
#: "어 껐다", "불 줄였어", "turned it off": the bell was heard, and something was done about it. The step goes on.
_TURNED_OFF = re.compile(
    r"(?:(?:어|응|네|예|아|야|자|그래|알았어|이제|지금|방금) ?)*(?:둘 ?다|두 ?개 ?다|다|전부|모두|싹)? ?"
    r"(?:(?:가스 ?)?불|가스|타이머|알람|알림|소리|인덕션)?(?:을|를|도|은|는)? ?(?:둘 ?다|다|전부|모두|좀|이제|방금|벌써|약하게)? ?"
    r"(?:꺼 ?(?:줘|줘요|주세요|라|요|봐)?|끌게요?|끔|껐(?:어|어요|다|다고|습니다|지|는데)|(?:줄였|낮췄|내렸)(?:어|어요|다|습니다))"
    r"|(?:(?:ok|okay|yes|yeah|yep|alright|right|there) )*(?:(?:i|ive|i have) )?(?:just )?(?:(?:turn|switch|shut|turned|switched) )?"
    r"(?:it|its|its all|them|theyre|that|thats|both|all|everything|the (?:heat|stove|gas|burner|oven|timers?|alarms?)) ?"
    r"(?:of them )?(?:is |are )?(?:both )?(?:turned |switched )?(?:off|down)"
    r"|(?:(?:i|ive) )?(?:just )?(?:turned|switched|shut) (?:off|down) (?:it|them|that|both|everything|the \w+)|off"
)
#: "전부 취소", "둘 다 꺼": every timer, however many there are.
_ALL_TIMERS = re.compile(
    r"(?:타이머(?:를)? ?)?(?:전부|모두|둘 ?다|두 ?개 ?다|다|싹 ?다?|전체|모든 ?타이머(?:를)?)(?: ?타이머(?:를)?)? ?"
    r"(?:취소|꺼|끄|없애|지워|그만)[가-힣 ]{0,5}"
    r"|(?:please )?(?:cancel|stop|clear|delete|switch|turn|kill) (?:off )?(?:them )?(?:both|all|everything|all of (?:them|it)|both of them)"
    r"(?: (?:the )?timers?)?(?: off)?(?: please)?|(?:both|all|everything) off"
)


def silences(text: str) -> bool:
    """Whether these words, while something rings, turn it off and mean nothing more."""
    view = normalise(text)
    return squeeze(view) in _QUIET or _TURNED_OFF.fullmatch(view) is not None


def turns_all_off(text: str) -> bool:
    return _ALL_TIMERS.fullmatch(normalise(text)) is not None
