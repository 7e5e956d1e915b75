"""Ideas as rows: what was offered to whom, and when the next one is due."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, TypedDict, Unpack

from sqlalchemy import Row, exists, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import check_in, idea, idea_plan, member, promise
from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState
from bot.domain.daily import ideas as on_ideas
from bot.domain.daily.ideas import Idea, IdeaState
from bot.domain.local_time import at_wall_clock, local
from bot.domain.people import Person

DUE = select(idea_plan).where(idea_plan.c.next_at <= NOW).order_by(idea_plan.c.next_at).limit(LIMIT)


class Changes(TypedDict, total=False):
    """Columns of an idea that may be set."""

    state: IdeaState
    idea_id: str
    earlier: str


def _idea(row: Row[Any]) -> Idea:
    return Idea(row.id, row.child_id, row.person_id, row.idea_id, row.state, tuple(row.earlier.split()))


def get(tx: Tx, idea_id: int | None) -> Idea | None:
    """One offered idea."""
    row = None if idea_id is None else tx.first(select(idea).where(idea.c.id == idea_id))
    return _idea(row) if row else None


def of_week(tx: Tx, child_id: int, me: Person) -> Idea | None:
    """What this parent was offered for this child in this week of theirs."""
    return _of_week(tx, child_id, me, tx.now)


def _of_week(tx: Tx, child_id: int, me: Person, instant: datetime) -> Idea | None:
    mine = idea.c.child_id == child_id, idea.c.person_id == me.id
    row = tx.first(select(idea).where(*mine, idea.c.week == on_ideas.week_of(instant, me.zone)))
    return _idea(row) if row else None


def all_of(tx: Tx, child_id: int, person_id: int) -> list[Idea]:
    """Everything that a parent was ever offered for a child, the oldest first."""
    mine = idea.c.child_id == child_id, idea.c.person_id == person_id
    return [_idea(row) for row in tx.all(select(idea).where(*mine).order_by(idea.c.id))]


def add(tx: Tx, child_id: int, me: Person, card: str) -> Idea:
    """This week's idea for a parent and a child."""
    row = {"child_id": child_id, "person_id": me.id, "week": on_ideas.week_of(tx.now, me.zone), "idea_id": card}
    number = tx.add(idea, earlier="", state=IdeaState.OFFERED, **row)
    return Idea(number, child_id, me.id, card, IdeaState.OFFERED, ())


def faces_since(tx: Tx, child_id: int, since: datetime) -> set[str]:
    """How a child was said to be since then, as far as the parents have read it."""
    said = check_in.c.child_id == child_id, check_in.c.answered_at > since, check_in.c.tell_at.is_(None)
    return {row.face for row in tx.all(select(check_in.c.face).where(*said)) if row.face}


def change(tx: Tx, number: int, was: Sequence[IdeaState], card: str | None = None, **values: Unpack[Changes]) -> bool:
    """Set columns of an idea that is in one of the states `was` (and still that card); whether it was."""
    where = [idea.c.id == number, idea.c.state.in_(was), *([idea.c.idea_id == card] if card else [])]
    return tx.change(update(idea).where(*where).values(**values)) == 1


def begin(tx: Tx, child_id: int, person_id: int) -> None:
    """A parent has come in: their first idea is to be planned."""
    tx.add_once(idea_plan, {"child_id": child_id, "person_id": person_id, "next_at": tx.now, "step": 0})


def due(tx: Tx, limit: int) -> list[tuple[int, int, datetime, int]]:
    """Plans whose time has come, as (child, person, when it was due, how many came before)."""
    rows = due_rows(tx, DUE, idea_plan, limit=limit)
    return [(row.child_id, row.person_id, row.next_at, row.step) for row in rows]


def next_at(tx: Tx, child_id: int, me: Person) -> datetime | None:
    """When the next idea comes: a week later where that week's was fetched before its day."""
    mine = idea_plan.c.child_id == child_id, idea_plan.c.person_id == me.id
    found: datetime | None = tx.scalar(select(idea_plan.c.next_at).where(*mine))
    if found is None or _of_week(tx, child_id, me, found) is None:
        return found
    return found + timedelta(days=7)


def plan(tx: Tx, child_id: int, person_id: int, at: datetime) -> None:
    """The next idea comes at this instant."""
    mine = idea_plan.c.child_id == child_id, idea_plan.c.person_id == person_id
    tx.change(update(idea_plan).where(*mine).values(next_at=at, step=idea_plan.c.step + 1))


def stop(tx: Tx, child_id: int, person_id: int) -> None:
    """No more ideas for somebody who has left."""
    mine = idea_plan.c.child_id == child_id, idea_plan.c.person_id == person_id
    tx.change(idea_plan.delete().where(*mine))


class Dated(NamedTuple):
    """A promise or a visit with its day, and for how long the questions pause from then on."""

    visit: bool
    day: date
    pause_days: int


def dated_promises(tx: Tx, child_id: int, person_id: int, since: date) -> list[Dated]:
    """What a parent has promised a child for a day, `since` the earliest; nothing that was dropped."""
    mine = promise.c.child_id == child_id, promise.c.made_by == person_id, promise.c.day >= since.isoformat()
    rows = tx.all(select(promise).where(*mine, promise.c.state.in_(("planned", "asked", "kept"))))
    return [Dated(row.visit, date.fromisoformat(row.day), row.pause_days or 0) for row in rows]


def was_asked_today(tx: Tx, me: Person) -> bool:
    """Whether Homeline has asked this person about another child today, whom they look after."""
    midnight = at_wall_clock(local(tx.now, me.zone).date(), 0, me.zone)
    mine = member.c.person_id == me.id, member.c.state == MemberState.ACTIVE, member.c.role != "parent"
    asked = check_in.c.child_id == member.c.child_id, check_in.c.asked_at >= midnight
    recent = check_in.c.due_at > tx.now - timedelta(days=1)
    return bool(tx.scalar(select(exists().where(*mine, *asked, recent))))
