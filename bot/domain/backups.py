"""When a night's backup is due."""

from datetime import datetime, time, timedelta

AGAIN = timedelta(hours=1)


def is_due(here: datetime, at: time, last: datetime | None, tried: datetime | None) -> bool:
    """Whether none is whole since `at` last came round on the clock `here`; what failed is tried again after an hour.

    So a night in which nothing ran is made up for, and a new installation has its first backup at once.
    """
    if tried is not None and timedelta(0) <= here - tried < AGAIN:
        return False
    came = here.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    if came > here:
        came -= timedelta(days=1)
    return last is None or not came <= last <= here  # one of the future was made while a clock was wrong
