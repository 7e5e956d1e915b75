"""What is gathered of a school's calendar, pasted or as files, before it is kept with one tap."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from bot.db.transaction import Tx
from bot.domain.local_time import local
from bot.domain.people import Person
from bot.domain.school.calendars import PASTING, Day, Problem, beside, days_in
from bot.queries.circle import people, unfinished
from bot.queries.school import calendars


def gathered(tx: Tx, person_id: int) -> dict[str, Any]:
    """What somebody has given so far; nothing while nobody is asked for a calendar."""
    dialogue = people.dialogue_of(tx, person_id)
    return dialogue[1] if dialogue and dialogue[0] == PASTING else {}


def keep(tx: Tx, me: Person, data: dict[str, Any]) -> None:
    """So far; days that stand in no calendar yet wait for who gave them, whatever they do first."""
    people.set_dialogue(tx, me.id, PASTING, data)
    if data["days"] or data.get("unclear"):
        unfinished.keep(tx, me.id, PASTING, data["school"], data)
    else:
        unfinished.forget(tx, me.id, PASTING, data["school"])


def resume(tx: Tx, me: Person, school_id: int) -> dict[str, Any]:
    """What was gathered for this school, also where something else was done since: it goes on now."""
    asked = gathered(tx, me.id)
    if asked.get("school") == school_id:
        return asked
    waiting = unfinished.get(tx, me.id, PASTING, school_id)
    if waiting is not None:
        people.set_dialogue(tx, me.id, PASTING, waiting)
    return waiting or {}


def end(tx: Tx, me: Person, school_id: int) -> None:
    """They stand in the calendar, or shall not."""
    unfinished.forget(tx, me.id, PASTING, school_id)
    people.end_dialogue(tx, me.id)


def today_at(tx: Tx, school_id: int, me: Person) -> date:
    """Today on the school's clock."""
    return local(tx.now, calendars.zone_of(tx, school_id, me)).date()


def gather(tx: Tx, me: Person, data: dict[str, Any], days: Iterable[Day], wrong: Iterable[Problem]) -> None:
    """Add what was read; what stands in the calendar already is left out."""
    there = calendars.coming(tx, data["school"], today_at(tx, data["school"], me))
    new, left = beside(days, [*(each.day for each in there), *days_in(data["days"])])
    data["days"] += [[each.first.isoformat(), each.until.isoformat(), each.kind, each.name] for each in new]
    said = [(each.line, each.wrong.value, each.words) for each in (*wrong, *left)]
    data["wrong"] = [list(each) for each in dict.fromkeys([*map(tuple, data["wrong"]), *said])]
    keep(tx, me, data)
