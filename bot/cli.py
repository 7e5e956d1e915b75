"""The command `homeline` and its parts."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from telegram.error import InvalidToken, TelegramError

from bot import cli_look, cli_operations, log
from bot.app import App, add_school
from bot.clock import SystemClock
from bot.control import through
from bot.db.crypto import new_key
from bot.db.store import store_for
from bot.demo import demo
from bot.errors import HomelineError, Stopped
from bot.progress import STOP
from bot.settings import Settings, read
from bot.watchdog import Watchdog

WRONG = 2
STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. What is wrong is said in one line."""
    wanted = _parser().parse_args(arguments)
    log.configure()  # from here on nothing that goes wrong is shown with its values
    try:
        return int(asyncio.run(_until_stopped(wanted)) or 0)
    except InvalidToken:
        print("homeline: Telegram does not know this token. Check TELEGRAM_BOT_TOKEN.", file=sys.stderr)
    except TelegramError as error:
        words = (
            f"homeline: Telegram cannot be reached ({error.message}). Check the network, HOMELINE_PROXY and "
            "TELEGRAM_API_URL, or try again later."
        )
        print(words, file=sys.stderr)
    except (asyncio.CancelledError, KeyboardInterrupt, Stopped):
        print(f"homeline: {Stopped()}", file=sys.stderr)
        return STOPPED
    except (HomelineError, ValueError) as error:
        print(f"homeline: {error}", file=sys.stderr)
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        words = (
            f"homeline: {error.strerror or error}{where}. Is the port free, the folder Homeline's own, and room left?"
        )
        print(words, file=sys.stderr)
    return WRONG


async def _until_stopped(wanted: argparse.Namespace) -> int | None:
    """The command; Ctrl-C and SIGTERM end it in order, also where a thread is at work."""
    task = asyncio.current_task()
    assert task is not None

    def stop() -> None:
        STOP.set()
        task.cancel()

    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stop)
    command: Callable[[argparse.Namespace], Awaitable[int | None]] = wanted.command
    return await command(wanted)


_CLOCK = "accept: this machine's clock is right; mend: put right what a wrong one has left"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="homeline", description="Close to your child across the distance.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "run", run, "speak to Telegram until stopped")
    show = _add(commands, "demo", run_demo, "three phones in a browser on this machine, no token needed")
    show.add_argument("--port", type=int, help="where the page is shown (8080, or a free one while that is taken)")
    show.add_argument("--empty", action="store_true", help="nobody has joined yet; prints the link of a school")
    _add(commands, "migrate", migrate, "bring the database to this version's schema")
    _add(
        commands, "doctor", cli_look.doctor, "look for what is amiss; exit code 1 when something is wrong"
    ).add_argument("--json", action="store_true", help="for programs")
    _add(commands, "status", cli_look.status, "what waits, and since when; nothing about anybody").add_argument(
        "--json", action="store_true", help="for programs"
    )
    clocks = _add(commands, "clock", cli_operations.clock, "this machine's clock beside Telegram's and Homeline's")
    clocks.add_argument("what", nargs="?", choices=["accept", "mend"], help=_CLOCK)
    clocks.add_argument("--although", action="store_true", help="although Telegram dates its answers otherwise")
    _add(commands, "settings", cli_look.settings, "print every setting with its default, as an environment file")
    schools = _add(commands, "school", None, "schools").add_subparsers(required=True, metavar="COMMAND")
    school = _add(schools, "add", school_add, "add a school; prints the link for who leads it")
    school.add_argument("name", help="the school's name, as families know it")
    _add(schools, "list", cli_operations.school_list, "schools, who works there, and where nobody leads")
    code = _add(
        schools, "code", cli_operations.school_code, "print a new link for a school; the lead's link before it ends"
    )
    code.add_argument("number", help="the school's number, as in homeline school list")
    code.add_argument("--teacher", action="store_true", help="for a teacher; a school that has a lead confirms them")
    out = _add(schools, "remove", cli_operations.school_remove, "take somebody out of a school, also who leads it")
    out.add_argument("number", help="as in homeline school list, such as 1-3")
    for each in (school, code):
        each.add_argument(
            "--for", dest="for_whom", default="", metavar="NAME", help="whom the link is for; they are asked"
        )
    family = _add(commands, "circle", None, "families").add_subparsers(required=True, metavar="COMMAND")
    shared = _add(family, "thaw", cli_operations.circle_thaw, "share again where a family has stopped it")
    shared.add_argument("number", type=int, help="the circle's number, as its family reads it under Home")
    shared.add_argument("--order", action="store_true", help="against who stopped it: a written order is in your hand")
    opened = _add(family, "open", cli_operations.circle_open, "open a place again that another phone has closed")
    opened.add_argument("number", help="the number that stands on the closed phone, such as 12-3")
    opened.add_argument("--hold", action="store_true", help="and hold the phone that has closed it, if it was stolen")
    keys = _add(commands, "keys", None, "the keyring").add_subparsers(required=True, metavar="COMMAND")
    new = _add(keys, "new", keys_new, "print a fresh key for HOMELINE_KEYS")
    new.add_argument("--id", type=int, default=1, help="the key's number, another one for each key (0 to 255)")
    _add(keys, "rotate", cli_operations.keys_rotate, "seal everything again under the newest key, while Homeline runs")
    kept = _add(commands, "backup", cli_operations.backup, "write an encrypted backup while Homeline runs, and try it")
    kept.add_argument("path", nargs="?", help="a folder, or a file ending in .homeline (default HOMELINE_BACKUPS)")
    kept.add_argument(
        "--keep-days", type=int, default=35, help="remove backups in this folder that are older (35 at most)"
    )
    told = _add(commands, "reports", cli_operations.reports, "what families have reported, and what became of it")
    told.add_argument("--all", action="store_true", help="also those that are closed")
    told.add_argument("--show", metavar="NUMBER", help="what was written; that you read it is written down")
    told.add_argument(
        "--close", nargs=2, metavar=("NUMBER", "OUTCOME"), help="acted, passed_on or kept; the reporter is told"
    )
    back = _add(commands, "restore", cli_operations.restore, "restore a backup into an empty database")
    back.add_argument("path", help="the backup")
    back.add_argument("--tombstones", help="the list of what was erased (default: the one beside the backup), or none")
    back.add_argument("--old", action="store_true", help="although it is older than 35 days")
    moved = _add(commands, "copy", cli_operations.copy, "move to another database, from SQLite to PostgreSQL or back")
    moved.add_argument("--to", required=True, metavar="URL", help="as in DATABASE_URL; an empty database")
    return parser


def _add(commands: object, name: str, command: object, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)  # type: ignore[attr-defined] # argparse keeps the type of sub-commands private
    if command is not None:
        parser.set_defaults(command=command)
    return parser


async def run(_wanted: argparse.Namespace) -> None:
    """Speak to Telegram until SIGTERM or Ctrl-C."""
    settings = _settings()
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
    alone = partial(_add_school, settings, wanted)
    command = {"command": "school add", "name": wanted.name, "for": wanted.for_whom}
    print(await (through(settings.sqlite_path, command, alone) if settings.is_sqlite else alone()))


async def _add_school(settings: Settings, wanted: argparse.Namespace) -> str:
    app = App(settings, SystemClock())
    try:
        await app.store.open()
        return await add_school(app, wanted.name, wanted.for_whom)
    finally:
        await app.close()


async def keys_new(wanted: argparse.Namespace) -> None:
    """One fresh key."""
    if not 0 <= wanted.id <= 255:
        raise ValueError("a key's number is between 0 and 255")
    print(new_key(wanted.id))


def _settings(*, needs_token: bool = True) -> Settings:
    settings = read(needs_token=needs_token)
    log.configure(settings.log_level, settings.log_format)
    return settings
