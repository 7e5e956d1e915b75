"""📞: a parent plans a call; somebody at home asks for one."""

from datetime import UTC, datetime

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.calls import (
    Call,
    CallFileGiven,
    CallOutcomeAsked,
    CallPlanned,
    CallState,
    CallTimesAsked,
    PleaseCallChildAsked,
    RequestPassedOn,
    card_of,
    may_be_planned,
    tell_answered,
    tell_calling,
    tell_changed,
    tell_missed,
    tell_planned,
    tell_requested,
)
from bot.domain.daily.heard import Sign
from bot.domain.limits import CALLS_A_DAY, LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import circles
from bot.queries.daily import calls
from bot.routes import NUMBER, Route, message, press
from bot.services.daily.heard import note_heard
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress, IncomingMessage

_MINUTES = r"\d{1,9}"  # since 1970, which lasts for some centuries


def times(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📞 four times that suit both clocks."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.PLAN_CALL)
    if mine is None:
        return ButtonOutdated()
    reply(tx, me, CallTimesAsked(pressed.number()))
    return None


def other_times(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 the next three."""
    if circles.membership(tx, pressed.number(), me.id, Action.PLAN_CALL) is None:
        return ButtonOutdated()
    reply(tx, me, CallTimesAsked(pressed.number(), pressed.number(1)), edit=pressed.message_id)
    return None


def file(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📅 for a calendar, to who takes part in the call."""
    found, mine = _call_of(tx, me, pressed, Action.TAKE_PART)
    if found is None or mine is None or not found.is_planned or found.at <= tx.now or _is_hidden(*mine, found):
        return ButtonOutdated()
    reply(tx, me, CallFileGiven(found.id))
    return None


def plan(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One of the times; a parent has one planned call with a child, a new one takes its place."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.PLAN_CALL)
    at = datetime.fromtimestamp(pressed.number(1) * 60, UTC)
    if mine is None or not may_be_planned(at, tx.now):
        return ButtonOutdated()
    before = calls.planned(tx, pressed.number(), me.id)
    if any(each.at == at for each in before):
        return ButtonOutdated()
    if calls.planned_today(tx, pressed.number(), me.id) >= CALLS_A_DAY:
        reply(tx, me, LimitReached("calls"))
        return None
    for each in before:
        _drop(tx, mine[0], each)
    found = calls.plan(tx, pressed.number(), me.id, at)
    reply(tx, me, CallPlanned(found.id), edit=pressed.message_id, card=f"my_call:{found.id}")
    notify(tx, tell_planned(mine[0], found, tx.now))
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ until it begins."""
    found, mine = _call_of(tx, me, pressed, Action.PLAN_CALL)
    if found is None or mine is None or found.planned_by != me.id or not _drop(tx, mine[0], found):
        return ButtonOutdated()
    reply(tx, me, CallPlanned(found.id), edit=pressed.message_id)
    return None


def fine(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ the time suits at home."""
    found, mine = _call_of(tx, me, pressed, Action.ANSWER_CALL)
    if found is None or mine is None or not calls.agree(tx, found.id, me.id):
        return ButtonOutdated()
    _answered(tx, me, pressed, found, mine, suits=True)
    return None


def other(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ another time would be better."""
    found, mine = _call_of(tx, me, pressed, Action.ANSWER_CALL)
    if found is None or mine is None or found.agreed_by is not None:
        return ButtonOutdated()
    if not calls.drop(tx, found.id):
        return ButtonOutdated()
    _answered(tx, me, pressed, found, mine, suits=False)
    return None


def done(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Did you talk?"""
    found, mine = _call_of(tx, me, pressed, Action.PLAN_CALL)
    state = CallState.HAPPENED if pressed.args[1] == "yes" else CallState.MISSED
    if found is None or mine is None or found.planned_by != me.id:
        return ButtonOutdated()
    if not calls.change(tx, found.id, (CallState.PLANNED, CallState.REMINDED), state=state, next_at=None):
        return ButtonOutdated()
    reply(tx, me, CallOutcomeAsked(found.id), edit=pressed.message_id)
    if state == CallState.MISSED:
        notify(tx, tell_missed(mine[0], found, tx.now))
    return None


def please_call_key(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """📞 on the keyboard below the chat."""
    mine = circles.of_person(tx, me.id, Action.ASK_FOR_CALL)
    if len(mine) == 1:
        _please_call(tx, me, *mine[0])
    else:
        reply(tx, me, PleaseCallChildAsked() if mine else HomeShown())


def please_call(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📞 in the menu of somebody at home, for one child."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.ASK_FOR_CALL)
    if mine is None:
        return ButtonOutdated()
    _please_call(tx, me, *mine)
    return None


def call_now(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🤙 the first parent who says so."""
    found, mine = _call_of(tx, me, pressed, Action.PLAN_CALL)
    if found is None or mine is None:
        return ButtonOutdated()
    if not calls.change(tx, found.id, (CallState.ASKED,), state=CallState.CALLING, caller_id=me.id):
        return ButtonOutdated()
    cards.remember(tx, me.id, card_of(found.id), pressed.message_id or 0)
    seen = calls.seen_by(tx, found.id, [each.person_id for each in mine[0].parents])
    notify(tx, tell_calling(mine[0], found, mine[1], seen))
    return None


def _please_call(tx: Tx, me: Person, circle: Circle, by: Member) -> None:
    found = calls.request(tx, circle.child.id, me.id)
    if found:
        notify(tx, tell_requested(circle, found))
    asked = found or calls.last_request(tx, circle.child.id, me.id)
    assert asked is not None
    note_heard(tx, circle, by, Sign.CALL, [each.person_id for each in circle.parents])
    reply(tx, me, RequestPassedOn(asked.id))


def _answered(
    tx: Tx, me: Person, pressed: ButtonPress, call: Call, mine: tuple[Circle, Member], *, suits: bool
) -> None:
    cards.remember(tx, me.id, card_of(call.id), pressed.message_id or 0)
    notify(tx, tell_changed(call, _seen_at_home(tx, mine[0], call)))
    if mine[0].member(call.planned_by):
        notify(tx, tell_answered(call, mine[1], fine=suits))
    note_heard(tx, *mine, Sign.CALL, [call.planned_by])


def _drop(tx: Tx, circle: Circle, call: Call) -> bool:
    if not calls.drop(tx, call.id):
        return False
    outbox.clear_card(tx, card_of(call.id))
    notify(tx, tell_changed(call, _seen_at_home(tx, circle, call)))
    return True


def _seen_at_home(tx: Tx, circle: Circle, call: Call) -> list[int]:
    return calls.seen_by(tx, call.id, [each.person_id for each in circle.others(call.planned_by)])


def _is_hidden(circle: Circle, me: Member, call: Call) -> bool:
    planner = circle.member(call.planned_by)
    return planner is None or circle.hides(planner, me.person_id)


def _call_of(
    tx: Tx, me: Person, pressed: ButtonPress, action: Action
) -> tuple[Call | None, tuple[Circle, Member] | None]:
    call = calls.get(tx, pressed.number())
    return call, circles.membership(tx, call.child_id, me.id, action) if call else None


routes: list[Route] = [
    press("call", times, NUMBER),
    press("call_times", other_times, NUMBER, NUMBER),
    press("call_file", file, NUMBER),
    press("call_at", plan, NUMBER, _MINUTES),
    press("call_drop", take_back, NUMBER),
    press("call_fine", fine, NUMBER),
    press("call_other", other, NUMBER),
    press("call_done", done, NUMBER, "yes|no"),
    press("please_call", please_call, NUMBER),
    press("call_now", call_now, NUMBER),
    message(filters.UpdateType.MESSAGE & filters.Regex("^📞"), please_call_key),
]
