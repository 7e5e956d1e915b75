"""The commands that look after an installation."""

import argparse
import sys
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from urllib.parse import quote, urlsplit

from bot import log
from bot.clock import SystemClock
from bot.doctor.clocks import must_agree, show
from bot.errors import SettingsError
from bot.operations import copying, letting_in, reporting, restoring, schooling
from bot.operations.accepting import accept, mend
from bot.operations.backing_up import back_up
from bot.operations.command_runner import CommandRunner
from bot.operations.opening import open_place
from bot.operations.rotating import rotate
from bot.operations.thawing import thaw
from bot.settings import Settings, check, read


async def keys_rotate(_wanted: argparse.Namespace) -> None:
    """Seal everything again under the newest key, while Homeline runs."""
    print(await rotate(_settings(), SystemClock()))


async def backup(wanted: argparse.Namespace) -> None:
    """Write an encrypted backup while Homeline runs, and try it."""
    print(await back_up(_settings(), SystemClock(), Path(wanted.path) if wanted.path else None, wanted.keep_days))


async def reports(wanted: argparse.Namespace) -> None:
    """What families have reported; one of them with its words, or closed with an outcome that its reporter is told."""
    command = {"command": reporting.LIST, "all": "yes" if wanted.all else "no"}
    if wanted.show:
        command = {"command": reporting.SHOW, "number": wanted.show}
    if wanted.close:
        command = {"command": reporting.CLOSE, "number": wanted.close[0], "outcome": wanted.close[1]}
    runner = CommandRunner(_settings(), SystemClock(), reporting.ANSWERS)
    try:
        print(await runner.do(command))
    finally:
        await runner.close()


async def clock(wanted: argparse.Namespace) -> None:
    """The clocks beside each other; or this machine's is said to be right, or what a wrong one left is mended."""
    settings, machine = _settings(), SystemClock()
    if wanted.what is None:
        print("\n".join(await show(settings, machine)))
        return
    if not wanted.although:
        await must_agree(settings, machine)
    print(await (mend if wanted.what == "mend" else accept)(settings, machine))


async def restore(wanted: argparse.Namespace) -> None:
    """Restore a backup into an empty database, without what was erased since."""
    settings = _settings()
    if wanted.key:
        settings = replace(settings, backup_key=f"{_text(wanted.key)}\n{settings.backup_key}")
    print(await restoring.restore(settings, SystemClock(), Path(wanted.path), wanted.tombstones, old=wanted.old))


def _text(path: str) -> str:
    """What stands in the file of a key. Raises SettingsError."""
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise SettingsError(f"--key: {path} cannot be read, or is no text.") from None


async def copy(wanted: argparse.Namespace) -> None:
    """Move the installation to another database."""
    settings = _settings()
    check(replace(settings, database_url=wanted.to, keys=settings.keys or "beside"), needs_token=False)
    print(await copying.copy(settings, SystemClock(), with_password(wanted.to)))


def with_password(url: str) -> str:
    """An address with its password, which is asked for: everybody on a machine reads the words of a command in `ps`."""
    parts = urlsplit(url)
    if parts.password:
        raise SettingsError("--to: leave the password out, everybody on this machine sees it here; it is asked for.")
    if parts.scheme != "postgresql" or not parts.username:
        return url
    if sys.stdin.isatty():
        word = getpass(f"Password of {parts.username} (nothing where the server asks none): ")
    else:
        word = sys.stdin.readline().rstrip("\n")
    user, _, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{user}:{quote(word, safe='')}@{host}").geturl() if word else url


async def circle_thaw(wanted: argparse.Namespace) -> None:
    """Let a family that shares nothing share again."""
    print(await thaw(_settings(), SystemClock(), wanted.number, order=wanted.order))


async def circle_open(wanted: argparse.Namespace) -> None:
    """Open a place that another phone has closed."""
    print(await open_place(_settings(), SystemClock(), wanted.number, hold=wanted.hold))


async def school_list(wanted: argparse.Namespace) -> None:
    """Schools, who works there, and where nobody leads."""
    command = {"command": schooling.LIST, "json": _yes(wanted.json)}
    print(await schooling.school_command(_settings(), SystemClock(), command))


async def school_close(wanted: argparse.Namespace) -> None:
    """A school ends here; asks to be told that this is meant."""
    command = {"command": schooling.CLOSE, "number": wanted.number, "sure": _yes(wanted.yes), "json": _yes(wanted.json)}
    print(await schooling.school_command(_settings(), SystemClock(), command))


def _yes(flag: bool) -> str:  # noqa: FBT001 - a fact
    return "yes" if flag else "no"


async def school_code(wanted: argparse.Namespace) -> None:
    """A fresh code for a school that is there."""
    command = {"command": schooling.CODE, "number": wanted.number, "teacher": _yes(wanted.teacher)}
    command |= {"for": wanted.for_whom, "json": _yes(wanted.json)}
    print(await schooling.school_command(_settings(), SystemClock(), command))


async def school_remove(wanted: argparse.Namespace) -> None:
    """Take somebody out of a school, also who leads it."""
    command = {"command": schooling.REMOVE, "number": wanted.number}
    print(await schooling.school_command(_settings(), SystemClock(), command))


async def operator_add(wanted: argparse.Namespace) -> None:
    """Let somebody in who runs Homeline from inside Telegram; prints their link."""
    command = {"command": letting_in.ADD, "name": wanted.name, "role": wanted.role}
    print(await letting_in.operator_command(_settings(), SystemClock(), command))


async def operator_list(_wanted: argparse.Namespace) -> None:
    """Who they are, and who has opened which link."""
    print(await letting_in.operator_command(_settings(), SystemClock(), {"command": letting_in.LIST}))


async def operator_remove(wanted: argparse.Namespace) -> None:
    """One of them is none any more."""
    command = {"command": letting_in.REMOVE, "number": wanted.number}
    print(await letting_in.operator_command(_settings(), SystemClock(), command))


def _settings() -> Settings:
    settings = read(needs_token=False)
    log.configure(settings.log_level, settings.log_format)
    return settings
