"""📞 A number is shown to the other side of one class alone, without typing, and is gone with one tap."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.queries.school import shared_numbers
from bot.services.privacy.exports import own
from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, labels
from tests.handlers.school.staff_steps import STRANGER
from tests.handlers.school.talks_steps import separate_father
from tests.homeline import Homeline
from tests.households import read, say, since, tap

GRANDMAS, TEACHERS = "+8613800000001", "+8613800000002"


async def show(home: Homeline, phone: Phone, number: str) -> None:
    """By Telegram's key: nothing is typed."""
    await tap(home, phone, "➕ Show my number")
    phone.contact(number, own=True)
    await home.settle()


async def test_a_guardian_shows_her_number_by_a_key_and_takes_it_back_with_one_tap(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    await tap(home, fang, "🏠", "🎓 School", "📞 Phone numbers")
    assert fang.texts[-1] == "📞 Lily\nThey show no number yet.\nYou show no number."
    await tap(home, fang, "➕ Show my number")
    assert fang.texts[-1] == "The key below sends your number. Only the school sees it, until you take it back."
    assert list(fang.keyboard or []) == [["📞 Send my number"]]
    fang.contact("+8613811111111")
    await home.settle()
    assert fang.texts[-1] == "That was not your own number. The key below sends it."
    fang.contact(GRANDMAS, own=True)
    await home.settle()
    assert fang.texts[-1].endswith(f"Only the school sees yours: {GRANDMAS}")
    assert "🤒" in str(fang.keyboard)

    await tap(home, zhao, "🧒", "Lily", "📞 Phone numbers")
    assert f"Grandma: {GRANDMAS}" in zhao.texts[-1]
    await tap(home, mei, "🏠", "🎓 School", "📞 Phone numbers")
    assert GRANDMAS not in mei.texts[-1]
    await tap(home, fang, "↩️")
    assert fang.texts[-1].endswith("You show no number.")
    await tap(home, zhao, "🧒", "Lily", "📞 Phone numbers")
    assert GRANDMAS not in zhao.texts[-1]


async def test_please_call_and_words_at_night_carry_the_teachers_number_and_a_parent_may_type(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(14, day=1)
    await tap(home, zhao, "🧒", "Lily", "📞 Please call")
    assert "The school shows no number here." in mei.texts[-1]
    await tap(home, mei, "🏠", "🎓 School", "📞 Phone numbers", "📞 Ask for one")
    assert mei.toast == "They are asked. They may leave it at that."
    assert zhao.texts[-1] == "📞 Lily\nLily's family would like a number to call you."
    await tap(home, zhao, "➕ Show my number")
    assert "The families of class 3B see it until you take it back." in zhao.texts[-1]
    assert (await say(home, zhao, "ask the office")).startswith("That was not your own number")
    await say(home, zhao, "+86 138 0000 0002")
    assert zhao.texts[-1].endswith(f"The families of class 3B see yours: {TEACHERS}")

    await tap(home, zhao, "🧒", "Lily", "📞 Please call")
    assert mei.texts[-1].endswith(f"Zhao Lan: {TEACHERS}")
    assert fang.texts[-1].endswith(f"Zhao Lan: {TEACHERS}")
    await home.until(23)
    await tap(home, mei, "🏠", "🎓 School", "✉️")
    assert mei.texts[-1].endswith(f"If it cannot wait, please phone the school.\nZhao Lan: {TEACHERS}")


async def test_who_misses_a_child_reads_the_numbers_that_its_family_shows(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(9, day=1)
    await tap(home, fang, "🏠", "🎓 School", "📞 Phone numbers")
    await show(home, fang, GRANDMAS)
    await tap(home, zhao, "🧒", "Lily", "📋")
    await home.later(minutes=31)
    await home.later(minutes=31)
    assert zhao.sees(f"Grandma: {GRANDMAS}")
    assert not zhao.sees("Their numbers are in the school's own list")
    assert not mei.sees(GRANDMAS)


async def test_a_number_is_of_one_class_and_neither_the_other_parent_nor_a_stranger_reads_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    other = await home.school(STRANGER, "Music school")
    await home.pupil(await home.class_room(STRANGER, "Flute"), MEI, STRANGER)
    jun = await separate_father(home)
    await home.until(14, day=1)
    mei.press("numbers:1:1", mei.last)
    await home.settle()
    await show(home, mei, "+971500000001")
    father = len(jun.texts)
    other.press("numbers:2:1", other.last)
    jun.press("numbers:1:1", jun.last)
    await home.settle()
    assert "+971500000001" not in other.texts[-1] + "".join(since(jun, father))
    for phone in (other, fang):
        for data in ("numbers:1:1", "number_share:1:1", "number_wish:1:1"):
            if phone is other:
                phone.press(data, phone.last)
                await home.settle()
                assert phone.toast == OVER, data

    def export(tx: Tx) -> str:
        me = people.by_telegram(tx, MEI.id)
        assert me is not None
        return str(own(tx, me)["my_numbers"])

    assert "+971500000001" in await read(home, export)
    await tap(home, mei, "🏠", "🎓 School", "👁 About class 3B", "👋", "✅")
    zhao.press("numbers:1:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    assert "📞 Phone numbers" not in labels(zhao.last) or not zhao.sees("+971500000001")
    mei.press("number_back:1:1", mei.last)
    await home.settle()
    assert await read(home, lambda tx: shared_numbers.of(tx, 1, [1, 2, 3, 4])) == {}
