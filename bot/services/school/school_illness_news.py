"""What teachers have said in an illness, and how they hear what became of it."""

from sqlalchemy import select

from bot.db.tables import school_word
from bot.db.transaction import Tx
from bot.domain.illness.illnesses import Illness
from bot.domain.school.school_illness import SAID, tell_news
from bot.domain.school.school_words import Word
from bot.queries.illness import illnesses
from bot.queries.school import school_words, schools
from bot.services.notifications import notify


def reports(tx: Tx, illness_id: int) -> list[Word]:
    """What teachers have said in a thread, the oldest first."""
    mine = school_word.c.illness_id == illness_id, school_word.c.state == "sent"
    rows = tx.all(select(school_word.c.id).where(*mine).order_by(school_word.c.id))
    found = (school_words.get(tx, row.id) for row in rows)
    return [each for each in found if each]


def is_alone(tx: Tx, thread: Illness) -> bool:
    """Whether nobody but one teacher has said anything about how the child is."""
    said = illnesses.events(tx, thread.id, SAID, "told", "same", "worse", "doctor")
    return len(said) == 1 and said[0].what == SAID


def has_spoken(tx: Tx, illness_id: int) -> bool:
    """Whether a teacher has said anything in a thread."""
    return bool(illnesses.events(tx, illness_id, SAID))


def tell_school(tx: Tx, found: Illness, news: str) -> None:
    """Whoever teaches now in a class that has spoken in the thread, while the child is in it."""
    for word in reports(tx, found.id):
        teacher = schools.teaches(tx, word.class_id)
        if teacher is not None and school_words.pupil(tx, word.class_id, word.child_id, teacher):
            notify(tx, tell_news(word, news, teacher))
