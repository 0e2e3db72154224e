"""Finding the right article, theme or referral; pure functions over what the bot knows."""
