"""Who runs this bot, as families are told it."""

from bot.db import installation
from bot.texts.reader import Reader


def operator(reader: Reader) -> str:
    """The organisation's name, or words that stand for it."""
    # L10N: stands for the organisation that runs this bot, where its name is not known.
    return installation.get(reader.tx, installation.ORGANISATION) or reader.label("the people who run this bot")
