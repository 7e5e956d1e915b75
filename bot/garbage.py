"""How often Python looks for what only refers to itself: seldom, in a process that runs for months."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# After so many objects that were made and not let go, and after so many looks at the younger ones. Python's own 700 are
# a dozen updates, and each tenth look goes through far more: a third of an update's time went into it.
THRESHOLDS = 10_000, 20, 20


@contextmanager
def looked_for_seldom() -> Iterator[None]:
    """What is there when this begins, such as all modules, is not looked at again until it ends."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
