"""Prints what Homeline is made of, as CycloneDX 1.5 JSON, from the pinned versions; needs nothing but Python."""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^ ;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(pins: str) -> list[dict[str, object]]:
    """One component for each pinned package, in the order of the file."""
    found: list[dict[str, object]] = []
    hashes: list[dict[str, str]] = []
    for line in pins.splitlines():
        if pin := _PIN.match(line):
            name, version = pin["name"].lower().replace("_", "-"), pin["version"]
            purl, hashes = f"pkg:pypi/{name}@{version}", []
            found.append(
                {
                    "type": "library",
                    "bom-ref": purl,
                    "name": name,
                    "version": version,
                    "purl": purl,
                    "externalReferences": [{"type": "distribution", "url": purl, "hashes": hashes}],
                }
            )
        hashes += [{"alg": "SHA-256", "content": each} for each in _HASH.findall(line)]
    return found


def bom(pins: str) -> dict[str, object]:
    """The whole document; the same pins make the same document."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "homeline"}},
        "components": components(pins),
    }


if __name__ == "__main__":
    file = ROOT / (sys.argv[1] if len(sys.argv) > 1 else "constraints.txt")
    print(json.dumps(bom(file.read_text(encoding="utf-8")), indent=2))
