"""A week in one picture: seven columns, the newest day on the right; nothing in it is counted or compared."""

from collections.abc import Sequence

from bot.domain.daily.weeks import LENGTH, Day
from bot.domain.school.stickers import Sticker
from bot.pictures import badges, faces
from bot.pictures.brush import BAND, INK, LINE, RED, WARM
from bot.pictures.pen import Pen

WIDE, COLUMN, SIDE = 868, 120, 14
HEAD, FACE, STRIP, MARK, BADGES, REST = 60, 126, 48, 66, 42, 18  # how tall each part is
ABREAST = 3  # stickers side by side, as many as a column is wide


def draw(weeks: Sequence[Sequence[Day]]) -> bytes:
    """One row for each child, in the order of the words below the picture."""
    tall = HEAD + sum(_tall(each) for each in weeks) + REST
    pen = Pen(WIDE, tall)
    newest = LENGTH - 1
    pen.box(_left(newest), 8, _left(newest) + COLUMN, tall - 8, 22, WARM)
    for place, day in enumerate(weeks[0]):
        pen.number(_middle(place), 36, day.day.day, 34, INK)
    top = HEAD
    for week in weeks:
        if top > HEAD:
            pen.line(SIDE + 10, top - 4, WIDE - SIDE - 10, top - 4, colour=LINE, wide=2)
        _week(pen, week, top)
        top += _tall(week)
    return pen.png()


def _left(place: int) -> float:
    return SIDE + COLUMN * place


def _middle(place: int) -> float:
    return _left(place) + COLUMN / 2


def _tall(week: Sequence[Day]) -> int:
    rows = max(len(each.marks) for each in week)
    stickers = max(len(_abreast(each)) for each in week)
    return FACE + (STRIP if any(each.ill for each in week) else 0) + MARK * rows + BADGES * stickers + REST


def _abreast(day: Day) -> list[tuple[Sticker, ...]]:
    return [day.stickers[at : at + ABREAST] for at in range(0, len(day.stickers), ABREAST)]


def _week(pen: Pen, week: Sequence[Day], top: float) -> None:
    middle = top + FACE / 2
    _bands(pen, week, middle)
    for place, day in enumerate(week):
        _day(pen, day, _middle(place), middle)
    below = top + FACE
    if any(each.ill for each in week):
        _illness(pen, week, below + STRIP / 2)
        below += STRIP
    for place, day in enumerate(week):
        for number, mark in enumerate(day.marks):
            faces.MARKS[mark](pen, _middle(place), below + MARK * number + MARK / 2)
    below += MARK * max(len(each.marks) for each in week)
    for place, day in enumerate(week):
        for number, some in enumerate(_abreast(day)):
            for across, what in enumerate(some):
                x = _middle(place) + (across - (len(some) - 1) / 2) * (2 * badges.R + 2)
                badges.badge(pen, x, below + BADGES * number + BADGES / 2, what)


def _day(pen: Pen, day: Day, x: float, y: float) -> None:
    if day.face:
        faces.face(pen, x, y, day.face)
    elif day.heard:
        faces.heard(pen, x, y)
    elif not day.joined:
        faces.gap(pen, x, y)


def _bands(pen: Pen, week: Sequence[Day], y: float) -> None:
    """Days that were answered with a later one, up to that one."""
    begun: int | None = None
    for place, day in enumerate(week):
        if day.joined and begun is None:
            begun = place
        elif not day.joined and begun is not None:
            _band(pen, begun, place if day.face else place - 1, y)
            begun = None
    if begun is not None:
        _band(pen, begun, len(week) - 1, y)


def _band(pen: Pen, first: int, last: int, y: float) -> None:
    r = faces.R + 7
    pen.box(_middle(first) - r, y - r, _middle(last) + r, y + r, r, BAND, INK)


def _illness(pen: Pen, week: Sequence[Day], y: float) -> None:
    """A line for as long as it lasted, with a thermometer where it begins."""
    begun: int | None = None
    for place, day in enumerate(week):
        begun = place if day.ill and begun is None else begun
        if begun is not None and (not day.ill or place == len(week) - 1):
            last = place if day.ill else place - 1
            pen.box(_middle(begun) - 34, y - 9, _middle(last) + 34, y + 9, 9, RED)
            faces.thermometer(pen, _middle(begun), y)
            begun = None
