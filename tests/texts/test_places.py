"""Countries and cities as people write them."""

import pytest

from bot.texts.places import find


@pytest.mark.parametrize(
    ("written", "country"),
    [
        *(("Romania", "RO"), ("románia", "RO"), (" ROMANIA! ", "RO"), ("România", "RO"), ("Румыния", "RO")),
        *(("罗马尼亚", "RO"), ("羅馬尼亞", "RO"), ("Ｒｏｍａｎｉａ", "RO")),
        *(("USA", "US"), ("the States", "US"), ("美国", "US"), ("UAE", "AE"), ("Dubai", "AE"), ("阿联酋", "AE")),
        *(("Korea", "KR"), ("Turkey", "TR"), ("Türkiye", "TR"), ("Россия", "RU"), ("Viet Nam", "VN"), ("北京", "CN")),
        *(("Australia", "AU"), ("Belgium", "BE"), ("Hungary", "HU"), ("Côte d’Ivoire", "CI")),
    ],
)
def test_a_place_is_known_by_its_usual_spellings(written: str, country: str) -> None:
    found = find(written)
    assert found is not None
    assert found[0] == country


def test_a_city_says_which_clock() -> None:
    assert find("Vancouver") == ("CA", 1)
    assert find("Владивосток") == ("RU", 6)


@pytest.mark.parametrize("written", ["", "Sam", "at home", "🏠", "far away", "Lily"])
def test_other_words_are_no_place(written: str) -> None:
    assert find(written) is None
