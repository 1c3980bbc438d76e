"""How strangers are understood: sentences that nothing was ever learned from, by people who had seen no code.

    python -m benchmarks.llm_strangers [--wrong]

`strangers/` holds the round that came after the model was trained, by people who had been shown what was not understood
of the rounds before: it is harder than life, and made for finding what to mend. `--wrong` lists what was not
understood. Whoever learns from them takes them away from here, and has others written; the sets that stay held out for
good are those of `llm_unseen`.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from benchmarks.llm_unseen import Row, Tally
from services.llm.classifier.embedded import Embedded
from services.llm.situation import Situation
from services.llm.training.expand import labelled
from shared.kitchen.language import Language

HERE = Path(__file__).with_name("strangers")


def rows(language: Language) -> Iterator[Row]:
    for _, intent, line in labelled(HERE / f"{language.value}.txt"):
        yield Row(line, (intent.value,))


def main() -> None:
    arguments = argparse.ArgumentParser(description="Sentences of strangers")
    arguments.add_argument("--wrong", action="store_true", help="list what was not understood")
    wrong = arguments.parse_args().wrong
    embedded = Embedded()
    embedded.load()
    for language in Language:
        tally = Tally()
        for row in rows(language):
            heard = embedded.understand(row.text, Situation())
            answer = {"actions": [action.model_dump(mode="json") for action in heard.actions]}
            if not tally.add(row, answer) and wrong:
                print(row.intents[0], answer["actions"][0]["intent"], row.text, sep="\t")
        print(f"{language.value}:", *list(tally.lines())[:4], sep="\n  ")


if __name__ == "__main__":
    main()
