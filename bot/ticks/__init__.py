"""Every duty that time brings, in the order in which they run."""

from collections.abc import Callable

from bot.storage.transaction import Tx
from bot.ticks import ask_check_ins, remind_check_ins

Tick = Callable[[Tx], int]

TICKS: tuple[Tick, ...] = (
    ask_check_ins.run_once,
    remind_check_ins.run_once,
)
