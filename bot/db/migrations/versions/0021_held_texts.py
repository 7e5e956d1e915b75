"""When to ask again about a text that waits for its writer; those that wait already are asked about too."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("held_text", sa.Column("ask_at", sa.BigInteger(), nullable=True))
    due = sa.text("ask_at IS NOT NULL")
    op.create_index("ix_held_text_ask_at", "held_text", ["ask_at"], sqlite_where=due, postgresql_where=due)
    op.execute("UPDATE held_text SET ask_at = at + 86400000000 WHERE payload IS NOT NULL")  # a day in microseconds


def downgrade() -> None:
    op.drop_index("ix_held_text_ask_at", "held_text")
    op.drop_column("held_text", "ask_at")
