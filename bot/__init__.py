"""What the bot can do, without knowing on which platform."""
