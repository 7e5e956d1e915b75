"""`homeline clock accept`: an operator says that this machine's clock is right, whatever speaks against it.

`homeline clock mend`: what a wrong clock has left behind is put right, where it was not by itself.
"""

from datetime import datetime

from bot.clock import Clock
from bot.db import timekeeping
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.queries import ahead_of_time, far_off
from bot.settings import Settings

COMMAND, MEND = "clock accept", "clock mend"


async def accept(settings: Settings, clock: Clock) -> str:
    """Go by this machine's clock; what follows."""
    return await _do(settings, clock, {"command": COMMAND, "at": clock.now().isoformat()})


async def mend(settings: Settings, clock: Clock) -> str:
    """What is due too far off, or was done later than now, is due and done now. Raises ValueError in doubt."""
    return await _do(settings, clock, {"command": MEND})


async def _do(settings: Settings, clock: Clock, command: Command) -> str:
    runner = CommandRunner(settings, clock, ANSWERS)
    try:
        return await runner.do(command)
    finally:
        await runner.close()


async def _accept(store: Store, command: Command) -> str:
    at = datetime.fromisoformat(command["at"])

    def unit(tx: Tx) -> bool:
        timekeeping.accept(tx, at)
        return timekeeping.doubted(tx) is not None

    if not await store.run(unit):
        return "Nothing speaks against this machine's clock."
    return f"Homeline goes by {at:%Y-%m-%d %H:%M:%S} UTC, and what has rested goes on within a minute."


async def _mend(store: Store, _command: Command) -> str:
    rows = await store.run(_impossible)
    while await store.run(far_off.pull_back):
        pass  # slice by slice: an alert that comes meanwhile comes between
    await store.run(ahead_of_time.mend)
    return f"{rows} times that cannot be were put right." if rows else "There is nothing to put right."


def _impossible(tx: Tx) -> int:
    """How many times cannot be. Raises ValueError in doubt."""
    if not tx.sure:
        raise ValueError("Homeline is not sure of the time itself. See `homeline clock` first.")
    return sum((far_off.named(tx) | ahead_of_time.named(tx)).values())


ANSWERS: dict[str, Answer] = {COMMAND: _accept, MEND: _mend}
