"""Processes that begin as copies of one that has loaded what they need: loading takes most of a short life."""

from multiprocessing import get_context

copies = get_context("forkserver")
copies.set_forkserver_preload(
    ["bot.cli_run", "tests.bench.claiming", "tests.bench.next_door", "tests.bench.simulator", "tests.crashes.process"]
)

__all__ = ["copies"]
