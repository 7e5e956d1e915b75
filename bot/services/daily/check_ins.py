"""One answer of a guardian, from whichever way it came: credited to its days and told, or taken back.

Several pieces of news may stand in one message, and each of them can be taken back on its own.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.db.transaction import Tx
from bot.delivery import cards, company, outbox
from bot.delivery.payloads import Payload
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import (
    AnswerReceived,
    AnswerTakenBack,
    CheckIn,
    CheckInAnswered,
    CheckInAsked,
    CheckInState,
    Face,
    answered_with,
    face_in_words,
    kind_hour,
    news_card,
    news_of,
    tell_answered,
    tell_asked_again,
    tell_taken_back,
    who_was_asked,
)
from bot.domain.daily.heard import Sign, tell_heard_again
from bot.domain.daily.held_reports import CHOICE, Held, waits_for_choice
from bot.domain.daily.news import next_way
from bot.domain.daily.one_card import CARD, answered_card
from bot.domain.daily.rhythm import DAILY, learned
from bot.domain.local_time import local
from bot.domain.notifications import Event, Lane, Notification, dump
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.daily import check_ins, escalation, heard, held_reports, news, one_card
from bot.queries.illness import illnesses
from bot.services.daily import held_reports as on_held_reports
from bot.services.daily import look_ins, trends
from bot.services.daily.heard import note_heard
from bot.services.notifications import forget_news, notify, reply

Said = tuple[Circle, Member, CheckIn, Face]  # of a child, by whom, until which of its days, and how it is


def allowed(tx: Tx, child_id: int, person_id: int, face: Face) -> bool:
    """Faces are notes about health: without consent, or where a teenager keeps them, an old card's is not passed on."""
    return face in {Face.USUAL, Face.CALL} or circles.faces_told(tx, child_id, person_id)


def in_words(tx: Tx, person_id: int, said: str) -> list[Said]:
    """What a yes or a number means for each child on the card of this person; nothing where it is none."""
    return [
        (circle, me, days[-1], face)
        for circle, days in one_card.children(tx, person_id)
        if (face := face_in_words(said, health_notes=circles.faces_told(tx, circle.child.id, person_id)))
        and (me := circle.member(person_id))
    ]


class _Settled(NamedTuple):
    circle: Circle
    by: Member
    newest: CheckIn
    face: Face
    told: tuple[int, ...]


def credit(tx: Tx, said: Sequence[Said]) -> bool:
    """What one tap says of one child or several; false when nothing of it was open any more."""
    tap = str(said[0][0].child.id)  # what is joined under one name is one message
    way = next_way([news.ways_told(tx, circle.child.id) for circle, *_rest in said])
    settled = [found for each in said if (found := _settle(tx, *each, tap=tap, way=way))]
    if settled:
        _thank(tx, settled)
        _show_to_others(tx, settled)
        for each in settled:
            trends.notice(tx, each.circle, each.by, each.newest.id)
    return bool(settled)


def _settle(tx: Tx, circle: Circle, by: Member, until: CheckIn, face: Face, *, tap: str, way: int) -> _Settled | None:
    """Answer the day `until`, and with it every earlier open one, and tell it once."""
    child_id = circle.child.id
    days = answered_with(check_ins.open_days(tx, child_id), until)
    newest = next((each for each in reversed(days) if check_ins.answer(tx, each.id, by.person_id, face, way)), None)
    if newest is None:
        return None
    newest = replace(newest, way=way)
    before = [*check_ins.long_open_days(tx, child_id), *(each for each in days if each is not newest)]
    earlier = [each for each in before if check_ins.answer_together(tx, each.id, by.person_id)]
    told = escalation.end(tx, child_id)
    look_ins.over(tx, circle, told)
    note_heard(tx, circle, by, Sign.FACE)
    if waits_for_choice(circle, face, ill=illnesses.running(tx, child_id) is not None):
        held_reports.keep(tx, newest.id, Held.OPEN, tx.now + CHOICE)
        notify(tx, tell_heard_again(circle, by, told, {each.person_id for each in circle.parents}, tx.now))
    else:
        since = on_held_reports.since(tx, newest, (earlier or [newest])[0])
        notify(tx, tell_answered(circle, by, newest, face, tx.now, told, since, tap))
    return _Settled(circle, by, newest, face, told)


def _thank(tx: Tx, settled: Sequence[_Settled]) -> None:
    """Thanks on the card that was tapped; a question that was still to come, of a day not answered with it, comes."""
    circle, by, newest, face, _told = settled[-1]
    me = people.get(tx, by.person_id)
    others = tuple(each.newest.id for each in settled[:-1])
    waited = outbox.clear_card(tx, CARD, me.id)
    card = cards.message_of(tx, me.id, CARD)
    if card is not None:
        cards.remember(tx, me.id, answered_card(newest.id), card)
    offer = _learned(tx, circle) if len(settled) == 1 and by.may(Action.SET_TIMES) else ""
    thanks = AnswerReceived(circle.child.id, newest.id, face, me.id, others, offer)
    reply(tx, me, thanks, edit=card, card=None if card else CARD)
    still = one_card.children(tx, me.id) if waited else []
    if still:
        _ask(tx, still[-1][0], me.id)


def _learned(tx: Tx, circle: Circle) -> str:
    """The weekdays on which answers come, where they have not been offered and home is asked on others too."""
    child = circle.child
    days = [local(each, child.zone).date() for each in heard.heard_instants(tx, child.id)]
    found = learned(days, local(tx.now, child.zone).date())
    if child.rhythm != DAILY or not found or found == child.offered_rhythm:
        return ""
    circles.offer_rhythm(tx, child.id, found)
    return found


def _show_to_others(tx: Tx, settled: Sequence[_Settled]) -> None:
    """Who has seen the question sees that it is answered; who has not is asked about what is left, if anything is."""
    for circle, by, newest, face, told in settled:
        for person in who_was_asked(circle, by, tx.now, told):
            if not outbox.clear_card(tx, CARD, person):
                about = AnswerReceived(circle.child.id, newest.id, face, by.person_id)
                notify(tx, [Notification(person, about, Lane.REPLY, card=CARD, edits_card=True)])
            elif left := one_card.children(tx, person):
                _ask(tx, left[-1][0], person)


def _ask(tx: Tx, circle: Circle, person_id: int) -> None:
    about, at = CheckInAsked(circle.child.id), kind_hour(tx.now, circle.child.zone)
    notify(tx, [Notification(person_id, about, Lane.ROUTINE, card=CARD, not_before=at)])


def remember_news(tx: Tx, person_id: int, payload: Payload, message_id: int) -> None:
    """Each piece of news in a message that was sent is found there, not only the newest."""
    for each in payload["events"]:
        if each["kind"] == CheckInAnswered.__name__:
            cards.remember(tx, person_id, news_card(each["check_in_id"]), message_id)


def take_back(tx: Tx, circle: Circle, by: Member, days: list[CheckIn]) -> None:
    """Unsay the answer of one tap wherever it was heard: unseen it goes, seen it is edited in place, silently."""
    seen: set[int] = set()
    trends.take_back(tx, circle)
    for day in [each for each in days if each.state == CheckInState.ANSWERED]:  # the others were never told
        if day.held:
            on_held_reports.take_back(tx, circle, by, day)
            continue
        unsure = []
        for other in circle.others(by.person_id):
            message_id = cards.message_of(tx, other.person_id, news_card(day.id))
            if forget_news(tx, other.person_id, day.id):
                continue
            if message_id is not None:
                _rewrite(tx, by, people.get(tx, other.person_id), day, message_id)
                seen.add(other.person_id)
            elif other in circle.parents and day.answered_at and other.joined_at <= day.answered_at:
                unsure.append(other.person_id)
        notify(tx, tell_taken_back(circle, by, day, unsure))
    asked = {each.person_id for each in circle.askable(tx.now)} | seen
    notify(tx, tell_asked_again(circle, by, [each for each in asked if cards.message_of(tx, each, CARD) is not None]))


def show_seen(tx: Tx, circle: Circle, by: Member, day: CheckIn) -> None:
    """What was seen comes onto the news wherever it is read already, silently; news that waits says it by itself."""
    name = news_card(day.id)
    for other in circle.others(by.person_id):
        message_id = cards.message_of(tx, other.person_id, name)
        if message_id is not None and outbox.pending_card(tx, other.person_id, name) is None:
            _rewrite(tx, by, people.get(tx, other.person_id), day, message_id)


def mark_thanked(tx: Tx, by: Member, check_in_id: int) -> None:
    """The heart is seen on the news that it answers, and can be sent no second time."""
    check_in = check_ins.get(tx, check_in_id)
    message_id = cards.message_of(tx, by.person_id, news_card(check_in_id))
    if check_in is not None and message_id is not None:
        _rewrite(tx, by, people.get(tx, by.person_id), check_in, message_id, Lane.REPLY)


def _rewrite(tx: Tx, by: Member, reader: Person, day: CheckIn, message_id: int, lane: Lane = Lane.ROUTINE) -> None:
    """The whole message anew: what else it says stays."""
    ids = sorted(int(name.partition(":")[2]) for name in cards.in_message(tx, reader.id, message_id, news_card("")))
    news = {each: dump(_says(tx, by, check_in)) for each in ids if (check_in := check_ins.get(tx, each))}
    whole, wanted_at = company.said_in(tx, reader.id, message_id)
    events = [news.pop(each.get("check_in_id", 0), each) for each in whole]
    payload: Payload = {"events": [*events, *news.values()], "edit": message_id}
    if wanted_at is not None and reader.asleep_until(wanted_at):
        payload["morning"] = True
    outbox.put(
        tx,
        payload,
        chat=reader.telegram_id,
        person_id=reader.id,
        lane=lane,
        retry_if_unknown=True,
        edits_card=True,
        card=news_card(day.id),
    )
    if not reader.reachable:
        outbox.hold(tx, reader.id)


def _says(tx: Tx, by: Member, check_in: CheckIn) -> Event:
    """In one message may stand news of several children."""
    circle = circles.get(tx, check_in.child_id)
    if circle is None or check_in.face is None or check_in.answered_by is None or check_in.answered_at is None:
        return AnswerTakenBack(check_in.id, check_in.child_id, by.person_id)
    since = on_held_reports.since(tx, check_in, check_ins.same_tap(tx, check_in)[0])
    return news_of(circle, check_in, check_in.answered_by, check_in.face, check_in.answered_at, since)
