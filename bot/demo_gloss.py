"""What the demo's phones say, in the languages that their owners do not read: for visitors, and nowhere else."""

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from bot.db.transaction import Tx
from bot.delivery.outbox import Row
from bot.delivery.requests import Request
from bot.domain.people import Person
from bot.i18n import LANGUAGES
from bot.queries.circle import people
from bot.simulator.rich_text import parse_html, trim
from bot.telegram.hooks import SendHooks

Glossary = dict[str, dict[str, str]]


def noted_in(glossary: Glossary, hooks: SendHooks, shown: Collection[int]) -> SendHooks:
    """What is rendered for those whose phones are `shown` is rendered in the other languages too, for `glossary`."""

    def render(tx: Tx, row: Row, person: Person | None) -> Request | None:
        request = hooks.render(tx, row, person)
        reader = person or (people.get(tx, row.person_id) if row.person_id is not None else None)
        if request is None or reader is None or reader.telegram_id not in shown:
            return request
        for language in LANGUAGES.keys() - {reader.language}:
            other = hooks.render(tx, row, replace(reader, language=language))
            for here, there in _pairs(request, other) if other else ():
                if here != there:
                    glossary.setdefault(here, {})[language] = there
        return request

    return replace(hooks, render=render)


def _pairs(here: Request, there: Request) -> Iterator[tuple[str, str]]:
    """What somebody reads on their phone, and the same in another language."""
    yield from zip(_words(here), _words(there), strict=False)
    meant = _labels(there)
    yield from ((label, meant[deed]) for deed, label in _labels(here).items() if deed in meant)


def _words(request: Request) -> Iterator[str]:
    """The messages that it is, as they stand on a phone."""
    params = request.params
    marked = params.get("text") or params.get("caption") or _below(params.get("media") or {})
    plain = request.method == "answerCallbackQuery"
    yield marked if plain else trim(*parse_html(marked))[0]
    yield from (trim(*parse_html(each))[0] for each in request.rest)


def _labels(request: Request) -> dict[str, str]:
    """The labels of its buttons by what they do, since a language may need more of them than another; of its keys by
    their place."""
    markup = request.params.get("reply_markup") or {}
    buttons = {
        json.dumps({**each, "text": ""}): each["text"] for row in markup.get("inline_keyboard", ()) for each in row
    }
    keys = {
        f"{place} {column}": each["text"]
        for place, row in enumerate(markup.get("keyboard", ()))
        for column, each in enumerate(row)
    }
    return buttons | keys


def _below(media: dict[str, Any] | list[dict[str, Any]]) -> str:
    """What stands below a picture, or below the first of several."""
    found: str = (media[0] if isinstance(media, list) else media).get("caption", "")
    return found
