"""A store by itself, on both databases."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import StoppedClock
from bot.db.store import Store, store_for
from bot.settings import Settings


@pytest.fixture
async def store(settings: Settings, clock: StoppedClock) -> AsyncIterator[Store]:
    """An open store on a fresh database."""
    opened = store_for(settings, clock)
    await opened.open()
    try:
        yield opened
    finally:
        await opened.close()
