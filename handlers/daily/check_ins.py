"""How is the child? One tap answers every open day; the answer becomes news."""

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import CheckInAsked, CheckInState, Face, ThanksNoted, card_of, tell_thanks
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import circles
from bot.queries.daily import check_ins as check_in_rows
from bot.routes import NUMBER, Route, message, press
from bot.services.daily import check_ins
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress, IncomingMessage

UNDO_MINUTES = 10


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A face: the first answer counts, for this day and every earlier open one."""
    check_in = check_in_rows.get(tx, pressed.number())
    mine = circles.membership(tx, check_in.child_id, me.id, Action.ANSWER_CHECK_IN) if check_in else None
    if check_in is None or mine is None:
        return ButtonOutdated()
    face = Face(pressed.args[1])
    if not check_ins.allowed(tx, check_in.child_id, me.id, face):
        return ButtonOutdated()
    cards.remember(tx, me.id, card_of(check_in.child_id), pressed.message_id or 0)
    return None if check_ins.credit(tx, *mine, check_in, face) else ButtonOutdated()


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ within ten minutes: what one tap has answered is open again."""
    check_in = check_in_rows.get(tx, pressed.number())
    mine = circles.membership(tx, check_in.child_id, me.id, Action.ANSWER_CHECK_IN) if check_in else None
    if check_in is None or mine is None or check_in.answered_at is None:
        return ButtonOutdated()
    if (tx.now - check_in.answered_at).total_seconds() > UNDO_MINUTES * 60:
        return ButtonOutdated()
    back = [each for each in check_in_rows.same_tap(tx, check_in) if check_in_rows.take_back(tx, each.id, me.id)]
    if not back:
        return ButtonOutdated()
    check_ins.take_back(tx, *mine, back)
    return None


def thank(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❤️ once; it is seen on the news from then on."""
    check_in = check_in_rows.get(tx, pressed.number())
    mine = circles.membership(tx, check_in.child_id, me.id, Action.THANK) if check_in else None
    if check_in is None or mine is None or check_in.answered_by is None:
        return ButtonOutdated()
    circle, by = mine
    if not circle.member(check_in.answered_by):
        return ButtonOutdated()
    if check_in_rows.thank(tx, check_in.id, me.id):
        notify(tx, tell_thanks(circle, by, check_in.answered_by))
        check_ins.mark_thanked(tx, circle, by, check_in.id)
    return ThanksNoted(circle.child.id, check_in.answered_by)


def ask_me(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """🙂 on the keyboard below the chat: what is open, or the first card of today; the menu knows several children."""
    mine = [circle.child.id for circle, _member in circles.of_person(tx, me.id, Action.ANSWER_CHECK_IN)]
    waiting = [circle.child.id for circle, _me, _days in check_in_rows.waiting_for(tx, me.id)]
    shown = waiting or (mine if len(mine) == 1 else [])
    for child_id in shown:
        _show_card(tx, me, child_id)
    if not shown:
        reply(tx, me, HomeShown())


def ask_me_about(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙂 in the menu, for one child."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.ANSWER_CHECK_IN)
    if mine is None:
        return ButtonOutdated()
    _show_card(tx, me, pressed.number())
    return None


def _show_card(tx: Tx, me: Person, child_id: int) -> None:
    circle = circles.get(tx, child_id)
    assert circle is not None
    today = local(tx.now, circle.child.zone).date().isoformat()
    check_in_rows.let_go(tx, child_id, today)
    if not check_in_rows.open_days(tx, child_id):
        slot = circle.child.slot
        if not check_in_rows.expect(
            tx, child_id, today, slot, state=CheckInState.ASKED, due_at=tx.now, asked_at=tx.now
        ):
            slot = f"{local(tx.now, circle.child.zone):%H:%M}"
            check_in_rows.expect(tx, child_id, today, slot, state=CheckInState.ASKED, due_at=tx.now, asked_at=tx.now)
    cards.forget(tx, me.id, card_of(child_id))
    reply(tx, me, CheckInAsked(child_id), card=card_of(child_id))


routes: list[Route] = [
    press("face", answer, NUMBER, "|".join(Face)),
    press("unface", take_back, NUMBER),
    press("thank", thank, NUMBER),
    press("answer", ask_me_about, NUMBER),
    message(filters.Regex("^[😄🙂]"), ask_me),
]
