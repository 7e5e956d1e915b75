"""Speaking to who looks after the child: the button, and what to do next."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.talks import HomeSpokenTo
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader


def at_home(reader: Reader, circle: Circle) -> str:
    """Who gets what is said to home now; nothing where nobody can be asked."""
    known = (reader.named(circle, each.person_id) for each in circle.askable(reader.tx.now))
    return reader.listed(dict.fromkeys(known))


def to_home(reader: Reader, circle: Circle) -> tuple[Button, ...]:
    """🏡 for a parent, where somebody is there."""
    who = at_home(reader, circle)
    if not who or not reader.may(circle.child.id, Action.WRITE_TO_CHILD):
        return ()
    # L10N: a button of a parent: what comes next is for {guardian}, who looks after the child, and not for the child.
    label = reader.label("To {guardian}", guardian=who)
    return (button(f"{emoji.GUARDIAN} {label}", "speak_home", circle.child.id),)


def home_spoken_to(reader: Reader, about: HomeSpokenTo) -> Message:
    """The microphone or words, and who does not hear it."""
    circle = reader.circle(about.child_id)
    names = {"guardian": at_home(reader, circle), "child": circle.child.name}
    # L10N: to a parent who speaks to {guardian} at home. The microphone is Telegram's own; {child} does not hear it.
    text = reader.say("Hold the microphone and speak, or write. {guardian} gets it, not {child}.", **names)
    return Message(f"{emoji.GUARDIAN} {text}")
