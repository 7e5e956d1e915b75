"""`make year`: what came of a school year, and what was wrong in it."""

import argparse
import sys
from time import perf_counter

import tests.compiled  # noqa: F401 - from here on engines share what they have compiled
from tests.year.run import run


def main() -> int:
    """Print the table; 1 when something was wrong in it."""
    parser = argparse.ArgumentParser(prog="python -m tests.year", description=__doc__)
    parser.add_argument("--households", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = perf_counter()
    seen = run(asked.households, asked.seed)
    print(*seen.table(), sep="\n")
    print(f"\n{asked.households} households, two classes, a school year: {perf_counter() - began:.0f} s on one core")
    print(f"{len(seen.faults)} faults", *seen.faults[:40], sep="\n")
    return bool(seen.faults)


if __name__ == "__main__":
    sys.exit(main())
