"""What is over is found by an index, kind by kind."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_OVER = (
    ("invite", "expires_at", None),
    ("check_in", "answered_at", "face IS NOT NULL"),
    ("check_in", "due_at", None),
    ("ladder", "ended_at", "ended_at IS NOT NULL"),
    ("illness", "closed_at", "closed_at IS NOT NULL"),
    ("call", "at", None),
    ("promise", "day", "day IS NOT NULL"),
    ("promise", "created_at", "day IS NULL"),
    ("notice", "created_at", None),
    ("school_word", "created_at", None),
    ("roll_call", "day", None),
    ("approval", "decided_at", "decided_at IS NOT NULL"),
    ("dialogue", "updated_at", None),
)


def upgrade() -> None:
    for table, column, where in _OVER:
        only = sa.text(where) if where else None
        op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    for table, column, _where in _OVER:
        op.drop_index(f"ix_{table}_{column}", table)
