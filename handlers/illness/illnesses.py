"""🤒: the danger card at once, then what it is; seen, calling, how it goes on, the all-clear."""

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import (
    CallTaken,
    EmergencyShown,
    NewerAlert,
    NobodyIll,
    danger_card,
    tell_calling,
    tell_changed,
    tell_seen,
    tell_unseen,
)
from bot.domain.illness.illnesses import (
    CALL,
    CALL_LASTS,
    REPEAT_AFTER,
    WHATS,
    Happening,
    Illness,
    IllnessState,
    has_answered,
    present,
)
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.queries.illness.illnesses import is_kept_home
from bot.queries.school.school_illness import has_spoken
from bot.routes import NUMBER, Route, message, press
from bot.services.illness import unnamed
from bot.services.illness.danger_signs import show_with_signs
from bot.services.illness.danger_words import tell_danger
from bot.services.illness.illness_alerts import ask_anew, note_spoken, raise_alert, show_cards, tell_beyond, told_now
from bot.services.illness.illness_endings import may_undo, take_back
from bot.services.illness.illness_threads import begin_thread, has_told, thread_for, twins
from bot.services.notifications import notify, reply
from bot.services.school.school_illness_news import tell_school
from bot.updates import ButtonPress, IncomingMessage


def emergency(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """☂️ → emergency, for anybody, before consent too."""
    show_with_signs(tx, me, EmergencyShown(), edit=pressed.message_id)


def ill(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """🤒 on the keyboard below the chat; who looks after no child sees the danger card all the same."""
    mine = [circle for circle, _member in circles.of_person(tx, me.id, Action.REPORT_ILLNESS)]
    if len(mine) == 1:
        begin_thread(tx, me, mine[0])
    elif not mine:
        show_with_signs(tx, me, EmergencyShown())
    else:
        unnamed.ask_who(tx, me, mine)


def ill_child(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🤒 for one child."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.REPORT_ILLNESS)
    if mine is None:
        return ButtonOutdated()
    said = unnamed.take_said(tx, me)
    for each in said:
        tell_danger(tx, me, mine[0], each)
    if not said:
        begin_thread(tx, me, mine[0])
    unnamed.let_go(tx, me)
    return None


def ill_nobody(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ below the question which child is ill: what was begun for each of them is taken back."""
    taken_back = unnamed.take_back_all(tx, me)
    if not taken_back:
        return ButtonOutdated()
    unnamed.take_said(tx, me)
    told = any(each.state == IllnessState.OPEN for each in taken_back)
    reply(tx, me, NobodyIll(told), edit=pressed.message_id)
    return None


def choose(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🌡 🤢 😮‍💨 🤕 ❓: the alert leaves with the first one; a further one is added to it."""
    what = pressed.args[1]
    held = thread_for(tx, me, pressed.number())
    if held is None or not held[2].may(Action.REPORT_ILLNESS) or held[0].is_plain != (what == CALL):
        return ButtonOutdated()
    found, circle, _by = held
    if what != CALL and not circles.health_notes(tx, circle.child.id, me.id):
        return ButtonOutdated()
    cards.remember(tx, me.id, danger_card(found.id), pressed.message_id or 0)
    _say(tx, me, *held, what)
    for twin in twins(tx, me, circle):
        _say(tx, me, *twin, CALL if twin[0].is_plain else what)
    return None


def _say(tx: Tx, me: Person, found: Illness, circle: Circle, by: Member, what: str) -> None:
    kept_home = is_kept_home(tx, circle, found)
    new = illnesses.add_what(tx, found, what)
    if new or kept_home or found.state == IllnessState.DRAFT:
        has_told(tx, me, found)
    if found.state == IllnessState.DRAFT:
        raise_alert(tx, found)
    elif kept_home:
        tell_beyond(tx, circle, found, me.id)
    elif new:
        _add_sign(tx, me, circle, found, what)
    note_spoken(tx, circle, found, by)


def _add_sign(tx: Tx, me: Person, circle: Circle, illness: Illness, what: str) -> None:
    """While all are being asked the alert changes where it stands; after that it is an alert of its own."""
    told = told_now(tx, circle, illness)
    if illness.is_at_rest:
        illnesses.note(tx, illness.id, me.id, Happening.SIGN, {"what": what})
        ask_anew(tx, circle, illness, present(circle, illness, told, me.id))
    else:
        notify(tx, tell_changed(illness, told))
    show_cards(tx, illness)


def undo(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️: before the alert nothing is sent, for ten minutes after it everybody reads that it was a mistake."""
    held = thread_for(tx, me, pressed.number())
    if held is None:
        return ButtonOutdated()
    found, circle, _by = held
    if not may_undo(tx, me, found):
        return ButtonOutdated()
    cards.remember(tx, me.id, danger_card(found.id), pressed.message_id or 0)
    take_back(tx, found, circle)
    for twin, other, _place in twins(tx, me, circle):
        if may_undo(tx, me, twin):
            take_back(tx, twin, other)
    return None


def seen(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙏: the escalation stops, and at home they know who has seen it."""
    held = _alerted(tx, me, pressed)
    if held is None:
        return ButtonOutdated()
    found, circle, by = held
    if _is_of_older(tx, pressed, found):
        return NewerAlert(found.id)
    if not illnesses.has_seen(tx, found.id, me.id):
        illnesses.note(tx, found.id, me.id, Happening.SEEN)
        illnesses.change(tx, found.id, IllnessState.OPEN, seen_at=found.seen_at or tx.now, escalate_at=None)
        notify(tx, tell_seen(circle, found, by, told_now(tx, circle, found), tx.now))
        note_spoken(tx, circle, found, by)
        if found.seen_at is None:
            tell_school(tx, found, "seen")
    return PressNoted()  # also where the card says it already


def unseen(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙏 taken back: where nobody else has seen it, everybody is asked on."""
    held = _alerted(tx, me, pressed)
    if held is None or not illnesses.unsee(tx, held[0].id, me.id):
        return ButtonOutdated()
    found, circle, by = held
    if found.caller_id is None and not has_answered(illnesses.events(tx, found.id)):
        illnesses.change(tx, found.id, IllnessState.OPEN, seen_at=None, escalate_at=tx.now + REPEAT_AFTER)
    notify(tx, tell_unseen(circle, found, by, told_now(tx, circle, found), tx.now))
    return None


def calling(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🤙: one adult calls; a second one hears who does."""
    held = _alerted(tx, me, pressed)
    if held is None:
        return ButtonOutdated()
    found, circle, by = held
    if _is_of_older(tx, pressed, found):
        return NewerAlert(found.id)
    if found.caller_id is not None:
        return None if found.caller_id == me.id else CallTaken(found.id, found.caller_id)
    illnesses.note(tx, found.id, me.id, Happening.CALLING)
    illnesses.change(tx, found.id, IllnessState.OPEN, caller_id=me.id, call_until=tx.now + CALL_LASTS, escalate_at=None)
    notify(tx, tell_calling(circle, found, by, told_now(tx, circle, found), tx.now))
    note_spoken(tx, circle, found, by)
    tell_school(tx, found, "calling")
    return None


def talked(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ after 🤙: the call has taken place."""
    held = _alerted(tx, me, pressed)
    if held is not None and _is_of_older(tx, pressed, held[0]):
        return NewerAlert(held[0].id)
    if held is None or held[0].caller_id != me.id:
        return ButtonOutdated()
    found, circle, by = held
    illnesses.note(tx, found.id, me.id, Happening.CALLED)
    illnesses.change(
        tx,
        found.id,
        IllnessState.OPEN,
        caller_id=None,
        call_until=None,
        seen_at=found.seen_at or tx.now,
        escalate_at=None,
    )
    notify(tx, tell_changed(found, told_now(tx, circle, found)))
    note_spoken(tx, circle, found, by)
    return None


def _alerted(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Illness, Circle, Member] | None:
    """The same, for those who were alerted and are asked to act."""
    held = thread_for(tx, me, pressed.number())
    if held is None or me.id not in illnesses.told(tx, held[0].id):
        return None
    asked = Action.ANSWER_SCHOOL if has_spoken(tx, held[0].id) else Action.ANSWER_ILLNESS
    return held if held[2].may(asked) else None


def _is_of_older(tx: Tx, pressed: ButtonPress, illness: Illness) -> bool:
    """Whether the button stands below something older than what everybody has been asked since."""
    return len(pressed.args) > 1 and pressed.number(1) < illnesses.asking(tx, illness.id)


_ASKING = rf"{NUMBER}(?::{NUMBER})?"  # a thread, and which asking of everybody the button is of

routes: list[Route] = [
    press("help_emergency", emergency, newcomers=True),
    press("ill", ill_child, NUMBER),
    press("ill_nobody", ill_nobody),
    press("ill_what", choose, NUMBER, "|".join((*WHATS, CALL))),
    press("ill_undo", undo, NUMBER),
    press("ill_seen", seen, _ASKING),
    press("ill_unseen", unseen, NUMBER),
    press("ill_call", calling, _ASKING),
    press("ill_talked", talked, _ASKING),
    message(filters.Regex("^🤒"), ill),
]
