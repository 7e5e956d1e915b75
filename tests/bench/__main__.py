"""The figures of the README: every measure in turn, or those that are named; `--write` puts the table there."""

import argparse
import importlib
import logging
import os
import sys
from datetime import date
from pathlib import Path

from bot import log
from bot.clock import SystemClock, stopwatch
from tests.bench.line import Line, table

MEASURES = ("alerts", "updates", "sends", "schedules", "process", "evening", "claiming")
README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def main() -> int:
    """The table, and 1 when a figure is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("measures", nargs="*", choices=[[], *MEASURES], help="all, when none is named")
    parser.add_argument("--quick", action="store_true", help="small sizes: does it run at all?")
    parser.add_argument("--write", action="store_true", help="put the table into the README")
    wanted = parser.parse_args()
    log.configure("ERROR")
    for each in ("telegram", "aiogram", "apscheduler"):
        logging.getLogger(each).setLevel(logging.CRITICAL)  # the refusals of others are counted, not printed
    lines: list[Line] = []
    for name in wanted.measures or MEASURES:
        began = stopwatch()
        lines += importlib.import_module(f"tests.bench.{name}").measure(quick=wanted.quick)
        print(f"{name}: {stopwatch() - began:.0f} s", file=sys.stderr, flush=True)
    text = f"{table(lines)}\n\n{_where()}"
    print(text)
    if wanted.write:
        write(README, text)
    return 0 if all(each.kept for each in lines) else 1


def write(path: Path, text: str) -> None:
    """Replace what stands between the two markers."""
    before, _, rest = path.read_text().partition(BEGIN)
    _old, _, after = rest.partition(END)
    path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")


def _where() -> str:
    today: date = SystemClock().now().date()
    load = os.getloadavg()[0]
    return f"`make bench` on {os.cpu_count()} cores, {today:%d %B %Y}, medians; load average at its end {load:.1f}."


if __name__ == "__main__":
    sys.exit(main())
