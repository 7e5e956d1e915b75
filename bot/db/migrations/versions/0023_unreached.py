"""When to look whether everybody who was alerted can be reached; running threads are looked at once."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.add_column("illness", sa.Column("reach_at", sa.BigInteger(), nullable=True))
    runs = sa.text("state IN ('draft', 'open')")
    op.create_index("ix_illness_reach_at", "illness", ["reach_at"], sqlite_where=runs, postgresql_where=runs)
    op.execute("UPDATE illness SET reach_at = opened_at WHERE state IN ('draft', 'open')")


def downgrade() -> None:
    op.drop_index("ix_illness_reach_at", "illness")
    op.drop_column("illness", "reach_at")
