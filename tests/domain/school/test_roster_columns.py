"""Which column is the name: by the headings of many schools, else by what stands in them; asked where it is unsure."""

import pytest

from bot.domain.school.roster_columns import Columns, Unsure, columns_of, is_plain, lines_of, plain_lines, samples
from bot.domain.school.roster_files import Row
from bot.domain.school.rosters import Line, Wrong

YEAR = 2026


def rows(text: str) -> list[Row]:
    return [Row(place, tuple(line.split("|"))) for place, line in enumerate(text.splitlines(), 1)]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("№|ФИО|Год рождения\n1|Каримов Анвар|2017", Columns((1,), 0, 2, 1)),
        ("序号|姓名|性别|出生日期\n1|张伟|男|2017-03-01", Columns((1,), 0, 3, 1)),
        ("Familiyasi|Ismi|Tugʻilgan yili|T/r\nGʻaniyeva|Oʻgʻiloy|2017|1", Columns((0, 1), 3, 2, 1)),
        ("Surname|Name\nKarimov|Anvar", Columns((0, 1), None, None, 1)),
        ("3B\n|\nNo.|Full name|Phone\n1|Anvar|998", Columns((1,), 0, None, 3)),
        ("Фамилия|Имя|Отчество\nКаримов|Анвар|Олимович", Columns((0, 1), None, None, 1)),
        ("1|Anvar|m\n2|Botir|m\n3|Zilola|f\n4|Anna|f", Columns((1,), 0, None, 0)),
        ("2017|Anvar|1\n2016|Botir|2", Columns((1,), 2, 0, 0)),
        ("Karimov|Anvar\nUmarova|Zilola", Columns((0, 1), None, None, 0)),
        ("Anvar Karimov|Olim Karimov\nZilola Umarova|Botir Umarov", Unsure((0, 1))),
        ("1|2\n3|4", Unsure(())),
    ],
    ids=[
        *("Russian", "Chinese", "Uzbek, number last", "English", "a title above", "a father's name"),
        *("without headings", "other order", "surname and name", "child and parent", "no names"),
    ],
)
def test_columns_are_found(text: str, columns: Columns | Unsure) -> None:
    assert columns_of(rows(text), YEAR) == columns


def test_what_a_teacher_has_chosen_counts() -> None:
    assert columns_of(rows("1|Anvar Ali|Olim Ali"), YEAR, chosen=2) == Columns((2,), 0, None, 0)


def test_each_row_is_a_child_or_says_why_it_is_none() -> None:
    found = lines_of(rows("姓|名|年\n张|伟|2017\n李|雨|1987\n||2017\n\nAnna|Li|"), Columns((0, 1), None, 2, 1), YEAR)

    assert [(place, line) for place, _words, line in found] == [
        (2, Line("张伟", None, 2017)),
        (3, Wrong.YEAR),
        (4, Wrong.NO_NAME),
        (6, Line("Anna Li")),
    ]


def test_one_column_is_read_as_lines_that_were_pasted() -> None:
    found = rows("Name\n7 Anvar Karimov 2017\n\n8 Botir")

    assert is_plain(found)
    assert not is_plain(rows("1|Anvar"))
    assert [line for _place, _words, line in plain_lines(found, YEAR)] == [
        Line("Anvar Karimov", 7, 2017),
        Line("Botir", 8),
    ]


def test_a_column_is_shown_by_its_first_names() -> None:
    assert samples(rows("ФИО|Телефон\nАнвар|99\nЗилола|98\nЮсуф|97"), 0, 2) == ["Анвар", "Зилола"]
    assert samples(rows("ФИО|Телефон\nАнвар|99"), 1, 2) == []
