"""Log lines for operators: what happened to which row, never whose words.

What an exception or a library says may quote a person, so of both only the kind and the place are kept.
"""

import json
import logging
import re
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import CodeType, TracebackType
from typing import Any, TextIO

_OURS = "homeline."
# From the first quotation mark to the last one, or to the end where it was cut off; an apostrophe is none.
_QUOTED = re.compile(
    r"(?:[\"“”«‹‘`「『＂]|(?<!\w)').*(?:[\"”“»›’`」』＂]|'(?!\w))|(?:[\"“”«‹‘`「『＂]|(?<!\w)').*", re.DOTALL
)
_NOT_TELEGRAMS = re.compile(r"[^\x20-\x7e…]+")  # Telegram speaks plain English
_NUMBER = re.compile(r"\d{4,}")
_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")


def configure(level: str = "INFO", form: str = "auto", out: TextIO | None = None) -> None:
    """Write to standard error: JSON lines for a collector, plain ones for somebody who watches."""
    stream = out or sys.stderr
    handler = logging.StreamHandler(stream)
    as_json = form == "json" or (form == "auto" and not stream.isatty())
    handler.setFormatter(JsonLines() if as_json else PlainLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.raiseExceptions = False  # what cannot be written would be shown with its values
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(args.exc_type, args.exc_value, args.exc_traceback)
    for noisy in ("telegram", "apscheduler", "aiohttp", "aiosqlite", "asyncio", "alembic", "sqlalchemy"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def get(name: str) -> logging.Logger:
    """The logger of one part."""
    return logging.getLogger(f"{_OURS}{name}")


def place(error: BaseException | None) -> str:
    """Where an error was raised: file, function and line, never its words."""
    trace = error.__traceback__ if error is not None else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return at(trace.tb_frame.f_code, trace.tb_lineno)


def at(code: CodeType, line: int) -> str:
    """A place in a program, as `place` spells it."""
    return f"{Path(code.co_filename).name}:{code.co_name}:{line}"


def without_quotes(words: str) -> str:
    """Telegram's words without what they quote, which a person may have written, and without long numbers."""
    return _NUMBER.sub("…", _NOT_TELEGRAMS.sub("…", _QUOTED.sub("…", words)))


class JsonLines(logging.Formatter):
    """One object a line: time, level, part, words, and of an exception its kind and place."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(_fields(record), ensure_ascii=False)


class PlainLines(logging.Formatter):
    """The same for eyes."""

    def format(self, record: logging.LogRecord) -> str:
        fields = _fields(record)
        error = f" ({fields['error']} at {fields['at']})" if "error" in fields else ""
        return f"{fields['time']} {fields['level']} {fields['part']}: {fields['words']}{error}"


def _fields(record: logging.LogRecord) -> dict[str, str]:
    fields = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "part": record.name.removeprefix(_OURS),
        "words": _TOKEN.sub("…", record.getMessage()) if record.name.startswith(_OURS) else _template(record),
    }
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        fields |= {"error": type(error).__name__, "at": place(error)}
    return fields


def _template(record: logging.LogRecord) -> str:
    """A library's words before values were put in; where they are mixed already, only the place in its code."""
    where = f"{record.module}:{record.funcName}:{record.lineno}"
    return f"{record.msg} ({where})" if record.args and isinstance(record.msg, str) else where


def _uncaught(kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None) -> Any:
    if issubclass(kind, KeyboardInterrupt):
        return
    get("process").critical("stopped by %s at %s", kind.__name__, place(error))
