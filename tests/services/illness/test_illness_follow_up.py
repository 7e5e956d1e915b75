"""What home reads of a call that ran out, and the question how the child is: one message where both are due."""

import pytest

from tests.homeline import Homeline
from tests.illness_cast import count, english_family, fever, labels, newest

LOST = "I do not know if Mei reached you. If you are worried, get help now."


@pytest.mark.parametrize("minutes", [115, 120, 125], ids=["before", "with", "after"])
async def test_a_call_that_runs_out_when_home_is_asked_anyway_is_told_with_the_question(
    home: Homeline, minutes: int
) -> None:
    mei, fang = await english_family(home)
    await fever(home, fang)
    await home.later(minutes=minutes)
    mei.tap("🤙")
    await home.settle()
    for _ in range(16):  # the call runs out about when home is asked, four hours after the illness was told
        await home.later(minutes=10)

    assert newest(fang, LOST).words == f"{LOST}\nHow is Lily now?"
    assert labels(newest(fang, LOST))[:2] == ["🌤 Better", "☁️ The same"]
    assert not newest(fang, LOST).silent
    assert (count(fang, LOST), count(fang, "How is Lily now?")) == (1, 1)


async def test_who_sleeps_is_woken_by_the_call_that_ran_out_and_asked_in_the_morning(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(18, 30)
    await fever(home, fang)
    await home.later(hours=2)
    mei.tap("🤙")
    await home.settle()
    await home.later(hours=2)
    assert fang.last.words == LOST
    assert not fang.sees("How is Lily now?")
    await home.until(7, 30, day=1)
    assert count(fang, "How is Lily now?") == 1
    assert count(fang, LOST) == 1
