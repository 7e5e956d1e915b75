"""🚩 An operator reads what families have reported, one at a time, and ends each with what became of it."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.audit import AuditEvent
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.operators.answering import DutyShown, ReportRead, ReportsShown, card_of
from bot.domain.operators.pages import Page, PageMoved
from bot.domain.people import Person
from bot.domain.privacy.reports import ReportOutcome
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.privacy import reports as report_rows
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.operators import operators
from bot.services.privacy import reports
from bot.updates import ButtonPress


def show_all(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚩 what waits."""
    if not operators.may(tx, me, Action.ANSWER_REPORTS):
        return ButtonOutdated()
    reply(tx, me, ReportsShown(), edit=pressed.message_id)
    return None


def read(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One of them: a message of its own, whose words go when it is closed. That it was read is written down."""
    found = _open(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reports.read_by_operator(tx, found.id)
    audit.note(tx, AuditEvent.OPERATED, me.id, entity=audit.REPORT, entity_id=found.id)
    above = cards.message_of(tx, me.id, card_of(found.id))
    if above is not None:
        reply(tx, me, PageMoved(Page.REPORT), edit=above)  # its words stand in one message, which closing empties
    reply(tx, me, ReportRead(found.id), card=card_of(found.id))
    return None


def close(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """What became of it, which its reporter is told."""
    found = _open(tx, me, pressed)
    if found is None or not reports.close(tx, found.id, ReportOutcome(pressed.args[1])):
        return ButtonOutdated()
    audit.note(tx, AuditEvent.OPERATED, me.id, entity=audit.REPORT, entity_id=found.id)
    return None


def show_duty(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📖 the dates of the safeguarding file."""
    if not operators.may(tx, me, Action.ANSWER_REPORTS):
        return ButtonOutdated()
    reply(tx, me, DutyShown(), edit=pressed.message_id)
    return None


def _open(tx: Tx, me: Person, pressed: ButtonPress) -> report_rows.Report | None:
    found = report_rows.get(tx, pressed.number()) if operators.may(tx, me, Action.ANSWER_REPORTS) else None
    return found if found and not found.closed_at and report_rows.may_answer(tx, found, me.id) else None


routes: list[Route] = [
    press("op_reports", show_all, newcomers=True),
    press("op_report", read, NUMBER, newcomers=True),
    press("op_outcome", close, NUMBER, "|".join(ReportOutcome), newcomers=True),
    press("op_duty", show_duty, newcomers=True),
]
