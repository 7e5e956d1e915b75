"""🙂 a parent asks how the child is, at most three times a day."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.ask_now import (
    A_DAY,
    SAME,
    AnswerShown,
    AskedEnough,
    AskingPaused,
    HeardShown,
    HomeAsked,
    NobodyToAsk,
)
from bot.domain.daily.check_ins import tell_asked
from bot.domain.illness.illnesses import IllnessState
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import ask_now as ask_now_rows
from bot.queries.daily import check_ins
from bot.queries.illness import illnesses
from bot.routes import NUMBER, Route, press
from bot.services.daily import ask_now
from bot.services.daily.heard import heard_today
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Today's answer where there is one, or what else came today; else the question goes home at once."""
    circle = _mine(tx, me, pressed)
    if circle is None:
        return ButtonOutdated()
    found = ask_now.answered_today(tx, circle.child)
    if found is not None:
        reply(tx, me, AnswerShown(circle.child.id, found.id))
    elif heard_today(tx, circle.child):
        reply(tx, me, HeardShown(circle.child.id))
    else:
        return _answer(tx, me, circle)
    return None


def ask_again(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The question goes home, though it was answered today."""
    circle = _mine(tx, me, pressed)
    if circle is None:
        return ButtonOutdated()
    return _answer(tx, me, circle)


def _answer(tx: Tx, me: Person, circle: Circle) -> Event | None:
    """One receipt for one question: while that is open, a short note on the press says the same."""
    before = bool(ask_now_rows.of_today(tx, circle.child)) and bool(check_ins.open_days(tx, circle.child.id))
    said = _asked(tx, circle)
    if before and isinstance(said, HomeAsked):
        return said
    reply(tx, me, said)
    return None


def _asked(tx: Tx, circle: Circle) -> Event:
    """Ask at home, and say what was done; the same question twice in a short time is one."""
    child = circle.child
    if child.paused_until is not None and child.paused_until > tx.now:
        return AskingPaused(child.id)
    if not circle.askable(tx.now):
        return NobodyToAsk(child.id)
    before = ask_now_rows.of_today(tx, child)
    ill = illnesses.running(tx, child.id)
    is_open = ill is not None or bool(check_ins.missing_days(tx, child.id))
    if before and is_open and tx.now - before[-1].due_at < SAME:
        return HomeAsked(child.id)
    if len(before) >= A_DAY:
        return AskedEnough(child.id)
    if ask_now.add(tx, child, len(before) + 1, is_counted=ill is not None):
        if ill is not None:  # how it goes on is what home is asked then
            illnesses.change(tx, ill.id, IllnessState.OPEN, ask_at=tx.now)
        else:
            notify(tx, tell_asked(circle, tx.now))
    return HomeAsked(child.id)


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> Circle | None:
    mine = circles.membership(tx, pressed.number(), me.id, Action.ASK_NOW)
    return mine[0] if mine else None


routes: list[Route] = [
    press("ask", ask, NUMBER),
    press("ask_again", ask_again, NUMBER),
]
