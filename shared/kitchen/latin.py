"""Latin words as a Korean voice reads them: "butter" -> 버터, "MSG" -> 엠에스지, "quinoa" -> 키노아.

Words of the kitchen come from a table, capitals are spelled out, and the rest is read by its letters: roughly right,
never silent. Units after numbers ("200 ml") are not read here but in `speaking_ko`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from shared.kitchen.jamo import compose
from shared.kitchen.text import listed

_LETTERS: Final = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        listed(
            """
            에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스 와이 제트
            """
        ),
        strict=True,
    )
)

_KNOWN: Final = dict(
    pair.split("=")
    for pair in listed(
        """
        oven=오븐 butter=버터 cream=크림 cheese=치즈 milk=밀크 egg=에그 eggs=에그 salt=솔트 pepper=페퍼 sugar=슈거
        oil=오일 olive=올리브
        sauce=소스 soy=소이 pasta=파스타 spaghetti=스파게티 tomato=토마토 onion=어니언 garlic=갈릭 bacon=베이컨
        steak=스테이크 chicken=치킨
        beef=비프 pork=포크 salmon=새먼 tuna=튜나 cake=케이크 cookie=쿠키 cookies=쿠키 bread=브레드 toast=토스트
        sandwich=샌드위치 pizza=피자
        burger=버거 salad=샐러드 soup=수프 stew=스튜 rice=라이스 noodle=누들 ramen=라멘 kimchi=김치 tofu=두부
        wine=와인 beer=비어 vinegar=비니거
        honey=허니 jam=잼 mayo=마요 mayonnaise=마요네즈 ketchup=케첩 mustard=머스터드 curry=커리 basil=바질
        oregano=오레가노 thyme=타임
        rosemary=로즈메리 parsley=파슬리 mint=민트 chili=칠리 lemon=레몬 lime=라임 apple=애플 banana=바나나
        avocado=아보카도 mushroom=머시룸
        potato=포테이토 carrot=캐럿 celery=셀러리 vanilla=바닐라 chocolate=초콜릿 cocoa=코코아 coffee=커피 tea=티
        latte=라테 yogurt=요거트
        mozzarella=모차렐라 parmesan=파르메산 parmigiano=파르미자노 reggiano=레자노 cheddar=체더 ricotta=리코타
        feta=페타 al=알 dente=덴테
        sous=수 vide=비드 air=에어 fryer=프라이어 airfryer=에어프라이어 microwave=마이크로웨이브 timer=타이머
        step=스텝 recipe=레시피 chef=셰프
        tip=팁 tips=팁 note=노트 ok=오케이 okay=오케이 pan=팬 pot=포트 mix=믹스 cup=컵 cups=컵 spoon=스푼 and=앤드
        or=오어 the=더 with=위드 of=오브
        to=투 for=포 in=인 on=온 off=오프 hot=핫 cold=콜드 fresh=프레시 dry=드라이 low=로 high=하이 medium=미디엄
        rare=레어 well=웰 done=던 next=넥스트
        stop=스톱 start=스타트 back=백 repeat=리피트 yes=예스 no=노 hello=헬로 thanks=땡스 you=유 please=플리즈
        good=굿 easy=이지 best=베스트 new=뉴
        home=홈 kitchen=키친 cook=쿡 cooking=쿠킹 food=푸드 meal=밀 dinner=디너 lunch=런치 brunch=브런치
        dessert=디저트 snack=스낵 drink=드링크
        juice=주스 water=워터 ice=아이스 smoothie=스무디 sausage=소시지 ham=햄 spam=스팸 shrimp=슈림프
        lobster=랍스터 crab=크랩 clam=클램
        oyster=오이스터 roast=로스트 grill=그릴 bbq=바비큐 barbecue=바비큐 fry=프라이 bake=베이크 boil=보일 wok=웍
        whisk=위스크 peeler=필러
        mixer=믹서 blender=블렌더 toaster=토스터 pot-au-feu=포토푀 gratin=그라탱 lasagna=라자냐 risotto=리소토
        gnocchi=뇨키 penne=펜네
        linguine=링귀네 fettuccine=페투치네 farfalle=파르팔레 pesto=페스토 ragu=라구 alfredo=알프레도
        carbonara=카르보나라 aglio=알리오 olio=올리오
        bolognese=볼로네제 bechamel=베샤멜 roux=루 brioche=브리오슈 croissant=크루아상 baguette=바게트
        macaron=마카롱 tiramisu=티라미수
        tortilla=토르티야 taco=타코 burrito=부리토 salsa=살사 nacho=나초 guacamole=과카몰리 hummus=후무스
        quinoa=키노아 kale=케일 tahini=타히니
        sriracha=스리라차 tabasco=타바스코 worcestershire=우스터 balsamic=발사믹 extra=엑스트라 virgin=버진
        herb=허브 spice=스파이스 peanut=피넛
        almond=아몬드 walnut=월넛 cashew=캐슈 pistachio=피스타치오 maple=메이플 syrup=시럽 brown=브라운
        white=화이트 black=블랙 green=그린 red=레드
        sweet=스위트 sour=사워 spicy=스파이시 powder=파우더 soda=소다 baking=베이킹 gelatin=젤라틴 yeast=이스트
        flour=플라워 dough=도우 batter=배터
        cajun=케이준 teriyaki=데리야키 wasabi=와사비 sushi=스시 udon=우동 soba=소바 miso=미소 dashi=다시
        mirin=미림 sake=사케 ponzu=폰즈 tempura=덴푸라
        pho=포 curry=커리 masala=마살라 naan=난 tikka=티카 garam=가람 tandoori=탄두리 gochujang=고추장
        bulgogi=불고기 bibimbap=비빔밥 tteokbokki=떡볶이
        doenjang=된장 samgyeopsal=삼겹살 galbi=갈비 japchae=잡채 mandu=만두 banchan=반찬 soju=소주
        makgeolli=막걸리 kimbap=김밥 gimbap=김밥
        youtube=유튜브 google=구글 instagram=인스타그램 naver=네이버 kakao=카카오 ikea=이케아 costco=코스트코
        lodge=롯지 staub=스타우브 tefal=테팔
        philips=필립스 zwilling=즈윌링 haccp=해썹 xo=엑스오 vs=대 iphone=아이폰 wifi=와이파이 bluetooth=블루투스
        app=앱 pdf=피디에프 diy=디아이와이
        free=프리 gluten=글루텐 vegan=비건 keto=키토 protein=프로틴 vitamin=비타민 calorie=칼로리 omega=오메가
        organic=오가닉 light=라이트 zero=제로
        diet=다이어트 cola=콜라 coke=코크 sprite=스프라이트 cider=사이다 party=파티 picnic=피크닉 camping=캠핑
        premium=프리미엄 original=오리지널
        mild=마일드 set=세트 size=사이즈 large=라지 small=스몰 mini=미니 big=빅 jumbo=점보 half=하프 double=더블
        triple=트리플 single=싱글 plus=플러스
        point=포인트 check=체크 list=리스트 menu=메뉴 page=페이지 video=비디오 photo=포토 time=타임 min=민
        max=맥스 sous-vide=수비드 soysauce=소이소스
        pancake=팬케이크 waffle=와플 muffin=머핀 scone=스콘 strawberry=스트로베리 blueberry=블루베리
        zucchini=주키니 paprika=파프리카 chorizo=초리조
        ziploc=지퍼락 tupperware=타파웨어 prosciutto=프로슈토 sourdough=사워도 focaccia=포카치아 creme=크렘
        brulee=브륄레 turmeric=터메릭 cheesecake=치즈케이크
        a=에이 i=아이 is=이즈 it=잇 this=디스 that=댓 your=유어 my=마이 we=위 at=앳 by=바이 from=프롬 all=올
        one=원 two=투 three=스리
        """
    )
)

_LATIN: Final = "A-Za-zÀ-ÖØ-öø-ÿ"
_WORD: Final = re.compile(rf"[{_LATIN}]+(?:['’][{_LATIN}]{{1,2}}(?![{_LATIN}]))?")

_WIFI: Final = re.compile(r"(?<![A-Za-z])[Ww]i-?[Ff]i(?![A-Za-z])")
_SILENT_E: Final = re.compile("[^aeiou][aio][^aeiouylr]e$")
#: Spelling to sound, longest first. Vowels are written as vowels, consonants as the letter they begin with.
_SPELLING: Final = sorted(
    (
        ("tion", "ㅅㅕㄴ"), ("sion", "ㅅㅕㄴ"), ("ture", "ㅊㅓ"), ("ough", "ㅗ"), ("augh", "ㅗ"), ("eigh", "ㅔㅣ"),
        ("igh", "ㅏㅣ"),
        ("sch", "ㅅㅠ"), ("tch", "ㅊ"), ("ght", "ㅌ"), ("que", "ㅋ"), ("dge", "ㅈ"), ("ck", "ㅋ"), ("ch", "ㅊ"),
        ("sh", "ㅅㅠ"), ("ph", "ㅍ"),
        ("th", "ㅅ"), ("wh", "W"), ("gh", "ㄱ"), ("qu", "ㅋW"), ("kn", "ㄴ"), ("wr", "ㄹ"), ("ng", "ㅇ"),
        ("nk", "ㅇㅋ"), ("ll", "ㄹ"),
        ("ss", "ㅅ"), ("tt", "ㅌ"), ("pp", "ㅍ"), ("ff", "ㅍ"), ("bb", "ㅂ"), ("dd", "ㄷ"), ("gg", "ㄱ"),
        ("mm", "ㅁ"), ("nn", "ㄴ"), ("rr", "ㄹ"),
        ("zz", "ㅊ"), ("cc", "ㅋ"), ("ee", "ㅣ"), ("ea", "ㅣ"), ("oo", "ㅜ"), ("ou", "ㅏㅜ"), ("ow", "ㅏㅜ"),
        ("ai", "ㅔㅣ"), ("ay", "ㅔㅣ"),
        ("ei", "ㅔㅣ"), ("ey", "ㅣ"), ("oa", "ㅗ"), ("au", "ㅗ"), ("aw", "ㅗ"), ("ie", "ㅣ"), ("oi", "ㅗㅣ"),
        ("oy", "ㅗㅣ"), ("ue", "ㅜ"),
        ("ew", "ㅠ"), ("eu", "ㅠ"), ("ui", "ㅜ"), ("ar", "ㅏ"), ("er", "ㅓ"), ("ir", "ㅓ"), ("or", "ㅗ"),
        ("ur", "ㅓ"), ("ya", "ㅑ"), ("ye", "ㅖ"),
        ("yo", "ㅛ"), ("yu", "ㅠ"), ("a", "ㅏ"), ("e", "ㅔ"), ("i", "ㅣ"), ("o", "ㅗ"), ("u", "ㅜ"), ("y", "ㅣ"),
        ("b", "ㅂ"), ("c", "ㅋ"),
        ("d", "ㄷ"), ("f", "ㅍ"), ("g", "ㄱ"), ("h", "ㅎ"), ("j", "ㅈ"), ("k", "ㅋ"), ("l", "ㄹ"), ("m", "ㅁ"),
        ("n", "ㄴ"), ("p", "ㅍ"),
        ("q", "ㅋ"), ("r", "R"), ("s", "ㅅ"), ("t", "ㅌ"), ("v", "ㅂ"), ("w", "W"), ("x", "ㄱㅅ"), ("z", "ㅈ"),
    ),
    key=lambda pair: -len(pair[0]),
)  # fmt: skip
_VOWELS: Final = frozenset("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
_AFTER_W: Final = {"ㅏ": "ㅘ", "ㅔ": "ㅞ", "ㅣ": "ㅟ", "ㅓ": "ㅝ", "ㅗ": "ㅝ", "ㅜ": "ㅜ"}
#: What closes a syllable instead of standing on its own with ㅡ.
_CLOSES: Final = {"ㅁ": "ㅁ", "ㄴ": "ㄴ", "ㅇ": "ㅇ", "ㄹ": "ㄹ", "ㄱ": "ㄱ", "ㅍ": "ㅂ", "ㅋ": "ㄱ", "ㅌ": "ㅅ"}


def read_latin(word: str) -> str:
    """One Latin word in Hangul.

    >>> read_latin("Butter"), read_latin("MSG"), read_latin("oven"), read_latin("B")
    ('버터', '엠에스지', '오븐', '비')
    """
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if char.isascii() and char.isalpha())
    known = _KNOWN.get(bare.lower())
    if known is not None and (len(bare) > 1):
        return known
    if len(bare) == 1 or (bare.isupper() and len(bare) <= 5) or not any(char in "aeiouyAEIOUY" for char in bare):
        return spelled(bare)
    return _by_its_letters(bare.lower())


def spelled(word: str) -> str:
    """Letter by letter: "LA" -> 엘에이."""
    return "".join(_LETTERS.get(char, "") for char in word.lower())


def latin_read(text: str) -> str:
    """A text with every Latin word in Hangul; everything else stays.

    >>> latin_read("olive oil을 두르고 LA갈비를 굽는다")
    '올리브 오일을 두르고 엘에이갈비를 굽는다'
    """
    text = _WIFI.sub("와이파이", text)
    return _WORD.sub(lambda match: read_latin(match[0]), text)


@lru_cache(maxsize=1024)
def _by_its_letters(word: str) -> str:
    return _syllables(_sounds(word[:40]))


def _sounds(word: str) -> str:
    """A word as a run of vowels and consonants; a silent final e lengthens the vowel before it (cake, spice)."""
    sounds: list[str] = []
    at = 0
    if _SILENT_E.search(word):
        long_vowel = {"a": "ㅔㅣ", "i": "ㅏㅣ", "o": "ㅗ"}[word[-3]]
        return _sounds(word[:-3]) + long_vowel + _soft(word[-2])
    while at < len(word):
        rest = word[at:]
        if rest[0] == "c" and rest[1:2] in ("e", "i", "y"):
            sounds.append("ㅅ")
            at += 1
        elif rest == "le" and at and word[at - 1] not in "aeiou":
            sounds.append("ㅡㄹ")
            at += 2
        elif rest == "e" and at > 1:
            at += 1
        else:
            spelling, sound = next((pair for pair in _SPELLING if _starts(rest, pair[0])), (rest[0], ""))
            sounds.append(sound)
            at += len(spelling)
    return "".join(sounds)


def _starts(rest: str, spelling: str) -> bool:
    """Whether the word goes on with this spelling; "er" before a vowel is an e and an r (turmeric)."""
    if not rest.startswith(spelling):
        return False
    return not (len(spelling) == 2 and spelling[1] == "r" and spelling[0] in "aeiou" and rest[2:3] in tuple("aeiouy"))


def _soft(letter: str) -> str:
    return {"c": "ㅅ", "g": "ㅈ", "s": "ㅅ"}.get(letter) or next((s for w, s in _SPELLING if w == letter), "")


def _syllables(sounds: str) -> str:
    """Vowels and consonants put together into Hangul syllables."""
    built: list[tuple[str, str, str]] = []
    at = 0
    while at < len(sounds):
        sound, after = sounds[at], sounds[at + 1 : at + 2]
        if sound in _VOWELS:
            built.append(("ㅇ", sound, ""))
            at += 1
        elif sound == "W":
            vowel = after if after in _VOWELS and after else ""
            built.append(("ㅇ", _AFTER_W.get(vowel, vowel or "ㅜ"), ""))
            at += 2 if vowel else 1
        elif sound == "R" and not (after and (after in _VOWELS or after == "W")):
            at += 1  # r before a consonant or at the end is not heard
        else:
            lead = "ㄹ" if sound == "R" else sound
            if after and after in _VOWELS:
                if lead == "ㅇ":  # ng before a vowel: it closes the syllable before
                    _close(built, "ㅇ")
                    built.append(("ㄱ", after, ""))
                else:
                    if sound == "ㄹ" and built and not built[-1][2]:
                        _close(built, "ㄹ")
                    built.append((lead, after, ""))
                at += 2
            elif after == "W" and sounds[at + 2 : at + 3] in _VOWELS and sounds[at + 2 : at + 3]:
                built.append((lead, _AFTER_W.get(sounds[at + 2], sounds[at + 2]), ""))
                at += 3
            elif lead in _CLOSES and built and not built[-1][2] and _may_close(lead, after):
                _close(built, _CLOSES[lead])
                at += 1
            elif lead == "ㅇ":
                at += 1
            else:
                built.append((lead, "ㅣ" if lead in "ㅊㅈ" else "ㅡ", ""))
                at += 1
    return "".join(compose(*syllable) for syllable in built)


def _may_close(lead: str, after: str) -> bool:
    return lead in "ㅁㄴㅇㄹ" or not after or after not in "ㄹR"


def _close(built: list[tuple[str, str, str]], tail: str) -> None:
    if built and not built[-1][2]:
        lead, vowel, _ = built[-1]
        built[-1] = (lead, vowel, tail)
