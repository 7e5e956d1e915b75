"""The demo's page in a real Chromium, and the phones on it."""

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, Locator, Page, expect

from tests.together import memory

CHROMIUM = shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
SOON = 20_000  # milliseconds


@asynccontextmanager
async def demo(*arguments: str) -> AsyncIterator[tuple[str, str]]:
    """`homeline demo` as a process of its own: its address, and the link of a school when it began empty."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", "0", *arguments),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(memory() or tempfile.gettempdir())},
    )
    try:
        yield await asyncio.wait_for(_address(process), 60)
    finally:
        process.terminate()
        await asyncio.wait_for(process.wait(), 10)


async def _address(process: asyncio.subprocess.Process) -> tuple[str, str]:
    """As soon as taps count."""
    assert process.stdout is not None
    url = ""
    async for line in process.stdout:
        words = line.decode()
        if found := re.search(r"http://127\.0\.0\.1:\d+", words):
            url = found[0]
        if found := re.search(r"https://t\.me/\S+|Now it is yours", words):
            return url, found[0]
    raise AssertionError("the demo ended before it was ready")


@asynccontextmanager
async def opened(browser: Browser, url: str, width: int = 1280, height: int = 900) -> AsyncIterator[Page]:
    """The page, in a fresh profile of somebody who wants no animations: to paint them takes half of its time."""
    page = await browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    try:
        await page.goto(url)
        await page.wait_for_selector("[data-phone]")
        yield page
    finally:
        await page.close()


class OnPage:
    """One phone on the page."""

    def __init__(self, page: Page, name: str) -> None:
        self._page = page
        self.name = name
        self.root = page.locator(f'[data-phone="{name}"]')

    async def start(self) -> None:
        """START"""
        await self.root.locator("[data-start]").click()

    async def tap(self, label: str, then: str = "") -> None:
        """The newest button with this label, once it is there; then wait until the phone shows something new."""
        buttons = self.root.locator("[data-button]", has_text=label)
        await expect(buttons.last).to_be_visible(timeout=SOON)
        if then:
            await expect(self.root.locator(".theirs", has_text=then)).to_have_count(0)  # else nobody would wait
        await buttons.last.click()
        if then:
            await self.sees(then)

    async def key(self, label: str) -> None:
        """A key of the keyboard below the chat."""
        await self.root.locator("[data-key]", has_text=label).click(timeout=SOON)

    async def say(self, text: str, then: str = "") -> None:
        """Type and send; then wait until the phone shows something."""
        await self.root.locator("[data-input]").fill(text)
        await self.root.locator("[data-send]").click()
        if then:
            await self.sees(then)

    async def open(self, link: str) -> None:
        """A link that came from elsewhere, such as the one that an operator sends to a school."""
        url = f"/demo/phones/{self.name}/open"
        await self._page.evaluate(
            "([url, link]) => fetch(url, {method: 'POST', headers: {'Content-Type': 'application/json'},"
            " body: JSON.stringify({url: link})})",
            [url, link],
        )

    async def speak(self) -> None:
        """A short voice note: the microphone on, and off."""
        await self.root.locator("[data-mic]").click()
        await expect(self.root.locator('[data-mic][aria-pressed="true"]')).to_be_visible(timeout=SOON)
        await self.root.locator("[data-mic]").click()

    async def sees(self, text: str) -> Locator:
        """Wait until a bubble holds this text."""
        bubble = self.root.locator(".theirs", has_text=text).last
        await expect(bubble).to_be_visible(timeout=SOON)
        return bubble

    async def open_link_of(self, other: "OnPage", words: str) -> None:
        """Tap the link in a message on another phone and open it on this one."""
        bubble = await other.sees(words)
        await bubble.locator('a[href*="t.me"]').first.click()
        await self._page.locator(f'[data-open-on="{self.name}"]').click()


async def push(page: Page, step: str, times: int = 1) -> None:
    """The clock's buttons: `hour` or `tomorrow`."""
    for _ in range(times):
        await page.locator(f'[data-clock="{step}"]').click()
