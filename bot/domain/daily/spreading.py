"""At which minute home is asked about a child: always the same one, and one in which there is room for the answers.

All whose minute is one are asked at once, most answer soon, and each answer is news for every parent. A bot that sends
28 messages a second sends 1,680 a minute; so many questions with what follows from them leave room for everything else.
"""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain.local_time import LATEST, SLOTS, minute_in_slot, stable

# Measured with an answer to each, told to two parents: `make bench`, “Evening”.
A_MINUTE = 300
# A question that leaves so much after its minute came late.
LATE = timedelta(minutes=5)
_TRIES = 4  # minutes of the slot that are looked at, and as many in each half of what it may go on for


def minutes(slot: str, key: int) -> list[int]:
    """Minutes of the day for one child, the best first: in the slot, then later and later."""
    end, latest = SLOTS[slot][1], LATEST[slot]
    half = (end + latest) // 2
    found = [minute_in_slot(slot, key)]
    for begin, until in (SLOTS[slot], (end, half), (half, latest)):
        found += [begin + stable(f"{slot}:{key}:{begin}:{each}", until - begin) for each in range(_TRIES)]
    return list(dict.fromkeys(found))


def roomy(asked: Mapping[int, int]) -> int:
    """The first minute that has room, `asked` being how many are asked in each; where none has, the emptiest."""
    return next((minute for minute, many in asked.items() if many < A_MINUTE), min(asked, key=lambda each: asked[each]))


def takes(slot: str, rate: float) -> int:
    """How many children can be asked in a slot of one clock by a bot that sends so many messages a second."""
    return int((LATEST[slot] - SLOTS[slot][0]) * A_MINUTE * min(rate / 28, 1))
