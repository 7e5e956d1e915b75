"""🗑 What erasing takes with it, what it cannot reach, and what the others read."""

from bot.domain import emoji
from bot.domain.circle.circles import Member, MemberState, Role
from bot.domain.circle.roles import Action
from bot.domain.local_time import local
from bot.domain.privacy import erasing as about_
from bot.domain.privacy import idle
from bot.texts.buttons import do, do_not
from bot.texts.circle import kin
from bot.texts.circle.leaving import left
from bot.texts.keyboard import keyboard_of
from bot.texts.message import Message, button, column
from bot.texts.reader import Reader


def erase_asked(reader: Reader, about: about_.EraseAsked) -> Message:
    """Oneself with one tap more; a child's data has its own way."""
    # L10N: before everything about the reader is erased. Calm and plain.
    text = reader.say(
        "Erase everything about you, at once and for good? The others read only that you left.\n"
        "I take away my messages of the last two days. Older ones you delete here by hand."
    )
    children = [
        # L10N: a button: erase everything that is kept about {child}.
        button(f"{emoji.ERASE} " + reader.label("All about {child}", child=circle.child.name), "erase_child", each)
        for circle, _me in reader.circles(Action.ERASE)
        for each in [circle.child.id]
    ]
    return Message(text, column(do(reader, "erase_me"), do_not(reader, "home"), *children))


def child_erase_asked(reader: Reader, about: about_.ChildEraseAsked) -> Message:
    """What happens, when, and who can stop it."""
    child = reader.circle(about.child_id).child
    # L10N: before everything about {child} is erased.
    text = reader.say(
        "Erase everything about {child} for everybody? It happens in three days. "
        "The others hear of it now. Each of them can stop it.",
        child=child.name,
    )
    return Message(text, column(do(reader, "erase_child_yes", child.id), do_not(reader, "home")))


def person_erased(reader: Reader, about: about_.PersonErased) -> Message:
    """Goodbye, and what only the reader can delete."""
    # L10N: the last message to somebody who had everything erased.
    text = reader.say("🗑 It is done. Nothing about you is kept. Messages older than two days you delete here by hand.")
    return Message(text, keyboard=(), foot=False)


def message_erased(reader: Reader, about: about_.MessageErased) -> Message:
    """Taken away."""
    return Message(deletes=True)


def erased_left(reader: Reader, about: about_.ErasedLeft) -> Message | None:
    """As for everybody who leaves."""
    circle = reader.circle(about.child_id)
    me = circle.member(reader.person.id)
    if circle.child.separate_lines and about_.is_parent(about) and me is not None and me.role == Role.PARENT:
        return None
    gone = Member(
        id=0,
        child_id=circle.child.id,
        person_id=0,
        role=Role(about.role),
        kin=about.kin,
        called=about.called,
        state=MemberState.LEFT,
        at_home=False,
        joined_at=reader.tx.now,
    )
    return left(reader, circle, kin.shown(reader.words, gone, reader.knows(circle)), nobody=about.nobody)


def child_erased(reader: Reader, about: about_.ChildErased) -> Message:
    """Done, and what only the reader can delete; the keys go where they have no use any more."""
    # L10N: to the adults of a circle when everything about the child is erased. No name: nothing is kept of it.
    text = reader.say(
        "🗑 It is done: everything in the child's circle is erased. Messages that are still here you delete by hand."
    )
    return Message(text, keyboard=keyboard_of(reader) or ())


def family_idle(reader: Reader, about: idle.FamilyIdle) -> Message:
    """Any tap keeps it."""
    child = reader.circle(about.child_id).child
    day = reader.day(local(about.erased_at, reader.person.zone).date())
    # L10N: nobody of the circle around {child} was here for a year and a half. Warm, no reproach. {day} is a date.
    text = reader.say(
        "It has been quiet around {child} here for a long time.\nShall I keep everything? "
        "One tap is enough. Otherwise all of it is erased on {day}.",
        child=child.name,
        day=day,
    )
    return Message(text, column(do(reader, "home")))
