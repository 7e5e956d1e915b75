"""SG-06: a family that is asked whether it is still there keeps everything with one tap."""

from tests.homeline import Homeline
from tests.households import english_family, read, since, tap
from tests.ticks.privacy.test_ask_idle_families import left, questions


async def test_sg_06_one_tap_keeps_everything(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await home.later(days=549)
    await home.later(days=25)
    await tap(home, mei, "🏠")
    before = len(mei.texts)

    await home.later(days=100)

    assert questions(since(mei, before)) == 0
    assert (await read(home, left))[0] == 1
