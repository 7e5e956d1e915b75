"""The figures: every measure in turn, or those that are named; `--write` puts all of them into the documents."""

import argparse
import importlib
import logging
import os
import sys
import traceback
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from bot import log
from bot.clock import SystemClock, stopwatch
from tests.bench.disk import watched
from tests.bench.line import Line, table

MEASURES = (
    "alerts",
    "queues",
    "flood",
    "updates",
    "sends",
    "schedules",
    "process",
    "evening",
    "claiming",
    "school",
    "sundays",
    "slips",
)
_ROOT = Path(__file__).parents[2]
README, PERFORMANCE = _ROOT / "README.md", _ROOT / "docs" / "performance.md"
# What the README shows of them.
FEW = (
    "alert behind 100,000 bulk rows, commit to request: p99",
    "flood of 30 × 200 letters: danger card, tap's commit to request, the last of 30",
    "4,000 updates handled durably and answered, Telegram next door, against a bare PTB echo bot",
    "evening of 54,000 families: alert, p99 of 100",
)
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def main() -> int:
    """The table, and 1 when a figure is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("measures", nargs="*", choices=[[], *MEASURES], help="all, when none is named")
    parser.add_argument("--quick", action="store_true", help="small sizes: does it run at all?")
    parser.add_argument("--write", action="store_true", help="put them into docs/performance.md, a few into the README")
    wanted = parser.parse_args()
    if wanted.write and (wanted.measures or wanted.quick):
        parser.error("the documents show one whole run: --write goes without names and without --quick")
    log.configure("ERROR")
    for each in ("telegram", "aiogram", "apscheduler"):
        logging.getLogger(each).setLevel(logging.CRITICAL)  # the refusals of others are counted, not printed
    began, lines, hows = stopwatch(), [], []
    for name in wanted.measures or MEASURES:
        at = stopwatch()
        module = importlib.import_module(f"tests.bench.{name}")
        with watched() as disk:
            lines += measured(name, partial(module.measure, quick=wanted.quick))
        hows.append(f"- {module.HOW}{disk.said()}")
        print(f"{name}: {stopwatch() - at:.0f} s", file=sys.stderr, flush=True)
    text = "\n".join([table(lines), "", _where(stopwatch() - began), "", *hows])
    print(text)
    if wanted.write:
        write(PERFORMANCE, text)
        write(README, table([each for each in lines if each.measure in FEW]))
        # what draws takes a second to load, which only writing needs
        importlib.import_module("tests.bench.plot").store([each.point for each in lines if each.point is not None])
    return 0 if all(each.kept for each in lines) else 1


def write(path: Path, text: str) -> None:
    """Replace what stands between the two markers."""
    before, _, rest = path.read_text().partition(BEGIN)
    _old, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")


def measured(name: str, measure: Callable[[], list[Line]]) -> list[Line]:
    """The lines of one measure; one that breaks off takes the others' figures with it no more than it must."""
    try:
        return measure()
    except Exception:
        traceback.print_exc()
        return [Line(name, "", "broke off", kept=False)]


def _where(seconds: float) -> str:
    today: date = SystemClock().now().date()
    made = f"`make bench` on {os.cpu_count()} cores, {today:%d %B %Y}, medians, {seconds / 60:.1f} minutes in all"
    return f"{made}; load average at its end {os.getloadavg()[0]:.1f}."


if __name__ == "__main__":
    sys.exit(main())
