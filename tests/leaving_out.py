"""Where a program is missing, the tests that need it are left out, and said so; in CI nothing may be left out."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

import pytest


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that some tests need; they carry its marker."""

    marker: str
    program: str
    what: str
    package: str
    speaks: str = ""  # an option that older versions of it do not have


TOOLS = (
    Tool("browser", "chromium", "tests of the demo's page", "chromium"),
    Tool("age", "age", "test of age itself", "age"),
    Tool("promtool", "promtool", "tests of the alert rules", "prometheus"),
    Tool("nginx", "nginx", "test of nginx in front", "nginx"),
    Tool("caddy", "caddy", "test of Caddy in front", "caddy"),
    Tool("systemd", "systemd-analyze", "tests of the systemd units", "systemd", "--offline"),
)


@cache
def is_there(tool: Tool) -> bool:
    """Whether the program is installed, in a version that is new enough."""
    path = shutil.which(tool.program)
    if path is None or not tool.speaks:
        return path is not None
    told = subprocess.run([path, "--help"], capture_output=True, text=True, check=False)
    return tool.speaks in told.stdout


def leave_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what needs a program that is not there; in CI that is an error."""
    missing = [each for each in TOOLS if not is_there(each)]
    for tool in missing:
        needing = [each for each in items if each.get_closest_marker(tool.marker)]
        if needing and os.environ.get("CI") == "true":
            raise pytest.UsageError(f"{tool.program} is missing, and in CI nothing may be left out.")
        items[:] = [each for each in items if each not in needing]
        config.hook.pytest_deselected(items=needing)


def summary() -> list[str]:
    """A line for each program that is missing: what was left out, and how it comes."""
    return [
        f"Left out: the {each.what}, because {each.program} is not installed (Debian: apt-get install {each.package})."
        for each in TOOLS
        if not is_there(each)
    ]
