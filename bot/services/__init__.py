"""What people wish of the bot: one public method for each wish."""
