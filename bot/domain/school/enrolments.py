"""Which child is in which class."""

from enum import StrEnum


class EnrolmentState(StrEnum):
    """Where a child stands with a class."""

    PENDING = "pending"
    ACTIVE = "active"
    LEFT = "left"
    REFUSED = "refused"
