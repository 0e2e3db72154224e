"""What the bot remembers (`store`) and what it knows (`content`)."""
