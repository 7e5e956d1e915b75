"""🚩 what somebody wrote goes to whoever answers for the safety of children; 🔕 nothing more from them (SG-18)."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.privacy.reports import (
    KINDS,
    ItemReported,
    ItemsShown,
    ReportTakenBack,
    WriterMuted,
    WriterUnmuted,
)
from bot.domain.screens import ButtonOutdated
from bot.queries.privacy import reportable
from bot.queries.privacy import reports as report_rows
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.privacy import reports
from bot.updates import ButtonPress


def show_items(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """🚩 under ☂️: the last things that people wrote."""
    reply(tx, me, ItemsShown(), edit=pressed.message_id)


def report(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚩 this one; the way back stays open for ten minutes."""
    found = _item(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, ItemReported(reports.add(tx, me.id, found)), edit=pressed.message_id)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ it was not meant so."""
    if not reports.take_back(tx, me.id, pressed.number()):
        return ButtonOutdated()
    reply(tx, me, ReportTakenBack(), edit=pressed.message_id)
    return None


def mute(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔕 nothing more from who wrote this."""
    found = _item(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    report_rows.mute(tx, me.id, found)
    reply(tx, me, WriterMuted(found.what, found.id), edit=pressed.message_id)
    return None


def unmute(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ they are heard again."""
    if not report_rows.unmute(tx, me.id, pressed.number()):
        return ButtonOutdated()
    reply(tx, me, WriterUnmuted(), edit=pressed.message_id)
    return None


def _item(tx: Tx, me: Person, pressed: ButtonPress) -> reportable.Written | None:
    return reportable.item(tx, me.id, pressed.args[0], pressed.number(1))


routes: list[Route] = [
    press("report", show_items),
    press("report_item", report, "|".join(KINDS), NUMBER),
    press("report_undo", take_back, NUMBER),
    press("silence", mute, "|".join(KINDS), NUMBER),
    press("hear_again", unmute, NUMBER),
]
