"""The poster of a class, as a page for a wall and as a picture: its code, the way in, and who we are."""

from dataclasses import replace

from bot.simulator.cast import ZHAO
from bot.simulator.phone import Phone
from tests.homeline import Homeline, link_in
from tests.printed import Page, codes_in, pages

CHINESE = replace(ZHAO, language_code="zh-hans")
NEVER = "Homeline never asks for money, codes or passwords."
HOSTILE = '<script src="//x.y">&"3B'


def page_of(home: Homeline, phone: Phone) -> Page:
    """The newest page on a phone."""
    (*_, message) = [each for each in phone.messages if each.kind == "document"]
    file = home.world.files.get(message.content["document"]["file_id"])
    assert file is not None
    assert file.name == "class.pdf"
    (page,) = pages(file.data)
    return page


async def test_the_page_shows_the_link_the_way_in_and_our_name(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()
    page = page_of(home, zhao)

    assert page.codes == (link,)
    assert page.words.startswith("Class 3B\nVillage school\n")
    for each in ("Tap Start", "Choose your child", "@homeline_bot", NEVER):
        assert each in page.words


async def test_the_picture_to_forward_shows_the_same_code_and_is_small(home: Homeline) -> None:
    zhao = await home.school()
    link = await home.class_room()

    sent = home.world.files.get(zhao.last.content["photo"][-1]["file_id"])

    assert sent is not None
    assert codes_in(sent.data) == (link,)
    assert len(sent.data) < 100_000
    assert link in zhao.texts[-1]


async def test_a_name_is_a_name_and_never_markup(home: Homeline) -> None:
    zhao = await home.school()
    await home.class_room(name=HOSTILE)

    assert f"Class {HOSTILE}" in page_of(home, zhao).words


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

    assert page.codes == (link_in(zhao),)
    assert page.words.index("打开相机") < page.words.index("Open the camera")
    assert page.words.count("@homeline_bot") == 2


async def test_a_teacher_who_reads_chinese_has_it_in_chinese_alone(home: Homeline) -> None:
    zhao = await home.school(CHINESE)
    await home.class_room(CHINESE, name="三（2）班")

    page = page_of(home, zhao)

    assert "三（2）班" in page.words
    assert "打开相机" in page.words
    assert "Open the camera" not in page.words
