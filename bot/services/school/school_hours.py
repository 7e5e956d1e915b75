"""Home tells the classes of a child that it comes later or leaves early, says why if it likes, and takes it back."""

from datetime import date

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.daily.heard import Sign
from bot.domain.people import Person
from bot.domain.school.absences import tell_teachers as tell_known
from bot.domain.school.roll_calls import RollCall
from bot.domain.school.school_hours import HOURS, Reason, has_found, reasons, tell_changed, tell_family, tell_teachers
from bot.domain.school.school_words import Word, WordKind, WordState, addressed
from bot.domain.school.staying_home import said_of
from bot.domain.school.staying_home import tell_changed as tell_stays
from bot.queries.circle import people
from bot.queries.school import absences as absence_rows
from bot.queries.school import school_hours, school_words, schools, staying_home
from bot.queries.school.schools import ClassRoom
from bot.services.daily.heard import note_heard
from bot.services.notifications import forget_word, notify
from bot.services.school import absences
from bot.services.school.staying_home import Around, Rolls, hold, open_rooms, show_roll


def say(tx: Tx, me: Person, around: Around, day: date, what: WordKind) -> Word | None:
    """In each circle around the child; what the first one shows, and nothing where no class can hear it."""
    rooms = {circle.child.id: open_rooms(tx, circle, day) for circle, _by in around}
    rolls = hold(tx, around, {room.id for each in rooms.values() for room in each}, day)
    for circle, by in around:
        new = [word for room in rooms[circle.child.id] if (word := _say(tx, me, circle, room, day, what, rolls))]
        if new:
            notify(tx, tell_family(new[-1], [each for each in addressed(circle) if each != me.id]))
            note_heard(tx, circle, by, Sign.ABSENCE, [each.person_id for each in circle.parents])
    return next(iter(school_hours.standing(tx, around[0][0].child.id, day.isoformat(), what)), None)


def _say(tx: Tx, me: Person, circle: Circle, room: ClassRoom, day: date, what: WordKind, rolls: Rolls) -> Word | None:
    """The word, said now; a child who is missed already is asked for no more."""
    where = room.id, circle.child.id, day.isoformat()
    found = absence_rows.find(tx, *where, what)
    if school_hours.stays(tx, room, circle.child.id, day.isoformat()) or (found and found.state == WordState.SENT):
        return None
    body = said_of(staying_home.ends(tx, room, day))
    now: school_words.Changes = {"answered_by": me.id, "body": body, "sent_at": tx.now}
    if found is None:
        absence_rows.add_once(tx, *where, room.teacher_id, what, **now)
    else:
        again: school_words.Changes = {**now, "state": WordState.SENT, "author_id": room.teacher_id}
        school_words.change(tx, found.id, WordState.UNDONE, **again)
    word = absence_rows.find(tx, *where, what)
    assert word is not None
    school_words.add_told(tx, word.id, [me.id, *addressed(circle)])
    missed = absence_rows.find(tx, *where)
    if what == WordKind.LATE and missed and missed.state == WordState.SENT and not staying_home.knows(missed):
        absences.answer(tx, missed, me.id, knows=True)
        school_words.change(tx, word.id, WordState.SENT, body={**body, "found": True})
    notify(tx, tell_teachers(word, [each for each in schools.teachers(tx, room.id) if each != me.id]))
    show_roll(tx, rolls.get(room.id))
    return word


def take_back(tx: Tx, me: Person, around: Around, day: date, what: WordKind, *, quietly: bool = False) -> bool:
    """↩️ the child comes and goes with the others; quietly where the teacher reads that it does not come at all."""
    classes = {word.class_id for circle, _by in around for word in _of(tx, circle, day, what)}
    rolls = hold(tx, around, classes, day)
    held = [(circle, word) for circle, _by in around for word in _of(tx, circle, day, what)]
    for circle, word in held:
        school_words.change(tx, word.id, WordState.SENT, state=WordState.UNDONE, body={**word.body, "withdrawn": True})
        notify(tx, tell_changed(word, [each for each in school_words.told(tx, word) if each != me.id or quietly]))
        have_read = [each for each in schools.teachers(tx, word.class_id) if not forget_word(tx, each, word.id)]
        notify(tx, tell_teachers(word, [] if quietly else have_read))
        if what == WordKind.LATE and not quietly:
            _ask_after_all(tx, circle, word, rolls.get(word.class_id))
        show_roll(tx, rolls.get(word.class_id))
    return bool(held)


def _ask_after_all(tx: Tx, circle: Circle, word: Word, roll: RollCall | None) -> None:
    """The school misses a child that, as home says now, is not late: where it is, is a question, as of any other."""
    missed, teacher = absence_rows.find(tx, word.class_id, word.child_id, word.day), schools.teaches(tx, word.class_id)
    if missed is not None:
        if has_found(word) and missed.state == WordState.SENT and missed.answered_by == word.answered_by:
            absences.ask_after_all(tx, missed)
    elif roll is not None and roll.done and word.child_id in roll.absent and teacher is not None:
        absences.mark(tx, people.get(tx, teacher), word.class_id, circle)


def drop(tx: Tx, me: Person, around: Around, day: date) -> None:
    """The child does not come at all: what was said of its hours goes without a word."""
    for each in HOURS:
        take_back(tx, me, around, day, each, quietly=True)


def _of(tx: Tx, circle: Circle, day: date, what: WordKind) -> list[Word]:
    return school_hours.standing(tx, circle.child.id, day.isoformat(), what)


def explain(tx: Tx, me: Person, around: Around, word: Word, reason: Reason) -> bool:
    """Why, to each class that was told; health stays at home where somebody has declined it."""
    told = [
        (circle, each)
        for circle, _by in around
        for each in school_hours.standing(tx, circle.child.id, word.day, word.what)
        if reason in reasons(health=school_hours.health_may_be_named(tx, each, circle)) and each.why is None
    ]
    for _circle, each in told:
        school_words.change(tx, each.id, WordState.SENT, body={**each.body, "why": reason})
        family = [other for other in school_words.told(tx, each) if other != me.id]
        notify(tx, (tell_stays if each.what == WordKind.ABSENT else tell_changed)(each, family))
        teachers = [other for other in schools.teachers(tx, each.class_id) if other != me.id]
        for teacher in teachers:
            forget_word(tx, teacher, each.id)  # one line with the reason, not two
        away = each.what == WordKind.ABSENT
        notify(tx, tell_known(each, teachers, at_once=False) if away else tell_teachers(each, teachers))
    return bool(told)
