"""A family answers a word from the school with one tap."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.heard import Sign
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.absences import may_answer
from bot.domain.school.roll_calls import tell_changed as tell_roll_changed
from bot.domain.school.school_words import (
    ANSWERS,
    Word,
    WordAnswer,
    WordKind,
    WordState,
    WordThanked,
    card_of,
    tell_answered,
    tell_changed,
)
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.school import absences as absence_rows
from bot.queries.school import roll_calls, school_words, schools
from bot.routes import NUMBER, Route, press
from bot.services.daily.heard import note_heard
from bot.services.notifications import notify
from bot.services.school import absences
from bot.updates import ButtonPress


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❤️ good news, 🤙 a wish for a call: the first adult counts, and the others see it."""
    held = _told(tx, me, pressed)
    if held is None or held[0].what not in ANSWERS or held[0].answer is not None:
        return ButtonOutdated()
    word = held[0]
    school_words.change(tx, word.id, WordState.SENT, answer=ANSWERS[word.what], answered_by=me.id)
    teacher = schools.answered(tx, word.class_id, word.author_id)
    heard = tell_answered(word, teacher) if teacher is not None else []
    notify(tx, [*tell_changed(word, school_words.told(tx, word)), *heard])
    return WordThanked(word.id) if word.what == WordKind.GOOD and teacher is not None else None


def unthank(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❤️ taken away again by whose it was: a teacher who has not read of it will not."""
    held = _told(tx, me, pressed)
    if held is None or held[0].answer != WordAnswer.THANKS or held[0].answered_by != me.id:
        return ButtonOutdated()
    school_words.change(tx, held[0].id, WordState.SENT, answer=None, answered_by=None)
    notify(tx, tell_changed(held[0], school_words.told(tx, held[0])))
    return None


def absence(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ the family knows where the child is; ❌ nobody at home does."""
    held, knows = _told(tx, me, pressed), pressed.args[1] == "yes"
    if held is None or held[0].what != WordKind.ABSENT or held[0].is_over(tx.now):
        return ButtonOutdated()
    word, circle = held
    known = word.answer == WordAnswer.KNOWN and (knows or not word.was_told_before)
    said = known or (word.answer == WordAnswer.UNKNOWN and not knows)
    if said or not may_answer(circle, me.id, _asked(tx, word, circle), knows=knows):
        return ButtonOutdated()
    absences.answer(tx, word, me.id, knows=knows)
    by = circle.member(me.id)
    if by is not None:
        note_heard(tx, circle, by, Sign.ABSENCE, [each.person_id for each in circle.parents])
    roll = roll_calls.of_day(tx, word.class_id, word.day)
    if roll is not None and roll.done:
        notify(tx, tell_roll_changed(roll, roll_calls.shown_to(tx, roll)))
    return None


def _asked(tx: Tx, word: Word, circle: Circle) -> list[int]:
    """Who was asked: those at home, or the parents where there was nobody."""
    told = school_words.told(tx, word)
    parents = {each.person_id for each in circle.parents}
    return [each for each in told if each not in parents] or told


def _told(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Word, Circle] | None:
    """The word, held for this transaction, for somebody of the family who was told it."""
    word = absence_rows.lock(tx, pressed.number())
    mine = (
        circles.membership(tx, word.child_id, me.id, Action.HEAR_SCHOOL)
        if word and word.state == WordState.SENT
        else None
    )
    if word is None or mine is None or me.id not in school_words.told(tx, word):
        return None
    cards.remember(tx, me.id, card_of(word.id), pressed.message_id or 0)
    return word, mine[0]


routes: list[Route] = [
    press("word_answer", answer, NUMBER),
    press("word_unthank", unthank, NUMBER),
    press("absence", absence, NUMBER, "yes|no"),
]
