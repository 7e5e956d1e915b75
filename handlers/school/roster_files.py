"""🗒 The list of a class as a file: CSV, TSV or a workbook; what is unsure is asked with buttons."""

from typing import Any

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school import roster_files as about_
from bot.domain.school.roster_files import MOST, Unread
from bot.domain.school.rosters import LISTING
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import people
from bot.queries.school import schools
from bot.routes import NUMBER, Route, message, press
from bot.services.notifications import reply
from bot.services.school import roster_files
from bot.updates import ButtonPress, IncomingMessage

_PLACE = "[0-9]{1,2}"


def take_file(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """It is fetched when this is committed; until then a line says so."""
    data = roster_files.listing(tx, me.id)
    if data is None or schools.my_class(tx, data["class"], me.id) is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
        return
    if said.size > MOST:
        reply(tx, me, about_.RosterFileUnread(data["class"], Unread.TOO_LARGE))
        return
    roster_files.want(tx, me, data, said.file_id, {})
    reply(tx, me, about_.RosterFileWaits(data["class"]), card=about_.card_of(data["class"]))


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """In these letters, or in this column, are the names."""
    file = _file(tx, me, pressed.number())
    options = file.get("options", [])
    if file.get("asked") != pressed.args[1] or pressed.number(2) >= len(options):
        return ButtonOutdated()
    how = {each: file["how"][each] for each in ("charset", "column") if each in file["how"]}
    return _again(tx, me, pressed, {**how, pressed.args[1]: options[pressed.number(2)][0]})


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 other letters, or another column."""
    file = _file(tx, me, pressed.number())
    if not file.get("charset") and not file.get("several"):
        return ButtonOutdated()
    return _again(tx, me, pressed, {**file["how"], "ask": pressed.args[1]})


def _again(tx: Tx, me: Person, pressed: ButtonPress, how: roster_files.How) -> Event | None:
    data = roster_files.resume(tx, me, pressed.number())
    assert data is not None
    roster_files.want(tx, me, data, data["file"]["id"], how)
    reply(tx, me, about_.RosterFileWaits(data["class"]), edit=pressed.message_id, card=about_.card_of(data["class"]))
    return None


def _file(tx: Tx, me: Person, class_id: int) -> dict[str, Any]:
    """The file whose reading waits for a class's list; nothing of it where there is none, or it is over."""
    data = roster_files.resume(tx, me, class_id) if schools.my_class(tx, class_id, me.id) else None
    if data is None:
        return {}
    file: dict[str, Any] = data.get("file") or {}
    return file


routes: list[Route] = [
    message(filters.Document.ALL, take_file, state=LISTING),
    press("roster_as", choose, NUMBER, "charset|column", _PLACE),
    press("roster_else", ask, NUMBER, "charset|column"),
]
