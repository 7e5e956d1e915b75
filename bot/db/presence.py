"""Whether there is a Homeline at all where a command looks: one that only asks makes no database."""

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.db import migrations
from bot.db.read_only import look
from bot.errors import HomelineError
from bot.settings import Settings


async def must_exist(settings: Settings, clock: Clock) -> None:
    """Raises HomelineError where DATABASE_URL names nothing, or an empty database; writes nothing."""
    try:
        found = await look(settings, clock, lambda tx: migrations.revision(tx.conn))
    except FileNotFoundError:
        raise no_database(settings) from None
    except SQLAlchemyError:
        return  # what is amiss with it, its opening says
    if found is None:
        raise no_database(settings)


def no_database(settings: Settings) -> HomelineError:
    """What is said where Homeline has never run."""
    where = f"no database {settings.sqlite_path}" if settings.is_sqlite else "nothing of Homeline in the database"
    return HomelineError(f"There is {where} yet; the first `homeline run` makes it. Is DATABASE_URL right?")
