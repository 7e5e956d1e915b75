"""A page a night: a photo and a tap, a voice and a tap, played at bedtime; the child's answer asks for the next."""

from dataclasses import replace

from bot.simulator.cast import IVAN
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived, dad, family
from tests.handlers.daily.test_goodnights import states
from tests.homeline import Homeline
from tests.households import carried, tap


async def photographed(home: Homeline, fang: Phone) -> None:
    """A photo, and one tap that says what it is."""
    fang.photo()
    await home.settle()
    await tap(home, fang, "📖 A page")


async def read_aloud(home: Homeline, mei: Phone) -> None:
    """One tap below the page, and a voice."""
    await tap(home, mei, "🎤 Read it")
    assert mei.texts[-1] == "📖 Hold the microphone and read. Ask Lily one question, and pause."
    mei.voice(40)
    await home.settle()


async def test_a_page_is_photographed_read_played_answered_and_followed_by_the_next(home: Homeline) -> None:
    mei, fang = await family(home)
    await photographed(home, fang)
    assert fang.texts[-1] == "🎤 On its way to Mei."
    (page,) = arrived(mei, "photo")
    assert page.words == "📖 Lily, from Grandma\nThe next page, for you to read."
    await read_aloud(home, mei)
    assert mei.texts[-1] == "📖 Kept for bedtime, 20:30 at home."
    assert len(page.buttons) == 1  # it asks for nothing any more
    await home.until(20, 29)
    assert not arrived(fang)

    await home.until(20, 30)
    (voice,) = arrived(fang)
    assert voice.words == "📖 Mei reads for Lily. Open the book together."
    assert not arrived(fang, "photo")  # the book lies there
    await tap(home, fang, "🎤 Answer")
    fang.voice()
    await home.settle()
    assert mei.sees("Lily answers your letter.")
    assert fang.texts[-1].endswith("📖 The next page can come, whenever you like.")
    await tap(home, fang, "📖 A page")
    fang.photo()
    await home.settle()
    assert len(arrived(mei, "photo")) == 2
    await home.later(days=3)
    assert len(arrived(fang)) == 1
    assert sum("The next page" in each for each in fang.texts) == 1  # nobody is asked why it stopped


async def test_a_page_on_its_head_comes_once_more_and_one_that_came_twice_goes_silently(home: Homeline) -> None:
    mei, fang = await family(home)
    await photographed(home, fang)
    data = [carried(mei.last, each) for each in ("🔄", "❌")]
    await tap(home, mei, "🔄 Once more")
    assert fang.texts[-1] == "📖 Lily\nMei would like this page once more, upright."
    told = len(fang.texts)
    for each in data:
        mei.press(each, mei.last)
    await home.settle()
    assert len(fang.texts) == told
    await tap(home, fang, "📖 A page")
    fang.say("here it comes")
    await home.settle()
    assert fang.texts[-1] == "📖 A photo of the page, please. The paperclip takes one."
    fang.photo()
    await home.settle()
    told = len(fang.texts)
    await tap(home, mei, "❌ Not this one")
    assert len(fang.texts) == told

    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    for phone in (ivan, fang):
        for verb in ("page_read:2", "page_again:2", "page_skip:2", "page_undo:2"):
            phone.press(verb, phone.last)
    ivan.press("page_new:1", ivan.last)
    await home.settle()
    assert not ivan.sees("Lily")
    assert await states(home) == ["sent", "sent"]


async def test_a_parent_sends_a_page_and_reads_it_and_takes_a_reading_back(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)
    seen = len(jun.texts)
    await tap(home, mei, "🏠", "🎤", "📖 A page")
    mei.photo()
    await home.settle()
    mei.voice(30)
    await home.settle()
    await tap(home, mei, "↩️")
    assert mei.texts[-1] == "📖 Taken back."
    await tap(home, mei, "🎤 Read it")
    mei.say("words")
    await home.settle()
    assert mei.texts[-1] == "📖 Your voice is wanted here. Hold the microphone and read."
    mei.voice(30)
    await home.settle()
    await home.until(20, 30)
    (page,), (voice,) = arrived(fang, "photo"), arrived(fang)
    assert page.words == "📖 The page that Mei reads for Lily."
    assert page.id < voice.id
    assert len(jun.texts) == seen
    await tap(home, fang, "🙏 Passed on")
    assert mei.texts[-1] == "📖 Lily has heard the page, says Grandma."
