"""What may be the name of a timer ("파스타 타이머", "timer for the eggs"), and what only stands where a name could.

"끓으면 5분 재 줘" taken for a timer called 끓으면 would start it now instead of then: what looks like a verb, a
condition, a question or a number is refused, and with it the whole command. Fillers and whoever is spoken to ("음",
"엄마") are no part of a name, nor is what the cook is about to do ("파스타 삶을 건데 8분만" is the timer 파스타).
"""

import re

from shared.kitchen.text import listed
from shared.kitchen.utterance_ko import FILLERS

_NOODLES = re.compile(
    "(?:라면|냉면|쫄면|소면|당면|비빔면|짜장면|자장면|메밀면|칼국수면|파스타면|우동면|국수면|중화면|^면)$"
)
_LIKE_A_VERB = re.compile(
    "(?:고|서|면|까|요|다|니|게|자|때|전|후|뒤|동안|부터|까지|으로|하고|랑|만|가|와|지만|는데|은데|든지|거나|라고|"
    "다고|말고|으니|니까|했|었|았|겠|지마|줘|했어|됐어|어도|아도|로|고서|하|한테|에게|께)$"
)
_FINE_ANYWAY = frozenset(
    listed(
        """
    불고기고 망고 표고 소고 찜기 만두전 파전 김치전 부침개전 해물파전 녹두전 감자전 동태전 애호박전 호박전 부추전
    육전 고구마 고기 오리 다시마 완자 피자 모카 감자 유자 과자 비자 탕수육 수육 갈비찜 가자미 참치 카레로 명란
    오코노미야키 모밀 수제비만 치즈케이크 초코바 쿠키반죽 바나나 에다 사이다 간자 차 녹차 홍차 보리차 커피 계란
    달걀 파스타 고등어 소다 판다 소바 가자 추가 감 전 로 피클로 도라지 가지 소시지 돼지
    브라우니 파니니 링귀니 페투치니 주키니 베이킹소다 체다 몽블랑 마시멜로 대하 리가토니 비리야니
    """
    )
)
_REFUSED = frozenset(
    listed("""
    왜 뭐 뭘 뭐가 뭔 누가 누구 언제 어디 어떻게 어떤 무슨 몇 얼마 얼마나 안 못 아니 아니야 말고 다음 다음번 다음엔
    이전 이전에 단계 다시 그만 아까 방금 어제 오늘 내일 만약 만일
    아직 이미 벌써 니가 네가 너 너는 처음 마지막 모든 모두 전부 전체 다 더 하지마 절대 누구의 근데 하지만 그래서
    때문에 나중에 이따가 이따 아마 진짜 정말 설마 원래 보통
    취소 정지 시작 재료 레시피 요리 인분 남은 남았 시간 전자레인지에 몇분 오후 오전 아침 저녁 밤 새벽 매일 주말
    두 세 다섯 여섯 일곱 여덟 아홉 열 열한 열두 스무 시 시에 시반 시반에 정각 정각에
    월요일 화요일 수요일 목요일 금요일 토요일 일요일 거기 냉장고 조명 에어컨 티비 청소기 세탁기 보일러 선풍기 공기청정기
    """)
)
#: Other devices, called by their names: what follows was not said to us.
_OTHER_DEVICES = frozenset(
    listed("빅스비 구글 구글아 시리 시리야 알렉사 클로바 지니 지니야 기가지니 아리아 카카오 카카오야 샐리 헤이구글")
)
_SKIPPED = FILLERS | frozenset(
    listed("""
    음 으음 어 에 에이 엄 아 그게 그러니까 그니까 뭐냐 뭐지 뭐더라 뭐시기 뭐랄까 거시기 있잖아 있잖아요 진짜 인제
    아이고 아이구
    어휴 자자 여기요 이봐요 얘 얘야 야 엄마 아빠 여보 자기 자기야 언니 오빠 형 누나 할머니 할아버지 아가 선생님 셰프
    셰프님
    세팅 셋팅 설정 시작 스타트 새로운거 부탁 이건 그건 요건 이번에는 이번엔 요번엔 이제부터 오늘은 다음은
    이거 그거 저거 요거 이것 그것 여기 여기서 지금부터 지금 이제 새 새로 새로운 하나 나 내 나한테 저한테 또 다른
    그럼 그러면 일단 바로 좀 딱 총 대충 대략 약 현재 한 이번엔 이번에 자 이걸 그걸 우선 추가로
    """)
)
#: "파스타 삶을 건데", "계란 삶는 데", "고구마 찌려고 하는데": said of what is being timed.
_PLAN = re.compile(
    "(?: |^)[가-힣]*(?:(?P<l>[가-힣]) ?(?:건데|건데요|거니까|거라서?|거거든요?|거예요|거야|거고|참이야|참인데|텐데"
    "|테니까)"
    "|(?:려고|려|라고|으려고) ?(?:하는데|하는데요|하니까|해서|해)|는 ?(?:거|것|걸|게)|려고|려는데|려구|는 ?데"
    "|는데요?|는 ?중인데"
    "|는 ?중이니까|는 ?중이야|니까)$"
)
_COOKING_VERB = re.compile(
    "^(?:끓이|삶|굽|찌|볶|재우|익히|튀기|데치|조리|졸이|식히|절이|불리|숙성하|숙성시키|우리|돌리|예열하|발효하|"
    "발효시키|반죽하)(?:는|는거|는용|기용)?$"
)
_RIEUL = 8
#: Not for us, whatever is run together with it: "왜파스타오분", "엄마가타이머".
_BEGINS_OTHERWISE = re.compile(
    "^(?:왜|누가|누구|언제|어제|만약|만일|아직|설마|절대|네가|니가|내가|이미|벌써|엄마가|아빠가|누나가|언니가|형이|남편이)"
)
_ALL_OF_THEM = re.compile("(?:모든|모두|전체|전부)$")
#: "세시에 알람": a time of day, which no timer has.
_CLOCK = re.compile(
    "^(?:열?한|열?두|세|네|다섯|여섯|일곱|여덟|아홉|열|[0-9]{1,2})시(?:반|정각)?(?:에|로|까지|쯤|쯤에)?$"
)
_ONLY_NUMBERS = re.compile("^(?!(?:만두|오이|구이)$)[영공일이삼사오육칠팔구십백천만한두세네반]+$")
_WORDS_KO = re.compile("[가-힣a-z ]{1,16}")

_REFUSED_EN = frozenset(
    listed("""
    the a an my your this that it them these those no not dont never why what when where who how which if is are
    was were do does did and or but then than after before
    until till while because one two three four five six seven eight nine ten eleven twelve
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred couple few dozen half quarter next last previous step
    all every both timer timers alarm minute minutes second seconds
    hour hours for in at on of to with from set start stop cancel please me i you we more less another other same
    new old called named labelled first me im already later tomorrow today yesterday
    said says saying say told tell they he she we you nobody somebody everyone mom dad tv show video pause resume
    continue keep put let give get make take do have need want add use go please love dear only other kind good nice
    tonight morning light lights tv heating washing dishwasher laundry phone there here by about now sleep when
    """)
)
_SKIPPED_EN = frozenset(
    {
        ("this"),
        ("that"),
        ("it"),
        ("this step"),
        ("that step"),
        ("me"),
        ("now"),
        ("them"),
        ("these"),
        ("those"),
        ("the step"),
        ("the next step"),
    }
)
_WORDS_EN = re.compile(r"[a-zà-öø-ÿ]+(?: [a-zà-öø-ÿ]+){0,2}")


def korean_name(said: list[str]) -> str | None:
    """The name in these words without its particle; "" when they name nothing ("이거"), None when no name may be here.

    >>> korean_name(["파스타는"]), korean_name(["이거"]), korean_name(["물", "끓으면"]), korean_name(["컵라면"])
    ('파스타', '', None, '컵라면')
    """
    if not _OTHER_DEVICES.isdisjoint(said) or not _REFUSED.isdisjoint(said):
        return None
    named = _without_plan([word for word in said if word not in _SKIPPED])
    if not named:
        return ""
    while len(named) > 1 and _COOKING_VERB.match(named[-1]):
        named.pop()
    named[-1] = _without_particle(named[-1])
    if any(map(_joins_two, named)):
        return None
    name = " ".join(named)
    if len(named) > 3 or not _WORDS_KO.fullmatch(name) or _ONLY_NUMBERS.match(named[-1]):
        return None
    if (
        not _REFUSED.isdisjoint(named)
        or any(map(_CLOCK.match, said))
        or _BEGINS_OTHERWISE.match(name)
        or _ALL_OF_THEM.search(name)
        or any(map(_sounds_like_a_verb, named))
    ):
        return None
    return name


def _joins_two(word: str) -> bool:
    """ "밥과" (and what else?), but not 사과, where 과 is part of the word."""
    return word[-1] == "과" and len(word) > 1 and (ord(word[-2]) - ord("가")) % 28 != 0 and word not in ("한과", "견과")


def _without_plan(said: list[str]) -> list[str]:
    """The words before what the cook is about to do with them."""
    line = " ".join(said)
    plan = _PLAN.search(line)
    if plan is None or (plan["l"] and (ord(plan["l"]) - ord("가")) % 28 != _RIEUL):
        return said
    return [_without_particle(word) for word in line[: plan.start()].split()]


def _sounds_like_a_verb(word: str) -> bool:
    return bool(_LIKE_A_VERB.search(word)) and not _NOODLES.search(word) and word not in _FINE_ANYWAY


def _without_particle(word: str) -> str:
    if len(word) < 2:
        return word
    open_before = (ord(word[-2]) - ord("가")) % 28 == 0 if "가" <= word[-2] <= "힣" else False
    if word[-1] in ("는", "를") and open_before:
        return word[:-1]
    if word[-1] in ("은", "을") and not open_before and len(word) > 2:
        return word[:-1]
    if word[-1] in ("용", "에") and len(word) > 2:
        return word[:-1]
    return word


def english_name(text: str) -> str | None:
    """The name in these words; "" when they name nothing ("this step"), None when no name may be here.

    >>> english_name("the green beans"), english_name("this"), english_name("when it boils")
    ('green beans', '', None)
    """
    for article in ("the ", "my ", "a ", "an ", "our ", "some "):
        text = text.removeprefix(article)
    if not text or text in _SKIPPED_EN:
        return ""
    if not _WORDS_EN.fullmatch(text) or any(word in _REFUSED_EN for word in text.split()):
        return None
    return text
