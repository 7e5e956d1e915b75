"""Illness as a thread."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, SmallInteger, String, Table

from bot.db.columns import EncryptedJson, EncryptedWord, Instant, Key
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key, veiled_person

illness = Table(
    "illness",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    veiled_person("illness", "opened_by"),
    Column("state", String(10), nullable=False),  # draft, open, closed, undone
    Column("what", EncryptedWord("illness.what", 64)),
    Column("opened_at", Instant, nullable=False),
    Column("alert_at", Instant),  # when the alert leaves by itself
    Column("alerted_at", Instant),
    Column("seen_at", Instant),
    veiled_person("illness", "caller_id"),
    Column("call_until", Instant),
    Column("escalation", SmallInteger, nullable=False, default=0),
    Column("escalate_at", Instant),
    Column("ask_at", Instant),
    Column("reach_at", Instant),  # when to look whether everybody who was alerted can be reached
    Column("outcome", EncryptedWord("illness.outcome", 16)),
    Column("closed_at", Instant),
    CheckConstraint("state IN ('draft', 'open', 'closed', 'undone')", name="state"),
)
_thread = illness.c.state.in_(["draft", "open"])
Index("uq_illness_open", illness.c.child_id, unique=True, sqlite_where=_thread, postgresql_where=_thread)
Index("ix_illness_child_id", illness.c.child_id)
index_where_set(illness.c.opened_by)
_draft = illness.c.state == "draft"
Index("ix_illness_alert_at", illness.c.alert_at, sqlite_where=_draft, postgresql_where=_draft)
for _column in (
    illness.c.opened_at,
    *(illness.c.escalate_at, illness.c.ask_at, illness.c.call_until, illness.c.reach_at),
):
    Index(f"ix_illness_{_column.name}", _column, sqlite_where=_thread, postgresql_where=_thread)

index_where_set(illness.c.closed_at)

illness_event = Table(
    "illness_event",
    metadata,
    own_key(),
    foreign_key("illness_id", "illness"),
    veiled_person("illness_event", "person_id"),
    Column("at", Instant, nullable=False),
    Column(
        "what", EncryptedWord("illness_event.what", 12)
    ),  # told, seen, calling, called, better, same, worse, doctor, voice
    Column("data", EncryptedJson("illness_event.data")),
)
Index("ix_illness_event_illness_id", illness_event.c.illness_id)
index_where_set(illness_event.c.person_id)

# Exactly those who were alerted, so that exactly those are given the all-clear.
illness_told = Table(
    "illness_told",
    metadata,
    Column("illness_id", Key, ForeignKey("illness.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
)
Index("ix_illness_told_person_id", illness_told.c.person_id)
