"""`homeline status`: the queues, for people and for programs."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from bot.queries.figures import Figures

# So many of the messages that were given up are named.
_SHOWN = 5


def as_json(figures: Figures, *, running: bool | None) -> str:
    """One object; instants as ISO texts, lanes by name."""
    values = asdict(figures)
    values["queues"] = [{**asdict(each), "lane": each.lane.name.lower()} for each in figures.queues]
    values["given_up"] = [{**asdict(each), "lane": each.lane.name.lower()} for each in figures.given_up]
    values["watches"] = dict(figures.watches)
    return json.dumps({"running": running, **values}, default=_plain)


def _plain(value: Any) -> str | float:
    if isinstance(value, timedelta):
        return value.total_seconds()
    assert isinstance(value, datetime)
    return value.isoformat(timespec="seconds")


def as_lines(figures: Figures, *, running: bool | None) -> list[str]:
    """What an operator reads."""
    runs = {True: ["Homeline runs."], False: ["Homeline does not run on this database."], None: []}[running]
    return [
        *runs,
        f"{'lane':<9}{'due':>8}{'later':>8}  oldest due",
        *(
            f"{each.lane.name.lower():<9}{each.due:>8}{each.later:>8}  {_ago(figures.at, each.oldest_due)}"
            for each in figures.queues
        ),
        f"{figures.sending} being sent, {figures.held} held for {_people(figures.unreachable)} not reachable now",
        *_outage(figures),
        *_given_up(figures),
        f"updates: {figures.updates_new} to handle{_since(figures)}, {figures.updates_parked} parked",
        *_reports(figures),
        f"the last update came {_ago(figures.at, figures.last_update)}"
        if figures.last_update
        else "no update came yet",
        *(f"watch {name}: {'a process has it' if held else 'nobody has it'}" for name, held in figures.watches),
    ]


def _outage(figures: Figures) -> list[str]:
    if figures.outage_since is None:
        return []
    lasting = spell((figures.at - figures.outage_since).total_seconds())
    return [f"Telegram has taken no message for {lasting}; all of them wait"]


def _given_up(figures: Figures) -> list[str]:
    if not figures.given_up:
        return []
    shown = [
        f"  outbox row {each.row}, {each.lane.name.lower()}, {_ago(figures.at, each.at)}: {each.reason}"
        for each in figures.given_up[:_SHOWN]
    ]
    return [f"{len(figures.given_up)} messages were given up within a day", *shown]


def _reports(figures: Figures) -> list[str]:
    if not figures.reports:
        return []
    late = ", later than promised" if figures.reports_late else ""
    return [
        f"reports of families: {figures.reports} wait, the oldest came {_ago(figures.at, figures.reports_oldest)}{late}"
    ]


def _people(many: int) -> str:
    return "1 person" if many == 1 else f"{many} people"


def _since(figures: Figures) -> str:
    return f" (the oldest came {_ago(figures.at, figures.updates_oldest)})" if figures.updates_oldest else ""


def _ago(now: datetime, then: datetime | None) -> str:
    if then is None:
        return "—"
    return f"{spell(max((now - then).total_seconds(), 0))} ago"


def spell(seconds: float) -> str:
    """A span as an operator says it: 12 s, 5 min, 3 h, 2 days."""
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    if seconds < 172800:
        return f"{seconds / 3600:.0f} h"
    return f"{seconds / 86400:.0f} days"
