"""When Python looks for what refers only to itself: never while a command is loaded, seldom while it runs for months.

What is loaded stays until the process ends. Looking through it took a third of a command's start and end.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# After so many objects that were made and not let go, and after so many looks at the younger ones. Python's own 700 are
# a dozen updates, and each tenth look goes through far more: a third of an update's time went into it.
THRESHOLDS = 10_000, 20, 20


def left_until_loaded() -> None:
    """A process begins whose only task is one command: nothing is looked for until that is loaded."""
    gc.disable()


def loaded() -> None:
    """What is there now is not looked at again, if this process began so."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@contextmanager
def looked_for_seldom() -> Iterator[None]:
    """Until this ends. What is there when it begins, such as all modules, is not looked at again."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
