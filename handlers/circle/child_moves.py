"""🕰 Where a child lives now."""

from bot.db.transaction import Tx
from bot.domain.circle.child_moves import ChildMoved, ChildPlaceAsked
from bot.domain.circle.roles import Action
from bot.domain.countries import zones
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.circle import child_moves
from bot.services.notifications import reply
from bot.updates import ButtonPress


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A country, a page at a time."""
    return _ask(tx, me, pressed, ChildPlaceAsked(pressed.number(), page=pressed.number(1)))


def other_country(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A country that is on no button is written."""
    return _ask(tx, me, pressed, ChildPlaceAsked(pressed.number(), again=True))


def country(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A country; then a city where it has several clocks."""
    code = pressed.args[1]
    if len(zones(code)) > 1:
        return _ask(tx, me, pressed, ChildPlaceAsked(pressed.number(), country=code))
    return _moved(tx, me, pressed, code, 0)


def city(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The nearest clock."""
    return _moved(tx, me, pressed, pressed.args[1], pressed.number(2))


def _ask(tx: Tx, me: Person, pressed: ButtonPress, about: ChildPlaceAsked) -> Event | None:
    if circles.membership(tx, about.child_id, me.id, Action.SET_TIMES) is None:
        return ButtonOutdated()
    reply(tx, me, about, edit=pressed.message_id)
    return None


def _moved(tx: Tx, me: Person, pressed: ButtonPress, code: str, place: int) -> Event | None:
    mine = circles.membership(tx, pressed.number(), me.id, Action.SET_TIMES)
    if mine is None or place >= len(zones(code)):
        return ButtonOutdated()
    child_moves.move(tx, mine[0], me.id, code, zones(code)[place])
    reply(tx, me, ChildMoved(pressed.number(), me.id), edit=pressed.message_id)
    return None


routes: list[Route] = [
    press("child_place", ask, NUMBER, "[0-9]"),
    press("child_country_other", other_country, NUMBER),
    press("child_country", country, NUMBER, "[A-Z]{2}"),
    press("child_city", city, NUMBER, "[A-Z]{2}", "[0-9]{1,2}"),
]
