"""Where a row of the inbox stands, and one of the outbox."""

from enum import StrEnum


class InboxState(StrEnum):
    """Of an update."""

    NEW = "new"
    DONE = "done"
    PARKED = "parked"  # handled three times in vain


class OutboxState(StrEnum):
    """Of what leaves."""

    PENDING = "pending"
    WAITING = "waiting"  # its reader is out of reach
    SENDING = "sending"
    SENT = "sent"
    CLEARED = "cleared"  # overtaken, or nothing left to say
    UNKNOWN = "unknown"  # no answer, and not worth a second time
    DISCARDED = "discarded"
