"""Korean timer commands that carry no number: start the timer, how long is left, cancel, pause, resume.

With a number or a name ("파스타 8분 재줘", "파스타 타이머 취소") they are read in `command_slots_ko`.
"""

from shared.kitchen.command_rules import Rule
from shared.kitchen.intents import Intent
from shared.kitchen.text import listed
from shared.kitchen.verbs_ko import COPULA_ASK, PLEASE

#: "알림 설정" belongs to "구독과 좋아요".
_TIMER = "(타이머|알람|스톱워치)"
_THE_TIMER = "[그|이|내](타이머|알람|알림|스톱워치)[를|을|은|는|만]"
_ALL = "(모든|전체|전부)(타이머|알람|알림)[를|을|은|는] (타이머|알람|알림)[를|을|은|는](전부|모두|다|전체|몽땅|싹다)"
_HOW_MUCH = "(얼마나|몇분|몇분이나|얼마|몇초|몇초나|몇시간|몇시간이나|얼마큼|몇분정도)"

#: What one does with a timer that carries no time yet; "15분 타이머 맞춰 줘" uses them too.
SET_VERBS = """
시작하 맞추 켜 설정하 세팅하 셋팅하 돌리 걸 재 추가하 틀 만들 작동하 작동시키 가동하 스타트하 누르 걸어두 맞춰두
설정해두 켜두 준비하 부탁하 하 잡 넣
"""
CANCEL_VERBS = "취소하 꺼버리 끄 없애 지우 삭제하 종료하 해제하 그만하 중단하 제거하 캔슬하 끝내 초기화하 리셋하"
PAUSE_VERBS = "일시정지하 일시중지하 멈추 정지하 세우 중지하 정지시키 멈춰두 스톱하 일시정지시키 대기하 홀드하 멈춰놓"
RESUME_VERBS = "재개하 재시작하 이어가 계속하"
AGAIN_VERBS = "시작하 돌리 켜 재 가 하 진행하 틀 스타트하 작동시키 움직이"
LEFT_TAILS = listed("""
    남았어 남았어요 남았지 남았지요 남았죠 남았나 남았나요 남았니 남았냐 남음 남아있어 남아있어요 남았을까
    남았을까요 남았습니까 남았는지 남았는데
    남은거야 남은거지 남은거예요 남아있지 남았는지알려줘 남았는지말해줘 남았는지알려주세요 남았는지확인해줘
    남았더라 남아있나요 남은건가요
    """)
STATUS_TAILS = listed("""
    는요 상태 확인 현황 몇개야 몇개 몇개있어 몇개있지 몇개돌아가 몇개돌고있어 몇개켜져있어 뭐있어 뭐뭐있어
    뭐가있어 목록 리스트 어때 어떻게됐어 어떻게돼
    몇분 몇분이야 얼마나 돌아가고있어 돌고있어 켜져있어 작동중이야 잘돌아가 어떻게됐지 상태어때 어떻게되고있어
    몇개돌아가고있어 남은시간 시간얼마나 확인해줘
    확인해주세요 확인좀 확인부탁해 상태알려줘 상태확인 상태알려주세요 체크 체크해줘 상태보여줘 보여줘 보여주세요
    알려줘 알려주세요 상태확인해줘 남은시간알려줘
    """)

TIMERS: tuple[Rule, ...] = (
    Rule(
        Intent.SET_TIMER,
        f"[이단계|이번단계|지금부터|새|새로]{_TIMER}[를|을](시작|스타트|온|설정|세팅|맞추기|켜기|시작하기|추가|생성)",
        tails=PLEASE,
    ),
    Rule(Intent.SET_TIMER, f"[이단계|이번단계|지금부터|새|새로]{_TIMER}[를|을|도|하나|하나만]", SET_VERBS),
    Rule(Intent.SET_TIMER, "시간[을]", "재 재기시작하 맞추"),
    Rule(Intent.TIMER_STATUS, "[그|내|현재](타이머|알람|알림)[가|는|은|들|이]", tails=STATUS_TAILS),
    Rule(
        Intent.TIMER_STATUS,
        f"[타이머|알람|타이머가|타이머는|알람이|알람은|시간|시간이|시간은|끝나려면|다되려면|끝날때까지|"
        f"다될때까지][앞으로|아직]{_HOW_MUCH}[더]",
        tails=LEFT_TAILS,
    ),
    Rule(
        Intent.TIMER_STATUS,
        "(얼마나|몇분|몇분이나|몇초)(더)(기다려|기다려요|기다려야해|기다려야돼|기다려야해요|기다려야돼요|"
        "기다려야하지|기다려야되지|기다려야되나|기다리면돼|기다리면돼요"
        "|있어야돼|있어야해|있으면돼|있으면울려|있으면끝나)",
    ),
    Rule(
        Intent.TIMER_STATUS,
        "[타이머](남은|잔여)시간[은|이|을]",
        tails=(
            *COPULA_ASK,
            *listed(
                "얼마야 얼마나돼 몇분이야 몇분 얼마예요 얼마지 확인 확인해줘 얼마나 보여줘 얼마나되지 얼마나되나요"
            ),
        ),
    ),
    Rule(
        Intent.TIMER_STATUS,
        "[타이머|알람|타이머는|알람은](언제|몇시에)(울려|울려요|울리지|울리나|울리나요|끝나|끝나요|끝나지|끝나나요|"
        "울릴까|울리죠)",
    ),
    Rule(Intent.CANCEL_TIMER, f"{_THE_TIMER}(취소|삭제|제거|해제|캔슬|초기화|지우기)", tails=PLEASE),
    Rule(Intent.CANCEL_TIMER, "[그|이|내]타이머[를|은|는|만](종료|오프|끄기|그만|리셋)", tails=PLEASE),
    Rule(Intent.CANCEL_TIMER, "[그|이|내]타이머[를|은|는|만]", CANCEL_VERBS),
    Rule(Intent.CANCEL_TIMER, "[그|이|내](알람|알림)[을|은|만]", "취소하 없애 지우 삭제하 해제하 제거하 캔슬하"),
    Rule(Intent.CANCEL_TIMER, _ALL, CANCEL_VERBS, slots={"all": True}),
    Rule(Intent.CANCEL_TIMER, _ALL, tails=listed("취소 삭제 해제 종료 제거 끄기 초기화"), slots={"all": True}),
    Rule(Intent.CANCEL_TIMER, "(타이머|알람)[는|은|이제](필요없|안필요하|됐)(어|어요|습니다|다|네)"),
    Rule(
        Intent.PAUSE_TIMER,
        f"[그|이|내]타이머[를|은|는|만][잠깐|잠깐만|잠시|잠시만](일시정지|일시중지|정지|멈춤|중지|홀드|포즈|대기|"
        f"멈추기) "
        f"{_THE_TIMER}(잠깐|잠깐만|잠시|잠시만)",
        tails=PLEASE,
    ),
    Rule(
        Intent.PAUSE_TIMER,
        "[그|이|내]타이머[를|은|는|만][잠깐|잠깐만|잠시|잠시만] (잠깐|잠깐만|잠시|잠시만)(타이머|알람)[를|을]",
        PAUSE_VERBS,
    ),
    Rule(Intent.PAUSE_TIMER, "[그|이|내]타이머[를|은|는|만](잠깐|잠깐만|잠시|잠시만)", "중단하"),
    Rule(
        Intent.RESUME_TIMER, (f"{_THE_TIMER}(다시|계속|재개|다시시작|재시작|이어서|다시켜기|다시스타트)"), tails=PLEASE
    ),
    Rule(
        Intent.RESUME_TIMER,
        "[멈춘|멈춰둔|정지한|일시정지한|멈췄던](타이머|알람)[를|을|는|은](다시|계속|이어서|도로) 다시(타이머|"
        "알람)[를|을]",
        AGAIN_VERBS,
    ),
    Rule(Intent.RESUME_TIMER, _THE_TIMER, RESUME_VERBS),
)
