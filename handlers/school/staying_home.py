"""🏫 One tap at home tells the teacher of each class that a child stays there; ↩️ takes it back."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.school_words import WordKind
from bot.domain.school.staying_home import SchoolDayOver, StaysHomeShown, card_of
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.queries.school import school_words
from bot.routes import NUMBER, Route, press
from bot.services.illness.illness_alerts import show_cards
from bot.services.notifications import reply
from bot.services.school import school_hours, staying_home
from bot.updates import ButtonPress


def stay(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🏫 in the menu, or while the child is ill; the button means the day that it named, however late it is pressed."""
    meant = staying_home.meant(tx, me, pressed.number(), pressed.number(1))
    if meant is None:
        return ButtonOutdated()
    if staying_home.is_over(tx, *meant):
        return SchoolDayOver()
    around, day = meant
    word = staying_home.say(tx, me, around, day)
    school_hours.drop(tx, me, around, day)
    if word is None:
        return PressNoted()  # the school has asked meanwhile, and knows
    reply(tx, me, StaysHomeShown(word.id, word.child_id), card=card_of(word.child_id, word.day))
    _show_illness(tx, around)
    return None


def go(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ until that day is over, for everybody at home."""
    word = school_words.get(tx, pressed.number())
    mine = circles.membership(tx, word.child_id, me.id, Action.KEEP_HOME) if word else None
    if word is None or mine is None or word.what != WordKind.ABSENT:
        return ButtonOutdated()
    around = staying_home.around(tx, me, *mine)
    if not staying_home.take_back(tx, me, around, word.day):
        return ButtonOutdated()
    card = card_of(word.child_id, word.day)
    cards.remember(tx, me.id, card, pressed.message_id or 0)
    reply(tx, me, StaysHomeShown(word.id, word.child_id), edit=pressed.message_id, card=card)
    _show_illness(tx, around)
    return None


def _show_illness(tx: Tx, around: staying_home.Around) -> None:
    """The danger card offers it, or offers it again."""
    for circle, _place in around:
        running = illnesses.running(tx, circle.child.id)
        if running is not None:
            show_cards(tx, running)


routes: list[Route] = [
    press("stays_home", stay, NUMBER, r"20\d{6}"),
    press("goes_to_school", go, NUMBER),
]
