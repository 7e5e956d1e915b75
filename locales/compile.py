"""Compiles the catalogues when the project is built or installed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, not by the build
    BuildHookInterface = object  # type: ignore[misc,assignment] # only the build needs the hook


def compile_catalogues(locales: Path) -> list[Path]:
    """Write each `homeline.mo` beside its `.po`; the paths written."""
    written = []
    for po in sorted(locales.glob("*/LC_MESSAGES/homeline.po")):
        with po.open("rb") as source:
            catalog = read_po(source, locale=po.parent.parent.name)
        target = po.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalog)
        written.append(target)
    return written


def needed(locales: Path) -> list[Path]:
    """What is read when Homeline runs: compiled catalogues and tables, not what translators and builds work on."""
    return sorted(each for kind in ("*.mo", "*.toml", "LICENSE") for each in locales.rglob(kind))


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling leaves its config type open
    """Runs for wheels and for editable installs alike; a wheel takes along what is read when Homeline runs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        locales = Path(self.root) / "locales"
        compile_catalogues(locales)
        if version == "standard":
            build_data["force_include"] |= {
                str(each): f"bot/_locales/{each.relative_to(locales)}" for each in needed(locales)
            }


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
