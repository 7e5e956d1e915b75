"""The danger card on a phone of 360 by 740 pixels: what saves time stands on the screen, without scrolling."""

import pytest
from playwright.async_api import Browser, FilePayload, Locator, expect

from bot.simulator.files import DOT
from tests.browser.phones import SOON, OnPage, opened

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

CHOICES = ("🌡", "🤢", "😮‍💨", "🤕", "❓", "↩️", "🏠", "☂️")


async def test_the_emergency_number_and_the_choices_are_seen_without_scrolling(browser: Browser, town: str) -> None:
    async with opened(browser, town, width=360, height=740) as page:
        await page.locator('[data-tab="fang"]').click()
        fang = OnPage(page, "fang")
        await the_card_stands_whole_on_the_screen(fang, "哪里不舒服？", "急救电话")
        await fang.say("/language")
        await fang.tap("English", then="I write in")
        await the_card_stands_whole_on_the_screen(fang, "What is it?", "Emergency")
        await fang.say("/language")
        await fang.tap("简体中文", then="跟您说")  # as it was, for the tests after this one


async def test_the_seven_signs_are_seen_as_a_picture_without_scrolling(browser: Browser, town: str) -> None:
    async with opened(browser, town, width=360, height=740) as page:
        await page.locator('[data-tab="fang"]').click()
        fang = OnPage(page, "fang")
        for _ in ("uploaded", "known to Telegram"):
            before = await fang.root.locator(".theirs .photo img").count()
            await fang.key("🤒")
            await expect(fang.root.locator(".theirs .photo img")).to_have_count(before + 1, timeout=SOON)
            picture = fang.root.locator(".theirs .photo img").last
            await is_on_the_screen(picture)
            assert await picture.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [1200, 600]
            await is_on_the_screen(await number_in(fang, "哪里不舒服？", "急救电话"))
            for emoji in CHOICES:
                await is_on_the_screen(fang.root.locator("[data-button]", has_text=emoji).last)


async def test_several_lines_are_one_message_and_several_photos_one_letter(browser: Browser, town: str) -> None:
    async with opened(browser, town, width=360, height=640) as page:
        mei, fang = OnPage(page, "mei"), OnPage(page, "fang")
        sent, arrived = mei.root.locator(".mine .photo"), fang.root.locator(".theirs .photo")
        before = await sent.count(), await arrived.count()
        line = mei.root.locator("[data-input]")
        await line.fill("one")
        await line.press("Shift+Enter")
        await line.press_sequentially("two")
        await line.press("Enter")
        await expect(mei.root.locator(".mine", has_text="one")).to_contain_text("two", timeout=SOON)
        await expect(line).to_have_value("")

        photos = [FilePayload(name=f"{name}.png", mimeType="image/png", buffer=DOT) for name in "ab"]
        await mei.root.locator("[data-photo] input").set_input_files(photos)
        await expect(sent).to_have_count(before[0] + 2, timeout=SOON)
        await mei.sees("For Lily, or for Grandma?")
        await mei.tap("✅")
        await page.locator('[data-tab="fang"]').click()
        await expect(arrived).to_have_count(before[1] + 2, timeout=SOON)


async def the_card_stands_whole_on_the_screen(fang: OnPage, question: str, emergency: str) -> None:
    await fang.key("🤒")
    await is_on_the_screen(await number_in(fang, question, emergency))
    for emoji in CHOICES:
        await is_on_the_screen(fang.root.locator("[data-button]", has_text=emoji).last)

    await fang.tap("🌡")
    await is_on_the_screen(await number_in(fang, "Mei", emergency))
    await fang.tap("↩️")
    await expect(fang.root.locator(".theirs").last).not_to_contain_text(emergency, timeout=SOON)


async def number_in(fang: OnPage, words: str, emergency: str) -> Locator:
    """The number below the newest card, once that says `words`."""
    card = await fang.sees(words)
    number = card.locator("b").last
    await expect(number).to_contain_text(emergency)
    await expect(number).to_contain_text("120")
    return number


async def is_on_the_screen(what: Locator) -> None:
    """Whole, and not hidden behind what scrolls."""
    await expect(what).to_be_in_viewport(ratio=1, timeout=SOON)


async def test_a_sign_is_put_on_a_message_and_taken_off_as_in_telegram(browser: Browser, town: str) -> None:
    async with opened(browser, town, width=360, height=740) as page:
        mei, fang = OnPage(page, "mei"), OnPage(page, "fang")
        await page.locator('[data-tab="fang"]').click()
        asked = await fang.root.locator(".theirs").count()
        await fang.key("🙂")
        number = await fang.root.locator(".theirs").nth(asked).get_attribute("data-message", timeout=SOON)
        question = fang.root.locator(f'.theirs[data-message="{number}"]')
        await question.locator(".bubble").click(button="right")
        for sign in ("👍", "❤️"):
            await is_on_the_screen(question.locator(".signs button", has_text=sign))
        await question.locator(".signs button", has_text="👍").click()
        await expect(question).to_contain_text("Mei", timeout=SOON)
        await expect(question.locator(".reaction")).to_have_text("👍")

        await question.locator("[data-sign]").click()
        await question.locator('.signs button[aria-pressed="true"]').click()
        await expect(question.locator(".reaction")).to_have_count(0, timeout=SOON)
        await page.locator('[data-tab="mei"]').click()
        await mei.sees("has taken this answer back")
