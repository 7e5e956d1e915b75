"""What Homeline believes to stand on a phone, where that is in doubt: a chat can be cleared, and nobody is told."""

from datetime import datetime, timedelta

from bot.db.transaction import Tx
from bot.delivery import cards, outbox
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import DangerCardShown, alert_card, danger_card
from bot.domain.illness.illnesses import Happening, IllnessState
from bot.domain.notifications import Lane, Notification
from bot.domain.people import Person
from bot.domain.screens import KeysBrought, KeysGone
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.queries.school import schools
from bot.services.circle import reach
from bot.services.illness import illness_alerts
from bot.services.notifications import notify, reply

KEYS = "keys"
# Who taps a card of another day may have changed the phone since; who answers daily is spared the line.
_OLD = timedelta(days=1)


def bring_keys(tx: Tx, me: Person) -> None:
    """The keys below the chat, in a message of their own; the one that brought them before goes."""
    has_keys = circles.of_person(tx, me.id, Action.REPORT_ILLNESS) or schools.classes_of(tx, me.id)
    if not has_keys or circles.closed_to(tx, me.id) or outbox.pending_card(tx, me.id, KEYS) is not None:
        return
    before = cards.message_of(tx, me.id, KEYS)
    reply(tx, me, KeysBrought(), card=KEYS)
    if before is not None:
        reply(tx, me, KeysGone(), edit=before)


def show_open_again(tx: Tx, me: Person) -> None:
    """What waits for somebody's answer, as a new message each, after START: perhaps nothing is left of the chat."""
    reach.ask_again(tx, me.id)
    for circle, _member in circles.of_person(tx, me.id):
        illness = illnesses.running(tx, circle.child.id)
        if illness is None or illness.state != IllnessState.OPEN:
            continue
        if me.id in illnesses.told(tx, illness.id):
            cards.forget(tx, me.id, alert_card(illness.id))
            illness_alerts.alert(tx, illness, [me.id])
        if me.id in {each.person_id for each in illnesses.events(tx, illness.id, Happening.TOLD)}:
            card = danger_card(illness.id)
            cards.forget(tx, me.id, card)
            notify(tx, [Notification(me.id, DangerCardShown(illness.id), Lane.URGENT, card=card)])


def pressed(tx: Tx, me: Person, sent_at: datetime | None) -> None:
    """A press on a card of another day, or on one that is gone (`sent_at` is none): the keys may be gone, too."""
    if sent_at is not None and tx.now - sent_at <= _OLD:
        return
    since = cards.sent_at(tx, me.id, KEYS)
    if sent_at is None or since is None or tx.now - since > _OLD:
        bring_keys(tx, me)
