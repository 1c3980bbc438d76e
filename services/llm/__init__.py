"""Understanding and answering on :8013."""
