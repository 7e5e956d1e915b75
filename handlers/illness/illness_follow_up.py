"""How it goes on: the answers to the follow-up question."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_follow_up import FollowUpReceived, question_card, tell_answered
from bot.domain.illness.illnesses import ANSWERS, Happening, Illness, IllnessState, Outcome, present
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.routes import NUMBER, Route, press
from bot.services.illness.illness_alerts import ask_anew, note_spoken, told_now
from bot.services.illness.illness_endings import close_each
from bot.services.illness.illness_threads import show_danger_card, thread_for, twins
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def follow_up(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Better, same, worse, saw a doctor: one answer for each time it was asked."""
    held, asked, answer = thread_for(tx, me, pressed.number()), pressed.number(1), Happening(pressed.args[2])
    if held is None or not held[2].may(Action.REPORT_ILLNESS) or not _takes(tx, me, held[0], asked, answer):
        return ButtonOutdated()
    found, circle, by = held
    cards.forget(tx, me.id, question_card(found.id))  # the thanks stand there now
    reply(tx, me, FollowUpReceived(found.id, answer), edit=pressed.message_id)
    if answer == Happening.BETTER:
        close_each(tx, me, held, Outcome.BETTER)
        return None
    if answer == Happening.WORSE:
        show_danger_card(tx, me, found)
    _pass_on(tx, me, found, circle, by, answer)
    for twin, other, place in twins(tx, me, circle):
        if twin.state == IllnessState.OPEN and (answer == Happening.WORSE or not twin.is_plain):
            _pass_on(tx, me, twin, other, place, answer)
    return None


def _pass_on(tx: Tx, me: Person, found: Illness, circle: Circle, by: Member, answer: Happening) -> None:
    event_id = illnesses.note(tx, found.id, me.id, answer)
    told = told_now(tx, circle, found)
    if answer == Happening.WORSE:
        ask_anew(tx, circle, found, present(circle, found, told, me.id))
    else:
        notify(tx, tell_answered(found, event_id, [each for each in told if each != me.id]))
    note_spoken(tx, circle, found, by)


def _takes(tx: Tx, me: Person, illness: Illness, asked: int, answer: Happening) -> bool:
    """Whether this asking is still open, and the answer may be passed on."""
    event = illnesses.event(tx, asked)
    if (
        illness.state != IllnessState.OPEN
        or event is None
        or event.illness_id != illness.id
        or event.what != Happening.ASKED
    ):
        return False
    if any(each.id > asked for each in illnesses.events(tx, illness.id, *ANSWERS)):
        return False
    if illness.is_plain:
        return answer in {Happening.BETTER, Happening.WORSE}
    return circles.health_notes(tx, illness.child_id, me.id)


routes: list[Route] = [
    press("ill_how", follow_up, NUMBER, NUMBER, "|".join(ANSWERS)),
]
