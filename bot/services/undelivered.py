"""A message that is given up: those who rely on it are told."""

import re

from bot.db.transaction import Tx
from bot.delivery.outbox import Row
from bot.domain.circle.reach import tell_words_lost
from bot.domain.daily.letter_box import LetterAgain
from bot.domain.daily.letters import LetterArrived
from bot.domain.daily.voices import tell_gone
from bot.domain.notifications import Lane
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notices import NoticePart, NoticeReminded, NoticeSent
from bot.queries.circle import circles
from bot.queries.daily import letters
from bot.queries.daily.calls import get as call_of
from bot.queries.privacy import reportable
from bot.queries.school import school_talks
from bot.services.illness import illness_alerts
from bot.services.notifications import notify
from bot.services.school.notices import album_refused, media_refused

# A letter's author is told by the tick that looks after letters, that of words to or from a school by theirs.
_CARD = re.compile(r"(notice|word|promise):(\d+)")
_TALK = re.compile(r"talk:(\d+)")  # any page of it


def tell_those_concerned(tx: Tx, row: Row, *, refused: bool) -> None:
    """Of an illness the family, of anything else that a person wrote its author."""
    if row.person_id is None or row.edits_card:
        return
    if refused:
        _letters(tx, row, row.person_id)
        if _media_of_notice(tx, row, row.person_id):
            return
    if match := _TALK.match(row.card or ""):
        school_talks.look_at_once(tx, int(match[1]))
    if row.lane == Lane.URGENT:
        illness_alerts.undelivered(tx, row.person_id, row.payload, refused=refused)
    if row.retry_if_unknown and (found := _author(tx, row, row.person_id)):
        author, child_id = found
        circle = circles.get(tx, child_id)
        if author != row.person_id and circle is not None:
            notify(tx, tell_words_lost(circle, author, row.person_id))


def _letters(tx: Tx, row: Row, reader: int) -> None:
    for each in row.payload["events"]:
        kind = each["kind"]
        found = letters.get(tx, each["letter_id"]) if kind in {LetterArrived.__name__, LetterAgain.__name__} else None
        if found is None:
            continue
        if kind == LetterArrived.__name__:
            letters.look_at_once(tx, found.id, reader)
        notify(tx, tell_gone(found.id, reader))


def _media_of_notice(tx: Tx, row: Row, reader: int) -> bool:
    """Whether it was a picture or a file of a notice that Telegram does not take."""
    found = False
    for each in row.payload["events"]:
        if each["kind"] == NoticePart.__name__ and each["what"] == "media":
            found = media_refused(tx, each["notice_id"], each["place"], reader) or found
        elif each["kind"] == NoticeAlbum.__name__:
            found = album_refused(tx, each["notice_id"], each["place"], each["count"], reader) or found
        elif each["kind"] in {NoticeSent.__name__, NoticeReminded.__name__} and "fileless" not in row.payload:
            found = media_refused(tx, each["notice_id"], None, reader) or found
    return found


def _author(tx: Tx, row: Row, reader: int) -> tuple[int, int] | None:
    """Who wrote it, and about which child."""
    if match := _CARD.fullmatch(row.card or ""):
        found = reportable.of(tx, reader, match[1], int(match[2]))
        return (found.author_id, found.child_id) if found else None
    calls = [each["call_id"] for each in row.payload["events"] if "call_id" in each]
    planned = call_of(tx, calls[0]) if calls else None
    return (planned.planned_by, planned.child_id) if planned else None
