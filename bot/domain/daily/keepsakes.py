"""🎁 The year's keepsake: what passed between a child and those far away, in files to keep and to open offline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Child
from bot.domain.local_time import local
from bot.domain.notifications import Event, Lane, Notification, Told

# Telegram takes 50 MB from a bot. The rest is for the page, and for what a packer adds.
MOST = 48_000_000
# Of one file a bot is given no more than this.
LARGEST = 20_000_000
TRIES = 3  # then a person is told, instead of a fourth process that dies of it
WAITS_AT_MOST = timedelta(minutes=15)  # a finished file, for Telegram to take it
PAGE = "index.html"
STEPS = 10  # of the line that shows how far it is

# What a file of a kind is called at its end, and how large it most often is where Telegram did not say.
ENDINGS = {"photo": "jpg", "voice": "ogg", "audio": "mp3", "video": "mp4", "video_note": "mp4"}
_USUAL = {"photo": 150_000, "voice": 60_000, "audio": 3_000_000, "video": 5_000_000, "video_note": 2_500_000}


class KeepsakeState(StrEnum):
    """Where it stands; `lost` could not be brought."""

    WANTED = "wanted"
    MAKING = "making"
    SENT = "sent"
    LOST = "lost"


class Kind(StrEnum):
    """What something kept is."""

    LETTER = "letter"
    SCHOOL = "school"  # good news from there
    PROMISE = "promise"  # one that was kept
    VISIT = "visit"
    SEEN = "seen"


class Missing(StrEnum):
    """Why a file is not in it."""

    GONE = "gone"  # Telegram does not have it any more
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing of the year; `key` orders all of them, and names the place from which a next file goes on."""

    key: str
    kind: Kind
    day: date  # where the child lives
    who: int  # an adult of the circle, or a teacher; 0 is nobody
    words: str = ""
    media: str = ""  # a kind of file, such as voice
    file_id: str = ""
    size: int = 0  # as Telegram said when it came
    to_child: bool = False
    seen: tuple[str, ...] = ()

    @property
    def guess(self) -> int:
        """How large its file is, as far as one can know before it is fetched."""
        return (self.size or _USUAL.get(self.media, 1_000_000)) if self.file_id else 0


@dataclass(frozen=True, slots=True)
class Entry:
    """Something kept as it stands in one file: under which name, or why it is missing."""

    kept: Kept
    name: str = ""
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Keepsake:
    """What one adult has asked for: the year in which a child was `age` years old."""

    id: int
    child_id: int
    person_id: int
    age: int
    state: KeepsakeState
    asked_at: datetime
    done: int  # so many of STEPS
    part: int  # so many files have arrived
    after: str  # the key of the last thing in them
    makes: int  # how often it was begun
    outbox_id: int | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class KeepsakesOffered(Event):
    """The years of a child from which something is kept, and about how large each is."""

    while_stopped = Told.NOBODY
    takes_long = True
    child_id: int


@dataclass(frozen=True, slots=True)
class KeepsakeShown(Event):
    """How far it is; the card changes until all of it has come."""

    while_stopped = Told.NOBODY
    silent = True
    keepsake_id: int


@dataclass(frozen=True, slots=True)
class KeepsakeGiven(Event):
    """One of its files, as it was made in the `make`th beginning, with all up to `until`; `missing` as `missing_of`."""

    while_stopped = Told.NOBODY
    takes_long = True
    keepsake_id: int
    make: int
    part: int
    until: str
    last: bool
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Stands in a request for the file that is made: who holds it puts it there."""

    keepsake_id: int
    make: int
    part: int


def year_of_life(child: Child, age: int) -> tuple[date, date]:
    """Its first day, and the first one after it. Of a birthday only the month is known, so none falls on a day that
    some years do not have."""
    month, year = child.birth_month or 1, child.birth_year + age
    return date(year, month, 1), date(year + 1, month, 1)


def sizes(child: Child, kept: Iterable[Kept]) -> dict[int, int]:
    """The years of life from which there is something, the newest first, and about how many bytes each has."""
    found: dict[int, int] = {}
    for each in kept:
        age = child.years(each.day)
        found[age] = found.get(age, 0) + each.guess
    return dict(sorted(found.items(), reverse=True))


def of_year(child: Child, kept: Iterable[Kept], age: int) -> list[Kept]:
    """What belongs to this year of life, in its order."""
    return sorted((each for each in kept if child.years(each.day) == age), key=lambda each: each.key)


def key_of(at: datetime, kind: Kind, number: int, place: int = 0) -> str:
    """Things in the order in which they came, each with a key of its own."""
    return f"{int(at.timestamp()):012d}-{kind}-{number}-{place}"


def day_of(at: datetime, child: Child) -> date:
    """The day of it where the child lives."""
    return local(at, child.zone).date()


def megabytes(size: int) -> int:
    """Whole ones, and never none."""
    return max(1, round(size / 1_000_000))


def name_in(kept: Kept, place: int) -> str:
    """What its file is called: by its day and ours alone, so that nothing of anybody's stands in it."""
    return f"files/{kept.day.isoformat()}-{place:03d}.{ENDINGS[kept.media]}"


def steps(done: int, whole: int) -> int:
    """How far it is, in so many of STEPS."""
    return STEPS * done // max(whole, 1)


def missing_of(entries: Sequence[Entry]) -> str:
    """What could not be fetched, each as its day, its kind and why: “2026-05-03 photo gone”, with commas."""
    return ",".join(f"{each.kept.day} {each.kept.media} {each.missing}" for each in entries if each.missing)


def tell_how_far(found: Keepsake) -> list[Notification]:
    """The card changes in place, without a sound."""
    about = KeepsakeShown(found.id)
    return [Notification(found.person_id, about, Lane.REPLY, card=card_of(found.id), edits_card=True)]


def card_of(keepsake_id: int) -> str:
    """The message in which its reader sees how far it is."""
    return f"keepsake:{keepsake_id}"


def ended(found: Keepsake, state: KeepsakeState, now: datetime) -> Keepsake:
    """As it stands when nothing more is done for it."""
    return replace(found, state=state, ended_at=now, outbox_id=None, done=STEPS)
