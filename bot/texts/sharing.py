"""❄️ Nothing new about a child is shared."""

from bot.domain import sharing as about_
from bot.domain.circle import Circle
from bot.domain.roles import Action
from bot.texts import emoji
from bot.texts.buttons import no, yes
from bot.texts.danger_card import danger_card, number_again
from bot.texts.message import Button, Message, button, headed
from bot.texts.reader import Reader


def stop_asked(reader: Reader, about: about_.StopAskedOfSharing) -> Message:
    """What it means."""
    child = reader.circle(about.child_id).child
    # L10N: before all sharing about {child} stops, for instance while parents are in dispute.
    text = reader.say(
        "Stop sharing about {child}? Nothing new is passed on, not even an illness. Everybody keeps what they have. "
        "Only you can start it again.",
        child=child.name,
    )
    return Message(text, ((yes(reader, "freeze_yes", child.id), no(reader, "circle", child.id)),))


def sharing_stopped(reader: Reader, about: about_.SharingStopped) -> Message:
    """Without who or why."""
    circle = reader.circle(about.child_id)
    # L10N: to everybody in the circle; not who wanted it, and no reason.
    text = reader.say(
        "❄️ Nothing new about {child} is shared for now, not even an illness. If {child} needs somebody, call them.",
        child=circle.child.name,
    )
    if about.ill:
        text += f"\n{_how_it_goes_on(reader, circle)}"
    return Message(headed(emoji.FREEZE, circle.child.name, text), sharing_rows(reader, circle))


def sharing_resumed(reader: Reader, about: about_.SharingResumed) -> Message:
    """As before."""
    child = reader.circle(about.child_id).child.name
    # L10N: to everybody in the circle, after nothing was shared for some time.
    return Message(reader.say("News about {child} is shared again.", child=child))


def ill_while_stopped(reader: Reader, about: about_.IllWhileStopped) -> Message:
    """The card as it always is; below it what does not happen."""
    circle = reader.circle(about.child_id)
    at_home = [circle.child.country]
    card = f"{danger_card(reader, at_home)}\n\n{number_again(reader, at_home)}\n{_whom_to_call(reader, circle)}"
    return Message(card, sharing_rows(reader, circle))


def _how_it_goes_on(reader: Reader, circle: Circle) -> str:
    others = _others(reader, circle)
    if not others:
        # L10N: below “Nothing new is shared”, while {child} is ill and the reader knows of it.
        return reader.say("How it goes on with {child} is not told here.", child=circle.child.name)
    # L10N: the same, with everybody else in the circle: the reader chooses. {names} is one name or several.
    return reader.say(
        "How it goes on with {child} is not told here. Please call: {names}.",
        child=circle.child.name,
        names=reader.listed(others),
    )


def _others(reader: Reader, circle: Circle) -> list[str]:
    return list(dict.fromkeys(reader.named(circle, each.person_id) for each in circle.others(reader.person.id)))


def _whom_to_call(reader: Reader, circle: Circle) -> str:
    others = _others(reader, circle)
    if not others:
        # L10N: below the danger card, while nothing is shared in this circle: the others are not told.
        return reader.say(
            "❄️ I tell nobody: nothing about {child} is shared for now. Please call.", child=circle.child.name
        )
    # L10N: the same, with everybody else in the circle: the reader chooses. {names} is one name or several.
    return reader.say(
        "❄️ I tell nobody: nothing about {child} is shared for now. Please call yourself: {names}.",
        child=circle.child.name,
        names=reader.listed(others),
    )


def sharing_rows(reader: Reader, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    """❄️, or the way back for who has the right to it."""
    child_id = circle.child.id
    if about_.may_resume(circle, reader.person.id):
        # L10N: a button: news about the child is passed on again.
        return ((button("▶️ " + reader.label("Share again"), "thaw", child_id),),)
    if circle.child.is_frozen or not reader.may(child_id, Action.FREEZE):
        return ()
    # L10N: a button: nothing new about the child is passed on any more.
    return ((button(f"{emoji.FREEZE} " + reader.label("Stop sharing"), "freeze", child_id),),)


def sharing_line(reader: Reader, circle: Circle) -> list[str]:
    """Above a menu, as long as nothing is shared; the number is what the operator asks for."""
    if not circle.child.is_frozen:
        return []
    # L10N: above a menu; {number} names the circle for the person who runs this bot.
    return [
        reader.say(
            "❄️ Nothing new about {child} is shared for now. (Circle {number})",
            child=circle.child.name,
            number=circle.child.id,
        )
    ]
