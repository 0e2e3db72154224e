"""What stands below an answer, and what a press on it does."""
