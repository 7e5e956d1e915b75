"""Lets an alert leave by itself, 60 seconds after the first tap, or lapse where that was promised."""

from functools import partial

from bot.db.transaction import Tx
from bot.domain.illness.illness_alerts import DangerCardShown, danger_card
from bot.domain.illness.illnesses import Illness, IllnessState
from bot.domain.notifications import Lane, Notification
from bot.queries.illness import illnesses
from bot.services.illness.illness_alerts import raise_alert
from bot.services.notifications import notify

BATCH = 20


def run_once(tx: Tx) -> int:
    """Send what nobody has chosen further or taken back; how many alerts left."""
    due = illnesses.due(tx, "alert_at", BATCH)
    return tx.each(due, partial(_release, tx))


def _release(tx: Tx, illness: Illness) -> None:
    if not illness.waits_for_choice:
        raise_alert(tx, illness)
    elif illnesses.change(
        tx, illness.id, IllnessState.DRAFT, state=IllnessState.UNDONE, closed_at=tx.now, alert_at=None
    ):
        about, card = DangerCardShown(illness.id), danger_card(illness.id)
        notify(
            tx,
            [Notification(illness.opened_by, about, Lane.REPLY, card=card, edits_card=True)]
            if illness.opened_by
            else [],
        )
