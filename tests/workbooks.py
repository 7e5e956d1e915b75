"""A workbook with one sheet, as any spreadsheet writes it."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_NAMES = "http://schemas.openxmlformats.org"
_TYPES = (
    f'<Types xmlns="{_NAMES}/package/2006/content-types"><Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_RELS = (
    f'<Relationships xmlns="{_NAMES}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_NAMES}/officeDocument/2006/relationships/{{kind}}" Target="{{to}}"/></Relationships>'
)
_BOOK = (
    f'<workbook xmlns="{_NAMES}/spreadsheetml/2006/main" xmlns:r="{_NAMES}/officeDocument/2006/relationships">'
    '<sheets><sheet name="Class" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    """These rows as an .xlsx."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", _TYPES)
        out.writestr("_rels/.rels", _RELS.format(kind="officeDocument", to="xl/workbook.xml"))
        out.writestr("xl/workbook.xml", _BOOK)
        out.writestr("xl/_rels/workbook.xml.rels", _RELS.format(kind="worksheet", to="worksheets/sheet1.xml"))
        out.writestr("xl/worksheets/sheet1.xml", _sheet(rows))
    return packed.getvalue()


def _sheet(rows: Sequence[Sequence[object]]) -> str:
    said = "".join(
        f'<row r="{at}">' + "".join(_cell(f"{chr(65 + place)}{at}", each) for place, each in enumerate(row)) + "</row>"
        for at, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{_NAMES}/spreadsheetml/2006/main"><sheetData>{said}</sheetData></worksheet>'


def _cell(at: str, value: object) -> str:
    if isinstance(value, int):
        return f'<c r="{at}"><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
