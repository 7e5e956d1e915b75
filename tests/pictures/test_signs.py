"""What names need can be printed, and what cannot is known before anything is printed."""

import tracemalloc

import pytest

from bot.pictures import signs
from bot.pictures.signs import lacking, printable


@pytest.mark.parametrize(
    "name",
    [
        "Oʻgʻiloy Gʻafurova",
        "Ўктам Қодиров Ҳ. Ғ.",
        "Ҷамшед Ӣ",
        "Өмүрбек Ң",
        "Đặng Thị Ngọc Ánh",
        "王小明",
        "欧阳䶮",
        "李𬭚",
        "№ 7",
    ],
)
def test_names_of_the_countries_where_homeline_is_used_can_be_printed(name: str) -> None:
    assert lacking(name) == ""
    assert printable(name) == name


def test_a_sign_that_cannot_be_printed_is_named_and_an_empty_box_keeps_its_place() -> None:
    assert lacking("王㐀 Ming\n🌟") == "㐀🌟"
    assert printable("王㐀\tMing") == "王□ Ming"


def test_whoever_only_asks_keeps_little_of_it() -> None:
    signs._known.cache_clear()
    tracemalloc.start()
    try:
        assert lacking("王") == ""
        assert tracemalloc.get_traced_memory()[0] < 100_000
    finally:
        tracemalloc.stop()
