"""A visit that is taken back has no first evening."""

from tests.handlers.daily.test_calls import family
from tests.handlers.daily.test_promises import states, taps, visit
from tests.homeline import Homeline


async def test_what_was_off_is_not_parted_from(home: Homeline) -> None:
    mei, fang = await family(home)
    await visit(home, mei, "Wed 25")
    await taps(home, mei, "⏸ 3 days", "↩️")
    assert await states(home) == ["dropped"]
    await home.later(days=6)
    for phone in (mei, fang):
        assert not phone.sees("evening")
        assert not phone.sees("Before you go")
        assert not phone.sees("Good days")
