"""Without Chromium the tests of the demo's page are left out, and said so; in CI nothing may be left out."""

import os
import shutil

import pytest

WHY = (
    "Left out: {count} tests of the demo's page, because Chromium is not installed (Debian: apt-get install chromium)."
)


def without_chromium(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what needs a browser where there is none; in CI that is an error."""
    if shutil.which("chromium"):
        return
    needing = [each for each in items if each.get_closest_marker("browser")]
    if needing and os.environ.get("CI") == "true":
        raise pytest.UsageError("Chromium is missing, and in CI nothing may be left out.")
    items[:] = [each for each in items if each not in needing]
    config.hook.pytest_deselected(items=needing)
    config.stash[LEFT_OUT] = len(needing)


LEFT_OUT = pytest.StashKey[int]()


def summary(config: pytest.Config) -> str | None:
    """The line that says what was left out, if anything was."""
    if shutil.which("chromium"):
        return None
    count = config.stash.get(LEFT_OUT, 0)
    return WHY.format(count=count or "the")
