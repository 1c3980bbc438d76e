"""Dialect endings mean what the standard ones mean, and ordinary words that look like them stay what they are."""

import pytest

from shared.kitchen import find_command
from shared.kitchen.dialect_ko import standard

SAME = """
다음 거 알려 주이소        | 다음 거 알려 주세요
다음으로 가입시더          | 다음으로 갑시다
다음 거 갈켜 주쇼          | 다음 거 알려 주세요
다 했다 아이가             | 다 했다
다 했데이                  | 다 했다
다 넣었심더                | 다 넣었습니다
다 했당께                  | 다 했다니까
다 볶아부렀어              | 다 볶았어
다 썰어 버렸어             | 다 썰었어
다 했슈                    | 다 했어요
다 했쪄                    | 다 했어요
뒤로 가유                  | 뒤로 가요
그만하이소                 | 그만하세요
고마 해라                  | 그만해라
다시 말해 봐유             | 다시 말해 봐요
재료가 뭐꼬                | 재료가 뭐야
몇 분 남았노               | 몇 분 남았어
5분 타이머 맞춰 주이소     | 5분 타이머 맞춰 주세요
"""
UNCHANGED = [
    "고마워",
    "우유 한 컵",
    "두유",
    "참기름",
    "예",
    "아니",
    "예열",
    "주소",
    "노래",
    "데이트",
    "시대",
    "고유",
    "부러워",
]
NOTHING = ["안 했당께", "아직 다 못 했슈", "다 했는교", "넘어가지 마이소", "다 하믄 알려 주이소"]


@pytest.mark.parametrize("row", SAME.strip().splitlines())
def test_the_same_command(row: str) -> None:
    dialect, usual = map(find_command, row.split("|"))
    assert dialect is not None
    assert usual is not None
    assert (dialect.intent, dialect.slots) == (usual.intent, usual.slots)


@pytest.mark.parametrize("word", UNCHANGED)
def test_words_that_only_look_like_it(word: str) -> None:
    assert standard(word.split()) == word.split()


@pytest.mark.parametrize("said", NOTHING)
def test_what_was_not_done_isnt_done_in_any_dialect(said: str) -> None:
    assert find_command(said) is None
