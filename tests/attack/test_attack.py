"""The short form of `make attack`: each attacker once; and the ledger notices what it is there to notice."""

from collections.abc import AsyncIterator
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import delete

from bot.clock import StoppedClock
from bot.db.tables import outbox
from bot.simulator.server import Request, Simulator
from tests.attack.attacker import Attacker
from tests.attack.cast import FAMILIES, LILY, STRANGERS
from tests.attack.clock import Jumps
from tests.attack.database import Restarts, Silence, Spoils
from tests.attack.ledger import Balance, Ledger, Owed
from tests.attack.network import HalfOpen
from tests.attack.opening import town_on
from tests.attack.people import Borrowers, Flood, Forgers, Imitators, Impatient, Links
from tests.attack.report import table
from tests.attack.rounds import ATTACKERS, DEEDS, MOST_DEEDS, one_evening, one_round
from tests.attack.telegram import Garbage, Gone, Storm, Weather
from tests.attack.town import Town
from tests.conftest import NOON
from tests.databases import Database

SEED = 9
ON_SQLITE = (
    (Forgers, Weather),
    (Flood, Jumps),
    (Imitators, Links, Borrowers, Garbage),
    (Impatient, Spoils, HalfOpen),
    (Gone, Restarts, Storm),
)
ON_POSTGRESQL = ((Weather, Silence), (Restarts, Jumps))


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Town]:
    async with town_on(database) as found:
        yield found


@pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)
async def test_whoever_is_hostile_nothing_is_lost_late_or_read_by_others(town: Town) -> None:
    rounds = []
    for number, attackers in enumerate(ON_SQLITE if town.kind == "sqlite" else ON_POSTGRESQL):
        rounds.append(await one_round(town, number, Random(f"{SEED} {number}"), attackers))
    wrong = [(each.number, *each.balance.wrong) for each in rounds if each.balance.wrong]
    assert not wrong, f"{wrong}\n{table(rounds)}"
    assert all(sum(each.tried.values()) >= len(each.tried) and each.balance.owed for each in rounds)


def test_the_short_form_leaves_no_attacker_out() -> None:
    assert {each for some in (*ON_SQLITE, *ON_POSTGRESQL) for each in some} == set(ATTACKERS)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_whatever_is_done_on_a_fair_evening_reaches_those_whom_it_is_for_and_nobody_else(town: Town) -> None:
    for number, kind in enumerate(DEEDS):
        deed = kind(town, FAMILIES[number % len(FAMILIES)], f"fair{number}x")
        cost = await one_evening(town, deed)
        assert cost.owed, kind
        assert not cost.wrong, kind


class Thief(Attacker):
    """What Homeline must never do: forget what was said, say it twice, show it to a stranger, keep an alert back."""

    name = "thief"

    async def begin(self) -> None:
        self.town.home.simulator.faults.weather = lambda: "502"

    async def act(self) -> int:
        return 1

    async def end(self) -> None:
        await self.town.passes(70)  # too long for an alert
        await self.town.home.app.store.run(lambda tx: tx.change(delete(outbox)))
        self.town.home.simulator.faults.clear()
        for chat in (LILY.guardian.id, LILY.guardian.id, STRANGERS[0].id):
            for number in range(MOST_DEEDS):
                await self.town.home.app.client.bot.send_message(chat, f"mark0x{number}")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_a_homeline_that_forgets_repeats_or_tells_is_found_out(town: Town) -> None:
    cost = (await one_round(town, 0, Random("thief 2"), [Thief])).balance
    assert cost.lost
    assert cost.unexplained
    assert any(str(STRANGERS[0].id) in each for each in cost.leaked)
    assert cost.late


MEI, FANG, IVAN = 1, 2, 3
MINUTE = timedelta(minutes=1)


@pytest.fixture
def simulator() -> Simulator:
    return Simulator(StoppedClock(NOON))


def balanced(simulator: Simulator, owed: Owed, *requests: Request, doubtful: int = 0) -> Balance:
    """What the ledger says of these requests."""
    ledger = Ledger(simulator)
    ledger.owe(owed)
    simulator.requests[:] = requests
    ledger.doubt(requests[:doubtful])
    ledger.read(NOON)
    ledger.read(NOON + MINUTE)
    return ledger.balance()


def letter() -> Owed:
    return Owed("letter", "good night", frozenset({FANG}), frozenset({MEI}))


def sent(chat: int, words: str = "<b>good</b> night", method: str = "sendMessage", error: str | None = None) -> Request:
    return Request(0.0, method, {"chat_id": chat, "text": words}, ok=error is None, error=error)


def test_a_message_that_its_reader_has_costs_nothing(simulator: Simulator) -> None:
    found = balanced(simulator, letter(), sent(FANG), sent(MEI), sent(IVAN, "another"))
    assert found == Balance(owed=1)


def test_a_message_that_never_arrived_is_lost(simulator: Simulator) -> None:
    for failed in ([], [sent(MEI)], [sent(FANG, error="connection lost")], [sent(FANG, "good")]):
        assert len(balanced(simulator, letter(), *failed).lost) == 1


def test_a_message_that_came_without_an_answer_is_not_lost(simulator: Simulator) -> None:
    assert not balanced(simulator, letter(), sent(FANG, error="connection lost after it was done")).wrong


def test_a_second_message_needs_a_reason(simulator: Simulator) -> None:
    twice = balanced(simulator, letter(), sent(FANG), sent(FANG))
    assert (len(twice.twice), len(twice.unexplained)) == (1, 1)
    for reason in ({"doubtful": 1}, {}):
        requests = [sent(FANG), sent(FANG, method="sendMessage" if reason else "editMessageText")]
        assert not balanced(simulator, letter(), *requests, **reason).wrong


def test_what_is_said_when_asked_comes_as_often_as_that(simulator: Simulator) -> None:
    asked = Owed("keepsake", "good night", frozenset({FANG}), often=True)
    assert not balanced(simulator, asked, sent(FANG), sent(FANG)).wrong
    assert len(balanced(simulator, asked, sent(FANG), sent(IVAN)).leaked) == 1


def test_a_word_on_a_strangers_phone_is_a_leak_in_whatever_way_it_came(simulator: Simulator) -> None:
    for method in ("sendMessage", "editMessageText", "sendVoice"):
        assert len(balanced(simulator, letter(), sent(FANG), sent(IVAN, method=method)).leaked) == 1
    shown = simulator.world.phone(STRANGERS[0])
    press = simulator.world.new_press("home", shown.start())
    simulator.world.press(press, shown.user)
    toast = Request(0.0, "answerCallbackQuery", {"callback_query_id": press.id, "text": "good night"}, ok=True)
    assert len(balanced(simulator, letter(), sent(FANG), toast).leaked) == 1


def test_an_alert_that_keeps_somebody_waiting_is_late(simulator: Simulator) -> None:
    for due, late in ((NOON, 1), (NOON + MINUTE, 0)):
        alert = Owed("illness", "is ill", frozenset({MEI}), due=due)
        assert len(balanced(simulator, alert).late) == late
