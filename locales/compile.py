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


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling leaves its config type open
    """Runs for wheels and for editable installs alike."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        compile_catalogues(Path(self.root) / "locales")
        build_data["artifacts"].append("locales/**/*.mo")


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
