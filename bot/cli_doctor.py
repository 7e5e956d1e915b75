"""`homeline doctor`: it only looks, also while Homeline runs."""

import argparse
import json
from dataclasses import asdict

from bot.clock import SystemClock
from bot.doctor import State, examine
from bot.doctor.finding import Finding, wrong
from bot.errors import SettingsError
from bot.settings import read


async def doctor(wanted: argparse.Namespace) -> int:
    """One line for each finding; 1 when something is wrong."""
    try:
        found = await examine(read(needs_token=False), SystemClock())
    except SettingsError as error:
        found = [wrong("settings", str(error), "set it right first; the rest is looked at afterwards")]
    print(_as_json(found) if wanted.json else "\n".join(map(str, found)))
    return int(any(each.state is State.WRONG for each in found))


def _as_json(found: list[Finding]) -> str:
    ok = all(each.state is not State.WRONG for each in found)
    return json.dumps({"ok": ok, "findings": [asdict(each) for each in found]}, ensure_ascii=False)
