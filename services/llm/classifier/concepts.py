"""Words that mean the same to a cook: "읊어", "일러" and "말해" all ask to be told, "hop" and "skip" both move.

A third look at an utterance, in both languages at once: only the ideas in it, in the order they were said. What one
word of an idea teaches holds for all of them, also for those that no training sentence contains. Only for `features`.
"""

# ruff: noqa: E501 - tables of words, easier to read and to change as running text

import re
from typing import Final

_KO: Final[dict[str, str]] = {
    "next": "다음 담거 담꺼 담단계 그다음 넥스트 이어지는 이후 그뒤 그러고나서 그리고나서 뒤이어 고다음 요다음 나머지 후속",
    "step": "단계 순서 과정 공정 스텝 스탭 절차 차례 대목 지시 파트 번째 페이지 작업 동작 코스 내용 항목 할일 할거",
    "say": (
        "알려 알리 말해 말씀 말하 읽어 읽으 읽을 읊 일러 들려 들을 들어보 불러 부르 보여 설명 얘기 이야기 안내 짚어 가르쳐 귀띔 대령 "
        "소개 브리핑 낭독 전해 내놔 내려줘 공개 궁금 말좀 던져"
    ),
    "go": (
        "넘어가 넘어갈 넘어갑 넘겨 넘기 넘길 가자 가줘 갈게 가라 가보 갑시다 갈래 이동 점프 건너 진행 나아가 나가자 옮겨 옮기 스킵 패스 가즈아 고고 출발 전진 "
        "뛰어넘 제끼 제껴 제치 가볼 이끌 가입시 가세 가봐 가요"
    ),
    "back": (
        "뒤로 이전 직전 방금전 아까 앞단계 앞의 앞에 앞쪽 앞엣 전단계 바로전 되돌아 돌아가 돌아갈 돌아와 복귀 거꾸로 후진 리와인드 물러 도로 백 되감 지나간 "
        "지난단계 전으로 전에했 앞선"
    ),
    "again": "다시 한번더 한번만더 또 재차 반복 리플레이 되풀이 거듭 한번만 새로",
    "miss": "못들 안들 놓쳤 놓친 못알아 까먹 잊어 잊었 헷갈 뭐라 뭐랬 뭐라고 뭐라는 뭐랬 멍때 딴생각 엥 응? 안들렸",
    "past": (
        "했어 했다 했습 했네 했지 했고 했음 했으 했는 했당 했구 했심 했어요 끝났 끝냈 완료 마쳤 마무리 됐어 됐다 됐습 됐네 됐고 됐음 처리 해치웠 클리어 성공 완성 해놨 해뒀 "
        "끝 넣었 부었 썰었 볶았 구웠 삶았 쪘 섞었 저었 깠 벗겼 씻었 헹궜 다졌 담갔 꺼냈 올렸 덮었 닫았 열었 뿌렸 둘렀 발랐 녹였 녹았 끓었 끓였 졸였 익었 "
        "익혔 식혔 절였 재웠 무쳤 버무렸 건졌 뺐 풀었 뒤집었 놨 뒀 놓았 두었 내렸 옮겼 으깼 찢었 잘랐 갈았 빚었 말았 투하 치댔 마쳤 다함 다됨"
    ),
    "begin": "시작 스타트 개시 착수 출발 본격 들어가 만들어보 만들어볼 요리해보 해볼까 해보자 해봅시다 돌입 개봉",
    "end": "종료 그만두 그만둘 접자 접을 접겠 마치 마칠 마무리 끝내 끝낼 닫아 땡 여기까지 이쯤 마감 관두 관둘 포기 나가기 때려치 이만 다만들 먹을게 먹자",
    "timer": "타이머 타이마 타임머 타이모 알람 알림 초시계 카운트 시계 카운트다운 스톱워치",
    "set": "맞춰 맞추 맞출 설정 세팅 걸어 켜 돌려 돌리 재줘 재라 재봐 재주 세줘 세어 예약 잡아 깨워 울려 틀어 가동 작동",
    "cancel": ("취소 꺼 끄 지워 지우 없애 삭제 해제 날려 치워 무효 없던 필요없 안해도 오프 캔슬 제거 빼줘 중단 그만재"),
    "undo": "되돌 물러 원상 원래대로 실수 잘못 무르 언두 롤백 아까로 없던걸로 없던일 무효 무시 원상태 방금거 방금한 번복 철회",
    "hold": (
        "멈춰 멈추 멈출 정지 일시 중지 중단 홀드 세워 붙들 붙잡 잠깐 잠시 기다 쉬 포즈 스톱 스탑 대기 숨좀 쪼매 잠만 올게 올테 다녀 멈칫 스테이 있어봐 갔다 "
        "타임 받고"
    ),
    "resume": "계속 이어 마저 재개 재가동 다시시작 재시작 째깍 풀어 하던 왔어 돌아왔 복귀 속행 계속해",
    "more": "더 추가 늘려 늘리 연장 얹 보태 플러스 넉넉 길게 증가 보충",
    "less": "줄여 줄이 줄일 빼 깎 단축 당겨 덜 짧게 감소 적게 마이너스",
    "sound": "소리 볼륨 음량 목소리 사운드 들릴 들리 귀 음성 시끄",
    "up": "크게 키워 키우 높여 높이 올려 올리 빵빵 세게 커게 우렁 큰소리 최대",
    "down": "작게 낮춰 낮추 낮게 살살 조용 내려 소곤 작은소리 최소 죽여",
    "slow": "천천 느리 느릿 늦춰 늦추 또박 찬찬 차근 슬로",
    "fast": "빨리 빠르 빨라 빠릿 얼른 재촉 후딱 퍼뜩 속도 스피드 빨랑 급해",
    "amount": "얼마 얼만 몇 어느정도 용량 분량 얼매 을매 월매 정량 계량 양은 양이 양좀 양알려 그램 스푼 큰술 작은술 컵 숟갈 숟가락 국자 꼬집 미리 밀리 줌",
    "when": "몇분 몇초 몇시간 언제 얼마동안 얼마나오래 시간은 시간이 몇분이나 얼마큼오래",
    "heat": "불 온도 몇도 센불 강불 중불 약불 화력 예열 가스불 도로구 불세기 화씨 섭씨",
    "contents": "재료 준비물 들어가는거 들어가는 사야 장볼 챙겨 꺼내 재로 식재료 필요한",
    "what": "뭐 뭘 무엇 머하 뭣 무슨 무얼 어떤 뭔 뭡 무어",
    "how": "어떻게 우째 어째 어찌 방법 우예 하는법 만드는법 요령 어뜨케",
    "why": "왜 어째서 누가 뭐하러 무슨소리",
    "left": "남았 남은 남아 멀었 지났 퍼센트 프로 어디까지 어디쯤 몇단계 반쯤 절반은 몇번째 끝나려면 진척 현재",
    "share": "인분 식구 배로 두배 세배 네배 절반 반만 곱절 양을 분량 사람 명이 명분 혼자 뻥튀기 인원 반으로 명먹",
    "dish": "레시피 요리 메뉴 음식 만들 해먹 끓여먹 저녁거리 반찬 먹을까 먹자 먹지 점심 저녁",
    "food": (
        "찌개 전골 볶음 조림 구이 튀김 국수 파스타 라면 비빔밥 볶음밥 덮밥 김밥 오므라이스 삼계탕 매운탕 감자탕 갈비탕 곰탕 떡국 미역국 된장국 북어국 콩나물국 수프 스프 "
        "샐러드 카레 케이크 쿠키 피자 떡볶이 잡채 불고기 스테이크 리조또 리소토 그라탕 파전 김치전 감자전 부침개 계란말이 계란찜 갈비찜 찜닭 닭갈비 닭볶음탕 돈까스 탕수육 "
        "짜장면 짬뽕 우동 냉면 칼국수 수제비 만둣국 샌드위치 토스트 팬케이크 와플 브라우니 스콘 타르트 머핀 푸딩 오믈렛 버거 타코 부리또 월남쌈 쌀국수 마파두부 제육 육개장 "
        "스파게티 라자냐 뇨키 감바스 스튜 찹스테이크 주먹밥 유부초밥 초밥 규동 장아찌 겉절이 나물무침 무침 식혜 수정과 "
        "마라탕 마라샹궈 설렁탕 추어탕 해물탕 알탕 어묵탕 조개탕 대구탕 동태탕 닭개장 순댓국 백숙 보쌈 족발"
    ),
    "not": "안 못 아직 마라 말고 않 아니 없 지마 말아 말라 싫 덜",
    "please": (
        "줘 주세요 줄래 주라 주게 달라 부탁 해라 하자 할래 할게 주이소 다오 봐 보자 주겠 주실 주시 주십 해봐 줄수 주면 하렴 하거라 하시게 할까요 보렴"
    ),
    "if": "면은 거든 한다면 라면서 하면 되면 으면 이면 나면 때문 경우",
    "may": "해도돼 도돼 도되 괜찮 야돼 야되 야해 야하 될까 되나 되려나 안되 맞아 맞나 맞지",
    "wonder": "까요 나요 니까 는지 을까 ㄹ까 는가 냐고 으냐 건가 던가 었나 했나 됐나 려나 으려나 인가 일까 걸까",
    "while": "동안 기다리는 그사이 그동안 비는 사이에 틈에 짬에",
    "instead": "대신 대체 대용 떨어졌 떨어져 떨어 바꿔도 없는데 없으면 없어서 없네 모자라 안사왔 빠졌 못먹 알레르기",
    "quiet": "조용 그만 닥쳐 시끄 입다물 입닫 수다 멈춰 쉿 말하지마 음소거 뮤트 스톱 떠들",
    "help": "도움 도와 명령 사용법 기능 할수있 뭐라고말 뭐라말 쓰는법 매뉴얼 할줄아",
    "thanks": "고마 감사 땡큐 수고 최고 잘했 멋지 대단 똑똑 귀여 재밌 재미 맛있 좋다 짱 쓸만",
    "yes": "응 네 그래 좋아 맞아 오케이 당연 물론 콜 그럼 오냐 그러자 알았",
    "first": "처음 첫 맨앞 맨처음 최초 일번",
    "last": "마지막 맨끝 끝에서 뒤에서 끄트머리 최종 맨뒤",
    "other": (
        "엄마 아빠 여보 자기야 얘들 애들 남편 아내 친구 누나 언니 오빠 동생 고객 선생 손님 강아지 고양이 회사 학교 전화 카톡 문자 뉴스 날씨 노래 음악 영화 "
        "드라마 유튜브 티비 텔레비 게임 축구 야구 버스 지하철 택시 주식 회의 약속 시청 구독 좋아요 방송 영상"
    ),
    "machine": (
        "에어컨 선풍기 세탁 건조기 청소기 식기세척 밥솥 전자레인지 냉장고 인덕션 보일러 조명 전등 형광등 거실 안방 환풍기 후드 커튼 도어락 현관 가습기 공기청정 "
        "커피머신 믹서기 에어프라이어 밸브 창문 스위치 오븐문 가스레인지"
    ),
}
_EN: Final[dict[str, str]] = {
    "next": "next|following|upcoming|subsequent|after this|after that|afterwards|then what|whats after|comes after|what follows",
    "step": "steps?|instructions?|stage|bit|part|directions?|section|task|job|thing|one|number|phase|segment|chunk",
    "say": (
        "tell|read|say|give|show|hear|bring up|pull up|call out|list|name|run through|go over|recite|talk|speak|hit me|lay it on me|whats|what is|"
        "let me have|share|announce|describe|look at|see"
    ),
    "go": (
        "go|going|move|moving|skip|jump|hop|leap|proceed|advance|carry on|press on|crack on|lead on|push on|plough on|onwards?|forwards?|ahead|along|pass|"
        "take me|bring me|get me|march|roll on|shift"
    ),
    "back": "back|previous|before|earlier|prior|rewind|return|reverse|backwards?|scroll up|preceding|last one|just did",
    "again": "again|once more|one more time|repeat|replay|come again|another time|once again|re ?read",
    "miss": "missed|miss|didnt (?:hear|catch|get)|pardon|sorry|huh|zoned|spaced|what was that|say what|beg your pardon|wasnt listening|lost me|eh|catch that",
    "past": (
        "done|finished|completed?|ready|sorted|taken care|all set|in there|good to go|are in|is in|all in|is on|(?:chopp|mix|add|peel|dic|slic|boil|drain|stirr|wash|"
        "rins|season|pour|cook|brown|melt|whisk|knead|fold|toss|flipp|cover|preheat|heat|roast|bak|fri|grat|minc|mash|soak|marinat|sear|simmer|cool|chill|beat|"
        "combin|plac|crack|squeez|sprinkl|trimm|blend|strain|grill|steam|coat|butter|greas|reduc|thicken|soften)ed|cut|put|beaten|made|gone in"
    ),
    "begin": "start|begin|commence|kick off|get started|lets go|fire up|shall we|get going|get cracking|dive in|jump in|get cooking|started",
    "end": "finish|end|close|quit|exit|wrap|shut|call it|through with|pack it in|were eating|dinners|lets eat|served|abandon|terminate|conclude",
    "timer": "timers?|countdown|clock|alarm|stopwatch|timing|time me|tamer|timor|timber|counter",
    "set": "set|start|put|give me|make|need|beep|remind|ping|alert|buzz|ding|nudge|wake|clock|time|shout|poke|warn|told in|call me|want",
    "cancel": "cancel|delete|kill|drop|scrap|clear|remove|turn off|get rid|ditch|bin|dismiss|switch off|shut off|dont need|axe|lose|can go|end",
    "undo": "undo|take back|take that back|revert|reverse|scratch|forget that|never ?mind|oops|whoops|mistake|wrong|misspoke|how it was|change it back|disregard|roll back",
    "hold": (
        "pause|hold|wait|freeze|hang on|moment|sec|ticks?|mo|break|halt|suspend|bear with|be right back|stand by|breather|time out|brb|one minute|a minute|phone|doorbell"
    ),
    "resume": "resume|continue|carry on|keep going|unpause|restart|pick up|were back|im back|left off|where we were|back to it|unfreeze|going again",
    "more": "more|extra|another|add|longer|extend|additional|plus|bump|tack|increase|chuck|lengthen",
    "less": "less|off|reduce|shorten|cut|knock|shave|minus|shorter|decrease|trim|subtract",
    "sound": "volume|loud|hear|sound|voice|noise|ears|audio|make out|inaudible",
    "up": "up|louder|higher|crank|raise|boost|pump|amplify|speak up",
    "down": "down|quieter|softer|lower|quiet|notch|hush|too loud|keep it down",
    "slow": "slow|slower|slowly|slow down|too fast|too quick|ease off|keep up|not so fast|speed down",
    "fast": "fast|faster|quick|quicker|quickly|speed up|hurry|pace|too slow|chop chop|get a move on|snappy",
    "amount": "how much|how many|amount|quantity|what weight|weight|measure|measurement|pinch|cups?|grams?|tablespoons?|teaspoons?|how big",
    "when": "how long|how many minutes|when|what time|minutes per|duration",
    "heat": "hot|heat|temp|temperature|degrees|flame|gas mark|setting|hob|burner|celsius|fahrenheit|low or|medium|high",
    "contents": "ingredients?|what do i need|buy|shopping|counter|gather|goes in|what goes|pantry|stuff i need",
    "what": "what|whats|which|whatever|what now",
    "how": "how|how do|in what way|way to",
    "why": "why|how come|who|what for",
    "left": "left|remaining|to go|far|how far|progress|almost|halfway|percent|where are we|which step|what step|status|along|whereabouts|in total",
    "share": "servings?|people|doubled?|triple|halve|half|scale|batch|portions?|feed|guests|of us|for dinner|twice|eaters|mouths|everything down",
    "dish": "recipes?|make|cook|bake|dish|menu|dinner|lunch|breakfast|eat|meal|fancy|craving|repertoire|cookbook",
    "food": (
        "pancakes?|soup|stew|curry|pasta|lasagna|risotto|tacos?|pizza|cookies|cake|pie|bread|brownies|salad|fried rice|ramen|noodles|chili|burgers?|"
        "omelette|casserole|stir fry|roast chicken|sandwich|bibimbap|japchae|bulgogi|tteokbokki|sushi|paella|quiche|waffles|muffins|scones|spaghetti|"
        "carbonara|bolognese|enchiladas|burritos?|quesadillas?|shakshuka|hummus|guacamole|meatballs|meatloaf|pot roast|mac and cheese|chowder|gumbo|"
        "jambalaya|pho|pad thai|dumplings|kebabs?|falafel|moussaka|goulash|ratatouille|tiramisu|cheesecake|pudding|crepes|donuts|pierogi|biryani|tikka masala|dal"
    ),
    "not": "dont|not|never|no|havent|isnt|cant|wont|didnt|arent|wasnt|doesnt|nobody|nothing|without|hasnt|shouldnt|wouldnt|neither",
    "please": "please|can you|could you|would you|will you|lets|let us|let me|lemme|i want|i need|id like|gimme|i could use|may i have|id love|kindly|mind",
    "if": "if|when the|once|unless|suppose|whether|in case|until|as soon as|after i|before i",
    "may": "should i|can i|may i|do i|is it ok|okay to|safe to|supposed to|allowed|have to|ought|must i|would it|does it|will it",
    "wonder": "is it|are we|did you|did i|have i|was it|is this|is that|does|has|am i|are they|will",
    "while": "meanwhile|while|in the meantime|as it|waiting",
    "instead": "instead|substitute|substitutes|replace|replacement|swap|out of|dont have|havent got|no more|ran out|alternative|in place|stand in|sub|without|allergic",
    "quiet": "stop|quiet|shush|shut up|zip it|enough|silence|hush|stop talking|pipe down|mute|give it a rest|knock it off|cut it out",
    "help": "help|commands?|what can you|what can i say|how do i use|options|features|manual|how does this work|drive this",
    "thanks": "thanks|thank you|cheers|great|awesome|good job|well done|love you|nice|brilliant|treasure|star|legend|yummy|delicious|fun",
    "yes": "yes|yeah|yep|sure|ok|okay|alright|right|of course|go on then|absolutely|fine|do it",
    "first": "first|beginning|start over|the top|very start|from scratch|one again",
    "last": "last|final|end step|closing|very end|ending",
    "other": (
        "mom|dad|honey|babe|kids|husband|wife|brother|sister|friend|boss|he|she|they|his|her|dog|cat|baby|homework|school|work|office|phone call|news|weather|song|"
        "music|movie|episode|show|game|goal|train|bus|flight|market|president|channel|subscribe|watching|meeting|dentist|email|text|girl|boy|man|woman|neighbou?r|"
        "somebody|someone|everybody|nan|grandma|judge|police|contestant|team|mortgage|tenant"
    ),
    "machine": (
        "lights?|lamp|tv|television|fan|heater|thermostat|vacuum|dishwasher|washing machine|dryer|microwave|oven light|stove|fridge|freezer|kettle|toaster|"
        "air fryer|rice cooker|blender|extractor|hood|garage|door|blinds|curtains|radio|speaker|heating|tap|printer|laptop|washing"
    ),
}


def _table(words: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for idea, members in words.items():
        for member in members:
            found.setdefault(member, []).append(idea)
    return {member: tuple(ideas) for member, ideas in found.items()}


_IDEAS_KO: Final = _table({idea: tuple(members.split()) for idea, members in _KO.items()})
_FIND_KO: Final = re.compile("|".join(re.escape(word) for word in sorted(_IDEAS_KO, key=lambda w: (-len(w), w))))
_FIND_EN: Final = tuple((idea, re.compile(rf"(?<![a-z])(?:{members})(?![a-z])")) for idea, members in _EN.items())
#: A sentence of more ideas than this is a story.
_MOST: Final = 12


def concepts(text: str) -> list[str]:
    """The ideas of a normalised text, in the order of their words; a word may carry two."""
    placed: list[tuple[int, str]] = []
    if any("가" <= char <= "힣" for char in text):
        run = text.replace(" ", "")
        for match in _FIND_KO.finditer(run):
            placed.extend((match.start(), idea) for idea in _IDEAS_KO[match[0]])
    if any("a" <= char <= "z" for char in text):
        for idea, pattern in _FIND_EN:
            placed.extend((match.start(), idea) for match in pattern.finditer(text))
    return [idea for _, idea in sorted(placed)[:_MOST]]
