"""⏸ A pause of the household, a rest for one person, and /stop."""

import pytest

from bot.queries.circle import people
from tests.homeline import MEI, Homeline
from tests.households import NEIGHBOUR, english_family, hours, read, say, second_parent, since, tap


async def test_a_pause_takes_three_taps_and_every_adult_hears_of_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)

    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily", "One week")

    assert mei.last.words == "⏸ Lily\nI ask about Lily again from Mon, Nov 30 on. 🤒 works all the same."
    for phone in (fang, jun):
        assert phone.texts[-1] == (
            "⏸ Lily\nMei has paused the questions about Lily until Mon, Nov 30. 🤒 works all the same."
        )


async def test_the_face_of_a_paused_day_says_that_it_rests(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    card = fang.last
    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily", "One week")
    before = len(mei.texts)

    fang.tap("🙂", message=card)
    await home.settle()

    assert since(mei, before) == []
    assert fang.toast == "⏸ Lily's circle is on pause. Afterwards I ask again."


async def test_a_pause_without_an_end_is_ended_by_any_adult(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily", "Until I say")
    assert fang.texts[-1].startswith("⏸ Lily\nMei has paused the questions about Lily.")
    await hours(home, 48)

    await tap(home, fang, "▶️")
    assert fang.sees("The pause is over. I ask about Lily again.")
    assert mei.texts[-1] == "Grandma ended the pause. I ask about Lily again."
    await home.until(19, 30)
    assert fang.sees("How is Lily today?")

    count = len(mei.texts)
    mei.tap("▶️")
    await home.settle()
    assert len(mei.texts) == count


@pytest.mark.parametrize("data", ["pause:1", "pause_until:1:20261130", "pause_until:1:open", "resume:1"])
async def test_a_stranger_pauses_nothing(home: Homeline, data: str) -> None:
    await english_family(home)
    li = await home.newcomer(NEIGHBOUR)

    press = li.press(data, li.last)
    await home.settle()

    assert press.answer is not None
    assert press.answer.startswith("This has changed since")


async def test_a_rest_holds_news_until_its_end(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "Pause for me", "Until tomorrow")
    assert mei.last.words.startswith("Until Tue, Nov 24 only what is urgent comes.")
    await home.until(19, 30)
    before = len(mei.texts)
    await tap(home, fang, "🙂")
    assert since(mei, before) == []

    await home.until(7, 0, zone="Asia/Dubai")  # Tuesday begins at midnight, and then Mei sleeps

    assert ["Lily is well" in each for each in since(mei, before)] == [True]


async def test_who_wants_only_what_is_urgent_gets_the_rest_when_they_say_so(home: Homeline) -> None:
    mei, fang = await english_family(home)
    assert await say(home, mei, "/stop") == "What would be better for you?"
    assert [each.text for row in mei.last.buttons for each in row][:3] == [
        "⏸ Urgent only",
        "⏸ Pause for me",
        "👋 Leave circle",
    ]
    await tap(home, mei, "Urgent only")
    before = len(mei.texts)
    await home.until(19, 30)
    await tap(home, fang, "🙂", "🏠", "⚙️", "⏰ Lily", "midday")
    await hours(home, 72)
    assert since(mei, before) == []

    await say(home, mei, "/stop")
    await tap(home, mei, "All news again")

    news = since(mei, before)
    assert sum("Lily is well" in each for each in news) == 1
    assert not any("changed it" in each for each in news)


async def test_a_rest_that_is_set_later_holds_what_waits_already(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "Quiet hours", "09:00–17:00")
    await home.until(19, 30)
    await tap(home, fang, "🙂", "🏠", "⚙️", "⏰ Lily", "midday")
    before = len(mei.texts)

    await tap(home, mei, "🏠", "⚙️", "Pause for me", "Until I say")
    await hours(home, 48)
    assert not any("Lily is well" in each for each in since(mei, before))

    await say(home, mei, "/stop")
    await tap(home, mei, "Urgent only")
    await hours(home, 24)
    await say(home, mei, "/stop")
    await tap(home, mei, "All news again")
    await home.until(17, 1, zone="Asia/Dubai")

    news = since(mei, before)
    assert sum("Lily is well" in each for each in news) == 1
    assert not any("changed it" in each for each in news)
    me = await read(home, lambda tx: people.by_telegram(tx, MEI.id))
    assert me is not None
    assert not me.urgent_only


@pytest.mark.parametrize("word", ["STOP", "stop!", "Стоп", "停"])
async def test_the_bare_word_does_what_the_command_does_and_goes_to_nobody(home: Homeline, word: str) -> None:
    mei, fang = await english_family(home)
    heard = len(mei.texts)
    await tap(home, fang, "🏠", "🤒", "🌡")  # words are taken for the illness now

    assert await say(home, fang, word) == "What would be better for you?"
    assert not any(word in text for text in mei.texts[heard:])
    assert not fang.sees("Send this to")


async def test_until_tomorrow_is_over_after_midnight_and_one_week_counts_from_when_it_was_shown(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily")
    await home.until(0, 30)

    await tap(home, mei, "Until tomorrow")
    assert mei.last.words == "How long shall I not ask about Lily?"
    mei.press("pause_until:1:20261130", mei.last)  # what the first card said
    await home.settle()

    assert mei.last.words.startswith("⏸ Lily\nI ask about Lily again from Mon, Nov 30 on.")


@pytest.mark.parametrize("day", ["20261123", "20261345", "20281124", "1"])
async def test_a_day_that_no_button_has_is_answered_with_the_choice(home: Homeline, day: str) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily")

    mei.press(f"pause_until:1:{day}", mei.last)
    await home.settle()

    assert mei.last.words == "How long shall I not ask about Lily?"


async def test_a_pause_of_the_child_and_of_oneself_ends_on_any_day_that_is_tapped(home: Homeline) -> None:
    mei, fang = await english_family(home)

    await tap(home, mei, "🏠", "⚙️", "⏸ Pause Lily", "⏸ Pick a day")
    assert mei.last.words == "⏸ On which day shall I ask about Lily again?"
    await tap(home, mei, "January", "Sun 17")
    assert mei.last.words == "⏸ Lily\nI ask about Lily again from Sun, Jan 17 on. 🤒 works all the same."
    assert fang.texts[-1].startswith("⏸ Lily\nMei has paused the questions about Lily until Sun, Jan 17.")

    await tap(home, fang, "🏠", "⚙️", "⏸ Pause for me", "⏸ Pick a day")
    assert fang.last.words == "⏸ On which day shall all news come again?"
    await tap(home, fang, "Thu 3")
    assert fang.last.words.startswith("Until Thu, Dec 3 only what is urgent comes.")
    assert not mei.sees("Thu, Dec 3")  # one's own rest is told to nobody
