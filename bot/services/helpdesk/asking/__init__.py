"""From the first word of a question to its end, for the person who asks."""
