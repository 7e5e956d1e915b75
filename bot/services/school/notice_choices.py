"""A notice's answers and its deadline; what is known at the deadline is told to who teaches."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.school.notice_choices import tell_outcome
from bot.domain.school.notice_news import tell_changed
from bot.domain.school.notices import Level, Notice, NoticeState
from bot.queries.school import notices, schools
from bot.services.notifications import notify
from bot.services.school.notice_drafts import UNSENT


def set_choices(tx: Tx, notice: Notice, choices: tuple[str, ...]) -> bool:
    """Families choose among these; none means yes or no. False once it went out."""
    body = {**notice.body, "choices": list(choices)}
    return notices.change(tx, notice.id, UNSENT, level=Level.ANSWER, body=body)


def set_deadline(tx: Tx, notice: Notice, until: datetime | None) -> bool:
    """Answers count until then; of what went out, every card follows."""
    sent = notice.state == NoticeState.SENT
    due = until if sent else None
    if not notices.change(tx, notice.id, (notice.state,), level=Level.ANSWER, answer_until=until, outcome_at=due):
        return False
    if sent:
        _follow(tx, notice.id)
    return True


def close(tx: Tx, notice: Notice) -> None:
    """The time to answer is over: cards say so, and whoever teaches sees what came of it."""
    if not notices.change(tx, notice.id, (NoticeState.SENT,), outcome_at=None):
        return
    _follow(tx, notice.id)
    rooms = notices.classes(tx, notice.id)
    own = [notice.author_id] if notice.author_id and _teaches_one(tx, notice, rooms) else []
    notify(tx, tell_outcome(notice.id, own or sorted({each for room in rooms for each in schools.teachers(tx, room)})))


def _teaches_one(tx: Tx, notice: Notice, rooms: list[int]) -> bool:
    return any(schools.my_class(tx, each, notice.author_id or 0) for each in rooms)


def _follow(tx: Tx, notice_id: int) -> None:
    notice = notices.get(tx, notice_id)
    assert notice is not None
    readers = {person for _child, person, _confirmed in notices.readers(tx, notice_id)}
    notify(tx, tell_changed(notice, sorted(readers)))
