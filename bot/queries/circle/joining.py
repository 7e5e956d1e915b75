"""Links that never were ours, counted for each person as rows, so that several processes count together (SG-15)."""

from sqlalchemy import select

from bot.db.tables import member, person
from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, MemberState, Role
from bot.domain.circle.joining import WrongLinks
from bot.queries.circle import circles, people


def wrong_links(tx: Tx, person_id: int) -> WrongLinks:
    """What this person has tried, held for this transaction."""
    counted = select(person.c.wrong_links, person.c.wrong_links_since)
    row = tx.first(counted.where(person.c.id == person_id).with_for_update())
    return WrongLinks(row.wrong_links or 0, row.wrong_links_since) if row else WrongLinks()


def count_wrong_link(tx: Tx, person_id: int, before: WrongLinks) -> None:
    """One more."""
    now = before.one_more(tx.now)
    people.change(tx, person_id, wrong_links=now.count, wrong_links_since=now.since)


def waits(tx: Tx, person_id: int) -> bool:
    """Whether this person waits for a yes to coming into a family."""
    asked = member.c.person_id == person_id, member.c.state == MemberState.PENDING, member.c.role != Role.NEAR
    return tx.scalar(select(member.c.id).where(*asked).limit(1)) is not None


def waits_near(tx: Tx, person_id: int) -> list[Circle]:
    """The circles in which this person waits for a yes to being near."""
    waiting = select(member.c.child_id).where(
        member.c.person_id == person_id, member.c.state == MemberState.PENDING, member.c.role == Role.NEAR
    )
    return [circle for row in tx.all(waiting) if (circle := circles.get(tx, row.child_id))]
