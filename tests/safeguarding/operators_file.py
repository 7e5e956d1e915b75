"""The safeguarding file that the example becomes once an operator has filled it in."""

import re
import shutil
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "deploy" / "safeguarding"
HOURS = "Mon-Fri 9:00-17:00"


def whole(folder: Path) -> Path:
    """The example with all its blanks filled in, beside copies of the templates."""
    shutil.copytree(TEMPLATES, folder / "safeguarding")
    return fill_in(folder / "safeguarding" / "example.toml")


def fill_in(file: Path) -> Path:
    """All blanks of a copy, and of the documents beside it."""
    text = file.read_text(encoding="utf-8")
    text = re.sub(r'confirmed_on = "<.*?>"', "confirmed_on = 2026-11-02", text)
    file.write_text(re.sub(r"<(.*?)>", r"\1", text), encoding="utf-8")
    for name in ("policy", "dpia", "incident"):  # the audit is for the end of the year
        document = file.with_name(f"{name}.md")
        document.write_text(re.sub(r"<(.*?)>", r"\1", document.read_text(encoding="utf-8")), encoding="utf-8")
    return file
