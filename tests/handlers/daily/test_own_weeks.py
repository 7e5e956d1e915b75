"""And you? Three faces that stay with who taps, and a tap that passes one on to one parent."""

from bot.db.tables import own_week
from bot.queries.circle import people
from bot.services.privacy.erasing import erase_person
from bot.simulator.phone import Phone
from tests.handlers.privacy.test_exports import taken
from tests.homeline import Homeline
from tests.households import carried, english_family, read, second_parent, since, tap
from tests.services.daily.test_own_weeks import ask


def labels(phone: Phone) -> list[str]:
    return [each.text for row in phone.last.buttons[:-1] for each in row]


async def test_it_stays_with_who_taps_and_another_tap_changes_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(12, 0, day=1)
    before = len(mei.texts)
    await ask(home)
    assert labels(fang) == ["😄 Good", "🙂 All right", "😟 Hard"]
    await tap(home, fang, "😟")
    assert fang.last.words == "😟 Thank you. It stays with you."
    await tap(home, fang, "🙂")
    assert fang.last.words == "🙂 Thank you. It stays with you."
    fang.press("own_week:1:well", fang.last)
    await home.settle()
    assert fang.toast  # the same once more changes nothing, and was heard all the same
    assert since(mei, before) == []

    _pages, files = await taken(home, fang, mei)
    assert '"my_weeks"' in files[0]
    _pages, files = await taken(home, mei, fang)
    assert '"how": "well"' not in "".join(files)


async def test_a_tap_tells_one_parent_once_and_the_other_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    jun = await second_parent(home)
    await home.until(12, 0, day=1)
    await ask(home)
    await tap(home, fang, "😟")
    others = len(jun.texts)
    assert labels(fang)[:2] == ["🗣 Tell Mei", "🗣 Tell Jun"]
    data, card = carried(fang.last, "🗣 Tell Mei"), fang.last
    await tap(home, fang, "🗣 Tell Mei")
    assert fang.last.words == "😟 Thank you. Mei can read it."
    assert labels(fang) == ["🗣 Tell Jun"]
    assert mei.texts[-1] == "🏡 Lily, from Grandma\nGrandma’s own week was hard. A few words from you may help."
    count = len(mei.texts)
    fang.press(data, card)
    for phone in (mei, jun):  # nobody passes on, or changes, what another has said
        phone.press(data, phone.last)
        phone.press("own_week:1:great", phone.last)
    await home.settle()

    assert len(mei.texts) == count
    assert since(jun, others) == []


async def test_while_nothing_is_shared_it_is_passed_on_to_nobody_and_erasing_takes_it_away(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(12, 0, day=1)
    await ask(home)
    await tap(home, fang, "😟")
    data, card = carried(fang.last, "🗣"), fang.last
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    count = len(mei.texts)
    press = fang.press(data, card)
    await home.settle()
    assert press.answer == "Nothing new about Lily is shared for now."
    assert len(mei.texts) == count

    await home.app.store.run(lambda tx: erase_person(tx, people.get(tx, 2)))
    assert await read(home, lambda tx: tx.all(own_week.select())) == []
