"""Many families at once, written as rows: a parent, a guardian, a child, and check-ins that wait for an answer."""

from dataclasses import dataclass
from datetime import timedelta

from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState, Role
from bot.queries.circle import circles, people
from bot.simulator.cast import PersonSpec
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from bot.simulator.server import Simulator


@dataclass(frozen=True, slots=True)
class Family:
    """One child, what waits for an answer, the guardian's phone with a card to press on, and the parent's.

    A calm one speaks of an illness, or of anything, only once all has been answered: nothing else settles its days.
    """

    child: int
    check_ins: tuple[int, ...]
    phone: Phone
    parent: Phone
    card: Message
    calm: bool


def families(tx: Tx, simulator: Simulator, count: int, days: int) -> list[Family]:
    """So many families, each with so many check-ins that nobody has answered."""
    return [_family(tx, simulator, number, days) for number in range(1, count + 1)]


def _family(tx: Tx, simulator: Simulator, number: int, days: int) -> Family:
    parent = _person(tx, 10_000 + number, f"Parent {number}")
    guardian = _person(tx, 20_000 + number, f"Guardian {number}")
    child = circles.add_child(
        tx, call_name=f"Child {number}", birth_year=2018, birth_month=5, country="CN", time_zone=_at_noon(tx),
        slot="evening", minute=1120, created_by=parent,
    )  # fmt: skip
    for person, role, kin, at_home in (
        (parent, Role.PARENT, "mother", False),
        (guardian, Role.GUARDIAN, "grandmother", True),
    ):
        circles.join(
            tx, child_id=child, person_id=person, role=role, kin=kin, called=kin.title(), at_home=at_home,
            state=MemberState.ACTIVE,
        )  # fmt: skip
    waiting = tuple(_check_in(tx, child, day) for day in range(days))
    phone = _phone(simulator, 20_000 + number)
    card = Message(
        phone.chat, simulator.world.bot, from_bot=True, at=tx.now, content={"text": "How is the child today?"}
    )
    return Family(
        child, waiting, phone, _phone(simulator, 10_000 + number), simulator.world.post(card), calm=number % 3 > 0
    )


def _phone(simulator: Simulator, number: int) -> Phone:
    phone = simulator.world.phone(PersonSpec(number, f"Phone {number}", language_code="en"))
    phone.chat.started = True
    return phone


def _at_noon(tx: Tx) -> str:
    """A zone in which it is noon now: late in the evening much would wait for the morning."""
    return f"Etc/GMT{tx.now.hour - 12:+d}"


def _person(tx: Tx, telegram_id: int, name: str) -> int:
    person = people.add(tx, telegram_id, name, "en")
    people.change(
        tx, person.id, country="CN", time_zone=_at_noon(tx), consented_at=tx.now, health_notes=True, voice=True
    )
    return person.id


def _check_in(tx: Tx, child: int, day: int) -> int:
    """One of many that wait at once, each on a day of its own, so that each becomes a piece of news."""
    due_at = tx.now - timedelta(hours=2 + day)
    local_date = (tx.now - timedelta(days=day)).date().isoformat()
    grace = tx.now + timedelta(days=2)
    values = {"slot": f"{day:05}", "state": "asked", "due_at": due_at, "asked_at": due_at, "grace_until": grace}
    return tx.add(check_in, child_id=child, local_date=local_date, **values)
