"""Which Homeline this is, installed or run from its folder."""

import tomllib
from importlib import metadata
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def version() -> str:
    """As it was installed; in a folder in which nothing was, as that says."""
    try:
        return metadata.version("homeline")
    except metadata.PackageNotFoundError:
        return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
