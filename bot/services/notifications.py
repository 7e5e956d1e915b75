"""Applies what the domain answered: each notification becomes a row in the outbox, held where its reader sleeps."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import endings, outbox, reviving
from bot.delivery.payloads import Changes, Payload, When
from bot.domain.circle.times import due_for
from bot.domain.daily.check_ins import news_card
from bot.domain.events import is_hushed
from bot.domain.notifications import Event, Lane, Notification, dump
from bot.domain.people import Person
from bot.queries.child_of import child_of
from bot.queries.circle import people
from bot.queries.privacy import sharing
from bot.queries.school import staff_only

UNSHARED = "no longer shared"
JOINED = 12  # what was held for long is said in one message that can still be read


def notify(tx: Tx, tells: Iterable[Notification]) -> None:
    """Put each notification in the outbox; one that was overtaken, or can be joined to one that waits, replaces it."""
    told = list(tells)
    quiet = sharing.stopped(tx) if told else frozenset()
    for each in told:
        if sharing.stays_unsaid(tx, each, quiet):
            continue
        _tell(tx, people.to_tell(tx, each.to), each)


def reply(
    tx: Tx, me: Person, about: Event, *, edit: int | None = None, card: str | None = None, in_card: bool = False
) -> None:
    """Answer who has just done something; `edit` is the message to change in place instead of sending a new one.

    `in_card`: what took a moment stands in the place of the card that said so.
    """
    payload: Payload = {"events": [dump(about)]}
    if edit is not None:
        payload["edit"] = edit
    if about.reply_lane != Lane.URGENT:  # who has tapped looks at the phone
        payload["silent"] = True
    outbox.put(
        tx,
        payload,
        chat=me.telegram_id,
        person_id=me.id,
        lane=about.reply_lane,
        retry_if_unknown=True,
        card=card,
        edits_card=in_card,
    )


def show_page(tx: Tx, me: Person, said: Payload, page: int, *, edit: int) -> None:
    """Another page of a menu, in the message in which it stands."""
    payload: Payload = {"events": said["events"], "edit": edit, "page": page}
    outbox.put(tx, payload, chat=me.telegram_id, person_id=me.id, lane=Lane.REPLY, retry_if_unknown=True)


def without_foot(tx: Tx, me: Person, message_id: int) -> None:
    """Home and help leave the message under which one of them was pressed, for a newer one has them."""
    said = endings.said_in(tx, me.id, message_id)
    if said is None or len(said["events"]) != 1 or not endings.is_of_one(tx, me.id, message_id):
        return  # what was joined cannot be said again as it stands
    payload: Payload = {**said, "edit": message_id, "footless": True}
    outbox.put(tx, payload, chat=me.telegram_id, person_id=me.id, lane=Lane.ROUTINE, edits_card=True)


def reconsider(tx: Tx, person_id: int) -> None:
    """Hold or let go what waits for a person, after their quiet hours, their clock or their pause have changed."""
    reader = people.get(tx, person_id)
    for row in outbox.held(tx, person_id):
        lane, wanted = Lane(row.lane), max(tx.now, row.wanted_at)
        if _unwanted(reader, lane, written=row.retry_if_unknown):
            outbox.clear_row(tx, row.id, "only what is urgent")
        else:
            due_at = due_for(reader, wanted, lane, written=row.retry_if_unknown)
            outbox.postpone(tx, row.id, _hushed(due_at, reader, row.payload))


def forget_circle(tx: Tx, person_id: int, child_id: int) -> None:
    """Drop what waits for a person and is about a circle in which they no longer are."""
    _keep_only(tx, person_id, lambda about: child_of(tx, about, person_id) != child_id, "left the circle")


def forget_closed(tx: Tx, person_id: int) -> None:
    """Drop what waits for a person and is of a class or a school that they have no part in any more."""
    _keep_only(tx, person_id, lambda about: not staff_only.is_closed(tx, person_id, about), "left the school")


def forget_unshared(tx: Tx, person_id: int, child_id: int) -> None:
    """Drop what waits for a person and is no longer shared about a child."""

    def stays(about: dict[str, Any]) -> bool:
        return child_of(tx, about, person_id) != child_id or not sharing.is_cut_off(
            tx, child_id, person_id, about["kind"]
        )

    _keep_only(tx, person_id, stays, UNSHARED)


def share_again(tx: Tx, person_id: int, child_id: int) -> None:
    """What people had written before sharing stopped arrives after all."""
    reader = people.get(tx, person_id)
    for row in reviving.cleared_for(tx, person_id, UNSHARED):
        if all(child_of(tx, each, person_id) == child_id for each in row.payload["events"]):
            reviving.revive(tx, row.id, due_for(reader, tx.now, Lane(row.lane), written=True))
    if not reader.reachable:
        outbox.hold(tx, person_id)


def forget_news(tx: Tx, person_id: int, check_in_id: int) -> bool:
    """Drop the news of an answer while it waits for a person; whether it was still unseen."""
    dropped = False
    for row in outbox.waiting_for(tx, person_id):
        left = [each for each in row.payload["events"] if each.get("check_in_id") != check_in_id]
        if row.edits_card or len(left) == len(row.payload["events"]):  # what it replaces has been seen
            continue
        dropped = True
        if left:
            card = news_card(left[-1]["check_in_id"])
            outbox.set_payload(tx, row.id, _saying(row.payload, left), card=card)
        else:
            outbox.clear_row(tx, row.id, "taken back")
    return dropped


def forget_word(tx: Tx, person_id: int, word_id: int) -> bool:
    """Drop what a family has answered to a word from the school while it waits; whether it was still unseen."""
    return _keep_only(tx, person_id, lambda about: about.get("word_id") != word_id, "taken back")


def _keep_only(tx: Tx, person_id: int, stays: Callable[[dict[str, Any]], bool], reason: str) -> bool:
    """Whether anything was dropped."""
    dropped = False
    for row in outbox.waiting_for(tx, person_id):
        said = row.payload.get("events", [])
        left = [each for each in said if stays(each)]
        dropped = dropped or len(left) < len(said)
        if said and not left:
            outbox.clear_row(tx, row.id, reason)
        elif len(left) < len(said):
            outbox.set_payload(tx, row.id, _saying(row.payload, left))
    return dropped


def _tell(tx: Tx, reader: Person, each: Notification) -> None:
    if _unwanted(reader, each.lane, written=each.written):
        return
    wanted = max(tx.now, each.not_before) if each.not_before else tx.now
    payload: Payload = {"events": [dump(each.event)]}
    due_at = _hushed(due_for(reader, wanted, each.lane, written=each.written), reader, payload)
    when: When = {
        "lane": Lane.URGENT if each.soon and due_at <= tx.now else each.lane,
        "retry_if_unknown": each.retry_if_unknown,
        "due_at": due_at,
        "wanted_at": wanted,
        "expires_at": tx.now + each.expires_in if each.expires_in else None,
    }
    if _takes_place_of_pending(tx, each, when):
        return
    outbox.put(
        tx,
        payload,
        chat=reader.telegram_id,
        person_id=reader.id,
        card=each.card,
        edits_card=each.edits_card,
        merge=each.merge,
        **when,
    )
    if not reader.reachable:
        outbox.hold(tx, reader.id)


def _takes_place_of_pending(tx: Tx, each: Notification, when: When) -> bool:
    if each.card and (same := outbox.pending_card(tx, each.to, each.card)):
        about = [*same.payload["events"][:-1], dump(each.event)]  # what was joined before it stays
        # What changes a message that nobody has seen waits as long as that message does, and is let go with it.
        new: Changes = {} if each.edits_card else _no_later(same, when)
        return outbox.set_payload(tx, same.id, _saying(same.payload, about), **new)
    held = outbox.pending_merge(tx, each.to, each.merge) if each.merge else None
    if held is None or len(held.payload["events"]) >= JOINED:
        return False
    joined = _saying(held.payload, [*held.payload["events"], dump(each.event)])
    return outbox.set_payload(tx, held.id, joined, card=each.card)


def _saying(payload: Payload, about: list[dict[str, Any]]) -> Payload:
    return {**payload, "events": about}


def _no_later(row: Any, when: When) -> Changes:
    """An alert in place of what a night holds leaves at once, and nothing makes an alert that waits any slower."""
    return {
        "lane": min(row.lane, when["lane"]),
        "retry_if_unknown": row.retry_if_unknown or when["retry_if_unknown"],
        "due_at": min(row.due_at, when["due_at"]),
        "wanted_at": min(row.wanted_at or when["wanted_at"], when["wanted_at"]),
        "expires_at": when["expires_at"],
    }


def _unwanted(reader: Person, lane: Lane, *, written: bool) -> bool:
    """Who wants only what is urgent is spared what Homeline itself begins; what a person wrote waits."""
    return reader.urgent_only and lane > Lane.REPLY and not written


def _hushed(due_at: datetime, reader: Person, payload: Payload) -> datetime:
    """For a day after a crisis card, reminders and ideas wait."""
    if reader.hushed_until is None or not all(is_hushed(each) for each in payload["events"]):
        return due_at
    return max(due_at, reader.hushed_until)
