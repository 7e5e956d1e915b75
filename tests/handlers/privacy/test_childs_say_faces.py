"""SG-03: from 13 the child's own say whether the four faces are told, and what must not happen then."""

from sqlalchemy import select

from bot.db.tables import child
from bot.simulator.phone import Phone
from tests.handlers.privacy.test_childs_say import born
from tests.handlers.privacy.test_exports import circle_in, taken
from tests.homeline import MEI, Homeline
from tests.households import english_family, read, say, since, tap

KEPT = (
    "📖 Lily\nLily is growing up and chooses what is told. Now “as usual” or “please call” comes from home.\n"
    "Illness is told as before."
)
AT_HOME = KEPT.replace(
    "Now “as usual” or “please call” comes from home.", "The question has “as usual” and “please call” now."
)
FACES = ("😄", "🙂", "😟", "😢")
HARD = ("hard day", "harder day", "😟", "😢")


def speaks_of_faces(texts: list[str]) -> list[str]:
    return [each for each in texts if any(sign in each for sign in HARD)]


async def kept(home: Homeline) -> bool | None:
    found: bool | None = await read(home, lambda tx: tx.scalar(select(child.c.keeps_faces).where(child.c.id == 1)))
    return found


async def teenager(home: Homeline) -> tuple[Phone, Phone]:
    mei, fang = await english_family(home)
    await born(home, 2013)
    return mei, fang


async def keeps(home: Homeline, fang: Phone) -> None:
    """Three taps on Grandma's phone."""
    await tap(home, fang, "🏠", "🧒", "📖", "❌")


async def test_sg_03_a_teenager_keeps_the_faces_and_illness_is_told_all_the_same(home: Homeline) -> None:
    mei, fang = await teenager(home)
    await home.until(19, 31)
    stale = fang.last
    await keeps(home, fang)
    assert mei.texts[-1] == KEPT

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
    mei, fang = await teenager(home)
    await keeps(home, fang)
    await tap(home, fang, "🏠", "🧒", "📖", "✅")
    assert mei.texts[-1] == "📖 Lily\nLily lets you know again how the days are."
    before = len(mei.texts)
    await tap(home, fang, "🏠", "🧒", "📖", "✅")
    mei.press("faces:1:kept", mei.last)
    await home.settle()
    assert since(mei, before) == []
    assert not await kept(home)

    await home.until(19, 31)
    await tap(home, fang, "😟")
    assert "Grandma noticed a harder day for Lily." in mei.texts[-1]


async def test_sg_03_a_number_or_a_thumb_says_no_face_either(home: Homeline) -> None:
    mei, fang = await teenager(home)
    await keeps(home, fang)
    await home.until(19, 31)
    before = len(mei.texts)
    await say(home, fang, "4")
    assert since(mei, before) == []
    await say(home, fang, "👍")
    (news,) = since(mei, before)
    assert "All as usual with Lily, says Grandma." in news


async def test_sg_03_a_parent_who_asks_now_hears_no_face_of_today_and_is_answered_from_home(home: Homeline) -> None:
    mei, fang = await teenager(home)
    await home.until(19, 31)
    await tap(home, fang, "😢", "🗣")
    await keeps(home, fang)
    before = len(mei.texts)

    await tap(home, mei, "🏠", "🙂")

    assert mei.texts[-1] == "Grandma was last in touch: 19:31 at home, 15:31 for you."
    await tap(home, mei, "🙂 Ask again")
    assert mei.texts[-1] == "🙂 I have asked Grandma. The answer comes here."
    assert fang.texts[-1] == "How is Lily today?"
    assert not any(sign in each.text for row in fang.last.buttons for each in row for sign in FACES)
    await tap(home, fang, "✅ As usual")
    assert "Grandma says: all as usual with Lily." in mei.texts[-1]
    await tap(home, mei, "🏠", "🙂")
    assert "All as usual with Lily, says Grandma." in mei.texts[-1]
    assert not speaks_of_faces(since(mei, before))


async def idea_after_a_harder_day(home: Homeline, fang: Phone, keeping: str = "") -> str:
    """What Mei reads, whose quiet hours hold it on Sunday; the child keeps the faces before it is made, or after."""
    mei = home.phone(MEI)
    await home.quiet(MEI, 9 * 60, 12 * 60)
    await home.until(19, 31, day=4)
    await tap(home, fang, "😟")
    if keeping == "before":
        await keeps(home, fang)
    await home.until(10, 1, zone="Asia/Dubai", day=2)
    assert not [each for each in mei.texts if each.startswith("💡")]
    if keeping == "after":
        await keeps(home, fang)
    await home.until(12, 1, zone="Asia/Dubai")
    (idea,) = (each for each in mei.texts if each.startswith("💡"))
    return idea


async def test_sg_03_the_idea_of_the_week_knows_of_no_harder_day_that_the_child_keeps(home: Homeline) -> None:
    _mei, fang = await teenager(home)
    assert "harder day" not in await idea_after_a_harder_day(home, fang, "before")


async def test_sg_03_an_idea_that_still_waits_gives_way_when_the_child_decides(home: Homeline) -> None:
    _mei, fang = await teenager(home)
    assert "harder day" not in await idea_after_a_harder_day(home, fang, "after")


async def test_sg_03_the_idea_of_the_week_answers_a_harder_day_that_is_told(home: Homeline) -> None:
    _mei, fang = await teenager(home)
    assert "After a harder day" in await idea_after_a_harder_day(home, fang)


async def test_sg_03_others_take_no_faces_along_that_the_child_keeps(home: Homeline) -> None:
    mei, fang = await teenager(home)
    await home.until(19, 31)
    await tap(home, fang, "😢", "🗣")
    pages, files = await taken(home, mei, fang)
    assert [each["how"] for each in circle_in(files)["answers"]] == ["sad"]
    assert "😢" in "".join(pages)

    await keeps(home, fang)
    await home.later(days=1)
    pages, files = await taken(home, mei, fang)

    (answer,) = circle_in(files)["answers"]
    assert answer["how"] is None
    assert answer["who"] == "Grandma"
    assert "😢" not in "".join(pages)
    assert "sad" not in "".join(files)


async def test_sg_03_who_gave_the_answers_takes_their_own_along(home: Homeline) -> None:
    mei, fang = await teenager(home)
    await home.until(19, 31)
    await tap(home, fang, "😢", "🗣")
    await keeps(home, fang)
    _pages, files = await taken(home, fang, mei)
    assert [each["how"] for each in circle_in(files)["answers"]] == ["sad"]


async def test_sg_03_the_familys_log_says_it_plainly_and_names_no_face(home: Homeline) -> None:
    mei, fang = await teenager(home)
    await home.until(19, 31)
    await tap(home, fang, "😢", "🗣")
    await keeps(home, fang)
    await tap(home, fang, "🏠", "🧒", "📖", "✅")

    await say(home, mei, "/privacy")
    await tap(home, mei, "📜")

    lines = [each.partition(": ")[2] for each in mei.last.words.splitlines() if each]
    assert lines[1:3] == ["noted that the faces are told again", "noted that the child keeps the faces"]
    assert not speaks_of_faces([mei.last.words])
