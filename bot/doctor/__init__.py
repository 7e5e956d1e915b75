"""`homeline doctor`: everything that can be known to be amiss before a family notices, one line each."""

from bot.clock import Clock
from bot.db.store import Store
from bot.doctor import database, helplines, machine, telegram
from bot.doctor.finding import Finding, State
from bot.settings import Settings
from bot.texts.helplines import look_in

__all__ = ["Finding", "State", "examine", "examine_running"]


async def examine(settings: Settings, clock: Clock) -> list[Finding]:
    """Every finding, in the order in which an operator would look."""
    look_in(settings.data)
    kept = await database.look_at(settings, clock)
    return await _beside(settings, clock, kept)


async def examine_running(
    settings: Settings, clock: Clock, store: Store, countries: frozenset[str]
) -> tuple[list[Finding], frozenset[str]]:
    """As `examine`, each minute, by the process that runs on this database; and where children live, if not known."""
    kept = await store.read(lambda tx: database.examine(tx, settings, countries))
    return await _beside(settings, clock, kept), kept.countries


async def _beside(settings: Settings, clock: Clock, kept: database.Kept) -> list[Finding]:
    return [
        *machine.settings(settings),
        *await telegram.check(settings, clock),
        *kept.findings,
        *machine.disk(settings),
        *machine.backups(settings, clock.now()),
        *helplines.check(kept.countries, clock.now().date()),
    ]
