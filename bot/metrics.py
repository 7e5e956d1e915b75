"""What this process counts, in Prometheus's text format; labels name lanes, outcomes and features, never people."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from bot.clock import stopwatch

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

Labels = tuple[str, ...]


class Metric:
    """One name with its help and the names of its labels."""

    kind = "untyped"

    def __init__(self, name: str, help_: str, *labels: str) -> None:
        self.name, self.help, self.labels = name, help_, labels
        self._values: dict[Labels, float] = {} if labels else {(): 0.0}

    def get(self, *labels: str) -> float:
        """The value under these labels; 0 when nothing was counted there."""
        return self._values.get(labels, 0.0)

    def lines(self) -> Iterator[str]:
        """The metric as Prometheus reads it."""
        yield f"# HELP {self.name} {_escape(self.help)}"
        yield f"# TYPE {self.name} {self.kind}"
        yield from self.samples()

    def samples(self) -> Iterator[str]:
        """One line for each value."""
        for labels, value in sorted(self._values.items()):
            yield f"{self.name}{self._braces(labels)} {_number(value)}"

    def _braces(self, values: Labels, *more: tuple[str, str]) -> str:
        pairs = [*zip(self.labels, values, strict=True), *more]
        inner = ",".join(f'{name}="{_escape(value, quoted=True)}"' for name, value in pairs)
        return f"{{{inner}}}" if inner else ""

    def _check(self, labels: Labels) -> None:
        if len(labels) != len(self.labels):
            raise ValueError(f"{self.name} has the labels {self.labels}, not {labels}")


class Counter(Metric):
    """Only ever grows."""

    kind = "counter"

    def count(self, *labels: str, by: float = 1) -> None:
        """So many more."""
        self._check(labels)
        self._values[labels] = self._values.get(labels, 0.0) + by


class Gauge(Metric):
    """How it is now."""

    kind = "gauge"

    def set(self, value: float, *labels: str) -> None:
        """From now on this value."""
        self._check(labels)
        self._values[labels] = value


class Since(Metric):
    """Seconds since something last happened; no value before the first time."""

    kind = "gauge"

    def __init__(self, name: str, help_: str) -> None:
        super().__init__(name, help_)
        self._values.clear()

    def mark(self) -> None:
        """It happened now."""
        self._values[()] = stopwatch()

    def samples(self) -> Iterator[str]:
        """The seconds until now."""
        for at in self._values.values():
            yield f"{self.name} {_number(round(stopwatch() - at, 3))}"


class Histogram(Metric):
    """How long things took, in seconds."""

    kind = "histogram"

    def __init__(self, name: str, help_: str, *labels: str, buckets: Sequence[float] = _BUCKETS) -> None:
        super().__init__(name, help_, *labels)
        self._values.clear()
        self._buckets = buckets
        self._counts: dict[Labels, list[int]] = {}

    def observe(self, seconds: float, *labels: str) -> None:
        """One more took so long."""
        self._check(labels)
        counts = self._counts.setdefault(labels, [0] * (len(self._buckets) + 1))
        counts[bisect_left(self._buckets, seconds)] += 1
        self._values[labels] = self._values.get(labels, 0.0) + seconds

    def samples(self) -> Iterator[str]:
        """Cumulative buckets, the sum, and how many."""
        for labels, counts in sorted(self._counts.items()):
            below = 0
            for edge, many in zip((*map(_number, self._buckets), "+Inf"), counts, strict=True):
                below += many
                yield f"{self.name}_bucket{self._braces(labels, ('le', edge))} {below}"
            yield f"{self.name}_sum{self._braces(labels)} {_number(self._values[labels])}"
            yield f"{self.name}_count{self._braces(labels)} {below}"


def _escape(text: str, *, quoted: bool = False) -> str:
    text = text.replace("\\", r"\\").replace("\n", r"\n")
    return text.replace('"', r"\"") if quoted else text


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)


# Counted where it happens.
UPDATES = Counter("homeline_updates_total", "Updates by what became of them: handled, failed, parked.", "outcome")
UPDATES.count(
    "parked", by=0
)  # a number that appears as 1 is no increase for Prometheus: nobody would hear of the first
REFUSED = Counter("homeline_refused_total", "What led nowhere: press, link, and guess after many wrong links.", "what")
SENDS = Counter("homeline_sends_total", "Requests to Telegram by lane and outcome.", "lane", "outcome")
WAITED = Histogram(
    "homeline_waited_seconds",
    "How long messages had been due when they left for the first time, by lane.",
    "lane",
    buckets=(0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600),
)
SEND_SECONDS = Histogram("homeline_send_seconds", "How long Telegram took to answer a request.")
HANDLER_SECONDS = Histogram("homeline_handler_seconds", "How long a feature took to handle an update.", "feature")
LINE_BROKEN = Gauge(
    "homeline_line_broken", "1 while no message gets an answer of Telegram's, in the process that sends."
)
POLLS = Counter("homeline_polls_total", "Calls for updates by outcome: answered, failed.", "outcome")
LAST_POLL = Since("homeline_last_poll_seconds", "Since Telegram last answered a call for updates.")
BEAT_SECONDS = Histogram("homeline_beat_seconds", "How long all duties of one beat took.")
DUTY_FAILURES = Counter("homeline_duty_failures_total", "Duties that raised, by name.", "duty")

# Read from the database and from the loops whenever somebody asks.
QUEUE_DUE = Gauge("homeline_queue_due", "Messages that are due and have not left, by lane.", "lane")
QUEUE_LATER = Gauge("homeline_queue_later", "Messages that are for later, by lane.", "lane")
QUEUE_OLDEST = Gauge("homeline_queue_oldest_seconds", "For how long the first message of a lane has been due.", "lane")
SENDING = Gauge("homeline_sending", "Messages that are being sent.")
GIVEN_UP = Gauge("homeline_given_up", "Messages that were given up within the last day, by lane.", "lane")
HELD = Gauge("homeline_held", "Messages that wait for people who cannot be reached.")
UNREACHABLE = Gauge("homeline_unreachable_people", "People who cannot be reached.")
UPDATES_WAITING = Gauge("homeline_updates_waiting", "Updates that are kept and not handled yet.")
UPDATES_OLDEST = Gauge("homeline_updates_oldest_seconds", "For how long the first of them has waited.")
UPDATES_PARKED = Gauge("homeline_updates_parked", "Updates that could not be handled and are set aside.")
REPORTS_WAITING = Gauge("homeline_reports_waiting", "What families have reported and nobody has answered yet.")
REPORTS_OLDEST = Gauge("homeline_reports_oldest_seconds", "For how long the first of them has waited.")
REPORTS_WITHIN = Gauge("homeline_reports_within_seconds", "In which time a report is answered, as was promised.")
LAST_UPDATE = Gauge("homeline_last_update_timestamp_seconds", "When the last update came.")
LAST_BACKUP = Gauge("homeline_last_backup_timestamp_seconds", "When the last backup was whole; 0 when there is none.")
PACER_WAIT = Gauge("homeline_pacer_wait_seconds", "How long the pacer holds the next message back.")
BEAT_LAG = Gauge("homeline_beat_lag_seconds", "How much later than it should the next beat comes.")
LOOP_STUCK = Gauge("homeline_loop_stuck", "1 for a loop that hangs in a step or fails again and again.", "loop")
WATCH = Gauge("homeline_watch", "1 in the process that has this watch, 0 in the others.", "watch")
DISK_FREE = Gauge("homeline_disk_free_bytes", "Room where the database file is; absent for a database server.", "disk")
CLOCK_DOUBTED = Gauge("homeline_clock_doubted", "1 while something speaks against this machine's clock.")
CLOCK_OFF = Gauge("homeline_clock_off_seconds", "How far this machine's clock is ahead of what this process goes by.")
BUILD = Gauge("homeline_build_info", "1; the version and the database's schema are labels.", "version", "schema")

METRICS: tuple[Metric, ...] = tuple(each for each in list(vars().values()) if isinstance(each, Metric))


def exposition() -> str:
    """Every metric, as `/metrics` shows it."""
    return "\n".join(line for metric in METRICS for line in metric.lines()) + "\n"
