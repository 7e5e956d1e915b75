"""What belongs to a person, and what only refers to one."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, delete, select, update

from bot.db.tables import check_in, child, class_room, member, metadata, person, staff, thanks
from bot.db.transaction import Tx
from bot.queries.daily import letter_hearts

# Rows that go with the person although their column may be empty.
_OWN = {"worry.author", "letter.author_id", "invite.created_by", "operator.person_id", "outbox.person_id"}
# A class stays where its teacher has left an empty row: families must not lose it without a word.
_STAYS = {"class_room.teacher_id"}
# Of these only adults of the child's circle have rows; they are looked up by the child, their people have no index.
_BY_CHILD = {
    *("approval.asked_by", "approval.decided_by", "call.planned_by", "call.agreed_by", "call.caller_id"),
    *(
        "check_in.answered_by",
        "enrolment.asked_by",
        "idea.person_id",
        "idea_plan.person_id",
        "illness.caller_id",
    ),
    *("letter.author_id", "member.invited_by", "notice_household.confirmed_by", "notice_household.claimed_by"),
    *("notice_reader.person_id", "promise.made_by", "school_word.answered_by"),
}


def _columns() -> list["Column[Any]"]:
    return [column for table in metadata.sorted_tables for column in table.c if _is_person(column)]


def _is_person(column: "Column[Any]") -> bool:
    return column.references(person.c.id) or column.info.get("refers") == person.name


def _only_refers(column: "Column[Any]") -> bool:
    return bool(column.nullable) and str(column) not in _OWN


def let_go(tx: Tx, people: Sequence[int]) -> None:
    """What others have done, and the child itself, stay when these people are erased; only who it was is forgotten.

    A class stays too, with whoever leads its school, else with whoever else teaches there.
    """
    for row in tx.all(select(class_room.c.id, class_room.c.school_id).where(class_room.c.teacher_id.in_(people))):
        here = staff.c.school_id == row.school_id, staff.c.left_at.is_(None), staff.c.person_id.not_in(people)
        heir = tx.scalar(select(staff.c.person_id).where(*here).order_by(staff.c.lead.desc(), staff.c.id).limit(1))
        if heir is not None:
            tx.change(update(class_room).where(class_room.c.id == row.id).values(teacher_id=heir))
    for column in filter(_only_refers, _columns()):
        tx.change(update(column.table).where(column.in_(people)).values({column.name: None}))


def clear(tx: Tx, person_id: int) -> None:
    """Delete every row that is this person's own, and forget them in all others."""
    children = [row[0] for row in tx.all(select(member.c.child_id).where(member.c.person_id == person_id))]
    letter_hearts.forget(tx, person_id, children)
    for column in reversed(_columns()):
        table, where = column.table, [column == person_id]
        if str(column) in _BY_CHILD:
            where.append(table.c.child_id.in_(children))
        if table.name == child.name:
            where.append(child.c.id.in_(children))
        if table.name == thanks.name:
            where.append(thanks.c.check_in_id.in_(select(check_in.c.id).where(check_in.c.child_id.in_(children))))
        if str(column) in _STAYS:
            continue
        if _only_refers(column):
            tx.change(update(table).where(*where).values({column.name: None}))
        else:
            tx.change(delete(table).where(*where))
