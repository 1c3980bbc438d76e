"""What Korean counts with (개, 큰술, 분, 단계 ...), and where such a word really ends.

'대' counts stalks but begins 대파, '초' counts seconds but begins 초고추장, '알' counts grains but begins 알려줘.
One table answers both questions for every finder of numbers, times and amounts. What a unit is worth is in `units.py`.
"""

import re
from typing import Final

#: Words that go on after a counter without a space, in writing ("분만", "개를") or because speech
#: recognition drops spaces ("십오분타이머맞춰줘").
_GOES_ON: Final = (
    "만|쯤|정도|가량|즈음|씩|이|가|을|를|은|는|도|의|로|으로|에|랑|하고|와|과|나|까지|부터|반|더|짜리|째|요|예요"
    "|입니다|야|라|인데|인가|면|"
    "어치|남짓|내외|안|뒤|후|전|간|동안|이상|이하|미만|내지|당|마다|중|분량|단위|크기|길이|두께|굵기|넣|추가|써"
    "|쓰|쓸|썼|필요|있|없|남|주|줘|줄|"
    "해|할|하|했|됐|되|돼|된|빼|덜|들|먹|준비|타이머|알람|알림|알려|맞|설정|세팅|셋팅|시작|지나|지났|끓|삶|굽"
    "|구워|볶|볶아|익|데치|데쳐|"
    "돌|기다|걸|걸려|재|부탁|늘|연장|담|섞|붓|부어|뿌|올려|얹|풀|갈|썰|다져|다진|카운트|스톱|전자|휴지|숙성|발효"
    "|찌|쪄|튀|조리|졸|예열|"
    "뜸|식혀|식히|말고|경과|넘|보다|앞|읽|다시|건너|돌아|이동|점프|넘어|가줘|갈래|가자|설명|보여|뭐|중에|끝|완료"
    "|시켜|세고|세어|정지|초과|단축|앞당|플러스|마이너스|보태|아니|아냐|불려|불린|다했|다돼|다됐|온대|온다|사이"
    "|차감|또는|혹은|아니면|오븐|아이|어른|다른|반대|아랫|윗|뒷|푹|바짝|살짝|뭉근"
)
#: '십오분십초': a smaller unit run on behind a larger one.
_SMALLER_UNIT: Final = "(?:(?<=분)|(?<=시간))[0-9일이삼사오육칠팔구십]{1,4} ?[분초]"
WORD_END: Final = f"(?![가-힣])|(?={_GOES_ON}|{_SMALLER_UNIT})"

#: Words that only begin like a counter. (`초를`, `분의` and the like go on; `초밥`, `분량` don't.)
NOT_AFTER: Final[dict[str, str]] = {
    "분": "의 ?[일이삼사오육칠팔구0-9]|야|량|말(?!고)|리|식|유|쇄|해(?!줘|주|$)|위기|홍|할|배|수|명|류|들|께"
    "|도 ?쌀|도 ?체쌀|도 ?미(?![가-힣])| ?도미(?![가-힣])|무|청|통|양|산|필",
    "초": "고추|코|콜|밥|무침|장|절임|간장|반|벌|대|록|기(?!다)|보(?!다)|당|파|계|면(?!은)|원|등|청|여름|가을|겨울|저녁"
    "|복|급|란|상|점|특|월|승|심|식|창|인(?!데|가)|미|콩|생강|과|나물",
    "시간": "표|대(?!략)|제|당",
    "도": "마(?!다)|라(?!고)|지|토리|넛|우|착|와|움|루|미|중|시락|저히|다리|구|자기|수|로록|넣|안|더|없|있|남|되"
    "|돼|해|하|전",
    "개": "장|월|운|봉|피|성|량|수(?!대)|선|념|불",
    "대": " ?[0-9일이삼사오육칠팔구십]{1,3}(?:(?![가-힣0-9])|으?로| ?비율| ?정도|[ ]?대 )|편|쪽|각"
    "|파|신|략|충|추|게|구|두|하(?!나)|회|접|부분|부|여섯|형|용|비|로(?!해)|해|안|나무|파를|패|창",
    "모": "두|든|금|나|난|진|지|양|짜|습|자|아|으|시|락|차|닝|카|둠|녀|르|과|이|로|은",
    "단": "계|호박|무|맛|백|내|촛|순|지|추|감|팥|일|위|품|골|면|가|호",
    "쪽": "파|지|빵|갈비|이",
    "장": "조림|아찌|기|면|어|갑|보|국|단|뇌|미|식|소|치|비|난|마",
    "알": "려|았|아|맞|뜰|배추|로|고|감자|람|림|코|루|겠|찌|탕|수|지|이",
    "줄": "기|여|이|일|어|넘|까|게|래|수|거|였|면|은|을 ?수",
    "병": "아리|원|뚜껑|에|조림|째",
    "통": "깨|조림|마늘|닭|밀|째|삼겹|후추|오징어|에|아몬드|보리|과|계피|영|화",
    "판": "단|매|다|에|소",
    "말": "고|해|아|씀|린|랑|려|로|이|하|도|은|야|차|들|끔|했|복",
    "술": "에|찜|안|이|을|떡|은|도|로",
    "손": "질|님|으로|에|가락|목|수|이|을|잡",
    "배": "추|려|달|합|고|우|어|워|를|가|즙|경|는|도|꼽|터|이",
    "주": "세|면|물|걱|스|방|시|의|부|말|로|황|전|문|재료|식|머|꾸|재|워|둬",
    "달": "걀|래|궈|콤|라|려|군|고|지|아|이|가",
    "회": "덮|전|수|오리|의|복|사|원|색|무침|를|가|는",
    "번": "도|째|역|호|거|지|갈|개|데",
    "명": "란|태|절|이나물|물|령|확|도|의|품",
    "근": "데|처|대|력|육|사|무|래|방|본",
    "잔": "멸치|치|새우|파|뜩|디|소리|열|불|가시|뼈",
    "포기": "하|해",
    "방울": "토마토|양배추|다다",
    "가지": "볶|무침|나물|구이|찜|고|런|를|튀|랑|전|밥|덮|는|가|도",
    "컵": "라면|케이크|밥|누들|떡볶이",
    "되": "나|어|는|게|면|지|돌|도|고|겠|네|냐|요|니|려|니까",
    "자": "르|주|기|른|꾸|동|리|몽|두|연|락|고|세|막",
    "봉": "골레|긋|투",
    "살": "짝|살|코기|려|구|아|림|사|이",
    "프로": "그램|세스|틴",
    "공기": "가|는|를|빼|튀김|구멍|방울|중",
    "조각": "내",
    "줌": "마|렌즈",
    "그릇": "에|은",
    "통에": "",
    "킬로": "리",
    "미리": "내|듬|해|미|준|예|만|알|썰|끓|넣|꺼|불",
    "팩": "트|소주",
    "단계": "별|적",
    "손가락": "으로",
    "뼘": "",
    "겹": "살|치",
    "판에": "",
}
_NATIVE_ONLY: Final = (
    "개|대|쪽|톨|줌|꼬집|자밤|마리|장|모|단|포기|봉지|봉|캔|줄|줄기|방울|그릇|공기|뿌리|알|토막|조각|덩어리|덩이"
    "|국자|팩|병|송이|가닥|가지|묶음|"
    "접시|숟가락|숟갈|숟|밥숟가락|밥숟갈|밥술|술|종이컵|컵|머그컵|머그|소주잔|잔|움큼|주먹|판|통|잎|이파리|사발"
    "|대접|되|말|홉|근|손|배|번|사람|군데|"
    "바퀴|스쿱|스틱|망|박스|상자|세트|꼬치|겹|켤레|명분|사람분|칸|명|살|달|꼭지|쌍|봉다리|깡통|움쿰|다발|덩|뭉치|꼬투리|바가지"
    "|냄비|젓가락|짝|타래|두름|사리|컵분량"
)
#: Said with sino and native words alike.
_EITHER: Final = (
    "큰술|작은술|큰스푼|작은스푼|큰 숟가락|작은 숟가락|큰숟가락|작은숟가락|큰 술|작은 술|스푼|티스푼|테이블스푼"
    "|찻숟가락"
    "|인분|퍼센트|프로"
)
_SINO_ONLY: Final = (
    "분|초|도|그램|그람|킬로그램|킬로그람|킬로|밀리그램|밀리리터|밀리|미리|리터|데시리터|센티리터|액량 온스"
    "|액량온스|시시|씨씨|센티미터|센티"
    "|센치|밀리미터|온스|파운드|"
    "와트|회|단계|인용|주|주일|개월|년|일|칼로리|쿼트|파인트|갤런|인치|월|원|층|박|호|번지|페이지"
)


def counting(words: str) -> str:
    """Any of these words ("개|컵"), longest first, unless it only begins another one. Add WORD_END for its end."""
    ordered = sorted(set(words.split("|")), key=len, reverse=True)
    return "|".join(f"{word}(?!{NOT_AFTER[word]})" if NOT_AFTER.get(word) else word for word in ordered)


#: After a native number ("두", "열다섯"), possibly glued to what follows.
_WITH_NATIVE: Final = f"{_NATIVE_ONLY}|{_EITHER}|분|리터|킬로|그램|센티|초"
AFTER_NATIVE: Final = re.compile(f" ?(?:시간|단계|번째|째|{counting(_WITH_NATIVE)})(?:{WORD_END})")
#: After a sino number of one syllable ("삼"), where only sino units are safe.
AFTER_SINO_DIGIT: Final = re.compile(f" ?(?:{counting(f'{_EITHER}|{_SINO_ONLY}')})(?:{WORD_END})")
#: After a longer sino number ("이십오") or digits, where everything counts.
AFTER_SINO: Final = re.compile(f" ?(?:시간|번째|{counting(f'{_NATIVE_ONLY}|{_EITHER}|{_SINO_ONLY}')})(?:{WORD_END})")


#: The same counters with a word run on behind them ('네개고추둘'): counters only where that word is food.
BEFORE_FOOD: Final = re.compile(f" ?(?:{counting(f'{_NATIVE_ONLY}|{_EITHER}|{_SINO_ONLY}')})(?=[가-힣])")


def ends_here(unit: str) -> str:
    """Pattern that must follow `unit` for it to be the whole word: a space, a particle, a verb run together with it."""
    others = NOT_AFTER.get(unit)
    return f"(?!{others})(?:{WORD_END})" if others else f"(?:{WORD_END})"


#: '이 단계' is this step, '이 시간' this hour, '이 컵' this cup: never two of them.
NOT_AFTER_THIS: Final = frozenset(
    {
        "단계",
        "도",
        "회",
        "번",
        "시간",
        "층",
        "월",
        "일",
        "년",
        "주",
        "스푼",
        "박",
        "호",
        "개월",
        "원",
        "번지",
        "페이지",
        "인용",
    }
)
#: "이 분은", "이 분이 그 셰프야": this person. "이 분이 지나면" are two minutes.
THIS_PERSON: Final = re.compile(
    "(?:은 |께|한테|들|이 (?!지[나났]|걸|남|넘|더|되|됐|흐)|이 ?(?:누구|그|이|저|우리|바로)|이세|도 ?오)"
)
#: "십분 활용하다" is to make full use.
FULLY: Final = re.compile(" ?(?:활용|이해|발휘|공감|고려|즐[기겨]|참작)")
