"""Every table, by name."""

from bot.db.tables.base import metadata
from bot.db.tables.crisis import crisis_event, held_text
from bot.db.tables.family import approval, child, invite, member
from bot.db.tables.health import check_in, escalation, illness, illness_event, illness_told, thanks
from bot.db.tables.keeping import audit, tombstone
from bot.db.tables.letters import call, idea, idea_plan, letter, promise
from bot.db.tables.pupils import roll_call, school_word, school_word_told
from bot.db.tables.reports import muted, report
from bot.db.tables.school import class_room, enrolment, notice, notice_household, notice_reader, school, staff
from bot.db.tables.spine import card, dialogue, inbox, installation, lease, outbox, person

__all__ = [
    "approval",
    "audit",
    "call",
    "card",
    "check_in",
    "child",
    "class_room",
    "crisis_event",
    "dialogue",
    "enrolment",
    "escalation",
    "held_text",
    "idea",
    "idea_plan",
    "illness",
    "illness_event",
    "illness_told",
    "inbox",
    "installation",
    "invite",
    "lease",
    "letter",
    "member",
    "metadata",
    "muted",
    "notice",
    "notice_household",
    "notice_reader",
    "outbox",
    "person",
    "promise",
    "report",
    "roll_call",
    "school",
    "school_word",
    "school_word_told",
    "staff",
    "thanks",
    "tombstone",
]

# A row's number is never given twice, so that an old button cannot come to mean a newer row.
for _table in metadata.tables.values():
    if "id" in _table.c:
        _table.dialect_options["sqlite"]["autoincrement"] = True
