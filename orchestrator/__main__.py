"""`python -m orchestrator`: the text mode; `recipes`, `sessions`, `trace`, `doctor` and `voice` beside it."""

from shared.environment import settle

settle("orchestrator")

import sys

from shared.reading_in import reading_in

with reading_in():
    from orchestrator.programs.commands import main

sys.exit(main(sys.argv[1:]))
