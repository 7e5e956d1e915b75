"""`homeline clock accept`: an operator says that this machine's clock is right, whatever speaks against it."""

from datetime import datetime

from bot.clock import Clock
from bot.db import timekeeping
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.settings import Settings

COMMAND = "clock accept"


async def accept(settings: Settings, clock: Clock) -> str:
    """Go by this machine's clock; what follows."""
    runner = CommandRunner(settings, clock, ANSWERS)
    try:
        return await runner.do({"command": COMMAND, "at": clock.now().isoformat()})
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


ANSWERS: dict[str, Answer] = {COMMAND: _accept}
