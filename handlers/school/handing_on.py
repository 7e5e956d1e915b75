"""🎓 A teacher hands a family's words on to whoever leads the school, or the family asks for it where nobody has
answered; ↩️ taken back, or given back by the lead."""

from collections.abc import Callable

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.school.handing_on import HandingShown, NobodyToHandTo, TalkHandedOn, lead_card, teachers_card
from bot.domain.school.school_talks import Thread
from bot.domain.school.talk_silences import TalkUnanswered
from bot.domain.school.talk_silences import card_of as silence_card
from bot.domain.screens import ButtonOutdated
from bot.queries.school import school_talks as rows
from bot.queries.school import talk_readers
from bot.queries.school.schools import ClassRoom
from bot.queries.school.talk_readers import Here
from bot.routes import NUMBER, Route, press
from bot.services.notifications import reply
from bot.services.school import handing_on
from bot.updates import ButtonPress


def hand_on(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 and everybody concerned knows; where it is so already, who reads it stands there again."""
    thread = rows.thread(tx, pressed.number())
    here = talk_readers.hands_on(tx, thread, me.id) if thread else None
    if thread is None or here is None:
        return ButtonOutdated()
    if not handing_on.hand_on(tx, me, thread, *here):
        reply(tx, me, NobodyToHandTo(thread.class_id, thread.child_id))
        return None
    reply(tx, me, HandingShown(thread.id, thread.class_id), card=teachers_card(thread.id))
    return None


def hand_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ the class's teachers answer alone again."""
    thread = rows.thread(tx, pressed.number())
    here = talk_readers.hands_back(tx, thread, me.id) if thread else None
    if thread is None or here is None or not handing_on.hand_back(tx, me, thread, *here):
        return ButtonOutdated()
    if cards.message_of(tx, me.id, lead_card(thread.id)) != pressed.message_id:
        teacher = talk_readers.teachers(tx, here[1], here[0])[0]
        reply(tx, me, TalkHandedOn(thread.id, thread.class_id, teacher), edit=pressed.message_id)
    return None


def undo(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ within ten minutes, and before the lead has answered; later it is said how it stands."""
    thread = rows.thread(tx, pressed.number())
    here = talk_readers.hands_on(tx, thread, me.id) if thread else None
    if thread is None or here is None:
        return ButtonOutdated()
    if not talk_readers.is_with_lead_by_family(tx, thread):  # what a family has wished it takes back itself
        handing_on.take_back(tx, me, thread, *here)
    about = HandingShown(thread.id, thread.class_id)
    reply(tx, me, about, edit=pressed.message_id, card=teachers_card(thread.id))
    return None


def ask_lead(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 of a family that nobody has answered; where it is so already, or was answered, that stands there."""
    return _of_family(tx, me, pressed, talk_readers.asks_lead, handing_on.ask_lead)


def unask_lead(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ within ten minutes, and before the lead has answered; later it is said how it stands."""
    return _of_family(tx, me, pressed, talk_readers.unasks_lead, handing_on.unask_lead)


def _of_family(
    tx: Tx,
    me: Person,
    pressed: ButtonPress,
    may: Callable[[Tx, Thread, int], Here | None],
    do: Callable[[Tx, Person, Thread, Circle, ClassRoom], object],
) -> Event | None:
    thread = rows.thread(tx, pressed.number())
    if thread is None or not talk_readers.for_family(tx, thread, me.id):
        return ButtonOutdated()
    if here := may(tx, thread, me.id):
        do(tx, me, thread, *here)
    reply(tx, me, TalkUnanswered(thread.id, thread.child_id), edit=pressed.message_id, card=silence_card(thread.id))
    return None


routes: list[Route] = [
    press("talk_hand_on", hand_on, NUMBER),
    press("talk_hand_back", hand_back, NUMBER),
    press("talk_hand_undo", undo, NUMBER),
    press("talk_lead", ask_lead, NUMBER),
    press("talk_lead_undo", unask_lead, NUMBER),
]
