"""Each evening one goodnight is played: none on a phone that is off, while a family rests, or after a night."""

from bot.domain.local_time import DAY
from bot.queries.circle import circles
from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived, family
from tests.handlers.daily.test_goodnights import recorded, states
from tests.homeline import Homeline
from tests.households import tap


async def evenings(home: Homeline, fang: Phone, count: int) -> list[int]:
    """How many have come by the end of each evening."""
    found = []
    for _ in range(count):
        await home.until(20, 30)
        await home.until(21)
        found.append(len(arrived(fang)))
        await home.until(12, day=1)
    return found


async def test_one_comes_each_evening_is_played_with_one_tap_and_two_left_ask_for_more(home: Homeline) -> None:
    mei, fang = await family(home)
    await recorded(home, mei, 8, 8, 8)
    await home.until(20, 29)
    assert not arrived(fang)
    await home.until(20, 30)
    (first,) = arrived(fang)
    assert first.words == "🌙 Mei's goodnight for Lily. Play it at bedtime."
    assert mei.texts[-1] == "🌙 Lily\n2 goodnights are left on the shelf."
    assert not mei.sees("Grandma has it.")  # nobody has sent anything tonight

    await tap(home, fang, "🙏 Passed on")
    assert mei.texts[-1] == "🌙 Lily has heard your goodnight, says Grandma."
    await home.until(12, day=1)
    assert await evenings(home, fang, 3) == [2, 3, 3]
    assert sum("left on the shelf" in each for each in mei.texts) == 1
    await tap(home, fang, "🎤 Answer")
    fang.voice()
    await home.settle()
    assert mei.sees("Lily answers your letter.")


async def test_nothing_is_spent_on_a_phone_that_is_off_nor_while_the_family_rests(home: Homeline) -> None:
    mei, fang = await family(home)
    await recorded(home, mei, 8, 8, 8, 8)
    fang.block()
    assert await evenings(home, fang, 3) == [0, 0, 0]
    assert (await states(home)).count("shelved") == 4
    fang.unblock()
    await tap(home, fang, "🏠")
    assert await evenings(home, fang, 1) == [1]

    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    assert await evenings(home, fang, 1) == [1]
    await tap(home, mei, "🏠", "⚙️", "👥", "▶️")
    await home.app.store.run(lambda tx: circles.pause(tx, 1, tx.now + DAY))
    assert await evenings(home, fang, 2) == [1, 2]


async def test_an_ill_child_hears_it_too_and_after_an_outage_nobody_is_woken(home: Homeline) -> None:
    mei, fang = await family(home)
    await recorded(home, mei, 8, 8)
    await tap(home, fang, "🤒", "🌡")
    await home.until(23, 30)  # Homeline stood still over bedtime
    assert not arrived(fang)
    await home.until(20, 30, day=1)
    assert len(arrived(fang)) == 1
