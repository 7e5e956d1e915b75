"""The first update of each chat, and the first answer to it, come before all that are second."""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"

_NEW = sa.text("state = 'new'")
_FAST = sa.text("state = 'pending' AND lane <= 1")


def upgrade() -> None:
    for table in ("inbox", "outbox"):
        op.add_column(table, sa.Column("turn", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_inbox_turn", "inbox", ["turn", "id"], sqlite_where=_NEW, postgresql_where=_NEW)
    op.create_index("ix_outbox_turn", "outbox", ["lane", "turn", "id"], sqlite_where=_FAST, postgresql_where=_FAST)
    op.drop_index("ix_inbox_new", "inbox")  # PostgreSQL would walk it whole, and sort


def downgrade() -> None:
    op.create_index("ix_inbox_new", "inbox", ["id"], sqlite_where=_NEW, postgresql_where=_NEW)
    op.drop_index("ix_outbox_turn", "outbox")
    op.drop_index("ix_inbox_turn", "inbox")
    for table in ("inbox", "outbox"):
        op.drop_column(table, "turn")
