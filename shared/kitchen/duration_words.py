"""The words around a length of time: units, halves, clocks, "just a minute", more and less.

Patterns only; what they mean for a duration is decided in `duration_parts.py` and `durations.py`.
"""

import re
from typing import Final

from shared.kitchen.counters_ko import NOT_AFTER, ends_here
from shared.kitchen.numerals import AT_MOST

SECONDS: Final = {"h": 3600, "m": 60, "s": 1, "d": 86400, "w": 604800}
HAS_UNIT: Final = re.compile(
    r"시간|분|초|일|주|하루|[이나]틀|흘|[댓닷엿]새|이레|드레|흐레|니레|보름|h|min|sec|[0-9] ?[ms]|day|week|:"
)
KO_UNIT: Final = re.compile(
    f" ?(?:(?P<h>시간)(?!{NOT_AFTER['시간']})|(?P<m>분)(?!{NOT_AFTER['분']})|(?P<s>초)(?!{NOT_AFTER['초']})"
    f"|(?P<d>일)(?= ?(?:에서 ?(?!오일)[0-9일이삼사오육칠팔구십]{{1,3}} ?일|간|동안|정도|쯤|이상|내내|숙성|발효|재[워우]"
    "|뒤|후|냉[장동]|보관|절[여이인]|말[려리린]|불[려리린]|묵[히혀힌]|삭[히혀힌]|둬|두[면고어었]|지나))"
    "|(?P<w>주일(?! ?[전째]|에(?!서| ?걸쳐))|주(?= ?(?:간|동안|정도|쯤|이상|숙성"
    "|발효))))"
)
NUMBER_AND_UNIT: Final = re.compile("[0-9일이삼사오육칠팔구십백한두세네섯곱덟홉열](?:시간|분(?!의)|초)")
KO_UNIT_ENDS: Final = re.compile(f"시간{ends_here('시간')}|분{ends_here('분')}|초{ends_here('초')}|[일주]")
SECONDS_FOLLOW: Final = re.compile(" ?[0-9일이삼사오육칠팔구십]{1,4} ?초")
EN_UNIT: Final = re.compile(
    r"(?:[ -]{1,2}|(?<=[0-9½⅓⅔¼¾⅛⅜⅝⅞]))(?:(?P<more>more|extra|additional|further|another)[ -]"
    r"|(?P<less>less|fewer)[ -]"
    r"|(?:full|whole|long|short|good|solid|-?ish|plus|or so|odd)[ -]|of an? |an? (?!few)|\+ ?){0,2}"
    r"(?:(?P<h>hours?|hrs?|h)|(?P<m>minutes?|mins?)|(?P<s>seconds?|secs?)|(?P<d>days?)"
    r"|(?P<w>weeks?))(?![a-z])"
)
EN_LETTER: Final = re.compile(r"(?:(?P<m>m)|(?P<s> ?s))(?![a-z0-9'])|(?P<mm>m)(?=[0-9])| (?P<mmm>m)(?![a-z0-9'])")
ISH: Final = re.compile(r"-?ish|\+| ?여(?= ?[분초시])")
A_PLACE: Final = re.compile(r" (?:step|one|instruction|item|part|ingredient|stage|batch|time)(?![a-z])")
HALF_KO: Final = re.compile(
    "(?: ?하고도?)? ?반(?!으로 ?(?:줄|나누|나눠|잘|자르|썰|접|갈|쪼|뚝))"
    "(?:(?! ?(?:컵|큰술|작은술|숟|스푼|개|모|쪽|마리|포기|봉"
    "|캔|통|인분|공기|정도로 ?(?:줄|졸)"
    "|만 ?(?:넣|남|줄|써|익)))(?![가-힣])"
    "|(?=(?:만|쯤|정도|동안|간|뒤|후|이면|이나|을|을더|이|으로|은|짜리|반죽|숙성|에서|까지|내지|더|타이머|알람|알려|맞|재"
    "|있|지나|끓|삶|굽|구워|볶|익|데|돌|기다|남|걸|설정"
    "|시작|해|요|이요|예요|이야|푹|바짝|살짝|졸|조리|뭉근|찌|쪄|튀|부치|부쳐|지지|지져|예열|절[여이]|발효|휴지|우[려리])))"
)
HALF_EN: Final = re.compile(
    r" (?:and|&) (?:(?P<half>an? half|one half|half|½|1/2)|(?P<quarter>an? quarter|one quarter|quarter|¼"
    r"|1/4)|(?P<three>three[ -]quarters|3/4|¾)"
    r"|(?P<third>an? third|one third|⅓|1/3)|(?P<thirds>two[ -]thirds|⅔|2/3))"
    r"(?![a-z0-9/])(?! ?-?(?:of |an? ){0,2}(?:hours?|hrs?|min|sec|cups?|tea|table|tsp|tbsp|pounds?|lbs?"
    r"|liters?|gallon|dozen|pints?|quarts?|[0-9]))"
)
ABBREVIATED: Final = re.compile("(?:[0-9 -]|^)(?:hrs?|h|mins?|m)$")
TOGETHER: Final = re.compile(r" ?(?:,? ?and|,|&|하고도?|이랑|그리고|에다가?)? ?")
BETWEEN: Final = re.compile(
    r" ?(?:(?P<change>에서|부터|to)|~|--?|내지|or|,? or|또는|혹은|이나|나|아니면|and|그리고|하고)(?: about"
    rf"| around| 약| 한)?(?: ?{AT_MOST})? ?|(?: ?정도| ?쯤)?,? ?{AT_MOST} ?"
)
BARE_REST: Final = re.compile(
    r"(?=[ .,!?]*$|[,.;!?] | (?:timer|please|on the|from now|left|or so|for the|alarm|remaining|countdown"
    r"|long|total|then|until|till|more|longer|at|in the|starting|to the"
    r"|no|sorry|wait|actually|i mean|make (?:it|that)|타이머|알람|맞|뒤))"
)
#: What follows "an hour forty-five" where the number counts nothing behind it.
SENTENCE_GOES_ON: Final = re.compile(
    r" (?:for|in|on|at|and|but|then|so|per|each|every|is|was|if|when|while|once|before|after|because|since|with|without"
    r"|under|over|should|ought|altogether|usually|normally|ish|max|tops|maximum|minimum|exactly|covered|uncovered"
    r"|by|of [a-z]+ing|just|only|now|today|here|to be|give or take|a (?:side|batch|kilo|pound|tray|loaf|piece)|i|it|we"
    r"|you|they|the|that|this)(?![a-z])"
)
OR_TWO: Final = re.compile(
    r" or (?P<count>two|three|2|3)(?![ -]?(?:more )?(?:hours?|hrs?|min|sec|[0-9/.:]|of|and|cups?"
    r"|eggs?))(?![a-z])"
)
CLOCK_HOUR: Final = re.compile(" ?시(?!간|금|나리|작|키|럽|원|래|판|럼|킨|켜|트|시|식)")
TO_SOMETHING: Final = re.compile(
    r" (?:to|past|after|before|till|'?til) (?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|noon|midnight)(?![a-z])|[0-9]{1,2}(?![0-9]))"
)
DIGITAL: Final = re.compile(r"(?<![0-9:./-])(?P<a>[0-9]{1,3}):(?P<b>[0-5][0-9])(?::(?P<c>[0-5][0-9]))?(?![0-9:])")
TIMER: Final = re.compile("타이머|카운트다운|timer|countdown|count down")
CLOCK_AROUND: Final = re.compile(r"(?:^|[^a-z])(?:at|until|till|by|before|after|오전|오후|아침|점심|저녁|밤|새벽) ?$")
CLOCK_AFTER: Final = re.compile(r" ?(?:에(?!서)|까지|부터|am|pm|a\.m|p\.m|쯤에)")
GUESTS: Final = re.compile(
    " ?(?:이 |이서|(?:만 ?)?더 ?(?:오|모시|모셔|앉|계)|께|드|오시|오셔|한테|은 |들|모|식사|손님|먹|같이|이요|을 위"
    "|정도가|이 드|이드|꺼|몫|의 )"
)
TIME_GOES_ON: Final = re.compile(
    " ?(?:만|쯤|정도)? ?(?:동안|간|뒤|후|더|타이머|알람|끓|삶|굽|구워|재(?!료)|맞|있다|이따|지나|기다|데|남|볶|익"
    "|찌|쪄|졸|돌|걸)"
)
INSTANT_FOOD: Final = re.compile(" ?(?:카레|짜장|짜장면|미트볼|스테이크 소스|요리왕)")
WAIT: Final = re.compile(
    r"(?:^|[,.!?] ?)(?:(?:oh|ok|okay|um|uh|no|hey|well|please|just|wait|for|stop|hold it|hold on|hang on"
    r"|hold up|hold|hang|give me|gimme|in|be back in|"
    r"i'?ll be back in|i'?ll be there in|i'?ll do it in|i need|need|got|do you have|have you got|you got"
    r"|can i have|can you wait|"
    r"let me have|back in|be there in|be right back in|excuse me for|excuse me)[ ,]*)+$"
)
SOON: Final = re.compile(r"(?:^| )in $")
REMINDER: Final = re.compile(
    r"timer|remind|alert|tell me|let me know|wake|beep|ding|alarm|check|notify|buzz|ready|알려|알림|타이머"
)
HAS_DAYS: Final = re.compile("틀|흘|하루|일주일|[댓닷엿]새|이레|드레|흐레|니레|보름")
#: What follows 하루 and 보름 where they are a length and no share of a day (하루 두 번) or a feast (보름 나물).
_KEPT_SO_LONG: Final = (
    "(?= ?(?:동안|정도|쯤|숙성|꼬박|이상|지나|뒤|후|종일|(?:만 |만)?(?:재[워우운]|절[여이인]|둬|두[고면어었]|둔다"
    "|말[려리린]|불[려리린]|묵[히혀힌]|삭[히혀힌]|발효|우[려린]|냉[장동](?!고(?! ?[에로]))|실온|상온))"
    "| ?반(?:(?![가-힣])|동안|정도|쯤|만|숙성|재[워우]|말[려리린]|묵[히혀힌]|불[려리린]))"
)
#: "이틀 반 컵": half a cup, not half a day.
_HALF_OF_IT: Final = " ?반(?:찬| ?(?:컵|개|모|쪽|큰술|작은술|스푼|공기|마리|포기|봉지|통))"
DAYS_KO: Final = re.compile(
    "(?:(?<![가-힣])|(?<=에서))(?:(?P<one_two>하루나? ?이틀)|(?P<two_three>이틀(?:이나)? ?사흘)"
    "|(?P<three_four>사나흘|사흘(?:이나)? ?나흘)"
    f"|(?P<one>하루){_KEPT_SO_LONG}|(?P<two>이틀)|(?P<three>사흘)"
    "|(?P<four_five>[네너]댓새)|(?P<five_six>대엿새|닷새 ?엿새)|(?P<six_seven>예니레)|(?P<five>닷새)|(?P<six>엿새)"
    "|(?P<seven>이레)|(?P<eight>여드레)|(?P<nine>아흐레)|(?P<four>나흘)|(?P<ten>열흘)"
    f"|(?P<fortnight>보름){_KEPT_SO_LONG}|(?P<week>일주일))"
    f"(?! ?전|{_HALF_OF_IT})"
    "(?=간|동안|에서|정도|쯤| |$|이상|만|은|이|을|뒤|후|숙성|재|꼬박|내내|지|반|묵|말[려린]|발효|두[면고었어]|둬)"
)
#: "ten minutes on, five minutes off": turns, nothing is taken off.
ON_AND_OFF: Final = re.compile(r"(?:hours?|minutes?|mins?|seconds?|secs?) on(?:,| and|,? then)? $")
DAYS: Final[dict[str, tuple[int, int | None]]] = {
    "one": (1, None), "two": (2, None), "three": (3, None), "four": (4, None), "ten": (10, None), "week": (7, None),
    "one_two": (1, 2), "two_three": (2, 3), "three_four": (3, 4), "five": (5, None), "six": (6, None),
    "seven": (7, None), "eight": (8, None), "nine": (9, None), "four_five": (4, 5), "five_six": (5, 6),
    "six_seven": (6, 7), "fortnight": (15, None),
}  # fmt: skip
IMPLIED: Final = re.compile(
    r"(?<![a-z])(?:(?P<another>another|an(?:other)? extra|an additional|one more) (?:full |whole |good )?"
    r"|(?P<every>every |each )|(?P<single>(?:an? |one )?single )|(?P<none>))"
    r"(?P<unit>hour|minute|min|hr|second)(?![a-z])"
)
#: "hour and fifteen minutes": the one goes without saying.
AND_MINUTES: Final = re.compile(
    r" and (?:an? )?[a-z0-9-]+(?:[ -][a-z]+)? (?:minutes?|mins?)(?![a-z])"
    r"|(?: and)? (?:five|ten|fifteen|(?:twenty|thirty|forty|fifty)(?:[ -]five)?|[1-5]?[05])(?![a-z0-9:.])"
)
#: "Every second counts": nothing is timed.
SAYING: Final = re.compile("일 ?분 ?일 ?초(?=가 |가[가-힣]|도 |라도|를 ?다)")
STARTS_HERE: Final = re.compile(r"^$|(?:^|[ ,.])(?:for|in|timer|to|about|set) $|^[^a-z]*$")
ANOTHER_FIVE: Final = re.compile(
    r"(?<![a-z])another (?P<n>two|three|four|five|six|seven|eight|ten|fifteen|twenty|thirty|[0-9]{1,2})"
    r"(?=[ .,!?]*(?:please|to the timer|on the timer|to it|then|on (?:the )?[a-z]+ timer)?[ .,!?]*$)"
)
#: What is made longer or shorter.
_TIMER_NAMED: Final = "(?: (?:(?:the|my|this|that|our) )?(?:[a-z]+ ){0,2}(?:timer|time|alarm|countdown|clock))"
_THE_TIMER: Final = f"(?:{_TIMER_NAMED}| it| that)?"
MORE_BEFORE: Final = re.compile(
    r"(?:(?:^|[^a-z])(?:another|(?:a )?further|(?:an )?extra|(?:an )?additional|plus|add(?:ing)?(?: on)?(?: in)?"
    r"|throw on|put on|tack on|give it|extend(?: it| the timer| timer| that)?(?: by| for)?|increase(?: it"
    r"| the timer| the time)?(?: by)?"
    rf"|lengthen(?: it| the timer)?(?: by)?|(?:stick|slap|chuck|tag|tack)(?: on| in)?"
    rf"|(?:push|bump)(?: up| out){_THE_TIMER}(?: by)?"
    rf"|(?:push|bump){_THE_TIMER} (?:up|out|back) by|bump{_THE_TIMER} up|up{_TIMER_NAMED} by"
    rf"|(?:push|bump|stretch(?: out)?|prolong|delay|extend|lengthen|increase|raise)(?:{_TIMER_NAMED}| it| that)? by)"
    r"(?: another| an extra"
    r"| an additional| about)? (?:a )?|(?:추가로|추가|플러스|더하기) ?(?:한 ?|약 ?)?|\+ ?)$"
)
JUST_GIVE: Final = re.compile(r"give it $")
LESS_BEFORE: Final = re.compile(
    r"(?:(?:^|[^a-z])(?:minus|subtract|remove|cut(?: off)?|take(?: off| away)|shave(?: off)?"
    r"|knock(?: off)?|drop|lop off|deduct|shorten(?: it| the timer| the time)?(?: by)|shorten (?:it"
    r"|the timer)?"
    rf"|(?:reduce|decrease|cut|lower|drop|shorten)(?: down)?{_THE_TIMER}(?: down| back)? by"
    rf"|(?:dial|wind|bring|scale|knock|trim)(?: back| down| off)?{_THE_TIMER}(?: back| down)?(?: by)?)(?: about)? "
    "|마이너스 ?)$"
)
MORE_AFTER: Final = re.compile(
    r"(?: (?:more(?! than| or less)|longer|extra|further|on top)(?![a-z])"
    "|(?:만큼|만|정도|쯤|을|를|씩|은)* ?(?:정도 ?|쯤 ?|만 ?)?(?:더(?! ?(?:줄[여이인일입]|빼|뺄|단축|앞당|당겨|깎|덜"
    "|이상|넘|걸려\\?|짧|빨리|적|필요 ?없|안|됐"
    "|지났|남))|추가(?! ?된)|연장"
    "|늘[려리릴]|보태|덧붙|플러스|길게|미[뤄루]))"
)
LESS_AFTER: Final = re.compile(
    r"(?: (?:less(?! than)|fewer|off(?! the heat)|shorter|sooner)(?![a-z])"
    "|(?:만큼|만|정도|쯤|을|를|씩|은)* ?(?:정도 ?|쯤 ?|만 ?)?(?:더 ?)?(?:덜|줄[여이일]|빼(?!고)|뺄|뺍|단축|앞당"
    "|짧게|감소|마이너스|깎|당겨|차감|감해|제하))"
)
ABOUT_AFTER: Final = re.compile(
    " ?(?:쯤|정도|가량|즈음|내외|남짓|안팎|전후)| ?-?ish(?![a-z])| or so(?![a-z])| or thereabouts| give or take"
    "| roughly"
    "| approximately|,? about"
)
CHANGE_TO: Final = re.compile("으?로 ?(?:바꿔|바꾸|늘|줄|변경|연장|단축|고쳐|수정|다시|맞춰|해|설정)|으?로요?[ .!?]*$")
CHANGE_FROM: Final = re.compile(
    r"(?:change|switch|reset|increase|extend|reduce|bump|set|move|raise|lower|shorten|adjust"
    r"|make)[a-z' ]{0,40} from (?:about )?$"
)
