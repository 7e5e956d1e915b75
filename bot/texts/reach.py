"""A phone that cannot be reached, and one that can be reached again."""

from bot.domain import reach as about_
from bot.storage import people
from bot.texts.message import Message
from bot.texts.reader import Reader


def phone_lost(reader: Reader, about: about_.PhoneLost) -> Message | None:
    """What is sent waits; nothing is said about why."""
    circle = reader.circle(about.child_id)
    if people.get(reader.tx, about.who).reachable or reader.hides(circle, about.who):
        return None
    who = reader.named(circle, about.who)
    # L10N: {who} is an adult of the circle; nothing is lost, everything waits.
    return Message(
        reader.say("{who}: the phone cannot be reached now. What you send waits and is delivered later.", who=who)
    )


def phone_back(reader: Reader, about: about_.PhoneBack) -> Message | None:
    """What waited is on its way."""
    circle = reader.circle(about.child_id)
    if not people.get(reader.tx, about.who).reachable or reader.hides(circle, about.who):
        return None
    who = reader.named(circle, about.who)
    # L10N: {who} is an adult of the circle whose phone could not be reached before.
    return Message(reader.say("{who}: the phone can be reached again. What waited is on its way.", who=who))
