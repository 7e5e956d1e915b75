"""SG-03: what is told is read to the child, and from 13 the child has a say in it."""

from bot.simulator.phone import Phone
from bot.storage.tables import child
from bot.texts import emoji
from tests.homeline import MEI, Homeline
from tests.households import english_family, read, since, tap

HEARD = (
    "📖 Lily\nTo read to Lily:\nLily, a helper in the phone asks Grandma how you are. It tells Mei, also when you are "
    "ill.\nYour teacher hears nothing of it. You may always ask what was told."
)


def readings(texts: list[str]) -> list[str]:
    return [each for each in texts if each.startswith(emoji.READ)]


async def born(home: Homeline, year: int, month: int = 1) -> None:
    await read(home, lambda tx: tx.change(child.update().values(birth_year=year, birth_month=month)))


async def keeps(home: Homeline, fang: Phone) -> None:
    """Lily is 13 and keeps the faces; three taps on Grandma's phone."""
    await born(home, 2013)
    await tap(home, fang, "🏠", "📖", "❌")


async def test_sg_03_the_text_comes_once_at_the_start_to_who_looks_after_the_child_and_who_added_it(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    assert readings(fang.texts) == [HEARD]
    assert readings(mei.texts) == [HEARD]

    await home.later(days=300)
    assert readings(fang.texts) == [HEARD]
    await home.later(days=70)
    await home.later(days=1)
    assert readings(fang.texts) == [HEARD, HEARD]


async def test_sg_03_without_health_notes_no_feelings_are_named(home: Homeline) -> None:
    _mei, fang = await home.family(health="❌")
    (text,) = readings(fang.texts)
    assert "开不开心它不说" in text
    assert "生病" not in text


async def test_sg_03_quiet_hours_hold_the_text(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await home.later(days=364)
    before = len(mei.texts)
    await home.quiet(MEI, 0, 23 * 60 + 59)
    await home.until(22, zone="Asia/Shanghai", day=4)
    assert readings(since(mei, before)) == []


async def test_sg_03_it_is_found_again_with_three_taps_and_below_thirteen_it_asks_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "👥", "📖")
    assert fang.texts[-1] == HEARD

    fang.press("faces:1:kept", fang.last)
    mei.press("faces:1:kept", mei.last)
    await home.settle()

    assert await read(home, lambda tx: tx.scalar(child.select().with_only_columns(child.c.keeps_faces))) is None


async def test_sg_03_a_teenager_keeps_the_faces_and_illness_is_told_all_the_same(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 31)
    stale = fang.last
    await keeps(home, fang)
    assert mei.texts[-1].startswith("📖 Lily\nLily is growing up and chooses what is told.")

    before = len(mei.texts)
    fang.press("face:1:sad", stale)
    await home.settle()
    assert since(mei, before) == []
    await tap(home, fang, "✅ As usual")
    assert "All as usual with Lily, says Grandma." in mei.texts[-1]
    fang.say("🤒")
    await home.settle()
    await tap(home, fang, "🌡")
    assert "Lily is ill: fever." in mei.texts[-1]


async def test_sg_03_it_is_taken_back_as_easily_and_only_a_guardian_notes_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await keeps(home, fang)
    await tap(home, fang, "🏠", "📖", "✅")
    assert mei.texts[-1] == "📖 Lily\nLily lets you know again how the days are."
    before = len(mei.texts)
    await tap(home, fang, "🏠", "📖", "✅")
    mei.press("faces:1:kept", mei.last)
    await home.settle()
    assert not [each for each in since(mei, before) if "growing up" in each]
    assert not await read(home, lambda tx: tx.scalar(child.select().with_only_columns(child.c.keeps_faces)))


async def test_sg_03_a_family_that_shares_nothing_is_given_no_text(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await read(home, lambda tx: tx.change(child.update().values(frozen_at=tx.now)))
    before = len(fang.texts), len(mei.texts)
    await home.later(days=372)
    await home.later(days=1)
    assert readings(since(fang, before[0])) == readings(since(mei, before[1])) == []
