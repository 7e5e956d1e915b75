"""What a teacher sends looks like a list of names where nearly each line is one."""

import pytest

from bot.domain.school.stray_lists import may_be_list

SHEET, PHOTO = {"kind": "document", "file_id": "1", "sheet": True}, {"kind": "photo", "file_id": "2"}


@pytest.mark.parametrize(
    "text",
    [
        "Anvar Karimov\nZilola Umarova\nTom Sawyer\nLily Wang\nBotir Qodirov",
        "№ ФИО\n1. Каримов Анвар 2017\n2. Умарова Зилола 2017\n3 Иванов Пётр\n4 Юсупов Бек\n5 Чориев Али",
        "王莉莉\n李雨\n\n张伟\n陈晨\n欧阳娜娜\n赵一 2017",
        "Karimova Zilola Anvar qizi\nKarimov Anvar Botir oʻgʻli\nUmarov Olim\nQodirov Bek\nGʻaniyev Ali\n???",
    ],
)
def test_lines_of_names_are_a_list(text: str) -> None:
    assert may_be_list(text, (), 2026)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Anvar\nZilola\nTom\nLily",  # four may be greeted by name
        "Dear families\non Friday we go to the park\nbring a coat\nbring water\nand five yuan",
        "Bring: coat\nBring: water\nBring: 5 yuan\nBring: a hat\nBring: a pen",
        "明天去春游，请带外套\n请带水\n请带五块钱\n七点半在校门口集合，别迟到\n谢谢各位家长",
        "Monday 08:00\nTuesday 09:00\nWednesday 08:00\nThursday 08:00\nFriday 10:00",
    ],
)
def test_a_notice_is_none(text: str) -> None:
    assert not may_be_list(text, (), 2026)


def test_a_file_is_one_by_its_kind_and_alone() -> None:
    assert may_be_list("", (SHEET,), 2026)
    assert may_be_list("Our list", (SHEET,), 2026)
    assert not may_be_list("", (PHOTO,), 2026)
    assert not may_be_list("", (SHEET, PHOTO), 2026)
