"""The model file belongs to the data beside it: enough of it, of our own, and rebuilt bit for bit."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.llm_unseen import HELD_OUT, rows
from services.llm.classifier.model import MODEL_FILE, Model
from services.llm.training.expand import templates, utterances
from shared.kitchen.intents import Intent
from shared.kitchen.language import Language
from shared.kitchen.text import normalise, squeeze


def test_the_file_is_small() -> None:
    assert MODEL_FILE.stat().st_size <= 8_000_000


def test_there_is_enough_and_every_intent_is_said_in_both_languages() -> None:
    written = Counter(template.language for template in templates())
    assert written[Language.KO] >= 1_200
    assert written[Language.EN] >= 800
    said = Counter((utterance.language, utterance.intent) for utterance in utterances())
    assert sum(count for (language, _), count in said.items() if language is Language.KO) >= 6_000
    assert sum(count for (language, _), count in said.items() if language is Language.EN) >= 4_000
    assert all(said[language, intent] >= 50 for language in Language for intent in Intent)


def test_expansion_is_the_same_every_time() -> None:
    assert utterances() == utterances()


def test_no_template_is_written_under_two_intents() -> None:
    homes: dict[tuple[Language, str], set[Intent]] = {}
    for template in templates():
        homes.setdefault((template.language, template.text), set()).add(template.intent)
    assert {key for key, intents in homes.items() if len(intents) > 1} == set()


def test_the_model_was_made_from_this_very_data() -> None:
    pytest.importorskip("scipy", reason="training runs where scipy is")
    from services.llm.training.train import fingerprint

    assert Model.read().header.data == fingerprint(utterances()), "rebuild it: python -m services.llm.training"


def _grams(text: str) -> set[str]:
    run = squeeze(normalise(text))
    return {run[i : i + 3] for i in range(len(run) - 2)} or {run}


def test_nothing_held_out_is_in_the_training_data_nor_nearly() -> None:
    """Equal but for spaces and marks, or four of five pieces shared: then it isn't unseen."""
    known: dict[str, list[set[str]]] = {}
    for utterance in utterances():
        grams = _grams(utterance.text)
        for gram in grams:
            known.setdefault(gram, []).append(grams)
    for row in (row for name in HELD_OUT for row in rows(name)):
        grams = _grams(row.text)
        rarest = sorted(grams, key=lambda gram: len(known.get(gram, ())))
        # Whoever shares four of five pieces shares one of the rarest fifth and one more.
        for gram in rarest[: len(grams) // 5 + 1]:
            for other in known.get(gram, ()):
                assert len(grams & other) / len(grams | other) < 0.8, row.text


@pytest.mark.slow
def test_it_is_rebuilt_bit_for_bit(tmp_path: Path) -> None:
    import subprocess
    import sys

    target = tmp_path / "model.bin"
    code = f"from pathlib import Path; from services.llm.training.train import train; train(Path({str(target)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[4], timeout=1500)
    assert target.read_bytes() == MODEL_FILE.read_bytes()
