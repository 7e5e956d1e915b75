"""Cuts a text that is too long for Telegram into pieces: each is valid HTML, and together they say it all."""

import html
import re
import unicodedata

# A tag, a reference such as &amp;, or one sign.
_TOKEN = re.compile(r"<[^>]*>|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]+);|.", re.DOTALL)
_STOPS = "。！？；，"
_JOINER, _VARIANT = "\u200d", "\ufe0f"


def cut(text: str, limit: int, further: int | None = None) -> list[str]:
    """Pieces of at most `limit` signs, those after the first of at most `further`, as Telegram counts them."""
    if _signs(text) <= limit:  # tags and all: nearly every text, and counting it piece by piece takes long
        return [text.strip()]
    tokens, pieces, opened = _TOKEN.findall(text), [], ""
    while tokens:
        taken = _fitting(tokens, limit)
        piece = opened + "".join(tokens[:taken])
        opened_tags = _open_tags(piece)
        closing = "".join(f"</{re.split('[ >]', tag[1:])[0]}>" for tag in reversed(opened_tags))
        pieces.append(piece.strip() + closing)
        tokens, opened, limit = tokens[taken:], "".join(opened_tags), further or limit
        while tokens and tokens[0].isspace():
            tokens = tokens[1:]
    return pieces or [""]


def _width(token: str) -> int:
    """Signs outside the basic plane, most emoji among them, count twice; tags count nothing."""
    if len(token) > 1 and token.startswith("<"):
        return 0
    return _signs(html.unescape(token))


def _signs(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _fitting(tokens: list[str], limit: int) -> int:
    """How many tokens fit; it ends with a line or a word where one ends in the second half."""
    used = line = word = 0
    for place, token in enumerate(tokens):
        used += _width(token)
        if used > limit:
            return line or word or _between_signs(tokens, place)
        if used > limit // 2 and token == "\n":
            line = place + 1
        elif used > limit // 2 and (token.isspace() or token in _STOPS):
            word = place + 1
    return len(tokens)


def _between_signs(tokens: list[str], place: int) -> int:
    """Not inside an emoji or a letter that is made of several signs."""
    back = place
    while back > 1 and (_joins(tokens[back]) or tokens[back - 1] == _JOINER):
        back -= 1
    return back if back > 1 else max(place, 1)


def _joins(token: str) -> bool:
    return token in {_JOINER, _VARIANT} or (len(token) == 1 and unicodedata.combining(token) > 0)


def _open_tags(piece: str) -> list[str]:
    opened: list[str] = []
    for token in _TOKEN.findall(piece):
        if token.startswith("</"):
            opened.pop()
        elif _width(token) == 0 and token.startswith("<"):
            opened.append(token)
    return opened
