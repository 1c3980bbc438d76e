"""Reasons not to believe a transcript. A recogniser that heard nothing clear still writes something: here it is caught.

Whisper's known inventions, echoes of the keywords it was given, loops, and plain low confidence. Pure: text and numbers
in, a reason or None out. What to do about sound without speech is `vad.py`.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shared.contracts.stt import Rejected
from shared.kitchen.text import has_digit

#: Thresholds from Whisper's own paper and faster-whisper's defaults.
LOOPING: Final = 2.4
UNSURE: Final = -1.0
SILENT: Final = 0.6

#: What Whisper writes over silence, from the subtitles it was trained on. Believed when clearly and long enough said.
_INVENTED_LIST: Final = (
    "시청해주셔서감사합니다 시청해주셔서고맙습니다 끝까지시청해주셔서감사합니다 "
    "영상시청해주셔서감사합니다 감사합니다 구독과좋아요 구독과좋아요부탁드립니다 구독좋아요알림설정 "
    "다음영상에서만나요 다음영상에서뵙겠습니다 다음시간에만나요 한글자막 자막제공 자막제작 "
    "한글자막by한효정 이시각세계였습니다 뉴스데스크였습니다 음악 박수 "
    "thankyou thanks thankyouforwatching thanksforwatching thankyouverymuch thankyousomuch bye byebye "
    "pleasesubscribe likeandsubscribe seeyounexttime seeyouinthenextvideo you oh so "
    "subtitlesbytheamaraorgcommunity music applause silence blankaudio "
)
_INVENTED: Final = frozenset(_INVENTED_LIST.split())
_INVENTED_START: Final = re.compile(
    r"^(mbc|kbs|sbs|ytn)뉴스|^(한글)?자막(by|제공|제작|편집)|^subtitles?by|^captions?by|^(www|http)"
)
_LETTERS: Final = re.compile(r"[^\w]|_")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known about a transcript besides its words."""

    speech_s: float
    logprob: float  # average of the words' log probability
    no_speech: float = 0.0
    keywords: tuple[str, ...] = ()


def doubt(text: str, evidence: Evidence) -> Rejected | None:
    bare = squeezed(text)
    if not bare:
        return Rejected.NO_SPEECH
    if looping(text) or _too_fast(bare, evidence.speech_s):
        return Rejected.HALLUCINATION
    weak = evidence.speech_s < 1.0 or evidence.no_speech > 0.3 or evidence.logprob < -0.7
    if weak and (bare in _INVENTED or _INVENTED_START.search(bare)):
        return Rejected.HALLUCINATION
    if evidence.logprob < -0.5 and _only_keywords(bare, evidence.keywords):
        return Rejected.KEYWORD_ECHO
    if evidence.no_speech > SILENT and evidence.logprob < UNSURE:
        return Rejected.NO_SPEECH
    if evidence.logprob < UNSURE:
        return Rejected.LOW_CONFIDENCE
    return None


def numbers_unsure(text: str, logprob: float, number_words: frozenset[str]) -> bool:
    """Whether a number was heard so unclearly that the cook should be asked."""
    return logprob < -0.5 and (has_digit(text) or not number_words.isdisjoint(text.lower().split()))


def compression(text: str) -> float:
    """How well the text compresses: above 2.4 it says the same thing over and over."""
    packed = text.encode()
    return len(packed) / len(zlib.compress(packed)) if packed else 0.0


def looping(text: str) -> bool:
    return compression(text) > LOOPING


def squeezed(text: str) -> str:
    return _LETTERS.sub("", text).lower()


def _too_fast(bare: str, seconds: float) -> bool:
    # The fastest Korean is about 10 syllables a second, the fastest English about 28 letters.
    hangul = sum("가" <= char <= "힣" for char in bare)
    return hangul * 2.5 + (len(bare) - hangul) > 30 * max(seconds, 0.6)


def _only_keywords(bare: str, keywords: Sequence[str]) -> bool:
    rest = bare
    for keyword in sorted(map(squeezed, keywords), key=len, reverse=True):
        if keyword:
            rest = rest.replace(keyword, "")
    return bool(keywords) and not rest
