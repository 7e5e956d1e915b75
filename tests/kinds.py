"""What a test is about, and on which database it runs."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def rooms(path: Path) -> tuple[str, ...]:
    """The folders of a test, from the outermost: what it is about."""
    return path.relative_to(TESTS).parent.parts


def kind(item: pytest.Item) -> str:
    """On which database a test runs; nothing where it has none, or one of its own."""
    given = getattr(item, "callspec", None)
    return str(given.params.get("database", "")) if given is not None else ""
