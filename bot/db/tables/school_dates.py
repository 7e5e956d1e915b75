"""Dates of a school: times to talk with a teacher, and its calendar."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, SmallInteger, String, Table, UniqueConstraint

from bot.db.columns import EncryptedText, Instant, Key
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key

# Times at which whoever teaches a class talks with families, offered in one go.
meeting = Table(
    "meeting",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    Column("offered_by", Key, ForeignKey("person.id", ondelete="SET NULL")),  # who talks with the families
    Column("remote", Boolean, nullable=False),
    Column("minutes", SmallInteger, nullable=False),
    Column("offered_at", Instant, nullable=False),
    Column("open_at", Instant, nullable=False),  # by phone those far away choose until then
    Column("cancelled_at", Instant),
)
Index("ix_meeting_class_id", meeting.c.class_id)
Index("ix_meeting_offered_at", meeting.c.offered_at)
index_where_set(meeting.c.offered_by)

# One of these times. Each adult of a family may have one, so that two of them say nothing of how the parents stand.
meeting_slot = Table(
    "meeting_slot",
    metadata,
    own_key(),
    foreign_key("meeting_id", "meeting"),
    Column("at", Instant, nullable=False),
    Column("child_id", Key, ForeignKey("child.id", ondelete="SET NULL")),  # the time stays, for another family
    Column("person_id", Key, ForeignKey("person.id", ondelete="SET NULL")),
    Column("taken_at", Instant),
    Column("next_at", Instant),  # the next reminder of it
    UniqueConstraint("meeting_id", "at"),
)
index_where_set(meeting_slot.c.child_id)
index_where_set(meeting_slot.c.person_id)
index_where_set(meeting_slot.c.next_at)

# A line of the school's calendar.
school_day = Table(
    "school_day",
    metadata,
    own_key(),
    foreign_key("school_id", "school"),
    Column("first", String(10), nullable=False),
    Column("until", String(10), nullable=False),  # its last day
    Column("kind", String(8), nullable=False),  # holiday, exam, event
    Column("name", EncryptedText("school_day.name"), nullable=False),
    Column("told_class", Key, nullable=False),  # families of the classes up to this number have read of it
    Column("next_at", Instant),  # when families read of it
    Column("added_at", Instant, nullable=False),
)
Index("ix_school_day_school_id", school_day.c.school_id, school_day.c.until)
Index("ix_school_day_until", school_day.c.until)
index_where_set(school_day.c.next_at)
