"""Who comes in beside others takes part at once, and decides about everybody a day later."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("member", sa.Column("new_until", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("member", "new_until")
