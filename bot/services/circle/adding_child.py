"""A child that is being added: what was said of it waits, whatever is done first."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.adding_child import ChildGoesOn
from bot.domain.people import Person
from bot.queries.circle import people, unfinished
from bot.services.notifications import reply

STATE = "add_child"


def keep(tx: Tx, me: Person, data: dict[str, Any]) -> None:
    """So far; from its name on it waits."""
    people.set_dialogue(tx, me.id, STATE, data)
    if "name" in data:
        unfinished.keep(tx, me.id, STATE, 0, data)


def resume(tx: Tx, me: Person) -> dict[str, Any]:
    """What was said so far, also where something else was done since: it goes on now."""
    asked = people.dialogue_of(tx, me.id)
    if asked and asked[0] == STATE:
        return asked[1]
    waiting = unfinished.get(tx, me.id, STATE, 0)
    if waiting is not None:
        people.set_dialogue(tx, me.id, STATE, waiting)
    return waiting or {}


def end(tx: Tx, me: Person) -> None:
    """It is here, or another is meant."""
    unfinished.forget(tx, me.id, STATE, 0)
    people.end_dialogue(tx, me.id)


def lead_back(tx: Tx, me: Person) -> None:
    """Where a child waits: its name, and the way on."""
    waiting = unfinished.get(tx, me.id, STATE, 0)
    if waiting is not None:
        reply(tx, me, ChildGoesOn(waiting["name"]), card=STATE)
