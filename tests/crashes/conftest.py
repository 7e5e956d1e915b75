"""How long the long form is."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=200, help="deaths in each run of tests/crashes/long.py")
