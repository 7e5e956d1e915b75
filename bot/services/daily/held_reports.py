"""A hard report that waits: told, kept, asked about, and forgotten with the answer."""

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.daily.check_ins import AnswerTakenBack, CheckIn, tell_answered
from bot.domain.daily.held_reports import (
    ANSWER,
    Held,
    Talked,
    TalkOver,
    asked_card,
    can_be_asked,
    morning_after,
    tell_asked,
    tell_wish,
    wish_card,
)
from bot.domain.local_time import DAY
from bot.domain.notifications import Lane, Notification
from bot.queries.circle import circles, people
from bot.queries.daily import check_ins, held_reports, news
from bot.queries.illness import illnesses
from bot.services.daily import trends
from bot.services.notifications import notify


def since(tx: Tx, settled: CheckIn, first: CheckIn) -> str:
    """Since when this is the first answer, where it has settled other days too, from `first` on."""
    if first.local_date >= settled.local_date:
        return ""
    return news.last_answered(tx, settled.child_id, first.local_date) or first.local_date


def tell(tx: Tx, circle: Circle, waiting: CheckIn) -> bool:
    """The parents read what was said, as any other news; false when they have it already."""
    by = next((each for each in circle.members if each.person_id == waiting.answered_by), None)
    if not held_reports.let_go(tx, waiting.id) or by is None or waiting.face is None or waiting.answered_at is None:
        return False
    if not circles.faces_told(tx, circle.child.id, by.person_id):  # a consent was taken back meanwhile
        return False
    first = check_ins.same_tap(tx, waiting)[0]
    notify(
        tx,
        tell_answered(
            circle,
            by,
            waiting,
            waiting.face,
            waiting.answered_at,
            since=since(tx, waiting, first),
            tap=f"hard {by.person_id}",
        ),
    )
    trends.notice(tx, circle, by, waiting.id)
    return True


def keep(tx: Tx, circle: Circle, by: Member, waiting: CheckIn) -> None:
    """The parents read only that somebody would like to talk."""
    held_reports.keep(tx, waiting.id, Held.KEPT, morning_after(tx.now, circle.child.zone))
    notify(tx, tell_wish(circle, by, waiting))


def wait_on(tx: Tx, circle: Circle, waiting: CheckIn) -> None:
    """Not yet: asked again next morning."""
    held_reports.keep(tx, waiting.id, Held.KEPT, morning_after(tx.now, circle.child.zone))


def go_on(tx: Tx, waiting: CheckIn) -> None:
    """Its time has come: the question of the morning, or, where there is no answer to wait for, the news."""
    circle = circles.get(tx, waiting.child_id)
    assert circle is not None
    assert waiting.answered_by is not None
    if circle.child.sharing_stopped:
        held_reports.wait(tx, waiting.id, tx.now + DAY)
        return
    if not circles.faces_told(tx, circle.child.id, waiting.answered_by):  # a consent was taken back meanwhile
        held_reports.let_go(tx, waiting.id)
        return
    who = people.get(tx, waiting.answered_by)
    ill = illnesses.running(tx, circle.child.id) is not None
    if waiting.held == Held.KEPT and can_be_asked(circle, who, tx.now, ill=ill):
        held_reports.keep(tx, waiting.id, Held.ASKED, tx.now + ANSWER)
        if not any(each.held == Held.ASKED for each in held_reports.together(tx, waiting) if each.id != waiting.id):
            notify(tx, tell_asked(waiting))
        return
    if tell(tx, circle, waiting):
        _end_question(tx, waiting)


def _end_question(tx: Tx, told: CheckIn) -> None:
    """Who was asked and has not answered reads that it is told."""
    assert told.answered_by is not None
    name = asked_card(told.id)
    if outbox.clear_card(tx, name, told.answered_by) or cards.message_of(tx, told.answered_by, name) is None:
        return
    about = TalkOver(told.child_id, Talked.NOW, unasked=True)
    notify(tx, [Notification(told.answered_by, about, Lane.ROUTINE, card=name, edits_card=True)])


def take_back(tx: Tx, circle: Circle, by: Member, waiting: CheckIn) -> None:
    """↩️ of an answer that was not told yet: nobody hears of it, and a wish to talk is taken back where it was read."""
    about = AnswerTakenBack(waiting.id, circle.child.id, by.person_id)
    name = wish_card(waiting.id)
    for each in circle.parents:
        if not outbox.clear_card(tx, name, each.person_id) and cards.message_of(tx, each.person_id, name):
            notify(tx, [Notification(each.person_id, about, Lane.ROUTINE, card=name, edits_card=True, written=True)])
