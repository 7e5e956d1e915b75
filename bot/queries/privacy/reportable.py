"""What people wrote to somebody, whichever kind of thing it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.db.tables import card, notice_reader
from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.roles import Action
from bot.domain.illness.illnesses import Happening
from bot.queries.circle import circles
from bot.queries.daily import letters, promises
from bot.queries.illness import illnesses
from bot.queries.school import notices, school_talks, school_words, talk_readers

_LOOKED_AT = 40  # cards, of which some are no person's words
_CARD = re.compile(r"(letter|notice|word|talk|promise|alert):(\d+)")


@dataclass(frozen=True, slots=True)
class Written:
    """One thing that one person wrote, about one child."""

    what: str
    id: int
    author_id: int
    child_id: int
    content: dict[str, Any]
    at: datetime | None = None  # when it reached the reader


def item(tx: Tx, reader: int, what: str, item_id: int) -> Written | None:
    """A thing that has reached this reader, who is still in the child's circle, from somebody else."""
    reached = tx.scalar(select(card.c.message_id).where(card.c.person_id == reader, card.c.name == f"{what}:{item_id}"))
    found = of(tx, reader, what, item_id) if reached is not None else None
    if found is None or found.author_id == reader:
        return None
    mine = circles.membership(tx, found.child_id, reader, Action.TAKE_PART)
    return found if mine or (what == "talk" and _at_school(tx, reader, item_id)) else None


def _at_school(tx: Tx, reader: int, talk_id: int) -> bool:
    """Whether a family has written it to this teacher."""
    found = school_talks.get(tx, talk_id)
    return found is not None and talk_readers.for_school(tx, found[1], reader) is not None


def recent(tx: Tx, reader: int, limit: int) -> list[Written]:
    """The last things that have reached this reader, the newest first."""
    newest = (
        select(card.c.name, card.c.sent_at)
        .where(card.c.person_id == reader)
        .order_by(card.c.sent_at.desc())
        .limit(_LOOKED_AT)
    )
    named = [(_CARD.fullmatch(row.name), row.sent_at) for row in tx.all(newest)]
    found = [(item(tx, reader, match[1], int(match[2])), at) for match, at in named if match]
    return [replace(each, at=at) for each, at in found if each][:limit]


def in_message(tx: Tx, reader: int, message_id: int) -> Written | None:
    """What stands in one message of this reader."""
    for name in cards.in_message(tx, reader, message_id):
        match = _CARD.fullmatch(name)
        if match and (found := item(tx, reader, match[1], int(match[2]))):
            return found
    return None


def of(tx: Tx, reader: int, what: str, item_id: int) -> Written | None:
    """Who wrote a thing, and what; of an illness the last note that somebody else wrote."""
    if what == "letter" and (letter := letters.get(tx, item_id)):
        content = {"text": letter.text, "media": letter.kind}
        return Written(what, item_id, letter.author_id, letter.child_id, content)
    if what == "notice" and (notice := notices.get(tx, item_id)):
        mine = notice_reader.c.notice_id == item_id, notice_reader.c.person_id == reader
        child_id = tx.scalar(select(notice_reader.c.child_id).where(*mine).limit(1))
        if child_id is not None and notice.author_id is not None:
            return Written(what, item_id, notice.author_id, child_id, {"text": notice.text})
    if what == "word" and (word := school_words.get(tx, item_id)):
        words = [str(each.get("text", "")) for each in word.notes]
        return Written(what, item_id, word.author_id, word.child_id, {"text": "\n".join(words), "media": word.what})
    if what == "talk" and (talk := school_talks.get(tx, item_id)):
        content = {"text": talk[0].text, "media": talk[0].kind}
        return Written(what, item_id, talk[0].author_id, talk[1].child_id, content)
    if what == "promise" and (promise := promises.get(tx, item_id)):
        return Written(what, item_id, promise.made_by, promise.child_id, {"text": promise.words})
    return _note(tx, reader, item_id) if what == "alert" else None


def said_in(tx: Tx, reader: int, events: Sequence[Mapping[str, Any]]) -> Written | None:
    """Who wrote what a row of the outbox brings to this reader; of several things the last."""
    for each in reversed(events):
        if "letter_id" in each:
            return of(tx, reader, "letter", each["letter_id"])
        if "event_id" in each and "illness_id" in each:
            note, thread = illnesses.event(tx, each["event_id"]), illnesses.get(tx, each["illness_id"])
            if note is not None and thread is not None:
                return Written("alert", thread.id, note.person_id or 0, thread.child_id, {})
        for name, what in (("word_id", "word"), ("talk_id", "talk")):
            if name in each:
                return of(tx, reader, what, each[name])
    return None


def _note(tx: Tx, reader: int, illness_id: int) -> Written | None:
    thread = illnesses.get(tx, illness_id)
    said = illnesses.events(tx, illness_id, Happening.WORDS, Happening.VOICE)
    notes = [each for each in said if each.person_id not in {None, reader}]
    if thread is None or not notes:
        return None
    last = notes[-1]
    data = last.data or {}
    content = {"text": str(data.get("text", "")), "media": last.what}
    return Written("alert", illness_id, last.person_id or 0, thread.child_id, content)
