"""📬 A letter sent once more, one that waits to be played, and the hour at which letters come."""

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.daily.letter_box import AT_ONCE, UNPLAYED, GoodHourAsked, LetterAgain, look_again, tell_unplayed
from bot.domain.daily.letters import Letter, LetterArrived, card_of, pages, tell_way
from bot.domain.people import Person
from bot.queries.daily import letter_box, letters
from bot.services.notifications import notify, reply


def send_again(tx: Tx, me: Person, letter: Letter) -> None:
    """To who has tapped for it, at once: also what still waits for its hour, which then does not come twice."""
    own = letter.author_id == me.id
    count = len(pages(letter.kind, letter.text))
    for page in range(count):
        if own:
            reply(tx, me, LetterAgain(letter.id, page))
            continue
        card = card_of(letter.id, page, count)
        outbox.clear_card(tx, card, me.id)
        reply(tx, me, LetterArrived(letter.id, page), card=card)


def goes_on_waiting(tx: Tx, circle: Circle, letter: Letter) -> bool:
    """Whether all that is left to see of an arrived letter is that it is played, which is looked at two days later."""
    if not letter.to_child or letter.purpose or letter.played_at or letter.told == UNPLAYED:
        return False
    if letters.is_answered(tx, letter.id):
        return False
    at = look_again(letter.sent_at, letter.told, tx.now)
    here = circle.member(letter.author_id) is not None
    if at is not None:
        letters.note_delivery(tx, letter.id, "arrived", at - tx.now)
        if here and letter.told != "arrived":
            notify(tx, tell_way(letter))
        return True
    letters.note_delivery(tx, letter.id, UNPLAYED, None)
    if here and not letter_box.knows_of_one(tx, letter):
        notify(tx, tell_unplayed(letter.id, letter.author_id))
    return True


def ask_good_hour(tx: Tx, me: Person, circle: Circle, member: Member) -> None:
    """Once, after the first letter that was played: until they say so, letters come as they come."""
    if member.role == Role.GUARDIAN and not circle.child.letter_hour:
        letter_box.set_hour(tx, circle.child.id, AT_ONCE)
        reply(tx, me, GoodHourAsked(circle.child.id))
