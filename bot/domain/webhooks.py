"""Whether Telegram's calls come through: what it says of them itself is the truth, whatever stands between.

It tries again ever less often, so that its last failure may be old while nothing comes; and of a failure it still tells
after it has come through. What counts is whether something waits there and nothing has come since the look before.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

# A proxy's own words for “nobody is behind me”.
_PROXY_ALONE = re.compile(r"\b50[234]\b")


class Way(StrEnum):
    """How it stands with the way in."""

    OPEN = "open"
    TAKEN = "taken"  # Telegram calls another address, or none
    SHUT = "shut"


@dataclass(frozen=True, slots=True)
class Look:
    """What Telegram says at one moment, and the newest update that is kept here, whichever process kept it."""

    url: str
    waiting: int
    failed_at: int | None
    newest: int | None


def judge(was: Way, before: Look | None, now: Look, wanted: str) -> Way:
    """The way in now; `before` is the look before, none at the first of a run."""
    if now.url != wanted:
        return Way.TAKEN
    if before is None or not now.waiting or now.newest != before.newest:
        return Way.OPEN
    stays = was is Way.SHUT or before.waiting or now.failed_at != before.failed_at
    return Way.SHUT if stays else Way.OPEN


def asks_for_us(words: str) -> bool:
    """Whether it was a proxy that answered Telegram in our place.

    It may have asked whether we are ready. Were we not, it would let nobody in ever again, mended or not.
    """
    return _PROXY_ALONE.search(words) is not None
