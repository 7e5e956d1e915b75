"""Which child a notification is about, whatever it names."""

from typing import Any

from sqlalchemy import Select, Table, bindparam, select

from bot.db.tables import (
    call,
    check_in,
    enrolment,
    idea,
    illness,
    keepsake,
    letter,
    member,
    notice_reader,
    promise,
    school_talk,
    school_thread,
    school_word,
)
from bot.db.transaction import Tx


def _child_of(table: Table) -> Select[Any]:
    return select(table.c.child_id).where(table.c.id == bindparam("key"))


_NAMED = {
    "illness_id": _child_of(illness),
    "letter_id": _child_of(letter),
    "call_id": _child_of(call),
    "promise_id": _child_of(promise),
    "check_in_id": _child_of(check_in),
    "idea_id": _child_of(idea),
    "keepsake_id": _child_of(keepsake),
    "word_id": _child_of(school_word),
    "talk_id": select(school_thread.c.child_id)
    .join(school_talk, school_talk.c.thread_id == school_thread.c.id)
    .where(school_talk.c.id == bindparam("key")),
    "thread_id": _child_of(school_thread),
    "member_id": _child_of(member),
    "enrolment_id": _child_of(enrolment),
}
_OF_NOTICE = (
    select(notice_reader.c.child_id)
    .where(notice_reader.c.notice_id == bindparam("notice"), notice_reader.c.person_id == bindparam("person"))
    .distinct()
    .limit(2)
)


def child_of(tx: Tx, about: dict[str, Any], person_id: int) -> int | None:
    """The child of a notification as it stands in the outbox; none where it is about no child, or about several."""
    if "child_id" in about:
        return int(about["child_id"])
    for name, look in _NAMED.items():
        if name in about:
            return tx.scalar(look, {"key": about[name]})  # type: ignore[no-any-return] # a column of numbers
    if "notice_id" in about:
        rows = tx.all(_OF_NOTICE, {"notice": about["notice_id"], "person": person_id})
        return int(rows[0].child_id) if len(rows) == 1 else None
    return None
