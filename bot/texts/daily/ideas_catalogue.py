"""The weekly ideas: the plan of the cards as a file, and their words in each language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.domain.daily.ideas import IdeaCard
from bot.i18n import SOURCE, locales_dir


@dataclass(frozen=True, slots=True)
class IdeaText:
    """The words of one card, with `{child}` and `{me}` still to be filled in."""

    theme: str
    say: str
    do: str
    guardian: str | None


@cache
def plan() -> tuple[IdeaCard, ...]:
    """All cards, in the order of the plan."""
    return tuple(_card(idea_id, row) for idea_id, row in _read(_folder() / "plan.toml").items())


@cache
def languages() -> frozenset[str]:
    """The languages that the ideas are written in."""
    return frozenset(path.stem for path in _folder().glob("*.toml")) - {"plan"}


def text(idea_id: str, language: str) -> IdeaText:
    """The words of a card; English where the ideas are not written in this language yet."""
    return _texts(language if language in languages() else SOURCE)[idea_id]


@cache
def _texts(language: str) -> dict[str, IdeaText]:
    rows = _read(_folder() / f"{language}.toml")
    themes = rows.pop("themes")
    return {
        card.id: IdeaText(themes[card.theme_key], row["say"], row["do"], row.get("guardian"))
        for card in plan()
        for row in (rows[card.id],)
    }


def _card(idea_id: str, row: dict[str, Any]) -> IdeaCard:
    return IdeaCard(
        id=idea_id,
        week=row["week"],
        band=row["band"],
        theme_key=row["theme"],
        skip_if=frozenset(row.get("skip_if", ())),
        fits=frozenset(row.get("fits", ())),
        source_ids=tuple(row.get("source_ids", ())),
        help_footer=row.get("help_footer", False),
    )


def _folder() -> Path:
    return locales_dir() / "ideas"


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
