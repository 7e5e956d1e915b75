"""A letter on its way: sent, handed to those it is for, taken back."""

from typing import Any

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily import letters as on_letters
from bot.domain.daily.heard import Sign
from bot.domain.daily.letter_box import at_good_time
from bot.domain.daily.letters import Letter, LetterState
from bot.domain.deliveries import FIRST_LOOK, first_look
from bot.domain.limits import LimitReached
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.daily import letters
from bot.services.daily.heard import note_heard
from bot.services.notifications import notify, reply


def send(tx: Tx, circle: Circle, by: Member, letter: Letter, *, to_home: bool = False) -> bool:
    """Send a draft on its way, in the direction of its author's role; false when it was no draft any more.

    A parent's words go to the child, or, with `to_home`, to those who look after it.
    """
    on_its_way: letters.Changes = {
        "state": LetterState.WAITING,
        "child_id": circle.child.id,
        "to_child": by.role == "parent" and not to_home,
        "sent_at": tx.now,
        "check_at": tx.now + FIRST_LOOK,
    }
    if not letters.change(tx, letter.id, [LetterState.DRAFT], **on_its_way):
        return False
    sent = letters.get(tx, letter.id) or letter
    deliver(tx, circle, sent)
    if by.role != "parent":
        readers = [each.person_id for each in letters.readers_of(tx, circle, sent)]
        note_heard(tx, circle, by, Sign.ANSWER if sent.answers_id else Sign.LETTER, readers)
    return True


def joined(tx: Tx, me: Person, media: dict[str, Any]) -> bool:
    """Whether this was a part of what the same person has just sent, and has been taken for it."""
    mine = circles.of_person(tx, me.id, Action.SEND_LETTER)
    children = [circle.child.id for circle, _me in mine]
    album = letters.in_album(tx, children, me.id, media["album"], tx.now)
    before = album[-1] if album else letters.latest(tx, children, me.id)
    if before is None or (me.voice is False and media["kind"] != "text"):
        return False
    if not album and not on_letters.belongs(before, media["kind"], media["text"], tx.now, one_child=len(mine) == 1):
        return False
    if not album and (enough := letters.too_many(tx, before.child_id, me.id)):
        reply(tx, me, LimitReached(enough))
        return True
    _add(tx, me, before, media)
    if not album and not on_letters.is_cut(before, media["kind"]):
        # What is asked, or what has become of it, stands below the newest part.
        asked = before.state == LetterState.DRAFT
        reply(tx, me, on_letters.StrayReceived(before.id) if asked else on_letters.LetterOnItsWay(before.id))
    return True


def _add(tx: Tx, me: Person, before: Letter, media: dict[str, Any]) -> None:
    media = {**media, "album": letters.tie(tx, before)}
    part = letters.draft(
        tx, before.child_id, me.id, media, to_child=before.to_child, answers_id=before.answers_id, idea_id=None
    )
    place = circles.membership(tx, before.child_id, me.id, Action.SEND_LETTER)
    if before.state in {LetterState.SENT, LetterState.WAITING} and place:
        send(tx, *place, part, to_home=place[1].role == "parent" and not before.to_child)
    elif before.state != LetterState.DRAFT:
        letters.change(tx, part.id, [LetterState.DRAFT], state=before.state, media={})


def deliver(tx: Tx, circle: Circle, letter: Letter) -> bool:
    """Hand a waiting letter to those it is for; false while there is nobody."""
    readers = letters.readers_of(tx, circle, letter)
    if not readers:
        return False
    away = all(not people.get(tx, each.person_id).reachable for each in readers)
    letters.change(
        tx,
        letter.id,
        [LetterState.WAITING],
        state=LetterState.SENT,
        check_at=first_look(letter.sent_at, tx.now),
        told="waits" if away else None,
    )
    tells = on_letters.tell_arrived(letter, readers)
    may_wait = letter.to_child and not letter.purpose  # a goodnight comes at its own hour
    notify(tx, at_good_time(circle.child, tells, tx.now) if may_wait else tells)
    return True


def take_back(tx: Tx, circle: Circle, letter: Letter) -> bool:
    """Undo a letter: what waits is dropped, what was delivered is taken away; false when it is too late for that."""
    if not letters.change(
        tx, letter.id, [LetterState.SENT, LetterState.WAITING], state=LetterState.UNDONE, check_at=None
    ):
        return False
    count = len(on_letters.pages(letter.kind, letter.text))
    for place in range(count):
        outbox.clear_card(tx, on_letters.card_of(letter.id, place, count))
    notify(tx, on_letters.tell_taken_back(letter, circle.active))
    return True
