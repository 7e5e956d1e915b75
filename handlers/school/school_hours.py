"""🚌 🚸 One tap at home: the child comes later, or is picked up early; one more says why; ↩️ takes it back."""

from datetime import date

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.school_hours import HOURS, HoursShown, Reason, card_of
from bot.domain.school.school_words import Word, WordKind
from bot.domain.school.staying_home import SchoolDayOver, StaysHomeShown
from bot.domain.school.staying_home import card_of as stays_card
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.school import school_words
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import school_hours, staying_home
from bot.updates import ButtonPress


def say(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The button means the day that it named, however late it is pressed."""
    meant = staying_home.meant(tx, me, pressed.number(), pressed.number(1))
    if meant is None:
        return ButtonOutdated()
    if staying_home.is_over(tx, *meant):
        return SchoolDayOver()
    word = school_hours.say(tx, me, *meant, WordKind(pressed.args[2]))
    if word is None:
        return ButtonOutdated()  # it does not come at all, home has said
    reply(tx, me, HoursShown(word.id, word.child_id), card=card_of(word))
    return None


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ until that day is over, for everybody at home."""
    word = school_words.get(tx, pressed.number())
    mine = circles.membership(tx, word.child_id, me.id, Action.KEEP_HOME) if word else None
    if word is None or mine is None or word.what not in HOURS:
        return ButtonOutdated()
    all_of = staying_home.around(tx, me, *mine)
    if not school_hours.take_back(tx, me, all_of, date.fromisoformat(word.day), word.what):
        return ButtonOutdated()
    _show(tx, me, word, pressed)
    return None


def explain(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A reason, for who likes to give one."""
    word = school_words.lock(tx, pressed.number())
    mine = circles.membership(tx, word.child_id, me.id, Action.KEEP_HOME) if word else None
    if word is None or mine is None or not word.is_from_home:
        return ButtonOutdated()
    all_of = staying_home.around(tx, me, *mine)
    if not school_hours.explain(tx, me, all_of, word, Reason(pressed.args[1])):
        return ButtonOutdated()
    _show(tx, me, word, pressed)
    return None


def _show(tx: Tx, me: Person, word: Word, pressed: ButtonPress) -> None:
    whole = word.what == WordKind.ABSENT
    card = stays_card(word.child_id, word.day) if whole else card_of(word)
    about = (StaysHomeShown if whole else HoursShown)(word.id, word.child_id)
    cards.remember(tx, me.id, card, pressed.message_id or 0)
    reply(tx, me, about, edit=pressed.message_id, card=card)


routes: list[Route] = [
    press("hours", say, NUMBER, r"20\d{6}", "late|early"),
    press("hours_undo", take_back, NUMBER),
    press("why", explain, NUMBER, "|".join(Reason)),
]
