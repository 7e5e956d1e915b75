"""What people send each other: letters, ideas, calls and notices."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "call",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("planned_by", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("agreed_by", KEY, nullable=True),
        sa.Column("caller_id", KEY, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["agreed_by"], ["person.id"], name=op.f("fk_call_agreed_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["caller_id"], ["person.id"], name=op.f("fk_call_caller_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_call_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["planned_by"], ["person.id"], name=op.f("fk_call_planned_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_call_child_id", "call", ["child_id", "created_at"], unique=False)
    op.create_index(
        "ix_call_next_at",
        "call",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_table(
        "enrolment",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("asked_by", KEY, nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_enrolment_asked_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_enrolment_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class_room.id"], name=op.f("fk_enrolment_class_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
        sa.UniqueConstraint("class_id", "child_id", name=op.f("uq_enrolment_class_id_child_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_enrolment_child_id", "enrolment", ["child_id"], unique=False)
    op.create_table(
        "idea",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("idea_id", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("earlier", sa.String(length=120), nullable=False),
        sa.Column("offered_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_idea_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_idea_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
        sa.UniqueConstraint("child_id", "person_id", "week", name=op.f("uq_idea_child_id_person_id_week")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "idea_plan",
        sa.Column("child_id", KEY, autoincrement=False, nullable=False),
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_idea_plan_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_idea_plan_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("child_id", "person_id", name=op.f("pk_idea_plan")),
    )
    op.create_index("ix_idea_plan_next_at", "idea_plan", ["next_at"], unique=False)
    op.create_table(
        "notice",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("send_at", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("reminders", sa.SmallInteger(), nullable=False),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_notice_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["class_id"], ["class_room.id"], name=op.f("fk_notice_class_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notice_class_id", "notice", ["class_id", "id"], unique=False)
    op.create_index(
        "ix_notice_send_at",
        "notice",
        ["send_at"],
        unique=False,
        sqlite_where=sa.text("state = 'scheduled'"),
        postgresql_where=sa.text("state = 'scheduled'"),
    )
    op.create_table(
        "letter",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=True),
        sa.Column("answers_id", KEY, nullable=True),
        sa.Column("to_child", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("media", sa.LargeBinary(), nullable=False),
        sa.Column("idea_id", KEY, nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.String(length=8), nullable=True),
        sa.Column("check_at", sa.BigInteger(), nullable=True),
        sa.Column("played_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('draft', 'waiting', 'sent', 'dropped', 'undone')", name=op.f("ck_letter_state")),
        sa.ForeignKeyConstraint(["answers_id"], ["letter.id"], name=op.f("fk_letter_answers_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_letter_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_letter_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_letter_idea_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_letter_check_at",
        "letter",
        ["check_at"],
        unique=False,
        sqlite_where=sa.text("check_at IS NOT NULL"),
        postgresql_where=sa.text("check_at IS NOT NULL"),
    )
    op.create_index("ix_letter_child_id", "letter", ["child_id", "id"], unique=False)
    op.create_table(
        "notice_household",
        sa.Column("notice_id", KEY, autoincrement=False, nullable=False),
        sa.Column("child_id", KEY, autoincrement=False, nullable=False),
        sa.Column("confirmed_by", KEY, nullable=True),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("claimed_by", KEY, nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["child_id"], ["child.id"], name=op.f("fk_notice_household_child_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["claimed_by"], ["person.id"], name=op.f("fk_notice_household_claimed_by"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["person.id"], name=op.f("fk_notice_household_confirmed_by"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_notice_household_notice_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("notice_id", "child_id", name=op.f("pk_notice_household")),
    )
    op.create_table(
        "notice_reader",
        sa.Column("notice_id", KEY, autoincrement=False, nullable=False),
        sa.Column("child_id", KEY, autoincrement=False, nullable=False),
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_notice_reader_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_notice_reader_notice_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_notice_reader_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("notice_id", "child_id", "person_id", name=op.f("pk_notice_reader")),
    )


def downgrade() -> None:
    for table in ("notice_reader", "notice_household", "letter", "notice", "idea_plan", "idea", "enrolment", "call"):
        op.drop_table(table)
