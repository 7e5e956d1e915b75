"""`homeline demo`: the simulator, the bot as its client, and a page with the phones, on this machine alone."""

import asyncio
import shutil
import socket
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bot.app import App, Parts
from bot.clock import ShiftedClock, SystemClock
from bot.demo_clock import DemoClock
from bot.demo_gloss import Glossary, noted_in
from bot.demo_story import DAYS, HOME_ZONE, NOTES, SCHOOL, tell_story
from bot.domain.local_time import at_wall_clock, local
from bot.errors import SettingsError
from bot.features import SEND_HOOKS
from bot.operations.schooling import add_school
from bot.settings import Settings
from bot.simulator.cast import FANG, MEI, NEWCOMER, ZHAO
from bot.simulator.demo_steps import Step
from bot.simulator.server import Simulator

TOKEN = "1234567:DEMO"
USUAL_PORT = 8080
PHONES = (MEI, FANG, ZHAO, NEWCOMER)
STEPS = (
    Step(
        "Grandma Fang: tap a face",
        "fang",
        ("😄", "🙂", "😟", "😢"),
        "Mei has it now, with both clocks. Grandma may add what she saw.",
    ),
    Step("Mei: answer with ❤️ or 🎤", "mei", ("❤", "🎤"), "Grandma has it at once, under Mei’s name."),
    Step(
        "Grandma Fang: 🤒, and what it is",
        "fang",
        ("🌡", "🤢", "😮‍💨", "🤕", "❓"),
        "Mei is told at once, at any hour. 🤙 tells home that she calls.",
    ),
)

# The demo begins on a Sunday evening at home, when the question has come, so that *Tomorrow* brings the week in one
# picture; the family's story on the Monday before. With empty phones it begins today and earlier, so that the first
# question is still to come.
BEGINS = 19 * 60 + 31
BEGINS_EMPTY = 18 * 60

_aloud = partial(print, flush=True)


async def demo(
    port: int | None, stopped: asyncio.Event, *, empty: bool = False, say: Callable[[str], object] = _aloud
) -> None:
    """Run until `stopped`; everything lives in a folder that goes away with it."""
    folder = Path(tempfile.mkdtemp(prefix="homeline-demo-"))
    now = SystemClock().now()
    today = local(now, HOME_ZONE).date()
    begins = (today, BEGINS_EMPTY) if empty else (last_sunday(today) - timedelta(days=DAYS), BEGINS)
    clock = ShiftedClock(SystemClock(), at_wall_clock(*begins, HOME_ZONE) - now)
    simulator = Simulator(clock, token=TOKEN)
    glossary: Glossary = dict(NOTES)
    parts = Parts(hooks=noted_in(glossary, SEND_HOOKS, {each.id for each in PHONES}))
    simulator.show_page(PHONES, glossary, () if empty else STEPS)
    simulator.asleep = not empty
    try:
        await _listen(simulator, port)
        settings = Settings(token=TOKEN, api_url=simulator.url, database_url=f"sqlite:///{folder / 'demo.db'}")
        say(f"Homeline's demo: open {simulator.url} in a browser. Ctrl-C ends it.")
        if not empty:
            say("A week of a family and its school goes by there first, in a few seconds.")
            await _seed(App(replace(settings, rate=0), clock, long_poll=0, parts=parts), clock, simulator)
        app = App(settings, clock, parts=parts)
        await app.open()
        shown = [simulator.world.phone(each) for each in PHONES]
        buttons = DemoClock(app, clock, simulator.world, shown)
        simulator.on_clock, simulator.on_tomorrow = buttons.push, buttons.push_on
        simulator.wake()
        say(f"A school's link: {await add_school(app.store, SCHOOL)}" if empty else "Now it is yours: tap anything.")
        try:
            await app.run(stopped)
        finally:
            await app.close()
    finally:
        await simulator.stop()
        shutil.rmtree(folder, ignore_errors=True)


async def _listen(simulator: Simulator, port: int | None) -> None:
    try:
        await simulator.start(port=usual_or_free() if port is None else port)
    except OSError as error:
        raise SettingsError(
            f"--port {port} cannot be used: it is taken or not allowed. Without it one is found."
        ) from error


def last_sunday(today: date) -> date:
    """This day, or the newest Sunday before it."""
    return today - timedelta(days=(today.weekday() + 1) % 7)


def usual_or_free(usual: int = USUAL_PORT) -> int:
    """The usual port, or 0, any free one, while another demo has that."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", usual))
        except OSError:
            return 0
    return usual


async def _seed(app: App, clock: ShiftedClock, simulator: Simulator) -> None:
    """Live through the days before today without waiting for them."""
    await app.open()
    try:
        await tell_story(app, clock, simulator)
    finally:
        await app.close()
