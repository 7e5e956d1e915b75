"""Log lines for operators: what happened to which row, never whose words."""

import logging
import sys

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def configure(level: str = "INFO") -> None:
    """Write to standard error; libraries that would print addresses with tokens stay quiet."""
    logging.basicConfig(level=level, format=_FORMAT, stream=sys.stderr, force=True)
    for noisy in ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    # It would print answers that it cannot read, and those hold people's words.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)


def get(name: str) -> logging.Logger:
    """The logger of one part."""
    return logging.getLogger(f"homeline.{name}")
