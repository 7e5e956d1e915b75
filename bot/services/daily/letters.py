"""A letter on its way: sent, handed to those it is for, taken back."""

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.circles import Circle, Member
from bot.domain.daily import letters as on_letters
from bot.domain.daily.heard import Sign
from bot.domain.daily.letters import Letter, LetterState
from bot.queries.circle import people
from bot.queries.daily import letters
from bot.services.daily.heard import note_heard
from bot.services.notifications import notify


def send(tx: Tx, circle: Circle, by: Member, letter: Letter) -> bool:
    """Send a draft on its way, in the direction of its author's role; false when it was no draft any more."""
    on_its_way: letters.Changes = {
        "state": LetterState.WAITING,
        "child_id": circle.child.id,
        "to_child": by.role == "parent",
        "sent_at": tx.now,
        "check_at": tx.now + on_letters.FIRST_LOOK,
    }
    if not letters.change(tx, letter.id, [LetterState.DRAFT], **on_its_way):
        return False
    sent = letters.get(tx, letter.id) or letter
    deliver(tx, circle, sent)
    if not sent.to_child:
        readers = [each.person_id for each in letters.readers_of(tx, circle, sent)]
        note_heard(tx, circle, by, Sign.ANSWER if sent.answers_id else Sign.LETTER, readers)
    return True


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
        check_at=tx.now + on_letters.FIRST_LOOK,
        told="waits" if away else None,
    )
    notify(tx, on_letters.tell_arrived(letter, readers))
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
