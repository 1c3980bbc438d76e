"""`make doctor`: what is wrong on this machine, why it matters, and the one command that fixes it.

Three steps that know nothing of each other: `observe` looks (all I/O, never fails, at most about two seconds) and
writes down facts; `judge` turns facts into findings (pure: the same facts always give the same findings, so machines we
do not own are tested from recorded facts); `tell` prints findings. Standard library only; nothing is changed anywhere.
"""
