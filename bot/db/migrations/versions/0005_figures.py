"""Indexes for what an operator counts: people who cannot be reached, updates that are parked."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for name, table, column, where in (
        ("ix_person_unreachable_since", "person", "unreachable_since", "unreachable_since IS NOT NULL"),
        ("ix_inbox_parked", "inbox", "id", "state = 'parked'"),
    ):
        op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    op.drop_index("ix_inbox_parked", "inbox")
    op.drop_index("ix_person_unreachable_since", "person")
