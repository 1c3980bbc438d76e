"""What in a Korean sentence speaks against doing what it names: "왜 넘어갔어?", "아직 안 했어", "엄마가 그만하래"."""

import re
from typing import Final

from services.llm.classifier.objections import ADVANCING, LATER_IS_FINE, Objection
from shared.kitchen.intents import Intent

_I = Intent  # the tables below name little else

#: The past: every syllable that ends in ㅆ, and the two that are none.
_SS: Final = "".join(chr(code) for code in range(ord("가") + 20, ord("힣") + 1, 28))
_DID: Final = f"(?![있겠])[{_SS}]"

_NOT: Final = re.compile(
    r"(?<![는은인던런운한까])지(?:는|도|를)? ?(?:마(?!늘|요네|지막|무리|저|법|쳤|친|치|쳐)|"
    r"말(?:아|라|고|것|자|길|지)|않(?!게|도록))|(?:^|"
    r"[ 가-힣])한 ?적 ?(?:이 )?없|"
    r"말라고|(?<!주)(?<!주시)면 ?안 ?[돼되](?!니)"
)
_NOT_YET: Final = re.compile(
    r"아직(?!인 ?줄)|(?:^| )(?:다 ?)?(?:안|못) ?(?:했|끝|됐|넣|썰|볶|끓|익|다 ?했|한 ?거|시작|준비|만들|구웠|삶|섞)|"
    r"(?<![가-힣])덜 ?(?:됐|했|끝|익|끓)|(?:거|것|게) ?아니"
)
#: At it still; but it boils, and who is idle meanwhile, or says where he is, may want to go on.
_AT_IT: Final = re.compile(r"하는 ?중|(?<!끓)(?<!나)(?<!올라오)고 ?있[어는잖]")
_AND_WISHES: Final = re.compile(r"(?:중|있)[가-힣]* (?:.* )?(?:다음|뭐|뭘|[가-힣]*(?:줘|주세요|줄래|자)요?$)")
#: "안 만들래, 끝내자": why one ends it.
_NOT_MADE: Final = re.compile(r"안 ?만들 ?(?:기로|래|거|꺼|건|란)")
#: Refused for the time to come: "전 단계 안 갈 거야", "갈비찜은 안 할래", "타이머 안 걸어도 돼".
_GOING: Final = re.compile(r"(?:^| )안 ?(?:돌아|넘어)?(?:갈|넘길) ?(?:거|꺼|건|래|게)")
_WONT: Final = {
    _I.NEXT_STEP: _GOING,
    _I.PREVIOUS_STEP: _GOING,
    _I.GOTO_STEP: _GOING,
    _I.CHOOSE_RECIPE: re.compile(r"(?:^| )안 ?(?:할|먹을|만들|해 ?먹을) ?(?:래|거야|거예요|란다)요?$"),
    _I.CANCEL_TIMER: re.compile(r"(?:^| )안 ?(?:걸어|맞춰|켜)도 ?(?:돼|되)[가-힣]{0,3}$"),
}
#: "지우지 말고 세워만 놔", "말하지 말고 기다려": what is not to be done instead.
_NOT_THAT: Final = {
    _I.NEXT_STEP: re.compile(r"(?:꾸물대|꾸물거리|뜸 ?들이|기다리|망설이)지 ?말고"),
    _I.RESUME: re.compile(r"(?:묻|걱정하|기다리)지 ?(?:마|말)"),
    _I.GOTO_STEP: re.compile(r"(?:[가하]|넘기)지(?:는)? ?말고(?= .*(?:뭐|뭔|말해|알려|읽어|보여))"),
    _I.PAUSE: re.compile(r"(?:말하|진행하|넘어가|넘기|읽|나가|시작하|움직이)지 ?(?:말고|마)"),
    _I.PAUSE_TIMER: re.compile(r"(?:두|지우|끄|없애|취소하)지(?:는)? ?말고(?! (?:그냥 |그대로 )?(?:둬|놔|냅|있))"),
    _I.CANCEL_TIMER: re.compile(
        r"(?:멈추|세우|두)지 ?말고(?! (?:그냥 |그대로 |계속 )?(?:둬|놔|냅|있|가))"
        r"|(?:재|부르|울리|남기|알리)지 ?(?:마|말|않)"
    ),
}
#: "썰다 말았어": begun, and left at that.
_BROKEN_OFF: Final = re.compile(r"[가-힣]다(?:가)? ?(?:말았|만 ?[거것])")
_IF: Final = re.compile(
    r"[가-힣]면(?!서| ?(?:돼|되|될|됩|된|됐|좋겠|좋을|좋지|싶|해(?:요)?$|하는데|합니다|하네|어떨|어때|딱|"
    r"안 ?[돼되될]|"
    r"고맙|감사|[은이을도만](?: |$)))(?: |,|[가-힣])"
    r"|다면|고 ?나서[는요]? ?(?:넘어|다음 ?(?:으로|단계로)|갈게|말할|"
    r"알려)|(?:때|다음에|후에|뒤에|거든) ?(?:넘어|다음|알려|"
    r"말할|갈게)|만약|(?:끝|다 ?되)면"
)
#: Done before, planned for later, or only played with.
_OTHER_TIME: Final = re.compile(
    r"(?:^| )(?:어제|엊그제|그저께|지난번|저번(?! ?단계| ?거| ?순서)|예전|옛날|작년|재작년|지난주|지난달)"
    r"|(?:^| )(?:이따가?|나중에|내일|모레|언젠가|조금 ?있다가?|주말에|다음 ?(?:주|달|날|에)) ?"
    r"(?:[가-힣0-9 ]* )?[가-힣]*(?:게|게요|거야|거예요|거임|건데|까 ?해|까 ?싶어|야지|려고|생각이야|예정이야)$"
    r"|뻔했(?!는데|지만)|까 ?말까|지 ?말지|지도 ?몰|[을를]걸$|었을 ?텐데|(?:을|ㄹ|할|갈|낼|"
    r"릴) ?(?:때가 ?됐나|줄 ?알았)"
    r"|(?:고민|생각)(?: ?중|이 ?[들드많]|해 ?보|[이]?야$)|었었|았었|했었"
    r"|자마자|(?:한|된|켠|은|인|운|온|간|올린) ?지 (?:얼마|몇|한참|꽤|벌써|오래)"
    r"|[한된켠은인운온간올린] ?지 ?[한두세네0-9일이삼사오육칠팔구십]+ ?(?:달|년|주일?|시간|분|일)(?:이|쯤)? ?"
    r"(?:됐|지났|넘었)[어네다지]요?$"
    r"|[가-힣](?<!먹으)러 (?:가|간다|갈게|갔다 ?올게)요?$"
    r"|[었았했췄겼렸웠꿨]더라[면도]|어야 ?했|[었았했췄겼렸웠꿨]어야|[었았했췄겼렸웠꿨]던 ?(?:거|것|적|일)(?! ?같)"
)
#: Left undone, or regretted: whatever it was. And "멈췄길래 내가 고쳤지" tells a story.
_ALMOST: Final = re.compile(r"려다가? ?(?:말|관|참)|걸 ?그랬|지 ?그랬")
_STORY: Final = re.compile(rf"길래 .*{_DID}[지어다네]요?$")
#: "멈췄던 거 다시": which one it is, and not when.
_WHICH_WAS: Final = re.compile(rf"{_DID}던 ?[거것]")
_HALTED: Final = frozenset({_I.RESUME, _I.RESUME_TIMER, _I.CANCEL_TIMER, _I.PAUSE_TIMER})
#: "라면", "화면" and "괜찮으시면" end like a condition and are none.
_NO_IF: Final = re.compile(
    r"(?:라|냉|쫄|소|당|비빔|짜장|우동|국수|파스타|중화|생|칼국수|메밀|쌀|화|장|국|반|양|표|단|겉|앞|뒷|윗|"
    r"아랫|옆|울|초|^| )면(?:발)?"
    r"(?:이랑|이나|하고|도|은|을|이|만|에|으로|처럼)?(?: |$)"
    r"|(?:이쯤|그쯤|이 ?정도|이만큼) ?[했됐]으면|이만하면|놀면 뭐"
    r"|(?:[인명]분?|[둘셋넷])이면 (?=너무|충분|남|모자|적|많)|고 ?나면 (?=뭐|뭘|그 ?뒤|그 ?다음)"
    r"|까지 ?(?:하|치|합치|더하)면"
    r"|(?:괜찮|가능하|그러|이러|저러|아니|이왕이|웬만하|바쁘지 ?않|안 ?되|되지 ?않|번거롭지 ?않|되도록이|정도|"
    r"싫지 ?않|어려우)(?:으?시)?(?:으?면|다면)"
)
_SAID: Final = re.compile(
    r"(?:라고|다고|자고|냐고|래|대|라는|다는|으래) ?(?:했|하더|하던|그랬|말한|말했|한 ?적|하면|하니|얘기했|들었|적 "
    r"?없|하셨|시켰)|(?:엄마|아빠|남편|친구|누나|형|언니|동생|선생님|유튜브|아내|와이프|애)(?:가|는|이|에서) "
    r".*(?:래|대|라고|다고|하더라|했어)"
    r"|(?:라|다|냐|자)(?:던데|더라|더라고|잖아|며|면서|네요?|는데요?)요?$|라고 ?(?:써|적|나와|돼|되어|쓰여)|그랬지요?$"
    r"|(?:[했됐갔왔섰렸겼췄꿨웠겠였]|[가-힣]었|[가-힣]았)대요?$|(?:가|추|끄|하|내|기|리|뛰|되|주|지)래요?$"
)
#: "먹으라네" is hearsay, "간장이라네" too; "다 했다네" is an old man's "다 했어".
_SAYS_SO: Final = re.compile(rf"{_DID}다네요?$")

#: "애가 해 달래서", "둘이 더 온대서": what others say is the reason, and the wish is the cook's.
_BECAUSE_THEY_SAY: Final = re.compile(r"[가-힣][대래](?:서|니까|거든)|[온는먹좋]대 ")
_FOR_OTHERS: Final = frozenset({_I.SCALE_SERVINGS, _I.CHOOSE_RECIPE, _I.PAUSE})

_WHY: Final = re.compile(r"(?:^|[ ,])(?:왜|누가|어째서|언제|내가 언제)|(?<=[가-힣 ])왜(?:[ 가-힣])")
#: "왜 바뀌었어, 도로 돌려놔" asks, and then wishes.
_ASKED_THEN_WISHED: Final = re.compile(
    r"(?:왜|언제|누가|어째서)[가-힣]* .*(?:[어해냐지니까돼데꿔켜노려]|(?:이리|그리) [가-힣]+) "
    r"(?P<wish>(?!.*(?:안|못|왜) ).*"
    r"(?:줘|주세요|자|해 ?놔|돌려(?: ?놔)?|물려|되돌아가|취소해?|복구해|그만해|꺼)[라요]?)$"
)
_MAY_I: Final = re.compile(r"(?:도 ?(?:돼|되|될|괜찮)|야 ?(?:돼|되|될|하|할|해)|까)(?:[가-힣 ]{0,5})$")
#: Endings that ask even when no question mark was written.
_ASKS: Final = re.compile(
    r"(?:야 ?(?:할까|하나|되나|될까|합니까|하는지|되는지)|도 ?(?:될까|되나|되려나|될까나)|기도 ?[돼되]|던가|"
    r"었나|았나|했나|됐나|였나|더라|는지 ?모르겠[네어]?|였지 ?(?:궁금|기억|생각|모르))"
    r"(?:요|싶은데|싶네)?$"
)
#: And these, whatever the intent, unless the cook is asked for something by them.
_ENDS_ASKING: Final = re.compile(
    r"(?:나요|[은는던한운]가|[은는던한운]가요|려나|건가|건지요|습니까|"
    rf"[하되맞좋같{_SS}없]냐|수 ?있(?:을까|나|니|지|어))(?:요)?$"
)
_REQUEST: Final = re.compile(
    r"(?:줄래|주실래|줄 ?수|주실 ?수|주시겠|주겠|줘|주세요|주라|볼까|볼래|갈까|할까|하자|할래|갈래|시킬래|부탁|"
    r"가자|해요|자고|(?:줄|주실) ?수 ?있|줄까|줄런지|주시?면 ?안 ?[돼되될]|주실까|주나|주시나)(?:요|나요|니|을까|"
    r"을까요|어|어요|"
    r"[가-힣]{0,3})?$"
)
_WHATS_NEXT: Final = re.compile(
    r"뭐|뭘|무엇|무슨|어떻게|어떡|다음(?:은|은요|엔|에는|단계는|거는|꺼는|요)?$|그다음|궁금"
)
#: "부탁드려도 될까요" asks for it; "넘어가도 될까요" asks about it.
_MAY_I_ASK: Final = re.compile(r"(?:부탁|여쭤|여쭈|청해|들을 ?수|들어 ?볼|말씀해 ?달|해 ?달라)")
_PAST: Final = re.compile(
    r"(?:[았었했됐갔졌났췄겼켰웠왔봤]|끝난|된|한|간|넘어간|꺼진) ?(?:어|나|니|냐|어요|나요|지|죠|습니까|거야|건가|"
    r"거니|거지|건데|거예요|거 ?맞)?요?$"
)
_OTHERS: Final = re.compile(
    r"(?:^| )(?:얘야|얘들아|애들아|여보|자기야|아가|고객님|과장님|부장님|사장님|"
    r"(?<!택배 )(?<!배달 )(?<!경비 )(?:아저씨|아줌마)(?!$)|걔|"
    r"쟤|그 ?사람|그 ?여자|그 ?남자|그녀|야 너|너희|니네|니들|너네|느그|그이[가는도]"
    r"|[가-힣]{2}(?:야|아) (?:이리|그만 좀|밥|빨리 와))"
)
#: Of whom one tells stories; what one does for their sake is another matter.
_ELDERS: Final = re.compile(r"(?:^| )(?:할머니|할아버지)(?!랑|하고|와|도| ?말|$)")
_OF_ELDERS: Final = frozenset({_I.STEP_DONE, _I.CHOOSE_RECIPE, _I.NEXT_STEP, _I.CANCEL_TIMER, _I.SET_TIMER})
#: Whoever is told so has done it himself.
_YOU_DID: Final = re.compile(rf"(?:^| )[네니너]가 (?:[가-힣]+ )?[가-힣]*{_DID}(?:어|네|잖아|지)")
#: "언니는 완숙이 좋대 그래서 8분 재 줘", "어제 해 놨으니까 건너뛰자": what speaks against it stands in the reason.
_SO: Final = re.compile(r"^.+(?:그래서|그러니까) (?P<wish>.+)$")
_BECAUSE: Final = re.compile(r"^.+(?:니까|거든|거든요) (?P<wish>.+)$")
#: "안 해도 된대 그럼 다음은": what they say is so.
_IT_IS_SO: Final = re.compile(r"^.+[된온는좋맛]대요? (?P<wish>.+)$")
_REASONED: Final = {
    Objection.CONDITIONAL: (_SO,),
    Objection.QUOTED: (_SO, _BECAUSE, _IT_IS_SO),
    Objection.OTHER_TIME: (_SO, _BECAUSE),
}


def against_korean(intent: Intent, said: str, asked: bool) -> Objection | None:
    against = _against(intent, said, asked)
    if against is None:
        return None
    for reason in _REASONED.get(against, ()):
        reasoned = reason.match(said)
        if reasoned is not None:
            return _against(intent, reasoned["wish"], asked)
    return against


def _against(intent: Intent, said: str, asked: bool) -> Objection | None:
    if _negated(intent, said):
        return Objection.NEGATED
    if _conditional(intent, said):
        return Objection.CONDITIONAL
    if (intent is not _I.STOP and _quoted(intent, said)) or _OTHERS.search(said):
        return Objection.QUOTED
    if intent is _I.STEP_DONE and _YOU_DID.search(said):
        return Objection.QUOTED
    if intent in _OF_ELDERS and _ELDERS.search(said):
        return Objection.QUOTED
    if _at_another_time(intent, said) and not _REQUEST.search(said):
        return Objection.OTHER_TIME
    if _WHY.search(said) and not (intent is _I.PAUSE and "누가" in said):
        return Objection.QUESTION if asked or _ASKED_THEN_WISHED.search(said) is None else None
    if _MAY_I_ASK.search(said):
        return None
    if _ASKS.search(said) and not _WHATS_NEXT.search(said):
        return Objection.QUESTION
    if intent is _I.RESUME and "이제" in said and not asked:
        return None  # "이제 계속할 수 있어": now he can
    if _ENDS_ASKING.search(said) and not (_REQUEST.search(said) or _WHATS_NEXT.search(said) or "어떤" in said):
        return Objection.QUESTION
    if asked and _only_asks(intent, said):
        return Objection.QUESTION
    if intent is _I.RESUME_TIMER and _IS_RUNNING.search(said) and not _REQUEST.search(said):
        return Objection.QUESTION
    if intent is _I.SET_TIMER and _IS_SET.search(said) and not _REQUEST.search(said):
        return Objection.QUESTION
    return None


def _at_another_time(intent: Intent, said: str) -> bool:
    if _ALMOST.search(said) or (intent not in (_I.STEP_DONE, _I.FINISH) and _STORY.search(said)):
        return True
    if intent in _HALTED:
        said = _WHICH_WAS.sub(" ", said)
    return intent not in LATER_IS_FINE and _OTHER_TIME.search(said) is not None


#: A timer that is on, or was set: nobody wants another one.
_IS_SET: Final = re.compile(r"(?:켜져|꺼져|맞춰져|돌아가고?|맞춰 ?놨|맞춰 ?뒀) ?(?:있|나|지|어|던)|맞췄|켰|걸었")
_IS_RUNNING: Final = re.compile(r"(?:^| |돌아)(?:가|돌)고 ?있(?:어|네|잖아)")
#: What is asked about these without asking for them is asked about the kitchen, or about us.
_ASKED_ABOUT: Final = frozenset(
    {_I.PAUSE, _I.RESUME, _I.STOP, _I.UNDO, _I.SET_TIMER, _I.CANCEL_TIMER, _I.PAUSE_TIMER, _I.RESUME_TIMER, _I.ADD_TIME}
)


def _quoted(intent: Intent, said: str) -> bool:
    if intent in _FOR_OTHERS and _BECAUSE_THEY_SAY.search(said):
        return False
    return _SAID.search(said) is not None and _SAYS_SO.search(said) is None


def _negated(intent: Intent, said: str) -> bool:
    if intent is _I.STOP or (intent is _I.UNDO and "말" in said):
        return "멈추지" in said or "그만하지" in said or "끄지" in said or "취소하지" in said
    if intent in _NOT_THAT:
        said = _NOT_THAT[intent].sub(" ", said)
    if _NOT.search(said) and "빼먹지 말" not in said:
        return True
    if intent in _WONT and _WONT[intent].search(said):
        return True
    if intent is _I.PREVIOUS_STEP or intent not in ADVANCING:
        return False  # what is not done is why one goes back
    if intent in (_I.STEP_DONE, _I.FINISH) and _BROKEN_OFF.search(said):
        return True
    if intent is _I.FINISH:
        said = _NOT_MADE.sub(" ", said)
    if _NOT_YET.search(said):
        return True
    return _AT_IT.search(said) is not None and (intent is _I.STEP_DONE or _AND_WISHES.search(said) is None)


def _conditional(intent: Intent, said: str) -> bool:
    said = _NO_IF.sub(" ", said)
    if intent is _I.CHOOSE_RECIPE:
        said = said.replace("있으면", " ")
    match = _IF.search(said)
    if match is None:
        return False
    # "10분 되면 알려 줘" and "5분 지나면": the condition is the timer itself.
    timed = intent is _I.SET_TIMER and re.search(r"(?:분|초|시간|반)(?:이|쯤|정도)? ?(?:되|지나|있으|뒤|후|땡)", said)
    return not timed


_ASKS_ENDING: Final = re.compile(r"(?:있|되|돼|하|가|나|남|멈추|멎)(?:어|어요|나|나요|니|지|죠|는지|습니까|는 ?거야)?$")


def _only_asks(intent: Intent, said: str) -> bool:
    if _REQUEST.search(said):
        return False
    if intent in (_I.STEP_DONE, _I.FINISH) or (intent in _ASKED_ABOUT and _ASKS_ENDING.search(said)):
        return True
    if _PAST.search(said) or _MAY_I.search(said):
        whats_next = _WHATS_NEXT.search(said) and intent in (_I.NEXT_STEP, _I.PREVIOUS_STEP, _I.GOTO_STEP)
        return not whats_next
    return False
