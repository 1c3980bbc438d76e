"""A Korean utterance without what doesn't change its meaning: fillers, a leading "네" or "오케이", a trailing "좀".

It yields views of the words from the fullest to the barest, because the fuller view must win: "이제 뭐 해?" is a
command, and "뭐 해?" is not. English loanwords in Latin letters are brought into Hangul on the way ("next 단계").
"""

from collections.abc import Iterator, Sequence

from shared.kitchen.text import listed

_LEAD = frozenset(
    listed("""
    음 으음 어 그 저 에 머시기 뭐시기 거시기 아이고 아이구 어휴 있잖아요 그게 인제 저기 저기요 자 아 야 흠 엄
    흐음 아아 이봐 있잖아 여보세요 헤이 그러니까 그니까
    그래서 그리고 이어서 알았으니까 알겠으니까 굿 나이스 드디어 네 네네 예 응 응응 넵 그래 그래요
    이제 그럼 그러면 근데 그런데 혹시 일단 우선 그냥 빨리 얼른 어서 바로 지금 지금은 좀 조금 제발 나 난 나는 저는
    우리 자자 자이제
    오케이 오키 오케 좋아 좋아요 좋았어 알았어 알았어요 알겠어 알겠어요 알겠습니다 됐어 됐어요 됐고 됐다 고마워
    고마워요 감사합니다 아니 아니야 아니아니 아니요 아뇨
    셰프 쉐프 셰프님 쉐프님 수 수스 수셰프 선생님 맞아 맞다 참 아참 어디보자 그렇지 그다음 끝 다음에는 미안
    미안한데 죄송한데 저기있잖아
    """)
)
_ANYWHERE = frozenset(
    listed(
        """
    좀 음 어 그 저기 그냥 빨리 얼른 어서 바로 지금 이제 일단 제발 혹시 막 자 응 뭐지 그니까 그러니까 이따 당장
    잠시 한번 그 으음 조금 요
    """
    )
)
_TRAIL = frozenset(
    listed("""
    이제 지금 빨리 바로 좀 제발 응 어 네 예 그냥 얼른 어서 고마워 고마워요 감사 감사합니다 당장 알았지 알겠지
    오케이 그래 아 음 자 야 요 셰프 쉐프 다시한번만요
    그럼 부탁 부탁해 부탁해요 플리즈
    """)
)
#: Words that carry no meaning wherever they stand.
FILLERS = _ANYWHERE | _LEAD - frozenset(
    listed("아니 아니야 아니아니 아니요 아뇨 끝 다음에는 알았으니까 알겠으니까 됐어 됐어요 됐고 됐다 그다음")
)
#: Soft words at the front once the spaces are gone ("이제다음단계로").
_SOFT_STARTS = listed(
    """
    그럼 그러면 이제 지금 근데 그런데 혹시 일단 우선 그냥 빨리 얼른 어서 바로 오케이 좋아 알았어 제발 우리 조금 좀
    자 음 나는 저기 네네 네 응
    """
)

_LOANS = dict(
    pair.split("=")
    for pair in listed(
        """
        next=다음 step=스텝 timer=타이머 stop=스톱 start=스타트 ok=오케이 okay=오케이 pause=일시정지 repeat=반복
        back=백 cancel=취소 skip=스킵 pass=패스
        help=헬프 yes=예스 no=노 alarm=알람 resume=재개 undo=언두 wait=웨이트 again=다시 recipe=레시피 done=완료
        previous=이전 volume=볼륨 up=업 down=다운
        please=플리즈 sous=수스 chef=셰프 hey=헤이 thanks=땡스 mute=음소거 min=분 mins=분 sec=초 set=세팅
        finish=종료 continue=계속 louder=크게 menu=메뉴
        """
    )
)


#: Slips of the fingers that change no meaning: 했어 typed 햇어.
_MISSPELT = str.maketrans("햇됬됫", "했됐됐")


def in_hangul(words: Sequence[str]) -> list[str]:
    """Known English command words in Hangul: ["next", "단계로"] -> ["넥스트", "단계로"]."""
    return [_LOANS.get(word, word) if word.isascii() else _glued_loan(word).translate(_MISSPELT) for word in words]


def _glued_loan(word: str) -> str:
    """ "timer를" -> "타이머를"."""
    latin = 0
    while latin < len(word) and word[latin].isascii() and word[latin].isalpha():
        latin += 1
    if latin:
        return _LOANS.get(word[:latin], word[:latin]) + word[latin:]
    return f"다음{word[3:]}" if word.startswith("넥스트") else word


def views(words: Sequence[str]) -> Iterator[list[str]]:
    """The words as they are, then with less and less around them; no view twice in a row."""
    rest = list(words)
    yield rest
    while len(rest) > 1 and rest[0] in _LEAD:
        rest = rest[1:]
        if rest != words:
            yield rest
    if "좀" in rest and len(rest) > 1:
        rest = [word for word in rest if word != "좀"]
        yield rest
    kept = [word for word in rest if word not in _ANYWHERE]
    if kept and kept != rest:
        yield kept
    kept = kept or rest
    while len(kept) > 1 and kept[-1] in _TRAIL:
        kept = kept[:-1]
        yield kept


def softened(squeezed: str) -> Iterator[str]:
    """The same for a text whose spaces were lost: soft words at the front and every 좀 go."""
    shorter = squeezed.replace("좀", "")
    if shorter != squeezed and shorter:
        yield shorter
    for _ in range(3):
        soft = next((word for word in _SOFT_STARTS if shorter.startswith(word) and len(shorter) > len(word) + 1), None)
        if soft is None:
            return
        shorter = shorter[len(soft) :]
        yield shorter


def once(squeezed: str) -> str:
    """What is said several times over, once: "그만그만그만" -> "그만"."""
    for times in (2, 3, 4):
        length, rest = divmod(len(squeezed), times)
        if not rest and length > 1 and squeezed[:length] * times == squeezed:
            return squeezed[:length]
    return squeezed
