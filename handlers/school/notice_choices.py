"""🗳 What families can answer, and ⏳ until when."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.notice_choices import CHOOSING, ChoicesAsked, DeadlineAsked, Wrong, choices_in, deadline
from bot.domain.school.notices import (
    ConfirmationsShown,
    Notice,
    NoticePreviewed,
    NoticeScheduled,
    NoticeState,
)
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import people
from bot.queries.school import schools
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.notifications import reply
from bot.services.school import notice_drafts as drafts
from bot.services.school.notice_choices import set_choices, set_deadline
from bot.updates import ButtonPress, IncomingMessage


def ask(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✏️ answers of her own; the next text holds them."""
    found = drafts.unsent(tx, me, pressed.number())
    if found is None:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, CHOOSING, {"notice": found.id})
    reply(tx, me, ChoicesAsked(found.id))
    return None


def take(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The answers, a line each; what is no choice is asked for again, kindly."""
    _state, data = people.dialogue_of(tx, me.id) or ("", {})
    found = drafts.unsent(tx, me, data.get("notice", 0))
    if found is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, HomeShown())
        return
    chosen = choices_in(said.text) if said.kind == "text" else Wrong.FEW
    if isinstance(chosen, Wrong):
        reply(tx, me, ChoicesAsked(found.id, wrong=chosen))
        return
    set_choices(tx, found, chosen)
    drafts.go_on(tx, me, found.id)
    reply(tx, me, _card(found))


def ask_day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏳ also for what went out: more time, or less."""
    found = _open(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, DeadlineAsked(found.id), edit=pressed.message_id)
    return None


def ask_hour(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Of the day that was tapped."""
    found = _open(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    reply(tx, me, DeadlineAsked(found.id, pressed.number(1)), edit=pressed.message_id)
    return None


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Until then; where that has passed meanwhile, days are offered anew."""
    found = _open(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    leaves = found.send_at or tx.now
    until = deadline(pressed.number(1), max(leaves, tx.now), schools.clock(tx, found.class_id, me))
    if until is None:
        reply(tx, me, DeadlineAsked(found.id, passed=True), edit=pressed.message_id)
        return None
    _set(tx, me, pressed, found, until)
    return None


def no_deadline(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Open for as long as it is kept."""
    found = _open(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    _set(tx, me, pressed, found, None)
    return None


def _set(tx: Tx, me: Person, pressed: ButtonPress, found: Notice, until: datetime | None) -> None:
    set_deadline(tx, found, until)
    reply(tx, me, _card(found), edit=pressed.message_id)


def _open(tx: Tx, me: Person, pressed: ButtonPress) -> Notice | None:
    """A question of this teacher that was not taken back."""
    found = drafts.mine(tx, me, pressed.number())
    return found if found is not None and found.state != NoticeState.WITHDRAWN else None


def _card(found: Notice) -> Event:
    cards: dict[NoticeState, Event] = {
        NoticeState.SENT: ConfirmationsShown(found.id),
        NoticeState.SCHEDULED: NoticeScheduled(found.id),
    }
    return cards.get(found.state, NoticePreviewed(found.id))


routes: list[Route] = [
    press("notice_own", ask, NUMBER),
    press("notice_until", ask_day, NUMBER),
    press("notice_until_day", ask_hour, NUMBER, NUMBER),
    press("notice_until_at", choose, NUMBER, NUMBER),
    press("notice_until_off", no_deadline, NUMBER),
    message(TYPED, take, state=CHOOSING),
]
