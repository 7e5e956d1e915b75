"""What was reported, and whom somebody wants to hear no more."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Table

from bot.db.columns import EncryptedJson, Instant, Key
from bot.db.tables.base import foreign_key, metadata, own_key

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
