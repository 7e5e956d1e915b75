"""Where words between a family and a school are with each of those who read them."""

from bot.db.transaction import Tx
from bot.delivery import arrivals, cards
from bot.domain.circle.circles import Circle
from bot.domain.deliveries import of_parts
from bot.domain.school.school_talks import WAITING, Talk, Thread, card_of, readers
from bot.queries.school import school_talks, talk_readers


def parts(tx: Tx, talk: Talk) -> list[Talk]:
    """All that was sent as one: an album, words cut in two, and what a teacher has sent to every line of a family."""
    return [each for twin in school_talks.twins(tx, talk) for each in school_talks.of_album(tx, twin)]


def ways(tx: Tx, circle: Circle, talk: Talk, thread: Thread) -> dict[int, str]:
    """Each reader's, of those for whom it was; of a school also who reads there since, where nobody else does."""
    found: dict[int, list[str]] = {}
    for part in parts(tx, talk):
        here = thread if part.thread_id == thread.id else school_talks.thread(tx, part.thread_id)
        if here is None:
            continue
        look, to = (
            (_itself, readers(circle, here.line))
            if talk.from_school
            else (_at_school, talk_readers.for_staff(tx, here))
        )
        for each in to:
            if each != talk.author_id:
                found.setdefault(each, []).append(look(tx, each, part))
    words = {each: of_parts(states) for each, states in found.items()}
    meant = {each: state for each, state in words.items() if state}
    return meant if meant or talk.from_school else words


def _at_school(tx: Tx, reader: int, talk: Talk) -> str:
    """The words themselves, or the list in which they stand."""
    if state := _itself(tx, reader, talk):
        return state
    listed = cards.sent_at(tx, reader, WAITING)
    if listed is not None and listed > talk.sent_at:
        return "arrived"
    return arrivals.on_its_way(tx, reader, WAITING)


def _itself(tx: Tx, reader: int, talk: Talk) -> str:
    """Every page of it."""
    count = len(talk.pages)
    return of_parts(_of_card(tx, reader, card_of(talk.id, page, count)) for page in range(count))


def _of_card(tx: Tx, reader: int, card: str) -> str:
    return arrivals.state_of(tx, reader, card) or ("lost" if arrivals.was_given_up(tx, reader, card) else "")
