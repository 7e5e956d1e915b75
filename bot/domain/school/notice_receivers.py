"""A notice to chosen pupils: the teacher taps names, and nobody else learns who they are."""

from dataclasses import dataclass

from bot.domain.notifications import Event, Told
from bot.domain.school.notices import Notice

PAGE = 10  # names on one card


def is_shown(notice: Notice, teacher: int) -> bool:
    """Whether a teacher of its class sees it: who was chosen, and what is being written, sees its author alone."""
    return notice.author_id == teacher or not (notice.chosen or notice.is_unsent)


@dataclass(frozen=True, slots=True)
class ReceiversAsked(Event):
    """Whose families is it for?"""

    while_stopped = Told.AT_HOME
    notice_id: int
    page: int = 0
