"""Who hears what of an illness, and in which message."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.circle.circles import Circle, Member
from bot.domain.illness.illnesses import Illness, at_home
from bot.domain.notifications import Event, Lane, Notification, Told


@dataclass(frozen=True, slots=True)
class EmergencyShown(Event):
    """☂️ → emergency: the danger card for the places where this person's children are."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT


@dataclass(frozen=True, slots=True)
class DangerSigns(Event):
    """Below a danger card: its signs as one picture. The card itself waits for no picture, nor does anybody's alert."""

    while_stopped = Told.EVERYBODY


@dataclass(frozen=True, slots=True)
class IllChildAsked(Event):
    """Which child is ill; the danger card stands above the question already."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT


@dataclass(frozen=True, slots=True)
class NobodyIll(Event):
    """↩️ in place of the question which child is ill; `told`, where an alert had left already."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    told: bool


@dataclass(frozen=True, slots=True)
class DangerCardShown(Event):
    """The danger card, with where the thread stands below it; `ask` also asks what it is."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    ask: bool = False


@dataclass(frozen=True, slots=True)
class IllnessReported(Event):
    """The alert; one card for each thread, rendered as the thread stands now."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int


@dataclass(frozen=True, slots=True)
class AlertRepeated(Event):
    """In place of an alert that has been said once more, in a newer message; with `newer`, one that says more."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    newer: bool = False


@dataclass(frozen=True, slots=True)
class IllnessSeen(Event):
    """Somebody pressed 🙏; told to who opened the thread."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class SeenTakenBack(Event):
    """Somebody has taken their 🙏 back; told to who was told of it."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class CallStarted(Event):
    """Somebody pressed 🤙."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class CallTaken(Event):
    """A short answer to the second 🤙: somebody is calling already."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class NewerAlert(Event):
    """A short answer to a press below an older alert: it says nothing about what was told since."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int


@dataclass(frozen=True, slots=True)
class CallExpired(Event):
    """Two hours after 🤙 nobody has said what came of it; told at home."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class NobodySeenYet(Event):
    """An hour without 🙏 or 🤙; told at home, so that silence does not look like safety."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int


@dataclass(frozen=True, slots=True)
class ParentUnreached(Event):
    """An alert cannot be delivered to this person now; told at home at once."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    who: int


@dataclass(frozen=True, slots=True)
class NobodyReached(Event):
    """No parent can be reached; told at home at once."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int


@dataclass(frozen=True, slots=True)
class AlertUndelivered(Event):
    """Telegram refused the message to this person, or nobody knows whether it arrived; told at once."""

    while_stopped = Told.EVERYBODY
    reply_lane = Lane.URGENT
    illness_id: int
    who: int
    refused: bool


DANGER = "danger:"  # how the name of each such message begins


def alert_card(illness_id: int) -> str:
    """The name of the message in which somebody sees the alert."""
    return f"alert:{illness_id}"


def danger_card(illness_id: int) -> str:
    """The name of the message in which somebody at home sees the danger card."""
    return f"{DANGER}{illness_id}"


def tell_alert(illness: Illness, to: Iterable[int]) -> list[Notification]:
    """The alert as a new message."""
    card = alert_card(illness.id)
    return [Notification(each, IllnessReported(illness.id), Lane.URGENT, card=card, written=True) for each in to]


def tell_changed(illness: Illness, told: Iterable[int]) -> list[Notification]:
    """The alert edited wherever it stands."""
    card = alert_card(illness.id)
    return [Notification(each, IllnessReported(illness.id), Lane.URGENT, card=card, edits_card=True) for each in told]


def tell_seen(circle: Circle, illness: Illness, by: Member, told: Iterable[int], now: datetime) -> list[Notification]:
    """🙏: at home they hear it, the others see it."""
    about = IllnessSeen(illness.id, by.person_id)
    return [
        *(
            Notification(each, about, Lane.URGENT, written=True)
            for each in at_home(circle, illness, now)
            if each != by.person_id
        ),
        *tell_changed(illness, told),
    ]


def tell_unseen(circle: Circle, illness: Illness, by: Member, told: Iterable[int], now: datetime) -> list[Notification]:
    """🙏 taken back: nobody at home goes on believing that somebody knows."""
    about = SeenTakenBack(illness.id, by.person_id)
    return [*tell_home(circle, illness, about, now, but=by.person_id), *tell_changed(illness, told)]


def tell_calling(
    circle: Circle, illness: Illness, by: Member, told: Collection[int], now: datetime
) -> list[Notification]:
    """🤙: at home and all who were alerted hear who calls; the alert says so everywhere."""
    about = CallStarted(illness.id, by.person_id)
    heard = dict.fromkeys([*at_home(circle, illness, now), *told])
    return [
        *tell_changed(illness, told),
        *(Notification(each, about, Lane.URGENT, written=True) for each in heard if each != by.person_id),
    ]


def tell_home(
    circle: Circle, illness: Illness, about: Event, now: datetime, *, but: int | None = None
) -> list[Notification]:
    """Something that those at home must know at once, except the one of whom it speaks."""
    return [Notification(each, about, Lane.URGENT) for each in at_home(circle, illness, now) if each != but]


def tell_undelivered(
    circle: Circle, illness: Illness, who: int, told: Iterable[int], now: datetime, *, refused: bool
) -> list[Notification]:
    """At home and the other alerted adults who know them: somebody on whom they rely may know nothing."""
    heard = dict.fromkeys([*at_home(circle, illness, now), *told])
    know = {each.person_id for each in circle.who_know(who)}
    about = AlertUndelivered(illness.id, who, refused)
    return [Notification(each, about, Lane.URGENT) for each in heard if each in know]
