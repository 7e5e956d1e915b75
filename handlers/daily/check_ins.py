"""How is the child? One tap answers every open day; the answer becomes news."""

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.ask_now import AskingPaused
from bot.domain.daily.check_ins import CheckIn, CheckInAsked, CheckInState, Face, ThanksNoted, tell_thanks
from bot.domain.daily.one_card import CARD, SEVERAL, AnswerStands, AnswerStays, unpacked
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import circles
from bot.queries.daily import check_ins as check_in_rows
from bot.routes import NUMBER, Route, message, press
from bot.services.daily import check_ins, one_card
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress, IncomingMessage

UNDO_MINUTES = 10


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A face: the first answer counts, for this day and every earlier open one."""
    return _answer(tx, me, pressed, [pressed.number()])


def answer_for_all(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One face for every child that stood on the card."""
    return _answer(tx, me, pressed, unpacked(pressed.args[0]))


def _answer(tx: Tx, me: Person, pressed: ButtonPress, numbers: list[int]) -> Event | None:
    face = Face(pressed.args[1])
    said = [
        (*mine, check_in, face)
        for check_in, mine in _mine(tx, me, numbers)
        if check_ins.allowed(tx, check_in.child_id, me.id, face)
    ]
    if not said:
        return ButtonOutdated()
    one_card.pressed_on(tx, me, pressed.message_id or 0)
    if check_ins.credit(tx, said):
        return None
    circle, _by, check_in, _face = said[-1]
    if check_in.answered_by is not None:
        return AnswerStands(circle.child.id, check_in.answered_by)
    if circle.child.is_paused(tx.now):
        return AskingPaused(circle.child.id)
    _show_card(tx, me, circle.child.id)  # nobody waits for that answer any more: it is asked anew
    return None


def _mine(tx: Tx, me: Person, numbers: list[int]) -> list[tuple[CheckIn, tuple[Circle, Member]]]:
    found = (check_in for each in numbers if (check_in := check_in_rows.get(tx, each)))
    mine = ((each, circles.membership(tx, each.child_id, me.id, Action.ANSWER_CHECK_IN)) for each in found)
    return [(check_in, place) for check_in, place in mine if place]


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ within ten minutes: what one tap has answered is open again."""
    return _take_back(tx, me, pressed, [pressed.number()])


def take_back_all(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ of what one tap has said of several children."""
    return _take_back(tx, me, pressed, unpacked(pressed.args[0]))


def _take_back(tx: Tx, me: Person, pressed: ButtonPress, numbers: list[int]) -> Event | None:
    mine = _mine(tx, me, numbers)
    if not mine:
        return ButtonOutdated()
    taken = [each for check_in, place in mine if (each := _taken_back(tx, me, check_in, place))]
    if not taken:
        return AnswerStays(mine[-1][0].child_id)
    one_card.pressed_on(tx, me, pressed.message_id or 0)
    for (circle, by), days in taken:
        check_ins.take_back(tx, circle, by, days)
    return None


def _taken_back(
    tx: Tx, me: Person, check_in: CheckIn, place: tuple[Circle, Member]
) -> tuple[tuple[Circle, Member], list[CheckIn]] | None:
    if check_in.answered_at is None or (tx.now - check_in.answered_at).total_seconds() > UNDO_MINUTES * 60:
        return None
    days = [each for each in check_in_rows.same_tap(tx, check_in) if check_in_rows.take_back(tx, each.id, me.id)]
    return (place, days) if days else None


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
        check_ins.mark_thanked(tx, by, check_in.id)
    return ThanksNoted(circle.child.id, check_in.answered_by)


def unthank(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❤️ taken away again: the news is as it was."""
    check_in = check_in_rows.get(tx, pressed.number())
    mine = circles.membership(tx, check_in.child_id, me.id, Action.THANK) if check_in else None
    if check_in is None or mine is None or not check_in_rows.unthank(tx, check_in.id, me.id):
        return ButtonOutdated()
    check_ins.mark_thanked(tx, mine[1], check_in.id)
    return None


def ask_me(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """🙂 on the keyboard below the chat: what is open, or the first card of today; the menu knows several children."""
    mine = [circle.child.id for circle, _member in circles.of_person(tx, me.id, Action.ANSWER_CHECK_IN)]
    waiting = [circle.child.id for circle, _me, _days in check_in_rows.waiting_for(tx, me.id)]
    if waiting or len(mine) == 1:
        _show_card(tx, me, (waiting or mine)[0])
    else:
        reply(tx, me, HomeShown())


def ask_me_about(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙂 in the menu, for one child."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.ANSWER_CHECK_IN)
    if mine is None:
        return ButtonOutdated()
    _show_card(tx, me, pressed.number())
    return None


def open_one(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The name of one of several children: the faces for that child alone."""
    return _turn(tx, me, pressed, alone=True)


def open_all(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Back to all of them."""
    return _turn(tx, me, pressed, alone=False)


def _turn(tx: Tx, me: Person, pressed: ButtonPress, *, alone: bool) -> Event | None:
    child_id = pressed.number()
    if circles.membership(tx, child_id, me.id, Action.ANSWER_CHECK_IN) is None:
        return ButtonOutdated()
    one_card.pressed_on(tx, me, pressed.message_id or 0)
    if check_in_rows.open_days(tx, child_id):
        reply(tx, me, CheckInAsked(child_id, alone=alone), edit=cards.message_of(tx, me.id, CARD))
    else:
        _show_card(tx, me, child_id)
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
    outbox.clear_card(tx, CARD, me.id)
    reply(tx, me, CheckInAsked(child_id), card=CARD)


routes: list[Route] = [
    press("face", answer, NUMBER, "|".join(Face)),
    press("faces", answer_for_all, SEVERAL, "|".join(Face)),
    press("unface", take_back, NUMBER),
    press("unfaces", take_back_all, SEVERAL),
    press("thank", thank, NUMBER),
    press("unthank", unthank, NUMBER),
    press("answer", ask_me_about, NUMBER),
    press("answer_one", open_one, NUMBER),
    press("answer_all", open_all, NUMBER),
    message(filters.Regex("^[😄🙂]"), ask_me),
]
