"""Check-ins and their escalation; what passes between parent and child: letters, ideas, calls, promises."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

from bot.db.columns import EncryptedJson, EncryptedText, EncryptedWord, Instant, Key
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key

check_in = Table(
    "check_in",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    Column("local_date", String(10), nullable=False),
    Column("slot", String(8), nullable=False),
    Column("state", String(8), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("asked_at", Instant),
    Column("remind_at", Instant),
    Column("reminded_at", Instant),
    Column("grace_until", Instant),
    Column("heard_at", Instant),  # when a sign of life or a face came that settled it
    Column("answered_at", Instant),
    foreign_key("answered_by", "person", required=False),
    Column("face", EncryptedWord("check_in.face", 12)),
    Column("way", SmallInteger),  # in which of several ways it was said
    Column("seen", EncryptedWord("check_in.seen", 60)),  # several of `Seen`, with commas
    Column("held", EncryptedWord("check_in.held", 8)),  # what it waits for before the parents read it
    Column("tell_at", Instant),  # when it goes on
    UniqueConstraint("child_id", "local_date", "slot"),
    CheckConstraint(
        "state IN ('new', 'asked', 'silent', 'late', 'missed', 'heard', 'answered', 'together', 'paused', 'cleared')",
        name="state",
    ),
)
_unanswered = check_in.c.state.in_(["new", "asked", "late"])
Index("ix_check_in_remind_at", check_in.c.remind_at, sqlite_where=_unanswered, postgresql_where=_unanswered)
Index("ix_check_in_grace_until", check_in.c.grace_until, sqlite_where=_unanswered, postgresql_where=_unanswered)

_with_face = check_in.c.face.is_not(None)
Index("ix_check_in_answered_at", check_in.c.answered_at, sqlite_where=_with_face, postgresql_where=_with_face)
Index("ix_check_in_due_at", check_in.c.due_at)
index_where_set(check_in.c.tell_at)

# A parent's ❤️ on an answer: one for each parent, however often it is tapped.
thanks = Table(
    "thanks",
    metadata,
    Column("check_in_id", Key, ForeignKey("check_in.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
)

# Who is told next while check-ins stay unanswered; the steps are a snapshot of the circle when it started.
escalation = Table(
    "escalation",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    Column("steps", EncryptedJson("escalation.steps"), nullable=False),
    Column("step", SmallInteger, nullable=False),
    Column("next_at", Instant),
    Column("told", EncryptedJson("escalation.told"), nullable=False),
    Column("ended_at", Instant),
)
_running = escalation.c.ended_at.is_(None)
Index("ix_escalation_child_id", escalation.c.child_id)
Index("uq_escalation_running", escalation.c.child_id, unique=True, sqlite_where=_running, postgresql_where=_running)
Index("ix_escalation_next_at", escalation.c.next_at, sqlite_where=_running, postgresql_where=_running)

index_where_set(escalation.c.ended_at)

# That somebody near home was asked to look in, and what they said; one is open for each of them and a child.
look_in = Table(
    "look_in",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    foreign_key("person_id", "person"),
    Column("asked_at", Instant, nullable=False),
    Column("why", EncryptedWord("look_in.why", 8), nullable=False),  # silence, or help while a child is ill
    Column("said", EncryptedWord("look_in.said", 8), nullable=False),  # asked, going, well, call, cannot
    Column("said_at", Instant),
    Column("ended_at", Instant),
)
Index("ix_look_in_child_id", look_in.c.child_id)
Index("ix_look_in_person_id", look_in.c.person_id)
Index("ix_look_in_asked_at", look_in.c.asked_at)

# How their own week was for who looks after a child: asked once a week, read by nobody else unless they say so.
own_week = Table(
    "own_week",
    metadata,
    own_key(),
    foreign_key("person_id", "person"),
    Column("asked_at", Instant, nullable=False),
    Column("said", EncryptedJson("own_week.said")),  # {face, told, helped}
)
Index("ix_own_week_person_id", own_week.c.person_id)
Index("ix_own_week_asked_at", own_week.c.asked_at)

letter = Table(
    "letter",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    foreign_key("author_id", "person", required=False),
    foreign_key("answers_id", "letter", required=False),
    Column("to_child", Boolean, nullable=False),
    Column("kind", String(12), nullable=False),  # voice, video_note, video, photo, text
    Column("media", EncryptedJson("letter.media"), nullable=False),  # {kind, file_id, duration, text, album}
    foreign_key("idea_id", "idea", required=False),  # the idea that it was recorded for
    Column("purpose", String(10)),  # goodnight, page, reading; none of what is sent as it comes
    Column("state", String(8), nullable=False),  # draft, shelved, waiting, sent, dropped, undone
    Column("sent_at", Instant, nullable=False),
    Column("told", String(8)),  # what its author has been told of its delivery: arrived, waits, kept, lost
    Column("check_at", Instant),  # when to look whether it has arrived
    Column("played_at", Instant),
    Column("thanked", EncryptedJson("letter.thanked")),  # who has sent a heart for it
    CheckConstraint("state IN ('draft', 'shelved', 'waiting', 'sent', 'dropped', 'undone')", name="state"),
)
Index("ix_letter_child_id", letter.c.child_id, letter.c.id)
index_where_set(letter.c.answers_id)
index_where_set(letter.c.idea_id)
index_where_set(letter.c.check_at)

# The year of a child that somebody has asked for in files, while they are made and for some days after.
keepsake = Table(
    "keepsake",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    foreign_key("person_id", "person"),
    Column("age", SmallInteger, nullable=False),  # of the child in that year
    Column("state", String(8), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("done", SmallInteger, nullable=False),  # so many tenths of it
    Column("part", SmallInteger, nullable=False),  # so many files have arrived
    Column("after", String(60), nullable=False),  # the last thing in them; empty before the first
    Column("makes", SmallInteger, nullable=False),  # how often it was begun
    Column("outbox_id", Key),  # the message that brings the next file
    Column("ended_at", Instant),
    UniqueConstraint("child_id", "person_id", "age"),
    CheckConstraint("state IN ('wanted', 'making', 'sent', 'lost')", name="state"),
)
_unmade = keepsake.c.ended_at.is_(None)
Index("ix_keepsake_person_id", keepsake.c.person_id)
Index("ix_keepsake_asked_at", keepsake.c.asked_at)
Index("ix_keepsake_unmade", keepsake.c.asked_at, sqlite_where=_unmade, postgresql_where=_unmade)

# When a child goes to bed, and when something that was recorded for it comes next.
bedtime = Table(
    "bedtime",
    metadata,
    Column("child_id", Key, ForeignKey("child.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("minute", SmallInteger),  # of the child's day; none: as usual at this age
    Column("next_at", Instant),
)
index_where_set(bedtime.c.next_at)

idea = Table(
    "idea",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    foreign_key("person_id", "person"),
    Column("week", String(8), nullable=False),  # ISO week of the reader, such as 2026-W48
    Column("idea_id", String(24), nullable=False),
    Column("state", String(8), nullable=False),  # offered, done, skipped, recorded
    Column("earlier", String(120), nullable=False, default=""),  # what 🔄 has put aside this week, joined by spaces
    UniqueConstraint("child_id", "person_id", "week"),
)

# When the next idea is due, for each parent and child.
idea_plan = Table(
    "idea_plan",
    metadata,
    Column("child_id", Key, ForeignKey("child.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("next_at", Instant, nullable=False),
    Column("step", SmallInteger, nullable=False, default=0),
)
Index("ix_idea_plan_next_at", idea_plan.c.next_at)

call = Table(
    "call",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    foreign_key("planned_by", "person"),
    Column("at", Instant, nullable=False),
    Column("state", String(10), nullable=False),  # planned, reminded, happened, missed, dropped; asked, calling
    Column("next_at", Instant),
    foreign_key("agreed_by", "person", required=False),  # who said at home that the time is fine
    foreign_key("caller_id", "person", required=False),  # the parent who is calling after being asked to
    Column("created_at", Instant, nullable=False),
)
_planned = call.c.next_at.is_not(None)
Index("ix_call_child_id", call.c.child_id, call.c.created_at)
Index("ix_call_next_at", call.c.next_at, sqlite_where=_planned, postgresql_where=_planned)

Index("ix_call_at", call.c.at)

promise = Table(
    "promise",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    foreign_key("made_by", "person"),
    Column("visit", Boolean, nullable=False),
    Column("words", EncryptedText("promise.words"), nullable=False),  # the parent's own; empty for a visit
    Column("day", String(10)),  # a date where the child lives, such as 2026-12-24
    Column("state", String(8), nullable=False),  # draft, open, planned, asked, kept, dropped
    Column("next_at", Instant),
    Column("pause_days", SmallInteger),  # how long the check-ins pause from that day on
    Column("created_at", Instant, nullable=False),
    CheckConstraint("state IN ('draft', 'open', 'planned', 'asked', 'kept', 'dropped')", name="state"),
)
_promised = promise.c.next_at.is_not(None)
Index("ix_promise_child_id", promise.c.child_id, promise.c.state)
Index("ix_promise_next_at", promise.c.next_at, sqlite_where=_promised, postgresql_where=_promised)
_dated, _undated = promise.c.day.is_not(None), promise.c.day.is_(None)
Index("ix_promise_day", promise.c.day, sqlite_where=_dated, postgresql_where=_dated)
Index("ix_promise_created_at", promise.c.created_at, sqlite_where=_undated, postgresql_where=_undated)
