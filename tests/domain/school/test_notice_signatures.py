"""A list of families as a file: Excel reads its letters, and calculates nothing in it."""

import csv
import io

import pytest

from bot.domain.school.notice_signatures import as_csv, text_of
from tests.domain.school.builders import notice


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(begins: str) -> None:
    cell = f'{begins}HYPERLINK("https://example.org","a")'
    found = as_csv([("Pupil", "Answer"), (cell, "1-2 = 3")])

    assert found.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(found.decode("utf-8-sig"), newline="")))
    assert rows == [["Pupil", "Answer"], [f"'{cell}", "1-2 = 3"]]


def test_commas_quotes_and_lines_stay_in_their_cell() -> None:
    row = ['王莉莉, "Lily"', "first\nsecond", "Ёлкина"]
    assert list(csv.reader(io.StringIO(as_csv([row]).decode("utf-8-sig"), newline=""))) == [row]


def test_each_version_has_its_text() -> None:
    corrected = notice("third", earlier=("first", "second"), revision=2)
    assert [text_of(corrected, each) for each in range(3)] == ["first", "second", "third"]
