"""Asks at home how the child is, at the child's own minute of its slot."""

from datetime import date, datetime
from functools import partial

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.asking import LOOKED_BACK, is_asked, is_reminded
from bot.domain.daily.check_ins import CheckInState, grace_from, remind_at, tell_asked
from bot.domain.daily.rhythm import SCHOOL, is_due
from bot.domain.illness.illness_endings import rests_on
from bot.domain.illness.illnesses import ALERT_AFTER, IllnessState
from bot.domain.local_time import local, slot_is_over
from bot.queries.circle import circles
from bot.queries.daily import check_ins, heard
from bot.queries.illness import illness_endings
from bot.queries.school import calendars
from bot.services.daily.heard import heard_today
from bot.services.notifications import notify

BATCH = 10


def run_once(tx: Tx) -> int:
    """Ask about every child whose check-in is due; how many were due."""
    due = check_ins.due_children(tx, BATCH)
    return tx.each(due, partial(_ask, tx))


def _ask(tx: Tx, child_id: int) -> None:
    circle = circles.get(tx, child_id)
    assert circle is not None
    # After an outage the question is still about the evening it was due, though a new day may have begun.
    slot, due_at = circle.child.slot_at(tx.now)
    _expect(tx, circle, slot, due_at)
    for sibling, soon in _due_soon(tx, circle, slot_is_over(slot, due_at, circle.child.zone)):
        _expect(tx, sibling, *sibling.child.slot_at(soon))


def _due_soon(tx: Tx, circle: Circle, until: datetime) -> list[tuple[Circle, datetime]]:
    """Other children of those at home, whose minute comes within this slot: one card asks about all of them."""
    others = {
        other.child.id: other
        for each in circle.askable(tx.now)
        for other, me in circles.of_person(tx, each.person_id, Action.ANSWER_CHECK_IN)
        if other.child.id != circle.child.id and me in other.askable(tx.now)
    }
    found = check_ins.due_soon(tx, list(others), until) if others else {}
    return [(others[child_id], due_at) for child_id, due_at in found.items()]


def _expect(tx: Tx, circle: Circle, slot: str, due_at: datetime) -> None:
    child = circle.child
    newest = illness_endings.newest(tx, child.id)
    ill = newest if newest and newest.is_running else None
    if ill is not None and ill.state == IllnessState.DRAFT:  # whether the child is ill is just being said
        check_ins.schedule(tx, child.id, max(due_at, tx.now + ALERT_AFTER))
        return
    check_ins.schedule(tx, child.id, child.next_slot(max(tx.now, due_at)))
    day = local(due_at, child.zone).date()
    if not is_due(child.rhythm, day) or rests_on(newest, day, child.zone) or _no_school(tx, circle, day):
        return
    values = _followed(tx, circle, due_at) if ill else _expected(tx, circle, due_at, day)
    check_ins.let_go(tx, child.id, day.isoformat())
    expected = check_ins.expect(tx, child.id, day.isoformat(), slot, **values)
    if not expected:
        expected = check_ins.adopt(tx, child.id, day.isoformat(), slot, **values)
    if expected and values.get("asked_at"):
        notify(tx, tell_asked(circle, tx.now))


def _no_school(tx: Tx, circle: Circle, day: date) -> bool:
    """On school days home is asked; on a holiday of the child's school it is not one."""
    return circle.child.rhythm == SCHOOL and day in calendars.free_days(tx, circle.child.id, day, day)


def _followed(tx: Tx, circle: Circle, due_at: datetime) -> check_ins.Expected:
    """While the child is ill the follow-up is the day's question: no card is sent, and a silence is noticed as ever."""
    state = CheckInState.PAUSED if circle.child.is_paused(tx.now) else CheckInState.ASKED
    return {"state": state, "due_at": due_at, "grace_until": grace_from(due_at, heard.delays(tx, circle.child.id))}


def _expected(tx: Tx, circle: Circle, due_at: datetime, day: date) -> check_ins.Expected:
    """The question of the day; after days without an answer most of them pass in silence, and can be answered too."""
    child = circle.child
    was_heard = heard_today(tx, child)
    in_vain = check_ins.asked_in_vain(tx, child.id, day - LOOKED_BACK)
    missed_from = grace_from(due_at, heard.delays(tx, child.id))
    if child.is_paused(tx.now):
        return {"state": CheckInState.PAUSED, "due_at": due_at, "grace_until": missed_from}
    if not circle.askable(tx.now):
        return {"state": CheckInState.NEW, "due_at": due_at, "grace_until": missed_from}
    if not is_asked(in_vain, day):
        return {"state": CheckInState.SILENT, "due_at": due_at}
    return {
        "state": CheckInState.ASKED,
        "due_at": due_at,
        "asked_at": tx.now,
        "remind_at": remind_at(tx.now, child.zone) if is_reminded(in_vain, day) and not was_heard else None,
        "grace_until": missed_from,
    }
