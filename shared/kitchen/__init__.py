"""Kitchen language, Korean and English: numbers, durations, quantities, commands. Pure, standard library only."""
