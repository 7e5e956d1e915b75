"""Draws the seven signs of the danger card: `python -m tests.danger_signs` writes bot/texts/illness/danger_signs.png.

No word is in it; the numbers are those of the card. A pale ground in each cell lets it be seen in a dark chat.
"""

import math
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

PICTURE = Path(__file__).parent.parent / "bot" / "texts" / "illness" / "danger_signs.png"
WIDE, TALL, COLUMNS = 300, 300, 4
SHARP = 3  # drawn so many times larger, then made smaller: no edge is ragged
INK, PALE, SKIN, BLUE, RED, GREEN = "#2b2b33", "#fff8ee", "#f6c9a0", "#2f6fd6", "#d4202a", "#7fb02f"
WHITE, GREY, HAIR = "#ffffff", "#c9ced8", "#5b3a24"


class Cell:
    """One sign: a canvas of 300 by 300 points, wherever it stands in the picture."""

    def __init__(self, draw: ImageDraw.ImageDraw, place: int) -> None:
        self._draw = draw
        self._left, self._top = place % COLUMNS * WIDE, place // COLUMNS * TALL

    def at(self, *points: float) -> list[float]:
        """Points of the cell in the picture."""
        offset = (self._left, self._top)
        return [(value + offset[place % 2]) * SHARP for place, value in enumerate(points)]

    def ground(self, colour: str) -> None:
        self._draw.rounded_rectangle(self.at(8, 8, WIDE - 8, TALL - 8), 26 * SHARP, colour, INK, 3 * SHARP)

    def number(self, value: int) -> None:
        self.round(46, 46, 27, RED, None)
        font = ImageFont.load_default(38 * SHARP)
        x, y = self.at(46, 46)
        self._draw.text((x, y), str(value), WHITE, font, "mm", stroke_width=SHARP, stroke_fill=WHITE)

    def round(self, x: float, y: float, r: float, fill: str | None, line: str | None = INK, *, tall: float = 0) -> None:
        """A circle, or with `tall` an oval."""
        h = tall or r
        self._draw.ellipse(self.at(x - r, y - h, x + r, y + h), fill, line, 5 * SHARP if line else 0)

    def line(self, *points: float, colour: str = INK, wide: float = 7) -> None:
        """Strokes with round ends."""
        path = self.at(*points)
        self._draw.line(path, colour, int(wide * SHARP), "curve")
        for x, y in zip(path[::2], path[1::2], strict=True):
            r = wide * SHARP / 2
            self._draw.ellipse([x - r, y - r, x + r, y + r], colour)

    def shape(self, *points: float, fill: str, line: str | None = INK) -> None:
        self._draw.polygon(self.at(*points), fill)
        if line:
            self.line(*points, *points[:2], colour=line, wide=5)

    def arc(self, x: float, y: float, r: float, begin: int, end: int, colour: str = INK, wide: float = 7) -> None:
        self._draw.arc(self.at(x - r, y - r, x + r, y + r), begin, end, colour, int(wide * SHARP))

    def cross(self, x: float, y: float, r: float) -> None:
        """No."""
        self.line(x - r, y - r, x + r, y + r, colour=RED, wide=13)
        self.line(x - r, y + r, x + r, y - r, colour=RED, wide=13)

    def head(self, x: float, y: float, r: float) -> None:
        self.round(x, y, r, SKIN)
        self._draw.chord(self.at(x - r, y - r, x + r, y + r), 200, 340, HAIR, INK, 5 * SHARP)


def breathing(on: Cell) -> None:
    """Lips are blue, and the air does not come."""
    on.head(140, 165, 88)
    for eye in (108, 172):
        on.round(eye, 150, 14, WHITE)
        on.round(eye, 150, 6, INK, None)
    on.line(90, 130, 116, 120)
    on.line(190, 130, 164, 120)
    on.round(140, 208, 34, BLUE, tall=22)
    on.round(140, 208, 19, "#16305f", None, tall=9)
    for y in (182, 212, 242):
        on.line(*(each for x in range(228, 280, 4) for each in (x, y + 7 * math.sin(x / 6))), colour=BLUE, wide=6)
    on.cross(254, 212, 24)


def waking(on: Cell) -> None:
    """Somebody shakes and calls; the eyes stay closed."""
    on.shape(30, 232, 190, 232, 176, 276, 40, 276, fill=WHITE)
    on.head(110, 184, 66)
    for eye in (84, 132):
        on.arc(eye, 178, 14, 20, 160)
    on.line(94, 216, 126, 216)
    on.shape(196, 132, 252, 132, 240, 96, 224, 78, 208, 96, fill="#f2b632")
    on.round(224, 140, 9, INK, None)
    on.round(224, 72, 7, INK, None)
    for r in (44, 58):
        on.arc(224, 108, r, 150, 205, wide=6)
        on.arc(224, 108, r, 335, 30, wide=6)
    on.shape(276, 222, 196, 206, 184, 224, 276, 260, fill=SKIN)
    for x in (176, 190, 204):
        on.line(x, 168, x + 8, 186, wide=6)


def fit(on: Cell) -> None:
    """The body stiff, and shaking."""
    on.shape(36, 262, 264, 262, 264, 276, 36, 276, fill=GREY)
    on.head(70, 216, 38)
    on.line(56, 210, 66, 220, wide=5)
    on.line(66, 210, 56, 220, wide=5)
    on.line(110, 226, 190, 226, wide=34, colour=BLUE)
    on.line(196, 224, 262, 214, wide=15)
    on.line(196, 236, 262, 244, wide=15)
    on.line(122, 214, 152, 168, 142, 150, wide=13, colour=SKIN)
    on.line(148, 214, 186, 176, 178, 156, wide=13, colour=SKIN)
    on.shape(206, 36, 160, 96, 190, 96, 172, 140, 226, 78, 196, 78, fill="#f2b632")
    for x, y in ((96, 160), (238, 178)):
        on.arc(x, y, 22, 200, 340, wide=6)
        on.arc(x, y - 16, 22, 200, 340, wide=6)


def drinking(on: Cell) -> None:
    """Nothing goes in, and everything comes out."""
    on.head(110, 130, 76)
    for eye in (86, 134):
        on.line(eye - 11, 112, eye + 11, 122, wide=6)
    on.shape(84, 160, 138, 160, 158, 236, 168, 276, 56, 276, 70, 236, fill=GREEN)
    on.round(110, 160, 27, "#3c5a10", tall=15)
    on.shape(202, 120, 268, 120, 258, 206, 212, 206, fill=WHITE)
    on.shape(206, 148, 264, 148, 258, 204, 213, 204, fill="#e7eef9", line=None)
    on.cross(235, 163, 42)


def blood(on: Cell) -> None:
    """Much blood, and spots that stay when a glass is pressed on them."""
    on.shape(104, 40, 62, 122, 146, 122, fill=RED, line=None)
    on.round(104, 132, 45, RED, None)
    on.round(88, 138, 9, "#ff8b8b", None, tall=15)
    on.line(62, 226, 238, 226, wide=76)
    on.line(62, 226, 238, 226, wide=66, colour=SKIN)
    for x, y, r in ((58, 214, 7), (80, 238, 9), (98, 212, 6), (118, 236, 7), (256, 226, 6)):
        on.round(x, y, r, "#8c1535", None)
    on.round(196, 220, 58, "#e4f1fb")
    on.round(196, 220, 42, SKIN)
    for x, y, r in ((178, 204, 8), (206, 200, 7), (216, 226, 9), (186, 234, 8), (204, 246, 6)):
        on.round(x, y, r, "#8c1535", None)


def baby(on: Cell) -> None:
    """A very small child, hot or cold."""
    on.shape(74, 150, 166, 150, 190, 214, 152, 280, 88, 280, 50, 214, fill="#bfe0f2")
    on.line(62, 186, 170, 240, wide=5)
    on.line(178, 186, 70, 240, wide=5)
    on.round(120, 120, 56, SKIN)
    on.arc(120, 64, 12, 90, 330, HAIR, 6)
    for eye in (100, 140):
        on.arc(eye, 112, 9, 20, 160, wide=6)
        on.round(eye, 132, 4, BLUE, None, tall=8)
    on.round(120, 146, 13, "#8c1535", None, tall=9)
    for cheek in (84, 156):
        on.round(cheek, 134, 10, "#f08a80", None)
    on.line(246, 72, 246, 214, wide=40)
    on.line(246, 72, 246, 214, wide=28, colour=WHITE)
    on.line(246, 106, 246, 214, wide=14, colour=RED)
    on.round(246, 236, 29, RED)
    for y in (90, 116, 142, 168):
        on.line(266, y, 278, y, wide=5)


def harm(on: Cell) -> None:
    """Poison, fire, and a fall on the head."""
    on.shape(96, 60, 128, 60, 128, 84, 146, 108, 146, 196, 78, 196, 78, 108, 96, 84, fill="#8e62b8")
    on.shape(94, 46, 130, 46, 130, 62, 94, 62, fill=INK)
    on.round(112, 138, 23, WHITE, None)
    on.round(112, 160, 12, WHITE, None)
    for eye in (103, 121):
        on.round(eye, 138, 6, INK, None)
    on.shape(218, 48, 258, 104, 268, 138, 250, 172, 218, 184, 186, 172, 170, 140, 188, 106, 202, 116, fill="#f07a1c")
    on.shape(220, 108, 240, 142, 232, 170, 206, 170, 200, 144, fill="#ffd84a", line=None)
    on.shape(36, 274, 264, 274, 264, 284, 36, 284, fill=GREY)
    on.head(110, 250, 24)
    on.line(122, 230, 156, 206, wide=18, colour=BLUE)
    on.line(156, 206, 196, 210, wide=12)
    on.line(156, 206, 186, 190, wide=12)
    spikes = (each for k in range(16) for each in _star(58, 252, 24 if k % 2 else 11, k * math.pi / 8))
    on.shape(*spikes, fill="#f2b632")


def _star(x: float, y: float, r: float, angle: float) -> tuple[float, float]:
    return x + r * math.cos(angle), y + r * math.sin(angle)


def call(on: Cell) -> None:
    """Call now."""
    on.ground(RED)
    bow = [each for angle in range(35, 146, 5) for each in _star(150, 78, 112, math.radians(angle))]
    on.line(*bow, colour=WHITE, wide=40)
    on.line(240, 128, 218, 168, colour=WHITE, wide=58)
    on.line(60, 128, 82, 168, colour=WHITE, wide=58)
    for r in (40, 66):
        on.arc(150, 124, r, 210, 330, WHITE, 10)


SIGNS = (breathing, waking, fit, drinking, blood, baby, harm)


def drawn() -> Image.Image:
    """The picture, in few colours: it is sent over slow lines."""
    size = WIDE * COLUMNS * SHARP, TALL * 2 * SHARP
    large = Image.new("RGB", size, WHITE)
    draw = ImageDraw.Draw(large)
    for place, sign in enumerate(SIGNS):
        cell = Cell(draw, place)
        cell.ground(PALE)
        sign(cell)
        cell.number(place + 1)
    call(Cell(draw, len(SIGNS)))
    return large.resize((WIDE * COLUMNS, TALL * 2), Image.Resampling.LANCZOS).quantize(128, Image.Quantize.MAXCOVERAGE)


if __name__ == "__main__":
    drawn().save(PICTURE, optimize=True)
