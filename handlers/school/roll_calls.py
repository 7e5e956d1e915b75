"""📋 The roll call of a class: one tap for each child who is not there, on one card."""

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notices import ClassEmpty
from bot.domain.school.roll_calls import RollCall, RollCallHereAsked, RollCallShown, can_take_back, card_of, toggled
from bot.domain.school.school_words import PupilClassAsked, Word, WordKind
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import people
from bot.queries.school import absences as absence_rows
from bot.queries.school import enrolments, roll_calls, rosters, school_words, schools
from bot.routes import NUMBER, Route, message, press
from bot.services.notifications import reply
from bot.services.school import absences
from bot.updates import ButtonPress, IncomingMessage


def begin(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """📋 on the keyboard below the chat."""
    people.end_dialogue(tx, me.id)
    rooms = schools.classes_of(tx, me.id)
    if len(rooms) == 1:
        _open(tx, me, rooms[0].id)
    else:
        reply(tx, me, PupilClassAsked("roll") if rooms else HomeShown())


def open_card(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📋 below a class; also the card of this day that was done, to correct it."""
    if schools.my_class(tx, pressed.number(), me.id) is None:
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    _open(tx, me, pressed.number(), pressed.message_id)
    return None


def _open(tx: Tx, me: Person, class_id: int, edit: int | None = None) -> None:
    if not enrolments.children(tx, class_id):
        reply(tx, me, ClassEmpty(class_id), edit=edit)
        return
    roll = roll_calls.open_on(tx, class_id, school_words.today(tx, class_id, me))
    reply(tx, me, RollCallShown(roll.id), edit=edit, card=card_of(roll.id))


def turn(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 the next children."""
    roll = _mine(tx, me, pressed)
    if roll is None:
        return ButtonOutdated()
    reply(tx, me, RollCallShown(roll.id, pressed.number(1)), edit=pressed.message_id, card=card_of(roll.id))
    return None


def tap(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Not there; a second tap takes it back. Nobody is told yet.

    Where home has said that the child does not come, a slip would tell it that the child is in class: it is asked.
    """
    roll, child_id, page = _mine(tx, me, pressed), pressed.number(1), pressed.number(2)
    if roll is None or school_words.pupil(tx, roll.class_id, child_id, me.id) is None:
        return ButtonOutdated()
    same = rosters.families(tx, roll.class_id, child_id)
    words = absence_rows.of_day(tx, roll.class_id, roll.day)
    if set(same) & set(roll.absent) and any(absences.home_said(tx, each) for each in words if each.child_id in same):
        reply(tx, me, RollCallHereAsked(roll.id, child_id, page), edit=pressed.message_id, card=card_of(roll.id))
        return None
    _toggle(tx, me, pressed, roll, same)
    return None


def here(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ in class, though home has said otherwise; told with ✅ Done."""
    roll, child_id = _mine(tx, me, pressed), pressed.number(1)
    if roll is None or school_words.pupil(tx, roll.class_id, child_id, me.id) is None:
        return ButtonOutdated()
    same = rosters.families(tx, roll.class_id, child_id)
    _toggle(tx, me, pressed, roll, same if set(same) & set(roll.absent) else ())
    return None


def _toggle(tx: Tx, me: Person, pressed: ButtonPress, roll: RollCall, same: tuple[int, ...]) -> None:
    roll_calls.change(tx, roll.id, absent=list(toggled(roll.absent, same)))
    reply(tx, me, RollCallShown(roll.id, pressed.number(2)), edit=pressed.message_id, card=card_of(roll.id))


def done(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ the families of those who are not there are asked once; who came after all is taken back.

    Of a child with two families each is asked, and it counts as late, or as there, for both.
    """
    roll = _mine(tx, me, pressed)
    if roll is None or not roll_calls.change(tx, roll.id, done_at=tx.now):
        return ButtonOutdated()
    several = {each: same for same in rosters.several_families(tx, roll.class_id) for each in same}
    absent = dict.fromkeys(several.get(each, (each,)) for each in roll.absent)
    for word in absence_rows.of_day(tx, roll.class_id, roll.day):
        if not any(word.child_id in same for same in absent):
            absences.unmark(tx, word, me.id)
    late = {each.child_id for each in absence_rows.of_day(tx, roll.class_id, roll.day, WordKind.LATE)}
    for same in absent:
        if late.intersection(same):
            continue  # home has said so: nobody is asked until the teacher wishes it
        circle = school_words.pupil(tx, roll.class_id, same[0], me.id)
        if circle is not None:
            absences.mark(tx, me, roll.class_id, circle)
    reply(tx, me, RollCallShown(roll.id, is_open=False), edit=pressed.message_id, card=card_of(roll.id))
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ one child is here after all; of the others nothing changes. Where home has said otherwise, it is asked."""
    roll, child_id = _finished(tx, me, pressed), pressed.number(1)
    words = _words_to_take_back(tx, roll, child_id) if roll else []
    if roll is None or not words:
        return ButtonOutdated()
    if any(absences.home_said(tx, each) for each in words):
        about = RollCallHereAsked(roll.id, child_id, done=True)
        reply(tx, me, about, edit=pressed.message_id, card=card_of(roll.id))
        return None
    return _unmark(tx, me, pressed, roll, words)


def came(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ in class, though home has said otherwise; it reads so."""
    roll = _finished(tx, me, pressed)
    words = _words_to_take_back(tx, roll, pressed.number(1)) if roll else []
    return _unmark(tx, me, pressed, roll, words) if roll and words else ButtonOutdated()


def stays(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ the finished card stands there again, as it was."""
    roll = _finished(tx, me, pressed)
    if roll is None:
        return ButtonOutdated()
    reply(tx, me, RollCallShown(roll.id, is_open=False), edit=pressed.message_id, card=card_of(roll.id))
    return None


def _unmark(tx: Tx, me: Person, pressed: ButtonPress, roll: RollCall, words: list[Word]) -> Event | None:
    if not absences.unmark(tx, words[0], me.id):
        return ButtonOutdated()
    reply(tx, me, RollCallShown(roll.id, is_open=False), edit=pressed.message_id, card=card_of(roll.id))
    return None


def _finished(tx: Tx, me: Person, pressed: ButtonPress) -> RollCall | None:
    """The roll call that is done, for who teaches the class."""
    roll = roll_calls.lock(tx, pressed.number())
    return roll if roll and roll.done and schools.my_class(tx, roll.class_id, me.id) else None


def _words_to_take_back(tx: Tx, roll: RollCall, child_id: int) -> list[Word]:
    """What was told of a child, of all its families; nothing where that cannot be taken back any more."""
    same = rosters.families(tx, roll.class_id, child_id)
    words = [each for each in absence_rows.of_day(tx, roll.class_id, roll.day) if each.child_id in same]
    return words if all(can_take_back(each, tx.now) for each in words) else []


def ask_late(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔔 a child that comes later, as home has said, is still not here: home is asked as of any other."""
    roll, child_id = roll_calls.lock(tx, pressed.number()), pressed.number(1)
    today = roll is not None and roll.done and roll.day == school_words.today(tx, roll.class_id, me)
    circle = school_words.pupil(tx, roll.class_id, child_id, me.id) if roll and today else None
    same = rosters.families(tx, roll.class_id, child_id) if roll else ()
    if roll is None or circle is None:
        return ButtonOutdated()
    if any(each.child_id in same for each in absence_rows.of_day(tx, roll.class_id, roll.day)):
        return ButtonOutdated()
    absences.mark(tx, me, roll.class_id, circle)
    about = RollCallShown(roll.id, is_open=False)
    reply(tx, me, about, edit=pressed.message_id, card=card_of(roll.id))
    return None


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> RollCall | None:
    """The open roll call of today, for who teaches the class."""
    roll = roll_calls.lock(tx, pressed.number())
    if roll is None or roll.done or schools.my_class(tx, roll.class_id, me.id) is None:
        return None
    return roll if roll.day == school_words.today(tx, roll.class_id, me) else None


routes: list[Route] = [
    press("roll", open_card, NUMBER),
    press("roll_page", turn, NUMBER, NUMBER),
    press("roll_tap", tap, NUMBER, NUMBER, NUMBER),
    press("roll_here", here, NUMBER, NUMBER, NUMBER),
    press("roll_done", done, NUMBER),
    press("roll_back", take_back, NUMBER, NUMBER),
    press("roll_back_yes", came, NUMBER, NUMBER),
    press("roll_back_no", stays, NUMBER),
    press("roll_late", ask_late, NUMBER, NUMBER),
    message(filters.UpdateType.MESSAGE & filters.Regex("^📋"), begin),
]
