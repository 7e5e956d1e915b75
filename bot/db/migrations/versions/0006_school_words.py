"""What a teacher tells one child's family, and the roll call of a class."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "roll_call",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("absent", sa.LargeBinary(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class_room.id"], name=op.f("fk_roll_call_class_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_call")),
        sa.UniqueConstraint("class_id", "day", name=op.f("uq_roll_call_class_id_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "school_word",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("what", sa.String(length=8), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=True),
        sa.Column("answered_by", KEY, nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("illness_id", KEY, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'sent', 'undone')", name=op.f("ck_school_word_state")),
        sa.CheckConstraint("what IN ('good', 'absent', 'call', 'ill')", name=op.f("ck_school_word_what")),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_school_word_answered_by"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_school_word_author_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_school_word_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class_room.id"], name=op.f("fk_school_word_class_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["illness_id"], ["illness.id"], name=op.f("fk_school_word_illness_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_word")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_school_word_author_id", "school_word", ["author_id"], unique=False)
    op.create_index("ix_school_word_child_id", "school_word", ["child_id", "created_at"], unique=False)
    op.create_index("ix_school_word_class_id", "school_word", ["class_id", "day"], unique=False)
    op.create_index(
        "ix_school_word_illness_id",
        "school_word",
        ["illness_id"],
        unique=False,
        sqlite_where=sa.text("illness_id IS NOT NULL"),
        postgresql_where=sa.text("illness_id IS NOT NULL"),
    )
    op.create_index(
        "ix_school_word_next_at",
        "school_word",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_index(
        "uq_school_word_absent",
        "school_word",
        ["class_id", "child_id", "day"],
        unique=True,
        sqlite_where=sa.text("what = 'absent'"),
        postgresql_where=sa.text("what = 'absent'"),
    )
    op.create_table(
        "school_word_told",
        sa.Column("word_id", KEY, autoincrement=False, nullable=False),
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_school_word_told_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["word_id"], ["school_word.id"], name=op.f("fk_school_word_told_word_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("word_id", "person_id", name=op.f("pk_school_word_told")),
    )


def downgrade() -> None:
    op.drop_table("roll_call")
    op.drop_table("school_word_told")
    op.drop_table("school_word")
