"""What is held until its writer chooses, and the hush after a crisis card."""

from datetime import datetime
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import inbox, outbox
from bot.domain.events import is_hushed
from bot.domain.people import Person
from bot.domain.privacy.crisis import ASK_AGAIN_AFTER, HUSH_FOR
from bot.queries.circle import people
from bot.queries.privacy import crisis


def hold(tx: Tx, me: Person, about: str) -> int:
    """Keep what this person has just sent, with what it would have answered."""
    payload = inbox.take_out(tx, me.telegram_id)
    said = people.dialogue_of(tx, me.id)
    dialogue = {"state": said[0], "data": said[1]} if said else {}
    return crisis.add(tx, me.id, about, payload, dialogue, tx.now + ASK_AGAIN_AFTER)


def let_pass(tx: Tx, me: Person, about: str) -> None:
    """What this person has just sent goes on its way, and nothing is kept of having looked at it."""
    held = crisis.lock(tx, hold(tx, me, about), me.id)
    if held is not None:
        release(tx, me, held)


def wants_help(tx: Tx, held: crisis.Held, locale: str) -> None:
    """Count that somebody has asked for help, and remember it while their text still waits."""
    crisis.count(tx, held, "help", locale)
    if held.payload is None:
        crisis.forget(tx, held)
    else:
        crisis.choose(tx, held.id, "help")
        crisis.plan(tx, held.id, tx.now + ASK_AGAIN_AFTER)


def release(tx: Tx, me: Person, held: crisis.Held) -> None:
    """Let the text go on its way exactly as it would have, and keep nothing of having held it."""
    if held.payload is not None:
        if held.dialogue:
            people.set_dialogue(tx, me.id, held.dialogue["state"], _as_old_as_then(tx, held))
        else:
            people.end_dialogue(tx, me.id)
        inbox.put_back(tx, me.telegram_id, held.payload, held.id)
    if held.choice:
        crisis.count(tx, held, "sent", me.language)
    crisis.forget(tx, held)


def _as_old_as_then(tx: Tx, held: crisis.Held) -> dict[str, Any]:
    """What a conversation was about: it has paused as long as when the text came, so it goes on or does not."""
    data: dict[str, Any] = held.dialogue["data"]
    if "at" not in data:
        return data
    return {**data, "at": (datetime.fromisoformat(data["at"]) + (tx.now - held.at)).isoformat()}


def drop(tx: Tx, me: Person, held: crisis.Held) -> None:
    """The writer does not want it sent."""
    crisis.count(tx, held, "dropped", me.language)
    crisis.forget(tx, held)


def hush(tx: Tx, me: Person) -> None:
    """For a day no reminder, idea or tip; what waits already waits until then too."""
    until = tx.now + HUSH_FOR
    people.change(tx, me.id, hushed_until=until)
    for row in outbox.waiting_for(tx, me.id):
        if row.payload.get("events") and all(is_hushed(each) for each in row.payload["events"]):
            outbox.postpone(tx, row.id, until)
