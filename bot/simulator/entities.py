"""What Telegram finds in a text by itself, and how a phone shows a text with its entities."""

import re
from html import escape

from bot.simulator.rich_text import Entity, utf16_length

FOUND = re.compile(
    r"(?P<url>\b(?:https?://|tg://)[^\s<>\"]+[^\s<>\".,;:!?)»”]|\bt\.me/[\w?=&/+-]+)"
    r"|(?<![\w/@.])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z]\w{3,31})\b"
    r"|(?<![\w#&])(?P<hashtag>#\w*[^\W\d]\w*)"
)
ELEMENTS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}
AROUND_A_BLOCK = re.compile("\n(<blockquote>)|(</blockquote>)\n")  # a block begins and ends a line by itself
SAFE_LINK = re.compile(r"(?:https?|tg)://", re.IGNORECASE)


def find_entities(text: str, given: list[Entity]) -> list[Entity]:
    """The entities of `text`: those that were given, and the links and commands that Telegram finds by itself."""
    if not any(sign in text for sign in "/@#"):
        return given
    found = list(given)
    for match in FOUND.finditer(text):
        offset, length = utf16_length(text[: match.start()]), utf16_length(match.group())
        if not any(_within(offset, length, entity) for entity in given):
            found.append({"type": str(match.lastgroup), "offset": offset, "length": length})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def _within(offset: int, length: int, entity: Entity) -> bool:
    opaque = entity["type"] in {"code", "pre", "text_link"}
    start, end = entity["offset"], entity["offset"] + entity["length"]
    return opaque and offset < end and start < offset + length


def to_html(text: str, entities: list[Entity]) -> str:
    """Safe HTML of `text` as a phone shows it: what was typed is escaped, entities are elements, links are links."""
    units = text.encode("utf-16-le", "surrogatepass")
    marks: list[tuple[int, int, int, str]] = []
    for order, entity in enumerate(entities):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        before, after = _element(entity, units[2 * start : 2 * end].decode("utf-16-le", "replace"))
        if before:
            # at one place inner elements close before outer ones, and all close before others open
            marks.append((start, 1, order, before))
            marks.append((end, 0, -order, after))
    pieces, last = [], 0
    for at, _, _, tag in sorted(marks):
        pieces += [_words(units, last, at), tag]
        last = at
    shown = "".join([*pieces, _words(units, last, len(units) // 2)])
    return AROUND_A_BLOCK.sub(lambda found: found[1] or found[2], shown)


def _words(units: bytes, start: int, end: int) -> str:
    return escape(units[2 * start : 2 * end].decode("utf-16-le", "replace"))


def _element(entity: Entity, words: str) -> tuple[str, str]:
    if entity["type"] in {"url", "text_link"}:
        url = entity.get("url", words)
        url = url if "://" in url else f"https://{url}"
        if SAFE_LINK.match(url):
            return f'<a href="{escape(url)}" target="_blank" rel="noopener">', "</a>"
    return ELEMENTS.get(entity["type"], ("", ""))
