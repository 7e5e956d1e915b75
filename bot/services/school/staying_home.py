"""Home tells the classes of a child that it stays at home, and takes that back."""

from collections.abc import Sequence
from datetime import date

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.heard import Sign
from bot.domain.local_time import day_of
from bot.domain.people import Person
from bot.domain.school.absences import tell_teachers
from bot.domain.school.roll_calls import RollCall
from bot.domain.school.roll_calls import tell_changed as tell_roll_changed
from bot.domain.school.school_words import Word, WordAnswer, WordState, addressed
from bot.domain.school.staying_home import (
    may_be_meant,
    said_of,
    tell_changed,
    tell_family,
    tell_taken_back,
)
from bot.queries.circle import circles
from bot.queries.school import absences as absence_rows
from bot.queries.school import roll_calls, rosters, school_words, schools, staying_home
from bot.queries.school.schools import ClassRoom
from bot.services.circle import same_child
from bot.services.daily.heard import note_heard
from bot.services.notifications import forget_word, notify
from bot.services.school import absences

Around = Sequence[tuple[Circle, Member]]
Rolls = dict[int, RollCall]


def around(tx: Tx, me: Person, circle: Circle, place: Member) -> Around:
    """The circle, and this person's others around the same child."""
    others = [each for each in same_child.elsewhere(tx, me.id, circle) if each[1].may(Action.KEEP_HOME)]
    return [(circle, place), *(each for each in others if not each[0].child.sharing_stopped)]


def meant(tx: Tx, me: Person, child_id: int, number: int) -> tuple[Around, date] | None:
    """The circles around a child and the day that a button named, however late it is pressed; none of an old one."""
    mine, day = circles.membership(tx, child_id, me.id, Action.KEEP_HOME), day_of(number)
    if mine is None or not staying_home.rooms(tx, child_id) or day is None:
        return None
    return (around(tx, me, *mine), day) if may_be_meant(day, tx.now, mine[0].child.zone) else None


def is_over(tx: Tx, around: Around, day: date) -> bool:
    """Whether nobody waits for the child any more on this day."""
    return not open_rooms(tx, around[0][0], day)


def say(tx: Tx, me: Person, around: Around, day: date) -> Word | None:
    """In each circle around the child; what the first one shows, and nothing where the day is over in every class."""
    rooms = {circle.child.id: open_rooms(tx, circle, day) for circle, _by in around}
    rolls = hold(tx, around, {room.id for each in rooms.values() for room in each}, day)
    for circle, by in around:
        new = [word for room in rooms[circle.child.id] if (word := _say(tx, me, circle, room, day, rolls))]
        others = [each for each in addressed(circle) if each != me.id]
        if new:
            notify(tx, tell_family(new[-1], others))
        if rooms[circle.child.id]:
            note_heard(tx, circle, by, Sign.ABSENCE, [each.person_id for each in circle.parents])
    return next(iter(staying_home.said(tx, around[0][0].child.id, day.isoformat())), None)


def open_rooms(tx: Tx, circle: Circle, day: date) -> list[ClassRoom]:
    """The classes of a child in which this day is not over."""
    rooms = staying_home.rooms(tx, circle.child.id)
    return [each for each in rooms if staying_home.ends(tx, each, day) > tx.now]


def hold(tx: Tx, around: Around, classes: set[int], day: date) -> Rolls:
    """First the roll calls, then the circles, as the roll call does it: no two taps wait for each other."""
    rolls: Rolls = {}
    for each in sorted(classes):
        found = roll_calls.of_day(tx, each, day.isoformat())
        held = roll_calls.lock(tx, found.id) if found else None
        if held:
            rolls[each] = held
    for child_id in sorted(circle.child.id for circle, _by in around):
        circles.lock(tx, child_id)
    return rolls


def _say(tx: Tx, me: Person, circle: Circle, room: ClassRoom, day: date, rolls: Rolls) -> Word | None:
    """What the family reads of it anew; nothing where the class knows already, or has asked and is answered."""
    where = room.id, circle.child.id, day.isoformat()
    found, said = absence_rows.find(tx, *where), said_of(staying_home.ends(tx, room, day))
    if staying_home.knows(found):
        return None
    if found is not None and found.state == WordState.SENT:
        school_words.change(tx, found.id, WordState.SENT, body={**found.body, **said, "missed": True})
        absences.answer(tx, found, me.id, knows=True)
        show_roll(tx, rolls.get(room.id))
        return None
    known: school_words.Changes = {
        "answer": WordAnswer.KNOWN,
        "answered_by": me.id,
        "body": said,
        "sent_at": tx.now,
        "next_at": None,
    }
    if found is None:
        absence_rows.add_once(tx, *where, room.teacher_id, **known)
    else:
        again: school_words.Changes = {**known, "state": WordState.SENT, "author_id": room.teacher_id}
        school_words.change(tx, found.id, WordState.UNDONE, **again)
    word = absence_rows.find(tx, *where)
    assert word is not None
    school_words.add_told(tx, word.id, [me.id, *addressed(circle)])
    others = [each for each in schools.teachers(tx, room.id) if each != me.id]
    notify(tx, tell_teachers(word, others, at_once=False))
    show_roll(tx, rolls.get(room.id), child_id=circle.child.id, absent=True)
    return word


def show_roll(tx: Tx, roll: RollCall | None, *, child_id: int | None = None, absent: bool = False) -> None:
    """The roll call of that day says so where it stands; while it is open, the child stands tapped or not."""
    roll = roll_calls.get(tx, roll.id) if roll else None  # a twin may have changed it just now
    if roll is None:
        return
    if not roll.done and child_id is not None:
        gone = (child_id,) if absent else _expected(tx, roll, child_id)
        others = [each for each in roll.absent if each not in gone]
        roll_calls.change(tx, roll.id, absent=[*others, child_id] if absent else others)
    notify(tx, tell_roll_changed(roll, roll_calls.shown_to(tx, roll)))


def _expected(tx: Tx, roll: RollCall, child_id: int) -> tuple[int, ...]:
    """Of a child with two families nobody, while the other one says that it stays at home."""
    same = rosters.families(tx, roll.class_id, child_id)
    stays = {each.child_id for each in absence_rows.of_day(tx, roll.class_id, roll.day)}
    return () if stays.intersection(same) else same


def take_back(tx: Tx, me: Person, around: Around, day: str) -> bool:
    """↩️ the school expects the child again; where it has been missed there, home is asked at once."""
    classes = {word.class_id for circle, _by in around for word in _standing(tx, circle, day)}
    rolls = hold(tx, around, classes, date.fromisoformat(day))
    # What stands now: another tap may have been faster.
    held = [word for circle, _by in around for word in _standing(tx, circle, day)]
    for word in held:
        _take_back(tx, word, rolls.get(word.class_id))
        notify(tx, tell_changed(word, [each for each in school_words.told(tx, word) if each != me.id]))
    return bool(held)


def _standing(tx: Tx, circle: Circle, day: str) -> list[Word]:
    found = staying_home.said(tx, circle.child.id, day)
    return [each for each in found if each.state == WordState.SENT and not each.is_over(tx.now)]


def _take_back(tx: Tx, word: Word, roll: RollCall | None) -> None:
    if word.is_missed:
        absences.ask_after_all(tx, word)
        show_roll(tx, roll)
        return
    school_words.change(tx, word.id, WordState.SENT, state=WordState.UNDONE, body={**word.body, "withdrawn": True})
    have_read = [each for each in schools.teachers(tx, word.class_id) if not forget_word(tx, each, word.id)]
    notify(tx, tell_taken_back(word, have_read))
    show_roll(tx, roll, child_id=word.child_id)
