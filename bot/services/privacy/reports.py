"""What is reported, who reads it, and what a muted writer's words are."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.audit import AuditEvent
from bot.domain.daily.letters import LetterArrived
from bot.domain.daily.promises import PromiseTold
from bot.domain.notifications import Event
from bot.domain.operators.answering import answerers, card_of, tell_changed
from bot.domain.privacy.reports import ReportOutcome, tell_outcome
from bot.domain.school.notice_albums import NoticeAlbum
from bot.domain.school.notice_withdrawing import NoticeCleared
from bot.domain.school.notices import NoticeCorrected, NoticePart, NoticeReminded, NoticeSent
from bot.domain.school.school_talks import TalkToFamily
from bot.domain.school.school_words import WordKind, WordNoteSent, WordSent, WordTakenBack
from bot.queries import audit
from bot.queries.operators import operators
from bot.queries.privacy import reportable, reports
from bot.queries.school import notices, school_words
from bot.services.notifications import notify

# The notifications that carry what somebody wrote: the kind of thing, and where its number stands.
_CARRIES: dict[type[Event], tuple[str, str]] = {
    LetterArrived: ("letter", "letter_id"),
    NoticeSent: ("notice", "notice_id"),
    NoticePart: ("notice", "notice_id"),
    NoticeAlbum: ("notice", "notice_id"),
    NoticeReminded: ("notice", "notice_id"),
    NoticeCorrected: ("notice", "notice_id"),
    NoticeCleared: ("notice", "notice_id"),
    WordSent: ("word", "word_id"),
    WordTakenBack: ("word", "word_id"),
    WordNoteSent: ("word", "word_id"),
    TalkToFamily: ("talk", "talk_id"),
    PromiseTold: ("promise", "promise_id"),
}


def add(tx: Tx, reporter: int, written: reportable.Written) -> int:
    """Report a thing; one that was reported already is not reported twice."""
    payload = {"what": written.what, "id": written.id, "child_id": written.child_id, **written.content}
    for each in reports.open_of(tx, reporter):
        if (each.payload["what"], each.payload["id"]) == (written.what, written.id):
            return each.id
    number = reports.add(tx, reporter, written.author_id, payload)
    audit.note(tx, AuditEvent.REPORTED, reporter, child_id=written.child_id, entity=audit.REPORT, entity_id=number)
    return number


def read_by_operator(tx: Tx, report_id: int) -> reports.Report | None:
    """One report with its words, for whoever runs the bot; each reading is written down."""
    found = reports.get(tx, report_id)
    if found is not None:
        child_id = found.payload["child_id"]
        audit.note(tx, AuditEvent.READ_BY_OPERATOR, None, child_id=child_id, entity=audit.REPORT, entity_id=found.id)
    return found


def close(tx: Tx, report_id: int, outcome: ReportOutcome) -> bool:
    """End one with what became of it, which its reporter is told; false where nothing waits under this number."""
    found = reports.close(tx, report_id, outcome)
    if found is None:
        return False
    notify(tx, tell_outcome(found.person_id, outcome))
    tell_operators(tx, report_id)
    return True


def take_back(tx: Tx, reporter: int, report_id: int) -> bool:
    """Forget one, for ten minutes; whether it could be."""
    gone = reports.take_back(tx, reporter, report_id)
    if gone:
        tell_operators(tx, report_id)
    return gone


def tell_operators(tx: Tx, report_id: int) -> None:
    """Its words do not stay in any operator's chat."""
    shown = [each for each in answerers(operators.every(tx)) if cards.message_of(tx, each, card_of(report_id))]
    notify(tx, tell_changed(report_id, shown))


def is_muted(tx: Tx, reader: int, about: Event) -> bool:
    """Whether it carries what a muted writer wrote; what is urgent, an absence and illness always come."""
    carries = _CARRIES.get(type(about))
    authors = {author for author, _child in reports.muted_by(tx, reader)} if carries else set()
    if carries is None or not authors:
        return False
    what, number = carries[0], int(getattr(about, carries[1]))
    found = reportable.of(tx, reader, what, number)
    return found is not None and found.author_id in authors and not _always_comes(tx, what, number)


def _always_comes(tx: Tx, what: str, number: int) -> bool:
    notice = notices.get(tx, number) if what == "notice" else None
    word = school_words.get(tx, number) if what == "word" else None
    return bool((notice and notice.urgent) or (word and word.what in {WordKind.ILL, WordKind.ABSENT}))
