"""The invites of a circle, and of who made them, are found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_index(
        "ix_invite_child_id",
        "invite",
        ["child_id"],
        unique=False,
        sqlite_where=sa.text("child_id IS NOT NULL"),
        postgresql_where=sa.text("child_id IS NOT NULL"),
    )
    op.create_index("ix_invite_created_by", "invite", ["created_by", "created_at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_invite_created_by", "invite")
    op.drop_index("ix_invite_child_id", "invite")
