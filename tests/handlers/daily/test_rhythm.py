"""⏰ The days on which home is asked: chosen in three taps, or offered once the answers show them."""

from tests.homeline import Homeline
from tests.households import english_family, since, tap


async def test_a_guardian_chooses_school_days_in_three_taps_and_the_parent_learns_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, fang, "🏠", "⚙️", "⏰ Lily", "School days")
    assert mei.texts[-1] == "Grandma changed it: I ask about Lily on school days."

    before = len(fang.texts)
    for _ in range(4):  # Monday to Thursday
        await home.until(19, 30)
        await tap(home, fang, "🙂")
        await home.until(12, day=1)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    friday = len(since(fang, before))
    await home.until(19, 30, day=1)
    await home.until(19, 30, day=1)
    assert len(since(fang, before)) == friday == 5  # nothing on the weekend
    await home.until(19, 30, day=1)
    assert fang.texts[-1] == "How is Lily today?"


async def test_on_days_that_are_not_asked_about_nobody_is_missed(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "⏰ Lily", "Sun")
    before, heard = len(fang.texts), len(mei.texts)
    for _ in range(6):  # Monday to Saturday
        await home.until(19, 30)
        await home.until(12, day=1)
    assert not any("How is Lily" in each for each in since(fang, before))
    assert since(mei, heard) == []

    await home.until(19, 30)
    assert since(fang, before)[-1] == "How is Lily today?"
    await tap(home, fang, "🙂")
    assert mei.sees("Lily is well")
    assert not mei.sees("first answer since")


async def test_who_answers_on_sundays_is_offered_sundays_once_and_with_one_tap(home: Homeline) -> None:
    mei, fang = await english_family(home)
    for week in range(3):
        for _ in range(6):  # Monday to Saturday
            await home.until(19, 30)
            await home.until(8, 5, day=1)
        await home.until(19, 30)
        assert ("Shall I ask" in fang.last.words) is False
        await tap(home, fang, "🙂")
        assert ("Shall I ask only on Sunday?" in fang.last.words) is (week == 2)
        if week < 2:
            await home.until(8, 5, day=1)

    await tap(home, fang, "✅")
    assert mei.sees("Grandma changed it: I ask about Lily on Sunday.")
    before = len(fang.texts)
    await home.until(19, 30, day=1)
    await home.until(19, 30, day=1)
    assert [each for each in since(fang, before) if "Lily" in each] == []


async def test_two_times_a_day_are_two_questions_and_one_time_is_one_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "⏰ Lily", "➕ morning")
    assert "Mei changed it: I ask about Lily twice a day." in fang.texts[-1]
    before, heard = len(fang.texts), len(mei.texts)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await home.until(8, 1, day=1)
    await tap(home, fang, "😄")
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    assert len(since(fang, before)) == 3
    assert len(since(mei, heard)) == 3

    await tap(home, mei, "🏠", "⚙️", "⏰ Lily", "⏰ evening")
    before = len(fang.texts)
    await home.until(12, day=1)
    assert not any("How is Lily" in each for each in since(fang, before))
    await home.until(19, 30)
    assert fang.texts[-1] == "How is Lily today?"
