"""What a keepsake holds, as rows of several tables: only what its reader was told, or has told themselves."""

from collections.abc import Iterator
from datetime import date
from typing import Any, TypedDict

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.keepsakes import ENDINGS, Kept, Kind, day_of, key_of
from bot.domain.daily.letter_box import concerns
from bot.domain.daily.news import Seen
from bot.domain.daily.promises import PromiseState
from bot.domain.local_time import at_wall_clock
from bot.domain.privacy.childs_say import keeps_faces
from bot.domain.school.school_words import WordKind
from bot.queries.circle import circles
from bot.queries.daily import letter_box
from bot.queries.privacy import exports, reports

_NOON = 12 * 60
_GLAD = {Seen.OUTSIDE, Seen.MADE, Seen.FRIENDS}  # a child who reads it one day reads nothing that weighs


def kept(tx: Tx, circle: Circle, person_id: int) -> list[Kept]:
    """All of it, of whichever year; nothing of an illness is among it."""
    muted = {author for author, _child in reports.muted_by(tx, person_id)}
    found = [
        *_letters(tx, circle, person_id),
        *_school(tx, circle, person_id),
        *_promises(tx, circle, person_id),
        *_seen(tx, circle, person_id),
    ]
    return [each for each in found if each.who not in muted]


def _letters(tx: Tx, circle: Circle, person_id: int) -> Iterator[Kept]:
    rows = exports.letters(tx, circle.child.id)
    authors = {each.id: each.author_id for each in rows}
    for row in rows:
        leaf = letter_box.leaf(row)
        if not concerns(circle, leaf, authors.get(row.answers_id), person_id, tx.now):
            continue
        yield Kept(
            key_of(row.sent_at, Kind.LETTER, row.id),
            Kind.LETTER,
            day_of(row.sent_at, circle.child),
            leaf.author_id,
            words=row.media.get("text") or "",
            **_file(row.media),
            to_child=row.to_child,
        )


def _school(tx: Tx, circle: Circle, person_id: int) -> Iterator[Kept]:
    """Good news alone, with the pictures of the work."""
    for row in exports.school_words(tx, circle.child.id, person_id):
        if row.kind != WordKind.GOOD:
            continue
        at = row.sent_at or row.created_at
        for place, note in enumerate(row.body.get("notes") or [{}]):
            yield Kept(
                key_of(at, Kind.SCHOOL, row.id, place),
                Kind.SCHOOL,
                day_of(at, circle.child),
                row.author_id,
                words=note.get("text") or "",
                seen=() if place else tuple(row.body.get("stickers", ())),
                **_file(note),
            )


class File(TypedDict, total=False):
    """What is known of a file."""

    media: str
    file_id: str
    size: int


def _file(said: dict[str, Any]) -> File:
    """A picture, a voice, a film: what a page can show, and play."""
    if said.get("kind") not in ENDINGS or not said.get("file_id"):
        return {}
    return {"media": said["kind"], "file_id": said["file_id"], "size": said.get("size") or 0}


def _promises(tx: Tx, circle: Circle, person_id: int) -> Iterator[Kept]:
    """Those that were kept."""
    hidden = {each.person_id for each in circle.members if circle.hides(each, person_id)}
    for row in exports.promises(tx, circle.child.id):
        if row.state != PromiseState.KEPT or not row.day or row.made_by in hidden:
            continue
        day = date.fromisoformat(row.day)
        kind = Kind.VISIT if row.visit else Kind.PROMISE
        yield Kept(_by_day(day, kind, row.id, circle), kind, day, row.made_by, words=row.words)


def _seen(tx: Tx, circle: Circle, person_id: int) -> Iterator[Kept]:
    """What was noted beside a face that this adult was told, as far as one is glad of it."""
    if keeps_faces(circle.child, tx.now) or not circles.agreed(tx, circle, person_id):
        return
    for row in exports.answers(tx, circle.child.id):
        glad = tuple(each for each in (row.seen or "").split(",") if each in _GLAD)
        if glad and not (row.held and row.answered_by != person_id):
            day = date.fromisoformat(row.local_date)
            yield Kept(_by_day(day, Kind.SEEN, row.id, circle), Kind.SEEN, day, row.answered_by or 0, seen=glad)


def _by_day(day: date, kind: Kind, number: int, circle: Circle) -> str:
    return key_of(at_wall_clock(day, _NOON, circle.child.zone), kind, number)
