"""A child that is being added, after something else was done in between."""

from bot.domain import emoji
from bot.domain.circle import adding_child as about_
from bot.texts.buttons import do
from bot.texts.message import Message, button, column
from bot.texts.reader import Reader


def child_goes_on(reader: Reader, about: about_.ChildGoesOn) -> Message:
    """Where it stood, or from the beginning."""
    # L10N: to somebody who was adding a child to Homeline and did something else in between; {child} is its call name.
    text = reader.say("You were adding {child}. Go on?", child=about.child)
    # L10N: a button: a child that is not the one whose name was given before is to be added.
    other = button(f"{emoji.ADD} " + reader.label("Another child"), "child_other")
    return Message(text, column(do(reader, "child_go_on"), other))
