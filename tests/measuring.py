"""Which tests are measured for coverage: those that walk lines which others have walked go half as fast for nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import coverage
import pytest

TESTS = Path(__file__).parent

# What goes on at once, at random, or in all ways that there are; each line has a test of its own elsewhere.
WALKED_AGAIN = {"attack", "browser", "crashes", "month", "stories"}
WALKED_AGAIN |= {f"safeguarding/test_{name}.py" for name in ("first_lines", "fuzz", "fuzz_apart", "matrix")}
WALKED_AGAIN |= {
    "handlers/test_presses.py",
    "texts/test_everything_said.py",
    "test_bench.py",
}  # all that can be said is measured by test_apart

# What is about the database, measured on both databases.
ABOUT_DATABASE = {"db", "delivery", "queries"}


def rooms(path: Path) -> tuple[str, ...]:
    """The folders of a test, from the outermost: what it is about."""
    return path.relative_to(TESTS).parent.parts


def kind(item: pytest.Item) -> str:
    """On which database a test runs; nothing where it has none, or one of its own."""
    given = getattr(item, "callspec", None)
    return str(given.params.get("database", "")) if given is not None else ""


def is_measured(item: pytest.Item) -> bool:
    """Stories run the same lines on both databases and are measured on SQLite; what is about the database, on both."""
    about = rooms(item.path)
    if WALKED_AGAIN.intersection((*about, item.path.relative_to(TESTS).as_posix())):
        return False
    return kind(item) != "postgresql" or bool(ABOUT_DATABASE.intersection(about))


@contextmanager
def measured(item: pytest.Item) -> Iterator[None]:
    """Within it, coverage counts what this test walks, or rests."""
    measuring = None if is_measured(item) else coverage.Coverage.current()
    if measuring is not None:
        measuring.stop()
    try:
        yield
    finally:
        if measuring is not None:
            measuring.start()


__all__ = ["kind", "measured", "rooms"]
