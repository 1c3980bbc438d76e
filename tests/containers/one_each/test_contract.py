"""The same contract, the same tests; only the servers stand somewhere else."""

from tests.containers.contract import *  # noqa: F403
