"""How an illness goes on, from the taps at home."""

from tests.handlers.illness.illness_words import BELOW, as_it_is_now, data_of
from tests.homeline import Homeline
from tests.households import tap
from tests.illness_cast import count, english_family, fever, newest
from tests.ticks.illness.test_escalate_illnesses import NOBODY


async def test_what_stood_before_worse_points_to_it_and_an_old_press_says_nothing_of_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await tap(home, mei, "🙏")
    old = newest(mei, "is ill: fever")
    call = data_of(old, "🤙")
    await home.later(hours=4)
    fang.tap("⛈", message=newest(fang, "How is Lily now?"))
    await home.settle()

    assert "⛈ Lily is worse, says Grandma." in mei.last.words
    assert as_it_is_now(mei, old).words.endswith("There is something new below.")
    mei.press(call, old)
    await home.settle()
    assert mei.toast == BELOW
    assert not fang.sees("Mei is calling")
    await home.later(minutes=15)
    await home.later(minutes=45)
    assert count(fang, NOBODY) == 1
