"""How it ends: better, at any time; seen by a doctor and resting; asked about no more. ↩️ and ❤️ for each."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import ThanksNoted, tell_thanks
from bot.domain.illness.illness_alerts import NewerAlert
from bot.domain.illness.illness_endings import IllnessGoesOn
from bot.domain.illness.illness_follow_up import FollowUpReceived, question_card
from bot.domain.illness.illnesses import Happening, IllnessState, Outcome
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.illness import illness_endings as rows
from bot.queries.illness import illnesses
from bot.routes import NUMBER, Route, press
from bot.services.illness.illness_endings import can_be_cleared, close_each, reopen_each, show_heart
from bot.services.illness.illness_threads import Thread, thread_for
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def better(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🌤 on the card, and wherever it was ended without an all-clear."""
    held = _at_home(tx, me, pressed)
    if held is None or not can_be_cleared(tx, held[0]):
        return ButtonOutdated()
    close_each(tx, me, held, Outcome.BETTER)
    reply(tx, me, FollowUpReceived(held[0].id, Happening.BETTER))
    return None


def rest(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🩺 once more, below the thanks for the first: the child rests, and is asked about no more."""
    held = _at_home(tx, me, pressed)
    if held is None or held[0].is_plain or not circles.health_notes(tx, held[0].child_id, me.id):
        return ButtonOutdated()
    return _end(tx, me, pressed, held, Outcome.DOCTOR, Happening.RESTING)


def stop(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """⏹ I'll stop following here."""
    held = _at_home(tx, me, pressed)
    return _end(tx, me, pressed, held, Outcome.STOPPED, Happening.STOPPED) if held else ButtonOutdated()


def _end(tx: Tx, me: Person, pressed: ButtonPress, held: Thread, outcome: Outcome, said: Happening) -> Event | None:
    if held[0].state != IllnessState.OPEN:
        return ButtonOutdated()
    if pressed.number(1) < illnesses.asking(tx, held[0].id):  # worse, or another sign, since that was shown
        return NewerAlert(held[0].id)
    if cards.message_of(tx, me.id, question_card(held[0].id)) == pressed.message_id:
        cards.forget(tx, me.id, question_card(held[0].id))  # the thanks stand there now
    close_each(tx, me, held, outcome)
    reply(tx, me, FollowUpReceived(held[0].id, said), edit=pressed.message_id)
    return None


def reopen(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ below the thanks."""
    held = _at_home(tx, me, pressed)
    if held is None or not reopen_each(tx, me, held):
        return ButtonOutdated()
    reply(tx, me, IllnessGoesOn(held[0].id), edit=pressed.message_id)
    return None


def thank(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❤️ to who has said how it ended."""
    ended = _ended(tx, me, pressed)
    if ended is None:
        return ButtonOutdated()
    circle, by, to = ended
    if not rows.has_thanked(tx, pressed.number(), me.id):
        illnesses.note(tx, pressed.number(), me.id, Happening.THANKED)
        notify(tx, tell_thanks(circle, by, to))
        show_heart(tx, me, pressed.number())
    return ThanksNoted(circle.child.id, to)


def unthank(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❤️ taken away again."""
    if _ended(tx, me, pressed) is None or not rows.unthank(tx, pressed.number(), me.id):
        return ButtonOutdated()
    show_heart(tx, me, pressed.number())
    return None


def _at_home(tx: Tx, me: Person, pressed: ButtonPress) -> Thread | None:
    held = thread_for(tx, me, pressed.number(), ended=True)
    return held if held and held[2].may(Action.REPORT_ILLNESS) else None


def _ended(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Circle, Member, int] | None:
    """The circle of a thread that is over, my place in it, and who of the others ended it."""
    illness, end = illnesses.get(tx, pressed.number()), rows.end(tx, pressed.number())
    mine = circles.membership(tx, illness.child_id, me.id, Action.THANK) if illness else None
    if illness is None or mine is None or end is None or illness.is_running or end.person_id in {None, me.id}:
        return None
    to = mine[0].member(end.person_id or 0)
    return (*mine, to.person_id) if to else None


routes: list[Route] = [
    press("ill_better", better, NUMBER),
    press("ill_rest", rest, NUMBER, NUMBER),
    press("ill_stop", stop, NUMBER, NUMBER),
    press("ill_reopen", reopen, NUMBER),
    press("ill_thank", thank, NUMBER),
    press("ill_unthank", unthank, NUMBER),
]
