"""When the text for the child is read, and the teenager's own say; families that are here already read it too."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.add_column("child", sa.Column("keeps_faces", sa.Boolean(), nullable=True))
    op.add_column("member", sa.Column("read_at", sa.BigInteger(), nullable=True))
    due = sa.text("read_at IS NOT NULL")
    op.create_index("ix_member_read_at", "member", ["read_at"], sqlite_where=due, postgresql_where=due)
    op.execute(
        "UPDATE member SET read_at = (SELECT next_check_in_at FROM child WHERE child.id = member.child_id) "
        "WHERE state = 'active' AND role = 'guardian'"
    )


def downgrade() -> None:
    op.drop_index("ix_member_read_at", "member")
    op.drop_column("member", "read_at")
    op.drop_column("child", "keeps_faces")
