"""Names as people may type them: what no name is, what nobody sees, and which name could be taken for another."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bot.domain import emoji

NAME_LIMIT = 40

# Letters and signs that nobody can see.
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_JOINERS = "\u200c\u200d"  # Persian, Indic and emoji need them, between two signs of their own
_JOINED = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\ufb50-\ufeff]")

# Marks that stack on any letter; and how many signs of a script's own follow one letter, as Tibetan and Khmer need.
_STACKING = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_TOWERS = re.compile("[\u0f00-\u109f\u1780-\u17ff]")
_STACKED_MOST, _MARKS_MOST, _TOWER_MOST = 2, 4, 6
_VARIANTS = re.compile("[\ufe00-\ufe0e\U000e0100-\U000e01ef]")

# What buttons and first lines begin with means one thing everywhere, and stands in nobody's name; nor does what is like
# it.
_LIKE_OURS = "🚑🚨🆘⚠☎📱🚒🚓🏥🧳🌅🌙💬▶🎬🖼❗‼⛔🚫ℹ🤖"
SIGNS = frozenset(_LIKE_OURS) | {
    sign for each in emoji.ALL for sign in each if unicodedata.category(sign) in {"So", "Sm"}
}

_LINK = re.compile(
    r"\S*(?:://|\bwww\.|@\w|[\w-]\.(?:com|net|org|me|cn|ru|io|app|xyz|info|top|link|site|online|shop|co|club|vip|cc|tk|apk)\b)"
    r"\S*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?\d(?:[\s.\-()/+]*\d){2,}")
_TELEPHONE = re.compile(r"\+?\d(?:[\s.\-()/+]*\d){6,}")

# The Latin letter that each of these looks like; of Latin's own, those that look like one another.
_LOOKS = str.maketrans(
    dict(
        zip(
            "аеорсухіјѕкмтвнгӏԁԛԝһӕαορνκιτυηεβμχγω0l1|!ɡıɑ",
            "aeopcyxijskmtbhridqwhæaopvkitunebmxywoiiiigia",
            strict=True,
        )
    )
)

_NO_NAMES = (
    "Homeline telegram admin administrator operator support service system bot official security "
    "emergency danger help ambulance police doctor school teacher notice warning "
    "客服 管理员 官方 系统 机器人 紧急 急救 警察 医生 学校 老师 通知 警告 电报"
)
_KIN = (
    "mum mom mama mummy mommy mother dad daddy papa father grandma granny grandmother nana nan grandpa granddad "
    "grandad grandfather aunt auntie aunty uncle sister brother "
    "妈妈 妈 母亲 爸爸 爸 父亲 奶奶 姥姥 外婆 婆婆 爷爷 姥爷 外公 公公 阿姨 姨 姑 姑姑 叔叔 舅舅 伯伯 姐姐 哥哥 "
    "мама папа бабушка баба дедушка дед тётя дядя ona buvi bobo apa amaki "
    "mamá papá abuela abuelo tía tío mẹ bố bà ông ibu bapak nenek kakek nanay tatay lola lolo आमा बुबा"
)


def clean_name(raw: str) -> str:
    """A person's name, made safe to stand in a sentence; nothing where it is no name.

    Every script stays as it is written, and so do emoji that mean nothing here. Marks that turn the direction of
    writing go: they would turn the sentence around them; and so do links, mentions and numbers that one could call. A
    command is no name, and neither is Homeline's.
    """
    return _cleaned(raw, _NUMBER)


def clean_title(raw: str) -> str:
    """As a person's name, for a class or a school, which may be called by a number."""
    return _cleaned(raw, _TELEPHONE)


def _cleaned(raw: str, number: re.Pattern[str]) -> str:
    name = _seen(raw)
    while (rest := _seen(number.sub(" ", _LINK.sub(" ", name)))) != name:
        name = rest
    return "" if name.startswith("/") or _is_taken(skeleton(name)) else name


@lru_cache(maxsize=4096)
def shown_name(stored: str) -> str:
    """A name that was taken long ago, as it may stand in a sentence today."""
    return clean_name(stored)


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """How a name looks: what differs only in script, width, case, marks or blanks is the same."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold()).translate(_LOOKS)
    return "".join(sign for sign in plain if unicodedata.category(sign)[0] in "LN")


def could_be(name: str, others: Iterable[str]) -> bool:
    """Whether somebody could take `name` for one of the others, or for a word by which a child calls its family."""
    words = {skeleton(each) for each in re.split(r"[\W_]+", name)} | {skeleton(name)}
    whole = skeleton(name)
    return any(_alike(whole, words, each) for each in (*_KIN_LOOKS, *map(skeleton, others)))


def _alike(whole: str, words: set[str], other: str) -> bool:
    """The same, or the other one within it: as a word, or anywhere where a script sets no blanks."""
    return bool(other) and (other in words or (not other.isascii() and len(other) > 1 and other in whole))


def _seen(raw: str) -> str:
    """What of it can be seen, on one line; again and again, for what is taken out may leave its neighbours alone."""
    while (seen := _once(raw)) != raw:
        raw = seen
    return seen


def _once(raw: str) -> str:
    """No control, no bidi mark, no pile of marks, no sign of ours."""
    kept: list[str] = []
    marks = 0  # since the last letter
    text = re.sub(r"\s+", " ", raw)
    for place, sign in enumerate(text):
        before, kind = kept[-1] if kept else "", unicodedata.category(sign)
        if kind[0] == "M":
            marks += 1
            stays = _is_mark_of(sign, before, marks)
        elif sign in _JOINERS:
            stays = _joins(before, text[place + 1 : place + 2])
        elif "\U0001f3fb" <= sign <= "\U0001f3ff":  # the colour of a hand whose emoji is not there
            stays = bool(before) and unicodedata.category(before) == "So"
        else:
            stays = sign not in _BLANKS and sign not in SIGNS and kind not in {"Cc", "Cf", "Cs", "Co", "Cn"}
            marks = 0 if stays else marks
        if stays:
            kept.append(sign)
    name = re.sub(r"\s+", " ", "".join(kept)).strip()[:NAME_LIMIT].strip().strip(_JOINERS)
    return name if any(unicodedata.category(sign)[0] in "LNS" for sign in name) else ""


def _is_mark_of(sign: str, before: str, count: int) -> bool:
    if not before:
        return False
    kind = unicodedata.category(before)
    if sign == "\ufe0f":
        return kind == "So"
    if _VARIANTS.match(sign):
        return kind == "Lo"
    if kind[0] not in "LMN" or sign in {before, "\u034f"} or unicodedata.category(sign) == "Me":
        return False
    if _STACKING.match(sign):
        return count <= _STACKED_MOST
    return count <= (_TOWER_MOST if _TOWERS.match(sign) else _MARKS_MOST)


def _joins(before: str, after: str) -> bool:
    both = before + after
    if len(both) < 2:
        return False
    emoji = unicodedata.category(after) == "So" and (unicodedata.category(before) in {"So", "Sk"} or before == "\ufe0f")
    return emoji or all(_JOINED.match(each) for each in both)


def _is_taken(look: str) -> bool:
    return look in _NO_LOOKS or skeleton("Homeline") in look


_KIN_LOOKS = frozenset(map(skeleton, _KIN.split()))
_NO_LOOKS = frozenset(map(skeleton, _NO_NAMES.split()))
