"""A Bot API without Telegram, for the tests, the demo and the bench."""
