"""A promise and a visit home: counted in sleeps, moved or taken back without blame, and nobody else's business."""

from sqlalchemy import select

from bot.db.tables import promise
from bot.queries.circle import circles
from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.daily.test_calls import dad, family
from tests.homeline import Homeline

OUTDATED = "This has changed since. Home shows what is new."


async def taps(home: Homeline, phone: Phone, *labels: str) -> None:
    """Buttons, one after the other."""
    for label in labels:
        phone.tap(label)
        await home.settle()


async def promised(home: Homeline, phone: Phone, day: str, words: str = "a parcel") -> None:
    """🗓 a few words, and one of the next days."""
    await taps(home, phone, "🏠", "🗓 Promise")
    phone.say(words)
    await home.settle()
    await taps(home, phone, day)


async def visit(home: Homeline, phone: Phone, day: str) -> None:
    """🚆 on one of the next days."""
    await taps(home, phone, "🏠", "🗓", "🚆 Visit home", day)


async def states(home: Homeline) -> list[str]:
    """What became of every promise."""
    return await home.app.store.run(
        lambda tx: [row.state for row in tx.all(select(promise.c.state).order_by(promise.c.id))]
    )


async def test_a_promise_is_moved_without_blame_and_asked_about_once(home: Homeline) -> None:
    mei, fang = await family(home)
    await promised(home, mei, "Tue 24", "I call, <b>really</b>")
    assert mei.texts[-1] == "🗓 For Lily, Tue, Nov 24:\nI call, <b>really</b>\n1 more sleep.\nHome is told."
    assert fang.texts[-1] == "🗓 Lily, from Mei\nI call, <b>really</b>\nTue, Nov 24.\nFor Lily: 1 more sleep."

    before = len(fang.texts)
    await home.until(23, 59)
    assert not [text for text in fang.texts[before:] if "sleep" in text]  # told at noon, not again in the evening
    await home.until(12, day=1)
    await home.later(hours=24)
    assert mei.sees("🗓 Lily\nI call, <b>really</b>\nFor Lily: did it happen?")
    await taps(home, mei, "🔄", "🗓 Dec", "Thu 24")
    assert mei.sees("Thu, Dec 24")
    assert fang.texts[-1].endswith("I call, <b>really</b>\nOn another day: Thu, Dec 24.\nFor Lily: about 4 more weeks.")

    asked = [text for text in mei.texts if "did it happen" in text]
    await home.later(days=3)
    assert [text for text in mei.texts if "did it happen" in text] == asked
    assert await states(home) == ["planned"]


async def test_what_is_taken_back_is_told_kindly_and_counted_no_more(home: Homeline) -> None:
    mei, fang = await family(home)
    await visit(home, mei, "Fri 27")
    await taps(home, mei, "↩️")
    assert mei.texts[-1] == "🚆 It is off. Your voice may help Lily. Home is told."
    assert fang.texts[-1] == (
        "🚆 Lily, from Mei\nThe visit on Fri, Nov 27 is off for now.\nYou can tell Lily that days change sometimes."
    )

    await home.later(days=6)
    assert not fang.sees("For Lily: today.")
    assert not mei.sees("Did you get home")
    await taps(home, fang, "🏠")
    assert fang.texts[-1] == "Here you are close to Lily. What would you like to do?"


async def test_a_visit_that_is_off_on_its_day_ends_the_pause_that_it_began(home: Homeline) -> None:
    mei, fang = await family(home)
    await visit(home, mei, "Tue 24")
    await taps(home, mei, "⏸ 7 days")
    await home.until(8, day=1)
    assert fang.sees("Mei has paused the questions about Lily until Tue, Dec 1.")

    await taps(home, mei, "🏠", "🗓", "🚆 Visit home", "🚆 Tue, Nov 24", "🔄", "Mon 30")
    assert fang.sees("Mei comes home on another day: Mon, Nov 30.")
    await home.until(20)
    assert fang.sees("How is Lily today?")
    await home.until(20, day=6)
    assert sum("Mei has paused" in text for text in fang.texts) == 2


async def test_home_shows_what_is_coming_to_both_and_the_card_is_two_taps_away(home: Homeline) -> None:
    mei, fang = await family(home)
    await promised(home, mei, "Fri 27")
    await visit(home, mei, "Thu 26")

    await taps(home, fang, "🏠")
    assert fang.texts[-1].split("\n")[1:] == [
        "🚆 Mei comes to Lily: 3 more sleeps",
        "🗓 Lily, “a parcel”: 4 more sleeps",
    ]
    assert not [row for row in fang.last.buttons for each in row if "🗓" in each.text or "🚆" in each.text]
    await taps(home, mei, "🏠", "🗓 Promise", "🗓 Fri, Nov 27 · a parcel")
    assert mei.texts[-1].startswith("🗓 For Lily, Fri, Nov 27:\na parcel")


async def test_a_voice_is_no_promise_and_a_picture_menu_stays(home: Homeline) -> None:
    mei, _fang = await family(home)
    await taps(home, mei, "🏠", "🗓 Promise")
    mei.voice()
    await home.settle()

    assert mei.texts[-1] == "🗓 Please write in a few words what you promise Lily."
    assert await states(home) == []


async def test_separated_parents_never_see_each_others_plans(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)
    before = len(jun.texts)
    await visit(home, mei, "Wed 25")
    await promised(home, jun, "Tue 24", "new shoes")
    await taps(home, mei, "🏠")

    assert fang.sees("Mei comes home")
    assert fang.sees("new shoes\nTue, Nov 24.")
    assert "shoes" not in "".join(mei.texts)
    await home.later(hours=22)
    await taps(home, mei, "🔄", "Fri 27")
    await taps(home, mei, "↩️")
    await home.later(days=4)
    await taps(home, jun, "🏠", "🗓", "🚆 Visit home")
    seen = "".join([*jun.texts[before:], *(each.text for row in jun.last.buttons for each in row)])
    assert "Mei" not in seen
    assert "comes home" not in seen
    assert "off for now" not in seen


async def test_parents_who_are_together_see_each_others_visits(home: Homeline) -> None:
    mei, _fang = await family(home)
    jun = await dad(home)
    await visit(home, mei, "Wed 25")
    assert jun.sees("Mei comes home: Wed, Nov 25.")

    await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=True))
    await taps(home, jun, "🏠")
    assert "Mei" not in jun.texts[-1]


async def test_nobody_else_can_touch_a_promise(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home)
    ivan = await home.newcomer(IVAN)
    await visit(home, mei, "Wed 25")
    presses = ["promise_move:1", "promise_month:1:202612", "promise_day:1:20261204", "promise_drop:1", "promise_show:1"]
    presses += ["promise_pause:1:7", "promise_done:1", "visit_new:1", "promise_new:1", "promise_day:99:20261204"]

    for phone in (fang, jun, ivan):
        for data in presses[: 7 if phone is jun else None]:
            phone.press(data, phone.last)
            await home.settle()
            assert phone.toast == OUTDATED
    for data in ("promise_day:1:20261399", "promise_day:1:20261123", "promise_day:1:20280101", "promise_done:1"):
        mei.press(data, mei.last)
        await home.settle()
        assert mei.toast == OUTDATED
    assert await states(home) == ["planned"]


async def test_a_promise_without_a_day_comes_back_once_and_is_kept_dated_or_let_go(home: Homeline) -> None:
    mei, fang = await family(home)
    for words in ("a parcel", "a kite", "a book"):
        await taps(home, mei, "🏠", "🗓 Promise")
        mei.say(words)
        await home.settle()
        await taps(home, mei, "No day yet")
        assert mei.texts[-1] == f"🗓 Lily\n{words}\nKept. Home hears of it once it has a day."
    await home.until(12, day=13)
    assert not mei.sees("shall it have a day")
    await home.until(14, zone="Asia/Dubai", day=1)
    parcel, kite, book = (each for each in mei.messages if "shall it have a day" in each.words)
    assert parcel.words == "🗓 Lily\na parcel\nFor Lily: shall it have a day?"

    for label, message in (("No day yet", parcel), ("Let it go", kite), ("Choose a day", book)):
        mei.tap(label, message=message)
        await home.settle()
    await taps(home, mei, "🗓 Dec", "Thu 24")
    assert await states(home) == ["open", "dropped", "planned"]
    assert fang.texts[-1].startswith("🗓 Lily, from Mei\na book\nThu, Dec 24.")
    assert not fang.sees("a parcel")
    assert not fang.sees("a kite")

    await home.later(days=20)
    assert sum("shall it have a day" in each for each in mei.texts) <= 3
    await taps(home, mei, "🏠", "🗓 Promise", "a parcel")
    assert mei.texts[-1].endswith("shall it have a day?")


async def test_what_is_promised_before_nothing_was_shared_stands_afterwards(home: Homeline) -> None:
    mei, fang = await family(home)
    await promised(home, mei, "Thu 26")
    await taps(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    told = len(fang.texts)
    await home.until(18, day=1)
    assert not any("a parcel" in each for each in fang.texts[told:])
    assert await states(home) == ["planned"]
    await taps(home, mei, "🏠", "⚙️", "👥", "▶️")
    await home.until(18, day=1)
    assert any("For Lily: 1 more sleep." in each for each in fang.texts[told:])


async def test_a_visit_of_another_month_is_four_taps_from_home_and_leaves_no_half_promise(home: Homeline) -> None:
    mei, fang = await family(home)
    await taps(home, mei, "🏠", "🗓")
    assert "🚆 is for the day on which you come home." in mei.texts[-1]
    asked = len(fang.texts)

    await taps(home, mei, "🚆 Feb", "Tue 16")

    assert fang.texts[-1].startswith("🚆 Lily, from Mei\nMei comes home: Tue, Feb 16.")
    assert len(fang.texts) == asked + 1
    mei.say("I will bring the red lantern")  # what is written now is no promise any more
    await home.settle()
    assert await states(home) == ["planned"]
