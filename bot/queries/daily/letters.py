"""Letters as rows: by file id and in sealed words, never the sound itself."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Row, bindparam, func, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import letter
from bot.db.tables import outbox as rows
from bot.db.transaction import Tx
from bot.delivery import arrivals, cards
from bot.delivery.states import OutboxState
from bot.domain.circle.circles import Circle, Member
from bot.domain.daily import letters as on_letters
from bot.domain.daily.letters import Letter, LetterState
from bot.domain.limits import LETTERS_A_DAY, LETTERS_TO_PLAY
from bot.domain.local_time import DAY
from bot.queries.outages import UNCERTAIN

_ALBUM_TIME = timedelta(minutes=10)

_GET = select(letter).where(letter.c.id == bindparam("key"))
_CHANGE = update(letter).where(letter.c.id == bindparam("key"), letter.c.state.in_(bindparam("was", expanding=True)))
_ANSWER = (
    select(letter.c.id)
    .where(
        letter.c.child_id == select(letter.c.child_id).where(letter.c.id == bindparam("key")).scalar_subquery(),
        letter.c.answers_id == bindparam("key"),
        letter.c.state.in_([LetterState.SENT, LetterState.WAITING]),
    )
    .limit(1)
)
TO_CHECK = select(letter).where(letter.c.check_at <= NOW).order_by(letter.c.check_at).limit(LIMIT)


class Changes(TypedDict, total=False):
    """Columns of a letter that may be set."""

    state: LetterState
    child_id: int
    to_child: bool
    media: dict[str, Any]
    sent_at: datetime
    check_at: datetime | None
    told: str | None


def _letter(row: Row[Any]) -> Letter:
    return Letter(
        id=row.id,
        child_id=row.child_id,
        author_id=row.author_id or 0,
        answers_id=row.answers_id,
        to_child=row.to_child,
        kind=row.kind,
        file_id=row.media.get("file_id", ""),
        text=row.media.get("text", ""),
        album=row.media.get("album", ""),
        idea_id=row.idea_id,
        state=LetterState(row.state),
        sent_at=row.sent_at,
        told=row.told,
        played_at=row.played_at,
        purpose=row.purpose,
    )


def draft(
    tx: Tx,
    child_id: int,
    author_id: int,
    media: dict[str, Any],
    *,
    to_child: bool,
    answers_id: int | None = None,
    idea_id: int | None = None,
) -> Letter:
    """Keep something that may become a letter."""
    row = {"state": LetterState.DRAFT, "sent_at": tx.now, "kind": media["kind"], "media": media}
    belongs = {"child_id": child_id, "author_id": author_id, "answers_id": answers_id, "idea_id": idea_id}
    found = get(tx, tx.add(letter, to_child=to_child, **row, **belongs))
    assert found is not None
    return found


def get(tx: Tx, letter_id: int | None) -> Letter | None:
    """One letter."""
    row = None if letter_id is None else tx.first(_GET, {"key": letter_id})
    return _letter(row) if row else None


def change(tx: Tx, letter_id: int, was: Sequence[LetterState], **values: Unpack[Changes]) -> bool:
    """Set columns of a letter that is in one of the states `was`; whether it was."""
    return tx.change(_CHANGE, {"key": letter_id, "was": was, **values}) == 1


def played(tx: Tx, letter_id: int) -> bool:
    """The child has heard it; false when that was known."""
    where = letter.c.id == letter_id, letter.c.played_at.is_(None)
    return tx.change(update(letter).where(*where).values(played_at=tx.now)) == 1


def is_answered(tx: Tx, letter_id: int) -> bool:
    """Whether the child's answer to it has been sent."""
    return tx.scalar(_ANSWER, {"key": letter_id}) is not None


def unplayed(tx: Tx, child_id: int, limit: int = 5) -> list[Letter]:
    """Letters to the child that nobody has played yet, the oldest first; what is for an evening goes with it."""
    there = letter.c.told.is_(None) | (letter.c.told != "lost"), letter.c.purpose.is_(None)
    waits = *there, letter.c.to_child, letter.c.state == LetterState.SENT, letter.c.played_at.is_(None)
    found = tx.all(select(letter).where(letter.c.child_id == child_id, *waits).order_by(letter.c.id).limit(limit))
    return [_letter(row) for row in found]


def too_many(tx: Tx, child_id: int, author_id: int) -> str:
    """Which limit somebody's letters about a child have reached, if any: of one day, or of those to be played."""
    own = letter.c.child_id == child_id, letter.c.author_id == author_id
    if _count(tx, *own, letter.c.sent_at > tx.now - DAY) >= LETTERS_A_DAY:
        return "letters"
    sent = letter.c.state.in_([LetterState.WAITING, LetterState.SENT]), letter.c.purpose.is_(None)
    wait = letter.c.to_child, *sent, letter.c.played_at.is_(None)
    return "to_play" if _count(tx, *own, *wait) >= LETTERS_TO_PLAY else ""


def _count(tx: Tx, *conditions: ColumnElement[bool]) -> int:
    return int(tx.scalar(select(func.count()).select_from(letter).where(*conditions)))


def in_album(tx: Tx, child_ids: Sequence[int], author_id: int, album: str, near: datetime) -> list[Letter]:
    """What this person has sent as one album, or as parts of one letter, in the minutes around `near`, in its order."""
    recent = _around(child_ids, author_id, near)
    found = tx.all(select(letter).where(*recent).order_by(letter.c.id.desc()).limit(20))
    return [each for each in map(_letter, reversed(found)) if album and each.album == album]


def latest(tx: Tx, child_ids: Sequence[int], author_id: int) -> Letter | None:
    """What this person has sent last, if it was minutes ago."""
    recent = _around(child_ids, author_id, tx.now)
    row = tx.first(select(letter).where(*recent).order_by(letter.c.id.desc()).limit(1))
    return _letter(row) if row else None


def _around(child_ids: Sequence[int], author_id: int, near: datetime) -> tuple[ColumnElement[bool], ...]:
    mine = letter.c.child_id.in_(child_ids), letter.c.author_id == author_id
    return *mine, letter.c.sent_at > near - _ALBUM_TIME, letter.c.sent_at < near + _ALBUM_TIME


def tie(tx: Tx, found: Letter) -> str:
    """The name that all parts of a letter share, which it has from now on."""
    if found.album:
        return found.album
    name = f"after {found.id}"
    media = tx.scalar(select(letter.c.media).where(letter.c.id == found.id))
    tx.change(update(letter).where(letter.c.id == found.id).values(media={**media, "album": name}))
    return name


def to_check(tx: Tx, limit: int) -> list[Letter]:
    """Letters whose delivery is to be looked at, the longest due first."""
    return [_letter(row) for row in due_rows(tx, TO_CHECK, letter, limit=limit)]


def look_at_once(tx: Tx, letter_id: int, reader: int) -> None:
    """What somebody was to have once more did not come: its author hears of it, as of one that never came."""
    cards.forget(tx, reader, f"letter:{letter_id}")
    sent = letter.c.id == letter_id, letter.c.state == LetterState.SENT
    tx.change(update(letter).where(*sent).values(check_at=tx.now))


def check_later(tx: Tx, letter_id: int, after: timedelta) -> None:
    """When to look again."""
    tx.change(update(letter).where(letter.c.id == letter_id).values(check_at=tx.now + after))


def note_delivery(tx: Tx, letter_id: int, told: str | None, after: timedelta | None) -> None:
    """What its author knows of a delivery that does not work, and when to look again; none ends it."""
    again = None if after is None else tx.now + after
    tx.change(update(letter).where(letter.c.id == letter_id).values(told=told, check_at=again))


def is_uncertain(tx: Tx, letter_id: int, readers: Sequence[int]) -> bool:
    """Whether a restore let it go on its way to them, where it may have been sent before."""
    mine = rows.c.person_id.in_(readers), rows.c.card == f"letter:{letter_id}", rows.c.state == OutboxState.CLEARED
    return tx.first(select(rows.c.id).where(*mine, rows.c.reason == UNCERTAIN).limit(1)) is not None


def delivery_to(tx: Tx, letter_id: int, person_id: int) -> str:
    """Where a letter stands with one person: arrived, coming, waits, is kept, or nothing of it is there."""
    return arrivals.state_of(tx, person_id, f"letter:{letter_id}")


def readers_of(tx: Tx, circle: Circle, found: Letter) -> tuple[Member, ...]:
    """Whom a letter is for, as the circle is now."""
    return on_letters.recipients(circle, found, tx.now, get(tx, found.answers_id))
