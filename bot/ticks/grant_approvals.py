"""Grants what nobody has objected to within the time."""

from bot.domain.approvals import Approval
from bot.storage import approvals
from bot.storage.approved import settle
from bot.storage.transaction import Tx

BATCH = 10


def run_once(tx: Tx) -> int:
    """Grant what is due; how many were."""

    def grant(each: Approval) -> None:
        settle(tx, each, None, granted=True)

    return tx.each(approvals.due(tx, BATCH), grant)
