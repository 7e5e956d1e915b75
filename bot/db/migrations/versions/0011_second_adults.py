"""What needs a second adult, who has come back after a long silence, and who has read how to keep their account."""

import sqlalchemy as sa
from alembic import op

from bot.db.columns import Instant

revision = "0011"
down_revision = "0010"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_THREE_WEEKS = 21 * 24 * 3600 * 1_000_000


def upgrade() -> None:
    op.create_table(
        "approval",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("subject", KEY, nullable=True),
        sa.Column("asked_by", KEY, nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("decided_by", KEY, nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("action IN ('export', 'erase', 'join')", name=op.f("ck_approval_action")),
        sa.CheckConstraint("state IN ('waiting', 'granted', 'refused')", name=op.f("ck_approval_state")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_approval_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_approval_asked_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_approval_decided_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_approval_child_id", "approval", ["child_id", "state"], unique=False)
    waiting = sa.text("state = 'waiting'")
    op.create_index(
        "ix_approval_due_at", "approval", ["due_at"], unique=False, sqlite_where=waiting, postgresql_where=waiting
    )
    op.add_column("member", sa.Column("closed_at", Instant))
    op.add_column("person", sa.Column("seen_on", sa.String(length=10)))
    op.add_column("person", sa.Column("coach_at", Instant))
    op.create_index(
        "ix_person_coach_at",
        "person",
        ["coach_at"],
        unique=False,
        sqlite_where=sa.text("coach_at IS NOT NULL"),
        postgresql_where=sa.text("coach_at IS NOT NULL"),
    )
    op.execute(f"UPDATE person SET coach_at = created_at + {_THREE_WEEKS}")  # noqa: S608 - a number of ours


def downgrade() -> None:
    op.drop_index("ix_person_coach_at", "person")
    op.drop_column("person", "coach_at")
    op.drop_column("person", "seen_on")
    op.drop_column("member", "closed_at")
    op.drop_table("approval")
