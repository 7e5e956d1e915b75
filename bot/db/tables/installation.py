"""What an installation knows of itself, and which process does what."""

from sqlalchemy import BigInteger, Column, Integer, String, Table

from bot.db.tables.base import metadata

# What this installation has learned about itself: its bot's username, where the poller stands.
installation = Table(
    "installation",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", String(200), nullable=False),
)

# Which process fetches and which one sends, where several share a database.
lease = Table(
    "lease",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("holder", String(32), nullable=False),
    Column("session", Integer),  # the holder's on the server: when it ends, the holder has died
    Column("until", BigInteger, nullable=False),  # microseconds since 1970 by the database's own clock; 0: given back
)
