"""What families and teachers say to each other, and the numbers that they show."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, String, Table

from bot.db.columns import EncryptedJson, EncryptedText, EncryptedWord, Instant, Key
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key

# What a family and a class's teachers say to each other about one child: one thread, or one for each separate line.
school_thread = Table(
    "school_thread",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    foreign_key("child_id", "child"),
    Column("line", EncryptedWord("school_thread.line", 20)),  # family; home, or a parent's number, on separate lines
    Column("begun_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("waits_since", Instant),  # the family has written, and nobody of the school has answered
    Column("handed_at", Instant),  # since when whoever leads the school reads it too
    Column("next_at", Instant),  # while it waits: when the school is reminded, or the family hears that nobody answers
    Column("reminded_at", Instant),  # while it waits: when the school was reminded
)
Index("ix_school_thread_class_id", school_thread.c.class_id, school_thread.c.child_id)
Index("ix_school_thread_child_id", school_thread.c.child_id)
Index("ix_school_thread_last_at", school_thread.c.last_at)
index_where_set(school_thread.c.next_at)

school_talk = Table(
    "school_talk",
    metadata,
    own_key(),
    foreign_key("thread_id", "school_thread"),
    foreign_key("author_id", "person"),
    Column("from_school", Boolean, nullable=False),
    Column("state", String(6), nullable=False),  # sent, undone
    Column("body", EncryptedJson("school_talk.body"), nullable=False),  # {kind, file_id, text, album, answers}
    Column("sent_at", Instant, nullable=False),
    Column("told", String(12)),  # what its author has been told of its way: how many have it, and of the others
    Column("check_at", Instant),  # when to look whether it has arrived
    CheckConstraint("state IN ('sent', 'undone')", name="state"),
)
Index("ix_school_talk_thread_id", school_talk.c.thread_id, school_talk.c.id)
Index("ix_school_talk_author_id", school_talk.c.author_id, school_talk.c.sent_at)
Index("ix_school_talk_sent_at", school_talk.c.sent_at)
index_where_set(school_talk.c.check_at)

# What an adult of several children has written, until they say which child it is about.
unsent_talk = Table(
    "unsent_talk",
    metadata,
    own_key(),
    foreign_key("author_id", "person"),
    Column("state", String(7), nullable=False),  # waiting, sent, dropped
    Column("body", EncryptedJson("unsent_talk.body"), nullable=False),  # {desks, parts}; once sent {talk}
    Column("asked_at", Instant, nullable=False),
    Column("next_at", Instant),  # when their author is asked once more
    CheckConstraint("state IN ('waiting', 'sent', 'dropped')", name="state"),
)
Index("ix_unsent_talk_author_id", unsent_talk.c.author_id)
Index("ix_unsent_talk_asked_at", unsent_talk.c.asked_at)
index_where_set(unsent_talk.c.next_at)

# A number that somebody has chosen to share with a class: its teacher with the families, an adult of a family with it.
shared_number = Table(
    "shared_number",
    metadata,
    Column("class_id", Key, ForeignKey("class_room.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", EncryptedText("shared_number.number"), nullable=False),
    Column("shared_at", Instant, nullable=False),
)
Index("ix_shared_number_person_id", shared_number.c.person_id)
