"""In which letters a file is written."""

import codecs

from bot.domain.school.roster_files import ROWS, SHOWN, Readings, Unread

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What spreadsheets write in China, in Russian and in the West; the last two come of old programs.
GUESSED = ("gb18030", "cp1251", "cp1252", "koi8_r", "cp866")
_CLEARLY = 0.03  # by so much less of a muddle
_LOOKS_AT = 200_000
_BINARY = 0.02  # of signs that no text holds


def decoded(content: bytes, charset: str = "") -> tuple[str, str] | Readings | Unread:
    """The text and, where another charset could be meant, its charset; or the likeliest readings."""
    if charset:
        return content.decode(charset, errors="replace"), charset
    certain = next((name for mark, name in _MARKS if content.startswith(mark)), _unmarked(content))
    for name in filter(None, (certain, "utf-8")):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        return Unread.NO_LIST if _is_binary(text) else (text, "")
    return Unread.NO_LIST if _is_binary(content.decode("latin-1")) else _guessed(content)


def _unmarked(content: bytes) -> str:
    """UTF-16 whose mark was left out shows itself by where its line ends lie."""
    ends = [place % 2 for place in range(len(content) - 1) if content[place : place + 2] in {b"\n\0", b"\0\n"}]
    if not ends or b"\0" not in content[:_LOOKS_AT]:
        return ""
    little = content.count(b"\n\0")
    return "utf-16-le" if little >= content.count(b"\0\n") else "utf-16-be"


def _guessed(content: bytes) -> tuple[str, str] | Readings | Unread:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only old files need it

    head = content[:_LOOKS_AT]
    head = head[: head.rfind(b"\n") + 1] or head
    found = list(from_bytes(head, cp_isolation=list(GUESSED), enable_fallback=False))
    names = [each.encoding for each in found] or [each for each in GUESSED if _can_be(content, each)]
    if not names:
        return Unread.NO_LIST
    clear = len(found) == 1 or (len(found) > 1 and found[1].chaos - found[0].chaos >= _CLEARLY)
    if clear:
        return content.decode(names[0], errors="replace"), names[0]
    return readings(content, names)


def readings(content: bytes, names: list[str] | None = None) -> Readings:
    """What the file says in each charset that it can be in."""
    able = [each for each in names or ("utf-8", *GUESSED) if _can_be(content, each)]
    said = {each: _first_words(content.decode(each, errors="replace")) for each in able}
    different = {words: each for each, words in reversed(said.items()) if words}
    return Readings(tuple((each, words) for words, each in reversed(different.items()))[:SHOWN])


def _can_be(content: bytes, charset: str) -> bool:
    try:
        content[:_LOOKS_AT].decode(charset)
    except UnicodeDecodeError as error:
        return error.start > _LOOKS_AT - 8  # a sign was cut
    return True


def _first_words(text: str) -> tuple[str, ...]:
    """The first words with a letter that is not plain: in these the readings differ."""
    lines = text.splitlines()[:ROWS]
    words = (word.strip(" \t\"'") for line in lines for word in line.replace(";", ",").replace("\t", ",").split(","))
    telling = [word[:30] for word in words if not word.isascii()]
    return tuple(telling[1 : SHOWN + 1] if len(telling) > SHOWN else telling)  # the very first may be a heading


def _is_binary(text: str) -> bool:
    head = text[:_LOOKS_AT]
    strange = sum(sign < " " and sign not in "\t\r\n\f" for sign in head)
    return strange > _BINARY * len(head)
