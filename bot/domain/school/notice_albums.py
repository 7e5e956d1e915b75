"""What leaves together: an album is one message of several pictures, and rings once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.notifications import Event, Told

ALBUM = 10  # as many as Telegram puts into one
# Pictures and films stand together, files and songs each among themselves; a voice or a round film in no album.
_SORTS = {"photo": "seen", "video": "seen", "document": "document", "audio": "audio"}


@dataclass(frozen=True, slots=True)
class NoticeAlbum(Event):
    """Several pictures or files of a notice, above its card."""

    while_stopped = Told.AT_HOME
    silent = True  # the card rings, below it
    notice_id: int
    place: int
    count: int


def albums(media: Sequence[dict[str, Any]]) -> list[tuple[int, ...]]:
    """The places of what leaves together, in the order in which it was sent; what goes beyond ten begins the next."""
    groups: list[list[int]] = []
    for place, each in enumerate(media):
        sort = _SORTS.get(each["kind"])
        before = groups[-1] if groups else []
        if sort and before and len(before) < ALBUM and _SORTS.get(media[before[-1]]["kind"]) == sort:
            before.append(place)
        else:
            groups.append([place])
    return [tuple(each) for each in groups]
