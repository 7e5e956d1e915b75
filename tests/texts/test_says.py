"""Every notification that the domain knows is said by somebody, and survives the outbox."""

import importlib
import pkgutil
from dataclasses import fields

import bot.domain
from bot.domain.events import KINDS
from bot.domain.notifications import Event
from bot.texts.renderers import RENDERERS


def notifications() -> set[str]:
    """Every notification of the domain, by name."""
    for module in pkgutil.walk_packages(bot.domain.__path__, "bot.domain."):
        importlib.import_module(module.name)
    return {each.__name__ for each in Event.__subclasses__() if each.__module__.startswith("bot.domain.")}


def test_every_telling_of_the_domain_has_its_text() -> None:
    assert notifications() == set(KINDS)
    assert set(KINDS.values()) == set(RENDERERS)


def test_no_two_tellings_share_a_name() -> None:
    assert len(KINDS) == len(RENDERERS)


def test_no_field_is_called_as_the_outbox_calls_the_telling_itself() -> None:
    clashing = [each.__name__ for each in RENDERERS if "kind" in {field.name for field in fields(each)}]  # type: ignore[arg-type] # every notification is a dataclass

    assert clashing == []
