"""What an installation remembers about itself when its rows come and go."""

from sqlalchemy import Column, LargeBinary, String, Table, UniqueConstraint

from bot.storage.columns import Instant
from bot.storage.tables.base import metadata, own_key

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
