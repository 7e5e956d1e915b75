"""⏸ A pause of the household, a rest for one person, and what /stop offers first."""

from typing import Unpack

from bot.db.transaction import Tx
from bot.domain.circle.pauses import (
    OPEN,
    PAGE,
    ChildPaused,
    ChildResumed,
    MyPauseChanged,
    MyPauseLengthAsked,
    PauseLengthAsked,
    StopAsked,
    ends_on,
)
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, people
from bot.routes import NUMBER, STOP, Route, command, message, press
from bot.services.circle import pauses
from bot.services.notifications import reconsider, reply
from bot.updates import ButtonPress, IncomingMessage

_UNTIL = f"{NUMBER}|{OPEN}"


def stop(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Less of it, a rest from it, or leaving, in this order."""
    reply(tx, me, StopAsked())


def pause_child(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """How long does the household pause?"""
    if circles.membership(tx, pressed.number(), me.id, Action.PAUSE) is None:
        return ButtonOutdated()
    reply(tx, me, PauseLengthAsked(pressed.number()), edit=pressed.message_id)
    return None


def pause_other_day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The days to choose from."""
    if circles.membership(tx, pressed.number(), me.id, Action.PAUSE) is None:
        return ButtonOutdated()
    reply(tx, me, PauseLengthAsked(pressed.number(), pressed.args[1]), edit=pressed.message_id)
    return None


def set_pause(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Open questions are let go, and nothing of them comes back afterwards; where the day that the button has named is
    over, the choice is shown anew."""
    child_id = pressed.number()
    mine = circles.membership(tx, child_id, me.id, Action.PAUSE)
    if mine is None:
        return ButtonOutdated()
    ends = ends_on(tx.now, pressed.args[1], mine[0].child.zone)
    if ends is None:
        return pause_child(tx, me, pressed)
    pauses.pause(tx, mine[0], me.id, ends)
    reply(tx, me, ChildPaused(child_id, me.id), edit=pressed.message_id)
    return None


def resume(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Before its time."""
    child_id = pressed.number()
    mine = circles.membership(tx, child_id, me.id, Action.PAUSE)
    if mine is None or not pauses.resume(tx, mine[0], me.id):
        return ButtonOutdated()
    reply(tx, me, ChildResumed(child_id, me.id), edit=pressed.message_id)
    return None


def pause_me(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """How long do you rest?"""
    reply(tx, me, MyPauseLengthAsked(), edit=pressed.message_id)


def pause_me_other_day(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """The days to choose from."""
    reply(tx, me, MyPauseLengthAsked(pressed.args[0]), edit=pressed.message_id)


def set_my_pause(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """What waits is held until then; what is urgent comes through."""
    ends = ends_on(tx.now, pressed.args[0], me.zone)
    if ends is None:
        pause_me(tx, me, pressed)
    else:
        _stand(tx, me, pressed, paused_until=ends)


def end_my_pause(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Everything again, and what people sent meanwhile."""
    _stand(tx, me, pressed, paused_until=None, urgent_only=False)


def urgent_only(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Only illness and what belongs to it, until they say."""
    _stand(tx, me, pressed, urgent_only=True)


def _stand(tx: Tx, me: Person, pressed: ButtonPress, **values: Unpack[people.Changes]) -> None:
    people.change(tx, me.id, **values)
    reconsider(tx, me.id)
    reply(tx, me, MyPauseChanged(), edit=pressed.message_id)


routes: list[Route] = [
    command("stop", stop, near=True),
    message(STOP, stop, near=True),
    press("pause", pause_child, NUMBER),
    press("pause_day", pause_other_day, NUMBER, PAGE),
    press("pause_until", set_pause, NUMBER, _UNTIL),
    press("resume", resume, NUMBER),
    press("pause_me", pause_me, near=True),
    press("pause_me_day", pause_me_other_day, PAGE, near=True),
    press("pause_me_until", set_my_pause, _UNTIL, near=True),
    press("resume_me", end_my_pause, near=True),
    press("urgent_only", urgent_only, near=True),
]
