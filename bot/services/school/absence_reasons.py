"""Why a child is not in class, said by whoever has said that they know where it is: nobody has to."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.school.absences import tell_changed, tell_staff_changed, tell_teachers
from bot.domain.school.roll_calls import tell_changed as tell_roll_changed
from bot.domain.school.school_hours import Reason, reasons
from bot.domain.school.school_words import Word, WordState
from bot.queries.school import absences, roll_calls, school_hours, school_words, schools
from bot.services.notifications import forget_word, notify
from bot.services.school.absence_readers import without_roll


def explain(tx: Tx, word: Word, circle: Circle, reason: Reason) -> bool:
    """With one tap, where none is given yet; health stays at home where somebody has declined it."""
    may = reasons(health=school_hours.health_may_be_named(tx, word, circle), missed=True)
    if word.why is not None or reason not in may:
        return False
    body = {**word.body, "why": reason}
    school_words.change(tx, word.id, WordState.SENT, body=body)
    teachers = schools.teachers(tx, word.class_id)
    for each in teachers:
        forget_word(tx, each, word.id)  # one line with the reason, not two
    read = any(each.staff for each in (word, *absences.of_other_families(tx, word)))
    _show(tx, word, [] if read else without_roll(tx, word, teachers))
    return True


def take_back(tx: Tx, word: Word) -> bool:
    """↩️ no reason after all: who has read it reads it no more in what can be changed."""
    if word.why is None:
        return False
    body = {name: value for name, value in word.body.items() if name != "why"}
    school_words.change(tx, word.id, WordState.SENT, body=body)
    _show(tx, word, [each for each in schools.teachers(tx, word.class_id) if forget_word(tx, each, word.id)])
    return True


def _show(tx: Tx, word: Word, teachers: list[int]) -> None:
    found, roll = school_words.get(tx, word.id), roll_calls.of_day(tx, word.class_id, word.day)
    assert found is not None
    notify(tx, tell_changed(found, school_words.told(tx, found)))
    for each in (found, *absences.of_other_families(tx, found)):
        notify(tx, tell_staff_changed(each, each.staff))
    notify(tx, tell_teachers(found, teachers, at_once=False))
    if roll is not None and roll.done:
        notify(tx, tell_roll_changed(roll, roll_calls.shown_to(tx, roll)))
