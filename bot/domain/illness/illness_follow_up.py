"""What becomes of an illness: the question, its answers, what is added to the thread, and its end."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.circle.circles import Circle
from bot.domain.illness.illness_alerts import tell_changed
from bot.domain.illness.illnesses import Illness, IllnessEvent, at_home, by_school
from bot.domain.notifications import Event, Lane, Notification, Told

TOGETHER = timedelta(minutes=10)  # what home reads of a call and the question stand in one message when so near


@dataclass(frozen=True, slots=True)
class IllnessAsked(Event):
    """The follow-up: better, same, worse, saw a doctor; `event_id` is this asking."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    event_id: int
    lost: int = 0  # who has said that they call, and nothing was heard of it: home reads both at once


@dataclass(frozen=True, slots=True)
class IllnessAnswered(Event):
    """The answer to a follow-up, told to those who were alerted."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    event_id: int


@dataclass(frozen=True, slots=True)
class FollowUpReceived(Event):
    """The guardian's thanks, in place of the question."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    answer: str


@dataclass(frozen=True, slots=True)
class AllClear(Event):
    """The child is better; exactly those hear it who heard of the illness."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class IllnessFellSilent(Event):
    """For two weeks nobody has said how the child is; it is not asked any more, and that is no all-clear."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int


@dataclass(frozen=True, slots=True)
class NotePassedOn(Event):
    """What the guardian said or showed in the thread; `words` comes before media that carry no caption."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    event_id: int
    words: bool = False


@dataclass(frozen=True, slots=True)
class NoteAsked(Event):
    """What comes next is passed on as part of the thread."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int


@dataclass(frozen=True, slots=True)
class NoteReceived(Event):
    """The guardian hears that a note is on its way, or why it is not."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    passed: bool = True


_PART = 800  # signs of one message: an escaped text stays within Telegram's limits


def parts(media: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What was said or shown, as notes that each fit into a message."""
    text = str(media.get("text") or "")
    words = [text[start : start + _PART] for start in range(0, len(text), _PART)]
    if media["kind"] == "text":
        return [{"kind": "text", "text": each} for each in words]
    first = {"kind": media["kind"], "file_id": media["file_id"], "text": words[0] if words else ""}
    return [first, *({"kind": "text", "text": each} for each in words[1:])]


def question_card(illness_id: int) -> str:
    """The name of the message that holds the follow-up question."""
    return f"illness_ask:{illness_id}"


def tell_asked(circle: Circle, illness: Illness, event_id: int, now: datetime) -> list[Notification]:
    """The follow-up question; it may wait for the guardian's morning."""
    about, card = IllnessAsked(illness.id, event_id), question_card(illness.id)
    home = at_home(circle, illness, now)
    return [Notification(each, about, Lane.NOTICE, card=card, written=True, soon=True) for each in home]


def tell_asked_with_call(asked: Iterable[Notification], lost: int, awake: Collection[int]) -> list[Notification]:
    """That nothing was heard of a call, in the question that is due anyway, to who is awake; it leaves as an alert."""
    return [
        replace(each, event=replace(each.event, lost=lost), lane=Lane.URGENT)
        if each.to in awake and each.to != lost and isinstance(each.event, IllnessAsked)
        else each
        for each in asked
    ]


def is_asked_soon(illness: Illness, now: datetime) -> bool:
    """Whether home is about to be asked, so that what must be said now is said with the question."""
    return illness.ask_at is not None and illness.ask_at <= now + TOGETHER


def asked_with_call(illness: Illness, circle: Circle, now: datetime) -> datetime | None:
    """When a call runs out of which home then hears nothing, if that is soon: the question waits for it."""
    if illness.call_until is None or by_school(circle, illness.opened_by):
        return None
    return illness.call_until if now < illness.call_until <= now + TOGETHER else None


def tell_question_over(illness: Illness, asked: Iterable[int]) -> list[Notification]:
    """Where the question still stands: it loses its buttons, without a sound."""
    about, card = IllnessAsked(illness.id, 0), question_card(illness.id)
    return [Notification(each, about, Lane.URGENT, card=card, edits_card=True) for each in asked]


def tell_answered(illness: Illness, event_id: int, told: Iterable[int]) -> list[Notification]:
    """The same, or a doctor has been seen: the alert edited, and a short message that quiet hours may hold."""
    about, told = IllnessAnswered(illness.id, event_id), list(told)
    return [
        *tell_changed(illness, told),
        *(Notification(each, about, Lane.NOTICE, written=True, soon=True) for each in told),
    ]


def tell_fell_silent(illness: Illness, told: Iterable[int], home: Iterable[int]) -> list[Notification]:
    """Those who were alerted, and those who were asked."""
    about = IllnessFellSilent(illness.id)
    return [Notification(each, about, Lane.NOTICE, written=True, soon=True) for each in dict.fromkeys([*told, *home])]


def tell_note(illness: Illness, event: IllnessEvent, told: Iterable[int]) -> list[Notification]:
    """A voice, a picture, a few words from home, as part of the thread."""
    silent = event.data.get("kind") == "video_note"
    abouts = [NotePassedOn(illness.id, event.id, words=True)] if silent else []
    abouts.append(NotePassedOn(illness.id, event.id))
    return [Notification(each, about, Lane.URGENT, written=True) for each in told for about in abouts]
