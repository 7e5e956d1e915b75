"""Leaving a circle."""

from bot.domain import emoji
from bot.domain.circle import leaving as about_
from bot.domain.circle.circles import Circle
from bot.texts.buttons import do, do_not, invite
from bot.texts.circle.times import has_keyboard
from bot.texts.keyboard import keyboard_now
from bot.texts.message import Message, button, column
from bot.texts.reader import Reader


def leave_asked(reader: Reader, about: about_.LeaveAsked) -> Message:
    """One question before it is done."""
    child = reader.circle(about.child_id).child
    # L10N: before leaving; the others read only that this person left.
    text = reader.say("Leave {child}'s circle? The others read only that you left.", child=child.name)
    return Message(text, column(do(reader, "leave_yes", about.child_id), do_not(reader, "times")))


def last_adult_stays(reader: Reader, about: about_.LastAdultStays) -> Message:
    """Somebody has to be there; a pause and an invite are the ways."""
    child = reader.circle(about.child_id).child
    # L10N: the only adult of a circle wants to leave.
    text = reader.say("You are the only one in {child}'s circle. Invite somebody first, or pause it.", child=child.name)
    return Message(
        text,
        column(
            invite(reader, child.id),
            # L10N: a button that pauses a child's check-ins (a visit home, holidays); {child} is the child's call name.
            button(f"{emoji.PAUSE} " + reader.label("Pause {child}", child=child.name), "pause", child.id),
        ),
    )


def circle_left(reader: Reader, about: about_.CircleLeft) -> Message:
    """Gone, and welcome back; the keys below the chat go where they have no use any more."""
    # L10N: to who has left the circle around {child}.
    text = reader.say("You have left {child}'s circle. A new invite brings you back any time.", child=about.child)
    return Message(text, keyboard=None if has_keyboard(reader) else keyboard_now(reader))


def member_left(reader: Reader, about: about_.MemberLeft) -> Message | None:
    """Without a reason; and what it means when nobody can be asked any more."""
    circle = reader.circle(about.child_id)
    if reader.hides(circle, about.who):
        return None
    return left(reader, circle, reader.named(circle, about.who), nobody=about.nobody)


def left(reader: Reader, circle: Circle, who: str, *, nobody: bool) -> Message:
    """Somebody is gone, under the name that this reader knows."""
    if not nobody:
        # L10N: to those who stay; no reason is given.
        return Message(reader.say("{who} left {child}'s circle.", who=who, child=circle.child.name))
    # L10N: to those who stay, when nobody at home is left who can be asked about {child}.
    text = reader.say(
        "{who} left {child}'s circle. Nobody is asked about {child} until you invite somebody.",
        who=who,
        child=circle.child.name,
    )
    return Message(text, ((invite(reader, circle.child.id),),))
