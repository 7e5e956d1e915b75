"""A time in which nothing reached Homeline."""

from bot.domain import silence as about_
from bot.texts import clocks
from bot.texts.message import Message
from bot.texts.reader import Reader


def gap_told(reader: Reader, about: about_.GapTold) -> Message:
    """From when until when, and what to do about it; nobody is to blame, and nothing is guessed."""
    # L10N: a day and a time of day: “Mon, Nov 23, 18:40”.
    begin, end = (reader.label("{day}, {time}", **clocks.dated(reader, at)) for at in (about.begin, about.end))
    # L10N: Homeline speaks of itself; {begin} and {end} are a day and a time of day.
    text = reader.say(
        "I could not be reached from {begin} until {end}. What you sent me in that time may not have arrived. "
        "If it still matters, please send it again.",
        begin=begin,
        end=end,
    )
    return Message(text)
