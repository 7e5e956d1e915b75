"""Hostile Telegram: any weather, storms of 429, updates that are garbage or come twice, messages that are gone."""

from random import Random

from bot.domain.illness.illnesses import ALERT_AFTER
from bot.simulator.methods import SENDING
from bot.telegram import asking
from tests.attack.attacker import Attacker
from tests.attack.ledger import BACK, BACK_OFF
from tests.attack.town import Town

BAD = ("drop", "lose", "hang", "late", "500", "502", "504")
UNKNOWN = {"drop", "lose", "hang", "late", "504"}
GARBAGE = (
    "{}",
    "[]",
    "3",
    '"x"',
    '{"update_id": "x"}',
    '{"message": null}',
    '{"message": {"message_id": 1}}',
    '{"message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "poll": {"id": "1"}}}',
    '{"purchased_paid_media": {"from": {"id": 1}}}',
    '{"something_of_2031": {"from": {"id": 1, "is_bot": false, "first_name": "x"}}}',
    '{"callback_query": {"id": "1", "from": {"id": 1, "is_bot": false, "first_name": "x"}, "data": null}}',
    '{"my_chat_member": {"chat": {"id": -5, "type": "group", "title": "x"}}}',
)


class Weather(Attacker):
    """A broken line: 5xx, 504, time-outs, drops before and after, answers that come too late, seconds to hours."""

    name = "Telegram: any weather"

    def __init__(self, town: Town, luck: Random) -> None:
        super().__init__(town, luck)
        self.hides_updates = luck.random() < 0.3
        self.calm = 10 ** luck.uniform(0.3, 3.0)

    async def begin(self) -> None:
        kinds = self.luck.sample(BAD, self.luck.randint(1, 3)) + ["fair"] * self.luck.choice([0, 0, 1, 3])
        if self.hides_updates:  # each look for updates would hang for twenty real seconds
            kinds = ["drop" if each == "hang" else each for each in kinds]
        slow = bool({"hang", "late"} & set(kinds))
        if slow:
            asking.PATIENCE, asking.LISTENS = 0.05, 0.1  # waited for in earnest, so not for long
        simulator, ledger = self.town.home.simulator, self.town.ledger

        def weather() -> str:
            kind = self.luck.choice(kinds)
            if slow or kind in UNKNOWN:
                ledger.doubt(simulator.requests[-1:])
            return kind

        ledger.ill, ledger.rest = True, BACK_OFF if "fair" in kinds else BACK
        if self.hides_updates:
            ledger.rest += ALERT_AFTER  # it begins when the 🤒 itself is heard
        simulator.faults.late_after = 0.1
        simulator.faults.weather = weather
        simulator.faults.methods = {*SENDING, "getUpdates"} if self.hides_updates else None

    async def act(self) -> int:
        return 1

    async def end(self) -> None:
        self.town.home.simulator.faults.clear()
        await self.town.home.app.sender.drain()
        await self.town.home.app.sender.listened()
        asking.PATIENCE, asking.LISTENS = 20.0, 90.0


class Storm(Attacker):
    """429, again and again, for seconds."""

    name = "Telegram: storms of 429"
    calm = 5.0

    async def begin(self) -> None:
        self.town.ledger.ill = True

    async def act(self) -> int:
        times = self.luck.randint(1, 6)
        self.town.home.simulator.faults.flood(self.luck.randint(1, 5), times)
        return times

    async def end(self) -> None:
        self.town.home.simulator.faults.clear()
        await self.town.passes(6)  # as Telegram has asked


class Garbage(Attacker):
    """Updates that are nonsense, or of kinds that nobody knows, and known ones a second time."""

    name = "Telegram: garbage and duplicates"
    parks = True

    async def act(self) -> int:
        world = self.town.home.world
        for each in self.luck.sample(GARBAGE, 4):
            world.push_raw(each)
        again = self.luck.sample(list(world.updates.known)[-40:], 6)
        for update_id in again:
            world.redeliver(update_id)
        return 4 + len(again)


class Gone(Attacker):
    """Messages that Homeline would change are gone from the phones."""

    name = "Telegram: edits refused"

    async def act(self) -> int:
        world = self.town.home.world
        shown = [each for phone in world.phones.values() for each in phone.messages if each.from_bot]
        free = [each for each in shown if each not in self.town.needed]
        chosen = self.luck.sample(free, min(12, len(free)))
        for each in chosen:
            self.town.ledger.gone(each)
            world.delete(each)
        return len(chosen)


ATTACKERS = (Weather, Storm, Garbage, Gone)
