"""Sentences that several suites say."""

#: Nothing to the embedded model, and it knows that it doesn't know: what a language model is asked about.
UNSURE = "거시기를 거시기로 거시기 좀"
