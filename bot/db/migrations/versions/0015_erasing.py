"""A child around whom nobody is left is erased after a while; what hangs on a letter is found by an index."""

import sqlalchemy as sa
from alembic import op

from bot.db.columns import Instant

revision = "0015"
down_revision = "0014"

_FOUND = (("child", "erase_at"), ("letter", "answers_id"), ("letter", "idea_id"))


def upgrade() -> None:
    op.add_column("child", sa.Column("erase_at", Instant))
    for table, column in _FOUND:
        only = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    for table, column in _FOUND:
        op.drop_index(f"ix_{table}_{column}", table)
    op.drop_column("child", "erase_at")
