"""What goes into the gaps of the templates: `{dur}`, `{ing}`, `{step}` ... Deterministic lists, no logic."""

# ruff: noqa: E501 - tables of words, easier to read and to change as running text

from typing import Final

KO: Final[dict[str, list[str]]] = {
    "ing": (
        "간장|설탕|소금|마늘|다진 마늘|고추장|고춧가루|된장|참기름|식용유|양파|대파|파|당근|감자|두부|계란|달걀|"
        "돼지고기|소고기|닭고기|김치|버터|우유|생크림|밀가루|물|육수|후추|식초|미림|맛술|올리고당|물엿|"
        "굴소스|버섯|콩나물|애호박|청양고추|고추|치즈|면|떡|어묵|멸치|다시마|새우|오징어|참치|스팸|베이컨|레몬즙|"
        "꿀|전분|들기름|깨|케첩|마요네즈|생강|쌀|무|배추|시금치|표고버섯|양념|고기|양념장|생선|"
        "트러플오일|병아리콩|아보카도|셀러리|타르타르|펜네|살라미|메추리알|순대|곤약|토란|두릅|참나물|목이버섯|"
        "명란젓|라자냐면|사워크림|페페론치노|고수|루꼴라"
    ).split("|"),
    "dish": (
        "김치찌개|된장찌개|떡볶이|불고기|잡채|비빔밥|파스타|카레|미역국|계란말이|볶음밥|제육볶음|닭볶음탕|라면|"
        "갈비찜|팬케이크|샐러드|스테이크|수제비|김밥|오므라이스|순두부찌개|부대찌개|김치볶음밥|감자전|"
        "파전|닭갈비|계란찜|삼계탕|콩나물국|육개장|떡국|칼국수|짜장면|탕수육|돈까스|카르보나라|알리오올리오|리조또|"
        "토스트|샌드위치|쿠키|브라우니|장조림|멸치볶음|오징어볶음|마파두부|월남쌈|짬뽕|피자|"
        "김치전|북어국|어묵탕|두부조림|갈치조림|만둣국|크림수프|함박스테이크|규동|라따뚜이|감바스"
    ).split("|"),
    "tname": "파스타|계란|면|밥|국|오븐|고기|감자|라면|찜|국수|빵|쿠키|달걀|소스|육수|찌개|스테이크|반숙|만두|고구마|케이크|밥솥|첫 번째|물|수프|닭".split(
        "|"
    ),
    "dur": (
        "5분|오 분|10분|십 분|3분|삼 분|15분|십오 분|20분|이십 분|30초|삼십 초|1분|일 분|1분 30초|일 분 삼십 초|"
        "2분|이 분|한 시간|1시간|한 시간 반|1시간 30분|두 시간|7분|칠 분|8분|팔 분|12분|십이 분|"
        "25분|이십오 분|30분|삼십 분|45초|90초|4분|사 분|6분|육 분|40분|사십 분|반 시간|삼분|오분|십분|십오분|"
        "이십분|일분|3분 반|삼 분 반|18분|45분"
    ).split("|"),
    "n": "1|2|3|4|5|6|7|8|9|10|12|삼|오|이|사|육|칠".split("|"),
    "num": "1|2|3|4|5|6|7|8|9|10|12|15|20|30|50|100|200|350|400|삼|오|이|사|육|십|백|이백|스물".split("|"),
    "step": (
        "3단계|2단계|5단계|4단계|1단계|6단계|7단계|10단계|삼 단계|이 단계|오 단계|사 단계|칠 단계|세 번째 단계|두 "
        "번째 단계|네 번째 단계|다섯 번째 단계|첫 번째 단계|여섯 번째 단계|"
        "3번|5번|4번 단계|2번|삼 번|3번째|5번째 단계|세번째|다섯번째|8단계|팔 단계|육단계|삼단계|오단계|사단계|열 "
        "번째 단계|12단계"
    ).split("|"),
    "steps": "두 단계|세 단계|2단계|3단계|네 단계|한두 단계|4단계|두 칸|두 개|다섯 단계|세 개".split("|"),
    "srv": "4인분|2인분|3인분|6인분|사 인분|이 인분|삼 인분|육 인분|5인분|오 인분|1인분|일 인분|8인분|십 인분|10인분|사인분|두 사람 분|네 명 분량|12인분".split(
        "|"
    ),
    "people": "네 명|두 명|세 명|4명|3명|6명|다섯 명|두 사람|네 사람|여섯 명|둘|셋|넷|8명|열 명|5명|세 식구|네 식구".split(
        "|"
    ),
    "times": "두 배|세 배|2배|3배|1.5배|한 배 반|네 배|두배|세배|4배|일점오 배|곱절|절반".split("|"),
    "half": "반|절반|반만|2분의 1|이분의 일|3분의 1|삼분의 일|반절".split("|"),
    "amt": (
        "두 컵|한 컵|세 큰술|두 큰술|한 큰술|2큰술|1컵|반 컵|200그램|이백 그램|100ml|500밀리|한 스푼|두 스푼|세 "
        "숟갈|1/2컵|한 작은술|2티스푼|300g|두 개|세 쪽|한 줌|반 개|1리터|1.5컵|한 컵 반|3T|네 숟가락"
    ).split("|"),
    "temp": "180도|200도|백팔십 도|이백 도|170도|160도|220도|190도|백육십 도|350도|화씨 350도|섭씨 180도".split("|"),
    "gib": (
        "푸릉|끼이익|덜컹|쏴아|치지직|삐리릭|웅얼|뽀글|와장창|딸그락|흐느적|구르릉|파닥|쿠당탕|스르륵|우당탕|므흐|"
        "브릉|뷁|꿹|쨔|룰루|랄라|샤랄라|얄라리|두둥|뚜루뚜|따라라|후루룩|쩝쩝|드르렁|에헴|콜록|퉤|므엉|갸르릉|"
        "냐옹|멍멍|꽥|음메|토사르|맬퐁|그뤠쥬|샴프로|카무치|베로타|니흠|오룰|페쿠"
    ).split("|"),
    # What changes something, in the forms that only talk about it: done before, later, by others, or not at all.
    "did": (
        "다음 단계로 넘어갔|이전 단계로 돌아갔|타이머를 맞췄|타이머 5분 맞췄|타이머를 껐|타이머를 취소했|타이머를 멈췄|타이머를 늘렸|두 배로 만들었|반으로 줄였|"
        "4인분으로 했|6인분 만들었|처음부터 다시 했|요리를 끝냈|한 단계 건너뛰었|이 단계를 건너뛰었|잠깐 멈췄|요리를 시작했|마지막 단계까지 갔|"
        "10분 타이머 돌렸|3단계로 돌아갔|김치찌개 만들었|다음 거 했|파스타 해 먹었|양을 늘렸|양념을 넣었|고기를 다 볶았|그만뒀"
    ).split("|"),
    "bid": (
        "넘어가|다음으로 가|다음 단계로 넘어가|타이머 맞추|타이머 끄|타이머 취소하|두 배로 하|반만 하|4인분으로 하|처음부터 다시 하|그만하|멈추|"
        "건너뛰|이 단계는 건너뛰|되돌리|시작하|요리 끝내|이전 단계로 돌아가|3단계로 가|5분 더 끓이|10분 더 하|잠깐 기다리|계속하"
    ).split("|"),
    "will": (
        "다음 단계로 넘어갈|다음 거 할|타이머 맞출|타이머 끌|타이머 5분 맞출|두 배로 할|4인분으로 만들|그만할|시작할|처음부터 다시 할|이 단계 건너뛸|취소할|"
        "이전 단계로 돌아갈|요리 끝낼|멈출|5분 더 끓일|3단계로 갈|김치찌개 만들|계속할"
    ).split("|"),
    "doing": (
        "다음 단계로 넘어가는|타이머 맞추는|타이머 끄는|두 배로 하는|반으로 줄이는|4인분으로 바꾸는|처음부터 다시 하는|이 단계 건너뛰는|취소하는|되돌리는|"
        "이전 단계로 돌아가는|중간에 멈추는|요리 시작하는|요리 끝내는|3단계로 가는|시간 늘리는|타이머 멈추는|계속하는"
    ).split("|"),
    "word": "다음|그만|멈춰|시작|취소|이전|다시|종료|일시정지|완료|다 했어|타이머 꺼|넘어가|스톱|끝|타이머 취소|계속|건너뛰기".split(
        "|"
    ),
    "kin": "엄마|아빠|남편|아내|와이프|친구|언니|누나|형|동생|시어머니|할머니|선생님|옆집 아줌마|딸|아들|룸메이트|여자친구|남자친구|백종원|셰프".split(
        "|"
    ),
    "gadget": (
        "에어컨|선풍기|티비|텔레비전|세탁기|건조기|식기세척기|로봇청소기|청소기|공기청정기|가습기|밥솥|전기밥솥|전자레인지|에어프라이어|커피포트|커피머신|"
        "믹서기|냉장고|인덕션|가스레인지|환풍기|후드|보일러|전등|거실 불|주방 불|형광등|컴퓨터|노트북|프린터|스피커|라디오|전기장판|제습기|현관문|도어락|블라인드"
    ).split("|"),
    # What stands about, what was done to it, and how it looks afterwards; {cooked} wants an {ending}.
    "thing": (
        "반죽|소스|국물|육수|양념장|고명|속재료|튀김옷|밑간|면|면발|고기|살코기|비계|뼈|껍질|핏물|물기|거품|기름기|야채|채소|버섯|나물|해산물|조개|생선|닭|오리|갈비|등심|안심|어묵|두부|"
        "계란물|노른자|흰자|밀가루|전분물|소금물|쌀|떡|만두피|만두소|치즈|버터|생크림|초콜릿|시럽|캐러멜|머랭|쿠키 반죽|피자 도우|드레싱|견과류|과일|고구마|감자|단호박|무|배추|쪽파|"
        "꽈리고추|불린 미역|건표고|당면|소면|파채|양파채|삼겹살|닭다리|낙지|꽃게|전복|시래기|고사리|김밥 속"
    ).split("|"),
    "vessel": (
        "냄비에|팬에|볼에|그릇에|오븐에|냉장고에|냉동실에|찜기에|찬물에|끓는 물에|기름에|체에|접시에|믹서기에|에어프라이어에|전자레인지에|뚝배기에|솥에|웍에|프라이팬에|유리병에|"
        "밀폐용기에|틀에|얼음물에|양념에|쌀뜨물에|키친타월에|압력솥에|비닐봉지에"
    ).split("|"),
    "cooked": (
        "썰었|볶았|다졌|씻었|삶았|구웠|섞었|데쳤|버무렸|끓였|재웠|깎았|벗겼|갈았|말았|뒤집었|헹궜|건졌|절였|무쳤|식혔|불렸|풀었|저었|빚었|치댔|튀겼|부쳤|졸였|조렸|쪘|익혔|녹였|데웠|"
        "으깼|찢었|뜯었|빻았|짰|걸렀|체 쳤|밀었|접었|발랐|뿌렸|둘렀|채웠|비볐|주물렀|굴렸|지졌|휘저었|잘랐|도려냈|발라냈|떼어 냈|걷어 냈|다듬었|손질했|준비했|계량했|숙성시켰|해동했|"
        "밑간했|칼집 냈|채 썰었|깍둑썰기 했|토막 냈|물기 뺐|핏물 뺐|꺼냈|올렸|덮었|얹었|까 놨|썰어 놨|볶아 뒀|재워 놨|데쳐 놨|삶아 건졌|씻어 뒀|구워 냈"
    ).split("|"),
    "ending": "어|어|어|어요|어요|습니다|네요|음|다|지|거든요|구먼|당께|심더|는데|단다|지롱|어용|슈|수다|고요|구요|지요|소|어라|네|답니다|다네|는데요".split(
        "|"
    ),
    "looks": (
        "노릇노릇해졌|말랑해졌|투명해졌|걸쭉해졌|바삭해졌|보글보글 끓었|갈색이 됐|색이 변했|숨이 죽었|부드러워졌|쫀득해졌|두 배로 부풀었|녹았|식었|굳었|익었|끓어올랐|졸아들었|"
        "향이 올라왔|윤기가 났|물이 나왔|풀렸|부풀어 올랐|말갛게 됐|물렀|노르스름해졌|꾸덕해졌|절여졌|불었|삶아졌|구워졌|볶아졌"
    ).split("|"),
    # Why a cook cannot listen, touch or go on, and that it is over.
    "excuse": (
        "애가 울어서|강아지가 짖어서|환풍기 소리 때문에|전화가 와서|설거지하느라|딴생각하다가|물소리 때문에|티비 소리에 묻혀서|귀가 어두워서|믹서기 돌리느라|손님이 와서|"
        "초인종이 울려서|멍 때리다가|소금 찾느라|옆에서 떠들어서|이어폰을 빼고 있어서|후드가 시끄러워서|재채기하느라|다른 방에 있어서|졸다가|애들이 소리 질러서|"
        "아내가 말 거는 바람에|물 올리느라|깜빡하고|정신없어서"
    ).split("|"),
    "busy": (
        "손에 밀가루가 묻어서|손이 젖어서|양손이 다 차서|손이 미끄러워서|고무장갑 끼고 있어서|손에 기름이 묻어서|반죽 치대느라|화면을 못 눌러서|손을 못 써서|고기 주무르느라|"
        "칼 쥐고 있어서|장갑을 껴서"
    ).split("|"),
    "pausewhy": (
        "초인종 울렸어|전화 왔어|화장실 좀|애가 깼어|손 좀 씻고|소금 찾는 중이야|국자가 안 보여|택배 왔어|냄비 넘친다|손 베였어|불 좀 끄고|애 좀 보고|물 좀 마시고|재료 꺼내 올게|"
        "기저귀 갈고 올게|손님 왔어|도마 씻어야 돼|체를 찾아야 돼|누가 불러|허리 좀 펴고|뜨거워서 좀 식히고|마늘 더 까야 돼"
    ).split("|"),
    "back_again": (
        "나 왔어|다녀왔어|전화 끊었어|손 씻고 왔어|애 재웠어|다 쉬었어|찾았어|국자 찾았다|택배 받았어|화장실 다녀왔어|정리 다 했어|이제 됐어|준비됐어|손님 갔어|물 마시고 왔어|"
        "돌아왔습니다|자리에 왔어"
    ).split("|"),
}

EN: Final[dict[str, list[str]]] = {
    "ing": (
        "soy sauce|sugar|salt|garlic|onion|onions|butter|milk|eggs|flour|chicken|beef|pork|pepper|water|olive oil|"
        "oil|rice|pasta|cheese|cream|tomatoes|potatoes|carrots|mushrooms|ginger|honey|vinegar|lemon juice|lemon|"
        "basil|parsley|baking powder|baking soda|yeast|vanilla|cinnamon|sesame oil|tofu|kimchi|gochujang|spinach|"
        "bacon|shrimp|salmon|broth|stock|cornstarch|wine|noodles|sauce|meat|dough|beans|sour cream|brown sugar|"
        "fenugreek|za'atar|jicama|tempeh|pancetta|halloumi|star anise|lemongrass|arugula|creme fraiche|polenta|"
        "orzo|ghee|sriracha|molasses|cardamom"
    ).split("|"),
    "dish": (
        "pancakes|fried rice|kimchi stew|carbonara|chicken soup|lasagna|curry|chili|tacos|risotto|brownies|banana "
        "bread|omelette|bibimbap|japchae|beef stew|mashed potatoes|pizza|meatballs|pad thai|ramen|bulgogi|"
        "chocolate cake|apple pie|cookies|mac and cheese|caesar salad|french toast|scrambled eggs|tomato soup|stir "
        "fry|roast chicken|burgers|lentil soup|spaghetti|waffles|quiche|sushi|paella|tteokbokki|guacamole|"
        "shakshuka|pumpkin soup|garlic bread|cheesecake|miso soup|enchiladas|butter chicken"
    ).split("|"),
    "tname": "pasta|egg|eggs|rice|chicken|oven|bread|potato|potatoes|cookies|cake|steak|noodle|soup|sauce|roast|tea|pizza|dough|turkey|broccoli|first|second|second pasta|boiled egg|veggie".split(
        "|"
    ),
    "dur": (
        "five minutes|5 minutes|ten minutes|10 minutes|three minutes|3 minutes|fifteen minutes|15 minutes|twenty "
        "minutes|20 minutes|thirty seconds|30 seconds|one minute|a minute|1 minute|ninety seconds|two minutes|"
        "an hour|one hour|an hour and a half|half an hour|two hours|7 minutes|seven minutes|eight minutes|8 "
        "minutes|twelve minutes|12 minutes|twenty five minutes|25 minutes|thirty minutes|45 minutes|forty five "
        "minutes|"
        "six minutes|four minutes|1 hour and 20 minutes|a minute and a half|90 seconds|quarter of an hour|a couple "
        "of minutes|five min|10 min|2 hours|18 minutes"
    ).split("|"),
    "n": "1|2|3|4|5|6|7|8|9|10|12|one|two|three|four|five|six|seven|eight|nine|ten".split("|"),
    "num": "2|3|4|5|6|8|10|12|20|50|100|200|250|350|400|500|two|three|four|five|six|seven|ten|twenty".split("|"),
    "ordinal": "first|second|third|fourth|fifth|sixth|seventh|eighth|2nd|3rd|4th|5th|tenth".split("|"),
    "count": "two|three|2|3|four|5|a couple of|six".split("|"),
    "people": "four people|two people|six people|2|4|6|three|eight people|five|two|10 people|a family of four|eight|twelve people|3 people|five guests|two adults".split(
        "|"
    ),
    "servings_en": "four servings|2 servings|six servings|4 portions|two portions|eight servings|10 servings|three servings|12 servings|one serving|4 people|six people".split(
        "|"
    ),
    "amt": (
        "two cups|a cup|one cup|three tablespoons|2 tablespoons|a tablespoon|200 grams|half a cup|100 ml|a "
        "teaspoon|two teaspoons|1/2 cup|300g|one and a half cups|8 ounces|a pound|4 oz|250 milliliters|1.5 cups|a "
        "pinch|three cloves|2 lbs"
    ).split("|"),
    "temp": "350 degrees|350 fahrenheit|180 celsius|400 degrees|180 degrees|200 celsius|425 degrees fahrenheit|375|450 f|160 c".split(
        "|"
    ),
    "gib": (
        "brrrp|fnord|zzkt|glorp|mumbleflap|skreee|wubba|thwip|krzz|blorft|hnnng|vrooom|chugga|snarf|plonk|zorble|"
        "quibnax|frum|dindle|paxo|grebs|tovash|lumix|kerflop|wozzle|bim bam|shoop|ting tang|doink|yarb|mef|"
        "oobla|strennick|malouf|pteradon|ixnay"
    ).split("|"),
    # What changes something, in the forms that only talk about it: done before, later, by others, or not at all.
    "do": (
        "skip this step|skip a step|go to the next step|move on|go back a step|set a timer|set a ten minute timer|cancel the timer|stop the timer|double it|"
        "double the recipe|halve it|start over|stop cooking|pause it|make it for six|add five minutes|finish the recipe|start cooking|undo it|go to step three|"
        "turn off the timer|pause the timer|restart the timer|make four servings|make pancakes|quit|keep going|jump ahead|go back to the beginning"
    ).split("|"),
    "did": (
        "skipped this step|skipped a step|went to the next step|moved on|went back a step|set a timer|set a ten minute timer|cancelled the timer|stopped the timer|"
        "doubled it|doubled the recipe|halved it|started over|stopped cooking|paused it|made it for six|added five minutes|finished the recipe|started cooking|"
        "turned off the timer|paused the timer|made four servings|made pancakes|quit|kept going|jumped ahead|went back to the beginning|added the onions|chopped everything"
    ).split("|"),
    "doing": (
        "skipping this step|skipping a step|going to the next step|moving on|going back a step|setting a timer|cancelling the timer|stopping the timer|doubling it|"
        "doubling the recipe|halving it|starting over|stopping halfway|pausing it|making it for six|adding five minutes|starting the recipe|going to step three|"
        "turning off the timer|pausing the timer|making four servings|quitting|jumping ahead|going back to the beginning"
    ).split("|"),
    "word": "next|stop|done|start|cancel|undo|pause|back|previous|resume|finish|repeat|skip|go on|timer|quit".split(
        "|"
    ),
    "kin": "my mom|my dad|my husband|my wife|my friend|my sister|my brother|grandma|my roommate|my neighbor|my boss|the teacher|my daughter|my son|the chef|gordon ramsay|my aunt|my boyfriend".split(
        "|"
    ),
    "gadget": (
        "oven light|oven|stove|burner|microwave|dishwasher|washing machine|dryer|fan|range hood|extractor fan|tv|television|radio|lamp|kitchen light|bedroom lights|"
        "air conditioner|heater|thermostat|vacuum|robot vacuum|coffee maker|kettle|toaster|air fryer|rice cooker|blender|fridge|freezer|computer|laptop|printer|"
        "speaker|humidifier|garage door|front door|blinds|security camera|sprinklers|porch light|tap|faucet"
    ).split("|"),
    # What stands about, what was done to it, and how it looks afterwards.
    "thing": (
        "dough|batter|sauce|gravy|stock|broth|mixture|filling|topping|pastry|crust|roux|glaze|dressing|marinade|syrup|caramel|custard|frosting|icing|meat|steak|chops|mince|ribs|drumsticks|"
        "fillets|patties|meatballs|dumplings|noodles|pasta|rice|lentils|beans|veg|veggies|greens|herbs|spices|onions|shallots|leeks|peppers|spuds|taters|carrots|cabbage|eggs|yolks|whites|"
        "cheese|bread|buns|rolls|tortillas|cornbread|pie|cake|cookies|muffins|pancakes|flour|oil|butter|cream|fish|salmon|prawns|shrimp|chicken|turkey|duck|lamb|pork|bacon|sausages|tofu|"
        "kimchi|masala|dal|curry|stew|chili|soup|casserole|roast|garlic|ginger|squash|beetroot|aubergine|courgette|parsnips"
    ).split("|"),
    "vessel": (
        "pan|pot|bowl|oven|fridge|freezer|tin|tray|dish|skillet|wok|saucepan|casserole|microwave|air fryer|slow cooker|pressure cooker|blender|food processor|colander|sieve|jug|marinade|"
        "ice bath|steamer|grill|rack|mixer|fryer|griddle|mortar"
    ).split("|"),
    "cooked": (
        "chopped|peeled|sliced|diced|minced|grated|drained|rinsed|washed|whisked|stirred|mixed|folded|kneaded|rolled out|shaped|floured|greased|buttered|seasoned|salted|marinated|seared|"
        "browned|fried|boiled|simmered|reduced|roasted|baked|toasted|melted|softened|crushed|mashed|blended|strained|sieved|sifted|beaten|cracked|separated|trimmed|skinned|deboned|gutted|"
        "scored|stuffed|wrapped|layered|covered|chilled|thawed|defrosted|soaked|blanched|caramelized|charred|plated|glazed|brushed|dusted|coated|cubed|quartered|halved|shredded|zested|"
        "juiced|squeezed|cored|pitted|podded|shelled|ground|julienned|pounded|tossed|poached|steamed|sauteed|tempered|proofed|lined|pricked|cut up|torn up|picked|rubbed in"
    ).split("|"),
    "cook": "chop|peel|dice|mince|fold|knead|julienne|blanch|temper|sear|score|truss|fillet|debone|whip|poach|zest|deglaze|proof|shape|crimp|devein|butterfly|brown|roll|separate|caramelize|season|carve".split(
        "|"
    ),
    "cooking": "chopping|peeling|dicing|kneading|whisking|stirring|slicing|grating|rolling|measuring|washing|mashing|frying|plating|seasoning|mixing|peeling carrots|making the sauce|browning the meat".split(
        "|"
    ),
    "looks": (
        "golden|crisp|crispy|tender|soft|bubbling|thick|smooth|fluffy|silky|glossy|amber|brown|translucent|fragrant|firm|set|risen|doubled in size|piping hot|al dente|steaming|sizzling|"
        "melted|reduced by half|caramelised|puffed up|charred|pink|opaque|at room temperature|simmering|on the boil|boiling away|nice and thick|see through|jammy|foamy|toasty|sticky"
    ).split("|"),
    "aside": (
        "my arms are dead|what a mess|that took ages|finally|my eyes are streaming|smells amazing|about time|thank goodness|no lumps at all|looking lovely|like you said|as instructed|"
        "just like you told me|no shell in sight|phew|i'm knackered|it's everywhere|that was fun|easy peasy|piece of cake|i made a right mess|hands are sticky|the kitchen's a tip|bless|"
        "at last|hooray|thank god|what a palaver|what a faff|lovely job"
    ).split("|"),
    # Why a cook cannot listen, touch or go on, and that it is over.
    "excuse": (
        "the baby was crying|the dog was barking|the phone rang|the extractor's on|my husband was talking|the kids were screaming|the telly was on|i was washing up|someone was at the door|"
        "i zoned out|i got distracted|i was looking for the salt|my hearing aid's out|the tap was running|a truck went by|i dropped a spoon|i sneezed|the blender drowned you out|"
        "i was in the pantry|my mind wandered|the cat jumped up|i was miles away|my grandson was shouting|i wasn't paying attention|too much going on here"
    ).split("|"),
    "busy": (
        "my hands are wet|my hands are covered in flour|i've got chicken on my hands|can't touch the screen|my fingers are all sticky|hands full|i've dough up to my elbows|elbow deep in batter|"
        "i'm holding the pan|got gloves on|my hands are a mess|greasy fingers here|i'm up to my wrists in mince"
    ).split("|"),
    "pausewhy": (
        "someone's at the door|the phone's ringing|i need to pee|i need the loo|nature calls|the baby's up|i'm looking for the colander|i can't find the whisk|gotta grab a pan|"
        "the dog needs out|i cut my finger|i need to wash my hands|let me put the kids down|something's spilled|the pot's boiling over|i've to nip to the shop|i have to take this call|"
        "my mum's calling|i need a breather|the neighbour's here|the smoke alarm's going|i burned myself|my hand's cramped up"
    ).split("|"),
    "back_again": (
        "nappy's changed|phone call's over|i found the whisk|hands are clean|the kids are asleep|door's sorted|that's the dog fed|crisis over|all quiet now|they've gone|i'm all yours|"
        "sorry about that|had a tea break|got my breath back|plaster's on|spill's mopped up|i'm back|back now|here again"
    ).split("|"),
}
