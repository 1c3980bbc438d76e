"""Why a sentence that names an action does not ask for it: a question, a negation, a condition, a quotation.

"다음 단계로 왜 넘어갔어?", "아직 안 했어", "다 하면 알려줘", "mom said stop". They come after the model, whatever its
confidence was, and only ever take an action away. What looks like a question but asks for the action ("넘어가 줄래?",
"what's next?") passes.
"""

import re
from enum import StrEnum
from typing import Final

from shared.kitchen.intents import STATE_CHANGING, Intent
from shared.kitchen.text import has_hangul, is_asked, normalise

_I = Intent  # the tables below name little else


class Objection(StrEnum):
    ABOUT_VOICE = "about the voice"
    QUESTION = "question"
    NEGATED = "negated"
    CONDITIONAL = "conditional"
    QUOTED = "quoted"
    OTHER_TIME = "another time"


#: Then what the sentence says is not asked of us either, whatever else it resembles.
NOT_ASKED: Final = frozenset({Objection.CONDITIONAL, Objection.QUOTED, Objection.OTHER_TIME})


_ADVANCING: Final = frozenset({_I.NEXT_STEP, _I.STEP_DONE, _I.START_COOKING, _I.FINISH, _I.GOTO_STEP, _I.PREVIOUS_STEP})

_NOT_KO: Final = re.compile(
    r"(?<![는은인던런운한])지 ?(?:마(?!늘|요네|지막|무리|저|법|쳤|친|치|쳐)|말(?:아|라|고|것|자|길|아)|않)|(?:^|"
    r"[ 가-힣])한 ?적 ?(?:이 )?없|"
    r"말라고|(?<!주)(?<!주시)면 ?안 ?[돼되](?!니)"
)
_NOT_YET_KO: Final = re.compile(
    r"아직|(?:^| )(?:다 ?)?(?:안|못) ?(?:했|끝|됐|넣|썰|볶|끓|익|다 ?했|한 ?거|시작|준비|만들|구웠|삶|섞)|"
    r"(?<![가-힣])덜 ?(?:됐|했|끝|익|끓)|(?:거|것|게) ?아니|하는 ?중|하고 ?있|고 ?있[어는잖]"
)
#: "썰다 말았어": begun, and left at that.
_BROKEN_OFF_KO: Final = re.compile(r"[가-힣]다(?:가)? ?(?:말았|만 ?[거것])")
_BACK_KO: Final = re.compile(r"돌아가|되돌|돌려|뒤로|도로|다시")
_BACK_EN: Final = re.compile(
    r"(?<!don't )(?<!not )(?<!never )\b(?:go|going|take me|take us|bring me|head|jump|back) (?:back|up)\b"
)
_IF_KO: Final = re.compile(
    r"[가-힣]면(?!서| ?(?:돼|되|될|됩|된|됐|좋겠|좋을|좋지|싶|해(?:요)?$|하는데|합니다|하네|어떨|어때|딱|"
    r"안 ?[돼되될]|"
    r"고맙|감사|[은이을도만](?: |$)))(?: |,|[가-힣])"
    r"|다면|고 ?나서[는요]? ?(?:넘어|다음 ?(?:으로|단계로)|갈게|말할|"
    r"알려)|(?:때|다음에|후에|뒤에|거든) ?(?:넘어|다음|알려|"
    r"말할|갈게)|만약|(?:끝|다 ?되)면"
)
#: Done before, planned for later, or only played with.
_OTHER_TIME_KO: Final = re.compile(
    r"(?:^| )(?:어제|엊그제|그저께|지난번|저번(?! ?단계| ?거)|예전|옛날|작년|재작년|지난주|지난달)"
    r"|(?:^| )(?:이따가?|나중에|내일|모레|언젠가|조금 ?있다가?|주말에|다음 ?(?:주|달|날|에)) ?"
    r"(?:[가-힣0-9 ]* )?[가-힣]*(?:게|게요|거야|거예요|거임|건데|까 ?해|까 ?싶어|야지|려고|생각이야|예정이야)$"
    r"|뻔했|까 ?말까|지 ?말지|지도 ?몰|[을를]걸$|었을 ?텐데|려다가? ?(?:말|관|참)|(?:을|ㄹ|할|갈|낼|"
    r"릴) ?(?:때가 ?됐나|줄 ?알았)"
    r"|(?:고민|생각)(?: ?중|이 ?[들드많]|해 ?보|[이]?야$)|었었|았었|했었"
    r"|자마자|(?:한|된|켠|은|인|운|온|간|올린) ?지 (?:얼마|몇|한참|꽤|벌써|오래)"
    r"|[었았했췄겼렸웠꿨]더라[면도]|어야 ?했|[었았했췄겼렸웠꿨]어야|[었았했췄겼렸웠꿨]던 ?(?:거|것|적|일)"
)
_LATER_IS_FINE: Final = frozenset({_I.PAUSE, _I.RESUME, _I.STOP, _I.UNDO})
#: "라면", "화면" and "괜찮으시면" end like a condition and are none.
_NO_IF_KO: Final = re.compile(
    r"(?:라|냉|쫄|소|당|비빔|짜장|우동|국수|파스타|중화|생|칼국수|메밀|쌀|화|장|국|반|양|표|단|겉|앞|뒷|윗|"
    r"아랫|옆|울|^| )면(?:발)?"
    r"(?:이랑|하고|도|은|을|이|만|에|으로|처럼)?(?: |$)"
    r"|(?:괜찮|가능하|그러|이러|저러|아니|이왕이|웬만하|바쁘지 ?않|안 ?되|되지 ?않|번거롭지 ?않|되도록이|정도|"
    r"싫지 ?않|어려우)(?:으?시)?(?:으?면|다면)"
)
_SAID_KO: Final = re.compile(
    r"(?:라고|다고|자고|냐고|래|대|라는|다는|으래) ?(?:했|하더|하던|그랬|말한|말했|한 ?적|하면|하니|얘기했|들었|적 "
    r"?없|하셨|시켰)|(?:엄마|아빠|남편|친구|누나|형|언니|동생|선생님|유튜브|아내|와이프|애)(?:가|는|이|에서) "
    r".*(?:래|대|라고|다고|하더라|했어)"
    r"|(?:라|다|냐|자)(?:던데|더라|더라고|잖아|며|면서|네요?|는데요?)요?$|라고 ?(?:써|적|나와|돼|되어|쓰여)"
    r"|(?:[했됐갔왔섰렸겼췄꿨웠겠였]|[가-힣]었|[가-힣]았)대요?$|(?:가|추|끄|하|내|기|리|뛰|되|주|지)래요?$"
)
#: "먹으라네" is hearsay, "간장이라네" too; "다 했다네" is an old man's "다 했어".
_SAYS_SO_KO: Final = re.compile(r"[했썼넣었았렸놨됐][다]네요?$")

#: "애가 해 달래서", "둘이 더 온대서": what others say is the reason, and the wish is the cook's.
_BECAUSE_THEY_SAY_KO: Final = re.compile(r"[가-힣][대래](?:서|니까|거든)")
_FOR_OTHERS: Final = frozenset({_I.SCALE_SERVINGS, _I.CHOOSE_RECIPE, _I.PAUSE})

_WHY_KO: Final = re.compile(r"(?:^|[ ,])(?:왜|누가|어째서|언제|내가 언제)|(?<=[가-힣 ])왜(?:[ 가-힣])")
#: "왜 바뀌었어, 도로 돌려놔" asks, and then wishes.
_UNDO_IT_KO: Final = re.compile(
    r" (?:돌려 ?(?:놔|줘)|되돌려 ?(?:놔|줘)?|취소해(?: ?줘)?|꺼(?: ?줘)?|물려 ?줘|복구해 ?줘|무르자|"
    r"원래대로 ?해 ?줘)(?:요)?$"
)
_MAY_I_KO: Final = re.compile(r"(?:도 ?(?:돼|되|될|괜찮)|야 ?(?:돼|되|될|하|할|해)|까)(?:[가-힣 ]{0,5})$")
#: Endings that ask even when no question mark was written.
_ASKS_KO: Final = re.compile(
    r"(?:야 ?(?:할까|하나|되나|될까|합니까|하는지|되는지)|도 ?(?:될까|되나|되려나|될까나)|기도 ?[돼되]|던가|"
    r"었나|았나|했나|됐나|였나|더라|는지 ?모르겠[네어]?|였지 ?(?:궁금|기억|생각|모르))"
    r"(?:요|싶은데|싶네)?$"
)
#: And these, whatever the intent, unless the cook is asked for something by them.
_ENDS_ASKING_KO: Final = re.compile(
    r"(?:나요|[은는던한운]가|[은는던한운]가요|려나|건가|건지요|습니까|"
    r"[하되맞좋같있없]냐|수 ?있(?:을까|나|니|지|어))(?:요)?$"
)
#: About the next step, not towards it.
_ABOUT_NEXT: Final = re.compile(
    r"(?:였지|였더라|했더라|이었지).{0,3}(?:궁금|기억|생각|모르)|"
    r"단계.{0,6}(?:어려|오래|복잡|쉬[워운]|쉽|위험|길어|긴가|중요|힘들)|다음 ?(?:단계 ?|거 ?)?말고(?!$)|뭐든"
    r"|(?:넘어가|[하가])기 ?전에 "
    r"|next (?:step|one).{0,12}\b(?:hard|easy|long|difficult|important|optional|necessary|need|involve|use)"
)
_REQUEST_KO: Final = re.compile(
    r"(?:줄래|주실래|줄 ?수|주실 ?수|주시겠|주겠|줘|주세요|주라|볼까|볼래|갈까|할까|하자|할래|갈래|시킬래|부탁|"
    r"가자|해요|자고|(?:줄|주실) ?수 ?있|줄까|줄런지|주시?면 ?안 ?[돼되될]|주실까|주나|주시나)(?:요|나요|니|을까|"
    r"을까요|어|어요|"
    r"[가-힣]{0,3})?$"
)
_WHATS_NEXT_KO: Final = re.compile(
    r"뭐|뭘|무엇|무슨|어떻게|어떡|다음(?:은|은요|엔|에는|단계는|거는|꺼는|요)?$|그다음|궁금"
)
#: "부탁드려도 될까요" asks for it; "넘어가도 될까요" asks about it.
_MAY_I_ASK_KO: Final = re.compile(r"(?:부탁|여쭤|여쭈|청해|들을 ?수|들어 ?볼|말씀해 ?달|해 ?달라)")
_PAST_KO: Final = re.compile(
    r"(?:[았었했됐갔졌났췄겼켰웠왔봤]|끝난|된|한|간|넘어간|꺼진) ?(?:어|나|니|냐|어요|나요|지|죠|습니까|거야|건가|"
    r"거니|거지|건데|거예요|거 ?맞)?요?$"
)

_NOT_EN: Final = re.compile(
    r"\b(?:don'?t|do not|never|not|haven'?t|have not|isn'?t|aren'?t|didn'?t|did not|wasn'?t|hasn'?t|weren'?t|"
    r"ain'?t|no need|hold off|nobody|no one|none of)\b"
)
_STILL_EN: Final = re.compile(
    r"\b(?:still (?:[a-z]+ing|on it|at it|raw)|almost|nearly|not yet|half ?way)\b"
    r"|\bhalf (?:of )?(?:the|my|them)\b.*\b(?:still|isn'?t|aren'?t|to go|left)\b"
)
#: Not wanting to go on is what one finishes for.
_NO_MORE_EN: Final = re.compile(
    r"\b(?:don'?t|do not|no longer) (?:want|wanna|feel like|fancy)\b|\bnot (?:cooking|making|doing) (?:this|"
    r"it)\b.*any ?more"
)
#: "Can or not" asks politely, and "nearly all gone" or "it didn't split" is how a thing came out.
_NOT_REALLY_EN: Final = re.compile(r"\bor not\b|\bnot (?:cancel|the game|you\b|me\b)")
_CAME_OUT_WELL_EN: Final = re.compile(
    r"\b(?:nearly|almost) (?:all )?(?:gone|fell|killed|dropped)\b|\b(?:didn'?t|hasn'?t|haven'?t|not|isn'?t|"
    r"no longer) "
    r"(?:even )?(?:split|scrambl|burn|stick|stuck|curdl|blood|tear|torn|broken|pink|raw|lump|leak|"
    r"sticky)\w*|\bdon'?t ask\b"
)
#: What is not needed is why one goes on: "don't need that bit, next". Not when going on itself is refused.
_PASSED_OVER_EN: Final = re.compile(
    r"\b(?:don'?t|do not|doesn'?t|not|never|no need|let'?s not|never ?mind)\b(?! (?:\w+ ){0,3}?(?:go|going|"
    r"move|moving|"
    r"skip|skipping|next|continue|proceed|carry|on|jump|advance|turn|read|reading|yet|ready|finished|done|start|stop|"
    r"time|until|till|sure|say|said|asked|ask|mean)\b)(?=.*\b(?:next|skip|move along|move on|go on|on to|onto|jump|"
    r"what'?s after|what comes after)\b)"
)
#: "Step five looks tricky", "the point of step two", "before step three": about a step, not towards it.
_ABOUT_A_STEP_EN: Final = re.compile(
    r"\bsteps? (?:[a-z0-9]+ )?(?:looks?|seems?|sounds?|took|confuses|scares|involves?)\b"
    r"|\b(?:point|purpose|reason|difference) (?:of|in|for|between)\b"
    r"|\bcan (?:i|we) \w+ step .*\b(?:before|after|without) (?:doing )?step\b|\b(?:do|done|did|went|go) wrong\b"
)
_IF_EN: Final = re.compile(
    r"\b(?:if|when|once|unless|whenever|as soon as|after|until|till|before|in case|suppose|while)\b (?:i|it|it'?s|"
    r"its|we|you|they|he|she|the|that'?s|that|this|these|there|there'?s|dinner|guests|everything|everybody|"
    r"i'?m|we'?re|"
    r"they'?re|you'?re|my|is|"
    r"boiling|done|finished|ready|u|(?:[a-z]+ )?(?:timer|recipe))\b|^(?:and |so |but )?(?:say|suppose|"
    r"supposing|imagine) (?:i|we|you)\b"
)
_IF_OK_EN: Final = re.compile(
    r"\b(?:when|after|once) (?:the )?(?:[a-zщж]+ )?(?:time|minutes?|hours?|seconds?|timer)?\b.*\b(?:up|passed|"
    r"over)\b|where (?:we|i) (?:left|stopped|were|was)|(?:after|before) (?:that|this|it|the next)(?: one| step)?$|"
    r"\bafter (?:that|this)\b(?!'s| (?:is|has|was|boils|goes|gets|does|rings|one|step))|when (?:it'?s|they'?ve|"
    r"i'?ve|we'?ve) (?:been|had)\b|"
    r"when(?:ever)? you(?:'re| are)|if you (?:could|would|can|don'?t mind|please)|before (?:that|this|it)\b|"
    r"\b(?:appreciate|grateful|love|like|great|nice|lovely|good)(?: it)? if (?:we|you)\b"
)
_TILL_EN: Final = re.compile(r"\b(?:till|until)\b")
_AS_YOU_SAID_EN: Final = re.compile(
    r"\b(?:like|as|what|whatever|everything|the way) you (?:said|told me|asked for|asked)\b"
)
_MEANWHILE_EN: Final = re.compile(r"\S.* (?:while|till|until) (?:i|we)\b")
#: "Crimped it like nana did", and dough that is "bubbling nicely, she is".
_AS_SOMEBODY_EN: Final = re.compile(
    r"\b(?:like|as) (?:\w+ )?(?:\w+ (?:did|does|showed|taught|says?|said)|honey)\b|\bshe'?s (?=\w+ing\b|"
    r"turned|come|come|out)"
)
_TIMER_MEANWHILE_EN: Final = re.compile(r"\S.* (?:till|until) (?:it|it'?s|the|they)\b")
_TRIED_EN: Final = re.compile(
    r"\bwhen (?:i|you|we) (?:push|knock|press|poke|prod|lift|tap|shake|stir|pull|cut|squeeze|touch|tilt|"
    r"drag|bite|drop)\w*"
    r"|\bafter boiling\b"
)
_WHAT_FOLLOWS_EN: Final = re.compile(
    r"\bwhat(?:'?s| is| comes?| do (?:i|we) do)? (?:coming |next )?after\b|\bthe (?:one|bit|"
    r"step) after (?:that|this)\b|"
    r"^after you\b"
)
_SAID_EN: Final = re.compile(
    r"\b(?:said|says|(?<!be )told|asked|saying|was like|heard (?!that|it|this)|apparently|supposedly|suggests?|"
    r"recommends?|"
    r"according to)\b|"
    r"\bthe word\b|(?<!thing )(?<!what )\bi (?:would|could|might|should)(?: have)?\b(?! (?:like|use|"
    r"appreciate|love|do with|"
    r"go for))|\b(?:he|she|they|mom|dad|wife|husband|boss) (?:want|think|ask|say)"
)
_OTHER_TIME_EN: Final = re.compile(
    r"\b(?:yesterday|last (?:time|week|month|year|night|christmas|summer)|the other day|used to|years ago|back then|"
    r"(?:would|could|should|might|must)(?: have|'ve)|(?:i|we) (?:almost|nearly|always|usually|never|once|"
    r"often|rarely|"
    r"normally|sometimes) [a-z]+|(?:was|were) (?:about|going|planning|supposed|hoping) to|thinking (?:of|about)|"
    r"i (?:wonder|hate|prefer|tried|regret|avoid)|not sure (?:if|whether)|debating)\b"
    r"|\b(?:i'?ll|we'?ll|i will|we will|going to|gonna|maybe|perhaps|might|may|should|ought to)\b.*"
    r"\b(?:later|tomorrow|some ?day|one day|at some point|eventually|next (?:week|weekend|month|year|time)|"
    r"sooner or later|"
    r"some other time|another day|afterwards)\b"
    r"|^(?:later|tomorrow|some ?day|one day|next time|eventually)\b|\b(?:sorry|thanks|"
    r"thank you) for (?:not )?[a-z]+ing\b"
    r"|\b(?:i'?ll|we'?ll|going to|gonna)\b.*\bin a (?:bit|while|moment|minute|second)\b"
    r"|\bthey (?:will|want|always|never|usually|tried|forgot|said|did|would)\b"
    r"|\b(?:always|usually|never) (?:gave|gives|did|does|made|makes|added|adds|used|left|went)\b"
    r"|^you (?:let|forgot|lost|ruined)\b"
)
#: Somebody else did it, or is told to.
_OTHERS_EN: Final = re.compile(
    r"\b(?:he|she|he'?s|she'?s|his|(?<!keep )her|him|grandma|grandpa|gran|granny|nana|grandad|everybody|somebody|"
    r"someone|"
    r"anyone|people (?:say|think|want|do|always)|honey|sweetie|"
    r"sweetheart|babe"
    r"|darling|dude|guys|kids|boys|girls|buddy boy|sir|ma'?am|ladies|gentlemen)\b"
    r"|\b(?:my|our|their) (?:sister|brother|mum|mom|dad|friend|neighbou?r|mate|flatmate|roommate|daughter|son|"
    r"husband|wife)"
    r"(?:'s| has| had| is)? (?:already )?(?:finished|done|started|made|skipped|cooked|added|set)\b"
)
_OTHERS_KO: Final = re.compile(
    r"(?:^| )(?:얘야|얘들아|애들아|여보|자기야|아가|고객님|과장님|부장님|사장님|(?:아저씨|아줌마)(?!$)|(?:할머니|"
    r"할아버지)(?!랑|하고|와|도|$)|걔|"
    r"쟤|그 ?사람|그 ?여자|그 ?남자|그녀|야 너|너희|니네|니들|너네|느그"
    r"|[가-힣]{2}(?:야|아) (?:이리|그만 좀|밥|빨리 와))"
)
_ASKING_EN: Final = re.compile(
    r"^(?:(?:ok|okay|so|and|um|uh|alright|right|hey|well|oh|now|wait|but|please|hmm|yes|no|then)\W+)*(?:why|who|"
    r"did(?! (?:it|that|so)\b(?:,|$| what a))|have (?:i|we|you|they)|has|had (?:i|we|you|they|he|she|it)|is|"
    r"are|was|were|am|does|do (?:i|we|"
    r"you|they)|should|must|may i|would "
    r"(?:it|that|i|we|this)|what if|what happens|what would|what does|how come|what (?:did|have) you|"
    r"would \w+ing|when (?:did|do|does|is|was|should|"
    r"will)|how (?:do|does|did|many|much|long|often|will|can)|will (?:it|that|this|the|my|they)|could (?:it|"
    r"that|this|the|my)|can (?:it|"
    r"this|that|kids))\b"
)
_ASKED_FOR_EN: Final = re.compile(
    r"\b(?:can|could|will|would) (?:you|we|u|i (?:get|have|hear))\b|\bshall we\b|\bhow about\b|\bwhy don'?t (?:we|"
    r"you)\b|\bwould you mind\b|\bdo you mind\b|\bmay (?:we|i have)\b"
)


#: About the voice, not the recipe: "소리 반으로 줄여" halves no servings, "속도 한 단계 낮춰" goes to no step.
_VOICE: Final = re.compile(r"소리|볼륨|음량|목소리|속도|\b(?:volume|speed|voice)\b")
_NOT_ABOUT_VOICE: Final = frozenset({_I.SCALE_SERVINGS, _I.GOTO_STEP, _I.NEXT_STEP, _I.PREVIOUS_STEP, _I.ADD_TIME})


def objection(intent: Intent, text: str, *, asked: bool | None = None) -> Objection | None:
    """What speaks against doing this, or None. Only actions are ever objected to."""
    if intent not in STATE_CHANGING:
        return None
    said = normalise(text)
    if intent in _NOT_ABOUT_VOICE and _VOICE.search(said):
        return Objection.ABOUT_VOICE
    if intent is _I.NEXT_STEP and _ABOUT_NEXT.search(said):
        return Objection.QUESTION
    question = is_asked(text) if asked is None else asked
    return _korean(intent, said, question) if has_hangul(said) else _english(intent, text.lower(), question)


def _korean(intent: Intent, said: str, asked: bool) -> Objection | None:
    if _negated_ko(intent, said):
        return Objection.NEGATED
    if _conditional_ko(intent, said):
        return Objection.CONDITIONAL
    if (intent is not _I.STOP and _quoted_ko(intent, said)) or _OTHERS_KO.search(said):
        return Objection.QUOTED
    if intent not in _LATER_IS_FINE and _OTHER_TIME_KO.search(said) and not _REQUEST_KO.search(said):
        return Objection.OTHER_TIME
    undone = intent in (_I.UNDO, _I.CANCEL_TIMER) and _UNDO_IT_KO.search(said) and not asked
    if _WHY_KO.search(said) and not undone and not (intent is _I.PAUSE and "누가" in said):
        return Objection.QUESTION
    if _MAY_I_ASK_KO.search(said):
        return None
    if _ASKS_KO.search(said) and not _WHATS_NEXT_KO.search(said):
        return Objection.QUESTION
    if _ENDS_ASKING_KO.search(said) and not (_REQUEST_KO.search(said) or _WHATS_NEXT_KO.search(said) or "어떤" in said):
        return Objection.QUESTION
    if asked and _only_asks_ko(intent, said):
        return Objection.QUESTION
    if intent is _I.SET_TIMER and _IS_SET_KO.search(said) and not _REQUEST_KO.search(said):
        return Objection.QUESTION
    return None


#: A timer that is on, or was set: nobody wants another one.
_IS_SET_KO: Final = re.compile(r"(?:켜져|꺼져|맞춰져|돌아가고?|맞춰 ?놨|맞춰 ?뒀) ?(?:있|나|지|어|던)|맞췄|켰|걸었")
#: What is asked about these without asking for them is asked about the kitchen, or about us.
_ASKED_ABOUT: Final = frozenset(
    {_I.PAUSE, _I.RESUME, _I.STOP, _I.UNDO, _I.SET_TIMER, _I.CANCEL_TIMER, _I.PAUSE_TIMER, _I.RESUME_TIMER, _I.ADD_TIME}
)


def _quoted_ko(intent: Intent, said: str) -> bool:
    if intent in _FOR_OTHERS and _BECAUSE_THEY_SAY_KO.search(said):
        return False
    return _SAID_KO.search(said) is not None and _SAYS_SO_KO.search(said) is None


def _negated_ko(intent: Intent, said: str) -> bool:
    if intent is _I.STOP or (intent is _I.UNDO and "말" in said):
        return "멈추지" in said or "그만하지" in said or "끄지" in said or "취소하지" in said
    if _NOT_KO.search(said) and "빼먹지 말" not in said:
        return True
    if intent is _I.PREVIOUS_STEP and _BACK_KO.search(said):
        return False  # what is not done is why one goes back
    if intent in (_I.STEP_DONE, _I.FINISH) and _BROKEN_OFF_KO.search(said):
        return True
    return intent in _ADVANCING and _NOT_YET_KO.search(said) is not None


def _conditional_ko(intent: Intent, said: str) -> bool:
    said = _NO_IF_KO.sub(" ", said)
    if intent is _I.CHOOSE_RECIPE:
        said = said.replace("있으면", " ")
    match = _IF_KO.search(said)
    if match is None:
        return False
    # "10분 되면 알려 줘" and "5분 지나면": the condition is the timer itself.
    timed = intent is _I.SET_TIMER and re.search(r"(?:분|초|시간|반)(?:이|쯤|정도)? ?(?:되|지나|있으|뒤|후)", said)
    return not timed


_ASKS_KO_ENDING: Final = re.compile(
    r"(?:있|되|돼|하|가|나|남|멈추|멎)(?:어|어요|나|나요|니|지|죠|는지|습니까|는 ?거야)?$"
)


def _only_asks_ko(intent: Intent, said: str) -> bool:
    if _REQUEST_KO.search(said):
        return False
    if intent in (_I.STEP_DONE, _I.FINISH) or (intent in _ASKED_ABOUT and _ASKS_KO_ENDING.search(said)):
        return True
    if _PAST_KO.search(said) or _MAY_I_KO.search(said):
        whats_next = _WHATS_NEXT_KO.search(said) and intent in (_I.NEXT_STEP, _I.PREVIOUS_STEP, _I.GOTO_STEP)
        return not whats_next
    return False


#: "The kids are hungry, so hurry on": what speaks against it stands in the reason, not in the wish.
_SO_EN: Final = re.compile(
    r"^.+?\bso (?!that\b|far\b|long\b|much\b|many\b|if\b|when\b)(?P<wish>(?!(?:i|we|he|she|they|it|you|that|"
    r"this|there|"
    r"the|my|what)\b)\w.+)$"
)


def _english(intent: Intent, said: str, asked: bool) -> Objection | None:
    against = _against_en(intent, said, asked)
    if against is None or against is Objection.QUESTION:
        return against
    reasoned = _SO_EN.match(said)
    return against if reasoned is None else _against_en(intent, reasoned["wish"], asked)


def _against_en(intent: Intent, said: str, asked: bool) -> Objection | None:
    if _negated_en(intent, said):
        return Objection.NEGATED
    waits = intent in (_I.PAUSE, _I.PAUSE_TIMER) and _MEANWHILE_EN.search(said)  # how long, not whether
    waits = waits or (intent is _I.PAUSE_TIMER and _TIMER_MEANWHILE_EN.search(said))
    if intent is _I.STEP_DONE:
        # How it was done, not on what condition, nor by whom.
        said = _AS_SOMEBODY_EN.sub("", _TRIED_EN.sub("", _AS_YOU_SAID_EN.sub("", _TILL_EN.sub("", said))))
    if intent is _I.NEXT_STEP:
        said = _WHAT_FOLLOWS_EN.sub("what next", said)
    if _IF_EN.search(said) and not _IF_OK_EN.search(said) and not waits:
        return Objection.CONDITIONAL
    if intent is not _I.STOP and _SAID_EN.search(said) and intent is not _I.UNDO:
        return Objection.QUOTED
    if _OTHERS_EN.search(said) and intent not in (_I.SCALE_SERVINGS, _I.PAUSE):
        return Objection.QUOTED
    if intent not in _LATER_IS_FINE and _OTHER_TIME_EN.search(said):
        return Objection.OTHER_TIME
    if intent in _ADVANCING and _ABOUT_A_STEP_EN.search(said):
        return Objection.QUESTION
    if _ASKING_EN.search(said) and not _asks_for_it(intent, said):
        return Objection.QUESTION
    if asked and intent in (_I.STEP_DONE, _I.FINISH) and not _ASKED_FOR_EN.search(said):
        return Objection.QUESTION
    return None


_LEFT_ALONE_EN: Final = re.compile(
    r"\bleave (?:the|that|my|all) (?:\w+ )?(?:timers?|alarm|clock|countdown) (?:alone|on|running|be)\b"
)


def _negated_en(intent: Intent, said: str) -> bool:
    if _LEFT_ALONE_EN.search(said):
        return True
    if intent in (_I.STOP, _I.UNDO, _I.CHOOSE_RECIPE):
        return False
    if intent is _I.CANCEL_TIMER:
        return (
            re.search(
                r"\b(?:don'?t|do not|never) (?:[a-z]+ ){0,2}?(?:cancel|stop|turn|delete|touch|kill|clear|"
                r"remove)",
                said,
            )
            is not None
        )
    if intent is _I.PREVIOUS_STEP and _BACK_EN.search(said) and "no need" not in said:
        return False  # what is not done is why one goes back
    if intent in (_I.ADD_TIME, _I.PAUSE, _I.PAUSE_TIMER):
        return re.search(r"\b(?:don'?t|do not|never) (?:add|pause|wait|stop|extend)", said) is not None
    if intent is _I.FINISH and _NO_MORE_EN.search(said):
        return False
    said = _NOT_REALLY_EN.sub(" ", said)
    if intent is _I.STEP_DONE:
        said = _CAME_OUT_WELL_EN.sub(" ", said)
    if intent is _I.NEXT_STEP:
        said = _PASSED_OVER_EN.sub(" ", said)
    if re.search(
        r"\bwhy don'?t (?:we|you)\b|\bif not\b|\bnot (?:so|too)\b|\b(?:haven'?t got|don'?t have) all\b|"
        r"\bdon'?t (?:let|forget)\b",
        said,
    ):
        return False
    if intent in (_I.SCALE_SERVINGS, _I.GOTO_STEP) and re.search(
        r"\bnot (?:for |step |number )?(?:щ|[0-9]|two|three|four|five|six|eight|ten)", said
    ):
        return False
    return _NOT_EN.search(said) is not None or (intent in _ADVANCING and _STILL_EN.search(said) is not None)


def _asks_for_it(intent: Intent, said: str) -> bool:
    if _ASKED_FOR_EN.search(said):
        return True
    if intent is _I.CHOOSE_RECIPE and not re.search(
        r"\bhow (?:do|can|would|should) i (?:pick|choose|change|switch)", said
    ):
        return re.search(r"\bhow (?:do|can|would|should) (?:i|you|we)\b", said) is not None
    if intent is _I.STOP:
        return re.fullmatch(r"(?:oh |just )?can it(?: (?:please|now|will you|mate))?[.!]*", said) is not None
    if intent is _I.SCALE_SERVINGS:
        return re.search(r"\bcan (?:it|this|that) be\b", said) is not None
    if intent is _I.GOTO_STEP:
        return re.search(r"\bwhat(?:'s| does| did| do| is)\b.*\bstep\b.*\b(?:say|tell|ask|again)\b", said) is not None
    if intent is _I.NEXT_STEP:
        return (
            re.search(
                r"\b(?:what (?:do|should|must|am) (?:i|we)|what happens (?:now|next|after)|"
                r"what does (?:it|the recipe) (?:say|want).*\b(?:after|next|now)|how (?:do|should) (?:i|"
                r"we) (?:proceed|continue))",
                said,
            )
            is not None
        )
    return False
