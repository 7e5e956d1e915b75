"""🎓 while nothing comes from home a parent asks the teacher whether the child comes to class."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.class_questions import (
    SAYS,
    InClassAnswered,
    InClassAsked,
    InClassRests,
    InClassWaits,
    still_stands,
    tell_answered,
    tell_parents,
    tell_teacher,
)
from bot.domain.school.school_words import WordKind, WordState, receipt_of
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, people
from bot.queries.school import class_questions, school_words, schools
from bot.routes import NUMBER, Route, press
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Once a week about each child, whichever parent asks; who asks again reads how it stands. Never in a holiday."""
    child_id = pressed.number()
    mine = circles.membership(tx, child_id, me.id, Action.ASK_NOW)
    room = class_questions.class_to_ask(tx, child_id, me.id) if mine else None
    if mine is None or room is None:
        return ButtonOutdated()
    circles.lock(tx, child_id)
    before = class_questions.newest(tx, child_id)
    if before is not None:
        return InClassAnswered(before.id, child_id) if before.answer else InClassWaits(before.id, child_id)
    if class_questions.rests_until(tx, mine[0].child) is not None:
        reply(tx, me, InClassRests(child_id))
        return None
    word = school_words.add(tx, people.get(tx, room.teacher_id), room.id, child_id, WordKind.IN_CLASS)
    asked = [each for each in schools.teachers(tx, room.id) if each != me.id]
    notify(tx, [each for teacher in asked for each in tell_teacher(word, teacher)])
    reply(tx, me, InClassWaits(word.id, child_id))
    return None


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ ❌ 🤷 whoever teaches the class now; another answer of the same week corrects the first."""
    word, says = school_words.lock(tx, pressed.number()), SAYS[pressed.args[1]]
    if word is None or word.what != WordKind.IN_CLASS or not still_stands(word, tx.now) or word.answer == says:
        return ButtonOutdated()
    circle = school_words.pupil(tx, word.class_id, word.child_id, me.id)
    if circle is None:
        return ButtonOutdated()
    school_words.change(tx, word.id, WordState.SENT, answer=says, answered_by=me.id, author_id=me.id)
    parents = [each.person_id for each in circle.parents if each.person_id != me.id]
    school_words.add_told(tx, word.id, parents)
    notify(tx, tell_parents(word, parents))
    others = [each for each in schools.teachers(tx, word.class_id) if each != me.id]
    notify(tx, tell_answered(word, [each for each in others if cards.message_of(tx, each, receipt_of(word.id))]))
    reply(tx, me, InClassAsked(word.id), edit=pressed.message_id, card=receipt_of(word.id))
    return None


routes: list[Route] = [
    press("class_ask", ask, NUMBER),
    press("class_says", answer, NUMBER, "|".join(SAYS)),
]
