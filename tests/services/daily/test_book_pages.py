"""Nothing is read of a parent who has left, nor while nothing is shared."""

from tests.handlers.daily.letters_steps import arrived, family
from tests.handlers.daily.test_book_pages import photographed, read_aloud
from tests.handlers.daily.test_goodnights import states
from tests.homeline import Homeline
from tests.households import tap


async def test_a_reading_waits_while_nothing_is_shared_and_goes_with_its_parent(home: Homeline) -> None:
    mei, fang = await family(home)
    await photographed(home, fang)
    await read_aloud(home, mei)
    await tap(home, mei, "🏠", "⚙️", "👥", "❄️", "✅")
    await home.until(20, 30)
    assert not arrived(fang)
    assert await states(home) == ["sent", "shelved"]
    await tap(home, mei, "🏠", "⚙️", "👥", "▶️")
    await tap(home, mei, "🏠", "⚙️", "👋", "✅")
    await home.until(20, 30, day=1)
    assert not arrived(fang)
    assert await states(home) == ["sent", "dropped"]
