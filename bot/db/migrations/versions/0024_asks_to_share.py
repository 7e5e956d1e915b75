"""An adult may ask that a family shares again; and an illness that rests because nothing is shared goes on."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_BEFORE = "action IN ('export', 'erase', 'join')"
_NOW = "action IN ('export', 'erase', 'join', 'thaw')"


def upgrade() -> None:
    _check(_NOW, _BEFORE)
    op.execute("UPDATE illness SET ask_at = opened_at WHERE state = 'open' AND ask_at IS NULL")


def downgrade() -> None:
    op.execute("DELETE FROM approval WHERE action = 'thaw'")
    _check(_BEFORE, _NOW)


def _check(words: str, before: str) -> None:
    """SQLite changes no check of a table: there the table is made anew, and gives no number a second time."""
    on_file = op.get_bind().dialect.name == "sqlite"
    given = (
        op.get_bind().scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'approval'")) if on_file else None
    )
    with op.batch_alter_table("approval", copy_from=_approval(before)) as table:
        table.drop_constraint(op.f("ck_approval_action"), type_="check")
        table.create_check_constraint(op.f("ck_approval_action"), words)
    if given is not None:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'approval'")
        again = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('approval', :given)")
        op.get_bind().execute(again, {"given": given})


def _approval(words: str) -> sa.Table:
    waiting, decided = sa.text("state = 'waiting'"), sa.text("decided_at IS NOT NULL")
    return sa.Table(
        "approval",
        sa.MetaData(),
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
        sa.CheckConstraint(words, name=op.f("ck_approval_action")),
        sa.CheckConstraint("state IN ('waiting', 'granted', 'refused')", name=op.f("ck_approval_state")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_approval_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_approval_asked_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_approval_decided_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sa.Index("ix_approval_child_id", "child_id", "state"),
        sa.Index("ix_approval_due_at", "due_at", sqlite_where=waiting, postgresql_where=waiting),
        sa.Index("ix_approval_decided_at", "decided_at", sqlite_where=decided, postgresql_where=decided),
        sqlite_autoincrement=True,
    )
