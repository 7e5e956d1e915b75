"""What lies in deploy/, read plainly."""

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
DEPLOY = ROOT / "deploy"


def text(name: str) -> str:
    """One file of deploy/."""
    return (DEPLOY / name).read_text(encoding="utf-8")


def unit(name: str) -> dict[str, list[str]]:
    """The directives of a systemd unit; a directive may stand more than once."""
    found: dict[str, list[str]] = {}
    for line in text(name).splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(key, []).append(value)
    return found


def instructions(name: str = "Dockerfile") -> list[tuple[str, str]]:
    """The instructions of a Dockerfile with their arguments, continued lines joined."""
    joined = re.sub(r"\\\n\s*", " ", text(name))
    lines = [line for line in joined.splitlines() if line and not line.startswith("#")]
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in lines]


def pins(path: Path) -> dict[str, str]:
    """Each pinned package with its version and hashes."""
    blocks = re.split(r"(?m)^(?=\S)", path.read_text())
    return {block.partition("==")[0]: block for block in blocks if block.strip()}


def composed(text: str) -> dict[str, Any]:
    """A compose file of maps, plain values and lists in one line, which is all that ours hold."""
    whole: dict[str, Any] = {}
    places = [(-1, whole)]
    for line in text.splitlines():
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        key, _, value = bare.partition(": ")
        while places[-1][0] >= indent:
            places.pop()
        inner: dict[str, Any] = {}
        places[-1][1][key.removesuffix(":")] = _plain(value) if value else inner
        places.append((indent, inner))
    return whole


def _plain(value: str) -> str | list[str]:
    if value.startswith("["):
        return [one or other for one, other in re.findall(r'"([^"]*)"|([^\s,\[\]"]+)', value)]
    return value.strip('"')
