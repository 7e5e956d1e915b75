"""What comes and what leaves: inbox, outbox, cards."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    and_,
)

from bot.db.columns import EncryptedJson, EncryptedText, Instant, Key, Veiled, VeiledName
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key

inbox = Table(
    "inbox",
    metadata,
    own_key(),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("chat", Veiled("inbox.chat")),
    Column("payload", EncryptedText("inbox.payload")),
    Column("state", String(8), nullable=False),
    Column("attempt", SmallInteger, nullable=False, default=0),
    Column("turn", Integer, nullable=False, server_default="0"),  # how many of its chat wait before it
    Column("reason", String(200)),
    Column("received_at", Instant, nullable=False),
    Column("done_at", Instant),
    CheckConstraint("state IN ('new', 'done', 'parked')", name="state"),
)
_new = inbox.c.state == "new"
Index("ix_inbox_turn", inbox.c.turn, inbox.c.id, sqlite_where=_new, postgresql_where=_new)
Index("ix_inbox_chat", inbox.c.chat, inbox.c.id, sqlite_where=_new, postgresql_where=_new)
_parked = inbox.c.state == "parked"
Index("ix_inbox_parked", inbox.c.id, sqlite_where=_parked, postgresql_where=_parked)
index_where_set(inbox.c.done_at)
_done = inbox.c.done_at.is_not(None)
Index("ix_inbox_done_chat", inbox.c.chat, sqlite_where=_done, postgresql_where=_done)

outbox = Table(
    "outbox",
    metadata,
    own_key(),
    Column("chat", Veiled("outbox.chat")),  # none: not a message, so outside the pacing (answers to button presses)
    foreign_key("person_id", "person", required=False),
    Column("lane", SmallInteger, nullable=False),
    Column("turn", Integer, nullable=False, server_default="0"),  # how many of its chat and fast lane wait before it
    Column("due_at", Instant, nullable=False),
    Column("wanted_at", Instant),  # when it would leave if its reader were awake; none for what nothing holds
    Column("expires_at", Instant),
    Column("state", String(10), nullable=False),
    Column("attempt", SmallInteger, nullable=False, default=0),
    Column("lease_until", Instant),
    Column("retry_if_unknown", Boolean, nullable=False),  # sent again when the outcome of a send is unknown
    Column("card", VeiledName("outbox.card")),
    Column("edits_card", Boolean, nullable=False, default=False),  # edits the card where it was sent already
    Column("merge", VeiledName("outbox.merge")),
    Column("payload", EncryptedJson("outbox.payload")),
    Column("reason", String(200)),
    Column("created_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("message_id", BigInteger),
    CheckConstraint(
        "state IN ('pending', 'sending', 'sent', 'unknown', 'discarded', 'cleared', 'waiting')", name="state"
    ),
)
_pending = outbox.c.state == "pending"
Index(
    "ix_outbox_pending", outbox.c.lane, outbox.c.due_at, outbox.c.id, sqlite_where=_pending, postgresql_where=_pending
)
_fast = and_(_pending, outbox.c.lane <= 1)
Index("ix_outbox_turn", outbox.c.lane, outbox.c.turn, outbox.c.id, sqlite_where=_fast, postgresql_where=_fast)
_open = outbox.c.state.in_(["pending", "sending"])
Index("ix_outbox_chat", outbox.c.chat, outbox.c.lane, outbox.c.id, sqlite_where=_open, postgresql_where=_open)
_sending = outbox.c.state == "sending"
Index("ix_outbox_lease_until", outbox.c.lease_until, sqlite_where=_sending, postgresql_where=_sending)
_waiting = outbox.c.state == "waiting"
Index("ix_outbox_waiting", outbox.c.person_id, sqlite_where=_waiting, postgresql_where=_waiting)
index_where_set(outbox.c.done_at)
_given_up = outbox.c.state.in_(["unknown", "discarded"])
Index("ix_outbox_given_up", outbox.c.done_at, sqlite_where=_given_up, postgresql_where=_given_up)
Index("ix_outbox_person_id", outbox.c.person_id)
_unseen = and_(outbox.c.card.is_not(None), outbox.c.state.in_(["pending", "waiting"]))
Index("ix_outbox_card", outbox.c.card, sqlite_where=_unseen, postgresql_where=_unseen)

# The message in which a person sees a thing that changes: edited in place instead of sent again.
card = Table(
    "card",
    metadata,
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("name", VeiledName("card.name"), primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    Column("sent_at", Instant, nullable=False),
)

# A file that somebody has sent and that is still to be fetched and read: it never lies here itself.
fetch = Table(
    "fetch",
    metadata,
    own_key(),
    foreign_key("person_id", "person"),
    Column("purpose", String(16), nullable=False),
    Column("file_id", EncryptedText("fetch.file_id"), nullable=False),
    Column("details", EncryptedJson("fetch.details"), nullable=False),
    Column("attempt", SmallInteger, nullable=False, default=0),
    Column("due_at", Instant, nullable=False),
)
Index("ix_fetch_due_at", fetch.c.due_at)
Index("ix_fetch_person_id", fetch.c.person_id)
