"""What comes outside of any conversation, and is taken before it could be a letter."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.people import Person
from bot.services.illness import thread_notes
from bot.services.school import notice_drafts, talk_directions


def taken(tx: Tx, me: Person, media: dict[str, Any], reply_to: int) -> bool:
    """Whether it belonged to an illness that it answers, was for a school, or begins a teacher's notice."""
    noted = {name: value for name, value in media.items() if name != "album"}
    if thread_notes.takes_reply(tx, me, noted, reply_to) or talk_directions.take(tx, me, media, reply_to):
        return True
    return notice_drafts.take_stray(tx, me, media)
