"""Text to speech on :8012: text is written out as it is said, spoken by the best voice that works, sent as it comes."""
