"""All tables, as they are with the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0100"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("actor", sa.LargeBinary(length=33), nullable=True),
        sa.Column("action", sa.LargeBinary(), nullable=True),
        sa.Column("entity", sa.String(length=20), nullable=True),
        sa.Column("entity_id", KEY, nullable=True),
        sa.Column("child_id", KEY, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_at", "audit", ["at"], unique=False)
    op.create_index(
        "ix_audit_child_id",
        "audit",
        ["child_id", "id"],
        unique=False,
        sqlite_where=sa.text("child_id IS NOT NULL"),
        postgresql_where=sa.text("child_id IS NOT NULL"),
    )
    op.create_table(
        "crisis_event",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("about", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("choice", sa.String(length=8), nullable=False),
        sa.Column("locale", sa.String(length=16), nullable=False),
        sa.CheckConstraint("choice IN ('help', 'sent', 'dropped')", name=op.f("ck_crisis_event_choice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_event")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_crisis_event_at", "crisis_event", ["at"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempt", sa.SmallInteger(), nullable=False),
        sa.Column("turn", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('new', 'done', 'parked')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("update_id", name=op.f("uq_inbox_update_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_inbox_chat",
        "inbox",
        ["chat", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    )
    op.create_index(
        "ix_inbox_done_at",
        "inbox",
        ["done_at"],
        unique=False,
        sqlite_where=sa.text("done_at IS NOT NULL"),
        postgresql_where=sa.text("done_at IS NOT NULL"),
    )
    op.create_index(
        "ix_inbox_done_chat",
        "inbox",
        ["chat"],
        unique=False,
        sqlite_where=sa.text("done_at IS NOT NULL"),
        postgresql_where=sa.text("done_at IS NOT NULL"),
    )
    op.create_index(
        "ix_inbox_parked",
        "inbox",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'parked'"),
        postgresql_where=sa.text("state = 'parked'"),
    )
    op.create_index(
        "ix_inbox_turn",
        "inbox",
        ["turn", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    )
    op.create_table(
        "installation",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_installation")),
    )
    op.create_table(
        "lease",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("holder", sa.String(length=32), nullable=False),
        sa.Column("session", sa.Integer(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.create_table(
        "page",
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("many", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_page")),
    )
    op.create_table(
        "person",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("consented_at", sa.BigInteger(), nullable=True),
        sa.Column("health_notes", sa.Boolean(), nullable=True),
        sa.Column("voice", sa.Boolean(), nullable=True),
        sa.Column("quiet_from", sa.SmallInteger(), nullable=True),
        sa.Column("quiet_until", sa.SmallInteger(), nullable=True),
        sa.Column("work_nights", sa.SmallInteger(), nullable=True),
        sa.Column("rest_from", sa.SmallInteger(), nullable=True),
        sa.Column("rota", sa.String(length=24), nullable=True),
        sa.Column("urgent_only", sa.Boolean(), nullable=False),
        sa.Column("paused_until", sa.BigInteger(), nullable=True),
        sa.Column("hushed_until", sa.LargeBinary(), nullable=True),
        sa.Column("unreachable_since", sa.BigInteger(), nullable=True),
        sa.Column("teaches", sa.Boolean(), nullable=False),
        sa.Column("operates", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_on", sa.String(length=10), nullable=True),
        sa.Column("week_at", sa.BigInteger(), nullable=True),
        sa.Column("coach_at", sa.BigInteger(), nullable=True),
        sa.Column("own_week_at", sa.BigInteger(), nullable=True),
        sa.Column("wrong_links", sa.SmallInteger(), nullable=True),
        sa.Column("wrong_links_since", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("telegram_id", name=op.f("uq_person_telegram_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_person_week_at",
        "person",
        ["week_at"],
        unique=False,
        sqlite_where=sa.text("week_at IS NOT NULL"),
        postgresql_where=sa.text("week_at IS NOT NULL"),
    )
    op.create_index(
        "ix_person_coach_at",
        "person",
        ["coach_at"],
        unique=False,
        sqlite_where=sa.text("coach_at IS NOT NULL"),
        postgresql_where=sa.text("coach_at IS NOT NULL"),
    )
    op.create_index(
        "ix_person_own_week_at",
        "person",
        ["own_week_at"],
        unique=False,
        sqlite_where=sa.text("own_week_at IS NOT NULL"),
        postgresql_where=sa.text("own_week_at IS NOT NULL"),
    )
    op.create_index(
        "ix_person_unreachable_since",
        "person",
        ["unreachable_since"],
        unique=False,
        sqlite_where=sa.text("unreachable_since IS NOT NULL"),
        postgresql_where=sa.text("unreachable_since IS NOT NULL"),
    )
    op.create_table(
        "school",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=True),
        sa.Column("number", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
        sqlite_autoincrement=True,
    )
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
    op.create_table(
        "card",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_card_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "name", name=op.f("pk_card")),
    )
    op.create_table(
        "child",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("call_name", sa.LargeBinary(), nullable=False),
        sa.Column("birth_year", sa.SmallInteger(), nullable=False),
        sa.Column("birth_month", sa.SmallInteger(), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("created_by", KEY, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("paused_until", sa.BigInteger(), nullable=True),
        sa.Column("separate_lines", sa.LargeBinary(), nullable=True),
        sa.Column("slot", sa.String(length=8), nullable=False),
        sa.Column("second_slot", sa.String(length=8), nullable=True),
        sa.Column("rhythm", sa.String(length=8), nullable=True),
        sa.Column("offered_rhythm", sa.String(length=8), nullable=True),
        sa.Column("letter_hour", sa.String(length=8), nullable=True),
        sa.Column("minute", sa.SmallInteger(), nullable=False),
        sa.Column("sharing_stopped_at", sa.BigInteger(), nullable=True),
        sa.Column("sharing_stopped_by", KEY, nullable=True),
        sa.Column("idle_at", sa.BigInteger(), nullable=True),
        sa.Column("idle_asked", sa.SmallInteger(), nullable=True),
        sa.Column("erase_at", sa.BigInteger(), nullable=True),
        sa.Column("keeps_faces", sa.Boolean(), nullable=True),
        sa.Column("next_check_in_at", sa.BigInteger(), nullable=True),
        sa.Column("heard_at", sa.BigInteger(), nullable=True),
        sa.Column("heard_from", sa.BigInteger(), nullable=True),
        sa.Column("heard_what", sa.LargeBinary(), nullable=True),
        sa.Column("trend", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_child_created_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_child_erase_at",
        "child",
        ["erase_at"],
        unique=False,
        sqlite_where=sa.text("erase_at IS NOT NULL"),
        postgresql_where=sa.text("erase_at IS NOT NULL"),
    )
    op.create_index(
        "ix_child_sharing_stopped_at",
        "child",
        ["sharing_stopped_at"],
        unique=False,
        sqlite_where=sa.text("sharing_stopped_at IS NOT NULL"),
        postgresql_where=sa.text("sharing_stopped_at IS NOT NULL"),
    )
    op.create_index(
        "ix_child_idle_at",
        "child",
        ["idle_at"],
        unique=False,
        sqlite_where=sa.text("idle_at IS NOT NULL"),
        postgresql_where=sa.text("idle_at IS NOT NULL"),
    )
    op.create_index("ix_child_next_check_in_at", "child", ["next_check_in_at"], unique=False)
    op.create_index(
        "ix_child_heard_at",
        "child",
        ["heard_at"],
        unique=False,
        sqlite_where=sa.text("heard_at IS NOT NULL"),
        postgresql_where=sa.text("heard_at IS NOT NULL"),
    )
    op.create_table(
        "class_room",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("school_id", KEY, nullable=False),
        sa.Column("teacher_id", KEY, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("given_by", KEY, nullable=True),
        sa.Column("back_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["given_by"], ["person.id"], name=op.f("fk_class_room_given_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_class_room_school_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["teacher_id"], ["person.id"], name=op.f("fk_class_room_teacher_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_room")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_class_room_back_at",
        "class_room",
        ["back_at"],
        unique=False,
        sqlite_where=sa.text("back_at IS NOT NULL"),
        postgresql_where=sa.text("back_at IS NOT NULL"),
    )
    op.create_index(
        "ix_class_room_given_by",
        "class_room",
        ["given_by"],
        unique=False,
        sqlite_where=sa.text("given_by IS NOT NULL"),
        postgresql_where=sa.text("given_by IS NOT NULL"),
    )
    op.create_index(
        "ix_class_room_next_at",
        "class_room",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_index("ix_class_room_school_id", "class_room", ["school_id"], unique=False)
    op.create_index("ix_class_room_teacher_id", "class_room", ["teacher_id"], unique=False)
    op.create_table(
        "class_teacher",
        sa.Column("class_id", KEY, autoincrement=False, nullable=False),
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class_room.id"], name=op.f("fk_class_teacher_class_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_class_teacher_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("class_id", "person_id", name=op.f("pk_class_teacher")),
    )
    op.create_index("ix_class_teacher_person_id", "class_teacher", ["person_id"], unique=False)
    op.create_table(
        "class_group",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=True),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.LargeBinary(), nullable=False),
        sa.Column("posts", sa.Boolean(), nullable=False),
        sa.Column("asked_of", KEY, nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["asked_of"], ["person.id"], name=op.f("fk_class_group_asked_of"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class_room.id"], name=op.f("fk_class_group_class_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_group")),
        sa.UniqueConstraint("chat", name=op.f("uq_class_group_chat")),
        sa.UniqueConstraint("class_id", name=op.f("uq_class_group_class_id")),
        sqlite_autoincrement=True,
    )
    for column in ("asked_of", "asked_at"):
        op.create_index(
            f"ix_class_group_{column}",
            "class_group",
            [column],
            unique=False,
            sqlite_where=sa.text(f"{column} IS NOT NULL"),
            postgresql_where=sa.text(f"{column} IS NOT NULL"),
        )
    op.create_table(
        "dialogue",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_dialogue_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_dialogue")),
    )
    op.create_index("ix_dialogue_updated_at", "dialogue", ["updated_at"], unique=False)
    op.create_table(
        "unfinished",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("about", KEY, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_unfinished_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unfinished")),
        sa.UniqueConstraint("person_id", "state", "about", name=op.f("uq_unfinished_person_id_state_about")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_unfinished_kept_at", "unfinished", ["kept_at"], unique=False)
    op.create_table(
        "held_text",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("about", sa.LargeBinary(), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("dialogue", sa.LargeBinary(), nullable=True),
        sa.Column("choice", sa.LargeBinary(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("ask_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_held_text_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_text")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_held_text_ask_at",
        "held_text",
        ["ask_at"],
        unique=False,
        sqlite_where=sa.text("ask_at IS NOT NULL"),
        postgresql_where=sa.text("ask_at IS NOT NULL"),
    )
    op.create_index("ix_held_text_at", "held_text", ["at"], unique=False)
    op.create_index("ix_held_text_person_id", "held_text", ["person_id"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("chat", sa.BigInteger(), nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("lane", sa.SmallInteger(), nullable=False),
        sa.Column("turn", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("wanted_at", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempt", sa.SmallInteger(), nullable=False),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("retry_if_unknown", sa.Boolean(), nullable=False),
        sa.Column("card", sa.String(length=120), nullable=True),
        sa.Column("edits_card", sa.Boolean(), nullable=False),
        sa.Column("merge", sa.String(length=120), nullable=True),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'unknown', 'discarded', 'cleared', 'waiting')",
            name=op.f("ck_outbox_state"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_outbox_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_card",
        "outbox",
        ["card"],
        unique=False,
        sqlite_where=sa.text("card IS NOT NULL AND state IN ('pending', 'waiting')"),
        postgresql_where=sa.text("card IS NOT NULL AND state IN ('pending', 'waiting')"),
    )
    op.create_index(
        "ix_outbox_chat",
        "outbox",
        ["chat", "lane", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('pending', 'sending')"),
        postgresql_where=sa.text("state IN ('pending', 'sending')"),
    )
    op.create_index(
        "ix_outbox_done_at",
        "outbox",
        ["done_at"],
        unique=False,
        sqlite_where=sa.text("done_at IS NOT NULL"),
        postgresql_where=sa.text("done_at IS NOT NULL"),
    )
    op.create_index(
        "ix_outbox_given_up",
        "outbox",
        ["done_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('unknown', 'discarded')"),
        postgresql_where=sa.text("state IN ('unknown', 'discarded')"),
    )
    op.create_index(
        "ix_outbox_lease_until",
        "outbox",
        ["lease_until"],
        unique=False,
        sqlite_where=sa.text("state = 'sending'"),
        postgresql_where=sa.text("state = 'sending'"),
    )
    op.create_index(
        "ix_outbox_pending",
        "outbox",
        ["lane", "due_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_index("ix_outbox_person_id", "outbox", ["person_id"], unique=False)
    op.create_index(
        "ix_outbox_turn",
        "outbox",
        ["lane", "turn", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'pending' AND lane <= 1"),
        postgresql_where=sa.text("state = 'pending' AND lane <= 1"),
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
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
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_report_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_report_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_report_at", "report", ["at"], unique=False)
    op.create_index("ix_report_author_id", "report", ["author_id"], unique=False)
    op.create_index("ix_report_person_id", "report", ["person_id"], unique=False)
    op.create_index(
        "ix_report_waits",
        "report",
        ["at"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "staff",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("school_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("called", sa.LargeBinary(), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("left_at", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("hears_worries", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_staff_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_staff_school_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("school_id", "person_id", name=op.f("uq_staff_school_id_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_person_id", "staff", ["person_id"], unique=False)
    op.create_table(
        "approval",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("action", sa.String(length=10), nullable=False),
        sa.Column("asked_by", KEY, nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("decided_by", KEY, nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("action IN ('export', 'erase', 'thaw')", name=op.f("ck_approval_action")),
        sa.CheckConstraint("state IN ('waiting', 'granted', 'refused')", name=op.f("ck_approval_state")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_approval_asked_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_approval_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_approval_decided_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approval")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_approval_child_id", "approval", ["child_id", "state"], unique=False)
    op.create_index(
        "ix_approval_decided_at",
        "approval",
        ["decided_at"],
        unique=False,
        sqlite_where=sa.text("decided_at IS NOT NULL"),
        postgresql_where=sa.text("decided_at IS NOT NULL"),
    )
    op.create_index(
        "ix_approval_due_at",
        "approval",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
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
    op.create_index("ix_call_at", "call", ["at"], unique=False)
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
        "check_in",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("local_date", sa.String(length=10), nullable=False),
        sa.Column("slot", sa.String(length=8), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.Column("remind_at", sa.BigInteger(), nullable=True),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.Column("grace_until", sa.BigInteger(), nullable=True),
        sa.Column("heard_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_by", KEY, nullable=True),
        sa.Column("face", sa.LargeBinary(), nullable=True),
        sa.Column("way", sa.SmallInteger(), nullable=True),
        sa.Column("seen", sa.LargeBinary(), nullable=True),
        sa.Column("held", sa.LargeBinary(), nullable=True),
        sa.Column("tell_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "state IN ('new', 'asked', 'silent', 'late', 'missed', 'heard', 'answered', 'together', 'paused', "
            "'cleared')",
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
        "ix_check_in_answered_at",
        "check_in",
        ["answered_at"],
        unique=False,
        sqlite_where=sa.text("face IS NOT NULL"),
        postgresql_where=sa.text("face IS NOT NULL"),
    )
    op.create_index("ix_check_in_due_at", "check_in", ["due_at"], unique=False)
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
    op.create_index(
        "ix_check_in_tell_at",
        "check_in",
        ["tell_at"],
        unique=False,
        sqlite_where=sa.text("tell_at IS NOT NULL"),
        postgresql_where=sa.text("tell_at IS NOT NULL"),
    )
    op.create_table(
        "enrolment",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("asked_by", KEY, nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("initial", sa.LargeBinary(), nullable=True),
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
    op.create_index(
        "ix_enrolment_initial",
        "enrolment",
        ["changed_at"],
        unique=False,
        sqlite_where=sa.text("initial IS NOT NULL"),
        postgresql_where=sa.text("initial IS NOT NULL"),
    )
    op.create_table(
        "pupil",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=True),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("birth_year", sa.SmallInteger(), nullable=True),
        sa.Column("child_id", KEY, nullable=True),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", sa.BigInteger(), nullable=True),
        sa.Column("same_as", KEY, nullable=True),
        sa.Column("was", sa.LargeBinary(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("slip_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_pupil_child_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["class_id"], ["class_room.id"], name=op.f("fk_pupil_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["same_as"], ["pupil.id"], name=op.f("fk_pupil_same_as"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pupil")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_pupil_child_id",
        "pupil",
        ["child_id"],
        unique=False,
        sqlite_where=sa.text("child_id IS NOT NULL"),
        postgresql_where=sa.text("child_id IS NOT NULL"),
    )
    op.create_index("ix_pupil_class_id", "pupil", ["class_id"], unique=False)
    op.create_index(
        "ix_pupil_same_as",
        "pupil",
        ["same_as"],
        unique=False,
        sqlite_where=sa.text("same_as IS NOT NULL"),
        postgresql_where=sa.text("same_as IS NOT NULL"),
    )
    op.create_table(
        "fetch",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("file_id", sa.LargeBinary(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("attempt", sa.SmallInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_fetch_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fetch")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_fetch_due_at", "fetch", ["due_at"], unique=False)
    op.create_index("ix_fetch_person_id", "fetch", ["person_id"], unique=False)
    op.create_table(
        "idea",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("week", sa.String(length=8), nullable=False),
        sa.Column("idea_id", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("earlier", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_idea_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_idea_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
        sa.UniqueConstraint("child_id", "person_id", "week", name=op.f("uq_idea_child_id_person_id_week")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "bedtime",
        sa.Column("child_id", KEY, autoincrement=False, nullable=False),
        sa.Column("minute", sa.SmallInteger(), nullable=True),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_bedtime_child_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("child_id", name=op.f("pk_bedtime")),
    )
    op.create_index(
        "ix_bedtime_next_at",
        "bedtime",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
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
        "illness",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("opened_by", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("alert_at", sa.BigInteger(), nullable=True),
        sa.Column("alerted_at", sa.BigInteger(), nullable=True),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.Column("caller_id", sa.BigInteger(), nullable=True),
        sa.Column("call_until", sa.BigInteger(), nullable=True),
        sa.Column("escalation", sa.SmallInteger(), nullable=False),
        sa.Column("escalate_at", sa.BigInteger(), nullable=True),
        sa.Column("ask_at", sa.BigInteger(), nullable=True),
        sa.Column("reach_at", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.LargeBinary(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('draft', 'open', 'closed', 'undone')", name=op.f("ck_illness_state")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_illness_child_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_illness")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_illness_alert_at",
        "illness",
        ["alert_at"],
        unique=False,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
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
    op.create_index("ix_illness_child_id", "illness", ["child_id"], unique=False)
    op.create_index(
        "ix_illness_closed_at",
        "illness",
        ["closed_at"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL"),
        postgresql_where=sa.text("closed_at IS NOT NULL"),
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
        "ix_illness_opened_at",
        "illness",
        ["opened_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('draft', 'open')"),
        postgresql_where=sa.text("state IN ('draft', 'open')"),
    )
    op.create_index(
        "ix_illness_reach_at",
        "illness",
        ["reach_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('draft', 'open')"),
        postgresql_where=sa.text("state IN ('draft', 'open')"),
    )
    op.create_index(
        "ix_illness_opened_by",
        "illness",
        ["opened_by"],
        unique=False,
        sqlite_where=sa.text("opened_by IS NOT NULL"),
        postgresql_where=sa.text("opened_by IS NOT NULL"),
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
        "operator",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("called", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=33), nullable=False),
        sa.Column("link_until", sa.BigInteger(), nullable=False),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("joined_at", sa.BigInteger(), nullable=True),
        sa.Column("asks", sa.LargeBinary(), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("role IN ('coordinator', 'safeguarding', 'technical')", name=op.f("ck_operator_role")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_operator_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_operator_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_operator_person_id",
        "operator",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("person_id IS NOT NULL"),
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    op.create_table(
        "invite",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=33), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("child_id", KEY, nullable=True),
        sa.Column("class_id", KEY, nullable=True),
        sa.Column("school_id", KEY, nullable=True),
        sa.Column("pupil_id", KEY, nullable=True),
        sa.Column("role", sa.String(length=10), nullable=True),
        sa.Column("created_by", KEY, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("single_use", sa.Boolean(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("used_by", KEY, nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.Column("for_whom", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_invite_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["class_id"], ["class_room.id"], name=op.f("fk_invite_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("fk_invite_created_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pupil_id"], ["pupil.id"], name=op.f("fk_invite_pupil_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_invite_school_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["used_by"], ["person.id"], name=op.f("fk_invite_used_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invite_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_invite_child_id",
        "invite",
        ["child_id"],
        unique=False,
        sqlite_where=sa.text("child_id IS NOT NULL"),
        postgresql_where=sa.text("child_id IS NOT NULL"),
    )
    op.create_index(
        "ix_invite_class_id",
        "invite",
        ["class_id"],
        unique=False,
        sqlite_where=sa.text("class_id IS NOT NULL"),
        postgresql_where=sa.text("class_id IS NOT NULL"),
    )
    op.create_index("ix_invite_created_by", "invite", ["created_by", "created_at"], unique=False)
    op.create_index("ix_invite_expires_at", "invite", ["expires_at"], unique=False)
    op.create_index(
        "ix_invite_pupil_id",
        "invite",
        ["pupil_id"],
        unique=False,
        sqlite_where=sa.text("pupil_id IS NOT NULL"),
        postgresql_where=sa.text("pupil_id IS NOT NULL"),
    )
    op.create_index(
        "ix_invite_school_id",
        "invite",
        ["school_id"],
        unique=False,
        sqlite_where=sa.text("school_id IS NOT NULL"),
        postgresql_where=sa.text("school_id IS NOT NULL"),
    )
    op.create_index(
        "ix_invite_used_by",
        "invite",
        ["used_by"],
        unique=False,
        sqlite_where=sa.text("used_by IS NOT NULL"),
        postgresql_where=sa.text("used_by IS NOT NULL"),
    )
    op.create_table(
        "opened_poster",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("invite_id", KEY, nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invite_id"], ["invite.id"], name=op.f("fk_opened_poster_invite_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_opened_poster_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_opened_poster")),
    )
    op.create_index("ix_opened_poster_invite_id", "opened_poster", ["invite_id"], unique=False)
    op.create_index("ix_opened_poster_opened_at", "opened_poster", ["opened_at"], unique=False)
    op.create_table(
        "keepsake",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("age", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("done", sa.SmallInteger(), nullable=False),
        sa.Column("part", sa.SmallInteger(), nullable=False),
        sa.Column("after", sa.String(length=60), nullable=False),
        sa.Column("makes", sa.SmallInteger(), nullable=False),
        sa.Column("outbox_id", KEY, nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('wanted', 'making', 'sent', 'lost')", name=op.f("ck_keepsake_state")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_keepsake_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_keepsake_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keepsake")),
        sa.UniqueConstraint("child_id", "person_id", "age", name=op.f("uq_keepsake_child_id_person_id_age")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_keepsake_asked_at", "keepsake", ["asked_at"], unique=False)
    op.create_index("ix_keepsake_person_id", "keepsake", ["person_id"], unique=False)
    op.create_index(
        "ix_keepsake_unmade",
        "keepsake",
        ["asked_at"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "own_week",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_own_week_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_week")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_own_week_asked_at", "own_week", ["asked_at"], unique=False)
    op.create_index("ix_own_week_person_id", "own_week", ["person_id"], unique=False)
    op.create_table(
        "look_in",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.LargeBinary(), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("said_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_look_in_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_look_in_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_in")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_look_in_asked_at", "look_in", ["asked_at"], unique=False)
    op.create_index("ix_look_in_child_id", "look_in", ["child_id"], unique=False)
    op.create_index("ix_look_in_person_id", "look_in", ["person_id"], unique=False)
    op.create_table(
        "escalation",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("steps", sa.LargeBinary(), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("told", sa.LargeBinary(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_escalation_child_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_escalation_child_id", "escalation", ["child_id"], unique=False)
    op.create_index(
        "ix_escalation_ended_at",
        "escalation",
        ["ended_at"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NOT NULL"),
        postgresql_where=sa.text("ended_at IS NOT NULL"),
    )
    op.create_index(
        "ix_escalation_next_at",
        "escalation",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_escalation_running",
        "escalation",
        ["child_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "member",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("person_id", KEY, nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("kin", sa.String(length=20), nullable=False),
        sa.Column("called", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("at_home", sa.Boolean(), nullable=False),
        sa.Column("invited_by", KEY, nullable=True),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("away_until", sa.BigInteger(), nullable=True),
        sa.Column("suspended_at", sa.BigInteger(), nullable=True),
        sa.Column("suspended_by", KEY, nullable=True),
        sa.Column("remove_at", sa.BigInteger(), nullable=True),
        sa.Column("removed_by", KEY, nullable=True),
        sa.Column("read_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("new_until", sa.BigInteger(), nullable=True),
        sa.Column("same_child", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("role IN ('parent', 'guardian', 'stand_in', 'near')", name=op.f("ck_member_role")),
        sa.CheckConstraint("state IN ('pending', 'active', 'left', 'refused')", name=op.f("ck_member_state")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_member_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["invited_by"], ["person.id"], name=op.f("fk_member_invited_by"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_member_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("child_id", "person_id", name=op.f("uq_member_child_id_person_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_member_person_id", "member", ["person_id"], unique=False)
    op.create_index(
        "ix_member_read_at",
        "member",
        ["read_at"],
        unique=False,
        sqlite_where=sa.text("read_at IS NOT NULL"),
        postgresql_where=sa.text("read_at IS NOT NULL"),
    )
    op.create_index(
        "ix_member_remove_at",
        "member",
        ["remove_at"],
        unique=False,
        sqlite_where=sa.text("remove_at IS NOT NULL"),
        postgresql_where=sa.text("remove_at IS NOT NULL"),
    )
    op.create_table(
        "notice",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=True),
        sa.Column("school_id", KEY, nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("errand", sa.Boolean(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("revision", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("send_at", sa.BigInteger(), nullable=True),
        sa.Column("weekly_until", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("reminders", sa.SmallInteger(), nullable=False),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.Column("answer_until", sa.BigInteger(), nullable=True),
        sa.Column("outcome_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_notice_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["class_id"], ["class_room.id"], name=op.f("fk_notice_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_notice_school_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_notice_author_id",
        "notice",
        ["author_id"],
        unique=False,
        sqlite_where=sa.text("author_id IS NOT NULL"),
        postgresql_where=sa.text("author_id IS NOT NULL"),
    )
    op.create_index("ix_notice_class_id", "notice", ["class_id", "id"], unique=False)
    op.create_index("ix_notice_created_at", "notice", ["created_at"], unique=False)
    op.create_index(
        "ix_notice_school_id",
        "notice",
        ["school_id"],
        unique=False,
        sqlite_where=sa.text("school_id IS NOT NULL"),
        postgresql_where=sa.text("school_id IS NOT NULL"),
    )
    op.create_index(
        "ix_notice_outcome_at",
        "notice",
        ["outcome_at"],
        unique=False,
        sqlite_where=sa.text("outcome_at IS NOT NULL"),
        postgresql_where=sa.text("outcome_at IS NOT NULL"),
    )
    op.create_index(
        "ix_notice_send_at",
        "notice",
        ["send_at"],
        unique=False,
        sqlite_where=sa.text("state = 'scheduled'"),
        postgresql_where=sa.text("state = 'scheduled'"),
    )
    op.create_table(
        "notice_class",
        sa.Column("notice_id", KEY, autoincrement=False, nullable=False),
        sa.Column("class_id", KEY, autoincrement=False, nullable=False),
        sa.Column("goes_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class_room.id"], name=op.f("fk_notice_class_class_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_notice_class_notice_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("notice_id", "class_id", name=op.f("pk_notice_class")),
    )
    op.create_index("ix_notice_class_class_id", "notice_class", ["class_id", "notice_id"], unique=False)
    op.create_index(
        "ix_notice_class_goes_at",
        "notice_class",
        ["goes_at"],
        unique=False,
        sqlite_where=sa.text("goes_at IS NOT NULL"),
        postgresql_where=sa.text("goes_at IS NOT NULL"),
    )
    op.create_table(
        "promise",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("made_by", KEY, nullable=False),
        sa.Column("visit", sa.Boolean(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("pause_days", sa.SmallInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'open', 'planned', 'asked', 'kept', 'dropped')", name=op.f("ck_promise_state")
        ),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_promise_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_promise_made_by"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_promise_child_id", "promise", ["child_id", "state"], unique=False)
    op.create_index(
        "ix_promise_created_at",
        "promise",
        ["created_at"],
        unique=False,
        sqlite_where=sa.text("day IS NULL"),
        postgresql_where=sa.text("day IS NULL"),
    )
    op.create_index(
        "ix_promise_day",
        "promise",
        ["day"],
        unique=False,
        sqlite_where=sa.text("day IS NOT NULL"),
        postgresql_where=sa.text("day IS NOT NULL"),
    )
    op.create_index(
        "ix_promise_next_at",
        "promise",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
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
    op.create_index("ix_roll_call_day", "roll_call", ["day"], unique=False)
    op.create_table(
        "muted",
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("author_id", KEY, autoincrement=False, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_muted_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_muted_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_muted_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "author_id", name=op.f("pk_muted")),
    )
    op.create_index("ix_muted_author_id", "muted", ["author_id"], unique=False)
    op.create_index("ix_muted_child_id", "muted", ["child_id"], unique=False)
    op.create_table(
        "illness_event",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("illness_id", KEY, nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.LargeBinary(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["illness_id"], ["illness.id"], name=op.f("fk_illness_event_illness_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_illness_event")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_illness_event_illness_id", "illness_event", ["illness_id"], unique=False)
    op.create_index(
        "ix_illness_event_person_id",
        "illness_event",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("person_id IS NOT NULL"),
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
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
    op.create_index("ix_illness_told_person_id", "illness_told", ["person_id"], unique=False)
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
        sa.Column("purpose", sa.String(length=10), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.String(length=8), nullable=True),
        sa.Column("check_at", sa.BigInteger(), nullable=True),
        sa.Column("played_at", sa.BigInteger(), nullable=True),
        sa.Column("thanked", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "state IN ('draft', 'shelved', 'waiting', 'sent', 'dropped', 'undone')", name=op.f("ck_letter_state")
        ),
        sa.ForeignKeyConstraint(["answers_id"], ["letter.id"], name=op.f("fk_letter_answers_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_letter_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_letter_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["idea_id"], ["idea.id"], name=op.f("fk_letter_idea_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_letter_answers_id",
        "letter",
        ["answers_id"],
        unique=False,
        sqlite_where=sa.text("answers_id IS NOT NULL"),
        postgresql_where=sa.text("answers_id IS NOT NULL"),
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
    op.create_index(
        "ix_letter_idea_id",
        "letter",
        ["idea_id"],
        unique=False,
        sqlite_where=sa.text("idea_id IS NOT NULL"),
        postgresql_where=sa.text("idea_id IS NOT NULL"),
    )
    op.create_table(
        "class_post",
        sa.Column("notice_id", KEY, autoincrement=False, nullable=False),
        sa.Column("group_id", KEY, autoincrement=False, nullable=False),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["class_group.id"], name=op.f("fk_class_post_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], name=op.f("fk_class_post_notice_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("notice_id", "group_id", "part", name=op.f("pk_class_post")),
    )
    op.create_index("ix_class_post_group_id", "class_post", ["group_id"], unique=False)
    op.create_table(
        "notice_household",
        sa.Column("notice_id", KEY, autoincrement=False, nullable=False),
        sa.Column("child_id", KEY, autoincrement=False, nullable=False),
        sa.Column("confirmed_by", KEY, nullable=True),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("revision", sa.SmallInteger(), nullable=False),
        sa.Column("claimed_by", KEY, nullable=True),
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
    op.create_index("ix_notice_household_child_id", "notice_household", ["child_id"], unique=False)
    op.create_table(
        "notice_pupil",
        sa.Column("notice_id", KEY, autoincrement=False, nullable=False),
        sa.Column("child_id", KEY, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_notice_pupil_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["notice.id"], name=op.f("fk_notice_pupil_notice_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("notice_id", "child_id", name=op.f("pk_notice_pupil")),
    )
    op.create_index("ix_notice_pupil_child_id", "notice_pupil", ["child_id"], unique=False)
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
    op.create_index("ix_notice_reader_child_id", "notice_reader", ["child_id"], unique=False)
    op.create_table(
        "school_word",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("kind", sa.LargeBinary(), nullable=True),
        sa.Column("once", sa.LargeBinary(length=33), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("illness_id", KEY, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'sent', 'undone')", name=op.f("ck_school_word_state")),
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
    op.create_index("ix_school_word_created_at", "school_word", ["created_at"], unique=False)
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
    op.create_index("uq_school_word_once", "school_word", ["once"], unique=True)
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
    op.create_index("ix_school_word_told_person_id", "school_word_told", ["person_id"], unique=False)
    op.create_table(
        "school_thread",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("child_id", KEY, nullable=False),
        sa.Column("line", sa.LargeBinary(), nullable=True),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("waits_since", sa.BigInteger(), nullable=True),
        sa.Column("handed_at", sa.BigInteger(), nullable=True),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("reminded_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_school_thread_child_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class_room.id"], name=op.f("fk_school_thread_class_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_thread")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_school_thread_child_id", "school_thread", ["child_id"], unique=False)
    op.create_index("ix_school_thread_class_id", "school_thread", ["class_id", "child_id"], unique=False)
    op.create_index("ix_school_thread_last_at", "school_thread", ["last_at"], unique=False)
    op.create_index(
        "ix_school_thread_next_at",
        "school_thread",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_table(
        "school_talk",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("thread_id", KEY, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("from_school", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=6), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.String(length=12), nullable=True),
        sa.Column("check_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('sent', 'undone')", name=op.f("ck_school_talk_state")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_school_talk_author_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["school_thread.id"], name=op.f("fk_school_talk_thread_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_talk")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_school_talk_author_id", "school_talk", ["author_id", "sent_at"], unique=False)
    op.create_index(
        "ix_school_talk_check_at",
        "school_talk",
        ["check_at"],
        unique=False,
        sqlite_where=sa.text("check_at IS NOT NULL"),
        postgresql_where=sa.text("check_at IS NOT NULL"),
    )
    op.create_index("ix_school_talk_sent_at", "school_talk", ["sent_at"], unique=False)
    op.create_index("ix_school_talk_thread_id", "school_talk", ["thread_id", "id"], unique=False)
    op.create_table(
        "unsent_talk",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("author_id", KEY, nullable=False),
        sa.Column("state", sa.String(length=7), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'sent', 'dropped')", name=op.f("ck_unsent_talk_state")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_unsent_talk_author_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unsent_talk")),
        sqlite_autoincrement=True,
    )
    for column in ("author_id", "asked_at"):
        op.create_index(f"ix_unsent_talk_{column}", "unsent_talk", [column], unique=False)
    op.create_index(
        "ix_unsent_talk_next_at",
        "unsent_talk",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )
    op.create_table(
        "shared_number",
        sa.Column("class_id", KEY, autoincrement=False, nullable=False),
        sa.Column("person_id", KEY, autoincrement=False, nullable=False),
        sa.Column("number", sa.LargeBinary(), nullable=False),
        sa.Column("shared_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_id"], ["class_room.id"], name=op.f("fk_shared_number_class_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_shared_number_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("class_id", "person_id", name=op.f("pk_shared_number")),
    )
    op.create_index("ix_shared_number_person_id", "shared_number", ["person_id"], unique=False)
    op.create_table(
        "worry",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("child", sa.LargeBinary(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=True),
        sa.Column("reader", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=False),
        sa.Column("delivered_at", sa.BigInteger(), nullable=True),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["class_room.id"], name=op.f("fk_worry_class_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worry")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_worry_class_id", "worry", ["class_id"], unique=False)
    op.create_index("ix_worry_sent_at", "worry", ["sent_at"], unique=False)
    op.create_index(
        "ix_worry_author",
        "worry",
        ["author"],
        unique=False,
        sqlite_where=sa.text("author IS NOT NULL"),
        postgresql_where=sa.text("author IS NOT NULL"),
    )
    op.create_index(
        "ix_worry_reader",
        "worry",
        ["reader"],
        unique=False,
        sqlite_where=sa.text("reader IS NOT NULL"),
        postgresql_where=sa.text("reader IS NOT NULL"),
    )
    op.create_index(
        "ix_worry_next_at",
        "worry",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )

    op.create_table(
        "meeting",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("class_id", KEY, nullable=False),
        sa.Column("offered_by", KEY, nullable=True),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("offered_at", sa.BigInteger(), nullable=False),
        sa.Column("open_at", sa.BigInteger(), nullable=False),
        sa.Column("cancelled_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["class_id"], ["class_room.id"], name=op.f("fk_meeting_class_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["offered_by"], ["person.id"], name=op.f("fk_meeting_offered_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meeting_class_id", "meeting", ["class_id"], unique=False)
    op.create_index("ix_meeting_offered_at", "meeting", ["offered_at"], unique=False)
    op.create_index(
        "ix_meeting_offered_by",
        "meeting",
        ["offered_by"],
        unique=False,
        sqlite_where=sa.text("offered_by IS NOT NULL"),
        postgresql_where=sa.text("offered_by IS NOT NULL"),
    )
    op.create_table(
        "meeting_slot",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("meeting_id", KEY, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("child_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("taken_at", sa.BigInteger(), nullable=True),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_meeting_slot_child_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_slot_meeting_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_meeting_slot_person_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_slot")),
        sa.UniqueConstraint("meeting_id", "at", name=op.f("uq_meeting_slot_meeting_id_at")),
        sqlite_autoincrement=True,
    )
    for column in ("child_id", "person_id", "next_at"):
        op.create_index(
            f"ix_meeting_slot_{column}",
            "meeting_slot",
            [column],
            unique=False,
            sqlite_where=sa.text(f"{column} IS NOT NULL"),
            postgresql_where=sa.text(f"{column} IS NOT NULL"),
        )

    op.create_table(
        "school_day",
        sa.Column("id", KEY, autoincrement=True, nullable=False),
        sa.Column("school_id", KEY, nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("until", sa.String(length=10), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("told_class", KEY, nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["school_id"], ["school.id"], name=op.f("fk_school_day_school_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_day")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_school_day_school_id", "school_day", ["school_id", "until"], unique=False)
    op.create_index("ix_school_day_until", "school_day", ["until"], unique=False)
    op.create_index(
        "ix_school_day_next_at",
        "school_day",
        ["next_at"],
        unique=False,
        sqlite_where=sa.text("next_at IS NOT NULL"),
        postgresql_where=sa.text("next_at IS NOT NULL"),
    )


def downgrade() -> None:
    for table in (
        "worry",
        "opened_poster",
        "shared_number",
        "unsent_talk",
        "school_talk",
        "school_thread",
        "school_day",
        "meeting_slot",
        "meeting",
        "school_word_told",
        "thanks",
        "school_word",
        "notice_reader",
        "notice_pupil",
        "notice_household",
        "class_post",
        "notice_class",
        "letter",
        "illness_told",
        "illness_event",
        "muted",
        "roll_call",
        "promise",
        "notice",
        "member",
        "escalation",
        "invite",
        "illness",
        "idea_plan",
        "idea",
        "fetch",
        "pupil",
        "enrolment",
        "check_in",
        "call",
        "bedtime",
        "approval",
        "operator",
        "staff",
        "report",
        "outbox",
        "look_in",
        "keepsake",
        "own_week",
        "held_text",
        "unfinished",
        "dialogue",
        "class_teacher",
        "class_group",
        "class_room",
        "child",
        "card",
        "tombstone",
        "school",
        "person",
        "page",
        "lease",
        "installation",
        "inbox",
        "crisis_event",
        "audit",
    ):
        op.drop_table(table)
