"""`homeline circle thaw`: sharing begins again where who stopped it cannot say so; else a written order comes first."""

from bot.clock import Clock
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.domain.operators.safekeeping import Act, Wish
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.services.operators import safekeeping
from bot.settings import Settings

COMMAND = "circle thaw"


async def thaw(settings: Settings, clock: Clock, number: int, *, order: bool = False) -> str:
    """Share again in one circle; against the will of who stopped it only with a written order. Raises ValueError."""
    runner = CommandRunner(settings, clock, ANSWERS)
    try:
        return await runner.do({"command": COMMAND, "circle": str(number), "order": "yes" if order else "no"})
    finally:
        await runner.close()


async def _thaw(store: Store, command: Command) -> str:
    def unit(tx: Tx) -> str:
        circle = safekeeping.circle_of(tx, int(command["circle"]))
        acts = safekeeping.possible(tx, circle) if circle else []
        if circle is None or not acts:
            raise ValueError("There is no circle of this number that shares nothing. The family reads it under 🏠.")
        if Act.ORDER in acts and command.get("order") != "yes":
            raise ValueError(
                "Who stopped it takes part still, and can start it again. Against their will only a written order of a "
                "court or the authority does: with one in your hand, add --order."
            )
        safekeeping.do(tx, circle, Wish(acts[0], circle.child.id))
        return "News about this child is shared again. Everybody in the circle was told."

    return await store.run(unit)


ANSWERS: dict[str, Answer] = {COMMAND: _thaw}
