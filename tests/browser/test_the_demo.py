"""The main job, tapped through on the demo's page in a real Chromium."""

import os

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.phones import SOON, OnPage, demo, opened, push

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

# Where the README's picture is to be written, if it is: DEMO_PICTURE=docs/demo.png make test
PICTURE = os.environ.get("DEMO_PICTURE")


async def test_the_whole_main_job_is_tapped_through(browser: Browser) -> None:
    async with demo("--empty") as (url, school), opened(browser, url) as page:
        mei, fang, zhao = OnPage(page, "mei"), OnPage(page, "fang"), OnPage(page, "zhao")
        await the_family_joins(mei, fang)
        await a_tap_becomes_news(page, mei, fang)
        await illness_is_a_thread(page, mei, fang)
        await push(page, "hour", times=12)  # a notice waits for its reader's day
        await the_school_joins(zhao, fang, school)
        await a_notice_is_confirmed(zhao, mei, fang)
        await a_letter_goes_there_and_back(mei, fang)
        await the_idea_of_the_week_comes(mei)


async def the_family_joins(mei: OnPage, fang: OnPage) -> None:
    await mei.start()
    await mei.tap("✅", then="how the child is")
    await mei.tap("✅", then="voice messages")
    await mei.tap("✅", then="Who are you?")
    await mei.tap("👪", then="Add your child")
    await mei.tap("➕", then="What do you call the child")
    await mei.say("Lily", then="When was Lily born?")
    await mei.tap("2018", then="In which month")
    await mei.tap("May", then="Where does Lily live?")
    await mei.tap("China", then="Where do you work?")
    await mei.tap("United Arab Emirates", then="Lily's circle is ready")
    await fang.open_link_of(mei, "You are invited")
    await fang.tap("✅", then="病没病")
    await fang.tap("✅", then="语音和照片")
    await fang.tap("✅", then="您是Lily的什么人")
    await fang.tap("👵", then="我去问")
    await mei.sees("Is it her?")
    await mei.tap("✅", then="is in Lily's circle now")
    await fang.sees("欢迎")


async def a_tap_becomes_news(page: Page, mei: OnPage, fang: OnPage) -> None:
    await push(page, "hour", times=2)
    await fang.sees("Lily今天怎么样？")
    await fang.tap("🙂", then="Mei会看到的")
    await mei.sees("Lily is well, says Grandma.")
    await mei.sees("at home")
    await mei.tap("❤️")
    await fang.sees("❤️")


async def illness_is_a_thread(page: Page, mei: OnPage, fang: OnPage) -> None:
    await fang.key("🤒")
    await fang.sees("120")
    await fang.tap("🌡")
    await mei.sees("Lily is ill: fever.")
    await mei.tap("🤙", then="I have told home that you are calling")
    await fang.sees("Mei正在给您打电话")
    await mei.tap("✅", then="Have talked with home")
    await push(page, "hour", times=4)
    await fang.tap("🌤")
    await mei.sees("🌤 Lily is better, says Grandma.")


async def the_school_joins(zhao: OnPage, fang: OnPage, school: str) -> None:
    await zhao.open(school)
    await zhao.tap("✅", then="that a pupil is ill")
    await zhao.tap("✅", then="voice messages")
    await zhao.tap("✅", then="You lead Village school")
    await zhao.tap("➕", then="What is the class called?")
    await zhao.say("3B", then="Class 3B is open")
    poster = await zhao.sees("Scan this code")
    await expect(poster.locator("img")).to_be_visible()
    await fang.open_link_of(zhao, "Scan this code")
    await fang.tap("✅", then="Lily的老师")
    await zhao.tap("✅", then="Lily is in class 3B now")


async def a_notice_is_confirmed(zhao: OnPage, mei: OnPage, fang: OnPage) -> None:
    await zhao.tap("🏠", then="What would you like to do?")
    await zhao.tap("📣 3B", then="What should the families of class 3B")
    await zhao.say("Trip on Friday, bring a coat and 5 yuan", then="To class 3B?")
    await zhao.tap("✏️", then="Shall this go out?")
    await zhao.tap("🙋", then="Errand: on")
    await zhao.tap("📣 Send", then="Sent to 1 household")
    await mei.sees("Trip on Friday")
    await fang.sees("Trip on Friday")
    await fang.tap("🙋", then="您来办")
    await zhao.tap("👁", then="1 household: all are in")


async def a_letter_goes_there_and_back(mei: OnPage, fang: OnPage) -> None:
    await mei.tap("🏠", then="close to Lily")
    await mei.tap("🎤", then="Hold the microphone")
    await mei.speak()
    await mei.sees("Grandma has it")  # what her receipt says ten seconds later
    letter = await fang.sees("录了一段话")
    await letter.locator("[data-play]").click()
    await fang.tap("🎤", then="请Lily说吧")
    await fang.speak()
    await mei.sees("Lily answers your letter")


async def the_idea_of_the_week_comes(mei: OnPage) -> None:
    await mei.tap("🏠")
    await mei.tap("💡", then="💡 Lily")
    await mei.tap("✅")


async def test_the_demo_begins_with_a_lived_in_family_and_stands_trouble(browser: Browser) -> None:
    async with demo() as (url, _school):
        async with opened(browser, url, width=1280, height=860) as page:
            await something_stands_on_each_screen(page)
            await trouble_on_the_line_loses_nothing(page)
        async with opened(browser, url, width=360, height=740) as page:
            await a_newcomer_finds_the_way_alone(page)


async def something_stands_on_each_screen(page: Page) -> None:
    for name, words in (("mei", "Lily is better"), ("fang", "Lily今天怎么样？"), ("zhao", "Sent to 20 households")):
        await OnPage(page, name).sees(words)
        await expect(OnPage(page, name).root.locator(".bot-name")).to_have_text("Homeline")
    asked = OnPage(page, "fang").root.locator(".theirs", has_text="Lily今天怎么样？").last
    await expect(asked.locator(".gloss").first).to_have_text("How is Lily today?")
    await expect(OnPage(page, "zhao").root.locator(".gloss:visible")).to_have_count(0)
    await expect(OnPage(page, "newcomer").root.locator("[data-start]")).to_be_visible()
    if PICTURE:
        await page.set_viewport_size({"width": 1400, "height": 880})
        await page.screenshot(path=PICTURE)


async def trouble_on_the_line_loses_nothing(page: Page) -> None:
    mei, fang = OnPage(page, "mei"), OnPage(page, "fang")
    for fault in ("flood", "lost_after_send"):
        await page.locator(f'[data-fault="{fault}"]').click()
    await expect(page.locator(".strip")).to_contain_text("Every third message arrives")
    await fang.tap("😄")
    await mei.sees("Lily had a very good day")
    await expect(page.locator(".steps .done")).to_have_count(1, timeout=SOON)
    await expect(page.locator(".strip")).to_contain_text("Mei has it now")

    for fault in ("flood", "lost_after_send"):
        await page.locator(f'[data-fault="{fault}"]').click()
    await fang.root.locator('[data-switch="signal"]').click()
    await expect(fang.root.locator('[data-switch="signal"][aria-checked="true"]')).to_be_visible(timeout=SOON)
    await fang.key("🤒")
    await expect(mei.root.locator(".theirs", has_text="Lily is ill: stomach")).to_have_count(0)
    await expect(page.locator(".strip")).to_contain_text("Grandma Fang’s phone has no signal")
    await fang.root.locator('[data-switch="signal"]').click()
    await fang.sees("120")
    await fang.tap("🤢")
    await mei.sees("Lily is ill: stomach")


async def a_newcomer_finds_the_way_alone(page: Page) -> None:
    await page.locator('[data-tab="newcomer"]').click()
    newcomer = OnPage(page, "newcomer")
    await newcomer.start()
    await newcomer.tap("✅", then="how the child is")
    await newcomer.tap("❌", then="voice messages")
    await newcomer.tap("✅", then="Who are you?")
    await newcomer.tap("🏡", then="Add the child you look after")

    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
