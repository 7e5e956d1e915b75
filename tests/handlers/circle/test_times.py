"""⏰ Times: the slot of a child, quiet hours, and the clock of a person."""

import pytest

from bot.db.tables import check_in
from bot.db.transaction import Tx
from bot.queries.circle import circles, people
from tests.homeline import FANG, MEI, Homeline
from tests.households import (
    NEIGHBOUR,
    english_family,
    hours,
    read,
    say,
    second_parent,
    since,
    tap,
)


async def test_the_slot_changes_and_the_other_adults_are_told(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    before = len(mei.texts)

    await tap(home, mei, "🏠", "⚙️", "⏰ Lily", "morning")

    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert circle.child.slot == "morning"
    assert 7 * 60 <= circle.child.minute < 8 * 60
    assert fang.texts[-1] == "Mei changed it: I ask about Lily in the morning."
    assert jun.texts[-1] == fang.texts[-1]
    assert not any("changed it" in each for each in since(mei, before))


async def test_the_question_comes_in_the_new_slot_and_never_twice_on_one_day(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    await home.until(7, 0)
    await tap(home, fang, "🏠", "⚙️", "⏰ Lily", "morning")
    await home.until(8, 0)
    asked = len(fang.messages)
    assert fang.sees("How is Lily today?")

    await tap(home, fang, "🙂", "🏠", "⚙️", "⏰ Lily", "evening", "⏰ Lily", "midday", "⏰ Lily", "evening")
    before = len(fang.texts)
    await home.until(21, 0)

    assert len(await read(home, lambda tx: tx.all(check_in.select()))) == 2
    assert asked < len(fang.messages)
    assert since(fang, before) == []
    await home.until(19, 30)
    assert len(await read(home, lambda tx: tx.all(check_in.select()))) == 3


async def test_the_same_slot_ten_times_tells_the_others_once(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "⏰ Lily")
    card = mei.last
    data = next(each.data for row in card.buttons for each in row if "midday" in each.text)
    before = len(fang.texts)
    for _ in range(10):
        mei.press(data, card)
    await home.settle()

    assert len(since(fang, before)) == 1


@pytest.mark.parametrize("data", ["slot:1", "slot_set:1:evening", "slot_set:1:night", "slot_set:99:evening"])
async def test_a_stranger_changes_nothing(home: Homeline, data: str) -> None:
    await english_family(home)
    li = await home.newcomer(NEIGHBOUR)

    press = li.press(data, li.last)
    await home.settle()

    assert press.answer is not None
    assert press.answer.startswith("This has changed since")
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert circle is not None
    assert circle.child.slot == "evening"


async def test_quiet_hours_take_three_taps_and_hold_news_until_they_end(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "Quiet hours", "09:00–17:00")
    assert "09:00–17:00" in mei.last.words
    await home.until(19, 30)  # 15:30 in Dubai
    before = len(mei.texts)

    await tap(home, fang, "🙂")
    assert since(mei, before) == []

    await home.until(17, 0, zone="Asia/Dubai")
    assert [each.splitlines()[0] for each in since(mei, before)] == ["🙂 Lily, from Grandma"]


async def test_everybody_sleeps_at_night_until_they_say_otherwise_and_reads_so_with_the_welcome(home: Homeline) -> None:
    mei, fang = await english_family(home)
    line = "⏰ 22:00–07:00 by your clock only what is urgent comes. Other hours: 🏠 ⚙️"
    for phone in (mei, fang):
        assert [each for each in phone.texts if line in each], phone.texts
    await home.until(23, 30, zone="Asia/Dubai")  # half past three at home
    before = len(mei.texts)
    await say(home, fang, "She woke up and looked at your photo")
    await tap(home, fang, "✅")
    assert since(mei, before) == []
    await home.until(3, 0, zone="Asia/Dubai")
    assert since(mei, before) == []

    await home.until(7, 0, zone="Asia/Dubai")
    assert len([each for each in since(mei, before) if "looked at your photo" in each]) == 1

    await tap(home, mei, "🏠", "⚙️", "Quiet hours", "None")
    await home.until(23, 30, zone="Asia/Dubai")
    before = len(mei.texts)
    await say(home, fang, "She is up again")
    await tap(home, fang, "✅")
    assert any("She is up again" in each for each in since(mei, before))


async def test_who_works_some_nights_sleeps_on_the_days_after_them_and_nobody_wakes_them_then(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "Quiet hours", "I work nights", "Mon")  # today
    assert mei.last.words == "You work these nights: Mon. Afterwards it is quiet 09:00–17:00."
    await tap(home, mei, "Sleep after it: 09:00–17:00")
    assert mei.last.words == "You work these nights: Mon. Afterwards it is quiet 10:00–18:00."
    await home.until(23, 30, zone="Asia/Dubai")
    before = len(mei.texts)
    await say(home, fang, "The cat came back")
    await tap(home, fang, "✅")
    assert any("The cat came back" in each for each in since(mei, before))  # at work, and awake

    await home.until(10, 30, zone="Asia/Dubai")
    before = len(mei.texts)
    await say(home, fang, "She drew a house")
    await tap(home, fang, "✅")
    assert since(mei, before) == []
    await home.until(18, 0, zone="Asia/Dubai")
    assert any("She drew a house" in each for each in since(mei, before))

    await home.until(22, 30, zone="Asia/Dubai")
    before = len(mei.texts)
    await say(home, fang, "She sleeps with your scarf")
    await tap(home, fang, "✅")
    assert since(mei, before) == []  # a night like any other


async def test_what_is_held_comes_at_once_when_the_quiet_hours_go(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "Quiet hours", "09:00–17:00")
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    before = len(mei.texts)

    await tap(home, mei, "🏠", "⚙️", "Quiet hours", "None")

    assert any("Lily is well" in each for each in since(mei, before))
    assert mei.sees("You have no quiet hours.")


async def test_what_is_held_is_held_by_the_new_clock(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "Quiet hours", "09:00–17:00")
    await home.until(19, 30)
    await tap(home, fang, "🙂")
    before = len(mei.texts)

    await tap(home, mei, "🏠", "⚙️", "My clock", "🇨🇳")

    me = await read(home, lambda tx: people.by_telegram(tx, MEI.id))
    assert me is not None
    assert (me.country, me.zone) == ("CN", "Asia/Shanghai")
    assert any("Lily is well" in each for each in since(mei, before))


async def test_a_parent_who_moved_finds_every_country_and_its_cities(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    await tap(home, mei, "🏠", "⚙️", "My clock", "🇷🇺", "Yekaterinburg")
    me = await read(home, lambda tx: people.by_telegram(tx, MEI.id))
    assert me is not None
    assert me.zone == "Asia/Yekaterinburg"

    await tap(home, mei, "My clock", "More", "More", "More", "🇺🇿")
    me = await read(home, lambda tx: people.by_telegram(tx, MEI.id))
    assert me is not None
    assert me.zone == "Asia/Tashkent"


@pytest.mark.parametrize("data", ["my_country:XX", "my_city:CN:7", "my_city:XX:0", "quiet_set:9", "rest:7", "rest:99"])
async def test_forged_choices_change_nothing(home: Homeline, data: str) -> None:
    mei, _fang = await english_family(home)
    before = await read(home, lambda tx: people.by_telegram(tx, MEI.id))

    press = mei.press(data, mei.last)
    await home.settle()

    assert press.answer is not None
    assert press.answer.startswith("This has changed since")
    assert await read(home, lambda tx: people.by_telegram(tx, MEI.id)) == before


async def test_with_two_children_each_has_its_own_time(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "➕")
    mei.say("Bao")
    await home.settle()
    await tap(home, mei, "2020", "May", "🇨🇳")

    await tap(home, mei, "🏠", "⚙️", "⏰ Bao", "midday")

    assert await read(home, _slots) == {"Lily": "evening", "Bao": "midday"}


def _slots(tx: Tx) -> dict[str, str]:
    me = people.by_telegram(tx, MEI.id)
    assert me is not None
    return {circle.child.name: circle.child.slot for circle, _member in circles.of_person(tx, me.id)}


async def test_a_guardian_changes_the_clock_without_moving_the_childs(home: Homeline) -> None:
    _mei, fang = await english_family(home)

    await tap(home, fang, "🏠", "⚙️", "My clock", "🇦🇪")

    me = await read(home, lambda tx: people.by_telegram(tx, FANG.id))
    circle = await read(home, lambda tx: circles.get(tx, 1))
    assert me is not None
    assert circle is not None
    assert (me.zone, circle.child.zone) == ("Asia/Dubai", "Asia/Shanghai")
    await hours(home, 1)
