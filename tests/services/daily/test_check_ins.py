"""One answer, wherever it was heard: credited to its days, told once, and taken back from each of its messages."""

from bot.services.notifications import reconsider
from bot.simulator.cast import MEI
from tests.homeline import FANG, Homeline
from tests.households import FATHER, carried, english_family, hours, since, stand_in, tap
from tests.services.test_notifications_what_waits import ALL_DAY


async def test_an_answer_taken_back_unseen_leaves_the_news_of_other_days(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.quiet(MEI, *ALL_DAY)
    before = len(mei.texts)
    await home.until(19, 30)
    await tap(home, fang, "😄")
    await home.until(19, 30, day=1)
    await tap(home, fang, "🙂", "↩️")
    await tap(home, fang, "😟")
    await home.until(23, 59, zone="Asia/Dubai")

    told = "\n".join(since(mei, before))
    assert told.count("Lily had a very good day") == 1
    assert told.count("noticed a harder day") == 1
    assert "Lily is well" not in told
    assert "taken" not in told


async def test_an_earlier_answer_taken_back_unseen_does_not_wake_anybody(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.quiet(MEI, *ALL_DAY)
    before = len(mei.texts)
    await home.until(19, 30)
    await tap(home, fang, "😄")
    card, undo = fang.last, carried(fang.last, "↩️")
    await tap(home, fang, "🏠", "🙂 How is Lily", "🙂")
    fang.press(undo, card)
    await home.settle()
    assert since(mei, before) == []

    await home.until(23, 59, zone="Asia/Dubai")
    told = "\n".join(since(mei, before))
    assert told.count("Lily is well") == 1
    assert "very good day" not in told
    assert "taken" not in told


async def test_an_earlier_answer_is_taken_back_inside_the_joined_message_through_quiet_hours(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await home.quiet(MEI, 0, 19 * 60)  # in Dubai
    await home.until(22, 50)
    await tap(home, fang, "😄")
    first, undo = fang.last, carried(fang.last, "↩️")
    await home.later(minutes=5)
    await tap(home, fang, "🏠", "🙂 How is Lily", "🙂")
    await home.later(minutes=4)
    await home.quiet(MEI, 0, 1)
    await home.later(minutes=1)
    await home.app.store.run(lambda tx: reconsider(tx, 1))
    await home.settle()
    joined = next(each for each in mei.messages if "Lily is well" in each.words)
    assert "Lily had a very good day" in joined.words
    await home.quiet(MEI, *ALL_DAY)
    before = len(mei.texts)
    fang.press(undo, first)
    await home.settle()

    assert len(mei.texts) == before
    assert joined.words.startswith(
        "🌅 While you slept\n\nGrandma has taken this answer back.\n\n🙂 Lily, from Grandma\nGrandma says: Lily is well"
    )
    assert "very good day" not in joined.words


async def test_one_tap_for_several_days_is_taken_back_for_all_of_them(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    await home.until(19, 30, day=1)
    await tap(home, fang, "🙂")
    assert "It is the first answer since yesterday." in mei.last.words
    before = len(mei.texts)
    await tap(home, fang, "↩️")

    assert not any("Lily is well" in each for each in mei.texts)
    assert len(mei.texts) == before
    assert fang.last.words == "How is Lily today?"
    await tap(home, fang, "😄")
    assert "very good day, says Grandma. It is the first answer since yesterday." in mei.last.words


async def test_a_stand_in_who_heard_the_answer_hears_that_it_was_taken_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await stand_in(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await home.until(19, 30, day=1)
    await hours(home, 36)  # morning there
    assert li.sees("No answer from Grandma")
    await tap(home, fang, "😟")
    assert li.sees("noticed a harder day")
    before = len(li.texts)
    await tap(home, fang, "↩️")

    assert not li.sees("noticed a harder day")
    assert li.sees("Grandma has taken this answer back.")
    assert len(li.texts) == before
    assert not mei.sees("noticed a harder day")


async def test_an_answer_is_thanked_at_once_though_a_question_waits_for_the_morning(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.quiet(FANG, 21 * 60, 7 * 60)
    await home.until(19, 30)
    card = fang.last
    await home.until(22)
    await tap(home, mei, "🏠", "🙂 How is Lily?")
    fang.tap("🙂", message=card)
    await home.settle()
    assert fang.sees("Thank you. Mei will see it.")
    before = len(fang.texts)

    await home.until(8, 1)
    assert since(fang, before) == []


async def test_a_question_about_a_later_day_still_comes_after_yesterdays_answer(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.quiet(FANG, 21 * 60, 7 * 60)
    await home.until(19, 30)
    card = fang.last
    await home.until(0, 30, day=1)
    await tap(home, mei, "🏠", "🙂 How is Lily?")
    fang.tap("🙂", message=card)
    await home.settle()
    assert fang.sees("Thank you. Mei will see it.")
    before = len(fang.texts)

    await home.until(8, 1)
    assert since(fang, before) == ["How is Lily today?"]


async def test_who_was_not_asked_does_not_hear_that_somebody_answered(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "🔗", "Looks after")
    grandpa = await home.joined(FATHER, mei.texts[-1].split()[-1], "👴")
    await home.quiet(FATHER, *ALL_DAY)
    before = len(grandpa.texts)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    assert since(grandpa, before) == []

    await home.until(23, 59, zone="Asia/Shanghai")
    assert since(grandpa, before) == []
