"""What this process counts, for Prometheus; labels name lanes, outcomes and features, never people."""

from collections.abc import Iterator
from functools import partial

import prometheus_client
from prometheus_client.core import GaugeMetricFamily

from bot.clock import stopwatch

# When each number began to be counted: nobody asks, and it would double them.
prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call] # the library forgot the type
# Ours alone: the library's own numbers of the process would be missing under systemd, whose unit hides /proc/stat.
REGISTRY = prometheus_client.CollectorRegistry(auto_describe=True)
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

Counter = partial(prometheus_client.Counter, registry=REGISTRY)
Gauge = partial(prometheus_client.Gauge, registry=REGISTRY)
Histogram = partial(prometheus_client.Histogram, registry=REGISTRY, buckets=_BUCKETS)


class Since:
    """Seconds since something last happened; no value before the first time."""

    def __init__(self, name: str, help_: str) -> None:
        self._name, self._help = name, help_
        self._at: float | None = None
        REGISTRY.register(self)

    def mark(self) -> None:
        """It happened now."""
        self._at = stopwatch()

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The seconds until now, for the registry."""
        yield GaugeMetricFamily(self._name, self._help, None if self._at is None else round(stopwatch() - self._at, 3))


# Counted where it happens.
UPDATES = Counter("homeline_updates_total", "Updates by what became of them: handled, failed, parked.", ["outcome"])
# A number that appears as 1 is no increase for Prometheus: nobody would hear of the first.
UPDATES.labels("parked")
REFUSED = Counter(
    "homeline_refused_total", "What led nowhere: press, link, and guess after many wrong links.", ["what"]
)
SENDS = Counter("homeline_sends_total", "Requests to Telegram by lane and outcome.", ["lane", "outcome"])
WAITED = Histogram(
    "homeline_waited_seconds",
    "How long messages had been due when they left for the first time, by lane.",
    ["lane"],
    buckets=(0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600),
)
ASKED_LATE = Histogram(
    "homeline_asked_late_seconds",
    "How long after the child's own minute home was asked.",
    buckets=(1, 5, 15, 60, 300, 900, 3600),
)
SEND_SECONDS = Histogram("homeline_send_seconds", "How long Telegram took to answer a request.")
HANDLER_SECONDS = Histogram("homeline_handler_seconds", "How long a feature took to handle an update.", ["feature"])
LINE_BROKEN = Gauge(
    "homeline_line_broken", "1 while no message gets an answer of Telegram's, in the process that sends."
)
POLLS = Counter("homeline_polls_total", "Calls for updates by outcome: answered, failed.", ["outcome"])
LAST_POLL = Since("homeline_last_poll_seconds", "Since Telegram last answered a call for updates.")
WEBHOOK_SHUT = Gauge("homeline_webhook_shut", "1 while Telegram's calls do not come through, or go elsewhere.")
BEAT_SECONDS = Histogram("homeline_beat_seconds", "How long all that is due in one second, or in one minute, took.")
DUTY_FAILURES = Counter("homeline_duty_failures_total", "Ticks that raised, by name.", ["duty"])

# Read from the database and from the loops whenever somebody asks.
QUEUE_DUE = Gauge("homeline_queue_due", "Messages that are due and have not left, by lane.", ["lane"])
QUEUE_LATER = Gauge("homeline_queue_later", "Messages that are for later, by lane.", ["lane"])
QUEUE_OLDEST = Gauge(
    "homeline_queue_oldest_seconds", "For how long the first message of a lane has been due.", ["lane"]
)
SENDING = Gauge("homeline_sending", "Messages that are being sent.")
GIVEN_UP = Gauge("homeline_given_up", "Messages that were given up within the last day, by lane.", ["lane"])
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
BACKUP_FAILED = Gauge("homeline_backup_failed", "1 while the last try of a nightly backup is one that failed.")
PACER_WAIT = Gauge("homeline_pacer_wait_seconds", "How long the pacer holds the next message back.")
BEAT_LAG = Gauge("homeline_beat_lag_seconds", "How much later than it should the tick of the next second comes.")
LOOP_STUCK = Gauge("homeline_loop_stuck", "1 for a loop that hangs in a step or fails again and again.", ["loop"])
WATCH = Gauge("homeline_watch", "1 in the process that has this watch, 0 in the others.", ["watch"])
DISK_FREE = Gauge(
    "homeline_disk_free_bytes", "Room where the database file is; absent for a database server.", ["disk"]
)
CLOCK_DOUBTED = Gauge("homeline_clock_doubted", "1 while something speaks against this machine's clock.")
CLOCK_OFF = Gauge("homeline_clock_off_seconds", "How far this machine's clock is ahead of what this process goes by.")
BUILD = Gauge("homeline_build_info", "1; the version and the database's schema are labels.", ["version", "schema"])
