"""What is held, reported, written down and erased."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, LargeBinary, String, Table, UniqueConstraint

from bot.db.columns import EncryptedJson, EncryptedText, EncryptedWord, Instant, Key
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key

# What somebody wrote that may be a cry for help: held until its writer chooses.
held_text = Table(
    "held_text",
    metadata,
    own_key(),
    foreign_key("person_id", "person"),
    Column("about", EncryptedWord("held_text.about", 10)),  # the group of the phrase
    Column("payload", EncryptedText("held_text.payload")),  # the update as it came; none where it was not held
    Column("dialogue", EncryptedJson("held_text.dialogue")),  # what it would have been the answer to
    Column("choice", EncryptedWord("held_text.choice", 8)),  # help, once they have said so
    Column("at", Instant, nullable=False),
    Column("ask_at", Instant),  # when its writer is asked again; none where nothing waits
)
Index("ix_held_text_person_id", held_text.c.person_id)
Index("ix_held_text_at", held_text.c.at)
index_where_set(held_text.c.ask_at)

# Counts only: no person and no words.
crisis_event = Table(
    "crisis_event",
    metadata,
    own_key(),
    Column("about", EncryptedWord("crisis_event.about", 10)),
    Column("at", Instant, nullable=False),
    Column("choice", String(8), nullable=False),
    Column("locale", String(16), nullable=False),
    CheckConstraint("choice IN ('help', 'sent', 'dropped')", name="choice"),
)
Index("ix_crisis_event_at", crisis_event.c.at)

report = Table(
    "report",
    metadata,
    own_key(),
    foreign_key("person_id", "person"),  # the reporter, who is shown to nobody
    foreign_key("author_id", "person"),
    Column("payload", EncryptedJson("report.payload"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("outcome", String(10)),
    CheckConstraint("outcome IN ('acted', 'passed_on', 'kept')", name="outcome"),
)
Index("ix_report_person_id", report.c.person_id)
Index("ix_report_author_id", report.c.author_id)
Index("ix_report_at", report.c.at)
_waits = report.c.closed_at.is_(None)
Index("ix_report_waits", report.c.at, sqlite_where=_waits, postgresql_where=_waits)

# Whom somebody wants to hear no more.
muted = Table(
    "muted",
    metadata,
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("author_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("child_id", Key, ForeignKey("child.id", ondelete="CASCADE"), nullable=False),
    Column("at", Instant, nullable=False),
)
Index("ix_muted_author_id", muted.c.author_id)
Index("ix_muted_child_id", muted.c.child_id)

# What was erased, so that no backup brings it back: the kind of row, a keyed hash of its number, and when.
tombstone = Table(
    "tombstone",
    metadata,
    own_key(),
    Column("entity", String(40), nullable=False),
    Column("row_hash", LargeBinary(33), nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("entity", "row_hash"),
)

# Who did what to a circle or a school, and when; nothing of what was said. It outlives the rows it names, so it refers
# to nobody: people are keyed hashes, and rows are numbers that are never given twice.
audit = Table(
    "audit",
    metadata,
    own_key(),
    Column("actor", LargeBinary(33)),  # none: time, or whoever runs the bot
    Column("action", EncryptedWord("audit.action", 24)),
    Column("entity", String(20)),
    Column("entity_id", Key),
    Column("child_id", Key),
    Column("at", Instant, nullable=False),
)
_of_family = audit.c.child_id.is_not(None)
Index("ix_audit_child_id", audit.c.child_id, audit.c.id, sqlite_where=_of_family, postgresql_where=_of_family)
Index("ix_audit_at", audit.c.at)
