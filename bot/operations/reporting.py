"""`homeline reports`: what families have reported, for whoever answers for the safety of children."""

from bot.db.store import Store
from bot.domain.privacy.reports import ReportOutcome
from bot.operations.command_runner import Answer, Command
from bot.queries.privacy import reports as report_rows
from bot.services.privacy import reports

LIST, SHOW, CLOSE = "reports", "reports show", "reports close"


async def _list(store: Store, command: Command) -> str:
    """The reports that wait, or all: never who reported, and no word of what was written."""
    found = await store.read(lambda tx: report_rows.listed(tx, closed=command.get("all") == "yes"))
    return "\n".join(_line(each) for each in found) or "No report waits."


def _line(found: report_rows.Report) -> str:
    state = f", {found.outcome} {found.closed_at:%Y-%m-%d}" if found.closed_at else ""
    kind = " ".join(str(found.payload[each]) for each in ("what", "media") if found.payload.get(each))
    where = f"in circle {found.payload['child_id']}"
    return f"{found.id}  {found.at:%Y-%m-%d %H:%M} UTC{state}  {kind}, by person {found.author_id} {where}"


async def _show(store: Store, command: Command) -> str:
    """One report with what was written, which is written down and readable for its reporter."""
    number = command.get("number", "")
    found = await store.run(lambda tx: reports.read_by_operator(tx, _number(number)))
    if found is None:
        raise ValueError(f"There is no report {number}; `homeline reports --all` lists them.")
    said = " ".join(str(found.payload.get("text", "")).split()) or "no words"
    return f"{_line(found)}: {said}"


async def _close(store: Store, command: Command) -> str:
    """End one with its outcome, which its reporter is told."""
    number, said = command.get("number", ""), command.get("outcome", "")
    outcome = next((each for each in ReportOutcome if each == said), None)
    if outcome is None:
        raise ValueError(f"The outcome is one of {', '.join(ReportOutcome)}.")

    if not await store.run(lambda tx: reports.close(tx, _number(number), outcome)):
        raise ValueError(f"No report {number} waits; `homeline reports` lists those that do.")
    return f"Report {number} is closed, and its reporter is told."


def _number(text: str) -> int:
    """A row's number; 0, which no row has, where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


ANSWERS: dict[str, Answer] = {LIST: _list, SHOW: _show, CLOSE: _close}
