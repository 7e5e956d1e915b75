"""People, the circle around one child, and the ways into it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    UniqueConstraint,
)

from bot.db.columns import (
    EncryptedFlag,
    EncryptedInstant,
    EncryptedJson,
    EncryptedText,
    EncryptedWord,
    Instant,
    Key,
    Veiled,
    is_in,
)
from bot.db.tables.base import foreign_key, index_where_set, metadata, own_key, veiled_person

person = Table(
    "person",
    metadata,
    own_key(),
    Column("telegram_id", Veiled("person.telegram_id"), nullable=False, unique=True),
    Column("name", EncryptedText("person.name"), nullable=False),
    Column("language", String(16), nullable=False),
    Column("time_zone", String(64), nullable=False),
    Column("country", String(2)),
    Column("consented_at", Instant),
    Column("health_notes", Boolean),
    Column("voice", Boolean),
    Column("quiet_from", SmallInteger),
    Column("quiet_until", SmallInteger),
    Column("work_nights", SmallInteger),
    Column("rest_from", SmallInteger),
    Column("rota", String(24)),  # a Monday and fourteen days of shifts from it on, that come again and again
    Column("urgent_only", Boolean, nullable=False, default=False),
    Column("paused_until", Instant),
    Column("hushed_until", EncryptedInstant("person.hushed_until")),  # after a crisis card: no reminder, no idea
    Column("unreachable_since", Instant),
    Column("teaches", Boolean, nullable=False, default=False),
    Column("operates", Boolean, nullable=False, default=False),
    Column("created_at", Instant, nullable=False),
    Column("seen_on", String(10)),  # the day of their last tap, by UTC; shown to nobody
    Column("week_at", Instant),  # when a parent is shown the week next
    Column("coach_at", Instant),  # when to tell them next how to keep their account their own
    Column("own_week_at", Instant),  # when who looks after a child may be asked next how their own week was
    Column("wrong_links", SmallInteger),  # links that never were ours, opened in the day that began then
    Column("wrong_links_since", Instant),
)
index_where_set(person.c.week_at)
index_where_set(person.c.coach_at)
index_where_set(person.c.own_week_at)
index_where_set(person.c.unreachable_since)

# Where a person stands in a conversation that needs more than one answer.
dialogue = Table(
    "dialogue",
    metadata,
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("state", EncryptedWord("dialogue.state", 20)),
    Column("data", EncryptedJson("dialogue.data"), nullable=False),
    Column("updated_at", Instant, nullable=False),
)

Index("ix_dialogue_updated_at", dialogue.c.updated_at)

# What somebody has given in a dialogue and not finished: it waits for them, whatever they do in between.
unfinished = Table(
    "unfinished",
    metadata,
    own_key(),
    foreign_key("person_id", "person"),
    Column("state", String(20), nullable=False),  # the dialogue: a class list, a calendar, a child that is being added
    Column("about", Key, nullable=False),  # the class, the school; 0 of a child that is not here yet
    Column("data", EncryptedJson("unfinished.data"), nullable=False),
    Column("kept_at", Instant, nullable=False),
    UniqueConstraint("person_id", "state", "about"),
)
Index("ix_unfinished_kept_at", unfinished.c.kept_at)

invite = Table(
    "invite",
    metadata,
    own_key(),
    Column("token_hash", LargeBinary(33), nullable=False, unique=True),
    Column("kind", String(12), nullable=False),  # member, class, teacher, lead, slip
    foreign_key("child_id", "child", required=False),
    foreign_key("class_id", "class_room", required=False),
    foreign_key("school_id", "school", required=False),
    foreign_key("pupil_id", "pupil", required=False),
    Column("role", String(10)),  # parent, guardian, stand_in, near
    foreign_key("created_by", "person", required=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("single_use", Boolean, nullable=False),
    Column("used_at", Instant),
    foreign_key("used_by", "person", required=False),
    Column("revoked_at", Instant),
    Column("for_whom", EncryptedText("invite.for_whom")),  # as the operator wrote it
)
for _column in (invite.c.child_id, invite.c.class_id, invite.c.school_id, invite.c.pupil_id, invite.c.used_by):
    index_where_set(_column)
Index("ix_invite_created_by", invite.c.created_by, invite.c.created_at)

Index("ix_invite_expires_at", invite.c.expires_at)

child = Table(
    "child",
    metadata,
    own_key(),
    Column("call_name", EncryptedText("child.call_name"), nullable=False),
    Column("birth_year", SmallInteger, nullable=False),
    Column("birth_month", SmallInteger),  # not said yet where a family came by a slip
    Column("country", String(2), nullable=False),
    Column("time_zone", String(64), nullable=False),
    foreign_key("created_by", "person", required=False),
    Column("created_at", Instant, nullable=False),
    Column("paused_until", Instant),
    Column("separate_lines", EncryptedFlag("child.separate_lines")),
    Column("slot", String(8), nullable=False),  # morning, midday, evening
    Column("second_slot", String(8)),  # where home is asked twice a day
    Column("rhythm", String(8)),  # the days on which home is asked: second, school, weekdays; none is every day
    Column("offered_rhythm", String(8)),  # the weekdays that were offered last
    Column("letter_hour", String(8)),  # when letters come to home: homework, bed, any; none was not asked yet
    Column("minute", SmallInteger, nullable=False),  # of the local day; each child has its own in the slot
    Column("sharing_stopped_at", Instant),  # nothing new is shared until it is lifted
    Column("sharing_stopped_by", Key),
    Column("idle_at", Instant),  # when to look whether anybody still comes
    Column("idle_asked", SmallInteger),
    Column("erase_at", Instant),  # nobody is left in the circle
    Column("keeps_faces", Boolean),  # the teenager's own say: no faces are told
    Column("next_check_in_at", Instant),  # none while nobody at home can be asked
    Column("heard_at", Instant),  # the newest sign of life from home, by whom, and what it was
    veiled_person("child", "heard_from"),
    Column("heard_what", EncryptedWord("child.heard_what", 12)),
    Column("trend", EncryptedJson("child.trend")),  # {level, at}: what was last said of several harder days
)
index_where_set(child.c.idle_at)
index_where_set(child.c.erase_at)
Index("ix_child_next_check_in_at", child.c.next_check_in_at)
index_where_set(child.c.sharing_stopped_at)
index_where_set(child.c.heard_at)

member = Table(
    "member",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    foreign_key("person_id", "person"),
    Column("role", String(10), nullable=False),
    Column("kin", String(20), nullable=False),
    Column("called", EncryptedText("member.called"), nullable=False),  # as the child calls them
    Column("state", String(8), nullable=False),  # pending, active, left, refused
    Column("at_home", Boolean, nullable=False),
    foreign_key("invited_by", "person", required=False),
    Column("joined_at", Instant, nullable=False),
    Column("away_until", Instant),
    Column("suspended_at", Instant),  # another adult holds this place: its phone may be in other hands
    Column("suspended_by", Key),
    Column("remove_at", Instant),  # put out; final then, unless somebody objects before
    Column("removed_by", Key),
    Column("read_at", Instant),  # when this adult is given the text to read to the child
    Column("closed_at", Instant),  # back after a long silence; history is closed until another adult says who it is
    Column("new_until", Instant),  # came in beside others; what touches everybody is not theirs to do before
    Column("same_child", EncryptedJson("member.same_child")),  # which other child of theirs is this one, or is not
    UniqueConstraint("child_id", "person_id"),
    CheckConstraint("role IN ('parent', 'guardian', 'stand_in', 'near')", name="role"),
    CheckConstraint("state IN ('pending', 'active', 'left', 'refused')", name="state"),
)
Index("ix_member_person_id", member.c.person_id)
index_where_set(member.c.remove_at)
index_where_set(member.c.read_at)

# What one adult asks for and a second one agrees to, or the time of a day.
approval = Table(
    "approval",
    metadata,
    own_key(),
    foreign_key("child_id", "child"),
    Column("action", String(10), nullable=False),
    foreign_key("asked_by", "person"),
    Column("asked_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", String(8), nullable=False),
    foreign_key("decided_by", "person", required=False),  # none: nobody has objected within the time
    Column("decided_at", Instant),
    CheckConstraint("action IN ('export', 'erase', 'thaw')", name="action"),
    CheckConstraint("state IN ('waiting', 'granted', 'refused')", name="state"),
)
Index("ix_approval_child_id", approval.c.child_id, approval.c.state)
index_where_set(approval.c.decided_at)
_waiting = is_in(approval, "waiting")
Index("ix_approval_due_at", approval.c.due_at, sqlite_where=_waiting, postgresql_where=_waiting)
