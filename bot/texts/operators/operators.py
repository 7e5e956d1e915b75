"""An operator's own card, and what ends it."""

from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.operators import operators as about_
from bot.domain.operators.operators import OperatorRole, allowed
from bot.queries.operators import operators
from bot.texts.message import Button, Message, button, headed
from bot.texts.reader import Reader


def operator_ended(reader: Reader, about: about_.OperatorEnded) -> Message:
    """No reason."""
    # L10N: to an operator who no longer is one; {what} such as “schools”.
    text = reader.say("You do not look after {what} here now.", what=role_words(reader, OperatorRole(about.role)))
    return Message(headed(emoji.OPERATOR, "Homeline", text))


def may(reader: Reader, action: Action) -> bool:
    """Whether this reader is, at this moment, an operator who may do this."""
    return reader.person.operates and allowed(operators.roles_of(reader.tx, reader.person.id), action)


def operator_button(reader: Reader) -> Button:
    """🛠"""
    # L10N: a button of an operator: their own card.
    return button(f"{emoji.OPERATOR} " + reader.label("Operator"), "operator")


def role_words(reader: Reader, role: OperatorRole) -> str:
    """What somebody of this role looks after."""
    return {
        # L10N: what an operator looks after: stands for {what} in “You look after schools here.”
        OperatorRole.COORDINATOR: reader.label("schools"),
        # L10N: what an operator looks after: stands for {what}: what families report.
        OperatorRole.SAFEGUARDING: reader.label("reports of families"),
        # L10N: what an operator looks after: stands for {what}: the server and the program.
        OperatorRole.TECHNICAL: reader.label("the machine"),
    }[role]
