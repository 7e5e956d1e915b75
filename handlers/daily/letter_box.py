"""📬 The letters around a child, one of them once more, and the hour at which they come."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Role
from bot.domain.circle.roles import Action
from bot.domain.daily.letter_box import AT_ONCE, GOOD_HOURS, GoodHourAsked, LetterBoxShown
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import letter_box as box_rows
from bot.queries.daily import letters as letter_rows
from bot.routes import NUMBER, Route, press
from bot.services.daily import letter_box
from bot.services.notifications import reply
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📬 on the child's page."""
    if not circles.membership(tx, pressed.number(), me.id, Action.SEE_CHILD):
        return ButtonOutdated()
    reply(tx, me, LetterBoxShown(pressed.number()))
    return None


def turn(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Another page, or the month before."""
    child_id, month, page = (pressed.number(place) for place in range(3))
    if not circles.membership(tx, child_id, me.id, Action.SEE_CHILD):
        return ButtonOutdated()
    reply(tx, me, LetterBoxShown(child_id, month, page), edit=pressed.message_id)
    return None


def again(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One letter, once more."""
    found = letter_rows.get(tx, pressed.number())
    mine = circles.membership(tx, found.child_id, me.id, Action.SEE_CHILD) if found else None
    if found is None or mine is None or found.id not in [each.id for each in box_rows.seen_by(tx, mine[0], me.id)]:
        return ButtonOutdated()
    letter_box.send_again(tx, me, found)
    return None


def ask_hour(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏰ when letters come."""
    if not _at_home(tx, me, pressed.number()):
        return ButtonOutdated()
    reply(tx, me, GoodHourAsked(pressed.number()))
    return None


def set_hour(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """What waits already keeps its hour; the next letter comes at the new one."""
    if not _at_home(tx, me, pressed.number()):
        return ButtonOutdated()
    box_rows.set_hour(tx, pressed.number(), pressed.args[1])
    reply(tx, me, GoodHourAsked(pressed.number()), edit=pressed.message_id)
    return None


def _at_home(tx: Tx, me: Person, child_id: int) -> bool:
    mine = circles.membership(tx, child_id, me.id, Action.PLAY_LETTER)
    return mine is not None and mine[1].role == Role.GUARDIAN


routes: list[Route] = [
    press("letter_box", show, NUMBER),
    press("letter_box", turn, NUMBER, NUMBER, NUMBER),
    press("letter_again", again, NUMBER),
    press("letter_hour", ask_hour, NUMBER),
    press("letter_hour_set", set_hour, NUMBER, "|".join((*GOOD_HOURS, AT_ONCE))),
]
