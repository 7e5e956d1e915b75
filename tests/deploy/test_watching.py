"""Alerts and the dashboard ask for numbers that there are, and the runbook knows what to do about each."""

import json
import re
from typing import Any

from bot.cli import parser
from tests.deploy.files import DEPLOY, ROOT, text
from tests.numbers import NUMBERS

SERIES = {name: each for each in NUMBERS for name in each.series}
OTHERS = {"up"}
GIVEN = {"instance", "job", "le"}  # labels that Prometheus or the format adds


def alerts() -> dict[str, str]:
    """The expression of each alert."""
    return dict(re.findall(r"- alert: (\w+)\n\s+expr: (.+)\n", text("alerts.yaml")))


def expressions() -> list[str]:
    panels: list[dict[str, Any]] = json.loads(text("dashboard.json"))["panels"]
    return [*alerts().values(), *(each["expr"] for panel in panels for each in panel["targets"])]


def test_every_number_that_is_asked_for_is_one_that_homeline_gives_with_its_labels() -> None:
    asked: set[str] = set()
    for expression in expressions():
        bare = re.sub(r'"[^"]*"', '""', expression)
        for name, labels in re.findall(r"\b(homeline_\w+|up)\b(?:\{([^}]*)\})?", bare):
            asked.add(name)
            metric = SERIES.get(name)
            assert metric is not None or name in OTHERS, name
            for label in re.findall(r"(\w+)\s*=", labels):
                assert label in GIVEN or (metric is not None and label in metric.labels), f"{name}: {label}"
        for grouped in re.findall(r"by \(([^)]*)\)", bare):
            known = {label for name in SERIES if name in bare for label in SERIES[name].labels}
            assert {each.strip() for each in grouped.split(",")} <= known | GIVEN, expression
    assert len(asked) > 20


def test_every_number_is_shown_somewhere() -> None:
    shown = " ".join(expressions())

    assert [each.name for each in NUMBERS if each.name not in shown] == []


def test_every_alert_says_how_bad_it_is_and_has_its_place_in_the_runbook() -> None:
    rules = text("alerts.yaml")
    named = set(alerts())

    assert len(named) == rules.count("- alert:") == rules.count("summary:") > 10
    assert len(re.findall(r"severity: (?:page|ticket)}", rules)) == len(named)
    headings = re.findall(r"(?m)^### (\w+)$", text("runbook.md"))
    assert sorted(headings) == sorted(named)


def test_the_doctor_points_to_parts_of_the_runbook_that_exist() -> None:
    headings = re.findall(r"(?m)^#+ (.+)$", text("runbook.md"))
    hints = [
        hint
        for path in (ROOT / "bot" / "doctor").glob("*.py")
        for hint in re.findall(r"runbook: ([\w ]+)", path.read_text())
    ]

    assert len(hints) >= 5
    for hint in hints:
        assert any(heading.startswith(hint) for heading in headings), hint


def test_the_runbook_names_commands_and_files_that_exist() -> None:
    commands = next(action.choices for action in parser()._actions if isinstance(action.choices, dict))
    book = text("runbook.md")

    for line in re.findall(r"`homeline ([a-z][a-z -]*)", book):
        assert line.split()[0] in commands, line
    for name in re.findall(r"deploy/([\w.-]+)", book):
        assert (DEPLOY / name).exists() or name in {"homeline.env", ".env", "own"}, name


def test_the_runbook_covers_what_happens_to_installations() -> None:
    headings = re.findall(r"(?m)^## (.+)$", text("runbook.md"))

    for each in (
        *("Install", "Upgrade", "Backup and restore", "Keys", "Moving to PostgreSQL"),
        *("Token stolen", "Disk full", "Telegram blocked"),
    ):
        assert each in headings
    assert "**Who to call.**" in text("runbook.md")
