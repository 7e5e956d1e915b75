"""Signs of danger that somebody at home has typed: told to the parents as an illness, at once, and undoable."""

from collections.abc import Mapping
from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.illness.illness_follow_up import parts, tell_note
from bot.domain.illness.illnesses import Happening, Illness, IllnessState, present
from bot.domain.people import Person
from bot.queries.illness import illnesses
from bot.services.illness.illness_alerts import ask_anew, note_spoken, raise_alert, told_now
from bot.services.illness.illness_threads import begin_thread, twins
from bot.services.notifications import notify


def tell_danger(tx: Tx, me: Person, circle: Circle, media: Mapping[str, Any]) -> None:
    """The danger card, and the alert with these words in it; where health notes are off, the wish for a call alone.

    While a family shares nothing it waits for the choice, as each illness does.
    """
    begun = begin_thread(tx, me, circle)
    for each, where in [(begun, circle), *((twin, other) for twin, other, _place in twins(tx, me, circle))]:
        _tell(tx, me, where, each, media)


def _tell(tx: Tx, me: Person, circle: Circle, begun: Illness, media: Mapping[str, Any]) -> None:
    first, *more = parts(media if me.voice else {"kind": "text", "text": media["text"]})
    if not begun.is_plain:
        illnesses.note(tx, begun.id, me.id, Happening.WORDS, {"kind": "text", "text": first["text"], "danger": True})
    if begun.state == IllnessState.OPEN:
        illnesses.note(tx, begun.id, me.id, Happening.SIGN)
        ask_anew(tx, circle, begun, present(circle, begun, told_now(tx, circle, begun), me.id))
    elif not circle.child.sharing_stopped:
        raise_alert(tx, begun)
    if (by := circle.member(me.id)) is not None:
        note_spoken(tx, circle, begun, by)
    if not begun.is_plain and not circle.child.sharing_stopped:
        _pass_on(tx, me, circle, begun.id, [first, *more] if "file_id" in first else more)


def _pass_on(tx: Tx, me: Person, circle: Circle, illness_id: int, notes: list[dict[str, Any]]) -> None:
    """What the alert itself has no room for."""
    illness = illnesses.get(tx, illness_id)
    for part in notes if illness else []:
        said = Happening.VOICE if "file_id" in part else Happening.WORDS
        event = illnesses.event(tx, illnesses.note(tx, illness_id, me.id, said, part))
        if illness is not None and event is not None:
            notify(tx, tell_note(illness, event, [each for each in told_now(tx, circle, illness) if each != me.id]))
