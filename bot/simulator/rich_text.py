"""Telegram's HTML, read the way Telegram reads it: a plain text, its entities, or a refusal with a byte offset."""

import re
from dataclasses import dataclass
from typing import Any, NoReturn

from bot.simulator.refusals import bad_request

Entity = dict[str, Any]

KIND_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
SPACE = re.compile(r"\s*")


def utf16_length(text: str) -> int:
    """How long Telegram counts `text` to be: astral characters, most emoji among them, count twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    arguments: dict[str, str]
    offset: int


class _Reader:
    """One pass over one text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.plain: list[str] = []
        self.offset = 0  # in UTF-16 units of the plain text
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            if self.source[self.at] != "<":
                self._words()
            elif self.source.startswith("/", self.at + 1):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            self._fail(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.plain), self.entities

    def _words(self) -> None:
        end = self.source.find("<", self.at)
        end = len(self.source) if end < 0 else end
        words = unescape(self.source[self.at : end])
        self.plain.append(words)
        self.offset += utf16_length(words)
        self.at = end

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        while self._peek() not in {"", ">"} and not self._peek().isspace():
            self.at += 1
        if not self._peek():
            self._fail("Unclosed start tag", begin)
        tag = self.source[begin + 1 : self.at].lower()
        if tag not in KIND_OF_TAG:
            self._fail(f'Unsupported start tag "{tag}"', begin)
        arguments = self._attributes(tag, begin)
        if tag == "span" and arguments.get("class") != "tg-spoiler":
            self._fail('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, arguments, self.offset))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        self._skip(SPACE)
        while self._peek() != ">":
            name = self._skip(ATTRIBUTE_NAME).lower()
            if not name:
                self._fail(f'Empty attribute name in the tag "{tag}"', begin)
            self._skip(SPACE)
            found[name] = self._value(tag, begin)
            self._skip(SPACE)
        self.at += 1
        return found

    def _value(self, tag: str, begin: int) -> str:
        if self._peek() != "=":
            if not self._peek():
                self._fail(f'Unclosed start tag "{tag}"', begin)
            return ""  # an attribute without a value, like `expandable`
        self.at += 1
        self._skip(SPACE)
        quote = self._peek()
        if quote not in {"'", '"'}:
            token_begin = self.at
            value = self._skip(NAME_TOKEN).lower()
            if self._peek() and self._peek() != ">" and not self._peek().isspace():
                self._fail("Unexpected end of name token", token_begin)
        else:
            end = self.source.find(quote, self.at + 1)
            end = len(self.source) if end < 0 else end
            value = unescape(self.source[self.at + 1 : end])
            self.at = end + 1
        if not self._peek():
            self._fail("Unclosed start tag", begin)
        return value

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            self._fail("Unexpected end tag", begin)
        end = self.source.find(">", begin)
        if end < 0:
            self._fail("Unclosed end tag", begin)
        name = self.source[begin + 2 : end].strip()
        opened = self.open.pop()
        if name and name.lower() != opened.tag:
            self._fail("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{name}>"')
        self.at = end + 1
        self._close(opened)

    def _close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        if not length or (opened.tag == "code" and self._names_language(opened)):
            return
        details = self._details(opened)
        if details is not None:
            self.entities.append(
                {"type": KIND_OF_TAG[opened.tag], "offset": opened.offset, "length": length, **details}
            )

    def _details(self, opened: _Open) -> Entity | None:
        """What an entity carries beside its place; None where Telegram shows plain text."""
        given = opened.arguments
        match opened.tag:
            case "a":
                url = given.get("href") or cut("".join(self.plain), opened.offset, self.offset - opened.offset)
                return {"url": url} if "." in url or "://" in url else None
            case "blockquote":
                return {"type": "expandable_blockquote"} if "expandable" in given else {}
            case "pre":
                return {"language": given["language"]} if "language" in given else {}
            case "tg-emoji":
                return {"custom_emoji_id": _emoji_id(given)}
            case "tg-time":
                return {"unix_time": _seconds(given)}
            case _:
                return {}

    def _names_language(self, opened: _Open) -> bool:
        """Whether `<pre><code class="language-…">` says what the block is written in."""
        language = opened.arguments.get("class", "")
        if not language.startswith("language-") or not self.open or self.open[-1].tag != "pre":
            return False
        self.open[-1].arguments["language"] = language.removeprefix("language-")
        return True

    def _peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.source, self.at)
        assert match is not None
        self.at = match.end()
        return match.group()

    def _fail(self, words: str, at: int | None = None, more: str = "") -> NoReturn:
        place = "" if at is None else f" at byte offset {len(self.source[:at].encode())}"
        raise bad_request(f"can't parse entities: {words}{place}{more}")


def unescape(text: str) -> str:
    """Replace the few references that Telegram knows; others stay as they are."""
    return REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()


def cut(text: str, offset: int, length: int) -> str:
    """The piece of `text` at an entity's place, which is counted in UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "surrogatepass")


def _emoji_id(given: dict[str, str]) -> str:
    emoji_id = given.get("emoji-id", "")
    if not emoji_id.isdigit():
        raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
    return emoji_id


def _seconds(given: dict[str, str]) -> int:
    seconds = given.get("unix", "")
    if not seconds.isdigit():
        raise bad_request("can't parse entities: Invalid date specified")
    return int(seconds)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and the entities of a text with parse_mode HTML."""
    if "<" not in source:
        return unescape(source), []
    return _Reader(source).read()


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut the blanks at both ends, as Telegram does, and move the entities along."""
    shift = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    end = utf16_length(text)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        stop = min(end, entity["offset"] - shift + entity["length"])
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return text, moved
