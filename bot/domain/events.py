"""Every kind of event by its name, as rows of the outbox name it."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from bot import domain
from bot.domain.daily.check_ins import CheckInAsked
from bot.domain.notifications import Event, Told


def _rules() -> Iterator[ModuleType]:
    """Every module of the domain: an event stands beside the rule that tells it, and needs no other list."""
    for found in walk_packages(domain.__path__, f"{domain.__name__}."):
        if found.name != __name__:
            yield import_module(found.name)


def _events_in(module: ModuleType) -> Iterator[type[Event]]:
    for each in vars(module).values():
        if isinstance(each, type) and issubclass(each, Event) and each.__module__ == module.__name__:
            yield each


KINDS: dict[str, type[Event]] = {
    each.__name__: each for module in _rules() for each in _events_in(module) if each is not Event
}


def told_while_stopped(kind: str) -> Told:
    """Who is told it while sharing is stopped; what a newer Homeline has written and this one does not know, nobody."""
    return KINDS[kind].while_stopped if kind in KINDS else Told.NOBODY


def takes_long(kind: str) -> bool:
    """Whether a file is made to say it, of much that is read."""
    return kind in KINDS and KINDS[kind].takes_long


def joins(kind: str) -> bool:
    """Whether it may stand with others in the one message after a night: it has no button of its own that matters."""
    return kind in KINDS and KINDS[kind].joins


def is_hushed(event: Mapping[str, Any]) -> bool:
    """Whether an event, as the outbox keeps it, rests for a day after a crisis card; illness, news and the dates that
    people have set themselves go on."""
    kind = event["kind"]
    reminds = kind == CheckInAsked.__name__ and bool(event.get("reminder"))
    return reminds or (kind in KINDS and KINDS[kind].hushed)
