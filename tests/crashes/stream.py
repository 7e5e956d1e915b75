"""What people and strangers send while the bot is killed: answers, alerts, chatter, poison, and all of it twice."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from bot.simulator.world import World
from tests.crashes.families import Family

# What no version of the Bot API sends: wrong types, nothing in it, numbers that fit nowhere.
POISON: tuple[dict[str, Any], ...] = (
    {"message": "not an object"},
    {"message": {"message_id": "one", "date": "yesterday", "chat": {"id": 7, "type": "private"}}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": 2**70, "type": "private"}, "text": "far away"}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": 7}, "from": {"id": 7}, "text": "half a chat"}},
    {"callback_query": 5},
    {"callback_query": {"id": "1", "from": {"id": "seven"}, "chat_instance": "1", "data": ["face"]}},
    {"edited_message": ["not", "a", "message"]},
    {"poll": {"id": "9"}},
)
# What a later version may send: it is no error, and means nothing yet.
UNKNOWN: tuple[dict[str, Any], ...] = ({"telepathy": {"thought": "hello"}}, {"chat_boost": None})


class Stream:
    """Updates in a seeded order; `numbers` are those that have been put in."""

    def __init__(self, world: World, families: list[Family], rng: random.Random, confirmed: Callable[[], int]) -> None:
        self._world = world
        self._confirmed = confirmed  # Telegram delivers in order: only what is below can come a second time
        self._rng = rng
        self.numbers: list[int] = []
        self.poison: set[int] = set()
        self.twice = 0
        self._acts = self._plan(families)

    @property
    def has_more(self) -> bool:
        """Whether somebody has not done yet what they were going to do."""
        return bool(self._acts)

    def send(self, count: int) -> None:
        """The next `count` updates reach Telegram."""
        confirmed = self._confirmed()
        delivered = [each for each in self.numbers if each < confirmed]
        for _ in range(count):
            if delivered and self._rng.random() < 0.12:
                self._world.redeliver(self._rng.choice(delivered))
                self.twice += 1
            else:
                self._acts.pop()() if self._acts else self._chatter()

    def say_what(self) -> None:
        """Every guardian says at last what the illness is."""
        for each in self._families:
            self._ill(each)

    def _plan(self, families: list[Family]) -> list[Callable[[], None]]:
        # The oldest day first: a later one settles it too.
        days = {each.child: reversed(each.check_ins) for each in families}
        answers = [each for each in families for _day in each.check_ins]
        first: list[Callable[[], None]] = [partial(self._answer, each, days[each.child]) for each in answers]
        then: list[Callable[[], None]] = []
        for each in families:
            others = then if each.calm else first
            others += [partial(self._ill, each)] * 3 + [partial(self._say, each)]
        first += [self._strange] * len(families)
        then += [self._strange] * len(families)
        self._rng.shuffle(first)
        self._rng.shuffle(then)
        self._families = families
        return then + first  # taken from its end

    def _answer(self, family: Family, days: Iterator[int]) -> None:
        family.phone.press(f"face:{next(days)}:{self._rng.choice(('great', 'well', 'call'))}", family.card)
        self._sent()

    def _ill(self, family: Family) -> None:
        """🤒, and what it is once the card asks."""
        shown = [data for each in family.phone.messages for row in each.buttons for key in row if (data := key.data)]
        what = [each for each in shown if each.startswith("ill_what:")]
        family.phone.press(self._rng.choice(what) if what else f"ill:{family.child}", family.card)
        self._sent()

    def _say(self, family: Family) -> None:
        family.phone.say(self._rng.choice(("hello", "/help", "🙂", "你好", "<b>", "\x00\u202e")))
        self._sent()

    def _chatter(self) -> None:
        self._say(self._rng.choice(self._families))

    def _strange(self) -> None:
        if self._rng.random() < 0.2:
            self.numbers.append(self._world.push_raw(self._rng.choice(UNKNOWN)))
            return
        number = self._world.push_raw(self._rng.choice(POISON))
        self.numbers.append(number)
        self.poison.add(number)

    def _sent(self) -> None:
        self.numbers.append(self._world.updates.next_id - 1)
