"""The page of a class for a wall: it needs nothing but itself, and shows the way in and who we are."""

import re
from dataclasses import replace

import segno

from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.homeline import Homeline

CHINESE = replace(ZHAO, language_code="zh-hans")
NEVER = "Homeline never asks for money, codes or passwords."
HOSTILE = '<script src="//x.y">&"3B'


def page_of(home: Homeline, phone: Phone) -> str:
    """The newest page on a phone."""
    (*_, message) = [each for each in phone.messages if each.kind == "document"]
    file = home.world.files.get(message.content["document"]["file_id"])
    assert file is not None
    assert file.name == "class.html"
    return file.data.decode()


def dark_in(page: str) -> set[tuple[int, int]]:
    """The dark squares of the page's QR code, drawn as lines: `M` goes to a place, `m` moves, `h` draws."""
    (drawn,) = re.findall(r'class="qrline"[^>]* d="([^"]+)"', page)
    x, y, dark = 0.0, 0.0, set()
    for letter, numbers in re.findall(r"([Mmh])([-\d. ]+)", drawn):
        values = [float(each) for each in re.findall(r"-?[\d.]+", numbers)]
        if letter == "h":
            dark |= {(int(x) + step, int(y)) for step in range(int(values[0]))}
            x += values[0]
        else:
            x, y = (values[0], values[1]) if letter == "M" else (x + values[0], y + values[1])
    return dark


async def test_the_page_shows_the_link_the_way_in_and_our_name_and_loads_nothing(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()
    page = page_of(home, zhao)

    matrix = segno.make(link, error="q", micro=False).matrix
    assert dark_in(page) == {(x + 4, y + 4) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert "size:A4 portrait" in page
    assert "<h1>Class 3B</h1>" in page
    assert "Village school" in page
    assert "tap Start" in page
    assert "@homeline_bot" in page
    assert NEVER in page
    assert not re.search(r"(src|href)=|url\(|@import|<script|<link", page)


async def test_a_name_is_a_name_and_never_markup(home: Homeline) -> None:
    zhao = await home.school()
    await home.class_room(name=HOSTILE)
    page = page_of(home, zhao)

    assert "<script" not in page
    assert page.count("&lt;script src=&quot;//x.y&quot;&gt;&amp;&quot;3B") == 2


async def test_where_another_language_is_read_the_page_speaks_both(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()
    await home.family()
    await home.pupil(link)
    zhao.tap("🎓")
    await home.settle()
    zhao.tap("🔗")
    await home.settle()
    page = page_of(home, zhao)

    assert page.index('lang="zh-Hans"') < page.index(NEVER)
    assert page.count("@homeline_bot") == 2
