"""How many links that never were ours somebody has opened within a day."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("person", sa.Column("wrong_links", sa.SmallInteger(), nullable=True))
    op.add_column("person", sa.Column("wrong_links_since", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("person", "wrong_links_since")
    op.drop_column("person", "wrong_links")
