"""What is kept of a person, of a child's circle and of a class, as rows; the oldest first."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, select

from bot.db.tables import (
    call,
    check_in,
    class_room,
    illness,
    illness_event,
    illness_told,
    letter,
    look_in,
    meeting,
    meeting_slot,
    member,
    notice,
    notice_household,
    notice_reader,
    own_week,
    person,
    promise,
    school_talk,
    school_thread,
    school_word,
    school_word_told,
    shared_number,
    unsent_talk,
)
from bot.db.transaction import Tx
from bot.domain.daily.check_ins import CheckInState
from bot.domain.daily.letters import LetterState
from bot.domain.daily.promises import PromiseState
from bot.domain.illness.illnesses import IllnessState
from bot.domain.school.notices import NoticeState
from bot.domain.school.school_talks import TalkState
from bot.domain.school.school_words import WordState
from bot.domain.school.unsent_talks import UnsentState
from bot.queries.daily import promises as on_promises

Kept = Row[Any]
Rows = Sequence[Kept]


def account(tx: Tx, person_id: int) -> Kept:
    """A person's own row."""
    row = tx.first(select(person).where(person.c.id == person_id))
    assert row is not None
    return row


def answers_of(tx: Tx, person_id: int) -> Rows:
    """The check-ins that a person has answered, in circles that they have left too."""
    own = check_in.c.child_id.in_(_children(person_id)), check_in.c.answered_by == person_id
    return tx.all(select(check_in).where(*own).order_by(check_in.c.id))


def letters_of(tx: Tx, person_id: int) -> Rows:
    """The letters that a person has sent, in circles that they have left too, and what waits for an evening."""
    wrote = (
        letter.c.child_id.in_(_children(person_id)),
        letter.c.author_id == person_id,
        letter.c.state.in_([LetterState.SENT, LetterState.SHELVED]),
    )
    return tx.all(select(letter).where(*wrote).order_by(letter.c.id))


def numbers_of(tx: Tx, person_id: int) -> Rows:
    """The telephone numbers that a person shows, with the class to which they do."""
    both = shared_number.c.class_id == class_room.c.id
    mine = select(shared_number.c.number, class_room.c.name).join(class_room, both)
    return tx.all(mine.where(shared_number.c.person_id == person_id).order_by(class_room.c.id))


def look_ins_of(tx: Tx, person_id: int) -> Rows:
    """Where a person was asked to look in."""
    return tx.all(select(look_in).where(look_in.c.person_id == person_id).order_by(look_in.c.id))


def own_weeks_of(tx: Tx, person_id: int) -> Rows:
    """How their own weeks were, as they have said."""
    return tx.all(select(own_week).where(own_week.c.person_id == person_id).order_by(own_week.c.id))


def _children(person_id: int) -> Select[Any]:
    return select(member.c.child_id).where(member.c.person_id == person_id)


def answers(tx: Tx, child_id: int) -> Rows:
    """The answered check-ins about a child."""
    return _about(tx, child_id, check_in, check_in.c.state == CheckInState.ANSWERED)


def illnesses(tx: Tx, child_id: int, person_id: int) -> Rows:
    """The illnesses of a child of which this person was told, or has told."""
    told = select(illness_told.c.illness_id).where(illness_told.c.person_id == person_id)
    concerned = illness.c.id.in_(told) | (illness.c.opened_by == person_id)
    return _about(tx, child_id, illness, concerned, illness.c.state.in_([IllnessState.OPEN, IllnessState.CLOSED]))


def course(tx: Tx, illness_id: int) -> Rows:
    """What happened in an illness."""
    happened = select(illness_event).where(illness_event.c.illness_id == illness_id)
    return tx.all(happened.order_by(illness_event.c.id))


def letters(tx: Tx, child_id: int) -> Rows:
    """The letters to and from a child."""
    return _about(tx, child_id, letter, letter.c.state == LetterState.SENT)


def calls(tx: Tx, child_id: int) -> Rows:
    """The calls with a child that were planned or asked for."""
    return _about(tx, child_id, call)


def look_ins(tx: Tx, child_id: int) -> Rows:
    """Who was asked to look in at a child's home."""
    return _about(tx, child_id, look_in)


def promises(tx: Tx, child_id: int) -> Rows:
    """What a child was promised, unless it was dropped."""
    return _about(tx, child_id, promise, promise.c.state.in_([*on_promises.PLANNED, PromiseState.KEPT]))


def notices(tx: Tx, child_id: int, person_id: int) -> Rows:
    """The notices that this person was sent about a child, with `confirmed_at`: when they confirmed.

    Of the household: `answer`, `confirmed_by`, and the `version` of the text to which it was given.
    """
    mine = notice_reader.c.person_id == person_id, notice_reader.c.child_id == child_id
    return tx.all(
        select(
            notice,
            notice_reader.c.confirmed_at,
            notice_household.c.answer,
            notice_household.c.confirmed_by,
            notice_household.c.revision.label("version"),
        )
        .join(notice_reader, notice_reader.c.notice_id == notice.c.id)
        .outerjoin(
            notice_household,
            (notice_household.c.notice_id == notice.c.id)
            & (notice_household.c.child_id == notice_reader.c.child_id)
            & notice_household.c.confirmed_by.is_not(None),
        )
        .where(*mine, notice.c.state == NoticeState.SENT)
        .order_by(notice.c.id)
    )


def school_words(tx: Tx, child_id: int, person_id: int) -> Rows:
    """What a school has told this person about a child."""
    told = select(school_word_told.c.word_id).where(school_word_told.c.person_id == person_id)
    return _about(tx, child_id, school_word, school_word.c.id.in_(told), school_word.c.state == WordState.SENT)


def school_talks(tx: Tx, child_id: int) -> Rows:
    """What a family and a school have written to each other about a child, with the line of each thread."""
    here = school_thread.c.child_id == child_id, school_talk.c.state == TalkState.SENT
    both = school_talk.c.thread_id == school_thread.c.id
    return tx.all(
        select(school_talk, school_thread.c.line, school_thread.c.handed_at)
        .join(school_thread, both)
        .where(*here)
        .order_by(school_talk.c.id)
    )


def talks_by(tx: Tx, class_id: int, person_id: int) -> Rows:
    """What a teacher has written to families of a class."""
    mine = school_talk.c.author_id == person_id, school_talk.c.state == TalkState.SENT
    here = school_thread.c.class_id == class_id, school_talk.c.from_school.is_(True)
    both = school_talk.c.thread_id == school_thread.c.id
    said = select(school_talk, school_thread.c.child_id).join(school_thread, both)
    return tx.all(said.where(*mine, *here).order_by(school_talk.c.id))


def unsent_of(tx: Tx, person_id: int) -> Rows:
    """What this person has written to a school, and not sent yet."""
    waits = unsent_talk.c.author_id == person_id, unsent_talk.c.state == UnsentState.WAITING
    return tx.all(select(unsent_talk).where(*waits).order_by(unsent_talk.c.id))


def meetings(tx: Tx, child_id: int, person_id: int) -> Rows:
    """The times to talk with a teacher that this person has taken."""
    return _about(tx, child_id, meeting_slot, meeting_slot.c.person_id == person_id)


def meetings_by(tx: Tx, class_id: int, person_id: int) -> Rows:
    """The times to talk that a teacher has offered to a class."""
    theirs = meeting.c.class_id == class_id, meeting.c.offered_by == person_id
    both = meeting.c.id == meeting_slot.c.meeting_id
    return tx.all(select(meeting_slot.c.at).join(meeting, both).where(*theirs).order_by(meeting_slot.c.at))


def notices_by(tx: Tx, class_id: int, person_id: int) -> Rows:
    """The notices that a teacher has sent to a class."""
    sent = notice.c.class_id == class_id, notice.c.author_id == person_id, notice.c.state == NoticeState.SENT
    return tx.all(select(notice).where(*sent).order_by(notice.c.id))


def words_by(tx: Tx, class_id: int, person_id: int) -> Rows:
    """What a teacher has said about children of a class."""
    said = (
        school_word.c.class_id == class_id,
        school_word.c.author_id == person_id,
        school_word.c.state == WordState.SENT,
    )
    return tx.all(select(school_word).where(*said).order_by(school_word.c.id))


def _about(tx: Tx, child_id: int, table: Any, *conditions: Any) -> Rows:
    return tx.all(select(table).where(table.c.child_id == child_id, *conditions).order_by(table.c.id))
