"""Sends a notice out, now or when its time has come, to the households of this moment; and corrects it there."""

from collections.abc import Sequence
from dataclasses import replace

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.delivery.payloads import Payload
from bot.domain.school.notice_cards import card_of, corrected_of
from bot.domain.school.notice_news import tell_corrected, tell_in_words, tell_media_lost, tell_sent, tell_singly
from bot.domain.school.notices import (
    CHANGES_TOGETHER,
    CORRECTIONS,
    OF_ITS_TEXT,
    Household,
    Level,
    Notice,
    NoticeState,
    home_of,
)
from bot.domain.school.schools import family
from bot.queries.circle import circles
from bot.queries.school import notices, school_notices
from bot.services.notifications import notify
from bot.services.school import class_groups


def send_out(tx: Tx, notice: Notice) -> bool:
    """Send a notice that has not gone out; false when another tap or tick was faster."""
    asks = notice.level == Level.ANSWER and not notice.is_over(tx.now)  # it may leave later than was meant
    until = notice.answer_until if asks else None
    before = NoticeState.DRAFT, NoticeState.SCHEDULED
    if not notices.change(
        tx,
        notice.id,
        before,
        state=NoticeState.SENT,
        send_at=None,
        sent_at=tx.now,
        answer_until=until,
        outcome_at=until,
    ):
        return False
    if notice.school_id is not None:
        school_notices.queue(tx, notice.id)
        return True
    readers = _readers(tx, notice.id)
    notices.address(tx, notice.id, readers)
    notify(tx, tell_sent(notice, sorted({person for _child, person in readers})))
    for each in notices.classes(tx, notice.id):
        class_groups.post(tx, replace(notice, state=NoticeState.SENT), each)
    return True


def open_households(tx: Tx, notice: Notice, among: Sequence[int] | None = None) -> list[Household]:
    """The households of whom something is still waited for; or of these children's."""
    return [
        each for each in notices.households(tx, notice.id, among) if not each.is_done(notice, _home(tx, each.child_id))
    ]


def _home(tx: Tx, child_id: int) -> tuple[int, ...]:
    """Who can see to an errand of a child."""
    circle = circles.get(tx, child_id)
    return home_of(circle) if circle else ()


def media_refused(tx: Tx, notice_id: int, place: int | None, reader: int) -> bool:
    """Telegram does not take a part of a notice: its teacher hears it once, and the words arrive without it.

    `place` is that of a part; none is the card, whose picture it was. Whether it was about a picture or a file.
    """
    found = notices.get(tx, notice_id)
    if found is None or (place is None and not found.had_card_media):
        return False
    known = any(each.get("refused") for each in found.media)
    media = [{**each, "refused": True} if at == (place or 0) else each for at, each in enumerate(found.media)]
    notices.change(tx, found.id, (NoticeState.SENT,), body={**found.body, "media": media})
    if found.author_id is not None and not known:
        notify(tx, tell_media_lost(found, found.author_id))
    if place is None:
        notify(tx, tell_in_words(found, reader))
        if again := outbox.pending_card(tx, reader, card_of(found.id)):
            payload: Payload = again.payload.copy()
            payload["fileless"] = True  # refused once more, it ends
            outbox.set_payload(tx, again.id, payload)
    return True


def album_refused(tx: Tx, notice_id: int, place: int, count: int, reader: int) -> bool:
    """Telegram takes an album whole or not at all: its parts are tried one by one."""
    found = notices.get(tx, notice_id)
    if found is not None:
        notify(tx, tell_singly(found, reader, range(place, place + count)))
    return found is not None


def correct(tx: Tx, notice: Notice, text: str) -> bool:
    """The words change where they were read; pictures stay, for they cannot be changed in place. False after many."""
    if notice.revision >= CORRECTIONS:
        return False
    body = {**notice.body, "text": text, "parts": notice.above + 1}
    if notice.level in OF_ITS_TEXT:  # what was signed can still be read, word for word
        body["earlier"] = [*notice.earlier, notice.text]
    notices.change(tx, notice.id, (NoticeState.SENT,), body=body, revision=notice.revision + 1)
    corrected = notices.get(tx, notice.id)
    assert corrected is not None
    readers = notices.readers(tx, notice.id)
    everybody = sorted({person for _child, person, _confirmed in readers})
    confirmed = sorted({person for _child, person, confirmed in readers if confirmed})
    told = [each for each in confirmed if _is_told(tx, each, notice.id)]
    notify(tx, tell_corrected(corrected, everybody, confirmed, told))
    class_groups.change(tx, corrected)
    class_groups.decide_anew(tx, notice, corrected)
    return True


def _is_told(tx: Tx, person_id: int, notice_id: int) -> bool:
    at = cards.sent_at(tx, person_id, corrected_of(notice_id))
    return at is not None and tx.now - at < CHANGES_TOGETHER


def _readers(tx: Tx, notice_id: int) -> list[tuple[int, int]]:
    found = [circles.get(tx, child_id) for child_id in sorted(notices.pupils(tx, notice_id))]
    return [(circle.child.id, each.person_id) for circle in found if circle for each in family(circle)]
