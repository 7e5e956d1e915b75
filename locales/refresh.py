"""`make locales`: takes new texts from the code into the template and into each language."""

from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

# The calls that hold texts: `_c` has a context in front, `say_n` and `label_n` two forms.
KEYWORDS: dict[str, Any] = {
    "_": None,
    "_c": ((1, "c"), 2),
    "say": None,
    "say_n": (1, 2),
    "label": None,
    "label_n": (1, 2),
}
WIDTH = 96


def extract(folder: Path) -> Catalog:
    """The texts as they stand in the code, with their comments for translators."""
    template = Catalog(project="Homeline")
    found = extract_from_dir(
        str(folder), [("**.py", "python")], keywords=KEYWORDS, comment_tags=["L10N"], strip_comment_tags=False
    )
    for _file, _line, message, comments, context in found:
        template.add(message, auto_comments=comments, context=context)
    return template


def refresh(locales: Path) -> None:
    """Write the template, and each language with what is new in it still empty."""
    template = extract(locales.parent / "bot" / "texts")
    _write(locales / "homeline.pot", template, [])
    for path in sorted(locales.glob("*/LC_MESSAGES/homeline.po")):
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name)
        head = [f"Language: {path.parent.parent.name}", f"Plural-Forms: {catalogue.plural_forms}"]
        catalogue.update(template, no_fuzzy_matching=True)
        _write(path, catalogue, head)


def _write(path: Path, catalogue: Catalog, head: list[str]) -> None:
    lines = ["Project-Id-Version: Homeline", *head, "MIME-Version: 1.0"]
    lines += ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    with path.open("wb") as file:
        file.write(b"# Homeline: what people read. See CONTRIBUTING.md for how to translate.\n")
        file.write(b'msgid ""\nmsgstr ""\n')
        file.writelines(f'"{line}\\n"\n'.encode() for line in lines)
        file.write(b"\n")
        _messages(file, catalogue)


def _messages(file: BinaryIO, catalogue: Catalog) -> None:
    write_po(file, catalogue, width=WIDTH, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)


if __name__ == "__main__":
    refresh(Path(__file__).parent)
