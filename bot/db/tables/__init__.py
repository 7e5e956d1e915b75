"""Every table, by name."""

from bot.db.tables.base import metadata
from bot.db.tables.circle import approval, child, dialogue, invite, member, person, unfinished
from bot.db.tables.daily import (
    bedtime,
    call,
    check_in,
    escalation,
    idea,
    idea_plan,
    keepsake,
    letter,
    look_in,
    own_week,
    promise,
    thanks,
)
from bot.db.tables.delivery import card, fetch, inbox, outbox
from bot.db.tables.illness import illness, illness_event, illness_told
from bot.db.tables.installation import installation, lease
from bot.db.tables.operators import operator, page
from bot.db.tables.privacy import audit, crisis_event, held_text, muted, report, tombstone
from bot.db.tables.school import (
    class_group,
    class_post,
    class_room,
    class_teacher,
    enrolment,
    notice,
    notice_class,
    notice_household,
    notice_pupil,
    notice_reader,
    opened_poster,
    pupil,
    roll_call,
    school,
    school_word,
    school_word_told,
    staff,
)
from bot.db.tables.school_dates import meeting, meeting_slot, school_day
from bot.db.tables.school_talks import school_talk, school_thread, shared_number, unsent_talk
from bot.db.tables.school_worries import worry

__all__ = [
    "approval",
    "audit",
    "bedtime",
    "call",
    "card",
    "check_in",
    "child",
    "class_group",
    "class_post",
    "class_room",
    "class_teacher",
    "crisis_event",
    "dialogue",
    "enrolment",
    "escalation",
    "fetch",
    "held_text",
    "idea",
    "idea_plan",
    "illness",
    "illness_event",
    "illness_told",
    "inbox",
    "installation",
    "invite",
    "keepsake",
    "lease",
    "letter",
    "look_in",
    "meeting",
    "meeting_slot",
    "member",
    "metadata",
    "muted",
    "notice",
    "notice_class",
    "notice_household",
    "notice_pupil",
    "notice_reader",
    "opened_poster",
    "operator",
    "outbox",
    "own_week",
    "page",
    "person",
    "promise",
    "pupil",
    "report",
    "roll_call",
    "school",
    "school_day",
    "school_talk",
    "school_thread",
    "school_word",
    "school_word_told",
    "shared_number",
    "staff",
    "thanks",
    "tombstone",
    "unfinished",
    "unsent_talk",
    "worry",
]

# A row's number is never given twice, so that an old button cannot come to mean a newer row.
for _table in metadata.tables.values():
    if "id" in _table.c:
        _table.dialect_options["sqlite"]["autoincrement"] = True
