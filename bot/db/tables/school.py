"""Schools, classes and their notices; what a teacher tells one child's family, and the roll call of a class."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

from bot.db.columns import EncryptedJson, EncryptedText, EncryptedWord, Instant, Key, Veiled
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key, veiled_person

school = Table(
    "school",
    metadata,
    own_key(),
    Column("name", EncryptedText("school.name"), nullable=False),
    Column("country", String(2)),
    Column("time_zone", String(64)),
    Column("number", EncryptedText("school.number")),  # of its office, as whoever leads it has typed it
    Column("created_at", Instant, nullable=False),
    Column("closed_at", Instant),  # by whoever runs the bot
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
    Column("hears_worries", Boolean, nullable=False, default=False),  # about a child, of the other teachers
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
    Column("next_at", Instant),  # when it is offered to go on, and then when it ends
    foreign_key("given_by", "person", required=False),  # who had it before
    Column("back_at", Instant),  # when they have it again
)
index_where_set(class_room.c.next_at)
index_where_set(class_room.c.given_by)
index_where_set(class_room.c.back_at)
Index("ix_class_room_school_id", class_room.c.school_id)
Index("ix_class_room_teacher_id", class_room.c.teacher_id)

# Who teaches a class beside the one whose it is.
class_teacher = Table(
    "class_teacher",
    metadata,
    Column("class_id", Key, ForeignKey("class_room.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("since", Instant, nullable=False),
)
Index("ix_class_teacher_person_id", class_teacher.c.person_id)

# The chat group of a class's families, where its notices are posted without names; of no class while that is asked.
class_group = Table(
    "class_group",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room", required=False),
    Column("chat", Veiled("class_group.chat"), nullable=False),
    Column("title", EncryptedText("class_group.title"), nullable=False),
    Column("posts", Boolean, nullable=False, default=False),
    foreign_key("asked_of", "person", required=False),  # who has added the bot there, until they have answered
    Column("asked_at", Instant),
    UniqueConstraint("class_id"),
    UniqueConstraint("chat"),
)
index_where_set(class_group.c.asked_of)
index_where_set(class_group.c.asked_at)

# A line of the school's own list of a class, whether or not a family has joined.
pupil = Table(
    "pupil",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    Column("number", SmallInteger),
    Column("name", EncryptedText("pupil.name"), nullable=False),  # as the school writes it
    Column("birth_year", SmallInteger),
    Column("child_id", Key, ForeignKey("child.id", ondelete="SET NULL")),  # the list is the school's: it stays
    Column("added_at", Instant, nullable=False),
    Column("removed_at", Instant),
    foreign_key("same_as", "pupil", required=False),  # taken off, since it is the child of this other line
    Column("was", EncryptedJson("pupil.was")),  # before it was changed last: {line, class}
    Column("changed_at", Instant),
    Column("slip_at", Instant),  # when the family came by the school's slip: who opens the other code is let in at once
)
Index("ix_pupil_class_id", pupil.c.class_id)
index_where_set(pupil.c.child_id)
index_where_set(pupil.c.same_as)

enrolment = Table(
    "enrolment",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    foreign_key("child_id", "child"),
    foreign_key("asked_by", "person", required=False),
    Column("state", String(8), nullable=False),  # pending, active, left, refused
    Column("asked_at", Instant, nullable=False),
    Column("changed_at", Instant),  # since when it is in this state, so that it can be taken back for a while
    Column("initial", EncryptedWord("enrolment.initial", 1)),  # with which the surname begins, as the family has said
    UniqueConstraint("class_id", "child_id"),
)
Index("ix_enrolment_child_id", enrolment.c.child_id)
_has_initial = enrolment.c.initial.is_not(None)
Index("ix_enrolment_initial", enrolment.c.changed_at, sqlite_where=_has_initial, postgresql_where=_has_initial)

# A class's poster that somebody has opened: the class is offered to them, at once or when they have a child here.
opened_poster = Table(
    "opened_poster",
    metadata,
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    foreign_key("invite_id", "invite"),
    Column("opened_at", Instant, nullable=False),
)
Index("ix_opened_poster_invite_id", opened_poster.c.invite_id)
Index("ix_opened_poster_opened_at", opened_poster.c.opened_at)

notice = Table(
    "notice",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    foreign_key("author_id", "person", required=False),
    foreign_key("school_id", "school", required=False),  # of what its lead writes to all of its classes, or some
    Column("state", String(10), nullable=False),  # draft, scheduled, sent, withdrawn
    Column("level", String(8), nullable=False),  # read, tap, answer, sign
    Column("urgent", Boolean, nullable=False, default=False),
    Column("chosen", Boolean, nullable=False, default=False),  # for the pupils that were chosen, and for them alone
    Column("errand", Boolean, nullable=False, default=False),  # somebody at home brings or does something
    Column("body", EncryptedJson("notice.body"), nullable=False),  # {text, media, choices, parts, earlier}
    Column("revision", SmallInteger, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("send_at", Instant),
    Column("weekly_until", Instant),  # goes out every week from `send_at` on, as a copy, until then
    Column("sent_at", Instant),
    Column("reminders", SmallInteger, nullable=False, default=0),
    Column("reminded_at", Instant),
    Column("answer_until", Instant),  # of a question
    Column("outcome_at", Instant),  # when it is over, until that was told
)
index_where_set(notice.c.outcome_at)
_scheduled = notice.c.state == "scheduled"
Index("ix_notice_send_at", notice.c.send_at, sqlite_where=_scheduled, postgresql_where=_scheduled)
Index("ix_notice_class_id", notice.c.class_id, notice.c.id)
index_where_set(notice.c.author_id)
index_where_set(notice.c.school_id)
Index("ix_notice_created_at", notice.c.created_at)

# The classes that a notice is for: chosen while it is written.
notice_class = Table(
    "notice_class",
    metadata,
    Column("notice_id", Key, ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("class_id", Key, ForeignKey("class_room.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("goes_at", Instant),  # to a whole school it goes class after class
)
index_where_set(notice_class.c.goes_at)
Index("ix_notice_class_class_id", notice_class.c.class_id, notice_class.c.notice_id)

# The pupils that a notice is for, where it is for chosen ones alone.
notice_pupil = Table(
    "notice_pupil",
    metadata,
    Column("notice_id", Key, ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("child_id", Key, ForeignKey("child.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
)
Index("ix_notice_pupil_child_id", notice_pupil.c.child_id)

# The messages in which a notice stands in a class's group: so they change and go with it.
class_post = Table(
    "class_post",
    metadata,
    Column("notice_id", Key, ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("group_id", Key, ForeignKey("class_group.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("part", String(16), primary_key=True),  # card, text:0, media:0, media:0+1
    Column("message_id", BigInteger, nullable=False),
    Column("sent_at", Instant, nullable=False),
)
Index("ix_class_post_group_id", class_post.c.group_id)

# The households a notice went to, as they were when it went out.
notice_household = Table(
    "notice_household",
    metadata,
    Column("notice_id", Key, ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("child_id", Key, ForeignKey("child.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    foreign_key("confirmed_by", "person", required=False),
    Column("confirmed_at", Instant),
    Column("answer", EncryptedText("notice_household.answer")),
    Column("revision", SmallInteger, nullable=False, default=0),  # of the text that was confirmed
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

# One word from the school about one child: good news, absent, please call, ill at school.
school_word = Table(
    "school_word",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    foreign_key("child_id", "child"),
    foreign_key("author_id", "person"),  # of what home has said, who teaches the class
    Column("kind", EncryptedWord("school_word.kind", 8)),  # good, absent, call, ill, in_class, late, early
    Column("once", LargeBinary(33)),  # of an absence its child and day, of others nothing
    Column("day", String(10), nullable=False),  # on the school's clock
    Column("state", String(8), nullable=False),  # draft, sent, undone
    Column("answer", EncryptedWord("school_word.answer", 8)),  # absent: known, unknown; call: calling; good: thanks; …
    veiled_person("school_word", "answered_by"),
    Column(
        "body", EncryptedJson("school_word.body"), nullable=False
    ),  # {notes, stickers, what}; of what home says {from_home, until, why}
    Column("next_at", Instant),  # absent: when the parents are told; ill: when the alert leaves by itself
    Column("sent_at", Instant),
    foreign_key("illness_id", "illness", required=False),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("state IN ('draft', 'sent', 'undone')", name="state"),
)
Index("uq_school_word_once", school_word.c.once, unique=True)
index_where_set(school_word.c.next_at)
Index("ix_school_word_class_id", school_word.c.class_id, school_word.c.day)
Index("ix_school_word_child_id", school_word.c.child_id, school_word.c.created_at)
Index("ix_school_word_author_id", school_word.c.author_id)
index_where_set(school_word.c.illness_id)

Index("ix_school_word_created_at", school_word.c.created_at)

# Exactly those who were told, so that exactly those hear what becomes of it.
school_word_told = Table(
    "school_word_told",
    metadata,
    Column("word_id", Key, ForeignKey("school_word.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
)
Index("ix_school_word_told_person_id", school_word_told.c.person_id)

# Who was tapped as not in class, before the families are asked.
roll_call = Table(
    "roll_call",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    Column("day", String(10), nullable=False),
    Column("absent", EncryptedJson("roll_call.absent"), nullable=False),
    Column("done_at", Instant),
    UniqueConstraint("class_id", "day"),
)
Index("ix_roll_call_day", roll_call.c.day)
