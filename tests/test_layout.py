"""Tests are laid out as the code is, so that whoever reads a rule knows where its cases stand."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
LAYERS = {
    "bot/domain": "tests/domain",
    "bot/services": "tests/services",
    "bot/ticks": "tests/ticks",
    "handlers": "tests/handlers",
}


def decides(path: Path) -> bool:
    """Whether a module does anything: one that only names events and figures is held by those who read them."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(path.read_text())))


def namesakes(path: Path, layer: str) -> list[Path]:
    """`test_<module>.py` in the same area, or one for each of its aspects: `test_<module>_<aspect>.py`."""
    folder = ROOT / LAYERS[layer] / path.relative_to(ROOT / layer).parent
    return [*folder.glob(f"test_{path.stem}.py"), *folder.glob(f"test_{path.stem}_*.py")]


def test_every_rule_use_case_tick_and_conversation_has_its_namesake() -> None:
    missing = [
        str(path.relative_to(ROOT))
        for layer in LAYERS
        for path in sorted((ROOT / layer).rglob("*.py"))
        if path.stem != "__init__" and decides(path) and not namesakes(path, layer)
    ]

    assert missing == []


def test_no_area_of_the_tests_is_unknown_to_the_code() -> None:
    for layer, tests in LAYERS.items():
        areas = {path.name for path in (ROOT / layer).iterdir() if path.is_dir() and path.name != "__pycache__"}
        mirrored = {path.parent.name for path in (ROOT / tests).glob("*/test_*.py")}
        assert mirrored <= areas, layer


def test_every_test_that_a_document_names_is_there() -> None:
    for document in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        for named in re.findall(r"`(tests/[a-z_/]+\.py)`", document.read_text()):
            assert (ROOT / named).is_file(), f"{document.name}: {named}"
        for named in re.findall(r"`(test_[a-z_]+\.py)`", document.read_text()):
            assert list((ROOT / "tests").rglob(named)), f"{document.name}: {named}"
