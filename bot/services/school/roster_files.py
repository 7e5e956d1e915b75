"""A list that comes as a file: it is fetched and read beside all units, and what was read becomes a preview."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import fetches
from bot.delivery.fetches import Wanted
from bot.domain.local_time import local
from bot.domain.people import Person
from bot.domain.school import roster_columns as columns
from bot.domain.school import roster_files as about_
from bot.domain.school.roster_files import Content, Readings, Row, Sheet, Unread
from bot.domain.school.rosters import LISTING, Line, Problem, RosterRead, beside
from bot.queries.circle import people, unfinished
from bot.queries.school import rosters, schools
from bot.services.notifications import reply

# How a file is read, as its teacher has said: in which charset, in which column; `ask` is what they want to be asked.
How = dict[str, Any]


def listing(tx: Tx, person_id: int) -> dict[str, Any] | None:
    """What was gathered so far of a list; none while nobody is asked for one."""
    dialogue = people.dialogue_of(tx, person_id)
    return dialogue[1] if dialogue and dialogue[0] == LISTING else None


def keep(tx: Tx, me: Person, data: dict[str, Any]) -> None:
    """So far; names that stand on no list yet wait for their teacher, whatever they do first."""
    people.set_dialogue(tx, me.id, LISTING, data)
    if data["lines"]:
        unfinished.keep(tx, me.id, LISTING, data["class"], data)


def resume(tx: Tx, me: Person, class_id: int) -> dict[str, Any] | None:
    """What was gathered for this class, also where something else was done since: it goes on now."""
    asked = listing(tx, me.id)
    if asked is not None and asked["class"] == class_id:
        return asked
    waiting = unfinished.get(tx, me.id, LISTING, class_id)
    if waiting is not None:
        people.set_dialogue(tx, me.id, LISTING, waiting)
    return waiting


def end(tx: Tx, me: Person, class_id: int) -> None:
    """They stand on the list, or shall not."""
    unfinished.forget(tx, me.id, LISTING, class_id)
    people.end_dialogue(tx, me.id)


def want(tx: Tx, me: Person, data: dict[str, Any], file_id: str, how: How) -> None:
    """Fetch and read it; what an earlier reading of the same file has found goes."""
    before = data.get("file") or {}
    if before.get("id") == file_id:
        data["lines"], data["wrong"] = (
            _without(data["lines"], before["lines"]),
            _without(data["wrong"], before["wrong"]),
        )
    data["file"] = {"id": file_id, "how": how, "lines": [0, 0], "wrong": [0, 0]}
    keep(tx, me, data)
    fetches.want(tx, me.id, about_.PURPOSE, file_id, {"class": data["class"], **how})


def arrived(tx: Tx, wanted: Wanted, found: Content) -> None:
    """It is read: the teacher sees what was understood, is asked what is unsure, or reads why nothing came of it."""
    me, class_id = people.get(tx, wanted.person_id), wanted.details["class"]
    data = listing(tx, me.id)
    if schools.my_class(tx, class_id, me.id) is None:
        return
    if data is None or data["class"] != class_id or data.get("file", {}).get("id") != wanted.file_id:
        _unread(tx, me, class_id, Unread.LEFT)
    elif isinstance(found, Unread):
        _unread(tx, me, class_id, found)
    elif isinstance(found, Readings):
        _ask(tx, me, data, "charset", [[charset, list(words)] for charset, words in found.found])
    else:
        _understood(tx, me, data, found)


def missed(tx: Tx, wanted: Wanted, too_large: bool) -> None:  # noqa: FBT001 - the engine's hook
    """It could not be fetched."""
    if schools.my_class(tx, wanted.details["class"], wanted.person_id) is not None:
        why = Unread.TOO_LARGE if too_large else Unread.LOST
        _unread(tx, people.get(tx, wanted.person_id), wanted.details["class"], why)


def read(tx: Tx, me: Person, class_id: int, lines: list[tuple[int, str, Line | Any]], data: dict[str, Any]) -> None:
    """Add what was read to what was gathered before; nothing is kept of it yet."""
    there = [each.line for each in rosters.of_class(tx, class_id)]
    taken, wrong = beside(lines, [*there, *(Line(*each) for each in data["lines"])])
    data["lines"] += [list(astuple(each)) for each in taken]
    data["wrong"] += [_problem(each) for each in wrong]
    keep(tx, me, data)


def _problem(problem: Problem) -> list[Any]:
    return [problem.line, problem.wrong.value, problem.words]


def _understood(tx: Tx, me: Person, data: dict[str, Any], sheet: Sheet) -> None:
    year = local(tx.now, schools.clock(tx, data["class"], me)).year
    how = data["file"]["how"]
    if columns.is_plain(sheet.rows):
        lines = columns.plain_lines(sheet.rows, year)
    else:
        found = columns.columns_of(sheet.rows, year, how.get("column"))
        if isinstance(found, columns.Unsure) or how.get("ask") == "column":
            _ask_column(tx, me, data, sheet.rows, found)
            return
        lines = columns.lines_of(sheet.rows, found, year)
    kept = len(data["lines"]), len(data["wrong"])
    read(tx, me, data["class"], lines, data)
    data["file"] |= {"lines": [kept[0], len(data["lines"])], "wrong": [kept[1], len(data["wrong"])]}
    data["file"] |= {"charset": sheet.charset, "several": not columns.is_plain(sheet.rows)}
    keep(tx, me, data)
    reply(tx, me, RosterRead(data["class"]), card=about_.card_of(data["class"]), in_card=True)


def _ask_column(
    tx: Tx, me: Person, data: dict[str, Any], rows: Sequence[Row], found: columns.Columns | columns.Unsure
) -> None:
    among = found.among if isinstance(found, columns.Unsure) else range(about_.COLUMNS)
    options = [[each, words] for each in among if (words := columns.samples(rows, each, about_.SHOWN))]
    if options:
        _ask(tx, me, data, "column", options)
    else:
        _unread(tx, me, data["class"], Unread.NO_LIST)


def _ask(tx: Tx, me: Person, data: dict[str, Any], what: str, options: list[Any]) -> None:
    if not options:
        _unread(tx, me, data["class"], Unread.NO_LIST)
        return
    data["file"] |= {"asked": what, "options": options}
    keep(tx, me, data)
    reply(tx, me, about_.RosterFileAsked(data["class"]), card=about_.card_of(data["class"]), in_card=True)


def _unread(tx: Tx, me: Person, class_id: int, why: Unread) -> None:
    reply(tx, me, about_.RosterFileUnread(class_id, why), card=about_.card_of(class_id), in_card=True)


def _without(items: list[Any], between: list[int]) -> list[Any]:
    return items[: between[0]] + items[between[1] :]
