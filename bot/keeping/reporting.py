"""`homeline reports`: what families have reported, for whoever answers for the safety of children."""

from bot.domain.reports import OUTCOMES, tell_outcome
from bot.keeping.hands import Answer, Command
from bot.storage import reports
from bot.storage.store import Store
from bot.storage.tellings import tell
from bot.storage.transaction import Tx

LIST, CLOSE = "reports", "reports close"


async def _list(store: Store, command: Command) -> str:
    """The reports that wait, or all; never who reported."""
    found = await store.run(lambda tx: reports.listed(tx, closed=command.get("all") == "yes"))
    return "\n".join(_line(each) for each in found) or "No report waits."


def _line(found: reports.Report) -> str:
    said = " ".join(str(found.payload.get("text", "")).split()) or "no words"
    state = f", {found.outcome} {found.closed_at:%Y-%m-%d}" if found.closed_at else ""
    kind = " ".join(str(found.payload[each]) for each in ("what", "media") if found.payload.get(each))
    return f"{found.id}  {found.at:%Y-%m-%d %H:%M} UTC{state}  {kind}, by person {found.author_id}: {said}"


async def _close(store: Store, command: Command) -> str:
    """End one with its outcome, which its reporter is told."""
    number, outcome = command.get("number", ""), command.get("outcome", "")
    if outcome not in OUTCOMES:
        raise ValueError(f"The outcome is one of {', '.join(OUTCOMES)}.")

    def unit(tx: Tx) -> bool:
        found = reports.close(tx, int(number), outcome) if number.isdecimal() else None
        if found is not None:
            tell(tx, tell_outcome(found.person_id, outcome))
        return found is not None

    if not await store.run(unit):
        raise ValueError(f"No report {number} waits; `homeline reports` lists those that do.")
    return f"Report {number} is closed, and its reporter is told."


ANSWERS: dict[str, Answer] = {LIST: _list, CLOSE: _close}
