"""Numbers for Prometheus: what they are called, and what stands there before anything has happened."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot import metrics
from tests.numbers import NUMBERS, counted

ROOT = Path(__file__).parent.parent
FRESH = """
from prometheus_client import generate_latest
from bot import metrics
print(generate_latest(metrics.REGISTRY).decode())
"""


@pytest.fixture(scope="module")
def fresh() -> str:
    """What a process tells that has done nothing yet."""
    return subprocess.run([sys.executable, "-c", FRESH], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_every_number_is_ours_once_and_says_what_it_is() -> None:
    names = [each.name for each in NUMBERS]

    assert len(names) == len(set(names)) > 20
    for each in NUMBERS:
        assert each.name.startswith("homeline_")
        assert each.help.endswith(".")
        assert each.name.endswith("_total") == (each.kind == "counter")


def test_what_must_never_happen_is_counted_from_nought(fresh: str) -> None:
    # Prometheus sees no increase in a number that appears as 1: of the first parked update nobody would hear
    assert 'homeline_updates_total{outcome="parked"} 0.0\n' in fresh


def test_what_never_happened_has_no_age(fresh: str) -> None:
    assert "# TYPE homeline_last_poll_seconds gauge\n" in fresh
    assert "\nhomeline_last_poll_seconds " not in fresh
    metrics.LAST_POLL.mark()
    assert 0 <= counted("homeline_last_poll_seconds") < 60


def test_a_reader_gets_homelines_numbers_and_none_that_the_library_adds(fresh: str) -> None:
    told = {line.split()[2] for line in fresh.splitlines() if line.startswith("# TYPE")}

    assert told == {each.name for each in NUMBERS}
    assert "_created" not in fresh
