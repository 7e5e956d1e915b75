"""What somebody wrote that may be a cry for help: held until its writer chooses."""

from sqlalchemy import CheckConstraint, Column, Index, String, Table

from bot.db.columns import EncryptedJson, EncryptedText, EncryptedWord, Instant
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key

held_text = Table(
    "held_text",
    metadata,
    own_key(),
    foreign_key("person_id", "person"),
    Column("about", EncryptedWord("held_text.about", 10)),  # the group of the phrase
    Column("payload", EncryptedText("held_text.payload")),  # the update as it came; none where it was not held
    Column("dialogue", EncryptedJson("held_text.dialogue")),  # what it would have been the answer to
    Column("choice", EncryptedWord("held_text.choice", 8)),  # help, once they have said so
    Column("at", Instant, nullable=False),
    Column("ask_at", Instant),  # when its writer is asked again; none where nothing waits
)
Index("ix_held_text_person_id", held_text.c.person_id)
Index("ix_held_text_at", held_text.c.at)
index_where_set(held_text.c.ask_at)

# Counts only: no person and no words.
crisis_event = Table(
    "crisis_event",
    metadata,
    own_key(),
    Column("about", EncryptedWord("crisis_event.about", 10)),
    Column("at", Instant, nullable=False),
    Column("choice", String(8), nullable=False),
    Column("locale", String(16), nullable=False),
    CheckConstraint("choice IN ('help', 'sent', 'dropped')", name="choice"),
)
Index("ix_crisis_event_at", crisis_event.c.at)
