"""*+1 hour* and *Tomorrow* in the demo: hour by hour, to the next morning and on to where something happens."""

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


async def push(app: App, clock: ShiftedClock, world: World, step: timedelta) -> None:
    """By `step`, with all that comes in it: what Homeline does once a minute does not wait for a minute of the visitor.

    Hour by hour, as people live: what belongs to an evening, such as the week's picture, comes then or not at all."""
    news = WakeUp()

    def heard(_chat: Chat) -> None:
        news.ring()

    world.watchers.append(heard)
    try:
        while step > timedelta():
            clock.push(min(step, HOUR))
            step -= HOUR
            await _until_quiet(app, news)
    finally:
        world.watchers.remove(heard)


async def push_on(app: App, clock: ShiftedClock, world: World, phones: Collection[Phone], step: timedelta) -> None:
    """By `step`, then on until something has come on one of the phones."""
    before = _messages(phones)
    await push(app, clock, world, step)
    for _ in range(MOST):
        if _messages(phones) != before:
            return
        await push(app, clock, world, HOUR)


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
