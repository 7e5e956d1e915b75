"""Makes a release of the last commit, in dist/: `make release`. What this machine cannot do is left out, and named.

Wheel, source, the list of what it is made of, the notes and the image, with their sums; then the tag. Nothing is sent.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
ENGINES = ("docker", "podman")


def run(*command: str | Path, at: Path = ROOT, epoch: str = "0") -> bytes:
    """What a command prints. Raises SystemExit with what it said last where it fails."""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": epoch}
    done = subprocess.run(command, cwd=at, env=environ, capture_output=True, check=False)  # noqa: S603 - what stands in this file
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()
        raise SystemExit(f"release: {' '.join(map(str, command[:3]))}: {said[-1] if said else done.returncode}")
    return done.stdout


def git(*command: str) -> str:
    """What git answers."""
    return run("git", *command).decode().strip()


def ready(version: str) -> tuple[bool, str]:
    """Whether the tag is there already, and the notes. Raises SystemExit where it is too early."""
    if git("status", "--porcelain"):
        raise SystemExit("release: commit first; a release is made of the last commit.")
    tagged = git("tag", "--list", f"v{version}") and git("rev-list", "-n", "1", f"v{version}")
    if tagged and tagged != git("rev-parse", "HEAD"):
        raise SystemExit(f"release: v{version} is another commit; raise the version in pyproject.toml.")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"(?ms)^## {re.escape(version)} · ([^\n]+)\n(.*?)(?=^## |\Z)", changes)
    if found is None:
        raise SystemExit(f"release: CHANGELOG.md says nothing of {version}.")
    if found[1] == "unreleased":
        raise SystemExit(f"release: CHANGELOG.md: write the day behind “## {version} ·”, and commit.")
    return bool(tagged), f"Homeline {version}, {found[1]}\n\n{found[2].strip()}\n"


def build(version: str, notes: str, epoch: str) -> str:
    """Everything in dist/, of the last commit and nothing beside it; why there is no image, where there is none."""
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder)
        with tarfile.open(fileobj=BytesIO(run("git", "archive", "HEAD"))) as committed:
            committed.extractall(source, filter="data")
        run(
            sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", DIST, at=source, epoch=epoch
        )
        made_of = run(sys.executable, source / "deploy" / "sbom.py", at=source, epoch=epoch)
        (DIST / f"homeline-{version}.cdx.json").write_bytes(made_of)
        (DIST / f"homeline-{version}.md").write_text(notes, encoding="utf-8")
        return image(version, source, epoch)


def image(version: str, source: Path, epoch: str) -> str:
    """Build and save the image; why not, where that cannot be."""
    why = "neither docker nor podman is on this machine"
    for engine in filter(shutil.which, ENGINES):
        tag, file = f"homeline:{version}", DIST / f"homeline-{version}-image.tar"
        try:
            run(engine, "info")
            run(engine, "build", "-q", "-f", "deploy/Dockerfile", "-t", tag, ".", at=source, epoch=epoch)
            run(engine, "save", "-o", file, tag)
        except SystemExit as error:
            why = str(error).removeprefix("release: ")
        else:
            return ""
    return why


def sums() -> None:
    """What `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in sorted(DIST.iterdir())]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def main() -> int:
    """Make it, and say what is there and what is not."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    tagged, notes = ready(version)
    why_no_image = build(version, notes, git("log", "-1", "--format=%ct"))
    sums()
    for each in sorted(DIST.iterdir()):
        print(f"dist/{each.name}  {each.stat().st_size:,} bytes")
    if not tagged:
        git("tag", "-a", f"v{version}", "--cleanup=whitespace", "-F", str(DIST / f"homeline-{version}.md"))
    print(f"tag v{version}")
    if why_no_image:
        print(f"left out: the image ({why_no_image})")
    print(f"left out: sending it. git push origin v{version}; uv publish dist/*.whl dist/*.tar.gz")
    return 0


if __name__ == "__main__":
    sys.exit(main())
