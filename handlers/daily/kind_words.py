"""☕ A kind word to who looks after the child, one tap below the news."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.kind_words import KindWord, KindWordReceipt, KindWordsOffered, tell_kind_word
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import check_ins as check_in_rows
from bot.routes import NUMBER, Route, press
from bot.services.daily import check_ins
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def offer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """☕ shows what can be said."""
    answered = _answered(tx, me, pressed.number())
    if answered is None or check_in_rows.has_thanked(tx, pressed.number(), me.id):
        return ButtonOutdated()
    circle, _by, answered_by = answered
    reply(tx, me, KindWordsOffered(circle.child.id, pressed.number(), answered_by))
    return None


def say(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One phrase; for one answer a heart or a kind word, and only once."""
    answered = _answered(tx, me, pressed.number())
    if answered is None or not check_in_rows.thank(tx, pressed.number(), me.id):
        return ButtonOutdated()
    circle, by, answered_by = answered
    word = KindWord(pressed.args[1])
    notify(tx, tell_kind_word(circle, by, answered_by, word))
    reply(tx, me, KindWordReceipt(circle.child.id, answered_by, word), edit=pressed.message_id)
    check_ins.mark_thanked(tx, by, pressed.number())
    return None


def _answered(tx: Tx, me: Person, check_in_id: int) -> tuple[Circle, Member, int] | None:
    """The circle, my place in it, and who has answered; none when they are not in it any more, or it was me."""
    check_in = check_in_rows.get(tx, check_in_id)
    place = circles.membership(tx, check_in.child_id, me.id, Action.THANK) if check_in else None
    if check_in is None or place is None or check_in.answered_by in {None, me.id}:
        return None
    circle, by = place
    to = circle.member(check_in.answered_by or 0)
    return (circle, by, to.person_id) if to else None


routes: list[Route] = [
    press("kind_words", offer, NUMBER),
    press("kind_word", say, NUMBER, "|".join(KindWord)),
]
