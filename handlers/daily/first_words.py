"""💬 A first sentence for tonight, one tap below the news."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import Face
from bot.domain.daily.first_words import FirstWordsShown, choose
from bot.domain.daily.ideas import RECENT
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import ask_now, first_words, news
from bot.queries.illness import illness_endings
from bot.routes import NUMBER, Route, press
from bot.services.daily.ideas import is_ill
from bot.services.notifications import reply
from bot.updates import ButtonPress

LATELY = timedelta(hours=36)  # what an answer speaks of tonight, and no later evening


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """💬 below one piece of news: for that child, as things stand now."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.WRITE_TO_CHILD)
    if mine is None:
        return ButtonOutdated()
    child = mine[0].child
    today = local(tx.now, child.zone).date()
    words = choose(child.years(today), _happened(tx, mine[0], me), today.toordinal())
    reply(tx, me, FirstWordsShown(child.id, words))
    return None


def _happened(tx: Tx, circle: Circle, me: Person) -> set[str]:
    """As far as this parent has been told of it. An illness only keeps what is said quiet, and is never named."""
    child_id, since = circle.child.id, tx.now - RECENT
    if is_ill(tx, child_id):
        return {"ill"}
    found = {"good_news"} if first_words.had_good_news(tx, child_id, me.id, since) else set()
    if first_words.had_notice(tx, child_id, me.id, since):
        found.add("notice")
    if circles.agreed(tx, circle, me.id) and illness_endings.was_better(tx, child_id, since):
        found.add("was_ill")
    return found | _of_the_day(tx, circle, me)


def _of_the_day(tx: Tx, circle: Circle, me: Person) -> set[str]:
    """The newest face and what was seen with it, while they speak of today or yesterday and may be told."""
    told = ask_now.newest_answer(tx, circle.child.id, tx.now - LATELY)
    if told is None or told.held or not circles.faces_told(tx, circle.child.id, me.id):
        return set()
    return {*news.seen(tx, told.id), *(["hard"] if told.face in {Face.HARD, Face.SAD} else [])}


routes: list[Route] = [press("first_words", show, NUMBER)]
