"""The wheel installed and started on each Python that it is for: `make pythons`. The suite runs on one of them.

A Python that is not on this machine is named, and in CI that is wrong.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
VERSIONS = ("3.11", "3.12", "3.13")
_ADDRESS = re.compile(r"http://[\w.]+:\d+")
_HERE = "import sys; print(*sys.version_info[:2], sep='.')"


def interpreter(version: str) -> Path | None:
    """A Python of this version: on the path, or among those of pyenv."""
    named = shutil.which(f"python{version}")
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [*([Path(named)] if named else []), *sorted(pyenv.glob(f"{version}.*/bin/python{version}"))]
    return next((each for each in found if _answers(each, version)), None)


def _answers(python: Path, version: str) -> bool:
    """A name may be there for a Python that is not."""
    done = subprocess.run([python, "-c", _HERE], capture_output=True, text=True, check=False)
    return done.stdout.strip() == version


def started(python: Path, wheel: Path, place: Path) -> str:
    """Install the wheel with what is pinned, and begin it; what it says that it is. Raises where it cannot."""
    home, pins = place / "venv", ROOT / "deploy" / "requirements.txt"
    place.mkdir()
    uv = (sys.executable, "-m", "uv", "--quiet")
    _run(*uv, "venv", "--no-python-downloads", "--python", python, home)
    _run(*uv, "pip", "install", "--python", home, "--require-hashes", "-r", pins)
    _run(*uv, "pip", "install", "--python", home, "--offline", "--no-deps", wheel)
    _run(*uv, "pip", "check", "--python", home)
    homeline = home / "bin" / "homeline"
    version = _run(homeline, "--version", at=place)
    _begin(homeline, place)
    return version.strip()


def _begin(homeline: Path, place: Path) -> None:
    """All of it, beside a Telegram of its own, until its page is there. Raises RuntimeError."""
    demo = (homeline, "demo", "--empty", "--port", "0")
    with subprocess.Popen(demo, cwd=place, env=_environ(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = next((line for line in process.stdout if _ADDRESS.search(line)), "")
        if found := _ADDRESS.search(said):
            urlopen(found[0], timeout=60).close()
        process.terminate()
        if process.wait(60) or not found:
            raise RuntimeError(f"it does not begin, or does not end by itself ({process.returncode})")


def _run(*command: str | Path, at: Path = ROOT) -> str:
    """What a command prints; where it fails it has said why."""
    return subprocess.run(command, cwd=at, env=_environ(), check=True, stdout=subprocess.PIPE, text=True).stdout


def _environ() -> dict[str, str]:
    """The surroundings, without a setting of Homeline's and without another source of it."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("HOMELINE_", "TELEGRAM_"))}
    return {**environ, "PYTHONPATH": "", "VIRTUAL_ENV": ""}


def main() -> int:
    """Print what became of each; 1 where one does not work, or is missing in CI."""
    found = {version: interpreter(version) for version in VERSIONS}
    there = {version: python for version, python in found.items() if python is not None}
    for version in found.keys() - there.keys():
        print(f"Python {version}: not on this machine, so nobody knows whether Homeline begins there")
    wrong = [version for version, error in tried(there).items() if error is not None]
    return int(bool(wrong or (there != found and os.environ.get("CI") == "true")))


def tried(there: dict[str, Path]) -> dict[str, BaseException | None]:
    """What went wrong on each."""
    if not there:
        return {}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        place = Path(folder)
        _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place)
        (wheel,) = place.glob("*.whl")
        running = {version: pool.submit(started, each, wheel, place / version) for version, each in there.items()}
        for version, each in running.items():
            print(f"Python {version}: {each.exception() or each.result()}", flush=True)
        return {version: each.exception() for version, each in running.items()}


if __name__ == "__main__":
    sys.exit(main())
