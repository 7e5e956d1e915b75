"""Slips: eight to a page, each with the two codes that are its own, read as they come from the printer."""

from time import process_time

import pytest

from bot.pictures import slip_sheet
from bot.pictures.printed import Slip, Slips
from tests.printed import pages

ALOUD = (
    "请念给家里人听：“这张纸是学校发的。扫了它，学校的通知您直接收到，在外的爸爸妈妈也能知道孩子好不好。不花一分钱。”",
    "Please read out: “This paper is from school. With it the school's notices come to you. It costs nothing.”",
)
STEPS = (
    ("打开相机，扫码", "Open the camera, scan the code"),
    ("点“开始”", "Tap Start"),
    ("点您是谁", "Say who you are"),
)
HOME, FAR = ("给在家带孩子的人", "For the person at home"), ("给在外的爸爸妈妈", "For the parent far away")
NAMES = ["7. Karimov Anvar", "王小明", "Mohamed Abdulrahman " * 6, "Ўктам Қодирова", "㐀㐁", "Oʻgʻiloy", "x", "欧阳䶮"]


def asked(count: int, languages: int = 2) -> Slips:
    """Slips for so many pupils."""
    link = "https://t.me/homeline_village_school_bot?start={}{:021}"
    slips = tuple(Slip(NAMES[each % 8], link.format("h", each), link.format("f", each)) for each in range(count))
    steps = tuple(step[:languages] for step in STEPS)
    home, far, aloud = HOME[:languages], FAR[:languages], ALOUD[:languages]
    return Slips("3B · Village school", slips, home, far, steps, aloud, "@homeline_bot")


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (8, 1), (9, 2)])
def test_eight_stand_on_a_page_and_both_codes_of_each_are_read_from_it(count: int, expected: int) -> None:
    wanted = asked(count)

    found = pages(slip_sheet.draw(wanted))

    assert len(found) == expected
    assert sorted(code for page in found for code in page.codes) == sorted(
        link for slip in wanted.slips for link in (slip.home, slip.far)
    )


def test_the_homes_code_is_on_the_left_of_the_far_parents() -> None:
    wanted = asked(1)
    (page,) = pages(slip_sheet.draw(wanted))
    assert page.codes == (wanted.slips[0].home, wanted.slips[0].far)


def test_every_word_stands_on_it_in_both_languages_and_what_cannot_be_printed_leaves_an_empty_box() -> None:
    (page,) = pages(slip_sheet.draw(asked(8)))
    words = "".join(page.words.split())

    for each in (*ALOUD, *HOME, *FAR, *(word for step in STEPS for word in step), "@homeline_bot", NAMES[0], "欧阳䶮"):
        assert words.count("".join(each.split())) >= 1, each
    assert "□□" in page.words
    assert "…" in page.words  # of the name that no slip is wide enough for


def test_five_hundred_slips_are_printed_within_twenty_seconds_and_are_a_small_file() -> None:
    wanted = asked(500)
    began = process_time()  # a busy machine makes it no slower
    content = slip_sheet.draw(wanted)
    assert process_time() - began < 20
    assert len(content) < 5_000_000
    assert len(pages_of(content)) == 63


def pages_of(content: bytes) -> list[bytes]:
    """Its pages, unread."""
    return content.split(b"/Type /Page\n")[1:]
