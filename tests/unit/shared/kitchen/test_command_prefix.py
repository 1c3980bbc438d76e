"""Which commands are worth waiting after: those whose rest could make another command of them."""

import pytest

from shared.kitchen.command_phrases import phrases
from shared.kitchen.command_prefix import is_command_prefix, may_mean_another
from shared.kitchen.commands import find_command
from shared.kitchen.language import Language


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("다음", "next"),
        ("다음 단계", "okay next"),
        ("다 했어", "done"),  # "다 했어, 다음" moves one step too
        ("이전", "previous"),
        ("이전 단계", "previous step"),
        ("한 번 더", "repeat"),
        ("처음부터", "start over"),  # "처음부터 다시"
        ("재료", "ingredients"),
        ("타이머 취소", "cancel the timer"),
        ("그만", "stop"),
    ],
)
def test_whatever_follows_it_means_the_same(korean: str, english: str) -> None:
    for text in (korean, english):
        assert find_command(text) is not None, text
        assert not may_mean_another(text), text


@pytest.mark.parametrize(
    ("so_far", "whole"),
    [
        ("다시", "다시 시작"),
        ("몇 분", "몇 분 남았어"),
        ("뭐라고", "뭐라고 말하면 돼"),
        ("3단계", "3단계 뒤로"),
        ("5분 타이머", "5분 타이머 취소"),
        ("go back", "go back to step 2"),
        ("skip", "skip to step 2"),
        ("start", "start the timer"),
        ("I'm done", "I'm done cooking"),
        ("set the timer", "set the timer for five minutes"),
        ("timer for five minutes", "timer for five minutes and thirty seconds"),
    ],
)
def test_it_may_become_another_command(so_far: str, whole: str) -> None:
    now, then = find_command(so_far), find_command(whole)
    assert now is not None
    assert then is None or (now.intent, dict(now.slots)) != (then.intent, dict(then.slots)), "the story is wrong"
    assert may_mean_another(so_far)


@pytest.mark.parametrize("language", Language)
def test_no_phrase_is_committed_to_that_another_command_begins_with(language: Language) -> None:
    """By the phrases alone: whatever command stands at the beginning of one that means something else is waited after."""
    same = {"step_done": "next_step"}
    hasty = []
    for said in phrases(language).values():
        for whole in said:
            words = whole.split()
            for cut in range(1, len(words)):
                so_far = " ".join(words[:cut])
                now, then = find_command(so_far), find_command(whole)
                if now is None or then is None or not is_command_prefix(so_far):
                    continue
                meant = [(same.get(one.intent, one.intent), dict(one.slots)) for one in (now, then)]
                if meant[0] != meant[1] and not may_mean_another(so_far):
                    hasty.append((so_far, whole))
    assert hasty == []


@pytest.mark.parametrize("text", ["", "오늘 날씨", "the weather", "다" * 200])
def test_what_begins_no_command_is_not_waited_for(text: str) -> None:
    assert not may_mean_another(text)
