"""The page in a keepsake: it opens without a network, and needs nothing but the files beside it."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.keepsakes import Entry, Keepsake, Kept, Kind, Missing
from bot.texts.daily import seen
from bot.texts.daily.keepsakes import SIGNS, year
from bot.texts.reader import Reader
from bot.texts.school import stickers

_STYLE = (
    ":root{color-scheme:light dark;--ink:#2b2622;--paper:#fbf7f0;--card:#fff;--soft:#786d63;--line:#e6dccf}"
    "@media(prefers-color-scheme:dark){:root{--ink:#f1ebe4;--paper:#1d1a18;--card:#292523;--soft:#b3a89d;--line:#3d3733}}"
    "*{box-sizing:border-box}body{margin:0 auto;max-width:42rem;padding:1rem;background:var(--paper);color:var(--ink);"
    "font:1.1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}h1{font-size:1.7rem;margin:.5rem 0}"
    "h2{font-size:1.25rem;margin:2.2rem 0 .8rem;border-bottom:2px solid var(--line);padding-bottom:.3rem}"
    "article{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:.8rem;margin:0 0 .9rem}"
    ".by,.left,footer{color:var(--soft);font-size:.92rem;margin:0 0 .4rem}img,video{display:block;max-width:100%;"
    "max-height:85vh;height:auto;border-radius:9px;margin:.3rem auto}audio{display:block;width:100%;margin:.3rem 0}"
    ".round{border-radius:50%;max-width:15rem}.words{margin:.3rem 0;white-space:pre-wrap}footer{margin-top:2.5rem}"
)


def page(reader: Reader, found: Keepsake, entries: Sequence[Entry]) -> str | None:
    """What is in one file, month by month in its order; none for whom nothing is kept any more."""
    if not reader.may(found.child_id, Action.KEEPSAKE):
        return None
    circle = reader.circle(found.child_id)
    title = escape(year(reader, circle.child, found.age))
    if found.part:
        # L10N: one of several files; {year} is such as “Lily at 8”, {number} which of them it is.
        title = reader.label("{year}, part {number}", year=title, number=found.part + 1)
    # L10N: at the end of a page with a year of a child; it opens from a file, perhaps many years later.
    foot = reader.say("This page holds only what you were sent, or have sent. Keep it where only the family looks.")
    language = escape(reader.person.language.replace("_", "-"))
    body = "".join(_months(reader, circle, entries))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{emoji.KEEPSAKE} {title}</h1>{body}<footer>{foot}</footer></body></html>"
    )


def _months(reader: Reader, circle: Circle, entries: Sequence[Entry]) -> Iterable[str]:
    names: dict[int, str] = {}  # a name is read from several rows, and stands beside hundreds of things
    for (in_year, month), those in groupby(entries, lambda each: (each.kept.day.year, each.kept.day.month)):
        yield f"<h2>{escape(reader.month(in_year, month))}</h2>"
        for each in those:
            who = each.kept.who
            if who not in names:
                names[who] = reader.named(circle, who) if who else ""
            yield _article(reader, circle, each, names[who])


def _article(reader: Reader, circle: Circle, entry: Entry, who: str) -> str:
    kept = entry.kept
    parts = [
        f'<p class="by">{escape(reader.day(kept.day))} · {_by(reader, circle, kept, who)}</p>',
        _media(reader, entry),
    ]
    if kept.seen:
        known: Mapping[Any, str] = stickers.signed(reader) if kept.kind == Kind.SCHOOL else seen.words(reader)
        parts.append(f'<p class="words">{escape(" · ".join(known[each] for each in known if each in kept.seen))}</p>')
    if kept.words:
        parts.append(f'<p class="words">{escape(kept.words)}</p>')
    return f"<article>{''.join(parts)}</article>"


def _by(reader: Reader, circle: Circle, kept: Kept, who: str) -> str:
    child = circle.child.name
    if kept.kind == Kind.SCHOOL:
        # L10N: on a page of keepsakes: good news from school, by {teacher}.
        return f"{emoji.GOOD} " + reader.say("Good news from {teacher}", teacher=who)
    if kept.kind == Kind.PROMISE:
        # L10N: on a page of keepsakes, above what it was: {who} has kept a promise to the child.
        return f"{emoji.PROMISE} " + reader.say("{who} kept a promise", who=who)
    if kept.kind == Kind.VISIT:
        # L10N: on a page of keepsakes: {who}, a parent, was at home with {child}.
        return f"{emoji.VISIT} " + reader.say("{who} was with {child}", who=who, child=child)
    if kept.to_child:
        # L10N: on a page of keepsakes: a letter, by {who} for {child}.
        return reader.say("{who} for {child}", who=who, child=child)
    return escape(who)


def _media(reader: Reader, entry: Entry) -> str:
    kept = entry.kept
    if entry.missing == Missing.GONE:
        # L10N: on a page of keepsakes, in place of a picture or a voice.
        return _left_out(kept, reader.say("Telegram does not have this any more."))
    if entry.missing == Missing.LARGE:
        # L10N: on a page of keepsakes, in place of a long film: it can be saved from the chat itself.
        return _left_out(kept, reader.say("Too large to come along. It is in the chat."))
    if not entry.name:
        return ""
    file = escape(entry.name)
    if kept.media == "photo":
        return f'<img src="{file}" alt="{escape(reader.day(kept.day))}" loading="lazy">'
    if kept.media in {"voice", "audio"}:
        return f'<audio controls preload="none" src="{file}"></audio>'
    shape = ' class="round"' if kept.media == "video_note" else ""
    return f'<video controls preload="none" playsinline{shape} src="{file}"></video>'


def _left_out(kept: Kept, why: str) -> str:
    return f'<p class="left">{SIGNS[kept.media]} {why}</p>'
