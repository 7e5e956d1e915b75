"""✏️ What a notice asks of families, for which classes it is, when it goes out, and that it goes to nobody."""

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_times import time_of
from bot.domain.school.notices import (
    Level,
    Notice,
    NoticeClassAsked,
    NoticePreviewed,
    NoticeScheduled,
    NoticesExhausted,
    NoticeState,
    NoticeWithdrawn,
    SendTimeAsked,
)
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import people
from bot.queries.school import notices, schools
from bot.queries.school import school_notices as school_rows
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts
from bot.services.school import notice_own_time as own_time
from bot.services.school.notice_choices import set_choices
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ A notice that is not sent yet; where there are several classes, they are chosen first."""
    found = _unsent(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    if not notices.classes(tx, found.id):
        reply(tx, me, NoticeClassAsked(found.id), edit=pressed.message_id)
        return None
    _show(tx, me, found, pressed)
    return None


def choose_class(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A class more, or one less."""
    found, room = _unsent(tx, me, pressed), pressed.number(1)
    school_id = found.school_id if found else None
    theirs = school_rows.classes(tx, school_id) if school_id else [each.id for each in schools.classes_of(tx, me.id)]
    if found is None or room not in theirs:
        return ButtonOutdated()
    before = notices.classes(tx, found.id)
    chosen = [each for each in before if each != room] if room in before else sorted([*before, room])
    notices.set_classes(tx, found.id, chosen)
    reply(tx, me, NoticeClassAsked(found.id), edit=pressed.message_id)
    return None


def classes(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """👥"""
    found = _unsent(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, NoticeClassAsked(found.id), edit=pressed.message_id)
    return None


def choose_level(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """How the families confirm; what is only to be read has no errand."""
    found, level = _unsent(tx, me, pressed), Level(pressed.args[1])
    if found is None:
        return ButtonOutdated()
    notices.change(tx, found.id, drafts.UNSENT, level=level, errand=found.errand and level != Level.READ)
    if level == Level.ANSWER:
        set_choices(tx, found, ())  # yes or no
    _show(tx, me, found, pressed)
    return None


def toggle_urgent(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Urgent goes through quiet hours; a teacher has few of them."""
    found = _unsent(tx, me, pressed)
    if found is None or found.state != NoticeState.DRAFT:
        return ButtonOutdated()
    if not found.urgent and drafts.urgent_used_up(tx, me):
        return NoticesExhausted(urgent=True)
    notices.change(tx, found.id, (NoticeState.DRAFT,), urgent=not found.urgent)
    _show(tx, me, found, pressed)
    return None


def toggle_errand(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙋 something to bring or do: whoever does it says so, so it cannot be just to read."""
    found = _unsent(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    level = Level.TAP if found.level == Level.READ else found.level
    notices.change(tx, found.id, drafts.UNSENT, errand=not found.errand, level=level)
    _show(tx, me, found, pressed)
    return None


def ask_time(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏰"""
    found = _unsent(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, SendTimeAsked(found.id), edit=pressed.message_id)
    return None


def schedule(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """At a time on the school's clock."""
    found = _unsent(tx, me, pressed)
    if found is None or not notices.classes(tx, found.id):
        return ButtonOutdated()
    at = time_of(pressed.number(1), tx.now, schools.clock(tx, found.class_id, me))
    if at is None:  # it is past: the choice is shown anew
        return ask_time(tx, me, pressed)
    limit = own_time.schedule(tx, me, found, at, pressed.message_id)
    return NoticesExhausted(urgent=limit == "urgent") if limit else None


def drop(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ before anybody has seen it."""
    found = _unsent(tx, me, pressed)
    if found is None or not notices.change(tx, found.id, drafts.UNSENT, state=NoticeState.WITHDRAWN):
        return ButtonOutdated()
    people.end_dialogue(tx, me.id)
    reply(tx, me, NoticeWithdrawn(found.id), edit=pressed.message_id)
    return None


def _unsent(tx: Tx, me: Person, pressed: ButtonPress) -> Notice | None:
    return drafts.unsent(tx, me, pressed.number())


def _show(tx: Tx, me: Person, notice: Notice, pressed: ButtonPress) -> None:
    about: Event = NoticeScheduled(notice.id) if notice.state == NoticeState.SCHEDULED else NoticePreviewed(notice.id)
    reply(tx, me, about, edit=pressed.message_id)


routes: list[Route] = [
    press("notice_show", show, NUMBER),
    press("notice_for", choose_class, NUMBER, NUMBER),
    press("notice_classes", classes, NUMBER),
    press("notice_level", choose_level, NUMBER, "|".join(Level)),
    press("notice_urgent", toggle_urgent, NUMBER),
    press("notice_errand", toggle_errand, NUMBER),
    press("notice_when", ask_time, NUMBER),
    press("notice_on", schedule, NUMBER, NUMBER),
    press("notice_drop", drop, NUMBER),
]
