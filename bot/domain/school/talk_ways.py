"""📬 How far words between a family and a school have come: who has them, and whom they wait for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.deliveries import delivery, next_look
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.school_talks import Talk, TalkReceipt, receipt_of

ENOUGH = timedelta(days=3)  # so long it is seen whether the others of a family have it, too

Ways = Mapping[int, str]  # where it is with each reader


@dataclass(frozen=True, slots=True)
class TalkLost(Event):
    """Its author's receipt once more, with a sound and in place of the old one: somebody has not got it."""

    while_stopped = Told.NOBODY
    talk_id: int


def is_lost(ways: Ways) -> bool:
    """Whether nobody has all of it, and nothing is on its way."""
    return delivery(list(ways.values())) == "lost"


def told(ways: Ways) -> str:
    """What its author reads of its way, in short: how many have it, what of the others, and how many have lost it."""
    rest = [state for state in ways.values() if state != "arrived"]
    lost = sum(state in {"lost", "part"} for state in rest) if ways else 1  # nobody is left: one loss
    short = [str(len(ways) - len(rest)), *([delivery(rest)] if rest or not ways else [])]
    return " ".join([*short, *([str(lost)] if lost else [])])


def has_nobody(talk: Talk) -> bool:
    """Whether its author has been told that it has reached nobody."""
    return (talk.told or "").startswith("0 lost")


def losses(talk: Talk) -> int:
    """Of how many its author has been told that it has not reached them; of a school one who has it is enough."""
    short = (talk.told or "").split(" ")
    return int(short[2]) if len(short) > 2 and (talk.from_school or has_nobody(talk)) else 0


def is_news(now: Talk, before: Iterable[Talk]) -> bool:
    """Whether something is lost of which its author has not heard by any of what was sent as one."""
    return losses(now) > max(map(losses, before), default=0)


def look_after(ways: Ways, talk: Talk, now: datetime) -> timedelta | None:
    """How long after a look comes the next; none where there is nothing left to see. One of a school is enough."""
    states = set(ways.values())
    if "arrived" in states:
        goes_on = talk.from_school and "coming" in states and now - talk.sent_at < ENOUGH
    else:
        goes_on = bool(states & {"coming", "waits", "kept"})
    return next_look(talk.sent_at, now) if goes_on else None


def tell_way(talk: Talk) -> list[Notification]:
    """Its author's own card follows what is known of it."""
    return [Notification(talk.author_id, TalkReceipt(talk.id), Lane.REPLY, receipt_of(talk.id), edits_card=True)]


def tell_lost(talk: Talk) -> list[Notification]:
    """What its author should act on; of several pictures once."""
    return [Notification(talk.author_id, TalkLost(talk.id), Lane.NOTICE, card=f"lost_talk:{talk.id}")]
