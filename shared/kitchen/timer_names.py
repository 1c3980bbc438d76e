"""What may be the name of a timer ("파스타 타이머", "timer for the eggs"), and what only stands where a name could.

A wrong name is harmless, but "끓으면 5분 재 줘" taken for a timer called 끓으면 would start it now instead of then:
what looks like a verb, a condition, a question or a number is refused, and with it the whole command.
"""

import re

from shared.kitchen.text import listed

_NOODLES = re.compile(
    "(?:라면|냉면|쫄면|소면|당면|비빔면|짜장면|자장면|메밀면|칼국수면|파스타면|우동면|국수면|중화면|^면)$"
)
_LIKE_A_VERB = re.compile(
    "(?:고|서|면|까|요|다|니|게|자|때|전|후|뒤|동안|부터|까지|으로|하고|랑|만|가|지만|는데|은데|든지|거나|라고|"
    "다고|말고|으니|니까|했|었|았|겠|지마|줘|했어|됐어|어도|아도|로|고서|하|한테|에게|께)$"
)
_FINE_ANYWAY = frozenset(
    listed(
        """
    불고기고 망고 표고 소고 찜기 만두전 파전 김치전 부침개전 해물파전 녹두전 감자전 동태전 애호박전 호박전 부추전
    육전 고구마 고기 오리 다시마 완자 피자 모카 감자 유자 과자 비자 탕수육 수육 갈비찜 가자미 참치 카레로 명란
    오코노미야키 모밀 수제비만 치즈케이크 초코바 쿠키반죽 바나나 에다 사이다 간자 차 녹차 홍차 보리차 커피 계란
    달걀 파스타 고등어 소다 판다 소바 가자 추가 감 전 로 피클로 도라지 가지 소시지 돼지
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
    월요일 거기 냉장고 조명 에어컨 티비 청소기 세탁기 보일러 선풍기 공기청정기
    """)
)
_SKIPPED = frozenset(
    listed("""
    이거 그거 저거 요거 이것 그것 여기 여기서 지금부터 지금 이제 새 새로 새로운 하나 나 내 나한테 저한테 또 다른
    그럼 그러면 일단 바로 좀 딱 한 이번엔 이번에 자 이걸 그걸 우선 추가로
    """)
)
_COOKING_VERB = re.compile(
    "^(?:끓이|삶|굽|찌|볶|재우|익히|튀기|데치|조리|졸이|식히|절이|불리|숙성하|숙성시키|우리|돌리|예열하|발효하|"
    "발효시키|반죽하)(?:는|기|는거|는용|기용)?$"
)
_ONLY_NUMBERS = re.compile("^(?!(?:만두|오이|구이)$)[영공일이삼사오육칠팔구십백천만한두세네반]+$")
_WORDS_KO = re.compile("[가-힣a-z ]{1,16}")

_REFUSED_EN = frozenset(
    listed("""
    the a an my your this that it them these those no not dont never why what when where who how which if is are
    was were do does did and or but then than after before
    until till while because one two three four five six seven eight nine ten half quarter next last previous step
    all every both timer timers alarm minute minutes second seconds
    hour hours for in at on of to with from set start stop cancel please me i you we more less another other same
    new old first me im already later tomorrow today yesterday
    tonight morning light lights tv heating washing dishwasher laundry there here by about now sleep when
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
_WORDS_EN = re.compile(r"[a-z]+(?: [a-z]+){0,2}")


def korean_name(said: list[str]) -> str | None:
    """The name in these words without its particle; "" when they name nothing ("이거"), None when no name may be here.

    >>> korean_name(["파스타는"]), korean_name(["이거"]), korean_name(["물", "끓으면"]), korean_name(["컵라면"])
    ('파스타', '', None, '컵라면')
    """
    named = [word for word in said if word not in _SKIPPED]
    if not named:
        return ""
    while len(named) > 1 and _COOKING_VERB.match(named[-1]):
        named.pop()
    named[-1] = _without_particle(named[-1])
    name = " ".join(named)
    if len(named) > 3 or not _WORDS_KO.fullmatch(name) or _ONLY_NUMBERS.match(named[-1]):
        return None
    if not _REFUSED.isdisjoint(named) or not _REFUSED.isdisjoint(said) or any(map(_sounds_like_a_verb, named)):
        return None
    return name


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
