"""What was erased stays erased, also after an old backup came back."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "tombstone",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("entity", sa.String(length=40), nullable=False),
        sa.Column("row_hash", sa.LargeBinary(length=33), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tombstone")),
        sa.UniqueConstraint("entity", "row_hash", name=op.f("uq_tombstone_entity_row_hash")),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    op.drop_table("tombstone")
