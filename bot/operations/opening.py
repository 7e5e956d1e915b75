"""`homeline circle open`: a place that another phone has closed is opened again; a check by telephone comes first."""

import re

from bot.clock import Clock
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, Member, MemberState
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.queries.circle import circles
from bot.queries.circle.membership import closers
from bot.services.circle import membership
from bot.settings import Settings

COMMAND = "circle open"
_NUMBER = re.compile(r"([0-9]{1,18})-([0-9]{1,18})")
_NOT_CLOSED = "No place of this number is closed. It stands on the phone that was closed, such as 12-3."


async def open_place(settings: Settings, clock: Clock, number: str, *, hold: bool) -> str:
    """Open one place; with `hold` the phone that had closed it is held instead. Raises ValueError."""
    runner = CommandRunner(settings, clock, ANSWERS)
    try:
        return await runner.do({"command": COMMAND, "number": number, "hold": "yes" if hold else "no"})
    finally:
        await runner.close()


async def _open(store: Store, command: Command) -> str:
    match = _NUMBER.fullmatch(command.get("number", ""))
    if match is None:
        raise ValueError(_NOT_CLOSED)
    child_id, member_id = int(match[1]), int(match[2])

    def unit(tx: Tx) -> str:
        circles.lock(tx, child_id)
        circle = circles.get(tx, child_id)
        found = next((each for each in circle.members if each.id == member_id), None) if circle else None
        if circle is None or found is None or found.state != MemberState.ACTIVE or not _is_closed(found):
            raise ValueError(_NOT_CLOSED)
        closers = _closers(tx, circle, found) if command.get("hold") == "yes" else []
        _open_place(tx, found)
        for each in closers:  # after that, so that who is back reads it, and the held phone reads of nobody
            membership.suspend(tx, each, None)
        also = " The phone that had closed it is held now." if closers else ""
        return f"Place {member_id} of circle {child_id} is open again, and the circle was told.{also}"

    return await store.run(unit)


def _is_closed(found: Member) -> bool:
    return found.is_removed or found.is_suspended or found.is_closed


def _open_place(tx: Tx, found: Member) -> None:
    """Held, put out, waiting for somebody who knows them, or several of these."""
    if found.is_removed:
        membership.open_again(tx, found, None, AuditEvent.REMOVAL_STOPPED, membership.LET_STAY)
    if found.is_suspended:
        membership.open_again(tx, found, None, AuditEvent.RESTORED, membership.OPENED)
    if found.is_closed:
        membership.open_again(tx, found, None, AuditEvent.RESTORED, membership.KNOWN)


def _closers(tx: Tx, circle: Circle, found: Member) -> list[Member]:
    there = [member for each in closers(tx, found) if (member := circle.member(each))]
    if not there:
        raise ValueError("Nobody who closed this place takes part now; leave out --hold.")
    return there


ANSWERS: dict[str, Answer] = {COMMAND: _open}
