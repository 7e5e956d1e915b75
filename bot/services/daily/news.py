"""The news of answers: several may stand in one message, and each of them can be taken back on its own."""

from typing import Any

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.daily.check_ins import (
    AnswerTakenBack,
    CheckIn,
    CheckInAnswered,
    card_of,
    news_card,
    news_of,
    tell_asked_again,
    tell_taken_back,
)
from bot.domain.notifications import Event, Lane, dump
from bot.domain.people import Person
from bot.queries.circle import people
from bot.queries.daily import check_ins
from bot.services.notifications import forget_news, notify


def remember(tx: Tx, person_id: int, payload: dict[str, Any], message_id: int) -> None:
    """Each piece of news in a message that was sent is found there, not only the newest."""
    for each in payload["about"]:
        if each["kind"] == CheckInAnswered.__name__:
            outbox.remember_card(tx, person_id, news_card(each["check_in_id"]), message_id)


def take_back(tx: Tx, circle: Circle, by: Member, days: list[CheckIn]) -> None:
    """Unsay the answer of one tap wherever it was heard: unseen it goes, seen it is edited in place, silently."""
    told = list({each.local_date: each for each in days}.values())  # one piece of news a day
    seen: set[int] = set()
    for day in told:
        unsure = []
        for other in circle.others(by.person_id):
            message_id = outbox.card_message(tx, other.person_id, news_card(day.id))
            if forget_news(tx, other.person_id, day.id):
                continue
            if message_id is not None:
                _rewrite(tx, circle, by, people.get(tx, other.person_id), day, message_id)
                seen.add(other.person_id)
            elif other in circle.parents and day.answered_at and other.joined_at <= day.answered_at:
                unsure.append(other.person_id)
        notify(tx, tell_taken_back(circle, by, day, unsure))
    asked = {each.person_id for each in circle.askable(tx.now)} | seen
    card = card_of(circle.child.id)
    notify(
        tx, tell_asked_again(circle, by, [each for each in asked if outbox.card_message(tx, each, card) is not None])
    )


def _rewrite(tx: Tx, circle: Circle, by: Member, reader: Person, day: CheckIn, message_id: int) -> None:
    """The whole message anew: what else it says stays."""
    ids = sorted(int(name.partition(":")[2]) for name in cards.in_message(tx, reader.id, message_id, news_card("")))
    said = [_says(circle, by, found) for each in ids if (found := check_ins.get(tx, each))]
    payload = {"about": [dump(each) for each in said], "edit": message_id}
    outbox.put(
        tx,
        payload,
        chat=reader.telegram_id,
        person_id=reader.id,
        lane=Lane.ROUTINE,
        again=True,
        replaces=True,
        card=news_card(day.id),
    )
    if not reader.reachable:
        outbox.hold(tx, reader.id)


def _says(circle: Circle, by: Member, found: CheckIn) -> Event:
    if found.face is None or found.answered_by is None or found.answered_at is None:
        return AnswerTakenBack(found.id, circle.child.id, by.person_id)
    return news_of(circle, found, found.answered_by, found.face, found.answered_at)
