"""A class's poster: one page, whatever the names, and its code is read from the paper and from the picture."""

from dataclasses import replace

import pytest

from bot.pictures.printed import Poster
from bot.pictures.worker import draw
from tests.printed import codes_in, pages

LINK = "https://t.me/homeline_village_school_bot?start=abcdefghijklmnopqrstuv"
STEPS = (("Open the camera, scan the code", "打开相机，扫这个码"), ("Tap Start", "点“开始”"), ("Choose", "选孩子"))
LINES = ("The school's notices come to the family's phones.", "学校的通知直接到家里人的手机上。") * 3
POSTER = Poster("Class 3B", "Village school", LINK, STEPS, LINES)
LONG = "The first experimental boarding school of the mountain valley of Nurota, named after " + "Academician " * 9


@pytest.mark.parametrize("poster", [POSTER, replace(POSTER, title=LONG, school=LONG)], ids=["short", "long"])
def test_names_of_any_length_leave_the_code_readable_and_everything_on_one_page(poster: Poster) -> None:
    (page,) = pages(draw(poster))

    assert page.codes == (LINK,)
    words = "".join(page.words.split())
    for each in (*LINES, *(word for step in STEPS for word in step)):
        assert "".join(each.split()) in words
    assert codes_in(draw(replace(poster, as_picture=True))) == (LINK,)


def test_a_page_and_a_picture_are_the_same_for_the_same_words() -> None:
    assert draw(POSTER) == draw(POSTER)
    picture = replace(POSTER, as_picture=True)
    assert draw(picture) == draw(picture)
