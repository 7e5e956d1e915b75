"""Schools, classes and their notices."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, SmallInteger, String, Table, UniqueConstraint

from bot.db.columns import EncryptedJson, EncryptedText, Instant, Key
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key

school = Table(
    "school",
    metadata,
    own_key(),
    Column("name", EncryptedText("school.name"), nullable=False),
    Column("country", String(2)),
    Column("time_zone", String(64)),
    Column("created_at", Instant, nullable=False),
)

staff = Table(
    "staff",
    metadata,
    own_key(),
    foreign_key("school_id", "school"),
    foreign_key("person_id", "person"),
    Column("lead", Boolean, nullable=False),
    Column("called", EncryptedText("staff.called"), nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("left_at", Instant),  # also while somebody waits to be let in: they are not here
    Column("asked_at", Instant),  # has opened a code, and waits for the lead's yes
    UniqueConstraint("school_id", "person_id"),
)
Index("ix_staff_person_id", staff.c.person_id)

class_room = Table(
    "class_room",
    metadata,
    own_key(),
    foreign_key("school_id", "school"),
    foreign_key("teacher_id", "person"),
    Column("name", EncryptedText("class_room.name"), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
)
Index("ix_class_room_school_id", class_room.c.school_id)
Index("ix_class_room_teacher_id", class_room.c.teacher_id)

enrolment = Table(
    "enrolment",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    foreign_key("child_id", "child"),
    foreign_key("asked_by", "person", required=False),
    Column("state", String(8), nullable=False),  # pending, active, left, refused
    Column("asked_at", Instant, nullable=False),
    UniqueConstraint("class_id", "child_id"),
)
Index("ix_enrolment_child_id", enrolment.c.child_id)

notice = Table(
    "notice",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    foreign_key("author_id", "person", required=False),
    Column("state", String(10), nullable=False),  # draft, scheduled, sent, withdrawn
    Column("level", String(8), nullable=False),  # read, tap, answer, sign
    Column("urgent", Boolean, nullable=False, default=False),
    Column("body", EncryptedJson("notice.body"), nullable=False),  # {text, media: [{kind, file_id}], answers}
    Column("revision", SmallInteger, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("send_at", Instant),
    Column("sent_at", Instant),
    Column("reminders", SmallInteger, nullable=False, default=0),
    Column("reminded_at", Instant),
)
_scheduled = notice.c.state == "scheduled"
Index("ix_notice_send_at", notice.c.send_at, sqlite_where=_scheduled, postgresql_where=_scheduled)
Index("ix_notice_class_id", notice.c.class_id, notice.c.id)
index_where_set(notice.c.author_id)
Index("ix_notice_created_at", notice.c.created_at)

# The households a notice went to, as they were when it went out.
notice_household = Table(
    "notice_household",
    metadata,
    Column("notice_id", Key, ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("child_id", Key, ForeignKey("child.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    foreign_key("confirmed_by", "person", required=False),
    Column("confirmed_at", Instant),
    Column("answer", EncryptedText("notice_household.answer")),
    foreign_key("claimed_by", "person", required=False),
)
Index("ix_notice_household_child_id", notice_household.c.child_id)

notice_reader = Table(
    "notice_reader",
    metadata,
    Column("notice_id", Key, ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("child_id", Key, ForeignKey("child.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("confirmed_at", Instant),
)
Index("ix_notice_reader_child_id", notice_reader.c.child_id)
