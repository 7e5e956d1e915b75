"""✉️ What a teacher has typed was the answer to a family that waits, and no notice: it goes there, and nowhere else."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_drafts import may_answer, parts_of
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import people
from bot.queries.school import school_talks, talk_readers
from bot.routes import NUMBER, Route, press
from bot.services.school import notice_drafts as drafts
from bot.services.school import talk_directions
from bot.updates import ButtonPress


def send(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """To this family alone; where it cannot go there, what was written stays a draft."""
    found, thread = drafts.unsent(tx, me, pressed.number()), school_talks.thread(tx, pressed.number(1))
    if found is None or thread is None or not may_answer(found):
        return ButtonOutdated()
    if not talk_readers.for_school(tx, thread, me.id):
        return ButtonOutdated()
    if talk_directions.answer_with(tx, me, thread, parts_of(found.text, found.media), pressed.message_id):
        drafts.leave(tx, me, found.id)
        people.end_dialogue(tx, me.id)
    return None


routes: list[Route] = [press("notice_family", send, NUMBER, NUMBER)]
