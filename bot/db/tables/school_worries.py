"""That a teacher was worried about a child: who has written to whom, and when; the words only until they arrive."""

from sqlalchemy import Column, Index, Table

from bot.db.columns import EncryptedJson, EncryptedWord, Instant
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key, veiled_person

worry = Table(
    "worry",
    metadata,
    own_key(),
    foreign_key("class_id", "class_room"),
    Column("child", EncryptedWord("worry.child", 20), nullable=False),  # its number: nobody sees about whom
    veiled_person("worry", "author"),
    veiled_person("worry", "reader"),
    # {words, message}; none once it has arrived, or cannot, and in no backup
    Column("body", EncryptedJson("worry.body"), info={"passing": True}),
    Column("sent_at", Instant, nullable=False),
    Column("delivered_at", Instant),
    Column("next_at", Instant),  # when it is given up, as long as it is on its way
)
Index("ix_worry_class_id", worry.c.class_id)
Index("ix_worry_sent_at", worry.c.sent_at)
index_where_set(worry.c.author)
index_where_set(worry.c.reader)
index_where_set(worry.c.next_at)
