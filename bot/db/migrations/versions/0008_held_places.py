"""A place in a circle can be held or taken away, and a circle can stop sharing."""

import sqlalchemy as sa
from alembic import op

from bot.db.columns import Instant, Key

revision = "0008"
down_revision = "0007"

_PLACES = (
    ("member", "frozen_at", "frozen_by"),
    ("member", "remove_at", "removed_by"),
    ("child", "frozen_at", "frozen_by"),
)


def upgrade() -> None:
    for table, at, by in _PLACES:
        op.add_column(table, sa.Column(at, Instant))
        op.add_column(table, sa.Column(by, Key))
    op.create_index(
        "ix_member_remove_at",
        "member",
        ["remove_at"],
        sqlite_where=sa.text("remove_at IS NOT NULL"),
        postgresql_where=sa.text("remove_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_member_remove_at", "member")
    for table, at, by in _PLACES:
        op.drop_column(table, by)
        op.drop_column(table, at)
