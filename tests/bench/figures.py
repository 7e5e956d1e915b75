"""The figures of one run, from what the simulator has seen."""

from bisect import bisect_right
from dataclasses import dataclass

from tests.bench.simulator import Seen

SENDING = "sendMessage"


@dataclass(frozen=True, slots=True)
class Figures:
    """How long alerts took, and how Telegram's limits were kept."""

    name: str
    alerts: int
    p50: float
    p99: float
    worst: float
    floods: int
    busiest: int
    bulk: int


def figures(name: str, raised: dict[int, float], seen: list[Seen]) -> Figures:
    """`raised` says when the alert to each chat was committed; every alert has a chat of its own."""
    sent = [each for each in seen if each[1] == SENDING]
    came: dict[int, float] = {}
    for at, _method, chat, ok, _error in sent:
        if ok:
            came.setdefault(chat, at)
    delays = sorted((came[chat] - at) * 1000 for chat, at in raised.items() if chat in came)
    return Figures(
        name=name,
        alerts=len(delays),
        p50=percentile(delays, 50),
        p99=percentile(delays, 99),
        worst=delays[-1] if delays else float("inf"),
        floods=sum("Too Many Requests" in each[4] for each in sent),
        busiest=busiest_second([each[0] for each in sent]),
        bulk=sum(chat not in raised for chat in came),
    )


def delays(raised: dict[int, float], sends: list[tuple[float, int]]) -> list[float]:
    """How many milliseconds each alert that came took, in order; `sends` are times and chats."""
    came = {chat: at for at, chat in reversed(sends)}
    return sorted((came[chat] - at) * 1000 for chat, at in raised.items() if chat in came)


def percentile(ordered: list[float], part: int) -> float:
    """The nearest-rank percentile of an ordered list."""
    if not ordered:
        return float("inf")
    return ordered[max(-(-len(ordered) * part // 100), 1) - 1]


def busiest_second(times: list[float]) -> int:
    """The most requests in any second, wherever that second begins."""
    ordered = sorted(times)
    return max((place + 1 - bisect_right(ordered, at - 1.0) for place, at in enumerate(ordered)), default=0)
