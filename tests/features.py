"""`make features`: each feature with its files, buttons, events and tables, as docs/features.md shows them."""

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import handlers
from bot.domain.notifications import Event
from bot.routes import Route

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "features.md"
LAYERS = ("bot/domain", "bot/queries", "bot/services", "bot/texts", "handlers")
AREAS = ("circle", "daily", "illness", "school", "privacy", "operators")
HEAD = """# Features

Made by `make features`. A feature has one name through all layers: `<layer>/<area>/<name>.py`.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page())


def page() -> str:
    """The page as it should be."""
    return HEAD + "".join(f"\n## {area}\n\n{_table(area)}\n{_ticks(area)}" for area in AREAS)


@cache
def names(area: str) -> list[str]:
    """The features of an area."""
    found = {path.stem for layer in LAYERS for path in (ROOT / layer / area).glob("*.py")}
    return sorted(found - {"__init__"})


def _table(area: str) -> str:
    rows = "".join(f"| {name} | {' | '.join(_cells(area, name))} |\n" for name in names(area))
    return f"| Feature | Layers | Buttons | Events | Tables |\n|---|---|---|---|---|\n{rows}"


def _cells(area: str, name: str) -> tuple[str, ...]:
    files = {layer: ROOT / layer / area / f"{name}.py" for layer in LAYERS}
    there = [layer.removeprefix("bot/") for layer, path in files.items() if path.is_file()]
    cells = (there, _buttons(area, name), _events(area, name), sorted(_tables(files["bot/queries"])))
    return tuple(", ".join(each) for each in cells)


def _buttons(area: str, name: str) -> list[str]:
    module = f"handlers.{area}.{name}"
    routes: list[Route] = next((each.routes for each in handlers.FEATURES if each.__name__ == module), [])
    return list(dict.fromkeys(verb for route in routes if (verb := _verb(route))))


def _verb(route: Route) -> str:
    pattern = getattr(route.check, "pattern", None)
    return f"`{pattern.pattern.partition(':')[0].removesuffix(chr(92) + 'Z')}`" if pattern is not None else ""


def _events(area: str, name: str) -> list[str]:
    if not (ROOT / "bot" / "domain" / area / f"{name}.py").is_file():
        return []
    module = importlib.import_module(f"bot.domain.{area}.{name}")
    found = (each for each in vars(module).values() if isinstance(each, type) and issubclass(each, Event))
    return [each.__name__ for each in found if each.__module__ == module.__name__]


def _tables(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())) if path.is_file() else ():
        if isinstance(node, ast.ImportFrom) and node.module == "bot.db.tables":
            yield from (each.name for each in node.names)


def _ticks(area: str) -> str:
    found = sorted(path.stem for path in (ROOT / "bot" / "ticks" / area).glob("*.py") if path.stem != "__init__")
    return f"Ticks: {', '.join(found)}.\n"


if __name__ == "__main__":
    main()
