"""The main job of Homeline, from its first line to its last."""

from tests.homeline import FANG, MEI, Homeline, link_in


async def test_a_parent_adds_a_child_and_a_guardian_joins(home: Homeline) -> None:
    link = await home.child()
    assert link == link_in(home.phone(MEI))
    assert home.phone(MEI).sees("Lily's circle is ready")

    fang = await home.newcomer(FANG, link.rpartition("=")[2])
    fang.tap("👵")
    await home.settle()
    assert home.phone(MEI).sees("Wang Fang wants to join")
    assert fang.keyboard is None

    home.phone(MEI).tap("✅")
    await home.settle()
    assert fang.keyboard is not None


async def test_a_tap_in_the_evening_becomes_good_news_with_two_clocks(home: Homeline) -> None:
    mei, fang = await home.family()
    await home.until(19, 30)
    assert fang.sees("Lily今天怎么样？")
    before = len(mei.texts)

    fang.tap("🙂")
    await home.settle()

    assert len(mei.texts) == before + 1
    assert "19:30 at home, 15:30 for you" in mei.texts[-1]
    mei.tap("❤️")
    await home.settle()
    assert fang.sees("Mei：❤️")


async def test_the_same_tap_ten_times_is_one_piece_of_news(home: Homeline) -> None:
    mei, fang = await home.family()
    await home.until(19, 30)
    card = fang.last
    data = next(each.data for row in card.buttons for each in row if each.text == "🙂")
    before = len(mei.texts)
    for _ in range(10):
        fang.press(data, card)
    await home.settle()
    assert len(mei.texts) == before + 1
