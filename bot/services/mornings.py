"""While you slept: what one person has said of one child in a night leaves as one message."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import company, outbox
from bot.delivery.outbox import Row
from bot.delivery.payloads import Payload
from bot.domain.daily.letters import LetterArrived
from bot.domain.events import joins
from bot.domain.illness.illness_follow_up import IllnessAnswered
from bot.domain.notifications import Lane
from bot.domain.people import Person
from bot.errors import CannotDecrypt
from bot.queries.child_of import child_of
from bot.queries.daily import letters
from bot.queries.illness import illnesses

MOST = 12  # what was held for long is said in messages that can still be read


def gather(tx: Tx, row: Row, reader: Person | None) -> Row:
    """A row that was just claimed, with those that leave in its message; of one morning only the first rings."""
    if reader is None or row.attempt > 1 or row.edits_card or row.lane <= Lane.REPLY:
        return row
    if row.due_at == row.wanted_at or not _slept(reader, row.wanted_at):
        return row
    row = replace(row, morning=True, silent=company.is_second(tx, row))
    try:
        return replace(row, company=_company(tx, row, reader))
    except CannotDecrypt:  # what cannot be read is dropped in its own turn
        return row


def _company(tx: Tx, row: Row, reader: Person) -> tuple[Row, ...]:
    about = _whose(tx, reader, row.payload)
    if about is None:
        return ()
    same = [
        each.id
        for each in company.held_with(tx, row)
        if _slept(reader, each.wanted_at) and _whose(tx, reader, each.payload) == about
    ]
    return tuple(outbox.claim_all(tx, same[: MOST - 1]))


def _slept(reader: Person, wanted_at: datetime | None) -> bool:
    return wanted_at is not None and reader.asleep_until(wanted_at) is not None


def _whose(tx: Tx, reader: Person, payload: Payload) -> tuple[int, int] | None:
    """The child and who speaks; none where one part has a button that only its own message can hold."""
    found = {_of(tx, reader, each) for each in payload["events"]}
    return found.pop() if len(found) == 1 else None


def _of(tx: Tx, reader: Person, event: dict[str, Any]) -> tuple[int, int] | None:
    child, by = child_of(tx, event, reader.id), event.get("by")
    if event["kind"] == LetterArrived.__name__:
        letter = letters.get(tx, event["letter_id"])
        # Words of home to the parents; a letter to the child is played, and one that may be taken back goes whole.
        fits = letter is not None and letter.kind == "text" and not letter.to_child
        by = letter.author_id if letter and fits and not letter.can_be_undone(tx.now) else None
    elif event["kind"] == IllnessAnswered.__name__:
        said = illnesses.event(tx, event["event_id"])
        by = said.person_id if said else None
    elif not joins(event["kind"]):
        return None
    return None if child is None or by is None else (child, int(by))
