"""Where the embedded model comes from: utterances written by the project, their expansion, and the training itself.

Nothing here runs in service. `python -m services.llm.training` rebuilds `services/llm/classifier/model.bin`.
"""
