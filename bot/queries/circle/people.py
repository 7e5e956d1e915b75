"""People and where each stands in a conversation."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import Row, bindparam, delete, select, update

from bot.db.tables import dialogue, person
from bot.db.transaction import Tx
from bot.domain.circle.presence import COACHED_AFTER
from bot.domain.people import NOWHERE, REST_FROM, Person

_GET = select(person).where(person.c.id == bindparam("key"))
_GET_TO_TELL = _GET.with_for_update(read=True)
_GET_MANY = select(person).where(person.c.id.in_(bindparam("keys", expanding=True)))
_BY_TELEGRAM = select(person).where(person.c.telegram_id == bindparam("telegram"))
_CHANGE = update(person).where(person.c.id == bindparam("key"))
_MET = (
    select(person, dialogue.c.state)
    .outerjoin(dialogue, dialogue.c.person_id == person.c.id)
    .where(person.c.telegram_id == bindparam("telegram"))
)
_DIALOGUE = select(dialogue.c.state, dialogue.c.data).where(dialogue.c.person_id == bindparam("key"))
_END_DIALOGUE = delete(dialogue).where(dialogue.c.person_id == bindparam("key"))


class Changes(TypedDict, total=False):
    """Columns of a person that may be set."""

    name: str
    language: str
    country: str | None
    time_zone: str
    consented_at: datetime
    health_notes: bool
    voice: bool
    quiet_from: int | None
    quiet_until: int | None
    work_nights: int | None
    rota: str | None
    rest_from: int | None
    urgent_only: bool
    paused_until: datetime | None
    hushed_until: datetime
    teaches: bool
    operates: bool
    seen_on: str
    unreachable_since: datetime
    coach_at: datetime
    wrong_links: int
    wrong_links_since: datetime | None


def _person(row: Row[Any]) -> Person:
    return Person(
        id=row.id,
        telegram_id=row.telegram_id,
        name=row.name,
        language=row.language,
        zone=row.time_zone,
        country=row.country,
        consented=row.consented_at is not None,
        health_notes=row.health_notes,
        voice=row.voice,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        urgent_only=row.urgent_only,
        paused_until=row.paused_until,
        reachable=row.unreachable_since is None,
        teaches=row.teaches,
        operates=row.operates,
        seen_on=row.seen_on,
        hushed_until=row.hushed_until,
        unreachable_since=row.unreachable_since,
        work_nights=row.work_nights or 0,
        rest_from=REST_FROM if row.rest_from is None else row.rest_from,
        rota=row.rota,
    )


def get(tx: Tx, person_id: int) -> Person:
    """The person with this number; raises LookupError."""
    row = tx.first(_GET, {"key": person_id})
    if row is None:
        raise LookupError("no such person")
    return _person(row)


def to_tell(tx: Tx, person_id: int) -> Person:
    """As `get`; until this transaction ends nobody changes when they may be told what."""
    row = tx.first(_GET_TO_TELL, {"key": person_id})
    if row is None:
        raise LookupError("no such person")
    return _person(row)


def get_many(tx: Tx, person_ids: Collection[int]) -> dict[int, Person]:
    """The people with these numbers, as far as they are there."""
    return {row.id: _person(row) for row in tx.all(_GET_MANY, {"keys": list(person_ids)})}


def by_telegram(tx: Tx, telegram_id: int) -> Person | None:
    """The person behind a Telegram account."""
    row = tx.first(_BY_TELEGRAM, {"telegram": telegram_id})
    return _person(row) if row else None


def met(tx: Tx, telegram_id: int) -> tuple[Person | None, str | None]:
    """The person behind a Telegram account, and the state of their dialogue: one look for each update."""
    row = tx.first(_MET, {"telegram": telegram_id})
    return (_person(row), row.state) if row else (None, None)


def add(tx: Tx, telegram_id: int, name: str, language: str) -> Person:
    """Somebody new; their zone is UTC until they say where they are."""
    who = {"telegram_id": telegram_id, "name": name, "language": language, "time_zone": NOWHERE}
    dates = {"created_at": tx.now, "seen_on": tx.now.date().isoformat(), "coach_at": tx.now + COACHED_AFTER}
    number = tx.add(person, **who, **dates)
    return get(tx, number)


def change(tx: Tx, person_id: int, **values: Unpack[Changes]) -> None:
    """Set columns of one person."""
    tx.change(_CHANGE, {"key": person_id, **values})


def consent(tx: Tx, person_id: int, purpose: str, *, given: bool) -> None:
    """Whether somebody agrees to notes about health, or to voices and pictures."""
    kept: Changes = {"health_notes": given} if purpose == "health" else {"voice": given}
    change(tx, person_id, **kept)


def make_empty(tx: Tx, me: Person) -> None:
    """Nothing of a person stays but their number and their language, for the goodbye is still to be sent."""
    nothing = {each.name: None for each in person.c if each.nullable}
    left = {
        "telegram_id": -me.id,
        "name": "",
        "time_zone": NOWHERE,
        "urgent_only": False,
        "teaches": False,
        "operates": False,
    }
    tx.change(_CHANGE, {"key": me.id, **nothing, **left})


def dialogue_of(tx: Tx, person_id: int) -> tuple[str, dict[str, Any]] | None:
    """What this person is in the middle of: a state and what was gathered so far."""
    row = tx.first(_DIALOGUE, {"key": person_id})
    return (row.state, row.data) if row else None


def set_dialogue(tx: Tx, person_id: int, state: str, data: dict[str, Any] | None = None) -> None:
    """Remember what the next answer of this person means."""
    end_dialogue(tx, person_id)
    tx.add(dialogue, person_id=person_id, state=state, data=data or {}, updated_at=tx.now)


def end_dialogue(tx: Tx, person_id: int) -> None:
    """Forget it; nothing typed next has a special meaning."""
    tx.change(_END_DIALOGUE, {"key": person_id})
