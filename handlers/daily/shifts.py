"""⏰ two weeks of shifts, entered once."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.shifts import DAYS, Rota, Shift, ShiftsAsked, rota_of
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, people
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Both weeks as they are."""
    if circles.membership(tx, pressed.number(), me.id, Action.PLAN_CALL) is None:
        return ButtonOutdated()
    reply(tx, me, ShiftsAsked(pressed.number()), edit=pressed.message_id)
    return None


def week(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """What is mostly worked in one of them."""
    return _keep(tx, me, pressed, _rota(tx, me).filled(pressed.number(1), Shift(pressed.args[2])))


def day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One day that differs."""
    if pressed.number(1) >= DAYS:
        return ButtonOutdated()
    return _keep(tx, me, pressed, _rota(tx, me).turned(pressed.number(1)))


def _rota(tx: Tx, me: Person) -> Rota:
    return rota_of(me.rota, local(tx.now, me.zone).date())


def _keep(tx: Tx, me: Person, pressed: ButtonPress, rota: Rota) -> Event | None:
    if circles.membership(tx, pressed.number(), me.id, Action.PLAN_CALL) is None:
        return ButtonOutdated()
    people.change(tx, me.id, rota=rota.written)
    reply(tx, me, ShiftsAsked(pressed.number()), edit=pressed.message_id)
    return None


routes: list[Route] = [
    press("shifts", show, NUMBER),
    press("shift_week", week, NUMBER, "0|1", "d|l|n|o"),
    press("shift_day", day, NUMBER, NUMBER),
]
