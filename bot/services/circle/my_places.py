"""Where somebody is now: asked in its turn, and once more of who has not answered."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.home_or_away import may_say
from bot.domain.circle.times import MyPlaceAsked, tell_place_asked
from bot.queries.circle import people
from bot.services.notifications import notify, reply


def begin(tx: Tx, circle: Circle, person_id: int) -> None:
    """Of who has come into a circle: after the question of their welcome, where it has one; once more after a day."""
    if people.get(tx, person_id).country is not None:
        return
    me = circle.member(person_id)
    if me is None or not may_say(circle, me):
        ask(tx, person_id)
    notify(tx, tell_place_asked(person_id, tx.now))


def ask(tx: Tx, person_id: int) -> None:
    """At once, unless it is known."""
    person = people.get(tx, person_id)
    if person.country is None:
        reply(tx, person, MyPlaceAsked())
