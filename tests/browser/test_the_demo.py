"""The main job, tapped through on the demo's page in a real Chromium."""

import pytest

from tests.browser.phones import OnPage, chromium, demo, push

pytestmark = pytest.mark.browser


async def test_the_family_joins_and_a_tap_becomes_news() -> None:
    async with demo("--empty") as (url, _school), chromium(url) as page:
        mei, fang = OnPage(page, "mei"), OnPage(page, "fang")

        await mei.start()
        for label in ("✅", "✅", "✅", "👪", "➕"):
            await mei.tap(label)
        await mei.sees("What do you call the child")
        await mei.say("Lily")
        for label in ("2018", "May", "China", "United Arab Emirates"):
            await mei.tap(label)
        await fang.open_link_of(mei, "t.me/")
        for label in ("✅", "✅", "✅", "👵"):
            await fang.tap(label)
        await mei.tap("✅")
        await push(page, "hour")

        await fang.key("🙂")
        await fang.tap("🙂")
        await mei.sees("Lily is well, says Grandma.")
        await mei.tap("❤️")
        await fang.sees("❤️")
