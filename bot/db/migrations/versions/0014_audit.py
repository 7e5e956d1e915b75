"""What happened to a circle or a school is written down, without a word of what was said."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("actor", sa.LargeBinary(length=33), nullable=True),
        sa.Column("action", sa.String(length=24), nullable=False),
        sa.Column("entity", sa.String(length=20), nullable=True),
        sa.Column("entity_id", KEY, nullable=True),
        sa.Column("child_id", KEY, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    of_family = sa.text("child_id IS NOT NULL")
    op.create_index(
        "ix_audit_child_id",
        "audit",
        ["child_id", "id"],
        unique=False,
        sqlite_where=of_family,
        postgresql_where=of_family,
    )
    op.create_index("ix_audit_at", "audit", ["at"], unique=False)


def downgrade() -> None:
    op.drop_table("audit")
