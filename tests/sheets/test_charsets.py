"""In which letters a list is written: told by its marks or by its words, and asked where that is unsure."""

import pytest

from bot.domain.school.roster_files import Readings, Unread
from bot.sheets.charsets import decoded, readings

RUSSIAN = "№;ФИО\n1;Иванов Иван\n2;Каримов Анвар\n"
CHINESE = "序号,姓名\n1,张伟\n2,李雨桐\n"
UZBEK = "Gʻaniyeva;Oʻgʻiloy\nSharipov;Choʻlpon\n"


@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, UZBEK, "1,Anna\n"], ids=["Russian", "Chinese", "Uzbek", "English"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_is_certain(text: str, charset: str) -> None:
    assert decoded(text.encode(charset)) == (text, "")


@pytest.mark.parametrize(
    ("text", "charset"),
    [(CHINESE, "gb18030"), ("张伟\n李雨\n", "gb18030"), (RUSSIAN, "cp1251")],
)
def test_older_charsets_are_recognised_and_could_be_mended(text: str, charset: str) -> None:
    assert decoded(text.encode(charset)) == (text, charset)


def test_what_could_be_several_is_shown_in_each() -> None:
    found = decoded("Zoë\nAnna\n".encode("cp1252"))

    assert isinstance(found, Readings)
    assert ("cp1252", ("Zoë",)) in found.found
    assert 2 <= len(found.found) <= 3
    assert len({words for _charset, words in found.found}) == len(found.found)


def test_what_is_likeliest_stands_first() -> None:
    found = decoded("ИВАНОВ ИВАН\nПЕТРОВ ПЁТР\n".encode("cp1251"))
    assert isinstance(found, Readings)
    assert found.found[0] == ("cp1251", ("ИВАНОВ ИВАН", "ПЕТРОВ ПЁТР"))


def test_who_says_that_it_is_wrong_is_shown_others() -> None:
    found = dict(readings("Анвар\nЗилола\n".encode("cp1251")).found)
    assert found["cp1251"] == ("Анвар", "Зилола")
    assert len(found) > 1


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, bytes(100)])
def test_a_picture_is_no_text(content: bytes) -> None:
    assert decoded(content) is Unread.NO_LIST
