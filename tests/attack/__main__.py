"""`make attack`: everybody is hostile for ten minutes; what was tried, and what it has cost."""

import argparse
import asyncio
import logging
import random
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.clock import stopwatch
from tests.attack.opening import town_on
from tests.attack.report import HOW, table
from tests.attack.rounds import Round, drawn, one_round
from tests.databases import Database, Postgres, PostgresDatabase, SqliteFile, template_sqlite
from tests.together import KEYS, memory

KINDS = ("sqlite", "postgresql")


def main() -> int:
    """The table, and 1 when anything was lost, leaked, late, or twice without a reason."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack")
    parser.add_argument("--minutes", type=float, default=10.0, help="in all")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(100_000), help="to repeat a run")
    parser.add_argument("--database", choices=(*KINDS, "both"), default="both")
    parser.add_argument("--rounds", type=int, default=sys.maxsize, help="at most, on each database")
    wanted = parser.parse_args()
    logging.disable(logging.CRITICAL)  # what Homeline says of all this is no part of the table
    began = stopwatch()
    kinds = KINDS if wanted.database == "both" else (wanted.database,)
    share = wanted.minutes * 60 / len(kinds)
    ends = [_on(kind, wanted.seed, share, wanted.rounds) for kind in kinds]
    well = all(ends)
    print(f"\n{HOW}\nseed {wanted.seed}, {(stopwatch() - began) / 60:.1f} minutes: {'well' if well else 'NOT WELL'}")
    return 0 if well else 1


def _on(kind: str, seed: int, seconds: float, most: int) -> bool:
    rounds: list[Round] = []
    with _fresh(kind) as database:
        try:
            asyncio.run(_attacked(database, seed, seconds, most, rounds))
            broke_off = False
        except Exception:
            traceback.print_exc()
            print(f"Broke off in round {len(rounds)}: {_repeated(kind, seed, len(rounds))}")
            broke_off = True
    print(f"\n{kind}, {len(rounds)} rounds\n{table(rounds)}", flush=True)
    wrong = [each for each in rounds if each.balance.wrong]
    for each in wrong:
        print(f"round {each.number}, {' and '.join(each.tried)}: {'; '.join(each.balance.wrong)}")
        print(f"  {_repeated(kind, seed, each.number)}")
    return not wrong and not broke_off


async def _attacked(database: Database, seed: int, seconds: float, most: int, rounds: list[Round]) -> None:
    until = stopwatch() + seconds
    async with town_on(database) as town:
        while stopwatch() < until and len(rounds) < most:
            number = len(rounds)
            attackers = drawn(seed, number, town.kind)
            rounds.append(await one_round(town, number, random.Random(f"{seed} {number}"), attackers))


def _repeated(kind: str, seed: int, number: int) -> str:
    return f"python -m tests.attack --seed {seed} --database {kind} --rounds {number + 1}"


@contextmanager
def _fresh(kind: str) -> Iterator[Database]:
    if kind == "postgresql":
        server = Postgres(KEYS)
        try:
            yield PostgresDatabase(server)
        finally:
            server.stop()
    else:
        with tempfile.TemporaryDirectory(prefix="homeline-", dir=memory()) as folder:
            yield SqliteFile(Path(folder) / "homeline.db", template_sqlite(Path(folder) / "template.db", KEYS))


if __name__ == "__main__":
    sys.exit(main())
