"""`make month`: the table of a month."""

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter

import tests.compiled  # noqa: F401 - from here on engines share what they have compiled
from tests.month.run import run
from tests.month.table import table
from tests.month.town import families

CORES = 2


def main() -> int:
    """Print the table; 1 when something was wrong in it."""
    parser = argparse.ArgumentParser(prog="python -m tests.month", description=__doc__)
    parser.add_argument("--families", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began, towns = perf_counter(), families(asked.families, asked.seed)
    with ProcessPoolExecutor(CORES) as processes:
        months = list(processes.map(run, [towns[place::CORES] for place in range(CORES)]))
    lines, faults = table(months)
    print(*lines, sep="\n")
    print(f"\n{asked.families} families, four weeks, on {CORES} cores in {perf_counter() - began:.0f} s")
    print(*faults[:40], sep="\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
