"""How the installation is: what is amiss now, and how much waits; nothing about anybody."""

from datetime import datetime

from bot.db import installation
from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.notifications import Lane
from bot.domain.operators import operators as about_
from bot.queries import figures
from bot.queries.figures import Figures
from bot.queries.operators import pages
from bot.texts import clocks
from bot.texts.message import Message, button, column
from bot.texts.operators.operators import may, operator_button
from bot.texts.operators.pages import what
from bot.texts.reader import Reader


def status_shown(reader: Reader, about: about_.StatusShown) -> Message | None:
    """What the doctor has found lately, then the queues."""
    if not may(reader, Action.SEE_INSTALLATION):
        return None
    lasting = pages.lasting(reader.tx)
    lines = [f"{emoji.PAGE} {what(reader, each)}" for each in lasting]
    # L10N: on an operator's card of the server: nothing is amiss.
    lines = lines or [f"{emoji.YES} " + reader.say("Nothing needs you now.")]
    lines += ["", *_numbers(reader, figures.gather(reader.tx))]
    lines += _times(reader)
    # L10N: a button of an operator, below how the program is: look once more.
    again = button(f"{emoji.ANOTHER} " + reader.label("Look again"), "op_status")
    return Message(f"{emoji.STATUS} Homeline\n" + "\n".join(lines), column(again, operator_button(reader)))


def _numbers(reader: Reader, now: Figures) -> list[str]:
    urgent = next(each for each in now.queues if each.lane is Lane.URGENT)
    return [
        # L10N: a number for an operator: alerts that should have left already.
        reader.say("Alerts that wait: {count}", count=urgent.due),
        # L10N: a number for an operator: messages that should have left already.
        reader.say("Messages that wait: {count}", count=sum(each.due for each in now.queues)),
        # L10N: a number for an operator: messages for later, when their readers are awake.
        reader.say("For later: {count}", count=sum(each.later for each in now.queues)),
        # L10N: a number for an operator: phones to which nothing can be sent now.
        reader.say("Phones out of reach: {count}", count=now.unreachable),
        # L10N: a number for an operator: what people have sent and nobody has handled yet.
        reader.say("Sent to us, not handled yet: {count}", count=now.updates_new),
        # L10N: a number for an operator: what people have sent and the program failed at.
        reader.say("Put aside: {count}", count=now.updates_parked),
        # L10N: a number for an operator: messages that were given up within a day.
        reader.say("Given up since yesterday: {count}", count=len(now.given_up)),
    ]


def _times(reader: Reader) -> list[str]:
    lines: list[str] = []
    backup = _learned(reader, installation.BACKUP_AT)
    looked = _learned(reader, installation.LOOKED_AT)
    if backup:
        # L10N: for an operator: when the last backup was made; {day} such as “Tue, May 3”, {time} such as 14:05.
        lines.append(reader.say("Last backup: {day}, {time}", **clocks.dated(reader, backup)))
    if looked:
        # L10N: for an operator: when the program last looked at itself; {day} “Tue, May 3”, {time} 14:05.
        lines.append(reader.say("Looked at: {day}, {time}", **clocks.dated(reader, looked)))
    return lines


def _learned(reader: Reader, name: str) -> datetime | None:
    text = installation.get(reader.tx, name)
    return datetime.fromisoformat(text) if text else None
