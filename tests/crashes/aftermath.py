"""What must hold once everything is quiet again, whoever died meanwhile."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import false, func, select

from bot.db.tables import check_in, illness, inbox, outbox
from bot.db.transaction import Tx
from bot.domain.notifications import Lane
from tests.crashes.families import Family
from tests.crashes.stream import Stream
from tests.crashes.telegram import Telegram


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What one run has shown; as text, a line to print."""

    name: str
    updates: int
    handled: int
    parked: int
    poison: int
    redelivered: int
    alerts: int
    families: int
    doubled: int
    in_flight: int

    def __str__(self) -> str:
        return (
            f"{self.name}, {self.updates} updates, {self.redelivered} of them redelivered; {self.handled} handled "
            f"once, {self.parked} parked of {self.poison} poison; alerts arrived for {self.alerts} of {self.families} "
            f"families; {self.doubled} messages arrived twice or unrecorded, {self.in_flight} were in flight at a death"
        )


def checked(tx: Tx, name: str, households: list[Family], telegram: Telegram, stream: Stream) -> Aftermath:
    """Nothing was lost, nothing done twice, and what came twice was in flight when a process died."""
    handled, parked = check_inbox(tx, stream)
    check_effects(tx, households, telegram)
    alerts = check_alerts(tx, households, telegram)
    doubled, explained = duplicates(tx, telegram), in_flight(tx)
    assert doubled <= explained
    return Aftermath(
        name, len(stream.numbers), handled, parked, len(stream.poison), stream.twice, alerts, len(households), doubled,
        explained,
    )  # fmt: skip


def check_inbox(tx: Tx, stream: Stream) -> tuple[int, int]:
    """Each update stands there once: done, or parked with its reason; how many of either."""
    rows = tx.all(select(inbox.c.update_id, inbox.c.state, inbox.c.reason))
    assert Counter(stream.numbers) - Counter(row.update_id for row in rows) == Counter()
    assert Counter(row.update_id for row in rows) - Counter(stream.numbers) == Counter()
    assert {row.state for row in rows} == {"done", "parked"}
    parked = {row.update_id: row.reason for row in rows if row.state == "parked"}
    assert {number: reason for number, reason in parked.items() if number not in stream.poison} == {}
    assert all(parked.values())
    return len(rows) - len(parked), len(parked)


def check_effects(tx: Tx, households: list[Family], telegram: Telegram) -> None:
    """Each day of the calm is answered, and everybody's newest; each answer is told once, each message has arrived."""
    waiting = [number for each in households for number in each.check_ins]
    rows = tx.all(select(check_in.c.id, check_in.c.state).where(check_in.c.id.in_(waiting)))
    assert {row.state for row in rows} <= {"answered", "together", "heard"}  # other news settles what is older
    answered = {row.id for row in rows if row.state == "answered"}
    assert answered >= {number for each in households for number in each.check_ins[: None if each.calm else 1]}
    left = tx.all(select(outbox.c.id, outbox.c.state).where(outbox.c.state.in_(["pending", "sending", "waiting"])))
    assert left == []
    lost = select(outbox.c.reason).where(outbox.c.state == "discarded", outbox.c.chat.is_not(None))
    assert tx.all(lost) == []  # an answer to a press may come too late on a slow machine; a message may not
    told = Counter[int]()
    for row in tx.all(select(outbox.c.chat, outbox.c.payload, outbox.c.state, outbox.c.message_id)):
        news = [each["check_in_id"] for each in row.payload["events"] if each["kind"] == "CheckInAnswered"]
        told.update(news)
        if news:
            assert row.state == "sent"
            assert row.message_id in telegram.world.chats[row.chat].messages
    assert told == Counter(answered)


def check_alerts(tx: Tx, households: list[Family], telegram: Telegram) -> int:
    """Each child's illness is one thread, and its alert has reached the parent; how many families' has."""
    threads = tx.all(select(illness.c.child_id, illness.c.state, illness.c.alerted_at))
    assert Counter(row.child_id for row in threads) == Counter(each.child for each in households)
    assert all(row.state == "open" and row.alerted_at for row in threads)
    alerts = tx.all(select(outbox.c.chat, outbox.c.state, outbox.c.message_id).where(outbox.c.lane == Lane.URGENT))
    assert {row.state for row in alerts} <= {"sent", "cleared"}
    arrived = {row.chat for row in alerts if row.message_id in telegram.world.chats[row.chat].messages}
    parents = {each.parent.chat.id for each in households}
    assert arrived >= parents
    return len(arrived & parents)


def duplicates(tx: Tx, telegram: Telegram) -> int:
    """How many messages arrived more often than their rows say: sent again, or never known to have arrived."""
    arrived = sum(each.ok and "chat_id" in each.params for each in telegram.requests)
    unchanged = outbox.c.reason == "it said so already"  # an edit that Telegram did not need to make
    sent = outbox.c.state == "sent", outbox.c.chat.is_not(None), func.coalesce(unchanged, false()).is_(false())
    return arrived - int(tx.scalar(select(func.count()).where(*sent)))


def check_order(tx: Tx) -> None:
    """Each chat got its news in the order in which they were told."""
    rows = tx.all(select(outbox).where(outbox.c.state == "sent").order_by(outbox.c.chat, outbox.c.lane, outbox.c.id))
    news = [row for row in rows if any(each["kind"] == "CheckInAnswered" for each in row.payload["events"])]
    assert news
    for before, after in pairwise(news):
        if (before.chat, before.lane) == (after.chat, after.lane):
            assert before.message_id <= after.message_id


def in_flight(tx: Tx) -> int:
    """How many attempts to send had no known outcome."""
    messages = outbox.c.chat.is_not(None)
    tried = tx.scalar(select(func.sum(outbox.c.attempt)).where(messages))
    return int(tried) - int(tx.scalar(select(func.count()).where(messages, outbox.c.state == "sent")))
