"""Korean commands that move through the recipe: next, done, back, again, first, last, start, where, finish.

Written without spaces; how the table is read is in `command_rules`. Adverbs and fillers in front (이제, 그럼, 좀,
빨리)
are taken off before these rules are tried, so they stand here only where they carry the meaning ("이제 뭐 해?").
"""

from shared.kitchen.command_rules import Rule
from shared.kitchen.intents import Intent
from shared.kitchen.verbs_ko import COPULA_ASK, COPULA_DONE, COPULA_SURE, PLEASE, Mood

TELL = "알리 말하 읽 들리 보이 설명하 부르 얘기하 이야기하 가르치 안내하 말씀하"
_MOVED = (*PLEASE, "이동", "가기", "이동요", "점프", "시작")
_MOVE = "가 넘어가 넘기 이동하 진행하 나가 옮기 가보 넘어가보 건너가"

_NEXT = "[그|바로]다음[단계|스텝|순서|과정|차례|거|꺼|것|걸|파트]"
_NEXT_PLACE = "(다음|그다음)(단계|스텝|순서|과정|거|꺼|)[는|은|엔|에는|에|에선|에서]"
_NEXT_TO = f"{_NEXT}[로|으로|을|를|부터|도]"
_HERE = "(이|이번|지금|현재|이거|이건|이번거|요거|여기|여긴|이단계|이번단계|지금단계|현재단계|이스텝|이과정|이순서)"
_BACK = "[바로](이전|직전|그전|아까전|방금전|지난|전|앞|앞전)(단계|스텝|순서|과정|거|꺼|것|걸)[로|으로|을|를|부터]"
_BACK_ALONE = f"{_BACK} 이전[으로] 직전[으로] 그전으로 아까(거|꺼|그거|걸|그걸|단계|그단계)[로]"
_ONE_BACK = "(한단계|한칸|하나|한스텝)[만](전|전으로|뒤로|이전|이전으로)"
_AGAIN_WORD = "(다시|한번더|다시한번|다시한번만|한번만더|한번만|또|또한번)"
_THIS = (
    "(방금|방금거|방금꺼|방금그거|방금한말|방금말한거|아까한말|아까말한거|지금거|지금꺼|지금한말|이거|그거|이말|"
    "그말|마지막말|"
    "이단계|이번단계|지금단계|현재단계|요단계|이스텝|이과정|이번거|단계|설명|안내|레시피)"
)
_FIRST = (
    "(처음|맨처음|제일처음|첫단계|첫번째단계|첫스텝|첫번째스텝|첫순서|맨앞|시작단계|첫과정|처음단계|"
    "맨처음단계)(으로|로|부터)"
)
_LAST = "(마지막|맨마지막|제일마지막|최종)(단계|스텝|순서|과정)[로|으로|를|을]"

#: What one does in a step: said in the past, it means that the step is done ("다 볶았어").
DEEDS = """
하 끝나 끝내 되 마치 완료하 완료되 마무리하 마무리되 넣 집어넣 썰 볶 굽 끓이 끓 자르 섞 붓 다지 씻 헹구 버무리
무치 데치 삶 재우 튀기
익히 익 건지 담 올리 얹 뿌리 덮 깔 갈 빻 짜 까 깎 벗기 빼 부치 찌 졸이 조리 식히 손질하 추가하 예열하 젓 뒤집 옮기
두르 달구 녹이
불리 담그 녹 식 볶아지 구워지 섞이 졸아들 절이 말 빚 바르 채우 비비 펴 밀 치대 반죽하 풀 거르 우리 계량하 준비하
채썰 다듬 닦 으깨 묻히 입히 꺼내
섞어주 넣어주 뿌려주 볶아주
"""
#: What "다" is said of when a step is done: "고기 다 구웠어". Without 다 it may be a part of it.
_FOOD = (
    "(재료|재료손질|껍질|뚜껑|고기|물|손질|준비|채소|야채|양파|마늘|파|대파|감자|당근|계란|달걀|면|파스타|국수|"
    "두부|김치|버섯|양념|"
    "소스|반죽|육수|밑간|기름|소금|간장|"
    "설탕|고추장|고춧가루|된장|콩나물|무|애호박|호박|배추|쌀|밥|닭|닭고기|돼지고기|소고기|생선|새우|오징어|햄|치즈|"
    "버터|밀가루|우유|떡|어묵|채썰기|계량|"
    "예열|팬|오븐|냄비|고명|만두|만두소|시금치|오이|가지|고구마|참기름|식용유|올리브유|토마토|베이컨|양념장)"
)

MOVING: tuple[Rule, ...] = (
    Rule(
        Intent.NEXT_STEP,
        (f"{_NEXT_TO} 담(단계|거|스텝)[로] 다음다음 다음으로진행 다음단계진행 다음단계안내 다음단계설명"),
        tails=_MOVED,
    ),
    Rule(Intent.NEXT_STEP, "넥스트[스텝|단계] 스킵 패스 진행", tails=PLEASE),
    Rule(
        Intent.NEXT_STEP,
        _NEXT_TO,
        f"{_MOVE} {TELL} 하 해보 시작하 보 주 듣 이어가 이어서하 계속하 틀 띄우 알아보 건너뛰 스킵하 패스하 들어가 "
        f"불러오",
    ),
    Rule(Intent.NEXT_STEP, "-", "넘어가 넘기 건너뛰 스킵하 패스하 진행하 넘어가보 진행시키 넥스트하"),
    Rule(Intent.NEXT_STEP, f"{_HERE}[는|은|를|을]", "건너뛰 스킵하 패스하 넘기 넘어가"),
    Rule(Intent.NEXT_STEP, f"{_HERE}[는|은|를|을](스킵|패스|건너뛰기)", tails=PLEASE),
    Rule(Intent.NEXT_STEP, f"{_NEXT_PLACE}[이제|나|난|우리](뭐|뭘|뭐를|무엇을)", "하", Mood.ASK),
    Rule(
        Intent.NEXT_STEP,
        ("앞으로 (한단계|한칸|하나|한스텝)(앞으로|더|다음으로)"),
        ("가 넘어가 넘기 이동하 진행하 나가"),
    ),
    Rule(Intent.NEXT_STEP, "한단계 하나 한스텝", "건너뛰 스킵하 넘어가 넘기 패스하"),
    Rule(
        Intent.NEXT_STEP,
        """
        (이제|그럼|그러면|그럼이제|이제그럼|그다음|그다음에|그다음엔|그다음에는|다음엔|다음에는|다음에|다음|이다음|
        이다음에|이다음엔)[나|난|나는|우리](뭐|뭘|뭐를|무엇을)
        (이제|그럼|그럼이제)(뭐부터|어떤거|어떤걸)
        """,
        "하",
        Mood.ASK,
    ),
    Rule(
        Intent.NEXT_STEP,
        ("(이제|그럼이제|이제그럼|그다음|그다음에|그다음엔|다음엔|다음에는)(어떻게|어떡)"),
        ("하"),
        Mood.ASK,
    ),
    Rule(
        Intent.STEP_DONE,
        "- 드디어다 (내가|제가)[다] [이거|그거|이건|그건|여기까지|이단계|이번단계|벌써|방금|막]다 방금 막 벌써 모두 "
        "전부 전부다 싹다 몽땅",
        DEEDS,
        Mood.DONE,
    ),
    Rule(Intent.STEP_DONE, f"{_FOOD}[를|을|은|는|도]다", DEEDS, Mood.DONE),
    Rule(
        Intent.STEP_DONE,
        ("(손질|준비|계량|예열|밑간|채썰기|썰기|볶기|굽기|끓이기|반죽|양념)[다](끝|완료)"),
        tails=COPULA_DONE,
    ),
    Rule(
        Intent.STEP_DONE,
        "(이거|그거|이건|그건|여기까지|여기|이단계|이번단계|이번거|이과정|시킨거|시킨대로|말씀하신대로|말한대로|"
        "하라는거|"
        "하라는대로)[는|은|를|을|도]",
        "하 끝나 끝내 완료하 마치 다하 다끝나 다끝내 다되 모두하",
        Mood.DONE,
    ),
    # "그건 됐어" declines an offer.
    Rule(Intent.STEP_DONE, "(여기까지|이단계|이번단계|이과정)[는|은|도]", "되", Mood.DONE),
    Rule(
        Intent.STEP_DONE,
        "끝 다끝 완료 (이단계|이번단계|단계|이거|이건|여기까지|이번거)[는](끝|완료) (전부|모두|다)완료 미션완료",
        tails=COPULA_DONE,
    ),
    Rule(Intent.STEP_DONE, "완료됨 다됨 다함 다했음 했음 다끝남 끝남"),
    Rule(
        Intent.PREVIOUS_STEP,
        (f"{_BACK_ALONE} 전으로 [다시]뒤로 뒤로한단계[만] 뒤로하나[만] 뒤로가기 백 프리비어스 {_ONE_BACK}"),
        tails=(*PLEASE, "다시", "다시요"),
    ),
    Rule(Intent.PREVIOUS_STEP, _BACK, "되돌리"),
    Rule(
        Intent.PREVIOUS_STEP,
        _BACK_ALONE,
        f"{_MOVE} {TELL} 돌아가 되돌아가 다시가 하 돌리 주 보 듣 돌아가보 다시말하 다시읽 다시알리 다시들리 "
        f"다시하 "
        f"다시보 다시보이 다시듣",
    ),
    Rule(
        Intent.PREVIOUS_STEP,
        f"[다시]뒤로 {_ONE_BACK} 아까로 백 다시이전으로 다시(이전|전|앞)단계로 다시아까단계로",
        f"{_MOVE} 돌아가 되돌아가 돌리 하 다시가",
    ),
    Rule(Intent.PREVIOUS_STEP, "[다시]전으로", f"{_MOVE} 돌아가 되돌아가 돌리 다시가"),  # 전으로 하자 may be pancakes
    Rule(Intent.PREVIOUS_STEP, "- 다시 한단계 하나 한칸 한스텝", "돌아가 되돌아가"),
    Rule(Intent.PREVIOUS_STEP, "(한단계|하나|한칸|한스텝)[만]앞으로", "돌아가 되돌아가 되돌리"),
    Rule(
        Intent.REPEAT_STEP,
        """
        다시[다시|한번|한번만] (한|또한)번[더|만더] 또한번 다시한번더 한번다시 반복[재생] 재생 다시재생 리플레이 리핏
        리피트 원모어타임 어게인 방금뭐
        (방금거|방금꺼|지금거|지금꺼|이거|이단계|이번단계|지금단계|현재단계|방금한말)(다시|한번더|다시한번)
        """,
        tails=PLEASE,
    ),
    Rule(
        Intent.REPEAT_STEP,
        f"{_AGAIN_WORD} {_THIS}[를|을|만]{_AGAIN_WORD} {_AGAIN_WORD}{_THIS}[를|을|만]",
        f"{TELL} 하 반복하 듣 재생하 틀 읊",
    ),
    Rule(Intent.REPEAT_STEP, f"- {_THIS}[를|을|만]", "반복하 재생하 다시재생하"),
    Rule(
        Intent.REPEAT_STEP, ("(이|이번|지금|현재|요)(단계|스텝|과정|순서)[를|을|만]"), ("읽 들리 말하 알리 부르 안내하")
    ),
    Rule(
        Intent.REPEAT_STEP,
        """
        머라고[요] 모라고[요] 머라구[요] 모라구[요] [네|예|응|어|엥|에|아|방금|지금|뭐](뭐라고|뭐라구|뭐라고요|
        뭐라구요|뭐라고라|뭐랬어|뭐랬지) 뭐 뭐요 뭐라 뭐래
        뭐래요 뭐지 뭐였지 뭐였더라 뭐라는거야 뭐라니 뭐랬더라
        (무슨|뭔)(말|소리) (뭐라고|뭐라|뭐|뭘)(하라고|하라구|하라고요|하라구요|하라는거야|하라는거지|하라는거예요|
        해야한다고|해야된다고|하래|하는거라고)
        (뭐라고|뭐라|뭐|뭘)(하라고했|하랬|하라했|하는거였|해야한댔|해야된댔)(지|더라|죠|어|나)
        """,
    ),
    Rule(
        Intent.REPEAT_STEP,
        "[방금|아까|조금전에|방금전에|마지막에](뭐라고|뭐라|뭐라구|무슨말|무슨말을|무슨말씀|뭔말)",
        "하 그러 하시 말하 그러시 말씀하시 얘기하",
        Mood.ASK_PAST,
    ),
    Rule(
        Intent.REPEAT_STEP,
        """
        [잘|제대로|방금|방금거|말을|뭐라고했는지|뭐라는지|무슨말인지|뭐라고하는지](못들|못알아들)(었어|었어요|
        었습니다|었다|었네|었네요|었는데|었는데요|음|었거든)
        [잘|소리가](안들려|안들려요|안들립니다|안들린다|안들렸어|안들렸어요|안들리는데|안들리는데요|안들리네|
        안들리네요)
        (잘들리지않아|듣지못했어|방금놓쳤어|놓쳤어|못알아듣겠어)[요]
        """,
    ),
    Rule(Intent.REPEAT_STEP, "지금[은](뭐|뭘|무엇을)", "하", Mood.ASK),
    Rule(
        Intent.GOTO_STEP,
        f"[다시]{_FIRST}[다시] 첫단계[다시] 첫번째단계[다시] 맨처음단계 처음단계 첫스텝",
        tails=_MOVED,
        slots={("step"): 1},
    ),
    Rule(
        Intent.GOTO_STEP,
        f"[다시]{_FIRST}[다시] 첫단계[를] 첫번째단계[를]",
        f"{_MOVE} {TELL} 시작하 돌아가 되돌아가 다시가 돌리 재시작하",
        slots={"step": 1},
    ),
    Rule(Intent.GOTO_STEP, "[다시](처음|맨처음|첫단계)부터[다시]", "하 해보 요리하", slots={"step": 1}),
    Rule(Intent.GOTO_STEP, f"{_LAST} 맨(마지막|끝)으로", tails=_MOVED, slots={"step": -1}),
    Rule(
        Intent.GOTO_STEP,
        f"{_LAST} (마지막|맨마지막|맨끝|제일마지막)으로",
        f"{_MOVE} {TELL} 보 듣 건너뛰 점프하",
        slots={"step": -1},
    ),
    Rule(
        Intent.START_COOKING, ("[요리|조리|레시피|쿠킹|요리를](시작|스타트|개시) [요리]시작하기 렛츠고"), tails=PLEASE
    ),
    Rule(
        Intent.START_COOKING,
        "- 요리[를] 조리[를] 레시피[를] 쿠킹 요리부터 안내를 슬슬 슬슬요리를",
        "시작하 스타트하 시작해보 개시하",
    ),
    Rule(Intent.START_COOKING, "요리[를] 조리[를]", "하 해보"),
    Rule(
        Intent.PROGRESS,
        """
        [내가|현재|지금이|여기가|여기|이게|이거]몇(단계|번째단계|번단계|스텝|번째스텝|번째)[째|까지] [여기|
        현재]어디(쯤|까지) 여기어디 어디
        [현재|여기](어느|무슨)(단계|스텝|순서) [총|전부|모두|전체|다해서](몇단계|몇단계까지|단계가몇개|
        단계가총몇개|단계가전부몇개|몇개단계|
        몇스텝)
        (진행상황|진행상태|진행도|현재단계|지금단계|남은단계|현재위치|현재진행상황|진행률)[은|는|이|가]
        """,
        tails=COPULA_ASK,
    ),
    Rule(
        Intent.PROGRESS,
        "[내가|아까|지난번에|전에|어제](어디까지|몇단계까지|몇번까지|어디쯤까지|얼마나|얼마만큼|어디쯤)",
        "하 오 진행하 진행되 요리하 되",
        Mood.ASK_PAST,
    ),
    Rule(
        Intent.PROGRESS,
        "[내가](몇단계|어디|몇번째단계|어느단계|무슨단계)[를|을|에|까지|쯤]",
        "하고있 있 와있",
        Mood.ASK,
    ),
    Rule(
        Intent.PROGRESS,
        ("[앞으로|아직](몇단계|몇단계나|몇스텝|단계가몇개|단계몇개|단계가얼마나)[더]"),
        ("남"),
        Mood.ASK_PAST,
    ),
    Rule(
        Intent.PROGRESS,
        """
        (진행상황|진행상태|진행도|현재위치|남은단계|현재진행상황|진행률)[을|를]
        (어디까지했는|몇단계인|어디인|어디까지왔는|지금몇단계인|지금어디까지했는|몇단계남았는)지[를]
        """,
        "알리 말하 보이 가르치 확인하 안내하",
    ),
    Rule(
        Intent.PROGRESS,
        "(이게|여기가|여기까지가|이거)[진짜](다|전부|마지막|마지막단계) (이게|여기가|여기까지가)[진짜]끝",
        tails=COPULA_SURE,
    ),
    Rule(Intent.PROGRESS, "[다|이제|이거]끝(이야|인가|인가요|이지|이죠|입니까|이냐|이니|인거야|인거지|일까|맞아|맞지)"),
    Rule(Intent.PROGRESS, "[요리|이거|요리가][다]끝난(거야|거예요|거지|거죠|거에요|건가|건가요|거맞아|거맞지|거니)"),
    Rule(
        Intent.FINISH,
        "(요리|조리|쿠킹|레시피|요리를|조리를|요리는)[다](끝|종료|완료|마무리|완성|끝내기|종료하기|마치기) 종료 "
        "완성 오늘은여기까지 오늘요리는여기까지 여기까지만",
        tails=(*COPULA_DONE, *PLEASE[3:]),
    ),
    Rule(
        Intent.FINISH,
        "- 그만 이만 요리[를|는] 조리[를|는] 레시피[를] 쿠킹 오늘은 오늘요리는 프로그램 앱 세션",
        "끝내 종료하 마무리하 마치 끝내버리",
    ),
    Rule(
        Intent.FINISH,
        "(요리|조리|레시피|음식|요리가|음식이|요리를)[다|모두|전부|드디어]",
        "끝나 끝내 마치 하 완성하 완성되 되 만들",
        Mood.DONE,
    ),
    Rule(Intent.FINISH, "- 다 드디어", "완성하 완성되", Mood.DONE),
    Rule(
        Intent.FINISH,
        ("(요리|조리|오늘요리|요리는|오늘은|오늘요리는)(그만|이만|여기까지|여기까지만) 여기까지[만]"),
        ("하 끝내 마치"),
    ),
)
