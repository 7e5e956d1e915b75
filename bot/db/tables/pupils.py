"""What a teacher tells one child's family, and the roll call of a class."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, LargeBinary, String, Table, UniqueConstraint

from bot.db.columns import EncryptedJson, EncryptedWord, Instant, Key
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key, veiled_person

# One word from the school about one child: good news, absent, please call, ill at school.
school_word = Table(
    "school_word",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    foreign_key("child_id", "child"),
    foreign_key("author_id", "person"),
    Column("kind", EncryptedWord("school_word.kind", 8)),  # good, absent, call, ill
    Column("once", LargeBinary(33)),  # of an absence its child and day, of others nothing
    Column("day", String(10), nullable=False),  # on the school's clock
    Column("state", String(8), nullable=False),  # draft, sent, undone
    Column("answer", EncryptedWord("school_word.answer", 8)),  # absent: known, unknown; call: calling; good: thanks
    veiled_person("school_word", "answered_by"),
    Column("body", EncryptedJson("school_word.body"), nullable=False),  # {notes: [{kind, file_id, text}], what: [...]}
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
