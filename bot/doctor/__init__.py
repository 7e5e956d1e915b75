"""`homeline doctor`: everything that can be known to be amiss before a family notices, one line each."""

from bot.clock import Clock
from bot.doctor import database, helplines, machine, telegram
from bot.doctor.finding import Finding, State
from bot.settings import Settings

__all__ = ["Finding", "State", "examine"]


async def examine(settings: Settings, clock: Clock) -> list[Finding]:
    """Every finding, in the order in which an operator would look."""
    kept = await database.look_at(settings, clock)
    return [
        *machine.settings(settings),
        *await telegram.check(settings, clock),
        *kept.findings,
        *machine.disk(settings),
        *machine.backups(settings, clock.now()),
        *helplines.check(kept.countries, clock.now().date()),
    ]
