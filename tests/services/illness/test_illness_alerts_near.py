"""A child is ill and nobody of the family can be reached: who is near is asked, and reads no word of it."""

import re

from bot.domain.local_time import local
from bot.simulator.phone import Phone
from tests.homeline import Homeline
from tests.households import NEIGHBOUR, near_home, since, tap
from tests.illness_cast import FANG_EN, PO_EN, count, english_family, fever, joins, newest
from tests.remembering import remembered

NO_PARENT = "Mei cannot be reached now. If you are worried, get help now."
SOUGHT = "I have asked Li Na (neighbour) to look in on you. They do not know why. Do not wait for them."
OF_ILLNESS = re.compile(r"\bill|fever|🤒|🌡|🌤|better|worse|doctor|seven|danger signs", re.IGNORECASE)


@remembered
async def lost_parent(home: Homeline) -> None:
    """Mei has blocked the bot; Li is near home."""
    mei, _fang = await english_family(home)
    await near_home(home)
    mei.block()
    await home.settle()


async def ill(home: Homeline) -> tuple[Phone, Phone]:
    """At night at home, when nobody of the family can be reached: Grandma, and Li who is near."""
    await lost_parent(home)
    await home.until(2, 0)
    fang = home.phone(FANG_EN)
    await fever(home, fang)
    return fang, home.phone(NEIGHBOUR)


async def test_who_is_near_is_woken_and_reads_that_somebody_is_needed_and_no_word_of_why(home: Homeline) -> None:
    fang, li = await ill(home)

    assert li.texts[-1] == "🏘 Lily\nGrandma could use somebody to look in now. 02:00 at home."
    assert local(li.last.at, "Asia/Shanghai").hour == 2
    assert newest(fang, NO_PARENT).id < newest(fang, SOUGHT).id
    await tap(home, li, "✅", "↩️")
    assert fang.texts[-1] == "🏘 Lily\nLi Na (neighbour) takes that back: nobody has come yet."
    assert li.last.words.startswith("🏘 Lily\nGrandma could use somebody to look in now.")
    await tap(home, li, "🙋")
    assert fang.texts[-1] == "🏘 Lily\nLi Na (neighbour) is on the way."
    await home.until(9, 0)
    fang.press("ill_better:1", fang.last)
    await home.settle()
    assert li.texts[-1] == "🏘 Lily\nNobody needs to look in any more. Thank you."
    assert not [text for text in li.texts if OF_ILLNESS.search(text)]
    li.press("look_in:1:well", li.last)
    await home.settle()
    assert li.toast == "This has changed since. Home shows what is new."


async def test_as_long_as_a_parent_or_who_steps_in_can_be_reached_nobody_near_is_asked(home: Homeline) -> None:
    mei, fang = await english_family(home)
    li = await near_home(home)
    po = await joins(home, PO_EN, "stand_in", "🧑 Someone")
    known = len(li.texts)
    await fever(home, fang)
    await home.later(hours=2)
    mei.block()
    await home.settle()
    assert po.sees("Lily is ill: fever")
    assert since(li, known) == []

    po.block()
    await home.settle()

    assert len(since(li, known)) == 1
    assert count(fang, SOUGHT) == 1
    await home.later(hours=2, minutes=10)
    assert len(since(li, known)) == 1  # asked once
    await tap(home, fang, "⛈")
    assert len(since(li, known)) == 2  # and anew when it is worse


async def test_what_was_sent_by_mistake_calls_who_is_near_back(home: Homeline) -> None:
    fang, li = await ill(home)
    await tap(home, fang, "↩️")

    assert li.texts[-1] == "🏘 Lily\nNobody needs to look in any more. Thank you."


async def test_a_neighbour_who_cannot_be_reached_is_named_where_somebody_waits_for_them(home: Homeline) -> None:
    fang, li = await ill(home)
    li.block()
    await home.settle()

    assert fang.sees("Li Na (neighbour) cannot be reached now.")


async def test_while_nothing_is_shared_a_life_still_counts(home: Homeline) -> None:
    await lost_parent(home)
    fang, li = home.phone(FANG_EN), home.phone(NEIGHBOUR)
    fang.press("freeze_yes:1", fang.last)
    await home.settle()
    known = len(li.texts)
    await fever(home, fang)
    await home.settle()

    assert len(since(li, known)) == 1
    assert "could use somebody" in li.texts[-1]
