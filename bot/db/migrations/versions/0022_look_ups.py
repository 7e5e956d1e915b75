"""Nothing that happens every day reads a whole table, and what is deleted is found from what belonged to it."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

# Table, column, and of which rows; none: of all.
_INDEXES = (
    ("child", "frozen_at", "frozen_at IS NOT NULL"),
    ("inbox", "chat", "done_at IS NOT NULL"),
    ("outbox", "person_id", None),
    ("outbox", "card", "card IS NOT NULL AND state IN ('pending', 'waiting')"),
    ("illness", "child_id", None),
    ("illness", "opened_by", "opened_by IS NOT NULL"),
    ("illness", "opened_at", "state IN ('draft', 'open')"),
    ("illness_event", "person_id", "person_id IS NOT NULL"),
    ("illness_told", "person_id", None),
    ("ladder", "child_id", None),
    ("notice", "author_id", "author_id IS NOT NULL"),
    ("notice_household", "child_id", None),
    ("notice_reader", "child_id", None),
    ("school_word_told", "person_id", None),
    ("class_room", "school_id", None),
    ("invite", "class_id", "class_id IS NOT NULL"),
    ("invite", "school_id", "school_id IS NOT NULL"),
    ("invite", "used_by", "used_by IS NOT NULL"),
)
_OTHER_NAMES = {("inbox", "chat"): "ix_inbox_done_chat"}


def _name(table: str, column: str) -> str:
    return _OTHER_NAMES.get((table, column), f"ix_{table}_{column}")


def upgrade() -> None:
    for table, column, rows in _INDEXES:
        where = None if rows is None else sa.text(rows)
        op.create_index(_name(table, column), table, [column], sqlite_where=where, postgresql_where=where)
    waits = sa.text("closed_at IS NULL")
    op.create_index("ix_report_waits", "report", ["at"], sqlite_where=waits, postgresql_where=waits)


def downgrade() -> None:
    op.drop_index("ix_report_waits", "report")
    for table, column, _rows in _INDEXES:
        op.drop_index(_name(table, column), table)
