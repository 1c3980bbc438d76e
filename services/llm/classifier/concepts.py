"""Words that mean the same to a cook: "읊어", "일러" and "말해" all ask to be told, "hop" and "skip" both move.

A third look at an utterance, in both languages at once: only the ideas in it, in the order they were said. What one
word of an idea teaches holds for all of them, also for those that no training sentence contains. Only for `features`.
"""

import re
from typing import Final

_KO: Final[dict[str, str]] = {
    "next": "다음 담거 담꺼 담단계 그다음 넥스트 이어지는 이후 그뒤 그러고나서 그리고나서 뒤이어 고다음 요다음 "
    "나머지 후속 뒤엣것 밑에단계 아래단계 이다음 담번 담엔 이담 그담 고담 뒤에는 이어서는 그뒤로 다음장 다음줄 "
    "담순서 넥스 다움 다믐 그밑 다음것 다음꺼 그러고는 그뒤는 그이후 뒷장 담페이지 다음지령 이뒤로 "
    "다음순번 재끼 제낄 재낄 넥스트로",
    "step": "단계 순서 과정 공정 스텝 스탭 절차 차례 대목 지시 파트 번째 페이지 작업 동작 코스 내용 항목 할일 할거 "
    "구절 코너 화면 임무 미션 번으로 번째것 스텝원 스텝투",
    "say": (
        "알려 알리 말해 말씀 말하 읽어 읽으 읽을 읊 일러 들려 들을 들어보 불러 부르 보여 설명 얘기 이야기 안내 "
        "짚어 가르쳐 귀띔 대령 소개 브리핑 낭독 전해 내놔 내려줘 공개 궁금 말좀 던져 띄워 펼쳐 열람 골아 고라 갈쳐 "
        "가르치 씨부 떠들어봐 나열 확인 체크 보고 던져봐 틀어 켜봐 재생 여쭤 "
        "여쭙 들읍 듣자 듣고싶 보고싶"
    ),
    "go": (
        "넘어가 넘어갈 넘어갑 넘겨 넘기 넘길 가자 가줘 갈게 가라 가보 갑시다 갈래 이동 점프 건너 진행 나아가 "
        "나가자 옮겨 옮기 스킵 패스 가즈아 고고 출발 전진 뛰어넘 제끼 제껴 제치 가볼 이끌 가입시 가세 가봐 가요 "
        "나가봐 밀어 넘깁 넘겨라 넘기자 넘겨도 갑서 가게마씸 가유 갑세 직행 렛츠고 "
        "진도 나갑 이끌어 데려다 보내 넘어가유 넘어가자 넘어갑서 건너뛸 생략 빼고 통과 읽어내려 스킵해 "
        "재끼자 건너가 뛰어넘어 넘어가기 진도빼 쭉가 쭉쭉 밀고나가"
    ),
    "back": (
        "뒤로 이전 직전 방금전 아까 앞단계 앞의 앞에 앞쪽 앞엣 전단계 바로전 되돌아 돌아가 돌아갈 돌아와 복귀 "
        "거꾸로 후진 리와인드 물러 도로 백 되감 지나간 지난단계 전으로 전에했 앞선 빠꾸 백해 백스텝 리턴 위에 위로 "
        "앞전 저번거 좀전 방금거 금방거 거슬러 올라가 되짚 지나쳤 지나온 지나간거 "
        "이즌 이저 이잔 빼먹 돌려줘 뒤로가 되돌려 하기전 앞엣것 물러서 뒷걸음 앞순서 먼저거 아까단계 "
        "바꾸기전 앞으로돌아 백투 퇴보"
    ),
    "again": "다시 한번더 한번만더 또 재차 반복 리플레이 되풀이 거듭 한번만 새로 도로 도루 재방송 앵콜 앙코르 리핏 "
    "어게인 원모어 복창 도돌이 다시금 또다시 재독 한차례더 두번 한번더읽 리와인드해 원모어타임 재탕 다시한번 또한번",
    "miss": "못들 안들 놓쳤 놓친 못알아 까먹 잊어 잊었 헷갈 뭐라 뭐랬 뭐라고 뭐라는 뭐랬 멍때 딴생각 엥 응? 안들렸 "
    "무시거 무사 뭣이라 뭐시여 뭐라카 뭐라노 뭐라는겨 뭐이 어쩌라고 우짜라 어째라 어두워서 묻혀서 깜빡 까묵 못들은 "
    "안들린 시끄러워서 울어서 잊어먹 못챙겨 놓칬",
    "past": (
        "했어 했다 했습 했네 했지 했고 했음 했으 했는 했당 했구 했심 했어요 끝났 끝냈 완료 마쳤 마무리 됐어 됐다 "
        "됐습 됐네 됐고 됐음 처리 해치웠 클리어 성공 완성 해놨 해뒀 끝 넣었 부었 썰었 볶았 구웠 삶았 쪘 섞었 저었 "
        "깠 벗겼 씻었 헹궜 다졌 담갔 꺼냈 올렸 덮었 닫았 열었 뿌렸 둘렀 "
        "발랐 녹였 녹았 끓었 끓였 졸였 익었 익혔 식혔 절였 재웠 무쳤 버무렸 건졌 뺐 풀었 뒤집었 놨 뒀 놓았 두었 "
        "내렸 옮겼 으깼 찢었 잘랐 갈았 빚었 말았 투하 치댔 마쳤 다함 다됨 해수다 했수다 햄수다 해떠 햇어 햇슴 했슈 "
        "했씨유 했소 했노라 했나이다 다핸 끝났지 끝장 접수 종결 마감했 해냈 "
        "해뿌 놨응게 놨당께 놨심더 뒀응게 넣응게 데쳤 튀겼 부쳤 조렸 데웠 빻았 걸렀 밀었 접었 채웠 비볐 주물렀 "
        "굴렸 지졌 휘저었 도려냈 발라냈 떼어냈 걷어냈 다듬었 손질했 준비했 계량했 해동했 맞춰놨 노릇노릇 말랑해 "
        "투명해 걸쭉해 바삭해 갈색 숨이죽 부드러워 부풀었 굳었 끓어올 졸아들 완료됐 됐대 "
        "됐다네 다됐 다된 켰어 껐어 줄였어 얹었 깔았 앉혔 안쳤 쏟았 밭쳤 건져냈 골라냈 담았 섞어놨 넣어놨 넣어뒀 "
        "썰어놨 씻어놨 볶아놨 폈다 폈어 입혔 묻혔 감쌌 달궜 튀었 쉬게뒀 쒔 빻 뭉쳤 눌렀 두드렸 흔들어줬 "
        "들였 담음 데침 튀김완 짰 짰다 얹음 올림 썬거 말았다 말아놨 붙였 부순 부쉈 으스 긁어냈 발라놨 "
        "절여놨 재워놨 불려놨 식혀놨 굳혔 얼렸 녹임 섞음 넣음 썰음 볶음완 졸았 졸아 우려냈 우렸 떴어 떴다 "
        "휘핑했 쳐놨 체쳤 갰 갰어 개놨 밀봉했 포장했 조립했 쌓았 깎았 뜯었 비웠 훔쳤"
    ),
    "looks": (
        "노릇노릇 말랑해 투명해 걸쭉해 바삭해 숨이죽 부드러워 부풀었 졸아들 노릇 바삭 투명해 말랑 걸쭉 "
        "뽀얗 뽀얘 몽글 탱글 쫀득 야들 폭신 보글 부글 자글 지글 끓는다 끓네 끓기시작 끓어올 팔팔 갈색 색났 "
        "색이났 색돌 색이돌 김나 김이나 연기나 떠올라 떠오른 부풀 꾸덕 찐득 윤기 반지르 흐물 물렁 뭉개져 "
        "무르 푹익 다익 속까지익 젓가락쑥 쑥들어 쏙들어 냄새올라 향올라 향이올라 냄새구수 고소한냄새 "
        "기름뜨 거품 버블 엉겨 굳었 굳네 굳은 수분날아 물이다날아 국물이줄 벌어졌 입벌렸 입을벌 껍질벗겨 "
        "벗겨지네 줄줄 흘러내 찰랑 삑소리 띵소리 소리났 다됐대 예열됐"
    ),
    "begin": "시작 스타트 개시 착수 출발 본격 들어가 만들어보 만들어볼 요리해보 해볼까 해보자 해봅시다 돌입 개봉 "
    "해보드라고 해볼까나 시동 발동 출동 들어갑 들어간다 시작허 시작합 개막 오픈 도전 만들거 요리할 "
    "해묵 앞치마 가보자고 가즈아 요리모드 원점 소매걷 앞치마두르 첫삽 레츠고 스타트해 개시하 시작할래 "
    "만들기시작",
    "end": (
        "종료 그만두 그만둘 접자 접을 접겠 마치 마칠 마무리 끝내 끝낼 닫아 땡 여기까지 이쯤 마감 관두 관둘 포기 "
        "나가기 때려치 이만 다만들 먹을게 먹자 피니시 엔드 디엔드 클로즈 오프 마쳐 마칩 끝낼래 끝장내 배부르 "
        "다먹었 해먹었 차렸 상차 나갈래 나갈게 닫자 닫아줘 꺼줘요리 포기할 망했 시켜먹 "
        "배달시 그만볼 항복 때려쳐 배달시키 덮어 요리책덮 접을래 종쳐 셔터 파장 쫑내 쫑 막내리 수고했 "
        "다만들었 상올 밥먹자 식사하자"
    ),
    "timer": "타이머 타이마 타임머 타이모 알람 알림 초시계 카운트 시계 카운트다운 스톱워치 타이므 다이머 탐어 "
    "알라미 초재기 카운터 삐소리 재던 타임머어 스탑워치 이머 탐이머 타이밍 뽀모도로 모래시계 타임워치 스탑왓치",
    "set": "맞춰 맞추 맞출 설정 세팅 걸어 켜 돌려 돌리 재줘 재라 재봐 재주 세줘 세어 예약 잡아 깨워 울려 틀어 가동 "
    "작동 외쳐 소리쳐 고함쳐 신호 종쳐 벨울 잡아줘 눌러 카운트해 재유 재줍서 재도 세유 걸어둬 맞차 마차 켜놔 "
    "돌리라 시간좀",
    "cancel": "취소 꺼 끄 지워 지우 없애 삭제 해제 날려 치워 무효 없던 필요없 안해도 오프 캔슬 제거 빼줘 중단 "
    "그만재 파기 접어 관둬 그만돌 그만세 아웃 딜리트 풀어주 맞춘것 안써 없애뿌 지아 꺼뿌 내려줘 걷어",
    "undo": "되돌 물러 원상 원래대로 실수 잘못 무르 언두 롤백 아까로 없던걸로 없던일 무효 무시 원상태 방금거 "
    "방금한 번복 철회 원위치 무르자 물려 돌려놔 돌려놓 엉뚱 딴말 헛나 오작동 잘못알 잘못들 아까걸로 전상태 "
    "그전대로 복구 되돌리 리셋 컨트롤제트 컨트롤지 한거지워 취소의취소 되돌려놔 도로돌려 잘못눌 잘못말 "
    "말실수 오타 바꾸기전으로",
    "hold": (
        "멈춰 멈추 멈출 정지 일시 중지 중단 홀드 세워 붙들 붙잡 잠깐 잠시 기다 쉬 포즈 스톱 스탑 대기 숨좀 쪼매 "
        "잠만 올게 올테 다녀 멈칫 스테이 있어봐 갔다 타임 받고 기둘려 지둘려 지달 쪼까 째깐 쪼깨 쉬어 쉬자 쉬었다 "
        "보류 웨잇 브레이크 타임아웃 멈춤 세우 세워둬 멈춰둬 가만 스탑해 손베 "
        "화장실 전화왔 초인종 택배왔 애기젖 다녀올 갔다올 워워 붙들어 끊어줘 얼려 얼음 한박자 브레이크타임 "
        "스탠바이 킵해 정지해 동결 붙잡아 있어봐라 이십서 기달 기둘 스탑해놔 홀딩 퍼즈 쉬는시간 휴식 "
        "잠시만 잠깐만요"
    ),
    "resume": "계속 이어 마저 재개 재가동 다시시작 재시작 째깍 풀어 하던 왔어 돌아왔 복귀 속행 계속해 하더라고 "
    "해보드라고 이어가 이어서 하던거 속개 리줌 컨티뉴 이어하 마저하 도로가 다시돌 다시허 계속허 왔응게 다녀왔 "
    "다쉬었 끊었어 갔응게 이어갑 언포즈 재개해 땡 아임백 왔다 나왔어 자리돌아 이어서가 정지해제 얼음땡 "
    "플레이 다시가동 이어달",
    "more": "더 추가 늘려 늘리 연장 얹 보태 플러스 넉넉 길게 증가 보충 얹어 덜익 덜됐 설익 미뤄 늦춰 물려 더두 "
    "더끓 더굽 더익 더돌 뒤로미 늘궈 더얹 더붙 덤으로 서비스로 연장전 추까 익스텐드 더끌",
    "less": "줄여 줄이 줄일 빼 깎 단축 당겨 덜 짧게 감소 적게 마이너스 깎아 덜어 까줘 앞당 잘라 덜하",
    "sound": "소리 볼륨 음량 목소리 사운드 들릴 들리 귀 음성 시끄 성량 스피커 목청 소곤 귀청 고막 시끌 모기소리 "
    "들리게 안들려 안들린 불륨 볼룸 데시벨",
    "up": "크게 키워 키우 높여 높이 올려 올리 빵빵 세게 커게 우렁 큰소리 최대 이빠이 만땅 높게 키아 키와 크게좀 "
    "큰소리로 올리라 고함 쩌렁 들리게 잘들리 볼륨업 업해 소리업 마이크대고 보청기 크게읽 쩌렁쩌렁 "
    "우렁차 소리키 볼륨키 빵빵하게",
    "down": "작게 낮춰 낮추 낮게 살살 조용 내려 소곤 작은소리 최소 죽여 다운 소곤소곤 속닥 나지막 조곤 조용조용 "
    "살살말 낮차 줄이라 족게 쪼끄맣게 자니까 잠들 자는 깬다 깨니까 귀따 볼륨다운 다운해 로우볼륨 "
    "고함치지 소리지르지 귀안먹 소리낮 소리줄 볼륨줄 살금",
    "slow": "천천 느리 느릿 늦춰 늦추 또박 찬찬 차근 슬로 쉬엄쉬엄 느긋 슬로우 띄엄 끊어서 싸목 한마디씩 한글자 "
    "여유 못따라 받아적 빨라 빨르 급하 다다다다 속사포 느리게 늦게 0.5배속 반속도 슬로우모션 찬찬히 "
    "쉬어가면서 숨쉬면서 또박또박 속도줄 속도낮 와이리빠 왜이리빠 너무빨 따라가기힘",
    "fast": "빨리 빠르 빨라 빠릿 얼른 재촉 후딱 퍼뜩 속도 스피드 빨랑 급해 느려 느리다 굼떠 굼벵 답답 휘리릭 배속 "
    "빨리빨리 싸게싸게 재빨리 속도올 스피디 퍼뜩퍼뜩 팍팍 후딱후딱 1.5배속 2배속 두배속 속도높 "
    "속도올려 답답하 답답해 느려터 굼벵이 빨리감 서둘 팍팍읽 퀵하게",
    "amount": "얼마 얼만 몇 어느정도 용량 분량 얼매 을매 월매 정량 계량 양은 양이 양좀 양알려 그램 스푼 큰술 "
    "작은술 컵 숟갈 숟가락 국자 꼬집 미리 밀리 줌 을마 몇미리 몇그램 몇스푼 몇숟 몇개 몇쪽 그램수 몇티 얼마큼 "
    "얼마만큼 종이컵",
    "when": "몇분 몇초 몇시간 언제 얼마동안 얼마나오래 시간은 시간이 몇분이나 얼마큼오래 어느정도시간 시간을둬 "
    "몇시 한참 걸려 걸리나 걸리지 걸린 둬야 재워야 몇분쯤 언제까지 얼마간 오래",
    "heat": "불 온도 몇도 센불 강불 중불 약불 화력 예열 가스불 도로구 불세기 화씨 섭씨 화구 버너 인덕션몇 가스렌지 "
    "가스레인지 레인지 불땀 불길 최대로 중약불 중강불 섭씨몇 달궈 온도계",
    "contents": "재료 준비물 들어가는거 들어가는 사야 장볼 챙겨 꺼내 재로 식재료 필요한 장보 뭐사 뭐뭐 준비할거 "
    "꺼낼 챙길 들어가남 드가노 식자재 재료랑 재료하고 목록 리스트",
    "what": "뭐 뭘 무엇 머하 뭣 무슨 무얼 어떤 뭔 뭡 무어 무시거 머시 뭐시 무신 머꼬 뭐꼬 뭐여 뭐당가 뭐뭐",
    "how": "어떻게 우째 어째 어찌 방법 우예 하는법 만드는법 요령 어뜨케 우짜 어떵 방식 식으로 비법 쓰는기 어캐 어케",
    "why": "왜 어째서 누가 뭐하러 무슨소리",
    "left": "남았 남은 남아 멀었 지났 퍼센트 프로 어디까지 어디쯤 몇단계 반쯤 절반은 몇번째 끝나려면 진척 현재 "
    "진도 진행률 얼마나더 워디까지 어데까지 반왔 절반왔 거의다 끝나가 몇개남 몇단계남 할게얼마 지금몇",
    "share": "인분 식구 배로 두배 세배 네배 절반 반만 곱절 양을 분량 사람 명이 명분 혼자 뻥튀기 인원 반으로 명먹 "
    "온대서 온다니까 늘어서 손님오 명더 안온대 못온대 혼자먹 둘이먹 셋이먹 식구가 배수 곱하 양좀 인분용 일점오 "
    "한배반 양적 양많 분량조절 더블로 트리플 인분씩 두명거 세명거 명거로 넷이먹 단체 대량 배합 한명분 "
    "혼밥 나눠줄 양확 반절만 절반만",
    "dish": "레시피 요리 메뉴 음식 만들 해먹 끓여먹 저녁거리 반찬 먹을까 먹자 먹지 점심 저녁 먹고싶 해묵 부쳐먹 "
    "구워먹 볶아먹 땡긴 땡겨 당긴 도전 달래 노래를불 메뉴판 라인업 가르쳐 야식 간식 안주 추천 요리법 "
    "조리법 음식할 해볼란 레서피 만들고싶 먹고싶은데",
    "food": (
        "찌개 전골 볶음 조림 구이 튀김 국수 파스타 라면 비빔밥 볶음밥 덮밥 김밥 오므라이스 삼계탕 매운탕 감자탕 "
        "갈비탕 곰탕 떡국 미역국 된장국 북어국 콩나물국 수프 스프 샐러드 카레 케이크 쿠키 피자 떡볶이 잡채 불고기 "
        "스테이크 리조또 리소토 그라탕 파전 김치전 감자전 부침개 계란말이 계란찜 "
        "갈비찜 찜닭 닭갈비 닭볶음탕 돈까스 탕수육 짜장면 짬뽕 우동 냉면 칼국수 수제비 만둣국 샌드위치 토스트 "
        "팬케이크 와플 브라우니 스콘 타르트 머핀 푸딩 오믈렛 버거 타코 부리또 월남쌈 쌀국수 마파두부 제육 육개장 "
        "스파게티 라자냐 뇨키 감바스 스튜 찹스테이크 주먹밥 유부초밥 초밥 규동 장아찌 "
        "겉절이 나물무침 무침 식혜 수정과 마라탕 마라샹궈 설렁탕 추어탕 해물탕 알탕 어묵탕 조개탕 대구탕 동태탕 "
        "닭개장 순댓국 백숙 보쌈 족발 수육 닭죽 전복죽 호박죽 팥죽 몸국 고기국수 빙떡 잔치국수 콩국수 비빔국수 "
        "막국수 쫄면 라볶이 순대볶음 곱창 찹쌀떡 약밥 갈비 불백 낙지볶음 오삼불고기 쭈꾸미 "
        "해물파전 빈대떡 동그랑땡 완자 깍두기 오이소박이 파김치 총각김치 시금치나물 콩자반 우엉조림 고등어조림 "
        "갈치조림 생선구이 어묵볶음 두루치기 고추잡채 깐풍기 유린기 양장피 팔보채 난자완스 똠얌 팟타이 나시고랭 "
        "커리 퐁듀 라클렛 파에야 퀘사디아 나초 도넛 마카롱 치즈케이크 티라미수 크레페 "
        "프렌치토스트 샥슈카 까르보나라 봉골레 페스토"
    ),
    "not": "안 못 아직 마라 말고 않 아니 없 지마 말아 말라 싫 덜 마이소 마라니까 안혀 안햐 못혀 아이다 아녀 "
    "아니랑게 말라니까 말고요 아즉 여적 아니우다",
    "please": "줘 주세요 줄래 주라 주게 달라 부탁 해라 하자 할래 할게 주이소 다오 봐 보자 주겠 주실 주시 주십 해봐 "
    "줄수 주면 하렴 하거라 하시게 할까요 보렴 줍서 주드래 줘유 주라잉 주시게 주오 해도라 도라 달랑게 부탁드 플리즈 "
    "할라 할란다 합시다 하입시더 허자 허게",
    "if": "면은 거든 한다면 라면서 하면 되면 으면 이면 나면 때문 경우 자마자 다면 는다면 면서 으면은 거들랑 했더니 "
    "았더니 었더니",
    "may": "해도돼 도돼 도되 괜찮 야돼 야되 야해 야하 될까 되나 되려나 안되 맞아 맞나 맞지 될까요 괜찮나 맞는거 "
    "해도되나 안될까 되남 되는겨 되노 맞습니까 맞나요",
    "wonder": "까요 나요 니까 는지 을까 ㄹ까 는가 냐고 으냐 건가 던가 었나 했나 됐나 려나 으려나 인가 일까 걸까 "
    "는거지 건가요 은가요 ㄴ가요 을까요 려나요 았나 였나 던가요 는감 남유 는겨 습니까 ㅂ니까 인지 는지요 나보다 "
    "지않나 수있나 수있을까",
    "while": "동안 기다리는 그사이 그동안 비는 사이에 틈에 짬에 그틈 막간 노는데 심심 할일없 손노 그새 찌는중 "
    "기다리면서 기다리는동안 할만한",
    "instead": "대신 대체 대용 떨어졌 떨어져 떨어 바꿔도 없는데 없으면 없어서 없네 모자라 안사왔 빠졌 못먹 "
    "알레르기 순한거 바꾸고싶 바꿔쓸 품절 안팔 상했 곰팡이 유통기한 동났 바닥났 읎네 없수다 없심더 비건 채식 "
    "못먹으니 비싸 구하기 안들어간걸",
    "quiet": "조용 그만 닥쳐 시끄 입다물 입닫 수다 멈춰 쉿 말하지마 음소거 뮤트 스톱 떠들 고만 고마 입다 셧업 주둥 "
    "잠자코 거기까지만 안읽어도 말안해도 정숙 침묵 지껄 조잘 쫑알 씨부리 떠들지 사일런스 들었어이제 "
    "듣기싫 말그만 입좀 아가리 입꾹 뚝그쳐 그만말 음소거해 볼륨오프 소리off 고마해 그만읽 울리는거 "
    "시끄럽 삐삐",
    "help": "도움 도와 명령 사용법 기능 할수있 뭐라고말 뭐라말 쓰는법 매뉴얼 할줄아 우째쓰 뭐할줄 무슨일을 메뉴얼 "
    "튜토리얼 가이드 설명서 조작 처음써 헬프 해줄수있 할수있는게 뭐시키",
    "thanks": "고마 감사 땡큐 수고 최고 잘했 멋지 대단 똑똑 귀여 재밌 재미 맛있 좋다 짱 쓸만 고맙데이 고맙수 땡쓰 "
    "애썼 수고혔 대박 끝내준 예술 신기 똑똑하 밥먹었 이름이뭐 몇살 사람같 낫다 안녕 반가 하이 잘가 헬로",
    "yes": "응 네 그래 좋아 맞아 오케이 당연 물론 콜 그럼 오냐 그러자 알았 기우다 기여 그려 하모 암만 아무렴 "
    "그렇고말고 옹야 어엉 예스 오케 맞심더 동의 찬성 승인 그럽시다 그라제 두말하면",
    "first": "처음 첫 맨앞 맨처음 최초 일번 맨위 첫단계 첫번 처음부터 일단계 시초",
    "last": "마지막 맨끝 끝에서 뒤에서 끄트머리 최종 맨뒤 끝판 막단계 마지막거 맨밑 제일끝 끝단계",
    "other": (
        "엄마 아빠 여보 자기야 얘들 애들 남편 아내 친구 누나 언니 오빠 동생 고객 선생 손님 강아지 고양이 회사 학교 "
        "전화 카톡 문자 뉴스 날씨 노래 음악 영화 드라마 유튜브 티비 텔레비 게임 축구 야구 버스 지하철 택시 주식 "
        "회의 약속 시청 구독 좋아요 방송 영상 자기 아들 할머니 할아버지 "
        "시어머니 며느리 손주 조카 삼촌 이모 고모 팀장 과장 부장 사장 대리 교수 담임 학원 숙제 시험 방학 수능 "
        "유치원 어린이집 기저귀 분유 목욕 장난감 안경 열쇠 리모컨 지갑 양말 신발 충전기 우산 가방 이불 베개 책상 "
        "크리스마스 설날 추석 생일 휴가 월급 월세 세금 보험 은행 대출 통장 비밀번호 "
        "환율 달러 엔화 코인 부산 서울 제주 공항 비행기 기차 고속도로 주차 택배 경비실 엘리베이터 아파트 이웃 층간 "
        "경찰 병원 약국 감기 허리 무릎 운동 헬스 등산 산책 대통령 국회 선거 전쟁 재판 범인 사건 연예인 아이돌 "
        "콘서트 앨범 댄스 시청자 협찬 후속편 재방 예능 코너에서 공연 농구 배구 "
        "골프 올림픽 선수 심판 감독 공격 왼쪽 오른쪽 시리야 빅스비 지니야 아리아 클로바 구글 메모장 와이파이 "
        "블루투스 곱하기 나누기 더하기 수학 영어숙제 역사 공룡 우주 동화 옛날 호랑이 걔가 쟤가 얘가 니들 너희 너네 "
        "그사람 자고싶 잘래 잘게 졸려"
    ),
    "machine": (
        "에어컨 선풍기 세탁 건조기 청소기 식기세척 밥솥 전자레인지 냉장고 인덕션 보일러 조명 전등 형광등 거실 안방 "
        "환풍기 후드 커튼 도어락 현관 가습기 공기청정 커피머신 믹서기 에어프라이어 밸브 창문 스위치 오븐문 "
        "가스레인지 비데 온수매트 전기장판 셋톱박스 스피커꺼 로봇청소 제습기 스타일러 인터폰 "
        "차고 블라인드 콘센트 플러그 가스밸브 온풍기 정수기 김치냉장고"
    ),
}
_EN: Final[dict[str, str]] = {
    "next": (
        "next|following|upcoming|subsequent|after this|after that|afterwards|then what|whats after|comes after|"
        "what follows|the one after|one after|whats following|ensuing|"
        "succeeding|what then|nxt|onto|onwards to|whatever follows|comes next|after it|from here|what else|"
        "from there|what after|card|gimme the next|chapter|whats the plan|what now|what happens now"
    ),
    "step": "steps?|instructions?|stage|bit|part|directions?|section|task|job|thing|one|number|phase|segment|chunk|"
    "yoke|page|line|point|slide|card|entry|paragraph|item|square",
    "say": (
        "tell|read|say|give|show|hear|bring up|pull up|call out|list|name|run through|go over|recite|talk|speak|"
        "hit me|lay it on me|whats|what is|let me have|share|announce|"
        "describe|look at|see|fire off|spill|shoot|lemme know|inform|mention|feed me|dictate|enlighten|fill me in|"
        "brief|rattle off|reel off|present|run by|play|display|"
        "throw me|roll out|trot out|hit me with|walk me through|talk me through|take me through|shout out"
    ),
    "go": (
        "go|going|move|moving|skip|jump|hop|leap|proceed|advance|carry on|press on|crack on|lead on|push on|plough "
        "on|onwards?|forwards?|ahead|along|pass|take me|bring me|"
        "get me|march|roll on|shift|head|flick|flip|swipe|scroll|keep her lit|get on|crack|gallop|bounce|swing|nip|"
        "pop|zoom|fast forward|race|forge|dive|drive|scoot|progress|"
        "plonk me|put me|take us|get us|soldier on|blast|continue to|nudge|travel|land me|fast track|"
        "hurry on|no dawdling|read on|keep it moving|skippity|leapfrog|bypass|dont stop there|forward one"
    ),
    "back": (
        "back|previous|before|earlier|prior|rewind|return|reverse|backwards?|scroll up|preceding|last one|just did|"
        "backtrack|back up|above|retreat|revisit|behind|prev|"
        "rewinding|foregoing|previews|turn back|scroll back|retrace|where we just were|just left|just passed|undo "
        "a step|gostan|peeche|step prior|one before|go to the one before|skipped one|last page|rewind it|"
        "the preceding"
    ),
    "again": (
        "again|once more|one more time|repeat|replay|come again|another time|once again|re ?read|reread|rerun|"
        "recap|encore|once over|afresh|anew|run that by|run it by|"
        "refresh|remind me|back to me|a second time|from the top|echo|playback|jog my memory|over again|"
        "dobara|phir se|one more please|repeat after|re-read|say again|once again please|"
        "second helping of that|what did you say"
    ),
    "miss": (
        "missed|miss|didnt (?:hear|catch|get)|pardon|sorry|huh|zoned|spaced|what was that|say what|beg your pardon|"
        "wasnt listening|lost me|eh|catch that|lost you|drowned|"
        "distracted|tuned out|miles away|listening|couldnt make|follow|over my head|you what|wha|whatd|whaddya|"
        "whassat|excuse me|forgot|forgotten|slipped my mind|"
        "mind wandered|blanked|lost what|misheard|mumbled|garbled|muffled|meant to do|supposed to do|was i told"
    ),
    "past": (
        "done|finished|completed?|ready|sorted|taken care|all set|in there|good to go|are in|is in|all in|is on|"
        "(?:chopp|mix|add|peel|dic|slic|boil|drain|stirr|wash|rins|"
        "season|pour|cook|brown|melt|whisk|knead|fold|toss|flipp|cover|preheat|heat|roast|bak|fri|grat|minc|mash|"
        "soak|marinat|sear|simmer|cool|chill|beat|combin|plac|crack|"
        "squeez|sprinkl|trimm|blend|strain|grill|steam|coat|butter|greas|reduc|thicken|soften)ed|cut|put|beaten|"
        "made|gone in|burnt|burned|sifted|kneaded|rested|risen|thawed|"
        "toasted|tipped|popped|chucked|bunged|slung|shoved|plonked|scooped|ladled|plated|shaped|scored|tempered|"
        "sealed|wrapped|lined|dusted|flattened|pounded|shelled|pitted|"
        "crushed|pureed|caramelised|caramelized|sieved|skinned|deboned|gutted|scaled|stuffed|layered|defrosted|"
        "brushed|glazed|charred|cubed|quartered|halved|shredded|zested|"
        "juiced|cored|hulled|podded|julienned|proofed|poached|sauteed|parboiled|deglazed|basted|floured|wiped|"
        "emptied|stacked|doneski|dunzo|donezo|nailed it|cracked it|"
        "smashed it|did it|did that|did so|job done|jobs a good un|ticked|tick|all there|thats that|bish bash bosh|"
        "voila|boom|handled|dealt with|off the heat|out of the oven|"
        "outta|taken off|took|turned|resting|went in|in it goes|wrapped up|conquered|gave out|came together|come "
        "together|stuck|lifted|pulled|tossed in|dropped in|lobbed|(?:spiralis|emulsifi|steep|ferment|"
        "sterilis|demould|dredg|tamp|scatter|smear|press|pip|crimp|spatchcock|deseed|de-?vein|devein|"
        "deglaz|frost|ic|steril|splash|spritz|drizzl|rub|prick|scrap|snipp?|batter|crumb|panko|rehydrat|"
        "bloom|infus|whipp?|cream|rubb|proof|prov|laminat|truss|skewer|thread|tied|stuff|portion|plat|"
        "garnish|dress|temper|macerat|ferment|pickl|curd|brin|smok|scald|swirl|dissolv|absorb|stew|brais|"
        "broil|nuk|microwav|swapp|dabb|patt|dried|skimm?|uncover|switch|lower|rais|transferr|mov|slid|"
        "nestl|arrang|sort|measur|weigh|unwrapp|open|rest|turn|warm|crisp)ed|frozen|ground|torn|spread|"
        "shaken|bled|drunk|split|spun|broken up|swept|done and dusted|clicked|pinged|dinged|beeped|"
        "gone off|switched off|off now|out it comes|outside already|already|finish already|put inside|"
        "inside already|came out|comes out"
    ),
    "looks": (
        "golden|crisp|crispy|crunchy|al dente|bubbling|bubbly|bubbles|boiling|simmering|risen|fluffy|"
        "tender|translucent|see through|soft|softened|wilted|foamy|foaming|frothy|thick|thickened|sticky|"
        "smooth|lump free|no lumps|no more lumps|set|firm|springy|puffed|puffy|doubled|opaque|flaky|flakes|"
        "falling off|falls apart|falling apart|pink|brown|browned|blackened|charred|smoking|sizzling|"
        "spitting|shimmering|shivering|fragrant|aromatic|smells of|smells like|hissing|fork tender|clean|"
        "stiff peaks|soft peaks|peaks|ribbons|runny|glossy|shiny|silky|creamy|moist|dry|plump|bite|hollow|"
        "colour of|color of|cooked through|piping hot|steaming|melted|reduced|separated|caramel|toasty|"
        "wobble|wobbles|jiggly|ready to go|looking good|looks right|about right"
    ),
    "begin": (
        "start|begin|commence|kick off|get started|lets go|fire up|shall we|get going|get cracking|dive in|jump in|"
        "get cooking|started|dive right in|stuck in|cracking|"
        "crack on|apron|sleeves rolled|on the road|rolling|fire it up|lets do this|make a start|showtime|game on|"
        "lets be having|initiate|launch|get to it|set off|off we go|square one|from zero|scratch|action|"
        "lights camera|get this show|here goes|ready when you are|ready to cook|kick it off|lets cook|"
        "lets roll|lets get into it|sleeves|begin again|over from|aprons on|open the kitchen|start me|jom|"
        "chalo|shuru"
    ),
    "end": (
        "finish|end|close|quit|exit|wrap|shut|call it|through with|pack it in|were eating|dinners|lets eat|served|"
        "abandon|terminate|conclude|pack it|wrap this|call it a|"
        "leave it there|bail|bailing|giving up|give up|throw in the towel|on the table|plated up|tuck in|tucking "
        "in|grubs up|bon appetit|through cooking|close out|log off|"
        "sign off|abort|get me out|takeaway|ordering pizza|dont want to make|wind up|thats a wrap|"
        "service over|bin it|its over|ruined|given up|im out|thats us|thats all done for|shut it down|"
        "knock off|clock off|stick a fork|chippy|takeaways|deliveroo|last bite|dish up|dishing up|"
        "foods ready|dinner is served|come and get it|all plated|stop cooking|done cooking|finito|the end|"
        "fin"
    ),
    "timer": (
        "timers?|countdown|clock|alarm|stopwatch|timing|time me|tamer|timor|timber|counter|tymer|tima|taimer|"
        "timmer|ticking|egg timer|counting|tymur|time it|timing it|buzzer|"
        "count|alarms?|timmah|tajmer|beeper|bell|pinger|countdowns?|hourglass|minute minder"
    ),
    "set": (
        "set|start|put|give me|make|need|beep|remind|ping|alert|buzz|ding|nudge|wake|clock|time|shout|poke|warn|"
        "told in|call me|want|holler|yell|gimme a|whack|stick|bung|"
        "stick on|slap|track|keep time|let me know|tell me in|rouse|fetch me|call out|watch the time|whistle|"
        "scream|bell|heads up|prod|dont let|go over"
    ),
    "cancel": (
        "cancel|delete|kill|drop|scrap|clear|remove|turn off|get rid|ditch|bin|dismiss|switch off|shut off|dont "
        "need|axe|lose|can go|end|forget about|scrub|wipe|nix|void|"
        "trash|dump|call off|abort|zap|no longer need|no need for|stop bothering|get shot of|"
        "undo the timer|off please"
    ),
    "undo": (
        "undo|take back|take that back|revert|reverse|scratch|forget that|never ?mind|oops|whoops|mistake|wrong|"
        "misspoke|how it was|change it back|disregard|roll back|"
        "put it back|put that back|set it back|change that back|as it was|the way it was|like it was|take it back|"
        "taking that back|retract|withdraw|strike that|scrap that|"
        "boo boo|mispoke|said the wrong|wrong thing|pressed the wrong|hit the wrong|ctrl z|didnt mean|misheard|"
        "unsay|rollback|restore|oopsie|reversal|annul|go back on that|un do|ctrl|rescind|strike|fat finger|"
        "slip of the tongue|butterfingers|pocket|by accident|accident|accidentally|i messed up what i said|"
        "reset that|cancel that last|whatever you just did|what you just did|back how|it back|unchange|"
        "my toddler|the cat|wasnt me|wasnt talking to you"
    ),
    "hold": (
        "pause|hold|wait|freeze|hang on|moment|sec|ticks?|mo|break|halt|suspend|bear with|be right back|stand by|"
        "breather|time out|brb|one minute|a minute|phone|doorbell|"
        "whoa|woah|hang fire|hold fire|hold tight|stay there|stay put|sit tight|park|jiffy|jiff|shake|tea break|"
        "loo|pee|toilet|bathroom|colander|at the door|step away|"
        "standby|on ice|timeout|intermission|pit stop|patience|not so fast there|easy there|steady|horses|on hold|"
        "catch up|powz|pawz|paws|recess|ruko|thoda|hold your horses|wait up|hold up|cool your jets|"
        "stay with me|hang five|give us a sec|give me two|stall|stop right there|time please|haud|hing on|"
        "coming back|smoke break|nappy|delivery|at the gate|somebodys at|two secs|two ticks|chill|hold yer|"
        "ice it|keep still|interrupt"
    ),
    "resume": (
        "resume|continue|carry on|keep going|unpause|restart|pick up|were back|im back|left off|where we were|back "
        "to it|unfreeze|going again|as you were|back in business|"
        "rolling again|get going again|breaks over|back at it|back to work|back on track|play on|rezoom|resoom|un "
        "pause|lift the pause|proceed again|take it from|"
        "and were back|pick it up|ready again|saddle up|press play|hit play|recess is over|roll on|"
        "reconvene|im here again|back now|back again|right im back|get it going|un freeze|melt|wakey|"
        "wake up|as we were|keep counting|carry oan|pick up where"
    ),
    "more": (
        "more|extra|another|add|longer|extend|additional|plus|bump|tack|increase|chuck|lengthen|push back|push it "
        "back|lump|whack on|stick on|bung on|on top|still raw|"
        "still pale|not done|underdone|wee bit|bit more|delay|snooze|postpone|tack on|stick another|"
        "bung another|throw another|prolong|stretch|further|bonus|top up|keep it going|not brown|"
        "not golden|pale|raw|crunchy|wobbly|still hard"
    ),
    "less": "less|off|reduce|shorten|cut|knock|shave|minus|shorter|decrease|trim|subtract|chop|lop|take away|"
    "deduct|bring forward|steal|drop|smaller|away from|shrink",
    "sound": (
        "volume|loud|hear|sound|voice|noise|ears|audio|make out|inaudible|speaker|quiet|muffled|deafening|blasting|"
        "shout|whisper|whispering|bellow|hearing|deaf|tone|speak|"
        "mumbling"
    ),
    "up": (
        "up|louder|higher|crank|raise|boost|pump|amplify|speak up|shout|bellow|project|belt it out|bump|amp|jack|"
        "max|maximum|full blast|over the|for the old|raise your|"
        "bigger|pump up|yell|hard of hearing|cant hear|couldnt hear|deaf|full volume|hundred percent|"
        "at ten|to ten|to max|extractor|over the fan|over the hood|over the mixer|too quiet|too soft|"
        "small voice|too small|mumbling|mumble|whispering|crank it|big voice|boom|out loud"
    ),
    "down": (
        "down|quieter|softer|lower|quiet|notch|hush|too loud|keep it down|soften|whisper|hushed|indoor voice|"
        "inside voice|library voice|asleep|sleeping|deafening|shouting|"
        "shout at|blasting|less loud|not so loud|so loud|tone it|small sound|make small|too big|dont shout|"
        "blaring|blare|baby|napping|nap|neighbours|thin walls|ears hurt|my ears|headache|percent|at three|"
        "to three|hangover|migraine|turn down|soft soft|softly|gentle voice|less volume"
    ),
    "slow": (
        "slow|slower|slowly|slow down|too fast|too quick|ease off|keep up|not so fast|speed down|gabble|rush|"
        "rushing|racing|rattling|hundred miles|mile a minute|auctioneer|"
        "leisurely|take it easy|one word at|steady on|slow your roll|half speed|gently|pace yourself|where's the "
        "fire|wheres the fire|easy on|hard of hearing|snails pace|slow mo|point eight|three quarter speed|"
        "zero point|talk so fast|so fast|fast lah|ease up|moderate|breathe|more time between|pause between|"
        "word by word|dictation|writing this down|write it down|half the speed|gear down|slowing|"
        "dial back the speed|decelerate|speech rate to slow"
    ),
    "fast": (
        "fast|faster|quick|quicker|quickly|speed up|hurry|pace|too slow|chop chop|get a move on|snappy|wriggle|"
        "dragging|snail|treacle|pick up the pace|step on it|swift|"
        "swifter|brisk|briskly|double speed|double time|sluggish|crawling|sharpish|lively|hurry it|hurry up|move "
        "it along|quick sticks|all day|snappier|speedier|tempo|rate|one and a half|one point five|"
        "two times speed|twice the speed|double quick|less dawdling|dawdling|gear up|up a gear|shift up|"
        "rapid|rapidly|accelerate|pronto|jaldi|lekas|vite|havent got all|so slow|slow lah|ponderous|"
        "drawling|drag|fast mode|rate to fast|zippy|zip along"
    ),
    "amount": (
        "how much|how many|amount|quantity|what weight|weight|measure|measurement|pinch|cups?|grams?|tablespoons?|"
        "teaspoons?|how big|dose|volume of|proportion|handful|glug|"
        "knob|mils|millilitres|milliliters|cloves|spoonfuls|weight of|measure of|ounces|enough"
    ),
    "when": (
        "how long|how many minutes|when|what time|minutes per|duration|total time|cooking time|how much time|how "
        "many mins|time for|per side|each side|when do i|when should|"
        "cook time|how long for|long do"
    ),
    "heat": (
        "hot|heat|temp|temperature|degrees|flame|gas mark|setting|hob|burner|celsius|fahrenheit|low or|medium|high|"
        "how warm|warm|dial|gas|hob goes|ring|fierce|oven setting|"
        "fan|grill setting|preheat|number on|broil"
    ),
    "contents": (
        "ingredients?|what do i need|buy|shopping|counter|gather|goes in|what goes|pantry|stuff i need|shopping "
        "list|fetch|cupboard|larder|fridge|things i need|bits and bobs|"
        "stuff|items|what all|everything i need|ingrediants|ingreedients|get out|taking out"
    ),
    "what": "what|whats|which|whatever|what now",
    "how": "how|how do|in what way|way to",
    "why": "why|how come|who|what for",
    "left": (
        "left|remaining|to go|far|how far|progress|almost|halfway|percent|where are we|which step|what step|status|"
        "along|whereabouts|in total|out of how many|how deep|"
        "deep in|nearly there|loads|lots left|how close|how near|up to|rough idea|my place|lost my place|how much "
        "more|how many more"
    ),
    "share": (
        "servings?|people|doubled?|triple|halve|half|scale|batch|portions?|feed|guests|of us|for dinner|twice|"
        "eaters|mouths|everything down|plates|eating|coming|staying|"
        "joining|twofold|threefold|times it|multiply|multiplied|headcount|yield|serves|crowd|hungry|more mouths|"
        "for three|for two|for four|for six|bringing|quantities|"
        "amounts|stretch it|just me|only me|little old me|dozen|loaves|trays|football team|tonne|third|"
        "quarter|shrink|bump it up to|enough for|cousins|in laws|turned up|vicar|head count|table of|"
        "family of|party of|covers|for one|for five|for eight|for ten|for twelve|scale up|scale down|"
        "double portions|smaller batch"
    ),
    "dish": (
        "recipes?|make|cook|bake|dish|menu|dinner|lunch|breakfast|eat|meal|fancy|craving|repertoire|cookbook|"
        "hankering|hankerin|yen for|notion|knock up|whip up|rustle up|"
        "throw together|asking for|begging for|attempt|tackle|cook book|grub|supper|tea tonight|teach me|bring up"
    ),
    "food": (
        "pancakes?|soup|stew|curry|pasta|lasagna|risotto|tacos?|pizza|cookies|cake|pie|bread|brownies|salad|fried "
        "rice|ramen|noodles|chili|burgers?|"
        "omelette|casserole|stir fry|roast chicken|sandwich|bibimbap|japchae|bulgogi|tteokbokki|sushi|paella|"
        "quiche|waffles|muffins|scones|spaghetti|"
        "carbonara|bolognese|enchiladas|burritos?|quesadillas?|shakshuka|hummus|guacamole|meatballs|meatloaf|pot "
        "roast|mac and cheese|chowder|gumbo|"
        "jambalaya|pho|pad thai|dumplings|kebabs?|falafel|moussaka|goulash|ratatouille|tiramisu|cheesecake|pudding|"
        "crepes|donuts|pierogi|biryani|tikka masala|dal"
    ),
    "not": (
        "dont|not|never|no|havent|isnt|cant|wont|didnt|arent|wasnt|doesnt|nobody|nothing|without|hasnt|shouldnt|"
        "wouldnt|neither|no need|aint|nowhere|hardly|barely|nor|stop|"
        "quit|dinnae|cannae|naw|couldnt|hadnt|werent"
    ),
    "please": (
        "please|can you|could you|would you|will you|lets|let us|let me|lemme|i want|i need|id like|gimme|i could "
        "use|may i have|id love|kindly|mind|would ya|would ye|"
        "gonna need|could do with|would it kill|be a dear|be a love|if you dont mind|i fancy|you may|do us|give us|"
        "gie us|wanna|let us have|help me"
    ),
    "if": "if|when the|once|unless|suppose|whether|in case|until|as soon as|after i|before i",
    "may": (
        "should i|can i|may i|do i|is it ok|okay to|safe to|supposed to|allowed|have to|ought|must i|would it|does "
        "it|will it|am i meant|is there any point|what if|"
        "would it be|can it|could it|does it need|are we meant|do you have to|can this be|may it"
    ),
    "wonder": (
        "is it|are we|did you|did i|have i|was it|is this|is that|does|has|am i|are they|will|i wonder|are the|"
        "does anyone|what happens|was that|whats the point|had it|"
        "were they|wouldnt it|isnt it|arent they|didnt it"
    ),
    "while": (
        "meanwhile|while|in the meantime|as it|waiting|till its|until its|bored|nothing to do|crack on with|kill "
        "time|in the wait|standing around|spare|get on with|whilst|"
        "downtime"
    ),
    "instead": (
        "instead|substitute|substitutes|replace|replacement|swap|out of|dont have|havent got|no more|ran out|"
        "alternative|in place|stand in|sub|without|allergic|"
        "creme fraiche here|dont get|cant get|couldnt get|cant find|allergy|vegan|gone off|went bad|mouldy|sold "
        "out|no have|dont stock|similar to|close to|dairy free|"
        "gluten free|same job|do the same|what else can|had no"
    ),
    "quiet": (
        "stop|quiet|shush|shut up|zip it|enough|silence|hush|stop talking|pipe down|mute|give it a rest|knock it "
        "off|cut it out|yammering|jabbering|blathering|gabbing|"
        "chatter|chattering|nattering|yapping|rambling|waffling|wittering|racket|pipe|button it|can it|sock in it|"
        "schtum|wheesht|whisht|belt up|silent|no need to go on|stawp|"
        "stahp|i get it|i hear you|enough already|shushing|headache|shh|sshh|stow it|save your breath|"
        "zip your|yakking|yak|not another word|no more words|no more talking|silence it|lips|put a sock|"
        "sock|mouth|trap|gob|jaw|noise off|kill the noise|stop that beep|beeping|bandh karo|chup|diam|"
        "haud yer|shoosh|that alarm|make it stop|shh+|mum|quit talking|quit it|stop reading"
    ),
    "help": (
        "help|commands?|what can you|what can i say|how do i use|options|features|manual|how does this work|drive "
        "this|how to talk to you|talk to you|use you|operate|"
        "tutorial|guide|cheat sheet|user guide|work this|what words|understand me|instructions for|capable|able to "
        "do|new here|new to this|how do you work|phrases"
    ),
    "thanks": (
        "thanks|thank you|cheers|great|awesome|good job|well done|love you|nice|brilliant|treasure|star|legend|"
        "yummy|delicious|fun|ta|gem|lifesaver|much obliged|bless|champ|"
        "genius|smells|tastes|divine|heavenly|yum|ace|love this|hero|beauty|funny|clever|hello|hi|morning|bye|"
        "night night|see you"
    ),
    "yes": (
        "yes|yeah|yep|sure|ok|okay|alright|right|of course|go on then|absolutely|fine|do it|aye|yup|affirmative|"
        "roger|totally|indeed|you bet|okey dokey|too right|correct|"
        "go for it|please do|by all means|uh huh|mhm|why not|sounds good|i do|exactly|spot on|ja|oui|course"
    ),
    "first": "first|beginning|start over|the top|very start|from scratch|one again|first bit|first one|opening|"
    "step one|number one|from the top|start of|square one|outset",
    "last": "last|final|end step|closing|very end|ending|last bit|the end|finale|finishing step|final one|last one",
    "other": (
        "mom|dad|honey|babe|kids|husband|wife|brother|sister|friend|boss|he|she|they|his|her|dog|cat|baby|homework|"
        "school|work|office|phone call|news|weather|song|music|"
        "movie|episode|show|game|goal|train|bus|flight|market|president|channel|subscribe|watching|meeting|dentist|"
        "email|text|girl|boy|man|woman|neighbou?r|somebody|someone|"
        "everybody|nan|grandma|judge|police|contestant|team|mortgage|tenant|euros?|dollars?|rupees?|pounds "
        "sterling|quid|yen|bitcoin|saturday|sunday|monday|tuesday|wednesday|"
        "thursday|friday|weekend|christmas|easter|birthday|holiday|dubai|london|paris|china|japan|america|football|"
        "penalty|referee|score|striker|league|tennis|cricket|"
        "olympics|horse|dice|chess|cards|monopoly|spaces|lap|siri|alexa|google|cortana|bixby|sponsored|season|"
        "series|netflix|youtube|spotify|podcast|radio|documentary|"
        "presenter|contestants?|chefs|bakers|judges|viewers|alarm clock|shopping list|shopping basket|basket|"
        "trolley|nappies|toilet roll|bin bags|bins|hoover|shoes|socks|"
        "coat|jacket|glasses|keys|wallet|charger|remote|slippers|bag|teacher|exam|lesson|uni|lecture|diet|gym|jog|"
        "doctor|hospital|headache|knee|pills|insurance|tax|rent|"
        "bills|bank|loan|salary|broadband|landlord|sweetheart|darling|flatmate|gran|granny|nana|grandad|auntie|"
        "uncle|cousin|nephew|geoff|karen|dave|minister|election|"
        "parliament|war|crime|murder|lawyer|court|prison|army|airport|platform|motorway|parking|park|petrol|tyre|"
        "garage|driver|delivery|parcel|courier|postman|poem|story|"
        "joke|riddle|horoscope|lyrics|guitar|piano|concert|band|dj|selecta|dance|haunted|cursed|space|planet|moon|"
        "dinosaurs?|history|capital|population|universe|this lot|"
        "you lot|their|theirs|hers|he'?s|she'?s|they'?re|nineteen ninety|ninety nine|a month|per month|customer|"
        "operator|hold music"
    ),
    "machine": (
        "lights?|lamp|tv|television|fan|heater|thermostat|vacuum|dishwasher|washing machine|dryer|microwave|oven "
        "light|stove|fridge|freezer|kettle|toaster|air fryer|"
        "rice cooker|blender|extractor|hood|garage|door|blinds|curtains|radio|speaker|heating|tap|printer|laptop|"
        "washing|immersion|tumble dryer|hot tub|sprinklers?|doorbell|"
        "security camera|robot vacuum|roomba|air con|air conditioning|smart plug|socket|switch|gate|shutters"
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
#: Foods by name, for whoever looks for the dish; longest first.
FOOD_KO: Final = tuple(sorted(_KO["food"].split(), key=lambda word: (-len(word), word)))
FOOD_EN: Final = _EN["food"]
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
