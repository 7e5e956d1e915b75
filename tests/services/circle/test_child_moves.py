"""A child moves: what waits for its evening waits for the new one."""

from tests.handlers.circle.test_child_moves import WAY
from tests.handlers.daily.letters_steps import arrived
from tests.handlers.daily.test_goodnights import recorded
from tests.homeline import Homeline
from tests.households import english_family, tap


async def test_a_goodnight_waits_for_the_evening_where_the_child_is_now(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await recorded(home, mei, 8)
    await tap(home, fang, *WAY, "🇺🇿")

    await home.until(20, 31)  # by the clock of the old home
    assert not arrived(fang)
    await home.until(20, 31, zone="Asia/Tashkent")
    assert len(arrived(fang)) == 1
