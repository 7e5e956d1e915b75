"""😢 has two ways: told now, or told by who saw it, who is asked next morning."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import AnswerReceived, CheckIn
from bot.domain.daily.held_reports import Choice, Held, Talked, TalkOver, may_wait_on
from bot.domain.daily.one_card import CARD, SEVERAL, AnswerStands, AnswerStays, unpacked
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.queries.daily import held_reports as rows
from bot.routes import NUMBER, Route, press
from bot.services.daily import held_reports, one_card
from bot.services.notifications import reply
from bot.updates import ButtonPress

Mine = list[tuple[CheckIn, Circle, Member]]


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Below the thanks for 😢, of every child that the tap was about."""
    mine = _mine(tx, me, unpacked(pressed.args[0]))
    if isinstance(mine, Event):
        return mine
    waiting = [each for each in mine if each[0].held]
    one_card.pressed_on(tx, me, pressed.message_id or 0)
    for day, circle, by in waiting:
        if Choice(pressed.args[1]) is Choice.NOW:
            held_reports.tell(tx, circle, day)
        elif day.held == Held.OPEN:
            held_reports.keep(tx, circle, by, day)
    _show(tx, me, mine, pressed)
    return None if waiting else AnswerStays(mine[0][1].child.id)


def _show(tx: Tx, me: Person, mine: Mine, pressed: ButtonPress) -> None:
    """The card as it is now, unless a newer one has followed."""
    *others, last = [day for day, _circle, _by in mine]
    if last.face is not None and cards.message_of(tx, me.id, CARD) == pressed.message_id:
        about = AnswerReceived(last.child_id, last.id, last.face, me.id, tuple(each.id for each in others))
        reply(tx, me, about, edit=pressed.message_id)


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Below the question of the morning; what one tap had said of several children is answered at once."""
    mine = _mine(tx, me, [pressed.number()])
    if isinstance(mine, Event):
        return mine
    day, circle, _by = mine[0]
    if not day.held:
        return AnswerStays(circle.child.id)
    said = Talked(pressed.args[1])
    if said is Talked.LATER and not may_wait_on(day, tx.now):
        return ButtonOutdated()
    for each, its_circle, _me in _all_of(tx, me, rows.together(tx, day)):
        if said is Talked.YES:
            rows.let_go(tx, each.id)
        elif said is Talked.LATER:
            held_reports.wait_on(tx, its_circle, each)
        else:
            held_reports.tell(tx, its_circle, each)
    reply(tx, me, TalkOver(circle.child.id, said), edit=pressed.message_id)
    return None


def _mine(tx: Tx, me: Person, numbers: list[int]) -> Mine | Event:
    """These answers with my place around each child, or why I can say nothing of them."""
    days = [each for number in numbers if (each := check_ins.get(tx, number))]
    found = _all_of(tx, me, days)
    if not found:
        return ButtonOutdated()
    others = [day for day, _circle, _by in found if day.answered_by not in {None, me.id}]
    if others:
        return AnswerStands(others[0].child_id, others[0].answered_by or 0)
    return found if all(day.answered_by == me.id for day, _circle, _by in found) else ButtonOutdated()


def _all_of(tx: Tx, me: Person, days: list[CheckIn]) -> Mine:
    places = ((each, circles.membership(tx, each.child_id, me.id, Action.ANSWER_CHECK_IN)) for each in days)
    return [(day, *place) for day, place in places if place]


routes: list[Route] = [
    press("report", choose, SEVERAL, "|".join(Choice)),
    press("talked", answer, NUMBER, "|".join(Talked)),
]
