"""Killed at random moments, it handles everything exactly once and loses no news."""

from pathlib import Path

import pytest

from bot.settings import Settings
from tests.crashes.alone import Size, killed_alone

pytestmark = pytest.mark.crash

# PostgreSQL keeps its own promises; with it, a shorter run is enough to hold ours. `make crash` is the long form.
FULL, SHORT = Size(8, 800, 80, 2), Size(3, 240, 24, 2)


async def test_killed_at_random_moments_it_loses_nothing_and_does_nothing_twice(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await killed_alone(settings, FULL if settings.is_sqlite else SHORT, tmp_path / "log", monkeypatch)
    with capsys.disabled():
        print(f"\n{found}")
