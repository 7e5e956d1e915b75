"""Who has opened a teacher's code waits for the lead's yes; a code may say whom it is for."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("staff", sa.Column("asked_at", sa.BigInteger(), nullable=True))
    op.add_column("invite", sa.Column("for_whom", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("invite", "for_whom")
    op.drop_column("staff", "asked_at")
