"""A Python that is not on this machine is named, and in CI that is wrong."""

import re
from pathlib import Path

import pytest

from tests import pythons
from tests.deploy.files import ROOT

NEWER = "3.99"


def test_a_name_that_leads_to_another_python_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shim = tmp_path / f"python{NEWER}"
    shim.write_text("#!/bin/sh\necho 3.11\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert pythons.interpreter(NEWER) is None

    shim.write_text(f"#!/bin/sh\necho {NEWER}\n")
    assert pythons.interpreter(NEWER) == shim


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_one_that_is_missing_is_said_and_stops_ci(
    ci: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pythons, "VERSIONS", (NEWER,))
    monkeypatch.setenv("CI", ci)
    assert pythons.main() == code
    assert f"Python {NEWER}: not on this machine" in capsys.readouterr().out


def test_ci_asks_each_that_homeline_is_for() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    assert f'requires-python = ">={pythons.VERSIONS[0]}"' in project
    named = re.findall(r"Programming Language :: Python :: (\d\.\d+)", project)
    assert named == list(pythons.VERSIONS)
    assert "\nmake pythons\n" in (ROOT / ".ci" / "run").read_text()
    assert "python -m tests.pythons" in (ROOT / "Makefile").read_text()
