"""Coming in: adding a child, being invited, and being let in by an adult of the circle."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.notifications import Event, Lane, Notification, Told

INVITES_A_DAY = 12
WRONG_LINKS_A_DAY = 10  # that never were ours; an old link, tapped however often, is no guess
A_DAY = timedelta(days=1)

# A link as it is copied, with or without what browsers put in front; and a token alone: 22 signs, as no word has them.
# In the midst of words a link with another number of signs is somebody else's, and the words are what was meant.
_DOOR = r"(?:(?:t|telegram)\.(?:me|dog)/\w+\?|tg://resolve\?domain=\w+&)start="
_LINK = re.compile(rf"(?:{_DOOR}|/start\s+)([\w-]{{22}})(?![\w-])", re.ASCII)
_ALONE = re.compile(rf"(?:https?://)?{_DOOR}([\w-]{{1,64}})", re.ASCII)
_TOKEN = re.compile(r"(?<![\w/=.-])(?=[\w-]*[a-z])[\w-](?=[\w-]*[A-Z])[\w-]{21}(?![\w/-])", re.ASCII)


class InviteKind(StrEnum):
    """Where a link leads."""

    MEMBER = "member"  # into a circle
    CLASS = "class"
    TEACHER = "teacher"  # into a school
    LEAD = "lead"  # to lead it
    SLIP = "slip"  # into the circle of a pupil, which it begins where there is none


@dataclass(frozen=True, slots=True)
class WrongLinks:
    """How many made-up links somebody has opened in the day that began with the first of them."""

    count: int = 0
    since: datetime | None = None

    def rest(self, now: datetime) -> bool:
        """Whether no link of theirs is looked up until that day is over."""
        return self.count >= WRONG_LINKS_A_DAY and self._is_running(now)

    def one_more(self, now: datetime) -> "WrongLinks":
        """One more; a day that is over begins anew."""
        return WrongLinks(self.count + 1, self.since) if self._is_running(now) else WrongLinks(1, now)

    def _is_running(self, now: datetime) -> bool:
        return self.since is not None and now - self.since < A_DAY


def token_in(words: str) -> str:
    """The token of an invite that stands somewhere in what was written or pasted; nothing where there is none."""
    if link := _LINK.search(words) or _ALONE.fullmatch(words.strip()):
        return link[1]
    token = _TOKEN.search(words)
    return token[0] if token else ""


@dataclass(frozen=True, slots=True)
class ChildNameAsked(Event):
    """What is the child called at home?"""

    while_stopped = Told.EVERYBODY
    again: bool = False  # what came was no name


@dataclass(frozen=True, slots=True)
class BirthYearAsked(Event):
    """The year of birth."""

    while_stopped = Told.EVERYBODY
    child: str
    newest: int


@dataclass(frozen=True, slots=True)
class BirthMonthAsked(Event):
    """The month of birth."""

    while_stopped = Told.EVERYBODY
    child: str
    year: int


@dataclass(frozen=True, slots=True)
class PlaceAsked(Event):
    """A country, and a city where a country has several zones; `whose` is child or me."""

    while_stopped = Told.EVERYBODY
    whose: str
    child: str
    country: str = ""
    page: int = 0
    again: bool = False  # a country that is on no button, or words that name none


@dataclass(frozen=True, slots=True)
class KinAsked(Event):
    """Who this person is to the child; `host` is the one who invites into the circle of `child_id`."""

    while_stopped = Told.EVERYBODY
    child: str
    role: str
    host: int = 0
    child_id: int = 0


@dataclass(frozen=True, slots=True)
class CircleCreated(Event):
    """The circle stands; the invite comes next, in a message of its own that can be forwarded."""

    while_stopped = Told.EVERYBODY
    child_id: int
    invited: str  # the role that the invite is for
    kin: str = ""  # what a parent who began it has answered to “who are you”, which is asked but not needed


@dataclass(frozen=True, slots=True)
class InviteWritten(Event):
    """A message to be forwarded as it is: two languages where the place has another one, and the link."""

    while_stopped = Told.EVERYBODY
    child_id: int
    role: str
    host: int
    token: str


@dataclass(frozen=True, slots=True)
class InviteRoleAsked(Event):
    """Whom to invite: a parent, a guardian, a stand-in, somebody near; below it the links that nobody has used yet."""

    while_stopped = Told.EVERYBODY
    child_id: int
    revoked: bool = False  # one of them has just been taken back


@dataclass(frozen=True, slots=True)
class InvitesExhausted(Event):
    """Enough links for one day."""

    while_stopped = Told.EVERYBODY


@dataclass(frozen=True, slots=True)
class InviteDead(Event):
    """The link is used, expired, revoked, foreign or nonsense: one answer for all of them."""

    while_stopped = Told.EVERYBODY


@dataclass(frozen=True, slots=True)
class LinksRest(Event):
    """Too many made-up links in a day: until it is over the answer is this one, whatever the link is."""

    while_stopped = Told.EVERYBODY


@dataclass(frozen=True, slots=True)
class InviteOwn(Event):
    """Who made the link has opened it."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class AlreadyIn(Event):
    """This person is in that circle already."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class JoinWaits(Event):
    """The joiner waits for a yes; nothing of the child is shown before."""

    while_stopped = Told.EVERYBODY
    child: str


@dataclass(frozen=True, slots=True)
class JoinAsked(Event):
    """Somebody wants to come in; is it really them? The name is empty for who must not see it.

    The yes is to this role alone: by another link they may ask for another one meanwhile.
    """

    while_stopped = Told.EVERYBODY
    member_id: int
    child_id: int
    name: str
    kin: str
    role: str


@dataclass(frozen=True, slots=True)
class JoinDecided(Event):
    """What the one who was asked sees afterwards."""

    while_stopped = Told.EVERYBODY
    child_id: int
    name: str
    welcome: bool


@dataclass(frozen=True, slots=True)
class Welcomed(Event):
    """The joiner is in; carries the guardian's reply keyboard."""

    while_stopped = Told.EVERYBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class TurnedAway(Event):
    """The joiner was not let in; no names, no reasons."""

    while_stopped = Told.EVERYBODY


@dataclass(frozen=True, slots=True)
class MemberJoined(Event):
    """The others learn who came in, and who let them in."""

    while_stopped = Told.EVERYBODY
    child_id: int
    who: int


def may_decide(circle: Circle, joiner: Member, person_id: int) -> bool:
    """Whether this adult may let somebody in or not; on separate lines only those who are asked about them."""
    _host, asked = _asked(circle, joiner, joiner.invited_by)
    return not circle.child.separate_lines or any(each.person_id == person_id for each in asked)


def tell_join_asked(circle: Circle, joiner: Member, name: str, inviter: int | None) -> list[Notification]:
    """Ask who invited; when they have left, every adult who may know the joiner by name, else those who stay."""
    host, asked = _asked(circle, joiner, inviter)
    return [
        Notification(
            each.person_id,
            JoinAsked(
                joiner.id,
                circle.child.id,
                name if each in host or not _apart(circle, joiner, each) else "",
                joiner.kin,
                joiner.role.value,
            ),
            Lane.NOTICE,
            card=f"join:{joiner.id}",
            written=True,
        )
        for each in asked
    ]


def _asked(circle: Circle, joiner: Member, inviter: int | None) -> tuple[list[Member], list[Member]]:
    """Who invited, while they are here; and who is asked."""
    host = [each for each in circle.active if each.person_id == inviter]
    knowing = [each for each in circle.active if not _apart(circle, joiner, each)]
    return host, host or knowing or list(circle.active)


def _apart(circle: Circle, joiner: Member, other: Member) -> bool:
    """Whether separate lines keep a parent's name from the other parent."""
    return circle.child.separate_lines and joiner.role == other.role == Role.PARENT


def tell_decided(circle: Circle, joiner: Member, name: str, by: Member, *, welcome: bool) -> list[Notification]:
    """The joiner hears it, the one who was asked sees it noted, the others learn who came in."""
    told: list[Notification] = [
        Notification(joiner.person_id, Welcomed(circle.child.id) if welcome else TurnedAway(), Lane.REPLY),
    ]
    told += [
        Notification(
            each.person_id,
            JoinDecided(circle.child.id, "" if _apart(circle, joiner, each) else name, welcome),
            Lane.REPLY,
            f"join:{joiner.id}",
            edits_card=True,
        )
        for each in circle.active
        if each.person_id == by.person_id
    ]
    if welcome:
        told += [
            Notification(each.person_id, MemberJoined(circle.child.id, joiner.person_id), Lane.NOTICE)
            for each in circle.active
            if each.person_id not in {by.person_id, joiner.person_id}
        ]
    return told
