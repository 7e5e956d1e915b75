"""Lines of a school's calendar that were typed: those that could be meant twice wait for their writer's word."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.domain.school.calendar_lines import Order, read
from bot.domain.school.calendars import Problem, Wrong, shortened
from bot.services.school import calendars


def gather(tx: Tx, me: Person, data: dict[str, Any], text: str, order: Order | None = None) -> None:
    """Add some lines; by the order that is known now, those that waited are read, too."""
    waiting = [line for line, _day, _month in data.get("unclear", [])]
    known = order or (Order(data["order"]) if data.get("order") else None)
    found = read("\n".join([*waiting, text]), calendars.today_at(tx, data["school"], me), known)
    data["unclear"] = [[each.line, *(each.first[order].isoformat() for order in Order)] for each in found.unclear]
    data["order"] = found.order
    calendars.gather(tx, me, data, found.days, found.wrong)


def leave_out(tx: Tx, me: Person, data: dict[str, Any]) -> None:
    """Those that could be meant twice are meant in a third way."""
    wrong = [Problem(0, Wrong.UNCLEAR, shortened(line)) for line, _day, _month in data.get("unclear", [])]
    data["unclear"] = []
    calendars.gather(tx, me, data, [], wrong)
