"""How the child is: check-ins, their ladder, and illness."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "check_in",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("local_date", sa.String(length=10), nullable=False),
        sa.Column("slot", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("remind_at", sa.BigInteger(), nullable=True),
        sa.Column("grace_until", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", KEY, nullable=True),
        sa.Column("face", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "state IN ('new', 'asked', 'late', 'missed', 'answered', 'paused', 'cleared')",
            name=op.f("ck_check_in_state"),
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_check_in_answered_by"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_check_in_child_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint("child_id", "local_date", "slot", name=op.f("uq_check_in_child_id_local_date_slot")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_check_in_grace_until",
        "check_in",
        ["grace_until"],
        unique=False,
        sqlite_where=sa.text("state IN ('new', 'asked', 'late')"),
        postgresql_where=sa.text("state IN ('new', 'asked', 'late')"),
    )
    op.create_index(
        "ix_check_in_remind_at",
        "check_in",
        ["remind_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('new', 'asked', 'late')"),
        postgresql_where=sa.text("state IN ('new', 'asked', 'late')"),
    )
    op.create_table(
        "illness",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("opened_by", KEY, nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("alert_at", sa.BigInteger(), nullable=True),
        sa.Column("alerted_at", sa.BigInteger(), nullable=True),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.Column("caller_id", KEY, nullable=True),
        sa.Column("call_until", sa.BigInteger(), nullable=True),
        sa.Column("escalation", sa.SmallInteger(), nullable=False),
        sa.Column("escalate_at", sa.BigInteger(), nullable=True),
        sa.Column("ask_at", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('draft', 'open', 'closed', 'undone')", name=op.f("ck_illness_state")),
        sa.ForeignKeyConstraint(["caller_id"], ["person.id"], name=op.f("fk_illness_caller_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_illness_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["opened_by"], ["person.id"], name=op.f("fk_illness_opened_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_illness")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_illness_alert_at",
        "illness",
        ["alert_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('draft', 'open')"),
        postgresql_where=sa.text("state IN ('draft', 'open')"),
    )
    op.create_index(
        "ix_illness_ask_at",
        "illness",
        ["ask_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('draft', 'open')"),
        postgresql_where=sa.text("state IN ('draft', 'open')"),
    )
    op.create_index(
        "ix_illness_call_until",
        "illness",
        ["call_until"],
        unique=False,
        sqlite_where=sa.text("state IN ('draft', 'open')"),
        postgresql_where=sa.text("state IN ('draft', 'open')"),
    )
    op.create_index(
        "ix_illness_escalate_at",
        "illness",
        ["escalate_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('draft', 'open')"),
        postgresql_where=sa.text("state IN ('draft', 'open')"),
    )
    op.create_index(
        "uq_illness_open",
        "illness",
        ["child_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('draft', 'open')"),
        postgresql_where=sa.text("state IN ('draft', 'open')"),
    )
    op.create_table(
        "invite",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=33), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("child_id", KEY, nullable=True),
        sa.Column("class_id", KEY, nullable=True),
        sa.Column("school_id", KEY, nullable=True),
        sa.Column("role", sa.String(length=10), nullable=True),
        sa.Column("created_by", KEY, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("single_use", sa.Boolean(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_by", KEY, nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_invite_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["class_id"], ["class_room.id"], name=op.f("fk_invite_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_invite_created_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_invite_school_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["used_by"], ["person.id"], name=op.f("fk_invite_used_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invite_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "ladder",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("steps", sa.LargeBinary(), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_ladder_child_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ladder")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_ladder_next_at",
        "ladder",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_ladder_running",
        "ladder",
        ["child_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "illness_event",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("illness_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.String(length=12), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["illness_id"], ["illness.id"], name=op.f("fk_illness_event_illness_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_illness_event_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_illness_event")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_illness_event_illness_id", "illness_event", ["illness_id"], unique=False)
    op.create_table(
        "illness_told",
        sa.Column("illness_id", KEY, autoincrement=False, nullable=False),
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["illness_id"], ["illness.id"], name=op.f("fk_illness_told_illness_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_illness_told_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("illness_id", "person_id", name=op.f("pk_illness_told")),
    )
    op.create_table(
        "thanks",
        sa.Column("check_in_id", KEY, autoincrement=False, nullable=False),
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_in_id"], ["check_in.id"], name=op.f("fk_thanks_check_in_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_thanks_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("check_in_id", "person_id", name=op.f("pk_thanks")),
    )


def downgrade() -> None:
    for table in ("thanks", "illness_told", "illness_event", "ladder", "invite", "illness", "check_in"):
        op.drop_table(table)
