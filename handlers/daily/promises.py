"""🗓 a promise and 🚆 a visit home: a few words, a day from buttons; another day or none, without a question why."""

from datetime import date, datetime, timedelta

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.promises import (
    PAUSES,
    WORDS,
    Promise,
    PromiseAsked,
    PromiseDayAsked,
    PromiseMade,
    PromiseOutcomeAsked,
    PromiseState,
    PromiseUndated,
    may_be_promised,
    next_step,
    tell_others,
)
from bot.domain.daily.visits import VisitBegun
from bot.domain.limits import PROMISES, LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import circles, people
from bot.queries.daily import promises
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.daily import visits
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress, IncomingMessage

STATE = "promise"
MONTH = "20[0-9]{2}(?:0[1-9]|1[0-2])"


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🗓 what is promised?"""
    child_id = pressed.number()
    if _my_child(tx, me, child_id) is None:
        return ButtonOutdated()
    if promises.open_ones(tx, child_id, me.id) >= PROMISES:
        reply(tx, me, LimitReached("promises"))
        return None
    people.set_dialogue(tx, me.id, STATE, {"child": child_id})
    reply(tx, me, PromiseAsked(child_id))
    return None


def words(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The few words that are typed."""
    found = people.dialogue_of(tx, me.id)
    child_id = found[1].get("child", 0) if found else 0
    text = " ".join(said.text.split())[:WORDS]
    if _my_child(tx, me, child_id) is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
    elif said.kind != "text" or not text:
        reply(tx, me, PromiseAsked(child_id, again=True))
    else:
        people.end_dialogue(tx, me.id)
        reply(tx, me, PromiseDayAsked(promises.draft(tx, child_id, me.id, text)))


def begin_visit(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🚆 when? The next days, or those of the month that was tapped."""
    if _my_child(tx, me, pressed.number()) is None:
        return ButtonOutdated()
    if promises.open_ones(tx, pressed.number(), me.id) >= PROMISES:
        reply(tx, me, LimitReached("promises"))
        return None
    people.end_dialogue(tx, me.id)
    month = pressed.args[1] if len(pressed.args) > 1 else ""
    reply(tx, me, PromiseDayAsked(promises.draft(tx, pressed.number(), me.id, ""), month))
    return None


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One that was made before."""
    found, circle = _mine(tx, me, pressed)
    if found is not None and circle is not None and found.state == PromiseState.OPEN:
        reply(tx, me, PromiseUndated(found.id), edit=pressed.message_id)
        return None
    if found is None or circle is None or not found.is_planned:
        return ButtonOutdated()
    reply(tx, me, PromiseMade(found.id), edit=pressed.message_id)
    return None


def keep(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙏 without a day."""
    found, circle = _mine(tx, me, pressed)
    if found is None or circle is None or found.visit:
        return ButtonOutdated()
    if not promises.change(tx, found.id, promises.UNDATED, state=PromiseState.OPEN):
        return ButtonOutdated()
    reply(tx, me, PromiseUndated(found.id, "kept"), edit=pressed.message_id)
    return None


def let_go(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ of what has no day; nobody else has heard of it."""
    found, circle = _mine(tx, me, pressed)
    if found is None or circle is None:
        return ButtonOutdated()
    if not promises.change(tx, found.id, promises.UNDATED, state=PromiseState.DROPPED, next_at=None):
        return ButtonOutdated()
    reply(tx, me, PromiseUndated(found.id, "gone"), edit=pressed.message_id)
    return None


def ask_day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 another day, or the days of a month."""
    found, circle = _mine(tx, me, pressed)
    if found is None or circle is None or not (found.state in promises.UNDATED or found.is_planned):
        return ButtonOutdated()
    reply(tx, me, PromiseDayAsked(found.id, pressed.args[1] if len(pressed.args) > 1 else ""), edit=pressed.message_id)
    return None


def set_day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The first day is told to the others, another one too."""
    found, circle = _mine(tx, me, pressed)
    day = _day(pressed.args[1])
    if found is None or circle is None or day is None or not may_be_promised(day, tx.now, circle.child.zone):
        return ButtonOutdated()
    if not promises.set_day(tx, found, day, circle.child.zone):
        return show(tx, me, pressed)
    visits.end_pause(tx, circle, found)
    outbox.clear_card(tx, f"promise_near:{found.id}")
    notify(tx, tell_others(circle, found, "made" if found.state in promises.UNDATED else "moved"))
    reply(tx, me, PromiseMade(found.id), edit=pressed.message_id)
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ at any time; the others are told."""
    found, circle = _mine(tx, me, pressed)
    if found is None or circle is None:
        return ButtonOutdated()
    if not promises.change(tx, found.id, promises.PLANNED, state=PromiseState.DROPPED, next_at=None):
        return ButtonOutdated()
    visits.end_pause(tx, circle, found)
    outbox.clear_card(tx, f"promise_near:{found.id}")
    notify(tx, tell_others(circle, found, "dropped"))
    reply(tx, me, PromiseMade(found.id), edit=pressed.message_id)
    return None


def pause(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏸ from the day of the visit on, or ▶️ not at all."""
    found, circle = _mine(tx, me, pressed)
    days = pressed.number(1) or None
    if found is None or circle is None or not found.visit or found.day is None:
        return ButtonOutdated()
    leaves = found.day + timedelta(days=days) if days else None
    step = next_step(found.day, tx.now, circle.child.zone, leaves)
    if not promises.change(tx, found.id, promises.PLANNED, pause_days=days, next_at=step):
        return ButtonOutdated()
    visits.end_pause(tx, circle, found)
    changed = promises.get(tx, found.id)
    assert changed is not None
    visits.rest(tx, circle, changed)
    if visits.has_begun(tx, circle, changed):
        reply(tx, me, VisitBegun(found.id), edit=pressed.message_id)
        return None
    reply(tx, me, PromiseMade(found.id), edit=pressed.message_id)
    return None


def done(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ it happened."""
    found, circle = _mine(tx, me, pressed)
    if (
        found is None
        or circle is None
        or not promises.change(tx, found.id, (PromiseState.ASKED,), state=PromiseState.KEPT)
    ):
        return ButtonOutdated()
    reply(tx, me, PromiseOutcomeAsked(found.id), edit=pressed.message_id)
    return None


def _my_child(tx: Tx, me: Person, child_id: int) -> Circle | None:
    mine = circles.membership(tx, child_id, me.id, Action.MAKE_PROMISE)
    return mine[0] if mine else None


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Promise | None, Circle | None]:
    promise = promises.get(tx, pressed.number())
    if promise is None or promise.made_by != me.id:
        return None, None
    return promise, _my_child(tx, me, promise.child_id)


def _day(written: str) -> date | None:
    try:
        return datetime.strptime(written, "%Y%m%d").date()  # noqa: DTZ007 - a date
    except ValueError:
        return None


routes: list[Route] = [
    press("promise_new", begin, NUMBER),
    press("visit_new", begin_visit, NUMBER),
    press("visit_month", begin_visit, NUMBER, MONTH),
    press("promise_show", show, NUMBER),
    press("promise_keep", keep, NUMBER),
    press("promise_let_go", let_go, NUMBER),
    press("promise_move", ask_day, NUMBER),
    press("promise_month", ask_day, NUMBER, MONTH),
    press("promise_day", set_day, NUMBER, r"20\d{6}"),
    press("promise_drop", take_back, NUMBER),
    press("promise_pause", pause, NUMBER, "|".join(str(each) for each in (0, *PAUSES))),
    press("promise_done", done, NUMBER),
    message(TYPED, words, state=STATE),
]
