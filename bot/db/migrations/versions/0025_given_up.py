"""An index for what an operator is told of: messages that were given up."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    where = sa.text("state IN ('unknown', 'discarded')")
    op.create_index("ix_outbox_given_up", "outbox", ["done_at"], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    op.drop_index("ix_outbox_given_up", "outbox")
