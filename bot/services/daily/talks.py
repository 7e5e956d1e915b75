"""A parent's words in one conversation go where the first of them went, without a question each time."""

from datetime import datetime
from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.daily.letters import Letter
from bot.domain.daily.talks import TALK, goes_on
from bot.queries.circle import circles, people
from bot.queries.daily import letters as letter_rows
from bot.services.daily import letters


def begin(tx: Tx, person_id: int, child_id: int, *, to_home: bool) -> None:
    """From now on, for a while, what this parent writes goes there."""
    people.set_dialogue(tx, person_id, TALK, {"child": child_id, "home": to_home, "at": tx.now.isoformat()})


def go_on(tx: Tx, person_id: int, media: dict[str, Any]) -> Letter | None:
    """Send the next words where the last went; nothing when no conversation is going on."""
    state = people.dialogue_of(tx, person_id)
    if state is None or state[0] != TALK or not goes_on(datetime.fromisoformat(state[1]["at"]), tx.now):
        return None
    child_id, to_home = state[1]["child"], bool(state[1]["home"])
    mine = circles.membership(tx, child_id, person_id, Action.WRITE_TO_CHILD)
    if mine is None or letter_rows.too_many(tx, child_id, person_id):
        return None
    draft = letter_rows.draft(tx, child_id, person_id, media, to_child=not to_home)
    letters.send(tx, *mine, draft, to_home=to_home)
    begin(tx, person_id, child_id, to_home=to_home)
    return draft
