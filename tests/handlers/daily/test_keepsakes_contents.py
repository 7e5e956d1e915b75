"""🎁 What is in a keepsake: what one is glad of, by months; no illness, nothing that weighs."""

from bot.simulator.phone import Phone
from tests.handlers.daily.keepsakes_steps import ask, files, page_of, photo
from tests.handlers.daily.letters_steps import arrived, family, with_voice
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.homeline import FANG, MEI, Homeline
from tests.households import say, tap


async def test_good_news_from_school_is_in_it_with_the_picture_of_the_work(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🧒 One child", "Lily", "🌟", "🎨 Was creative")
    zhao.photo("Her drawing")
    await home.settle()
    await tap(home, zhao, "📋 Roll call", "Lily", "✅ Done")

    await ask(home, mei)
    packed = files(home, mei)[0]
    assert list(packed) == ["files/2026-11-23-001.jpg", "index.html"]
    page = page_of(packed)
    assert "🌟 Good news from Zhao Lan (teacher)" in page
    assert "Her drawing" in page
    assert page.count("🎨 Was creative") == 1
    assert "in class" not in page


async def test_of_a_day_only_what_one_is_glad_of_is_in_it_and_nothing_of_an_illness(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂", "⚽", "😭")
    await tap(home, fang, "🏠", "🤒", "🌡")
    await say(home, fang, "she coughs a lot")
    await home.later(minutes=12)
    fang.press("ill_better:1", fang.last)
    await home.later(minutes=12)

    await ask(home, mei)
    page = page_of(files(home, mei)[0])
    assert "⚽ Played outside" in page
    for weighs in ("Cried", "🤒", "🌡", "coughs", "fever", "🙂"):
        assert weighs not in page


async def test_a_promise_that_was_kept_is_in_it_and_one_that_was_not_is_left_out(home: Homeline) -> None:
    mei, fang = await family(home)
    for words in ("a kite", "a boat"):
        await tap(home, mei, "🏠", "🗓")
        await say(home, mei, words)
        await tap(home, mei, "Tue 24")
    await home.later(days=2)
    questions = [each for each in mei.messages if "promise_done" in str(each.buttons)]
    asked = next(each for each in questions if "kite" in each.words)
    mei.tap("✅", message=asked)
    await home.settle()

    await ask(home, fang)
    page = page_of(files(home, fang)[0])
    assert "Mei kept a promise" in page
    assert "a kite" in page
    assert "a boat" not in page


async def test_a_film_and_a_round_one_can_be_played(home: Homeline) -> None:
    mei, fang = await family(home)
    for send in (fang.video, fang.video_note):
        await tap(home, fang, "🏠", "🎤")
        send()
        await home.later(minutes=12)

    await ask(home, mei)
    packed = files(home, mei)[0]
    assert sorted(packed) == ["files/2026-11-23-001.mp4", "files/2026-11-23-002.mp4", "index.html"]
    assert 'class="round" src="files/2026-11-23-002.mp4"' in page_of(packed)


async def test_in_the_first_week_of_the_month_of_birth_the_idea_leads_there_and_nothing_comes_unasked(
    home: Homeline,
) -> None:
    mei, fang = await family(home)
    await photo(home, fang)
    await tap(home, mei, "🏠", "💡")
    assert "🎁" not in str(mei.last.buttons)
    await home.later(days=160)  # the second of May
    await tap(home, mei, "🏠", "💡")
    assert not arrived(mei, "document")

    await tap(home, mei, "🎁 Keep a year")
    assert "🎁 Lily at 8 · 1 MB" in str(mei.last.buttons)
    assert not arrived(mei, "document")


async def test_the_familys_log_says_that_one_was_taken(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    await ask(home, mei)
    fang.press("log:1:0", fang.last)
    await home.settle()
    assert "Mei: took a year's keepsake" in fang.last.words


async def test_it_is_written_in_the_language_of_who_reads_it(home: Homeline) -> None:
    link = await home.child()
    fang = await home.joined(FANG, link, "👵")
    await with_voice(home, home.phone(MEI))
    await tap(home, fang, "🏠", "🧒", "🎁", "🎁 Lily8岁")
    page = page_of(files(home, fang)[0])
    assert '<html lang="zh-Hans">' in page
    assert "<h2>2026年11月</h2>" in page
    assert "Mei给Lily" in page
