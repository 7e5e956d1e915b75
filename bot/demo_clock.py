"""*+1 hour* and *Tomorrow* in the demo: hour by hour, to the next morning and on to where something happens."""

import asyncio
from collections.abc import Collection
from datetime import timedelta

from bot.app import App
from bot.db.transaction import Tx
from bot.loop import WakeUp
from bot.queries import figures
from bot.simulator.demo_api import Pushable
from bot.simulator.messages import Chat
from bot.simulator.phone import Phone
from bot.simulator.world import World

HOUR = timedelta(hours=1)
MOST = 15  # hours, from the morning into the night
LOOKS, LOOK_EVERY = 20, 0.1  # what is due is on a phone within these seconds, or the line is troubled


class DemoClock:
    """The two buttons: one push after the other, as people live."""

    def __init__(self, app: App, clock: Pushable, world: World, phones: Collection[Phone]) -> None:
        self._app = app
        self._clock = clock
        self._world = world
        self._phones = phones
        self._one = asyncio.Lock()

    async def push(self, step: timedelta) -> None:
        """By `step`, hour by hour: what belongs to an evening, such as the week's picture, comes then or not at all.

        What Homeline does once a minute does not wait for a minute of the visitor."""
        async with self._one:
            await self._push(step)

    async def push_on(self, step: timedelta) -> None:
        """By `step`, then on until something has come on one of the phones."""
        async with self._one:
            before = self._messages()
            await self._push(step)
            for _ in range(MOST):
                if self._messages() != before:
                    return
                await self._push(HOUR)

    async def _push(self, step: timedelta) -> None:
        news = WakeUp()

        def heard(_chat: Chat) -> None:
            news.ring()

        self._world.watchers.append(heard)
        try:
            while step > timedelta():
                await self._until_quiet(news)
                self._clock.push(min(step, HOUR))
                step -= HOUR
                await self._app.tick()
            await self._until_quiet(news)
        finally:
            self._world.watchers.remove(heard)

    async def _until_quiet(self, news: WakeUp) -> None:
        """What was pressed is heard, for Telegram keeps it for minutes only, and what an hour brings is said."""
        for _ in range(LOOKS):
            if not self._world.pending and not await self._app.store.run(_is_due):
                return
            await news.wait(LOOK_EVERY)

    def _messages(self) -> int:
        return sum(phone.chat.last_id for phone in self._phones)


def _is_due(tx: Tx) -> bool:
    now = figures.gather(tx)
    return now.sending > 0 or any(queue.due for queue in now.queues)
