"""📬 How far words between a family and a school have come: who has them, and whom they wait for."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.domain.deliveries import delivery, next_look
from bot.domain.notifications import Lane, Notification
from bot.domain.school.school_talks import Talk, TalkClosed, TalkReceipt, Thread, receipt_of

ENOUGH = timedelta(days=3)  # so long it is seen whether the others of a family have it, too
LOST = "0 lost"  # what its author has been told of words that have reached nobody

Ways = Mapping[int, str]  # where it is with each reader


def is_lost(ways: Ways) -> bool:
    """Whether nobody has all of it, and nothing is on its way."""
    return delivery(list(ways.values())) == "lost"


def told(ways: Ways) -> str:
    """What its author reads of its way, in short: how many have it, and what of the others."""
    rest = [state for state in ways.values() if state != "arrived"]
    return " ".join([str(len(ways) - len(rest)), *([delivery(rest)] if rest or not ways else [])])


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


def tell_nobody_reads(talk: Talk, thread: Thread) -> list[Notification]:
    """All whom it was for have gone before it came; its author once, also of several pictures."""
    about, card = TalkClosed(thread.class_id, thread.child_id, sent=True), f"talk_closed:{thread.id}"
    return [Notification(talk.author_id, about, Lane.NOTICE, card)]
