"""Names as their language sorts them: Chinese by how they sound, Cyrillic and Uzbek Latin by their alphabets."""

import os
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_CYRILLIC = "аәбвгғдеёжҗзиӣійкқлмнңоөпрстуўүұӯфхҳһцчҷшщъыьэюя"
_CYRILLIC_UZBEK = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяўқғҳ"
_LATIN_UZBEK = {"o'": "z1", "g'": "z2", "sh": "z3", "ch": "z4"}  # letters of their own, after z
_APOSTROPHES = str.maketrans(dict.fromkeys("ʻʼ‘’`´", "'"))

# Of a surname's sign the sound that it has as a surname, where another one is more common.
_SURNAMES = {
    "单": "shan4", "曾": "zeng1", "解": "xie4", "仇": "qiu2", "区": "ou1", "查": "zha1", "朴": "piao2", "任": "ren2",
    "盖": "ge3", "乐": "yue4", "尉": "yu4", "繁": "po2", "覃": "qin2", "种": "chong2", "洗": "xian3", "冼": "xian3",
}  # fmt: skip

# With which Latin letters a name may be written that begins with each of these.
_LATIN = {
    "а": "A", "ә": "A", "б": "B", "в": "VW", "г": "GH", "ғ": "GH", "д": "D", "е": "EY", "ё": "EY", "є": "EY",
    "ж": "JZ", "җ": "J", "з": "Z", "и": "I", "й": "YI", "і": "I", "ї": "YI", "к": "K", "қ": "QK", "л": "L", "м": "M",
    "н": "N", "ң": "N", "о": "O", "ө": "OU", "п": "P", "р": "R", "с": "S", "т": "T", "у": "U", "ў": "OU", "ү": "U",
    "ұ": "U", "ф": "F", "х": "XHK", "ҳ": "HX", "һ": "H", "ц": "CT", "ч": "C", "ҷ": "J", "ш": "S", "щ": "S", "ы": "IY",
    "э": "E", "ю": "YU", "я": "YA",
}  # fmt: skip

Letters = tuple[tuple[int, str], ...]


def key_of(country: str | None) -> Callable[[str], tuple[Letters, str]]:
    """What names are sorted by; accents decide only where all letters are the same."""
    uzbek = country == "UZ"
    return lambda name: (_letters(name, uzbek=uzbek), name)


def _letters(name: str, *, uzbek: bool) -> Letters:
    plain = unicodedata.normalize("NFC", name).casefold().translate(_APOSTROPHES)
    alphabet = _CYRILLIC_UZBEK if uzbek else _CYRILLIC
    found: list[tuple[int, str]] = []
    place = 0
    while place < len(plain):
        pair, sign = plain[place : place + 2], plain[place]
        if uzbek and pair in _LATIN_UZBEK:
            found.append((1, _LATIN_UZBEK[pair]))
            place += 2
            continue
        place += 1
        if sign.isalnum():
            found.append(_letter(sign, alphabet, is_first=not found))
    return tuple(found)


def _letter(sign: str, alphabet: str, *, is_first: bool) -> tuple[int, str]:
    if sign in alphabet:
        return 2, f"{alphabet.index(sign):03d}"
    if "\u3400" <= sign <= "\u9fff":
        return 3, (_SURNAMES[sign] if is_first and sign in _SURNAMES else _sound(sign)) + sign
    base = unicodedata.normalize("NFD", sign)[0]
    if base.isdigit():
        return 0, base
    return (1, base) if base.isascii() else (4, sign)


def initials(word: str) -> frozenset[str]:
    """The Latin letters with which a surname may begin, in whatever script it is written."""
    sign = unicodedata.normalize("NFC", word).casefold().translate(_APOSTROPHES)[:1]
    if "\u3400" <= sign <= "\u9fff":
        return frozenset((_SURNAMES.get(sign) or _sound(sign))[0].upper())
    if sign in _LATIN:
        return frozenset(_LATIN[sign])
    return frozenset(each for each in unicodedata.normalize("NFD", sign)[:1].upper() if "A" <= each <= "Z")


@lru_cache(maxsize=4096)
def _sound(sign: str) -> str:
    """Letters, then the tone: the library is loaded with the first Chinese name, and without its phrases."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # 45 MiB that single signs do not need
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - half a second that most installations never need

    return str(lazy_pinyin(sign, style=Style.TONE3, neutral_tone_with_five=True)[0])
