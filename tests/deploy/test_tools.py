"""What Prometheus's and systemd's own tools say of what lies in deploy/."""

import re
import subprocess
from pathlib import Path

import pytest
from prometheus_client import generate_latest

from bot import metrics
from tests.deploy.files import DEPLOY, ROOT, text
from tests.deploy.test_watching import alerts

UNITS = ("homeline.service",)
# systemd's own measure, from 0 (confined) to 10; above 1.4 a line is missing.
EXPOSURE = 1.4


def tool(*command: object, told: str = "") -> str:
    """What a tool says; it must be content."""
    done = subprocess.run([str(each) for each in command], input=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.promtool
def test_prometheus_takes_the_rules() -> None:
    said = tool("promtool", "check", "rules", DEPLOY / "alerts.yaml")

    assert f"{len(alerts())} rules found" in said


@pytest.mark.promtool
def test_each_alert_comes_when_it_should_and_not_before() -> None:
    tool("promtool", "test", "rules", ROOT / "tests" / "deploy" / "alerts_test.yaml")


def test_no_alert_is_without_a_case_that_raises_it_and_one_that_does_not() -> None:
    cases = (ROOT / "tests" / "deploy" / "alerts_test.yaml").read_text()

    for name in alerts():
        raised = len(re.findall(rf"alertname: {name}\n +exp_alerts:\n", cases))
        assert raised == 1, name
    assert set(re.findall(r"alertname: (\w+)", cases)) == set(alerts())


@pytest.mark.promtool
def test_prometheus_reads_our_numbers() -> None:
    tool("promtool", "check", "metrics", told=generate_latest(metrics.REGISTRY).decode())


@pytest.mark.systemd
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for name in UNITS:
        here = text(name).replace("/opt/homeline/bin/homeline", "/bin/true")  # it is not installed on this machine
        (tmp_path / name).write_text(here)
    for name in UNITS:
        assert tool("systemd-analyze", "verify", "--man=no", tmp_path / name) == ""


@pytest.mark.systemd
@pytest.mark.parametrize("name", [each for each in UNITS if each.endswith(".service")])
def test_systemd_finds_them_well_confined(name: str) -> None:
    threshold = f"--threshold={EXPOSURE * 10:.0f}"
    tool("systemd-analyze", "security", "--offline=true", "--no-pager", threshold, DEPLOY / name)
