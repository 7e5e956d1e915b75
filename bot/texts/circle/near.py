"""Somebody near home, as they come in: what they are told, and what the family reads of it."""

from bot.texts.circle.nights import quiet_at_night
from bot.texts.message import Message
from bot.texts.reader import Reader


def who_are_you(reader: Reader, host: str, child: str) -> str:
    """The question that is also their yes."""
    # L10N: to somebody who lives or works near {child}'s home and has opened an invite of {host}.
    return reader.say(
        "{host} asks you to be somebody near {child}'s home. Who are you to {child}?", host=host, child=child
    )


def welcomed(reader: Reader, child: str) -> Message:
    """What will come, and that nothing else will."""
    # L10N: to somebody near {child}'s home who has just been let in.
    text = reader.say("Welcome. When {child}'s home is silent for long, I ask you. Nothing else comes.", child=child)
    return Message(f"{text}\n{quiet_at_night(reader)}")


def is_near_now(reader: Reader, who: str, child: str) -> str:
    """To the family, with what it means."""
    # L10N: {who} lives near {child}'s home, and has been let in to be asked when home is silent for long.
    return reader.say("{who} is near {child}'s home now. Nothing of {child} is told to them.", who=who, child=child)
