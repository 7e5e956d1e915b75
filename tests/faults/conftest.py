"""Every fault on the injected clock, and a table of what was lost and what came twice."""

from collections.abc import Callable

import pytest

from bot.clock import StoppedClock
from tests.faults.figures import Figures, table
from tests.one_clock import follow

Note = Callable[[Figures], None]


@pytest.fixture(autouse=True)
def one_clock(clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pacing and waiting follow the clock that the test moves; nothing waits in earnest."""
    follow(clock, monkeypatch)


@pytest.fixture
def note(record_property: Callable[[str, object], None]) -> Note:
    """Put a line into the table, and hold what it promises."""

    def keep(figures: Figures) -> None:
        record_property("fault", figures.as_row())
        assert figures.lost <= figures.left <= figures.unknown, figures
        assert figures.twice <= figures.unknown, figures

    return keep


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table of all faults that were tried."""
    passed = terminalreporter.stats.get("passed", [])
    rows = [value for each in passed for name, value in each.user_properties if name == "fault"]
    if rows:
        terminalreporter.write_line("\n" + table(rows))
