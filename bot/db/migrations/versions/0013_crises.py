"""What is held until its writer chooses, what is counted of it, and the hush afterwards."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "held_text",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("about", sa.String(length=10), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("dialogue", sa.LargeBinary(), nullable=True),
        sa.Column("choice", sa.String(length=8), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_held_text_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_text")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_held_text_person_id", "held_text", ["person_id"], unique=False)
    op.create_index("ix_held_text_at", "held_text", ["at"], unique=False)
    op.create_table(
        "crisis_event",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("about", sa.String(length=10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("choice", sa.String(length=8), nullable=False),
        sa.Column("locale", sa.String(length=16), nullable=False),
        sa.CheckConstraint("choice IN ('help', 'sent', 'dropped')", name=op.f("ck_crisis_event_choice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_event")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_crisis_event_at", "crisis_event", ["at"], unique=False)
    op.add_column("person", sa.Column("hushed_until", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("person", "hushed_until")
    op.drop_table("crisis_event")
    op.drop_table("held_text")
