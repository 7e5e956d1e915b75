"""Steps of an illness that a tap and the passing of time share: the alert, its ladder, who steps in."""

from collections.abc import Collection

from bot.domain.circle import Circle
from bot.domain.illness import ASK_AFTER, CALL, REPEAT_AFTER, Illness, alerted_first, reached
from bot.domain.illness_tellings import DangerCardShown, NobodyReached, alert_card, danger_card, tell_alert, tell_home
from bot.domain.tell import Lane, Tell
from bot.storage import circles, outbox, people
from bot.storage import illness as illnesses
from bot.storage.tellings import tell
from bot.storage.transaction import Tx

UNHEARD = "nobody"  # the event: no parent could be reached, so the stand-ins were told at once


def raise_alert(tx: Tx, found: Illness) -> bool:
    """The alert leaves, once; false when it has left already or was taken back."""
    if found.opened_by is not None and not circles.health_notes(tx, found.child_id, found.opened_by):
        illnesses.change(tx, found.id, "draft", what=CALL)  # consent was taken back since the first tap
    opened = illnesses.change(
        tx,
        found.id,
        "draft",
        state="open",
        alert_at=None,
        alerted_at=tx.now,
        escalate_at=tx.now + REPEAT_AFTER,
        ask_at=tx.now + ASK_AFTER,
    )
    circle = circles.get(tx, found.child_id)
    if not opened or circle is None:
        return False
    alert(tx, found, alerted_first(circle, found.opened_by))
    show_cards(tx, found)
    step_in(tx, circle, found)
    return True


def told_now(tx: Tx, circle: Circle, found: Illness) -> list[int]:
    """Who has been alerted and takes part still."""
    return [each for each in illnesses.told(tx, found.id) if circle.member(each)]


def alert(tx: Tx, found: Illness, to: Collection[int]) -> None:
    """The alert as a new message, also where it stood before."""
    illnesses.add_told(tx, found.id, to)
    for each in to:
        outbox.forget_card(tx, each, alert_card(found.id))
    tell(tx, tell_alert(found, to))


def alert_again(tx: Tx, circle: Circle, found: Illness) -> None:
    """Everybody who was alerted and can answer; for who cannot be reached the first alert waits."""
    answering = {each.person_id for each in (*circle.parents, *circle.stand_ins)}
    told = [each for each in illnesses.told(tx, found.id) if each in answering]
    alert(tx, found, [each for each in told if people.get(tx, each).reachable])


def alert_stand_ins(tx: Tx, circle: Circle, found: Illness) -> None:
    """Those who step in, unless they know already."""
    known = {*illnesses.told(tx, found.id), found.opened_by}
    alert(tx, found, [each.person_id for each in circle.stand_ins if each.person_id not in known])


def step_in(tx: Tx, circle: Circle, found: Illness) -> None:
    """When no parent is there to be reached: the stand-ins at once, and those at home know."""
    reachable = {each.person_id for each in circle.active if people.get(tx, each.person_id).reachable}
    if reached(circle, found.opened_by, reachable) or illnesses.events(tx, found.id, UNHEARD):
        return
    illnesses.note(tx, found.id, None, UNHEARD)
    alert_stand_ins(tx, circle, found)
    tell(tx, tell_home(circle, found, NobodyReached(found.id), tx.now))


def show_cards(tx: Tx, found: Illness) -> None:
    """The danger card edited on each phone at home on which it stands."""
    shown = {each.person_id for each in illnesses.events(tx, found.id, "told") if each.person_id is not None}
    card = danger_card(found.id)
    about = DangerCardShown(found.id)
    tell(tx, [Tell(each, about, Lane.REPLY, card=card, replaces=True) for each in sorted(shown)])


def restart_ladder(tx: Tx, found: Illness) -> None:
    """It has become worse: everybody is asked anew whether they have seen it."""
    illnesses.change(
        tx,
        found.id,
        "open",
        seen_at=None,
        caller_id=None,
        call_until=None,
        escalation=0,
        escalate_at=tx.now + REPEAT_AFTER,
        ask_at=min(found.ask_at or tx.now + ASK_AFTER, tx.now + ASK_AFTER),
    )
