"""What teachers have said in an illness, and how they hear what became of it."""

from bot.db.transaction import Tx
from bot.domain.illness.illnesses import Illness
from bot.domain.school.school_illness import tell_news
from bot.queries.school import school_illness, school_words, schools
from bot.services.notifications import notify


def tell_school(tx: Tx, illness: Illness, news: str) -> None:
    """Everybody who teaches now in a class that has spoken in the thread, while the child is in it."""
    for word in school_illness.reports(tx, illness.id):
        for teacher in schools.teachers(tx, word.class_id):
            if school_words.pupil(tx, word.class_id, word.child_id, teacher):
                notify(tx, tell_news(word, news, teacher))
