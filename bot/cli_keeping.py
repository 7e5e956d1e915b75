"""The commands that look after an installation."""

import argparse

from bot import log
from bot.clock import SystemClock
from bot.keeping.rotating import rotate
from bot.settings import Settings, read


async def keys_rotate(_wanted: argparse.Namespace) -> None:
    """Seal everything again under the newest key, while Homeline runs."""
    print(await rotate(_settings(), SystemClock()))


def _settings() -> Settings:
    settings = read(needs_token=False)
    log.configure(settings.log_level, settings.log_format)
    return settings
