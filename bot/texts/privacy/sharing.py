"""❄️ Nothing new about a child is shared."""

from bot.domain import emoji
from bot.domain.circle.approvals import Wish
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.privacy import sharing as about_
from bot.queries.circle import approvals
from bot.queries.privacy import sharing
from bot.texts import clocks
from bot.texts.buttons import do, do_not
from bot.texts.message import Button, Message, button, headed
from bot.texts.reader import Reader


def stop_asked(reader: Reader, about: about_.StopAskedOfSharing) -> Message:
    """What it means."""
    child = reader.circle(about.child_id).child
    # L10N: before all sharing about {child} stops, for instance while parents are in dispute.
    text = reader.say(
        "Stop sharing about {child}? Nothing new is passed on. Everybody keeps what they have. Only those with "
        "{child} can still tell of an illness. Only you can start it again.",
        child=child.name,
    )
    return Message(text, ((do(reader, "freeze_yes", child.id), do_not(reader, "circle", child.id)),))


def sharing_stopped(reader: Reader, about: about_.SharingStopped) -> Message:
    """Without who or why."""
    circle = reader.circle(about.child_id)
    # L10N: to everybody in the circle; not who wanted it, and no reason.
    text = reader.say(
        "❄️ Nothing new about {child} is shared for now. Only those with {child} can still tell of an illness.",
        child=circle.child.name,
    )
    return Message(headed(emoji.FREEZE, circle.child.name, text), sharing_rows(reader, circle))


def sharing_resumed(reader: Reader, about: about_.SharingResumed) -> Message:
    """As before."""
    child = reader.circle(about.child_id).child.name
    # L10N: to everybody in the circle, after nothing was shared for some time.
    return Message(reader.say("News about {child} is shared again.", child=child))


def sharing_to_resume(reader: Reader, about: about_.SharingToResume) -> Message:
    """To whom it may protect, on a phone that is closed out: there is a day to say something."""
    # L10N: to who stopped the sharing about {child} and was then closed out of the circle; {number}, such as 12-3, is
    # what the person who runs this bot asks for; {day} and {time} are the reader's own.
    text = reader.say(
        "News about {child} is shared again on {day} at {time}. Is that wrong? Tell whoever runs this bot: {number}.",
        child=about.child,
        number=about.number,
        **clocks.dated(reader, about.at),
    )
    return Message(headed(emoji.FREEZE, about.child, text))


def only_if_tapped(reader: Reader, circle: Circle, to: list[str]) -> str:
    """Below the danger card while nothing is shared: who is beside the child decides."""
    child = circle.child.name
    if not to:
        # L10N: below the danger card, while nothing about {child} is shared and no other adult can be told.
        return reader.say("❄️ Nothing about {child} is shared now, and nobody is told.", child=child)
    # L10N: the same; buttons with what the illness is follow, or “please call home”. {names} is one name or several.
    return reader.say(
        "❄️ Nothing about {child} is shared now. Only if you tap below I tell: {names}.",
        child=child,
        names=reader.enumerated(to),
    )


def sharing_rows(reader: Reader, circle: Circle, *, named: bool = False) -> tuple[tuple[Button, ...], ...]:
    """❄️, or the way back for who has the right to it; with the child's name where there are several."""
    child_id, name = circle.child.id, f" · {circle.child.name}" if named else ""
    if about_.may_resume(circle, reader.person.id):
        # L10N: a button: news about the child is passed on again.
        return ((button("▶️ " + reader.label("Share again") + name, "thaw", child_id),),)
    if _may_ask(reader, circle):
        # L10N: a button: news about the child is passed on again.
        return ((button("▶️ " + reader.label("Share again") + name, "thaw_ask", child_id),),)
    if circle.child.sharing_stopped or not reader.may(child_id, Action.STOP_SHARING):
        return ()
    # L10N: a button: nothing new about the child is passed on any more.
    return ((button(f"{emoji.FREEZE} " + reader.label("Stop sharing") + name, "freeze", child_id),),)


def _may_ask(reader: Reader, circle: Circle) -> bool:
    me = circle.member(reader.person.id)
    if me is None or not about_.may_ask_to_resume(circle, me) or sharing.author_can_resume(reader.tx, circle):
        return False
    return not approvals.waits(reader.tx, circle.child.id, Wish.THAW)


def sharing_line(reader: Reader, circle: Circle) -> list[str]:
    """Above a menu, as long as nothing is shared; the number is what the operator asks for."""
    if not circle.child.sharing_stopped:
        return []
    # L10N: above a menu; {number} names the circle for the person who runs this bot.
    return [
        reader.say(
            "❄️ Nothing new about {child} is shared for now. (Circle {number})",
            child=circle.child.name,
            number=circle.child.id,
        )
    ]
