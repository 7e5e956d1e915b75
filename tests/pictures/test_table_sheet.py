"""A list to print: everything that was given stands on it, in any language, on as many pages as it needs."""

from bot.pictures import table_sheet
from bot.pictures.printed import Table
from bot.pictures.worker import draw
from tests.printed import pages

COLUMNS = ("No.", "Pupil", "Signed")
LONG = "Mohamed Abdulrahman bin Abdul-Aziz oʻgʻli " * 3


def test_each_row_stands_on_a_page_and_each_page_has_its_head_and_its_number() -> None:
    names = ("王小明", "Oʻgʻiloy Gʻafurova", "Ўктам Қодиров")
    rows = tuple((f"n{number}.", names[number % 3], "同意") for number in range(90))

    found = pages(draw(Table("Class 3B", ("18 of 21 households",), COLUMNS, rows, "Homeline")))

    assert len(found) == 3
    words = " ".join(page.words for page in found).split()
    assert [each for each in words if each.startswith("n") and each.endswith(".")] == [row[0] for row in rows]
    for number, page in enumerate(found, 1):
        assert "Pupil" in page.words
        assert page.words.split()[-1] == str(number)
    assert "王小明" in words
    assert "Oʻgʻiloy Gʻafurova" in " ".join(words)
    assert "18 of 21 households" in found[0].words


def test_a_long_name_takes_more_lines_and_nothing_of_it_is_cut() -> None:
    (page,) = pages(table_sheet.draw(Table("3B", (), COLUMNS, (("1", LONG, "yes"), ("2", "Lily", "no")))))
    assert page.words.count("Abdulrahman") == 3
    assert page.words.index("Lily") > page.words.rindex("Abdulrahman")


def test_no_row_at_all_is_one_page_with_its_head() -> None:
    (page,) = pages(table_sheet.draw(Table("3B", (), COLUMNS, ())))
    assert page.words.split() == ["3B", *COLUMNS, "1"]


def test_the_same_list_is_the_same_file() -> None:
    table = Table("3B", (), COLUMNS, (("1", "Lily", "yes"),))
    assert table_sheet.draw(table) == table_sheet.draw(table)
