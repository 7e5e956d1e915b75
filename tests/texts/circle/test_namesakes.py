"""Children of one name are told apart wherever their family reads of them: each text asks its reader for circles."""

from pathlib import Path

import bot.texts

TEXTS = Path(bot.texts.__file__).parent
# What a teacher or an operator's list reads: there a class tells its pupils apart.
OF_OTHERS = {
    "reader.py",
    "admitting.py",
    "pupils.py",
    "schools.py",
    "illness_school.py",
    "reports.py",
    *("notice_results.py", "notice_signatures.py", "notice_preview.py"),
    "absences.py",
}


def test_no_text_looks_for_circles_beside_its_reader() -> None:
    found = [
        f"{path.name}: {line.strip()}"
        for path in TEXTS.rglob("*.py")
        if path.name not in OF_OTHERS
        for line in path.read_text().splitlines()
        if "circles.of_person(" in line or "circles.get(" in line
    ]
    assert found == []
