"""From what is written to what is heard: `spoken` (numbers and units), `legible` (what a voice can read at all),
`pieces` (sentences, the first one short), and `korean/` (sound change, for the engine that doesn't know it)."""
