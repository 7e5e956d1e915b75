"""`homeline keys rotate`: everything is sealed again under the newest key, while Homeline runs."""

import json
from typing import Any

from bot.clock import Clock
from bot.db import key_marks, rewrapping
from bot.db.presence import must_exist
from bot.db.store import Store, keyring_for
from bot.db.transaction import Tx
from bot.errors import HomelineError
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.progress import Progress
from bot.settings import Settings

# Rows in one transaction: a few milliseconds, so that no alert waits behind them.
BATCH = 100
# Each round looks at every row; the second finds what was written while the first went by.
ROUNDS = 3

COMMAND = "keys rotate"


async def rotate(settings: Settings, clock: Clock) -> str:
    """Seal everything under the newest key; what to do with the others. Begins again where rows are left."""
    await must_exist(settings, clock)
    keyring = keyring_for(settings)
    runner = CommandRunner(settings, clock, ANSWERS)
    question = {"command": COMMAND, "newest": keyring.fingerprint}
    try:
        total = json.loads(await runner.do(question))["rows"]
        for _ in range(ROUNDS):
            if not await _round(runner, question, total):
                await runner.do({**question, "done": "yes"})
                return _last_words([each for each in keyring.ids if each != keyring.newest])
    finally:
        await runner.close()
    raise HomelineError(
        "Another process still writes under an older key. Restart it with this HOMELINE_KEYS, then rotate again."
    )


async def _round(runner: CommandRunner, question: Command, total: int) -> int:
    """Look at every row once; how many values had another key."""
    progress = Progress("looked at", total)
    sealed = 0
    for table in rewrapping.SEALED_TABLES:
        after: list[Any] | None = []
        while after is not None:
            step = json.loads(await runner.do({**question, "table": table.name, "after": json.dumps(after or None)}))
            after = step["last"]
            sealed += step["sealed"]
            progress.advance(step["seen"])
    progress.end()
    return sealed


async def _step(store: Store, command: Command) -> str:
    """One step in the process that may write; without a table, how many rows there are, or the end."""

    def unit(tx: Tx) -> dict[str, Any]:
        if tx.keyring.fingerprint != command["newest"]:
            raise ValueError(
                "The Homeline that runs does not have the newest key yet. Restart it with this HOMELINE_KEYS, "
                "then rotate again."
            )
        if "done" in command:
            key_marks.keep_newest(tx)
            return {}
        if "table" not in command:
            rewrapping.finish(tx)
            return {"rows": rewrapping.rows(tx)}
        step = rewrapping.rewrap(tx, command["table"], json.loads(command["after"]), BATCH)
        return {"last": step.last, "seen": step.seen, "sealed": step.sealed}

    return json.dumps(await store.run(unit))


def _last_words(old: list[int]) -> str:
    if not old:
        return "Everything is sealed under the newest key; HOMELINE_KEYS holds no other."
    numbers = ", ".join(str(each) for each in old)
    return (
        f"Everything is sealed under the newest key. No longer used: {numbers}. Take this out of HOMELINE_KEYS, "
        "and keep it apart until the last backup from before today is gone."
    )


ANSWERS: dict[str, Answer] = {COMMAND: _step}
