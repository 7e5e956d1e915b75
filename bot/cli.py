"""The command `homeline` and its parts.

What a command needs is loaded when it is given: `--help`, `settings` and `status` are there at once on a small server.
"""

import argparse
import asyncio
import os
import select
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module

from bot import garbage, log
from bot.errors import HomelineError, Stopped
from bot.progress import STOP

WRONG = 2
STOPPED = 130
UNHEARD = 141  # as shells say of SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code. What is wrong is said in one line."""
    try:
        try:
            return _run(arguments)
        finally:
            _flush()
    except BrokenPipeError:
        # Whoever read has read enough. What is left goes nowhere, so that Python does not complain of it at its end.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.__stdout__, sys.__stderr__):
            if stream is not None:
                os.dup2(nowhere, stream.fileno())
        return UNHEARD


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        stream.flush()


def _nobody_reads() -> bool:
    """Whether it was our own words that broke off, and not the way to a server."""
    ends = select.poll()
    for each in (1, 2):
        ends.register(each, 0)
    return bool(ends.poll(0))


def _run(arguments: Sequence[str] | None) -> int:
    wanted = parser().parse_args(arguments)
    log.configure()  # from here on nothing that goes wrong is shown with its values
    try:
        return int(asyncio.run(_until_stopped(wanted)) or 0)
    except (asyncio.CancelledError, KeyboardInterrupt, Stopped):
        print(f"homeline: {Stopped()}", file=sys.stderr)
        return STOPPED
    except Exception as error:
        if isinstance(error, BrokenPipeError) and _nobody_reads():
            raise
        words = _in_one_line(error)
        if words is None:
            raise
        print(f"homeline: {words}", file=sys.stderr)
    return WRONG


def _in_one_line(error: Exception) -> str | None:
    """What is said of it; nothing where it is no more than a fault of ours."""
    if isinstance(error, HomelineError | ValueError):
        return str(error)
    if isinstance(error, OSError):
        where = f": {error.filename}" if error.filename else ""
        return f"{error.strerror or error}{where}. Is the port free, the folder Homeline's own, and room left?"
    if "telegram" not in sys.modules:
        return None
    telegram = import_module("telegram.error")
    if isinstance(error, telegram.InvalidToken):
        return "Telegram does not know this token. Check TELEGRAM_BOT_TOKEN."
    if isinstance(error, telegram.TelegramError):
        way = "Check the network, HOMELINE_PROXY and TELEGRAM_API_URL, or try again later."
        return f"Telegram cannot be reached ({error}). {way}"
    return None


async def _until_stopped(wanted: argparse.Namespace) -> int | None:
    """The command; Ctrl-C and SIGTERM end it in order, also where a thread is at work."""
    task = asyncio.current_task()
    assert task is not None

    def stop() -> None:
        STOP.set()
        task.cancel()

    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stop)
    return await command_of(wanted.command)(wanted)


def command_of(named: str) -> Callable[[argparse.Namespace], Awaitable[int | None]]:
    """A command by its module and its name in it."""
    module, _, name = named.partition(".")
    found: Callable[[argparse.Namespace], Awaitable[int | None]] = getattr(import_module(f"bot.{module}"), name)
    garbage.loaded()
    return found


class _Version(argparse.Action):
    """Prints it; finding it out takes longer than all the rest."""

    def __call__(
        self, parser: argparse.ArgumentParser, _names: argparse.Namespace, _none: object, _option: str | None = None
    ) -> None:
        print(f"homeline {import_module('bot.version').version()}")
        parser.exit()


class _Completion(argparse.Action):
    """Prints what a shell reads to complete our commands, and loads what writes it only then."""

    def __call__(
        self, parser: argparse.ArgumentParser, _names: argparse.Namespace, shell: object, _option: str | None = None
    ) -> None:
        print(import_module("shtab").complete(parser, shell))
        parser.exit()


_PATH = {"bash": "_shtab_compgen_files", "zsh": "_files"}  # as shtab has it, which is not loaded to say so
_ROLES = ("coordinator", "safeguarding", "technical")  # as in the domain, which is not loaded to say so
_CLOCK = "accept: this machine's clock is right; mend: put right what a wrong one has left"


def parser() -> argparse.ArgumentParser:
    """Every command with what it takes."""
    whole = argparse.ArgumentParser(prog="homeline", description="Close to your child across the distance.")
    whole.add_argument("--version", nargs=0, action=_Version, help="print which Homeline this is")
    whole.add_argument(
        "--print-completion",
        choices=("bash", "zsh"),
        action=_Completion,
        help="print what completes commands in a shell",
    )
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "run", "cli_run.run", "speak to Telegram until stopped")
    _add(
        commands, "moved-bot", "cli_run.moved_bot", "once, after TELEGRAM_BOT_TOKEN is another bot's: families go over"
    )
    show = _add(commands, "demo", "cli_run.run_demo", "four phones in a browser on this machine, no token needed")
    show.add_argument("--port", type=int, help="where the page is shown (8080, or a free one while that is taken)")
    show.add_argument("--empty", action="store_true", help="nobody has joined yet; prints the link of a school")
    _add(commands, "migrate", "cli_run.migrate", "bring the database to this version's schema")
    _add(
        commands, "doctor", "cli_doctor.doctor", "look for what is amiss; exit code 1 when something is wrong"
    ).add_argument("--json", action="store_true", help="for programs")
    _add(commands, "status", "cli_look.status", "what waits, and since when; nothing about anybody").add_argument(
        "--json", action="store_true", help="for programs"
    )
    clocks = _add(commands, "clock", "cli_operations.clock", "this machine's clock beside Telegram's and Homeline's")
    clocks.add_argument("what", nargs="?", choices=["accept", "mend"], help=_CLOCK)
    clocks.add_argument("--although", action="store_true", help="although Telegram dates its answers otherwise")
    _add(commands, "settings", "cli_settings.settings", "print every setting with its default, as an environment file")
    _schools(commands)
    _operators(commands)
    _helplines(commands)
    _circles(commands)
    keys = _add(commands, "keys", None, "the keyring").add_subparsers(required=True, metavar="COMMAND")
    new = _add(keys, "new", "cli_keys.keys_new", "print a fresh key for HOMELINE_KEYS")
    new.add_argument("--id", type=int, default=1, help="the key's number, another one for each key (0 to 255)")
    _add(
        keys, "rotate", "cli_operations.keys_rotate", "seal everything again under the newest key, while Homeline runs"
    )
    _add(keys, "backup", "cli_keys.keys_backup", "print a pair for backups; its public half is HOMELINE_BACKUP_KEY")
    kept = _add(
        commands, "backup", "cli_operations.backup", "write an encrypted backup while Homeline runs, and try it"
    )
    place = kept.add_argument(
        "path", nargs="?", help="a folder, or a file ending in .homeline (default HOMELINE_BACKUPS)"
    )
    kept.add_argument(
        "--keep-days", type=int, default=35, help="remove backups in this folder that are older (35 at most)"
    )
    told = _add(commands, "reports", "cli_operations.reports", "what families have reported, and what became of it")
    told.add_argument("--all", action="store_true", help="also those that are closed")
    told.add_argument("--show", metavar="NUMBER", help="what was written; that you read it is written down")
    told.add_argument(
        "--close", nargs=2, metavar=("NUMBER", "OUTCOME"), help="acted, passed_on or kept; the reporter is told"
    )
    back = _add(commands, "restore", "cli_operations.restore", "restore a backup into an empty database")
    file = back.add_argument("path", help="the backup")
    graves = back.add_argument(
        "--tombstones", help="the list of what was erased (default: the one beside the backup), or none"
    )
    secret = back.add_argument("--key", metavar="FILE", help="the secret half of the pair for which it was written")
    for path in (place, file, graves, secret):
        path.complete = _PATH  # type: ignore[attr-defined] # shtab looks for it there
    back.add_argument("--old", action="store_true", help="although it is older than 35 days")
    moved = _add(commands, "copy", "cli_operations.copy", "move to another database, from SQLite to PostgreSQL or back")
    moved.add_argument(
        "--to",
        required=True,
        metavar="URL",
        help="as in DATABASE_URL, its password left out: that is asked for; an empty database",
    )
    return whole


def _schools(commands: object) -> None:
    schools = _add(commands, "school", None, "schools").add_subparsers(required=True, metavar="COMMAND")
    school = _add(schools, "add", "cli_run.school_add", "add a school; prints the link for who leads it")
    school.add_argument("name", help="the school's name, as families know it")
    listed = _add(schools, "list", "cli_operations.school_list", "schools, who works there, and where nobody leads")
    closed = _add(schools, "close", "cli_operations.school_close", "end a school here; its families read so")
    closed.add_argument("number", help="the school's number, as in homeline school list")
    closed.add_argument("--yes", action="store_true", help="it is meant; it cannot be undone")
    code = _add(
        schools, "code", "cli_operations.school_code", "print a new link for a school; the lead's link before it ends"
    )
    code.add_argument("number", help="the school's number, as in homeline school list")
    code.add_argument("--teacher", action="store_true", help="for a teacher; a school that has a lead confirms them")
    out = _add(schools, "remove", "cli_operations.school_remove", "take somebody out of a school, also who leads it")
    out.add_argument("number", help="as in homeline school list, such as 1-3")
    for each in (school, listed, code, closed):
        each.add_argument("--json", action="store_true", help="for programs")
    for each in (school, code):
        each.add_argument(
            "--for", dest="for_whom", default="", metavar="NAME", help="whom the link is for; they are asked"
        )


def _helplines(commands: object) -> None:
    dialled = _add(commands, "helplines", "cli_helplines.show", "which numbers families see, and who dialled them when")
    dialled.add_argument("--country", default="", help="two letters, such as CN")
    dialled.add_argument("--dialled", metavar="NUMBER", help="somebody dialled it and heard the right service")
    dialled.add_argument("--by", default="", metavar="NAME", help="who")
    dialled.add_argument("--on", default="", metavar="DAY", help="when, such as 2026-11-02 (default: today)")


def _circles(commands: object) -> None:
    family = _add(commands, "circle", None, "families").add_subparsers(required=True, metavar="COMMAND")
    shared = _add(family, "thaw", "cli_operations.circle_thaw", "share again where a family has stopped it")
    shared.add_argument("number", type=int, help="the circle's number, as its family reads it under Home")
    shared.add_argument("--order", action="store_true", help="against who stopped it: a written order is in your hand")
    opened = _add(family, "open", "cli_operations.circle_open", "open a place again that another phone has closed")
    opened.add_argument("number", help="the number that stands on the closed phone, such as 12-3")
    opened.add_argument("--hold", action="store_true", help="and hold the phone that has closed it, if it was stolen")


def _operators(commands: object) -> None:
    helpers = _add(commands, "operator", None, "who runs Homeline from inside Telegram").add_subparsers(
        required=True, metavar="COMMAND"
    )
    helper = _add(helpers, "add", "cli_operations.operator_add", "let somebody in; prints a link for them alone")
    helper.add_argument("name", help="who it is, for this list")
    helper.add_argument("--role", required=True, choices=_ROLES, help="what they look after")
    _add(helpers, "list", "cli_operations.operator_list", "who they are, and who has opened which link")
    gone = _add(helpers, "remove", "cli_operations.operator_remove", "one of them is none any more")
    gone.add_argument("number", help="as in homeline operator list")


def _add(commands: object, name: str, command: str | None, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)  # type: ignore[attr-defined] # argparse keeps the type of sub-commands private
    if command is not None:
        parser.set_defaults(command=command)
    return parser
