"""How long everything is kept: the one table that the forgetting and the register of fields read."""

from datetime import timedelta

_DAY = timedelta(days=1)

# None: as long as what it belongs to: a circle, an account, a school, the installation.
KEPT: dict[str, timedelta | None] = {
    "invites": 7 * _DAY,  # after their end or their use
    "illness": 90 * _DAY,  # after its end, with every note; also what a teacher told of it
    "moods": 180 * _DAY,
    "check_ins": 365 * _DAY,
    "notices": 60 * _DAY,  # after they went out
    "school_words": 60 * _DAY,
    "school_talks": 60 * _DAY,  # after each was said
    "unsent_talks": 30 * _DAY,  # after it was asked which child they are about; once sent they are kept as those are
    "worries": 90 * _DAY,  # that there was one; its words a day at most
    "school_days": 60 * _DAY,  # after their day
    "meetings": 60 * _DAY,  # after they were offered
    "roll_calls": 60 * _DAY,
    "posters": 30 * _DAY,  # after one was opened; and a surname's initial, after the teacher's word
    "rosters": 60 * _DAY,  # after the end of the class, as long as it can be brought back
    "groups": 7 * _DAY,  # after somebody was asked about a group, without an answer; else as long as its class
    "look_ins": 90 * _DAY,  # after somebody near was asked
    "own_weeks": 30 * _DAY,  # after who looks after a child was asked about themselves
    "keepsakes": 2 * _DAY,  # after somebody has asked for one
    "calls": 90 * _DAY,  # after their day
    "promises": 90 * _DAY,  # after their day
    "approvals": 90 * _DAY,  # after the decision
    "crises": 90 * _DAY,
    "reports": 90 * _DAY,
    "dialogues": 30 * _DAY,  # after the last answer
    "unfinished": 30 * _DAY,  # after the last line of it
    "handled": 7 * _DAY,
    "parked": 30 * _DAY,
    "undelivered": 90 * _DAY,
    "audit": 365 * _DAY,
    "idle": 548 * _DAY,  # after anybody of the circle was last here; they are asked twice before
    "circle": None,
    "account": None,
    "school": None,
    "installation": None,
    "tombstones": None,
}


def kept(name: str) -> timedelta:
    """How long something is kept that has an end of its own."""
    span = KEPT[name]
    assert span is not None, name
    return span
