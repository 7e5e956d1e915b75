"""A phone that cannot be reached, and one that can be reached again."""

from bot.domain.circle import reach as about_
from bot.queries.circle import people
from bot.texts.message import Message
from bot.texts.reader import Reader


def phone_lost(reader: Reader, about: about_.PhoneLost) -> Message | None:
    """What is sent waits; nothing is said about why."""
    circle = reader.circle(about.child_id)
    if people.get(reader.tx, about.who).reachable or reader.hides(circle, about.who):
        return None
    who = reader.named(circle, about.who)
    if circle.member(about.who) is None:
        # L10N: {who} lives near the child's home, and is asked to look in when nothing comes from there.
        return Message(reader.say("{who}: the phone cannot be reached now. I ask when it is back.", who=who))
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
    if circle.member(about.who) is None:
        # L10N: {who} lives near the child's home; their phone could not be reached before.
        return Message(reader.say("{who}: the phone can be reached again.", who=who))
    # L10N: {who} is an adult of the circle whose phone could not be reached before.
    return Message(reader.say("{who}: the phone can be reached again. What waited is on its way.", who=who))


def words_lost(reader: Reader, about: about_.WordsLost) -> Message | None:
    """Never silence that looks as if it had arrived."""
    circle = reader.circle(about.child_id)
    if circle.member(reader.person.id) is None:
        child = circle.child.name
        # L10N: to a teacher: Telegram did not take a notice, or words about {child}, for one of the family's phones.
        said = reader.say(
            "What you sent about {child} could not be delivered to one phone of the family. You can call them.",
            child=child,
        )
        return Message(said)
    if reader.hides(circle, about.who):
        return None
    who = reader.named(circle, about.who)
    # L10N: Telegram did not take what the reader had sent; {who} is an adult of the circle.
    return Message(
        reader.say("What you sent to {who} could not be delivered. Please send it once more, or call.", who=who)
    )
