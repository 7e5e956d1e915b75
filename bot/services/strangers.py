"""Answers to words out of nowhere: whoever is in no circle and at no school hears one a minute at most.

Taps, commands and links are always answered; so is everybody who takes part, or waits to be let in.
"""

import json
from datetime import datetime, timedelta

from bot.db.transaction import Tx
from bot.domain.notifications import Event, dump
from bot.domain.people import Person
from bot.queries.circle import people
from bot.queries.strangers import is_stranger
from bot.services.notifications import reply

A_MINUTE, AN_HOUR = timedelta(minutes=1), timedelta(hours=1)


def answer(tx: Tx, me: Person, about: Event) -> None:
    """Say it, unless a stranger has just been answered, or has heard these words within the hour."""
    if not is_stranger(tx, me.id) or _is_news(tx, me.id, about):
        reply(tx, me, about)


def _is_news(tx: Tx, person_id: int, about: Event) -> bool:
    """Kept beside whatever they are in the middle of."""
    state, data = people.dialogue_of(tx, person_id) or ("strange", {})
    heard = {words: at for words, at in data.get("heard", {}).items() if _since(tx, at) < AN_HOUR}
    words = json.dumps(dump(about))
    if words in heard or any(_since(tx, at) < A_MINUTE for at in heard.values()):
        return False
    people.set_dialogue(tx, person_id, state, {**data, "heard": {**heard, words: tx.now.isoformat()}})
    return True


def _since(tx: Tx, at: str) -> timedelta:
    return tx.now - datetime.fromisoformat(at)
