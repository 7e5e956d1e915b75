"""The parts of a name as a school writes it: what a child may be called at home, and which may be the surname."""

import re

_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,6}")
_LONG_SURNAMES = frozenset(
    re.findall("..", "欧阳司马上官诸葛夏侯司徒皇甫尉迟公孙慕容令狐宇文长孙轩辕端木百里东方南宫西门独孤呼延")
)
# “Son of”, “daughter of”, and patronymics: no family calls a child so.
_FATHERS = re.compile(
    r"(?:.+(?:ovich|evich|ovna|evna|ович|евич|овна|евна|ична)|o.?g.?l[iı]|u?g.?li|qizi|kizi|ўғли|угли|қизи|кизи|уулу|кызы|улы)$",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    r".{2,}(?:ov|ova|ev|eva|yev|yeva|skiy|skaya|sky|zoda|zade|ов|ова|ев|ева|ёв|ёва|ский|ская|зода)$", re.IGNORECASE
)


def call_names(written: str) -> tuple[str, ...]:
    """Names to choose from, the likeliest first; there is always one."""
    name = written.strip()
    if _CHINESE.fullmatch(name):
        given = name[2:] if name[:2] in _LONG_SURNAMES and len(name) > 2 else name[1:]
        return (given, name) if len(given) > 1 else (name, given)
    words = [each for each in re.split(r"[\s,]+", name) if each]
    likely = [each for each in words if not _FATHERS.match(each)] or words
    given_names = [each for each in likely if not _SURNAME.match(each)] or likely
    return tuple(dict.fromkeys([*given_names, *likely, name]))


def surnames(written: str) -> tuple[str, ...]:
    """The words that may be the surname: one of them where it shows."""
    name = written.strip()
    if _CHINESE.fullmatch(name):
        return (name[:2] if name[:2] in _LONG_SURNAMES else name[0],)
    words = [each for each in re.split(r"[\s,]+", name) if each]
    likely = [each for each in words if not _FATHERS.match(each)] or words
    return tuple([each for each in likely if _SURNAME.match(each)] or likely)
