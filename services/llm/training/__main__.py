"""`python -m services.llm.training` rebuilds the embedded model from the data beside it."""

from services.llm.training.train import train

print(train())
