"""Who hears what of an illness, and in which message."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.circle.circles import Circle, Member
from bot.domain.illness.illnesses import Illness, IllnessEvent, at_home
from bot.domain.notifications import Event, Lane, Notification


@dataclass(frozen=True, slots=True)
class EmergencyShown(Event):
    """☂️ → emergency: the danger card for the places where this person's children are."""


@dataclass(frozen=True, slots=True)
class IllChildAsked(Event):
    """Which child is ill; the danger card stands above the question already."""


@dataclass(frozen=True, slots=True)
class DangerCardShown(Event):
    """The danger card, with where the thread stands below it; `ask` also asks what it is."""

    illness_id: int
    ask: bool = False


@dataclass(frozen=True, slots=True)
class IllnessReported(Event):
    """The alert; one card for each thread, rendered as the thread stands now."""

    illness_id: int


@dataclass(frozen=True, slots=True)
class AlertRepeated(Event):
    """In place of an alert that has been said once more, in a newer message."""

    illness_id: int


@dataclass(frozen=True, slots=True)
class IllnessSeen(Event):
    """Somebody pressed 🙏; told to who opened the thread."""

    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class CallStarted(Event):
    """Somebody pressed 🤙."""

    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class CallTaken(Event):
    """A short answer to the second 🤙: somebody is calling already."""

    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class CallExpired(Event):
    """Two hours after 🤙 nobody has said what came of it; told at home."""

    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class NobodySeenYet(Event):
    """An hour without 🙏 or 🤙; told at home, so that silence does not look like safety."""

    illness_id: int


@dataclass(frozen=True, slots=True)
class ParentUnreached(Event):
    """An alert cannot be delivered to this person now; told at home at once."""

    illness_id: int
    who: int


@dataclass(frozen=True, slots=True)
class NobodyReached(Event):
    """No parent can be reached; told at home at once."""

    illness_id: int


@dataclass(frozen=True, slots=True)
class AlertUndelivered(Event):
    """Telegram refused the message to this person, or nobody knows whether it arrived; told at once."""

    illness_id: int
    who: int
    refused: bool


@dataclass(frozen=True, slots=True)
class IllnessAsked(Event):
    """The follow-up: better, same, worse, saw a doctor; `event_id` is this asking."""

    illness_id: int
    event_id: int


@dataclass(frozen=True, slots=True)
class IllnessAnswered(Event):
    """The answer to a follow-up, told to those who were alerted."""

    illness_id: int
    event_id: int


@dataclass(frozen=True, slots=True)
class FollowUpReceived(Event):
    """The guardian's thanks, in place of the question."""

    illness_id: int
    answer: str


@dataclass(frozen=True, slots=True)
class AllClear(Event):
    """The child is better; exactly those hear it who heard of the illness."""

    illness_id: int
    by: int


@dataclass(frozen=True, slots=True)
class IllnessFellSilent(Event):
    """For two weeks nobody has said how the child is; it is not asked any more, and that is no all-clear."""

    illness_id: int


@dataclass(frozen=True, slots=True)
class NotePassedOn(Event):
    """What the guardian said or showed in the thread; `words` comes before media that carry no caption."""

    illness_id: int
    event_id: int
    words: bool = False


@dataclass(frozen=True, slots=True)
class NoteReceived(Event):
    """The guardian hears that a note is on its way, or why it is not."""

    illness_id: int
    passed: bool = True


def alert_card(illness_id: int) -> str:
    """The name of the message in which somebody sees the alert."""
    return f"alert:{illness_id}"


def danger_card(illness_id: int) -> str:
    """The name of the message in which somebody at home sees the danger card."""
    return f"danger:{illness_id}"


def question_card(illness_id: int) -> str:
    """The name of the message that holds the follow-up question."""
    return f"illness_ask:{illness_id}"


def tell_alert(illness: Illness, to: Iterable[int]) -> list[Notification]:
    """The alert as a new message."""
    card = alert_card(illness.id)
    return [Notification(each, IllnessReported(illness.id), Lane.URGENT, card=card, written=True) for each in to]


def tell_changed(illness: Illness, told: Iterable[int]) -> list[Notification]:
    """The alert edited wherever it stands."""
    card = alert_card(illness.id)
    return [Notification(each, IllnessReported(illness.id), Lane.URGENT, card=card, replaces=True) for each in told]


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


def tell_asked(circle: Circle, illness: Illness, event_id: int, now: datetime) -> list[Notification]:
    """The follow-up question; it may wait for the guardian's morning."""
    about, card = IllnessAsked(illness.id, event_id), question_card(illness.id)
    home = at_home(circle, illness, now)
    return [Notification(each, about, Lane.NOTICE, card=card, written=True, soon=True) for each in home]


def tell_answered(illness: Illness, event_id: int, told: Iterable[int]) -> list[Notification]:
    """The same, or a doctor has been seen: the alert edited, and a short message that quiet hours may hold."""
    about, told = IllnessAnswered(illness.id, event_id), list(told)
    return [
        *tell_changed(illness, told),
        *(Notification(each, about, Lane.NOTICE, written=True, soon=True) for each in told),
    ]


def tell_all_clear(illness: Illness, by: Member, told: Iterable[int], active: Collection[int]) -> list[Notification]:
    """Exactly those who were alerted, and who opened the thread; not those who have left the circle since."""
    told = [each for each in told if each in active]
    heard = dict.fromkeys([*told, *([illness.opened_by] if illness.opened_by in active else [])])
    about = AllClear(illness.id, by.person_id)
    return [
        *tell_changed(illness, told),
        *(Notification(each, about, Lane.URGENT, written=True) for each in heard if each and each != by.person_id),
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
