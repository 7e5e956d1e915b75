"""An operator's own card: what they look after, and a button for each thing that can be done."""

from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.operators import operators as about_
from bot.domain.operators.operators import OperatorRole, allowed
from bot.queries.operators import operators
from bot.queries.school import schools
from bot.texts.buttons import language_button
from bot.texts.message import Button, Message, button, column
from bot.texts.operators.answering import duty_button, reports_button
from bot.texts.operators.operators import operator_button, role_words
from bot.texts.operators.safekeeping import open_button
from bot.texts.operators.school_keeping import school_button, school_buttons
from bot.texts.reader import Reader

_FEW = 4  # schools that find room there


def on_home(reader: Reader) -> list[tuple[Button, ...]]:
    """🛠 with the ways that have the most taps behind them, where no family's menu stands there."""
    return [] if reader.circles() else _ways(reader)


def among_settings(reader: Reader) -> list[tuple[Button, ...]]:
    """The same for who has a family here, whose 🏠 is for the family."""
    return _ways(reader) if reader.circles() else []


def _ways(reader: Reader) -> list[tuple[Button, ...]]:
    if not reader.person.operates:
        return []
    roles = operators.roles_of(reader.tx, reader.person.id)
    kept = schools.all_of_them(reader.tx) if allowed(roles, Action.KEEP_SCHOOLS) else []
    rows = [(school_button(reader, each),) for each in kept] if len(kept) <= _FEW else []
    answers = (reports_button(reader),) if allowed(roles, Action.ANSWER_REPORTS) else ()
    return [*rows, (operator_button(reader), *answers)]


def operator_shown(reader: Reader, about: about_.OperatorShown) -> Message:
    """What they look after, with a button for each thing that can be done."""
    roles = operators.roles_of(reader.tx, reader.person.id)
    # L10N: above an operator's card; {what} is a list such as “schools and reports”.
    text = reader.say(
        "You look after {what} here.",
        what=reader.listed(role_words(reader, each) for each in OperatorRole if each in roles),
    )
    if about.joined:
        # L10N: to somebody who has just become an operator by a link: their chats as a family stay as they are.
        text += "\n" + reader.say("What is your own family's stays apart from this.")
    rows: list[Button] = school_buttons(reader) if allowed(roles, Action.KEEP_SCHOOLS) else []
    if allowed(roles, Action.ANSWER_REPORTS):
        rows += [reports_button(reader), open_button(reader), duty_button(reader)]
    if allowed(roles, Action.SEE_INSTALLATION):
        # L10N: a button of an operator: how the program is, in numbers.
        rows.append(button(f"{emoji.STATUS} " + reader.label("Status"), "op_status"))
    if not reader.person.consented:
        # L10N: a button of an operator who has no family here yet: join as a parent, a guardian or a teacher, too.
        rows.append(button(f"{emoji.PARENT} " + reader.label("My own family"), "restart"))
    return Message(f"{emoji.OPERATOR} {text}", column(*rows, language_button(reader)))
