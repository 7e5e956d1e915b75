"""Rows and cells of a workbook: values only, for a formula says nothing about a child."""

import io
import zipfile
from datetime import date
from typing import Any

from bot.domain.school.roster_files import ROWS, Row, Unread
from bot.sheets.texts import cleaned

ZIPPED, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPENED = 40_000_000  # bytes of a workbook that is opened; of a class it is some 100,000
_PARTS = 500
_LOCK = "EncryptedPackage".encode("utf-16-le")


def rows_of(content: bytes) -> tuple[Row, ...] | Unread:
    """The first sheet that is not hidden and has something in it."""
    if content.startswith(OLD) and _LOCK in content:
        return Unread.LOCKED
    if content.startswith(ZIPPED) and (refused := _refused(content)):
        return refused
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum  # noqa: PLC0415 - late

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
        for name in shown:
            rows = _rows(book.get_sheet_by_name(name))
            if any(any(each.cells) for each in rows):
                return rows
    except PasswordError:
        return Unread.LOCKED
    except CalamineError:
        return Unread.NO_LIST
    return Unread.EMPTY


def _refused(content: bytes) -> Unread | None:
    """What would grow beyond measure, and what is no workbook, is not even opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return Unread.NO_LIST
    if len(parts) > _PARTS or sum(each.file_size for each in parts) > _OPENED:
        return Unread.TOO_MUCH
    return None


def _rows(sheet: Any) -> tuple[Row, ...]:
    rows = sheet.to_python(skip_empty_area=False, nrows=ROWS)
    return tuple(Row(place, cleaned([_written(each) for each in cells])) for place, cells in enumerate(rows, 1))


def _written(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
