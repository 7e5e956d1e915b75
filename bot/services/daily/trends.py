"""Some harder days in a row: told once, in the words of who noticed them."""

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.daily.check_ins import Face
from bot.domain.daily.trends import Level, TrendNoticed, card, is_new, level, tell
from bot.domain.local_time import local
from bot.queries.circle import circles, people
from bot.queries.daily import check_ins, trends
from bot.services.notifications import notify, reply


def notice(tx: Tx, circle: Circle, by: Member, check_in_id: int) -> None:
    """After a harder day that the parents can read: is it one of several?"""
    child, answer = circle.child, check_ins.get(tx, check_in_id)
    if answer is None or answer.held or answer.face not in {Face.HARD, Face.SAD}:
        return
    if not circles.faces_told(tx, child.id, by.person_id):
        return
    found = level(trends.days(tx, child.id, child.zone), local(tx.now, child.zone).date())
    if found == Level.NONE:
        return
    told, told_at = trends.told(tx, child.id)
    is_news = is_new(found, told, told_at, tx.now)
    trends.keep(tx, child.id, found if is_news else max(found, told))
    if is_news:
        reply(tx, people.get(tx, by.person_id), TrendNoticed(child.id, by.person_id, found))
        notify(tx, tell(circle, by, found, tx.now))


def take_back(tx: Tx, circle: Circle) -> None:
    """The answer is taken back: what was to be said of it is not, and may be said another time."""
    waiting = [outbox.clear_card(tx, card(circle.child.id), each.person_id) for each in circle.parents]
    if any(waiting):
        trends.keep(tx, circle.child.id, Level.NONE)
