"""The commands that begin an installation: they load all of Homeline."""

import argparse
import asyncio
import os
import signal
import sys
from functools import partial

from bot import log
from bot.app import App
from bot.clock import SystemClock
from bot.control import through
from bot.db import bots, installation
from bot.db.presence import must_exist
from bot.db.store import Store, store_for
from bot.demo import demo
from bot.errors import NoToken, SettingsError
from bot.first_steps import WITHOUT_TOKEN
from bot.operations import schooling
from bot.operations.command_runner import Command
from bot.settings import Settings, read
from bot.telegram.client import Client
from bot.watchdog import Watchdog


async def run(_wanted: argparse.Namespace) -> int | None:
    """Speak to Telegram until SIGTERM or Ctrl-C; who has no token yet reads how to come by one."""
    try:
        settings = _settings()
    except NoToken:
        if os.environ.get("HOMELINE_ENV") == "production":
            raise
        print(WITHOUT_TOKEN, end="", file=sys.stderr)
        return 2
    stopped = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stopped.set)
    app = App(settings, SystemClock())
    with Watchdog(app.liveness).watching():
        try:
            await app.open(stopped)
            if not stopped.is_set():
                await app.run(stopped)
        finally:
            await app.close()
    return None


async def moved_bot(_wanted: argparse.Namespace) -> None:
    """Let families go over to the bot of TELEGRAM_BOT_TOKEN; what its operator has to know is printed."""
    app = App(_settings(), SystemClock())
    try:
        print(await app.move_bot())
    finally:
        await app.close()


async def run_demo(wanted: argparse.Namespace) -> None:
    """The simulator, the bot and the page with the phones, on this machine alone."""
    log.configure("WARNING")
    stopped = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stopped.set)
    await demo(wanted.port, stopped, empty=wanted.empty)


async def migrate(_wanted: argparse.Namespace) -> None:
    """Open the database once, which brings it to this version's schema."""
    store = store_for(_settings(needs_token=False), SystemClock())
    try:
        await store.open()
    finally:
        await store.close()
    print("The database is up to date.")


async def school_add(wanted: argparse.Namespace) -> None:
    """Add a school through the running process, or directly when none runs."""
    settings = _settings(needs_token=False)
    command = {
        "command": schooling.ADD,
        "name": wanted.name,
        "for": wanted.for_whom,
        "json": "yes" if wanted.json else "no",
    }
    schooling.names_in(command)
    alone = partial(_add_school, settings, command)
    print(await (through(settings.sqlite_path, command, alone) if settings.is_sqlite else alone()))


async def _add_school(settings: Settings, command: Command) -> str:
    clock = SystemClock()
    if not settings.token:
        await must_exist(settings, clock)
    store = store_for(settings, clock)
    try:
        await store.open()
        if await store.run(lambda tx: installation.get(tx, "username")) is None:
            await _learn_name(settings, store)
        return await schooling.ANSWERS[schooling.ADD](store, command)
    finally:
        await store.close()


async def _learn_name(settings: Settings, store: Store) -> None:
    """A link needs the bot's name, which Telegram knows."""
    if not settings.token:
        raise SettingsError("TELEGRAM_BOT_TOKEN is not set, and Homeline never ran here: a link needs the bot's name.")
    client = Client(settings)
    try:
        await client.open()
        bot = client.bot
        await store.run(lambda tx: bots.learn(tx, str(bot.id), bot.username))
    finally:
        await client.close()


def _settings(*, needs_token: bool = True) -> Settings:
    settings = read(needs_token=needs_token)
    log.configure(settings.log_level, settings.log_format)
    return settings
