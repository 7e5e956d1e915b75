"""How often Homeline asks somebody who does not answer: less and less, until home is heard again."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

from bot.domain.local_time import DAY

AT_FIRST = 3  # so many due days in a row
THEN = 3  # so many cards more, every third day; then one a week
EVERY = timedelta(days=3)
WEEK = timedelta(days=7)
REMINDED = 2  # days on which a reminder follows
A_WEEK = 8  # messages that Homeline may begin with a guardian for each slot of the day
LOOKED_BACK = timedelta(days=60)  # at what was asked in vain: more than the steps above take


def is_asked(cards: Collection[date], today: date) -> bool:
    """Whether the card of `today` is sent, `cards` being the days on which it was sent and nothing came since."""
    days = sorted({*cards} - {today})
    if len(days) < AT_FIRST:
        return True
    if today in cards:
        return False  # a second slot of the day
    return today - days[-1] >= (EVERY if len(days) < AT_FIRST + THEN else WEEK)


def is_reminded(cards: Collection[date], today: date) -> bool:
    """Whether a reminder may follow the card of `today`: on the first two days that stay without an answer."""
    return today not in cards and len({*cards}) < REMINDED


def has_room(begun: Collection[date], today: date, is_due: Callable[[date], bool]) -> bool:
    """Whether one message more leaves every week at eight, though the question of each due day may still come.

    `begun` are the days of what Homeline has begun in one slot, a day for each card and each reminder.
    """
    coming = [day for day in (today + ahead * DAY for ahead in range(7)) if is_due(day)]
    for back in range(7):
        first = today - back * DAY
        week = [day for day in (*begun, *coming) if first <= day < first + WEEK]
        if len(week) + 1 > A_WEEK:
            return False
    return True
