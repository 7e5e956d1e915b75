"""An outage: for a while nothing could come from Telegram, and what Telegram does not keep for so long is lost.

A restore is one, too, and the deepest: from the backup on Homeline remembers nothing, not what came nor what it sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.notifications import Event, Lane, Notification, Told

PRESSES_LIVE = timedelta(seconds=150)
MESSAGES_LIVE = timedelta(hours=24)
# After so long an alert's escalation, and home's time to say where a child is, have come to their end, heard or not.
ESCALATED = timedelta(hours=2)
# After so long nobody remembers what they sent.
_WORTH_SAYING = timedelta(days=7)
# What is mended after an outage, in this order: the next question of an illness, check-ins, what people have sent.
STEPS = ("illnesses", "check-ins", "people")
# After a restore everybody hears of it first; then also what may have arrived, and what a day of it decides.
RESTORED = ("people", "illnesses", "check-ins", "words", "notices", "approvals", "places")


@dataclass(frozen=True, slots=True)
class Outage:
    """From when until when; `step` and `after` (a row's number) say how far mending has come."""

    begin: datetime
    end: datetime
    step: str = STEPS[0]
    after: int = 0
    restored: bool = False

    @property
    def lost_presses(self) -> bool:
        """Whether buttons may have been pressed in vain."""
        return self.end - self.begin > PRESSES_LIVE

    @property
    def lost_messages(self) -> bool:
        """Whether words may have been sent in vain."""
        return self.restored or self.end - self.begin > MESSAGES_LIVE

    @property
    def steps(self) -> tuple[str, ...]:
        """What is to be mended."""
        return RESTORED if self.restored else STEPS

    def joined(self, newer: "Outage") -> "Outage":
        """One outage after another that is not mended yet: mending begins anew, people hear of the longer one."""
        if self.restored:  # begun anew, it would ask a second time
            return replace(self, end=newer.end)
        longer = max(self, newer, key=lambda each: each.end - each.begin)
        return replace(longer, step=STEPS[0], after=0)

    def next(self) -> "Outage | None":
        """The next step; none when all is mended."""
        place = self.steps.index(self.step) + 1
        if place == len(self.steps) or (self.steps[place] == "people" and not self.lost_messages):
            return None
        return replace(self, step=self.steps[place], after=0)


@dataclass(frozen=True, slots=True)
class GapTold(Event):
    """Told to everybody after an outage in which messages were lost; `restored`: and what was said before is, too."""

    while_stopped = Told.NOBODY
    begin: datetime
    end: datetime
    restored: bool = False


@dataclass(frozen=True, slots=True)
class WordsUncertain(Event):
    """Who wrote something hears that it may not have arrived."""

    while_stopped = Told.NOBODY
    child_id: int


@dataclass(frozen=True, slots=True)
class NoticeUncertain(Event):
    """Its teacher: its time was lost, and with it whether it went out."""

    while_stopped = Told.NOBODY
    notice_id: int


@dataclass(frozen=True, slots=True)
class IllnessUncertain(Event):
    """Those who were alerted: how it goes on is not known any more, and home is asked."""

    while_stopped = Told.NOBODY
    illness_id: int
    since: datetime


@dataclass(frozen=True, slots=True)
class LinksMoved(Event):
    """Told to who has made links or posters: those from before lead to an earlier bot, which answers nobody."""

    while_stopped = Told.EVERYBODY


def tell_links_moved(makers: Iterable[int]) -> list[Notification]:
    """Each of them once, however many they have made."""
    return [Notification(each, LinksMoved(), Lane.NOTICE, card="links_moved", written=True) for each in makers]


def tell_gap(outage: Outage, person_id: int) -> Notification:
    """What somebody sent in that time may be lost; only they know whether it still matters."""
    about = GapTold(outage.begin, outage.end, outage.restored)
    return Notification(person_id, about, Lane.NOTICE, card="gap", expires_in=_WORTH_SAYING)


def tell_uncertain(child_id: int, author_id: int) -> Notification:
    """What is not sent again is named to who wrote it, once for each child."""
    return Notification(author_id, WordsUncertain(child_id), Lane.NOTICE, card=uncertain_card(child_id))


def uncertain_card(child_id: int) -> str:
    """The message in which it stands."""
    return f"uncertain:{child_id}"


def tell_illness_uncertain(illness_id: int, told: list[int], outage: Outage) -> list[Notification]:
    """At once while its escalation would still go on; later it rings nobody awake, for it may be long over."""
    lane = Lane.URGENT if outage.end - outage.begin < ESCALATED else Lane.NOTICE
    return [Notification(each, IllnessUncertain(illness_id, outage.begin), lane, written=True) for each in told]
