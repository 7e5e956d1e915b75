"""`make fuzz`: random people for some minutes; what they came across, and of what went wrong the shortest way there."""

import argparse
import io
import logging
import random
import sys
import traceback
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass

import hypothesis
from hypothesis import HealthCheck
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

import tests.compiled  # noqa: F401 - from here on engines share what they have compiled
from bot.clock import stopwatch
from tests.fuzz.apart import Apart
from tests.fuzz.covered import Covered, summary
from tests.fuzz.everybody import Everybody

KINDS = {"everybody": Everybody, "apart": Apart}
WALKS, STEPS = 4, 100  # of one round, which its seed repeats


@dataclass(frozen=True, slots=True)
class Walks:
    """What one kind of walk has come to; `fault` says how to get there again."""

    kind: str
    covered: Covered
    rounds: int
    fault: str = ""


def main(words: Sequence[str] | None = None) -> int:
    """Print it; 1 when something went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="a fault takes up to five more, to shorten it")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(100_000), help="of the first round")
    parser.add_argument("--kind", choices=KINDS, action="append", help="both, when none is named")
    parser.add_argument("--rounds", type=int, default=sys.maxsize, help="at most, of each kind")
    asked = parser.parse_args(words)
    kinds = asked.kind or list(KINDS)
    with ProcessPoolExecutor(len(kinds)) as processes:
        begun = [processes.submit(walk, each, asked.seed, asked.minutes * 60, asked.rounds) for each in kinds]
        found = [each.result() for each in begun]
    print(*summary({each.kind: each.covered for each in found}), sep="\n")
    print(*(each.fault for each in found if each.fault), sep="\n")
    print(f"seed {asked.seed}, {sum(each.rounds for each in found)} rounds")
    return int(any(each.fault for each in found))


def walk(kind: str, seed: int, seconds: float, most: int) -> Walks:
    """Rounds of one kind, until the time is over or something goes wrong; the next seed is one more."""
    logging.disable(logging.CRITICAL)  # what Homeline says of all this is none of the summary
    until, rounds, fault = stopwatch() + seconds, 0, ""
    while not fault and rounds < most and stopwatch() < until:
        fault = fault_in(kind, KINDS[kind], seed + rounds)
        rounds += 1
    return Walks(kind, KINDS[kind].covered, rounds, fault)


def fault_in(kind: str, machine: type[RuleBasedStateMachine], seed: int) -> str:
    """One round; the shortest way to what went wrong in it, or nothing."""
    said = io.StringIO()
    try:
        with redirect_stdout(said):
            run_state_machine_as_test(
                hypothesis.seed(seed)(machine),
                settings=hypothesis.settings(
                    max_examples=WALKS,
                    stateful_step_count=STEPS,
                    deadline=None,
                    database=None,
                    report_multiple_bugs=False,
                    suppress_health_check=list(HealthCheck),
                ),
            )
    except Exception:
        again = f"python -m tests.fuzz --kind {kind} --seed {seed} --rounds 1"
        return f"{traceback.format_exc()}\n{said.getvalue()}\n{again}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
