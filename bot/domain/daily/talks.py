"""How long a conversation of a parent with home goes on."""

from datetime import datetime, timedelta

TALK = "talk"  # the name of the dialogue
PAUSE = timedelta(minutes=30)


def goes_on(last: datetime, now: datetime) -> bool:
    """Whether words belong to the conversation in which the last ones came."""
    return timedelta(0) <= now - last <= PAUSE
