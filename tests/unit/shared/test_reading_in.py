"""While modules are read in nobody looks for garbage; afterwards somebody does, whatever happened."""

import gc

import pytest

from shared.reading_in import reading_in


def test_garbage_is_looked_for_again_and_what_was_read_in_is_passed_over() -> None:
    before = gc.get_freeze_count()
    with reading_in():
        assert not gc.isenabled()
        kept = [[number] for number in range(1_000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(kept)
    gc.unfreeze()


def test_also_when_a_module_cannot_be_read() -> None:
    with pytest.raises(ImportError), reading_in():
        raise ImportError("no module named 김치")
    assert gc.isenabled()
    gc.unfreeze()
