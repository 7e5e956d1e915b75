"""A family calls a child by one name; the school writes two or three."""

import pytest

from bot.domain.school.call_names import call_names, surnames


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("王小明", "小明"),
        ("王明", "王明"),
        ("欧阳娜娜", "娜娜"),
        ("欧阳修", "欧阳修"),
        ("Karimov Anvar", "Anvar"),
        ("Anvar Karimov", "Anvar"),
        ("Karimova Zilola Anvar qizi", "Zilola"),
        ("Karimov Anvar Botir oʻgʻli", "Anvar"),
        ("Иванова Мария Петровна", "Мария"),
        ("Қодиров Ўктам Ботир ўғли", "Ўктам"),
        ("Asanov Bek Almaz uulu", "Bek"),
        ("Lily", "Lily"),
        ("Eva", "Eva"),
        ("Karimova", "Karimova"),
    ],
)
def test_the_likeliest_name_comes_first(written: str, called: str) -> None:
    assert call_names(written)[0] == called


def test_the_others_are_offered_too_and_none_twice() -> None:
    assert call_names("Karimov Anvar") == ("Anvar", "Karimov", "Karimov Anvar")
    assert call_names("王小明") == ("小明", "王小明")
    assert call_names("Lily") == ("Lily",)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("王小明", ("王",)),
        ("欧阳娜娜", ("欧阳",)),
        ("Karimova Zilola Anvar qizi", ("Karimova",)),
        ("Anvar Karimov", ("Karimov",)),
        ("Иванова Мария Петровна", ("Иванова",)),
        ("Tom Sawyer", ("Tom", "Sawyer")),
        ("Lily", ("Lily",)),
    ],
)
def test_a_surname_is_one_word_where_it_shows_and_else_may_be_any(written: str, found: tuple[str, ...]) -> None:
    assert surnames(written) == found
