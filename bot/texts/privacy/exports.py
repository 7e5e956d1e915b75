"""📦 The file that a person takes along: a page that needs nothing but itself, or plain data."""

import json
from collections.abc import Callable
from datetime import datetime
from html import escape
from typing import Any

from babel.dates import format_datetime, get_timezone

from bot.domain import emoji
from bot.domain.local_time import local
from bot.domain.privacy import exports as about_
from bot.services.privacy import exports
from bot.texts.message import Media, Message
from bot.texts.privacy.export_words import labels, titles
from bot.texts.reader import Reader

# One look, without anything that would have to be fetched.
_STYLE = (
    "body{font:1.1rem/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3rem .5rem;text-align:left;"
    "vertical-align:top}blockquote{margin:0;padding-left:.5rem;border-left:3px solid #999}h1{font-size:1.5rem}"
    "h2{font-size:1.2rem}"
)
_KINDS = {
    "voice": emoji.VOICE,
    "photo": "🖼",
    "video": "🎬",
    "video_note": "🎬",
    "audio": emoji.VOICE,
    "text": "💬",
    "words": "💬",
}
_SIGNS = emoji.FACES | emoji.ILLNESSES | emoji.ANSWERS | emoji.NOTES | _KINDS


def data_given(reader: Reader, about: about_.DataGiven) -> Message:
    """The file, made now; what this reader may no longer see is not in it."""
    content = _gathered(reader, about)
    day = local(reader.tx.now, reader.person.zone).date().isoformat()
    made = _page(reader, content) if about.form == "html" else _plain(content)
    file = Media("document", content=made.encode(), name=f"homeline-{day}.{about.form}")
    if about.form == "html":
        # L10N: below a file with everything that is kept and that this person may see. It opens in any browser.
        text = reader.say("📦 Here is what you may see, to read and to keep. Voices and pictures are in this chat.")
    else:
        # L10N: below the same data as a file for a computer.
        text = reader.say("📦 The same for a computer. Keep both where nobody else reads them.")
    return Message(text, media=file)


def _gathered(reader: Reader, about: about_.DataGiven) -> dict[str, list[dict[str, Any]]]:
    tx, me = reader.tx, reader.person
    found = [exports.of_circle(tx, me, each, reader.named) for each in about.children]
    content = {"me": [exports.own(tx, me)] if about.own else [], "circles": [each for each in found if each]}
    return content | {"classes": exports.of_classes(tx, me) if about.own else []}


def _plain(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1, default=lambda value: value.isoformat())


def _page(reader: Reader, content: dict[str, list[dict[str, Any]]]) -> str:
    named, heads = titles(reader), labels(reader)
    show = _shown(reader, heads)
    parts = [
        f"<h2>{escape(named[key])}</h2>{_table(rows, heads, show)}"
        for sections in content.values()
        for section in sections
        for key, rows in section.items()
        if rows
    ]
    # L10N: the heading of the page with everything that is kept about a person.
    title = escape(reader.label("What Homeline keeps for you"))
    language = escape(reader.person.language.replace("_", "-"))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>{''.join(parts)}</body></html>"
    )


def _shown(reader: Reader, heads: dict[str, str]) -> Callable[[str, Any], str]:
    def show(key: str, value: Any) -> str:
        if isinstance(value, list):
            return _table(value, heads, show)
        if isinstance(value, bool):
            return emoji.YES if value else emoji.NO
        if isinstance(value, datetime):
            zone = get_timezone(reader.person.zone)
            return escape(format_datetime(value, "medium", tzinfo=zone, locale=reader.locale))
        said = "" if value is None else escape(_said(key, str(value), heads)).replace("\n", "<br>")
        return f"<blockquote>{said}</blockquote>" if said and key == "words" else said

    return show


def _said(key: str, value: str, heads: dict[str, str]) -> str:
    """Words of people as they are; ours as the sign or the word that people know."""
    if key in {"how", "what", "outcome"}:
        return " ".join(_SIGNS.get(each, heads.get(each, each)) for each in value.split(","))
    if key == "noticed":
        return " · ".join(heads.get(each, each) for each in value.split(",") if each)
    if key in {"role", "state", "answer"}:
        return heads.get(value, value)
    return _KINDS.get(value, value) if key == "kind" else value


def _table(rows: list[dict[str, Any]], heads: dict[str, str], show: Callable[[str, Any], str]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(heads[key])}</th>" for key in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{show(key, each[key])}</td>" for key in each) + "</tr>" for each in rows)
    return f"<table><tr>{head}</tr>{body}</table>"
