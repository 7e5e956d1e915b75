"""Counts how often in a row somebody was not understood, beside whatever they are in the middle of."""

from datetime import datetime, timedelta

from bot.db.transaction import Tx
from bot.queries.circle import people

IN_A_ROW = timedelta(minutes=15)


def again(tx: Tx, person_id: int) -> bool:
    """Note that this person was not understood; whether it is the second time in a row, which starts anew."""
    state, data = people.dialogue_of(tx, person_id) or ("misunderstood", {})
    before = data.pop("misunderstood_at", None)
    if before is not None and tx.now - datetime.fromisoformat(before) < IN_A_ROW:
        people.set_dialogue(tx, person_id, state, data)
        return True
    people.set_dialogue(tx, person_id, state, {**data, "misunderstood_at": tx.now.isoformat()})
    return False
