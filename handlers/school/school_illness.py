"""🤒 at school: the danger card with the first tap, then what it is; the alert leaves with that, or by itself."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.illness.illnesses import CALL, WHATS, Illness
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.school_illness import SchoolIllnessShown, can_end, can_undo, is_plain
from bot.domain.school.school_words import TELLING, Word, WordKind, WordState, receipt_of
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.queries.school import school_words
from bot.queries.school.school_illness import is_alone
from bot.routes import NUMBER, Route, press
from bot.services.illness.danger_signs import show_with_signs
from bot.services.notifications import reply
from bot.services.school import school_illness
from bot.updates import ButtonPress


def ill(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🤒 below a child."""
    class_id, child_id = pressed.number(), pressed.number(1)
    circle = school_words.pupil(tx, class_id, child_id, me.id)
    if circle is None:
        return ButtonOutdated()
    circles.lock(tx, child_id)
    word = school_illness.begin(tx, me, class_id, circle)
    if not is_plain(word):
        people.set_dialogue(tx, me.id, TELLING, {"word": word.id})
    cards.forget(tx, me.id, receipt_of(word.id))
    show_with_signs(tx, me, SchoolIllnessShown(word.id), card=receipt_of(word.id))
    return None


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🌡 🤢 😮‍💨 🤕 ❓"""
    held, what = _held(tx, me, pressed), pressed.args[1]
    if held is None or is_plain(held[0]) != (what == CALL):
        return ButtonOutdated()
    if not school_illness.choose(tx, held[0], what):
        return None
    _show(tx, me, held[0], pressed)
    return None


def undo(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️"""
    held = _held(tx, me, pressed)
    if held is None or not can_undo(*held, tx.now, alone=_alone(tx, held[1])):
        return ButtonOutdated()
    school_illness.take_back(tx, *held)
    people.end_dialogue(tx, me.id)
    _show(tx, me, held[0], pressed)
    return None


def better(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🌤 the teacher ends what the teacher began, while nobody else has spoken."""
    held = _held(tx, me, pressed)
    if held is None or held[1] is None or not can_end(held[0], held[1], alone=_alone(tx, held[1])):
        return ButtonOutdated()
    school_illness.close(tx, held[0], held[1])
    people.end_dialogue(tx, me.id)
    _show(tx, me, held[0], pressed)
    return None


def _show(tx: Tx, me: Person, word: Word, pressed: ButtonPress) -> None:
    reply(tx, me, SchoolIllnessShown(word.id), edit=pressed.message_id, card=receipt_of(word.id))


def _alone(tx: Tx, thread: Illness | None) -> bool:
    return thread is not None and is_alone(tx, thread)


def _held(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Word, Illness | None] | None:
    """The teacher's own word and its thread, while both run and the child is in class."""
    word = school_words.lock(tx, pressed.number())
    if word is None or word.what != WordKind.ILL or word.author_id != me.id or word.state == WordState.UNDONE:
        return None
    if school_words.pupil(tx, word.class_id, word.child_id, me.id) is None:
        return None
    thread = illnesses.lock(tx, word.illness_id) if word.illness_id is not None else None
    return (word, thread) if thread is None or thread.is_running else None


routes: list[Route] = [
    press("word_ill", ill, NUMBER, NUMBER),
    press("word_what", choose, NUMBER, "|".join((*WHATS, CALL))),
    press("word_ill_undo", undo, NUMBER),
    press("word_better", better, NUMBER),
]
