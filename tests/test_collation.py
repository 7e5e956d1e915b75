"""Class lists stand as a teacher expects them, and not by the numbers of their signs."""

import pytest

from bot.collation import initials, key_of


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("CN", ["Anna", "陈雨", "李娜", "李强", "王芳", "曾一", "张伟", "赵岚"]),
        ("CN", ["陈", "李", "王", "张", "赵"]),
        ("CN", ["单强", "宋佳"]),  # Shàn as a surname, not Dān
        ("UZ", ["Anvar", "Botir", "Zilola", "Oʻtkir", "Gʻani", "Sherzod", "Charos"]),
        ("UZ", ["Анвар", "Ёқуб", "Зилола", "Яшин", "Ўткир", "Қодир", "Ғани", "Ҳамид"]),
        ("KG", ["Азамат", "Емил", "Ёлкин", "Жаныл", "Нурлан", "Өмүр", "Рустам"]),
        (None, ["Charles", "Émile", "Emma", "Sheila", "Tom", "Zoe"]),
    ],
    ids=["pinyin", "five surnames", "a surname's own sound", "Uzbek Latin", "Uzbek Cyrillic", "Kyrgyz", "accents"],
)
def test_names_are_sorted_as_their_language_sorts_them(country: str | None, names: list[str]) -> None:
    by_sign, backwards = sorted(names), names[::-1]

    assert sorted(by_sign, key=key_of(country)) == sorted(backwards, key=key_of(country)) == names


def test_capitals_and_every_kind_of_apostrophe_change_nothing() -> None:
    assert min(["oʻktam", "O'ktam", "O’ktam", "bek"], key=key_of("UZ")) == "bek"
    assert max(["ali", "Alisher", "ALI"], key=key_of(None)) == "Alisher"


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("王", "W"),
        ("曾", "Z"),
        ("Karimov", "K"),
        ("ʻ", ""),
        ("Каримов", "K"),
        ("Қодиров", "KQ"),
        ("Юсупов", "UY"),
        ("Хамидов", "HKX"),
        ("Чориев", "C"),
        ("Шарипов", "S"),
        ("Oʻrinov", "O"),
        ("Émile", "E"),
        ("", ""),
    ],
)
def test_a_surname_begins_with_these_letters_in_whatever_script_it_stands(word: str, letters: str) -> None:
    assert initials(word) == set(letters)
