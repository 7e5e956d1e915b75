"""🎁 What goes wrong while a keepsake is made: nothing lies about afterwards, and nobody has what is not theirs."""

import pytest

from bot.keepsakes import maker
from tests.handlers.daily.keepsakes_steps import HERE, ask, file_of, files, handled, left, page_of, photo
from tests.handlers.daily.letters_steps import arrived, family
from tests.homeline import Homeline
from tests.households import say, tap

# What lies on disk is looked at: beside PostgreSQL several tests would share one folder.
pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

LOST = "🎁 Lily\nIt did not come through this time. Everything is still kept."


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits in earnest for a Telegram that is away."""
    monkeypatch.setattr(maker, "PAUSES", (0.0, 0.0))
    monkeypatch.setattr(maker, "AWAY", 0.0)


async def test_what_is_gone_at_telegram_or_too_large_is_named_and_the_rest_comes(home: Homeline) -> None:
    mei, fang = await family(home)
    gone = await photo(home, fang, "the first snow")
    await photo(home, fang, "the second")
    await tap(home, fang, "🏠", "🎤")
    fang.video(data=b"f" * 20_000_001)
    await home.later(minutes=12)
    home.world.files.lose(file_of(gone))

    await ask(home, mei)
    packed = files(home, mei)[0]
    assert sorted(packed) == ["files/2026-11-23-002.jpg", "index.html"]
    page = page_of(packed)
    assert "🖼 Telegram does not have this any more." in page
    assert "the first snow" in page
    assert "🎬 Too large to come along. It is in the chat." in page
    caption = arrived(mei, "document")[0].words
    assert "Telegram does not have these any more: 🖼 Mon, Nov 23." in caption
    assert "Too large to come along, they stay in this chat: 🎬 Mon, Nov 23." in caption


async def test_while_nothing_is_shared_none_is_begun_and_one_that_was_begun_does_not_come(home: Homeline) -> None:
    mei, fang = await family(home)
    await photo(home, fang)
    await tap(home, fang, "🏠", "⚙️", "👥", "❄️")
    await tap(home, mei, "🏠", "🧒", "🎁")
    mei.tap("🎁 Lily at 8")
    await handled(home)
    await home.app.keepsakes.step()
    assert len(left(home)) == 1

    await tap(home, fang, "✅")
    assert not arrived(mei, "document")
    mei.press("keepsake_make:1:8", mei.last)
    await home.settle()
    assert mei.toast == "Nothing new about Lily is shared for now."
    assert not arrived(mei, "document")
    assert not left(home)


async def test_who_leaves_while_it_is_made_has_nothing_any_more(
    home: Homeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei, fang = await family(home)
    await photo(home, fang)
    whole = home.app.client.find

    async def leaves_meanwhile(file_id: str) -> dict[str, object]:
        mei.tap("✅", message=leaving)
        await handled(home)
        return await whole(file_id)

    await tap(home, mei, "🏠", "🧒", "🎁")
    offer = mei.last
    await say(home, mei, "/stop")
    await tap(home, mei, "👋")
    leaving = mei.last
    monkeypatch.setattr(home.app.client, "find", leaves_meanwhile)
    mei.tap("🎁 Lily at 8", message=offer)
    await home.settle()

    assert not arrived(mei, "document")
    assert mei.last.words == "You have left Lily's circle. A new invite brings you back any time."
    assert not left(home)


async def test_a_process_that_dies_leaves_nothing_and_the_next_one_begins_again(home: Homeline) -> None:
    mei, fang = await family(home)
    await photo(home, fang)
    await tap(home, mei, "🏠", "🧒", "🎁")
    mei.tap("🎁 Lily at 8")
    await handled(home)
    assert await home.app.keepsakes.step() == 1  # made, and not sent yet
    assert len(left(home)) == 1

    home.app.keepsakes.close()
    assert not left(home)
    await home.settle()
    assert len(arrived(mei, "document")) == 1
    assert mei.sees(HERE)


async def test_while_telegram_is_away_it_rests_and_goes_on_afterwards(home: Homeline) -> None:
    mei, fang = await family(home)
    await photo(home, fang)
    await tap(home, mei, "🏠", "🧒", "🎁")
    home.simulator.faults.methods = {"getFile"}
    home.simulator.faults.drop_before(times=6)
    mei.tap("🎁 Lily at 8")
    await home.settle()
    home.simulator.faults.clear()
    await home.settle()
    assert len(arrived(mei, "document")) == 1
    assert not left(home)


async def test_a_phone_that_is_away_reads_kindly_that_it_did_not_come(home: Homeline) -> None:
    mei, fang = await family(home)
    await photo(home, fang)
    await tap(home, mei, "🏠", "🧒", "🎁")
    mei.tap("🎁 Lily at 8")
    await handled(home)
    mei.block()
    await home.settle()
    assert len(left(home)) <= 1
    await home.later(minutes=20)
    assert not left(home)  # it does not lie about until they are back

    mei.unblock()
    await home.settle()
    assert not arrived(mei, "document")
    assert mei.sees(LOST)
    await tap(home, mei, "🎁 Make it again")
    assert len(arrived(mei, "document")) == 1
