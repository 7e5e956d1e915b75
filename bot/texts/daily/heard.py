"""What came last from home, to those far away and to who was asked in place of somebody."""

from bot.domain import emoji
from bot.domain.daily import heard as about_
from bot.domain.daily.heard import Heard, Sign
from bot.queries.daily import heard
from bot.texts import clocks
from bot.texts.message import Message
from bot.texts.reader import Reader


def heard_again(reader: Reader, about: about_.HeardAgain) -> Message:
    """Nobody needs to look any further."""
    circle = reader.circle(about.child_id)
    guardian = reader.named(circle, about.by)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = reader.say("{child}, from {guardian}", child=circle.child.name, guardian=guardian)
    # L10N: to who had been told that no answer came: {guardian} has just done something that speaks of the child.
    text = reader.say("{guardian} is in touch again.", guardian=guardian)
    return Message(f"{emoji.GUARDIAN} {first}\n{text} {clocks.at_home(reader, about.at, circle.child.zone)}")


def newest(reader: Reader, child_id: int) -> str:
    """Two sentences: what came last from home, and when; nothing where nothing ever has."""
    found, circle = heard.last(reader.tx, child_id), reader.circle(child_id)
    if found is None:
        return ""
    known = any(each.person_id == found.by for each in circle.members)
    who = reader.named(circle, found.by) if known and found.by is not None else ""
    return reader.together(_what(reader, found, who), clocks.at_home(reader, found.at, circle.child.zone))


def _what(reader: Reader, found: Heard, who: str) -> str:
    if not who:
        # L10N: to a parent, before a time: when anything last came from those who look after the child.
        return reader.say("The last that came from home:")
    if found.sign is Sign.LETTER:
        # L10N: to a parent, before a time: the last that came from home was a voice, a picture or words.
        return reader.say("The last from home is what {guardian} has sent you.", guardian=who)
    if found.sign is Sign.ILLNESS:
        # L10N: to a parent, before a time: the last that came from home was about an illness that they know of.
        return reader.say("{guardian} last told you how the illness goes:", guardian=who)
    # L10N: to a parent, before a time: when {guardian}, who looks after the child, last did something in this chat.
    return reader.say("{guardian} was last in touch:", guardian=who)
