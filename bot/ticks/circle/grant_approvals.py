"""Grants what nobody has objected to within the time."""

from bot.db.transaction import Tx
from bot.domain.circle.approvals import Approval
from bot.queries.circle import approvals
from bot.services.circle.approvals import settle

BATCH = 10


def run_once(tx: Tx) -> int:
    """Grant what is due; how many were."""

    def grant(each: Approval) -> None:
        settle(tx, each, None, granted=True)

    return tx.each(approvals.due(tx, BATCH), grant)
