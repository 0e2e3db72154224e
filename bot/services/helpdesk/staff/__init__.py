"""What staff do with a question."""
