"""Cells, whatever stands between them."""

import pytest

from bot.domain.school.roster_files import CELL, COLUMNS
from bot.sheets.texts import rows_of


@pytest.mark.parametrize("sign", list("\t;,|，；"))
def test_any_sign_stands_between_cells(sign: str) -> None:
    found = rows_of(f"1{sign}Anvar{sign}2017\r\n2{sign}Botir{sign}\r\n")
    assert [each.cells for each in found] == [("1", "Anvar", "2017"), ("2", "Botir", "")]


def test_lines_without_one_are_one_cell_each() -> None:
    assert [each.cells for each in rows_of("7 Anvar Karimov 2017\n\n8 Botir")] == [
        ("7 Anvar Karimov 2017",),
        ("",),
        ("8 Botir",),
    ]


def test_what_a_spreadsheet_writes_above_is_no_row_and_lines_keep_their_numbers() -> None:
    found = rows_of('sep=;\n1;"Karimov; Anvar"\n\n3;Botir\n')
    assert [(each.number, each.cells) for each in found if each.cells] == [
        (2, ("1", "Karimov; Anvar")),
        (4, ("3", "Botir")),
    ]


def test_no_cell_and_no_row_is_longer_than_a_list_has() -> None:
    (row,) = rows_of(",".join(["x" * 1_000] * 100))
    assert len(row.cells) == COLUMNS
    assert {len(each) for each in row.cells} == {CELL}
