"""What honest people have said, who must read it and who must never: held against every request that Telegram did."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape

from bot.simulator.messages import Message
from bot.simulator.server import Request, Simulator

# Urgent, while all is well; once it is again, when probes and their rests come first; and after a line that took some
# and lost others, when each row has a rest of its own.
LATE, BACK, BACK_OFF = timedelta(seconds=1), timedelta(seconds=15), timedelta(seconds=65)
# So much of what was owed once is still looked for on the phones of others.
_REMEMBERED = 60
_TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Owed:
    """Words that `readers` must have, and nobody but them and those who `may`."""

    what: str
    mark: str
    readers: frozenset[int]
    may: frozenset[int] = frozenset()
    due: datetime | None = None  # of what is urgent: when it may leave
    repeats: timedelta | None = None  # an alert that nobody has seen comes again
    often: bool = False  # it is said each time somebody asks
    secret: bool = True  # nobody else may read it
    came: Counter[int] = field(default_factory=Counter)
    doubtful: Counter[int] = field(default_factory=Counter)
    first: dict[int, datetime] = field(default_factory=dict)
    read: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Balance:
    """What a round has cost; of each line the words that say it."""

    owed: int = 0
    lost: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()  # twice, though no send had an unknown outcome
    leaked: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    unknown: int = 0

    @property
    def wrong(self) -> tuple[str, ...]:
        """What must never be."""
        return self.lost + self.unexplained + self.leaked + self.late


class Ledger:
    """Reads along what the simulator was asked, and does not believe the bot."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._owed: list[Owed] = []
        self._kept: list[Owed] = []  # of earlier rounds: still nobody else's
        self._secrets: list[Owed] = []
        self._leaked: list[str] = []
        self._late: list[str] = []
        self._doubtful: set[int] = set()
        self._unknown = 0
        self._now = simulator.world.now
        self._well_since: datetime | None = None
        self.ill = False  # the line, or the database
        self.rest = BACK  # what may go by once all is well again

    def owe(self, owed: Owed) -> None:
        """From now on `owed.mark` must come to its readers."""
        self._owed.append(owed)

    def secret(self, mark: str, may: Iterable[int]) -> None:
        """Nobody but those who `may` ever reads this."""
        self._secrets.append(Owed("secret", mark, frozenset(), frozenset(may)))

    def doubt(self, requests: Iterable[Request]) -> None:
        """Nobody can know the outcome of these."""
        for each in requests:
            self._unknown += id(each) not in self._doubtful
            self._doubtful.add(id(each))

    def gone(self, message: Message) -> None:
        """Somebody has deleted this from their phone: what was to change it may say all of it anew."""
        for owed in self._owed:
            if owed.mark in message.words:
                owed.doubtful[message.chat.id] += 1
                self._unknown += 1

    def well(self, now: datetime) -> None:
        """All is well again."""
        self.ill, self._well_since = False, now

    def read(self, now: datetime) -> None:
        """Take in every request that has met its end."""
        requests = self._simulator.requests
        in_flight = [each for each in requests if not each.ok and each.error is None]
        for each in requests:
            if each.ok or each.error is not None:
                self._take(each, now)
        self._doubtful &= {id(each) for each in in_flight}
        requests[:] = in_flight
        self._look_for_late(now)

    @property
    def waiting(self) -> bool:
        """Whether anything urgent has not come yet."""
        return any(owed.due is not None and owed.readers - owed.read for owed in self._owed)

    def balance(self) -> Balance:
        """Close the round."""
        lost, twice, unexplained = [], [], []
        for owed in self._owed:
            lost += [f"{owed.what} “{owed.mark}” → {chat}" for chat in sorted(owed.readers - owed.read)]
            for chat, count in owed.came.items():
                more = count - self._meant(owed, chat)
                twice += [f"{owed.what} “{owed.mark}” → {chat}"] * more
                unexplained += [f"twice: {owed.what} “{owed.mark}” → {chat}"] * (more - owed.doubtful[chat])
        found = Balance(
            sum(len(owed.readers) for owed in self._owed), tuple(lost), tuple(twice), tuple(unexplained),
            tuple(self._leaked), tuple(self._late), self._unknown,
        )  # fmt: skip
        self._kept = [*self._kept, *self._owed][-_REMEMBERED:]
        self._owed, self._leaked, self._late, self._unknown = [], [], [], 0
        self._well_since, self.rest = None, BACK
        return found

    def _meant(self, owed: Owed, chat: int) -> int:
        if owed.often:
            return owed.came[chat]
        if owed.repeats is None or owed.due is None:
            return 1
        return 1 + max((self._now - owed.due) // owed.repeats, 0)

    def _take(self, request: Request, now: datetime) -> None:
        self._now = now
        chat = self._chat(request)
        if chat is None:
            return
        done = request.ok or request.error == "connection lost after it was done"
        words = _words(request)
        for owed in (*self._owed, *self._kept, *self._secrets):
            if owed.mark not in words:
                continue
            if id(request) in self._doubtful:
                owed.doubtful[chat] += 1
            if not done:
                continue
            if owed.secret and chat not in owed.readers | owed.may:
                self._leaked.append(f"{owed.what} “{owed.mark}” → {chat} in {request.method}")
            owed.read.add(chat)
            owed.first.setdefault(chat, now)
            owed.came[chat] += not request.method.startswith("edit")

    def _chat(self, request: Request) -> int | None:
        if "callback_query_id" in request.params:
            press = self._simulator.world.presses.get(str(request.params["callback_query_id"]))
            return press.chat.id if press else None
        chat = request.params.get("chat_id")
        return int(chat) if chat is not None else None

    def _look_for_late(self, now: datetime) -> None:
        for owed in self._owed:
            if owed.due is None or self.ill:
                continue
            until = max(owed.due + LATE, self._well_since + self.rest if self._well_since else owed.due)
            for chat in owed.readers:
                words = f"late: {owed.what} “{owed.mark}” → {chat}"
                if owed.first.get(chat, now) > until and words not in self._late:
                    self._late.append(words)


def _words(request: Request) -> str:
    said = " ".join(str(request.params.get(each, "")) for each in ("text", "caption", "media", "reply_markup"))
    return unescape(_TAG.sub("", said))
