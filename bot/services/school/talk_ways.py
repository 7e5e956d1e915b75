"""Words between a family and a school, looked after until somebody has them."""

from dataclasses import replace

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.delivery.outbox import Row
from bot.domain.circle.circles import Circle
from bot.domain.deliveries import LOOK_AGAIN
from bot.domain.notifications import Lane, Notification
from bot.domain.school.school_talks import WAITING, Talk, TalkGone, TalksWaiting, Thread, receipt_of
from bot.domain.school.talk_ways import TalkLost, is_news, look_after, tell_lost, tell_way, told
from bot.queries.circle import circles, people
from bot.queries.school import school_talks as rows
from bot.queries.school import schools, talk_readers, talk_ways
from bot.services.notifications import notify, reply


def follow(tx: Tx, talk: Talk, thread: Thread) -> None:
    """Look where it is now, and let its author's card say so; nothing moves while nothing is shared."""
    circle = circles.get(tx, thread.child_id)
    assert circle is not None
    if circle.child.sharing_stopped:
        rows.note_way(tx, talk.id, talk.told, LOOK_AGAIN)
        return
    if talk.seen_by or talk_readers.is_answered(tx, talk, thread):  # its author's card has said so
        rows.note_way(tx, talk.id, talk.told, None)
        return
    ways = talk_ways.ways(tx, circle, talk, thread)
    if not any(ways.values()):  # who reads for the school now came later
        notify(tx, [Notification(each, TalksWaiting(), Lane.NOTICE, WAITING, written=True) for each in ways])
        ways = dict.fromkeys(ways, "coming")
    known = told(ways)
    rows.note_way(tx, talk.id, known, look_after(ways, talk, tx.now))
    if known == (talk.told or "0 coming") or not _is_here(tx, circle, talk, thread):
        return
    parts = talk_ways.parts(tx, talk)
    others = [talk, *(each for each in parts if each.id != talk.id)]
    notify(tx, tell_way(parts[0]))
    if is_news(replace(talk, told=known), others):
        notify(tx, tell_lost(parts[0]))


def shown(tx: Tx, row: Row, message_id: int) -> None:
    """That something is lost has become this message: it is the receipt now, and the one before it goes."""
    for each in row.payload["events"] if row.person_id is not None else []:
        if each["kind"] != TalkLost.__name__:
            continue
        me, card = people.get(tx, row.person_id or 0), receipt_of(each["talk_id"])
        before = cards.message_of(tx, me.id, card)
        if before is not None and before != message_id:
            reply(tx, me, TalkGone(each["talk_id"]), edit=before)
        cards.remember(tx, me.id, card, message_id)


def _is_here(tx: Tx, circle: Circle, talk: Talk, thread: Thread) -> bool:
    """Whether its author has still a part in it."""
    if not talk.from_school:
        return circle.member(talk.author_id) is not None
    room = schools.class_room_of(tx, thread.class_id)
    return room is not None and schools.works_at(tx, talk.author_id, room.school_id) is not None
