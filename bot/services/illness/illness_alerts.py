"""Steps of an illness that a tap and the passing of time share: the alert, its escalation, who steps in."""

from collections.abc import Collection

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.delivery.payloads import Payload
from bot.domain.circle.circles import Circle, Member
from bot.domain.daily.heard import Sign
from bot.domain.illness.illness_alerts import (
    AlertRepeated,
    AlertUndelivered,
    DangerCardShown,
    IllnessReported,
    NobodyReached,
    alert_card,
    danger_card,
    tell_alert,
    tell_changed,
    tell_home,
    tell_undelivered,
)
from bot.domain.illness.illness_follow_up import NotePassedOn
from bot.domain.illness.illnesses import (
    ASK_AFTER,
    ASKED_ANEW,
    CALL,
    REPEAT_AFTER,
    TELLING,
    Happening,
    Illness,
    IllnessState,
    alerted_first,
    has_answered,
    lost_alerts,
    reached,
    since_worse,
)
from bot.domain.notifications import Lane, Notification
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.queries.privacy import sharing
from bot.queries.school.school_illness import has_spoken
from bot.services.daily import look_ins
from bot.services.daily.heard import note_heard
from bot.services.notifications import notify, reply
from bot.services.school.school_illness_news import tell_school

_RELIED_ON = {IllnessReported.__name__, NotePassedOn.__name__}


def raise_alert(tx: Tx, illness: Illness) -> bool:
    """The alert leaves, once; false when it has left already or was taken back."""
    if illness.opened_by is not None and not circles.health_notes(tx, illness.child_id, illness.opened_by):
        illnesses.change(tx, illness.id, IllnessState.DRAFT, what=CALL)  # consent was taken back since the first tap
    opened = illnesses.change(
        tx,
        illness.id,
        IllnessState.DRAFT,
        state=IllnessState.OPEN,
        alert_at=None,
        alerted_at=tx.now,
        escalate_at=tx.now + REPEAT_AFTER,
        ask_at=tx.now + ASK_AFTER,
    )
    circle = circles.get(tx, illness.child_id)
    if not opened or circle is None:
        return False
    _end_question(tx, illness)
    alert(tx, illness, alerted_first(circle, illness.opened_by))
    show_cards(tx, illness)
    step_in(tx, circle, illness)
    opener = circle.member(illness.opened_by) if illness.opened_by is not None else None
    if opener is not None:
        note_spoken(tx, circle, illness, opener)
    return True


def _end_question(tx: Tx, illness: Illness) -> None:
    """“What is it?” is over: what comes from now on belongs to the thread only where it answers it."""
    dialogue = people.dialogue_of(tx, illness.opened_by) if illness.opened_by is not None else None
    if illness.opened_by is not None and dialogue == (TELLING, {"illness": illness.id}):
        people.end_dialogue(tx, illness.opened_by)


def note_spoken(tx: Tx, circle: Circle, illness: Illness, by: Member) -> None:
    """Who is at home has spoken in the thread; those who were alerted read it there."""
    note_heard(tx, circle, by, Sign.ILLNESS, told_now(tx, circle, illness))


def tell_beyond(tx: Tx, circle: Circle, illness: Illness, by: int) -> None:
    """What the school told at home alone, while nothing is shared, now goes to everybody else too."""
    known = {*told_now(tx, circle, illness), by}
    notify(tx, tell_changed(illness, known))
    alert(tx, illness, [each for each in alerted_first(circle, illness.opened_by) if each not in known])
    show_cards(tx, illness)


def told_now(tx: Tx, circle: Circle, illness: Illness) -> list[int]:
    """Who has been alerted and takes part still."""
    return [each for each in illnesses.told(tx, illness.id) if circle.member(each)]


def alert(tx: Tx, illness: Illness, to: Collection[int], *, newer: bool = False) -> None:
    """The alert as a new message, also where it stood before; with `newer`, it says more than it did there."""
    if illness.child_id in sharing.stopped(tx) and (circle := circles.get(tx, illness.child_id)):
        beyond = {each.person_id for each in circle.active if not each.at_home}
        to = [each for each in to if each not in beyond] if illnesses.is_kept_home(tx, circle, illness) else to
    illnesses.add_told(tx, illness.id, to)
    left = [(people.get(tx, each), _leave_behind(tx, illness, each)) for each in to]
    notify(tx, tell_alert(illness, to))
    for reader, old in left:
        if old is not None and reader.reachable:
            reply(tx, reader, AlertRepeated(illness.id, newer), edit=old)


def _leave_behind(tx: Tx, illness: Illness, reader: int) -> int | None:
    """The message in which the alert stood: it shall point to the new one, so that none of its buttons is dead."""
    card = alert_card(illness.id)
    old = cards.message_of(tx, reader, card)
    cards.forget(tx, reader, card)
    return old


def alert_again(tx: Tx, circle: Circle, illness: Illness) -> None:
    """Everybody who was alerted and can answer; for who cannot be reached the first alert waits."""
    home = circle.guardians if has_spoken(tx, illness.id) else ()
    answering = {each.person_id for each in (*home, *circle.parents, *circle.stand_ins)}
    told = [each for each in illnesses.told(tx, illness.id) if each in answering]
    alert(tx, illness, [each for each in told if people.get(tx, each).reachable])


def alert_stand_ins(tx: Tx, circle: Circle, illness: Illness) -> None:
    """Those who step in, unless they know already."""
    known = {*illnesses.told(tx, illness.id), illness.opened_by}
    alert(tx, illness, [each.person_id for each in circle.stand_ins if each.person_id not in known])


def step_in(tx: Tx, circle: Circle, illness: Illness) -> None:
    """When no alerted parent is there to be reached: those who came later, else the stand-ins and those at home."""
    events = since_worse(illnesses.events(tx, illness.id))
    told = set(illnesses.told(tx, illness.id))
    reachable = {each.person_id for each in circle.active if people.get(tx, each.person_id).reachable}
    if reached(circle, illness.opened_by, reachable & told - lost_alerts(events)):
        return
    came_later = [each.person_id for each in circle.parents if each.person_id not in {*told, illness.opened_by}]
    alert(tx, illness, came_later)
    if reachable & set(came_later):
        return
    if not any(each.what == Happening.NOBODY for each in events):
        illnesses.note(tx, illness.id, None, Happening.NOBODY)
        alert_stand_ins(tx, circle, illness)
        notify(tx, tell_home(circle, illness, NobodyReached(illness.id), tx.now))
        tell_school(tx, illness, "unreached")
    _reach_near(tx, circle, illness, reachable - lost_alerts(events))


def _reach_near(tx: Tx, circle: Circle, illness: Illness, reachable: Collection[int]) -> None:
    """Last of all, where no parent and nobody who steps in can be reached: who is near, and they do not learn why."""
    family = {each.person_id for each in (*circle.parents, *circle.stand_ins)} - {illness.opened_by}
    if family & set(reachable) or not circle.near or illnesses.is_kept_home(tx, circle, illness):
        return
    anew = [each.at for each in illnesses.events(tx, illness.id) if each.what in ASKED_ANEW]
    look_ins.ask_for_help(tx, circle, illness, max([illness.opened_at, *anew]))


def carry_on_without(tx: Tx, circle: Circle, gone: int) -> None:
    """Who leaves no longer answers for the others: they are asked anew; `circle` is as it is afterwards."""
    illness = illnesses.running(tx, circle.child.id)
    illness = illnesses.lock(tx, illness.id) if illness else None
    if illness is None or illness.state != IllnessState.OPEN:
        return
    if illness.caller_id == gone:
        illnesses.change(tx, illness.id, IllnessState.OPEN, caller_id=None, call_until=None)
    caller_stays = illness.caller_id not in {None, gone}
    answered = has_answered(illnesses.events(tx, illness.id))
    if gone in {illness.caller_id, *answered} and not caller_stays and not any(map(circle.member, answered)):
        illnesses.change(tx, illness.id, IllnessState.OPEN, seen_at=None, escalation=0, escalate_at=tx.now)
    notify(tx, tell_changed(illness, told_now(tx, circle, illness)))
    step_in(tx, circle, illness)


def undelivered(tx: Tx, person_id: int, payload: Payload, *, refused: bool) -> None:
    """A row that will not be sent again: what it held of an illness is missed by those who rely on it."""
    for each in payload["events"]:
        illness = illnesses.get(tx, each["illness_id"]) if each["kind"] in _RELIED_ON else None
        circle = circles.get(tx, illness.child_id) if illness and illness.state == IllnessState.OPEN else None
        if illness is None or circle is None or circle.member(person_id) is None:
            continue
        if "event_id" in each:
            note = illnesses.event(tx, each["event_id"])
            lost = AlertUndelivered(illness.id, person_id, refused=refused)
            heard = [note.person_id] if note and note.person_id and circle.member(note.person_id) else []
            notify(tx, [Notification(to, lost, Lane.URGENT) for to in heard])
        else:
            _alert_undelivered(tx, circle, illness, person_id, refused=refused)


def _alert_undelivered(tx: Tx, circle: Circle, illness: Illness, person_id: int, *, refused: bool) -> None:
    events = illnesses.events(tx, illness.id)
    if person_id in lost_alerts(events) | has_answered(events) | {illness.caller_id}:
        return
    illnesses.note(tx, illness.id, person_id, Happening.UNDELIVERED)
    notify(tx, tell_undelivered(circle, illness, person_id, told_now(tx, circle, illness), tx.now, refused=refused))
    step_in(tx, circle, illness)


def show_cards(tx: Tx, illness: Illness) -> None:
    """The danger card edited on each phone at home on which it stands."""
    shown = {each.person_id for each in illnesses.events(tx, illness.id, Happening.TOLD) if each.person_id is not None}
    card = danger_card(illness.id)
    about = DangerCardShown(illness.id)
    notify(tx, [Notification(each, about, Lane.URGENT, card=card, edits_card=True) for each in sorted(shown)])


def ask_anew(tx: Tx, circle: Circle, illness: Illness, to: Collection[int]) -> None:
    """Something new: a new message to these, and the escalation from its start, whoever had seen what was before."""
    illnesses.change(
        tx,
        illness.id,
        IllnessState.OPEN,
        seen_at=None,
        caller_id=None,
        call_until=None,
        escalation=0,
        escalate_at=tx.now + REPEAT_AFTER,
        ask_at=min(illness.ask_at or tx.now + ASK_AFTER, tx.now + ASK_AFTER),
    )
    alert(tx, illness, to, newer=True)
    step_in(tx, circle, illness)
