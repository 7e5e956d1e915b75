"""Looks over every shoulder: what arrived, when, why, and whether it was true."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.notifications import Lane
from bot.simulator.phone import Phone
from bot.simulator.world import CallbackPress
from tests.month.told import Told
from tests.month.town import Adult, Family

# A parent is told that home is silent.
SILENCE = re.compile("NotAnswered|NeverAnswered|Silen(?:t|ce)")
WEEK = timedelta(weeks=1)
FRESH = timedelta(hours=24)  # the shortest grace: so long after a sign of life nobody may be told of silence
# What people send, what they have set themselves, and illness: not begun by Homeline.
PEOPLE_SEND = re.compile(
    "^(?:Letter|ThanksSent|ThanksNoted|KindWord|Illness|AllClear|Emergency|Danger|Alert|FollowUp|Note|Call|Promise|Visit|FirstEvening|Notice"
    "|Word|Absence|StaysHome|Hours|Member|Join|Answer(?:Received|Shown)|Approval|Known|Welcome|Reading|Parent|Nobody(?:Seen|Reached))"
)


@dataclass
class Seen:
    """A message that has arrived on a phone."""

    at: datetime
    words: str
    own: bool  # right after something they had done themselves
    heard: datetime | None  # when home had last given a sign of life


@dataclass
class Ledger:
    """All that arrived on one phone, and what was wrong with it."""

    adult: Adult
    parent: bool
    seen: dict[int, Seen] = field(default_factory=dict)
    begun: list[tuple[datetime, str]] = field(default_factory=list)
    about_child: list[datetime] = field(default_factory=list)
    told: list[datetime] = field(default_factory=list)  # that home is silent
    letters: list[datetime] = field(default_factory=list)  # from home
    faults: list[str] = field(default_factory=list)
    news: Told = field(default_factory=Told)
    presses: int = 0
    _last: int = 0

    def look(self, family: Family, phone: Phone, now: datetime, *, acted: bool) -> None:
        """Take in what has come since the last look."""
        if phone.chat.last_id == self._last:
            return
        self._last = phone.chat.last_id
        for message in phone.messages[-20:]:
            if message.from_bot and message.id not in self.seen:
                own = acted and message.at == now
                self.seen[message.id] = Seen(message.at, message.words, own, family.heard[-1] if family.heard else None)

    def judge(self, sent: Mapping[int, tuple[Lane, list[str]]], begin: datetime) -> None:
        """What Homeline's own rows say of what arrived: whether it began it, and whether it might come by night."""
        for number, seen in self.seen.items():
            if seen.at < begin or seen.own or number not in sent:
                continue
            lane, kinds = sent[number]
            if "LetterArrived" in kinds:
                self.letters.append(seen.at)
            self.about_child.append(seen.at)
            if not all(PEOPLE_SEND.match(each) for each in kinds):
                self.begun.append((seen.at, kinds[-1]))
            if self.parent and any(map(SILENCE.search, kinds)):
                self.told.append(seen.at)
                if seen.heard and seen.at - seen.heard < FRESH:
                    self.faults.append(f"false: {seen.words!r} at {seen.at}, heard at {seen.heard}")
            if lane > Lane.URGENT and self.adult.sleeps(seen.at):
                self.faults.append(f"night: {kinds} {seen.words[:60]!r} at {seen.at}")

    def read(self, phone: Phone, begin: datetime) -> None:
        """The news as it stands on the phone in the end, with all that was added to it."""
        stands = [(each.at, each.words) for each in phone.messages if each.from_bot and each.at >= begin]
        self.news = Told.of(stands, self.letters)
        self.faults += [f"twice in a row: {each!r}" for each in self.news.twice]

    def pressed(self, press: CallbackPress, phone: Phone, now: datetime) -> None:
        """Whether who pressed can see that it was understood."""
        self.presses += 1
        changed = any(now in {each.at, each.edited_at} for each in phone.messages if each.from_bot)
        if not (press.answer or changed):
            self.faults.append(f"unanswered: {press.data!r} at {now}")

    def weeks(self, begin: datetime, count: int) -> list[Counter[str]]:
        """What Homeline began in any seven days of this reader, by its kind; a week begins on each of their days."""
        zone = ZoneInfo(self.adult.zone)
        days = [(at.astimezone(zone).date(), kind) for at, kind in self.begun]
        first = begin.astimezone(zone).date()
        starts = [first + timedelta(days=each) for each in range(7 * (count - 1) + 1)]
        return [Counter(kind for day, kind in days if start <= day < start + WEEK) for start in starts]

    def quietest(self, begin: datetime, count: int) -> int:
        """How many messages of any kind came in the week with the fewest."""
        return min(sum((at - begin) // WEEK == each for at in self.about_child) for each in range(count))
