"""What an installation remembers about itself when its rows come and go."""

from sqlalchemy import Column, Index, LargeBinary, String, Table, UniqueConstraint

from bot.db.columns import EncryptedWord, Instant, Key
from bot.db.tables.base import metadata, own_key

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
