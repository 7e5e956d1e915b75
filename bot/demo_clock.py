"""*Tomorrow* in the demo: to the next morning, and on to where something happens."""

from collections.abc import Collection
from datetime import timedelta

from bot.app import App
from bot.clock import ShiftedClock
from bot.db.transaction import Tx
from bot.loop import WakeUp
from bot.queries import figures
from bot.simulator.messages import Chat
from bot.simulator.phone import Phone
from bot.simulator.world import World

HOUR = timedelta(hours=1)
MOST = 15  # hours, from the morning into the night
LOOKS, LOOK_EVERY = 20, 0.1  # what is due is on a phone within these seconds, or the line is troubled


async def push_on(app: App, clock: ShiftedClock, world: World, phones: Collection[Phone], step: timedelta) -> None:
    """By `step`, then hour by hour until something has come on one of the phones."""
    news = WakeUp()

    def heard(_chat: Chat) -> None:
        news.ring()

    before = _messages(phones)
    world.watchers.append(heard)
    try:
        clock.push(step)
        for _ in range(MOST):
            await _until_quiet(app, news)
            if _messages(phones) != before:
                return
            clock.push(HOUR)
    finally:
        world.watchers.remove(heard)


async def _until_quiet(app: App, news: WakeUp) -> None:
    """What the hour brings has been said."""
    await app.tick()
    for _ in range(LOOKS):
        if not await app.store.run(_is_due):
            return
        await news.wait(LOOK_EVERY)


def _is_due(tx: Tx) -> bool:
    now = figures.gather(tx)
    return now.sending > 0 or any(queue.due for queue in now.queues)


def _messages(phones: Collection[Phone]) -> int:
    return sum(phone.chat.last_id for phone in phones)
