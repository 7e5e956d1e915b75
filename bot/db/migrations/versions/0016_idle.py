"""A family that has not been here for long is asked whether to keep what is kept."""

import sqlalchemy as sa
from alembic import op

from bot.db.columns import Instant

revision = "0016"
down_revision = "0015"

_AFTER = 548 * 24 * 3600 * 1_000_000


def upgrade() -> None:
    op.add_column("child", sa.Column("idle_at", Instant))
    op.add_column("child", sa.Column("idle_asked", sa.SmallInteger))
    op.execute(f"UPDATE child SET idle_at = created_at + {_AFTER}")  # noqa: S608 - a number of ours
    there = sa.text("idle_at IS NOT NULL")
    op.create_index("ix_child_idle_at", "child", ["idle_at"], sqlite_where=there, postgresql_where=there)


def downgrade() -> None:
    op.drop_index("ix_child_idle_at", "child")
    op.drop_column("child", "idle_asked")
    op.drop_column("child", "idle_at")
