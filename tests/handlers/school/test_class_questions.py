"""🎓 Ask the teacher: one tap of a parent while home is silent, one tap of the teacher, and nothing of why."""

from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.homeline import Homeline
from tests.households import hours, say, second_parent, since, tap
from tests.ticks.daily.test_escalate_check_ins import PLAINLY, answered_once


async def test_a_parent_asks_with_one_tap_and_all_parents_hear_the_teacher(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await second_parent(home)
    await answered_once(home)
    await hours(home, 24 + 26 + 38)
    plain = next(each for each in reversed(mei.messages) if PLAINLY in each.words)
    asks = data_of(mei, "🎓 Ask the teacher", plain)
    await home.until(12, 0)
    before, at_home = len(zhao.texts), len(fang.texts)

    mei.press(asks, plain)
    await home.settle()
    assert since(zhao, before) == ["📋 Lily\nThe family asks: does Lily come to class these days?"]
    assert mei.texts[-1] == "🎓 I have asked Zhao Lan. The answer comes here."
    press = jun.press(asks, jun.last)
    await home.settle()
    assert press.answer == "🎓 I have asked Zhao Lan. The answer comes here."
    assert len(zhao.texts) == before + 1  # one question about a child at a time

    says = data_of(zhao, "❌ Does not come")
    await tap(home, zhao, "✅ Comes to class")
    assert zhao.texts[-1] == "📋 Lily\nThank you. I tell the family that Lily comes to class."
    for parent in (mei, jun):
        assert parent.texts[-1] == "📋 Lily, from Zhao Lan (teacher)\nLily has been coming to class."
    zhao.press(says, zhao.last)
    await home.settle()
    assert mei.texts[-1].endswith("\nLily has not been coming to class.")
    zhao.press(says, zhao.last)
    await home.settle()
    assert (zhao.toast, mei.texts.count(mei.texts[-1])) == (OVER, 1)
    press = jun.press(asks, jun.last)
    await home.settle()
    assert "has not been coming to class" in (press.answer or "")
    assert since(fang, at_home) == []
    assert not any("quiet" in each or "silen" in each or "Grandma" in each for each in since(zhao, before))

    await home.later(days=6)
    before = len(zhao.texts)
    mei.press(asks, plain)
    await home.settle()
    assert [each for each in since(zhao, before) if "The family asks" in each]


async def test_only_a_parent_asks_and_only_who_teaches_the_child_answers(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await answered_once(home)
    await home.until(12, 0, day=1)
    asked = fang.press("class_ask:1", fang.last)
    before = len(mei.texts)
    mei.press("class_ask:1", mei.last)
    await home.settle()
    assert (asked.answer, len(since(mei, before))) == (OVER, 1)
    for phone in (mei, fang):
        phone.press(data_of(zhao, "✅ Comes to class"), phone.last)
        await home.settle()
        assert phone.toast == OVER
    assert not mei.sees("Lily has been coming to class")
    await tap(home, zhao, "🤷")
    assert mei.texts[-1].endswith("\nZhao Lan cannot say right now.")


async def test_in_a_holiday_nobody_is_sent_to_the_teacher_who_does_not_see_the_child(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    zhao.say("20.11.2026-5.12.2026 Holiday")
    await home.settle()
    await tap(home, zhao, "✅ Yes")
    await answered_once(home)
    await hours(home, 24 + 26 + 38)

    plain = next(each for each in reversed(mei.messages) if PLAINLY in each.words)
    assert plain.words.endswith("You can call, or invite somebody who lives near.")
    assert not any(each.text.startswith("🎓") for row in plain.buttons for each in row)
    await hours(home, 24 * 7)  # school begins again on Monday
    again = next(each for each in reversed(mei.messages) if "no word of Lily" in each.words)
    assert again.words.endswith("You can call. The teacher knows whether Lily is in class.")
    assert any(each.text == "🎓 Ask the teacher" for row in again.buttons for each in row)


async def test_an_older_button_says_in_a_holiday_until_when_nobody_at_school_knows(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await answered_once(home)
    await hours(home, 24 + 26 + 38)
    plain = next(each for each in reversed(mei.messages) if PLAINLY in each.words)
    asks = data_of(mei, "🎓 Ask the teacher", plain)
    await tap(home, zhao, "🏠", "🎓 3B", "📅", "➕ Add days")
    await say(home, zhao, "20.11.2026-5.12.2026 Holiday")
    await tap(home, zhao, "✅ Yes")
    before = len(zhao.texts)

    await home.do(mei.press(asks, plain))
    assert mei.texts[-1] == "🎓 No school for Lily until Sat, Dec 5. After that the teacher can be asked."
    assert labels(mei.last)[:2] == ["🎤 Voice", "📞 Call"]
    assert since(zhao, before) == []
    await home.later(days=9)
    await home.do(mei.press(asks, plain))
    assert [each for each in since(zhao, before) if "The family asks" in each]
