"""Sous for a network that reaches nobody: `make bundle` makes one folder, its `install.sh` needs nothing else.

Made where there is a network: `make.py` gathers wheels (`wheels.py`, from the pins and hashes under envs/), the project
(`source.py`), models and images (`cargo.py`), and writes down what it took (`manifest.py`, SHA256SUMS). Used where
there is none: `install.py`. Proven by `verify.py`, which does the second in a network namespace of its own and cooks a
step (`rehearsal.py`). Standard library only.
"""
