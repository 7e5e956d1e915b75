"""Ideas as rows: what was offered to whom, and when the next one is due."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypedDict, Unpack

from sqlalchemy import Row, exists, select, update

from bot.db.columns import LIMIT, NOW
from bot.db.locking import due as due_rows
from bot.db.tables import check_in, enrolment, idea, idea_plan, illness, member
from bot.db.transaction import Tx
from bot.delivery.cards import message_of
from bot.domain.circle.circles import Circle
from bot.domain.daily import ideas as on_ideas
from bot.domain.daily.ideas import Idea, IdeaCard, IdeaState
from bot.domain.local_time import at_wall_clock, local
from bot.domain.people import Person
from bot.queries.circle import circles, people

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


def offer(tx: Tx, circle: Circle, me: Person, cards: Sequence[IdeaCard]) -> Idea:
    """This week's idea: the one that stands already, or a new one from the plan."""
    found = of_week(tx, circle.child.id, me)
    if found:
        return found
    chosen = on_ideas.choose(cards, *_situation(tx, circle, me))
    week = on_ideas.week_of(tx.now, me.zone)
    row = {"child_id": circle.child.id, "person_id": me.id, "week": week, "idea_id": chosen, "state": IdeaState.OFFERED}
    number = tx.add(idea, offered_at=tx.now, earlier="", **row)
    return Idea(number, circle.child.id, me.id, chosen, IdeaState.OFFERED, ())


def another(tx: Tx, circle: Circle, me: Person, found: Idea, cards: Sequence[IdeaCard]) -> bool:
    """Put this week's idea aside for another one; false when somebody was faster, or it is over."""
    band, happened, used, leave_out = _situation(tx, circle, me)
    aside = (*found.earlier, found.idea_id)
    chosen = on_ideas.choose(cards, band, happened, used, {*leave_out, *aside})
    return change(tx, found.id, (IdeaState.OFFERED,), found.idea_id, idea_id=chosen, earlier=" ".join(aside))


def unanswer(tx: Tx, circle: Circle, event: str, cards: Sequence[IdeaCard]) -> None:
    """Put aside what answers an event of which nothing is told any more, where it still waits to be read."""
    answering = {each.id for each in cards if event in each.fits and not each.week}
    for parent in circle.parents:
        me = people.get(tx, parent.person_id)
        found = of_week(tx, circle.child.id, me)
        if found and found.idea_id in answering and message_of(tx, me.id, f"idea:{found.id}") is None:
            another(tx, circle, me, found, cards)


def change(tx: Tx, number: int, was: Sequence[IdeaState], card: str | None = None, **values: Unpack[Changes]) -> bool:
    """Set columns of an idea that is in one of the states `was` (and still that card); whether it was."""
    where = [idea.c.id == number, idea.c.state.in_(was), *([idea.c.idea_id == card] if card else [])]
    return tx.change(update(idea).where(*where).values(**values)) == 1


def _situation(tx: Tx, circle: Circle, me: Person) -> tuple[str, list[str], Counter[str], set[str]]:
    """Age band, what happened this week, what was offered before, and which reasons to skip hold."""
    child = circle.child
    today = local(tx.now, child.zone).date()
    rows = tx.all(select(idea).where(idea.c.child_id == child.id, idea.c.person_id == me.id))
    used = Counter(each for row in rows for each in (row.idea_id, *row.earlier.split()))
    happened = [*_health(tx, circle, me), *(["birthday"] if on_ideas.is_birthday_time(child, today) else [])]
    enrolled = exists().where(enrolment.c.child_id == child.id, enrolment.c.state == "active")
    skip = {"separated"} if child.separate_lines else set()
    if not tx.scalar(select(enrolled)):
        skip.add("no_school")
    return on_ideas.band_of(child.years(today)), happened, used, skip


def _health(tx: Tx, circle: Circle, me: Person) -> list[str]:
    """Illness and harder days of this week, where notes about health may be read."""
    child_id, since = circle.child.id, tx.now - on_ideas.RECENT
    if not circles.health_notes(tx, child_id, me.id):
        return []
    ill = illness.c.child_id == child_id, illness.c.state.in_(["open", "closed"]), illness.c.opened_at > since
    found = ["illness"] if tx.scalar(select(exists().where(*ill))) else []
    if not circles.faces_told(tx, child_id, me.id):
        return found
    faces = tx.all(select(check_in.c.face).where(check_in.c.child_id == child_id, check_in.c.answered_at > since))
    return found + (["harder_day"] if any(row.face in {"hard", "sad"} for row in faces) else [])


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


def was_asked_today(tx: Tx, me: Person) -> bool:
    """Whether Homeline has asked this person about another child today, whom they look after."""
    midnight = at_wall_clock(local(tx.now, me.zone).date(), 0, me.zone)
    mine = member.c.person_id == me.id, member.c.state == "active", member.c.role != "parent"
    asked = check_in.c.child_id == member.c.child_id, check_in.c.asked_at >= midnight
    recent = check_in.c.due_at > tx.now - timedelta(days=1)
    return bool(tx.scalar(select(exists().where(*mine, *asked, recent))))
