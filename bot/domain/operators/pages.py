"""What an operator must act on: one message for each state, changed in place when it is over."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.operators.operators import Operator, OperatorRole


class Page(StrEnum):
    """A state in which an installation needs somebody."""

    TOKEN = "token"
    TELEGRAM = "telegram"
    WEBHOOK = "webhook"
    SENDER = "sender"
    UPDATES = "updates"
    PARKED = "parked"
    GIVEN_UP = "given_up"
    CLOCK = "clock"
    DISK = "disk"
    BACKUP = "backup"
    KEYS = "keys"
    OLD_FILES = "old_files"
    SCHOOLS = "schools"
    REPORT = "report"
    REPORT_LATE = "report_late"
    HELPLINES = "helplines"


# A family may be waiting: these come through the night. All others are for the morning.
WAKES = frozenset(
    {
        *(Page.TOKEN, Page.TELEGRAM, Page.WEBHOOK, Page.SENDER, Page.UPDATES),
        *(Page.CLOCK, Page.DISK, Page.KEYS, Page.REPORT_LATE),
    }
)

_PASSING = frozenset({Page.TOKEN, Page.TELEGRAM, Page.WEBHOOK, Page.SENDER, Page.UPDATES, Page.CLOCK})

# Each more of these is somebody more who waits.
ANEW = frozenset({Page.REPORT})

_READ_BY = {
    Page.SCHOOLS: OperatorRole.COORDINATOR,
    Page.REPORT: OperatorRole.SAFEGUARDING,
    Page.REPORT_LATE: OperatorRole.SAFEGUARDING,
    Page.HELPLINES: OperatorRole.SAFEGUARDING,
}


@dataclass(frozen=True, slots=True)
class Open:
    """Since when a state lasts, and how many of what it names there are, where that can be counted."""

    since: datetime
    many: int = 0


@dataclass(frozen=True, slots=True)
class PageOpened(Event):
    """Somebody must act."""

    while_stopped = Told.NOBODY
    page: str
    since: datetime
    many: int = 0

    @property
    def rings(self) -> bool:
        """Always: it waits for somebody."""
        return True


@dataclass(frozen=True, slots=True)
class PageMoved(Event):
    """Of a page that has come anew below, one line stays."""

    while_stopped = Told.NOBODY
    page: str


@dataclass(frozen=True, slots=True)
class PageOver(Event):
    """All clear, in the message that called."""

    while_stopped = Told.NOBODY
    page: str
    since: datetime
    until: datetime

    @property
    def rings(self) -> bool:
        """Whoever reads it is glad, and may sleep on."""
        return False


@dataclass(frozen=True, slots=True)
class Changes:
    """What has begun, what has grown since it was said, and what is over."""

    begun: frozenset[Page]
    grown: frozenset[Page]
    over: frozenset[Page]


def changes(found: Mapping[Page, int], before: Mapping[Page, Open], seen: Collection[Page]) -> Changes:
    """What differs between what is found now and what was said before.

    What may be a moment's trouble begins once it has been `seen` by the look before, too; somebody who waits is none.
    """
    grown = {page for page, many in found.items() if page in before and many > before[page].many}
    begun = {page for page in found if page not in before and (page in seen or page not in _PASSING)}
    return Changes(frozenset(begun), frozenset(grown), frozenset(before.keys() - found.keys()))


def calls(lasting: Iterable[Page]) -> list[str]:
    """What a watcher outside is told of: the machine's own states in which families wait."""
    return sorted(each.value for each in lasting if each in WAKES and each not in _READ_BY)


def reads(operator: Operator, page: Page) -> bool:
    """Whether a state is this operator's to act on."""
    return operator.role is _READ_BY.get(page, OperatorRole.TECHNICAL)


def card_of(page: Page) -> str:
    """The message in which an operator sees a state."""
    return f"page:{page}"


def readers(operators: Iterable[Operator], page: Page) -> list[int]:
    """Who reads of a state; one person may have two roles, and reads of it once."""
    return list(dict.fromkeys(each.person_id for each in operators if each.person_id is not None and reads(each, page)))


def tell_open(page: Page, state: Open, operators: Iterable[Operator]) -> list[Notification]:
    """A message of its own for each of them."""
    return _tell(page, PageOpened(page, state.since, state.many), operators)


def tell_grown(page: Page, state: Open, operators: Iterable[Operator]) -> list[Notification]:
    """More of it: in the message that called, unless a family waits, for which the phone makes a sound again."""
    return _tell(page, PageOpened(page, state.since, state.many), operators, edits_card=page not in ANEW)


def tell_over(page: Page, since: datetime, until: datetime, operators: Iterable[Operator]) -> list[Notification]:
    """The same message, which now says that it is over."""
    return _tell(page, PageOver(page, since, until), operators, edits_card=True)


def _tell(page: Page, event: Event, operators: Iterable[Operator], *, edits_card: bool = False) -> list[Notification]:
    lane = Lane.URGENT if page in WAKES else Lane.NOTICE
    # As if a person had written it: what somebody wants to be spared by as a parent, they hear as an operator.
    return [
        Notification(each, event, lane, card=card_of(page), edits_card=edits_card, written=True)
        for each in readers(operators, page)
    ]
