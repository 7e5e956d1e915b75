"""What was reported, and whom somebody wants to hear no more."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.CheckConstraint("outcome IN ('acted', 'passed_on', 'kept')", name=op.f("ck_report_outcome")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_report_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_report_author_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sqlite_autoincrement=True,
    )
    for column in ("person_id", "author_id", "at"):
        op.create_index(f"ix_report_{column}", "report", [column], unique=False)
    op.create_table(
        "silenced",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("author_id", KEY, autoincrement=False, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_silenced_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_silenced_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_silenced_child_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "author_id", name=op.f("pk_silenced")),
    )
    for column in ("author_id", "child_id"):
        op.create_index(f"ix_silenced_{column}", "silenced", [column], unique=False)


def downgrade() -> None:
    op.drop_table("silenced")
    op.drop_table("report")
