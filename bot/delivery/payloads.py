"""What a row of the outbox says, and when and how it leaves."""

from datetime import datetime
from typing import Any, Literal, NotRequired, TypedDict

# How a send ended without an answer of Telegram's own: it may have arrived, it has not, or nobody was there.
Failure = Literal["unknown", "failed", "away"]


class Payload(TypedDict):
    """The events, as `bot.domain.notifications.dump` writes them, and how they are said."""

    events: list[dict[str, Any]]
    edit: NotRequired[int]  # the message to change in place
    silent: NotRequired[bool]  # nobody waits for it: the phone does not ring
    morning: NotRequired[bool]  # all that waited over a night
    page: NotRequired[int]  # of a menu that has several
    footless: NotRequired[bool]  # as it stands, but for home and help, which stand further down now
    query: NotRequired[str]  # the press to answer
    text: NotRequired[str]  # what did not fit into the message before; there are no events then
    plain: NotRequired[bool]  # without buttons and marks, which Telegram may have refused
    fileless: NotRequired[bool]  # the file in it was given to an earlier bot: the words alone
    voiceless: NotRequired[bool]  # a voice that its reader's settings do not let in; those concerned know
    after: NotRequired[Failure]  # how it failed last
    unknown: NotRequired[int]  # how often it failed so
    failed: NotRequired[int]


class When(TypedDict):
    """How soon a notification leaves."""

    lane: int
    retry_if_unknown: bool
    due_at: datetime
    wanted_at: datetime
    expires_at: datetime | None


class Columns(TypedDict, total=False):
    """What a new row may say besides."""

    person_id: int | None
    card: str | None
    edits_card: bool
    merge: str | None
    retry_if_unknown: bool
    due_at: datetime
    wanted_at: datetime
    expires_at: datetime | None


class Changes(TypedDict, total=False):
    """Columns of a row that waits and may be set with what it says."""

    card: str | None
    lane: int
    retry_if_unknown: bool
    due_at: datetime
    wanted_at: datetime
    expires_at: datetime | None
