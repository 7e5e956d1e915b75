"""Who runs the installation from inside Telegram, and what they were told to act on."""

from sqlalchemy import CheckConstraint, Column, Integer, LargeBinary, String, Table

from bot.db.columns import EncryptedJson, EncryptedText, Instant
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key

operator = Table(
    "operator",
    metadata,
    own_key(),
    Column("called", EncryptedText("operator.called"), nullable=False),
    Column("role", String(12), nullable=False),
    Column("token_hash", LargeBinary(33), nullable=False, unique=True),
    Column("link_until", Instant, nullable=False),
    foreign_key("person_id", "person", required=False),
    Column("joined_at", Instant),
    Column("asks", EncryptedJson("operator.asks")),  # what a second operator is to agree to
    Column("asked_at", Instant),
    CheckConstraint("role IN ('coordinator', 'safeguarding', 'technical')", name="role"),
)
index_where_set(operator.c.person_id)

# The states that last now.
page = Table(
    "page",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("since", Instant, nullable=False),
    Column("many", Integer, nullable=False),
)
