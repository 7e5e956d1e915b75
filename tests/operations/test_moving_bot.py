"""Families go over to another bot: refused without being asked for, and nothing of theirs is lost or mistaken."""

from dataclasses import replace

import pytest

from bot.app import App
from bot.db import bots, installation
from bot.db.tables import inbox
from bot.db.transaction import Tx
from bot.delivery import another_bot
from bot.doctor import examine
from bot.errors import HomelineError
from bot.simulator.cast import MEI, ZHAO
from bot.simulator.server import Simulator
from tests.homeline import Homeline
from tests.households import GRANDMA, english_family, invite, tap

OTHER = "7654321:OTHER"


async def other_bot(home: Homeline, username: str = "homeline_new_bot") -> Simulator:
    """Another bot of Telegram's, which nobody has opened yet; the settings lead to it."""
    simulator = Simulator(home.clock.world, token=OTHER, username=username)
    await simulator.start()
    home.settings = replace(home.app.settings, token=OTHER, api_url=simulator.url)
    return simulator


async def begun(home: Homeline, simulator: Simulator) -> None:
    """Homeline speaks as the other bot from now on."""
    home.simulator, home.world = simulator, simulator.world
    home.app = App(home.settings, home.clock, long_poll=0)
    await home.app.open()
    await home.later(seconds=30)


async def moved(home: Homeline) -> str:
    """`homeline moved-bot`, and what it says."""
    app = App(home.settings, home.clock, long_poll=0)
    try:
        return await app.move_bot()
    finally:
        await app.close()


async def bot_line(home: Homeline) -> str:
    """What the doctor says of it."""
    return {each.about: each.words for each in await examine(home.settings, home.clock)}["bot"]


async def test_another_bots_token_is_refused_with_one_line_and_changes_nothing(home: Homeline) -> None:
    mei, fang = await english_family(home)
    old = home.app.settings
    other = await other_bot(home)
    before = home.world, home.simulator
    await home.app.close()
    refused = App(home.settings, home.clock, long_poll=0)
    with pytest.raises(
        HomelineError, match=r"belongs to @\w+ \(1234567\), .* another bot \(7654321\).*moved-bot"
    ) as said:
        await refused.open()
    await refused.close()
    assert "\n" not in str(said.value)
    assert other.requests == []  # nobody was even asked who that is
    assert "the token to another bot (7654321)" in await bot_line(home)

    home.world, home.simulator = before
    home.app = App(old, home.clock, long_poll=0)
    await home.app.open()
    fang.say("She has drawn a house")
    await home.later(seconds=30)
    await tap(home, fang, "✅")
    assert mei.sees("She has drawn a house")
    await other.stop()


async def test_families_find_everything_at_the_other_bot(home: Homeline) -> None:
    mei, fang = await english_family(home)
    zhao = await home.school()
    await home.pupil(await home.class_room())
    old_link = await invite(home, "🏡")
    await home.until(23, zone="Asia/Dubai")  # Mei sleeps, and what is for her waits
    fang.voice()
    await home.settle()
    fang.say("She has drawn a house for you")
    await home.settle()
    await tap(home, fang, "✅")
    zhao.say("📣")
    await home.settle()
    zhao.photo("Trip on Friday, bring a coat")
    await home.settle()
    await tap(home, zhao, "📣 Send")
    fang.tap("🤒")  # both have come, and nobody has looked at them yet
    zhao.tap("🎓 Class 3B")
    await home.app.poller.step()

    other = await other_bot(home)
    await home.app.close()
    said = await moved(home)
    for words in ("of @homeline_bot (1234567).", "used it: 3.", "go on: 1.", "picture: 1.", "new ones: 2."):
        assert words in said
    assert said.endswith(
        "It is of @homeline_new_bot (7654321) now: start `homeline run`. homeline doctor shows who is over."
    )
    assert "there is nothing to move" in await moved(home)
    await begun(home, other)
    people = MEI, GRANDMA, ZHAO
    assert not any(home.phone(each).texts for each in people)  # a bot writes to nobody first
    assert (await bot_line(home)).endswith("Of 3 people 0 have used it since.")

    for person in people:
        home.phone(person).start()
        await home.settle()
    assert not [each for each in other.requests if each.method.startswith(("edit", "delete"))]
    await home.until(8, zone="Asia/Dubai")
    mei, fang, zhao = (home.phone(each) for each in people)
    assert mei.sees("Lily is ill")  # what had come was handled
    assert mei.sees("She has drawn a house for you")
    assert mei.sees("bring a coat")
    assert fang.sees("bring a coat")
    assert sum("did not take a picture or file of this notice" in each for each in zhao.texts) == 1
    assert not any(each.kind in {"voice", "photo"} for phone in (mei, zhao) for each in phone.messages)
    assert fang.sees("could not be delivered. Please send it once more")  # only the earlier bot could have sent it
    assert sum("Links you sent before no longer open" in each for each in mei.texts) == 1
    assert sum("Posters and links from before no longer open" in each for each in zhao.texts) == 1
    assert not fang.sees("no longer open")
    with pytest.raises(LookupError):
        mei.open(old_link)
    assert (await bot_line(home)).endswith("All 3 people are over.")
    await other.stop()


async def test_no_message_of_the_new_bot_is_taken_for_one_of_the_earlier(home: Homeline) -> None:
    """Both count from one: what stands under a number now is another message, in another person's words."""
    _mei, fang = await english_family(home)
    await home.until(18, 40)
    fang.tap("🙂")
    await home.settle()
    await home.app.store.run(another_bot.forget_messages)
    numbers = await home.app.store.run(lambda tx: [row.update_id for row in tx.all(inbox.select())])
    assert len(set(numbers)) == len(numbers)
    assert max(numbers) < -(10**9)
    before = len(home.simulator.requests)
    fang.tap("🤒")
    await home.settle()
    asked = [each for each in home.simulator.requests[before:] if each.method == "editMessageText"]
    assert {each.params["message_id"] for each in asked} <= {each.id for each in fang.messages[-3:]}


async def test_while_homeline_runs_nothing_is_moved(home: Homeline) -> None:
    await home.newcomer(MEI)
    other = await other_bot(home)
    with pytest.raises(HomelineError, match="runs on"):
        await moved(home)
    assert await home.app.store.run(bots.number) == "1234567"
    await other.stop()


async def test_a_database_of_an_older_version_knows_its_bot_by_name(home: Homeline) -> None:
    def older(tx: Tx) -> None:
        installation.forget(tx, "bot_id")
        installation.learn(tx, bots.USERNAME, "homeline_old_bot")

    await home.newcomer(MEI)
    await home.app.store.run(older)
    settings = home.app.settings
    await home.app.close()
    again = App(settings, home.clock, long_poll=0)
    with pytest.raises(HomelineError, match=r"belongs to @homeline_old_bot, .* another bot \(1234567\)"):
        await again.open()
    await again.close()
    home.settings = settings
    assert "Until now this database was of @homeline_old_bot." in await moved(home)


async def test_a_token_says_whose_it_is_and_a_new_one_of_the_same_bot_is_right(home: Homeline) -> None:
    store = home.app.store
    assert await store.run(lambda tx: bots.is_of(tx, "1234567:AFTER_REVOKE"))
    assert not await store.run(lambda tx: bots.is_of(tx, OTHER))
