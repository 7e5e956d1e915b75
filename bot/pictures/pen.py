"""Strokes and shapes with soft edges. CC BY 4.0, as all that is drawn here."""

import io
import math
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from bot.pictures.brush import INK, PAPER, QUIET
from bot.pictures.codes import dark
from bot.pictures.signs import FONT, printable

SHARP, LESS = 3, 2  # drawn so many times larger, then made smaller by the other: no edge is ragged
COLOURS = 96  # a picture with few of them is small, and nobody sees what is left out


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT), size)


class Pen:
    """A sheet of paper; its measures are two thirds of those of the finished picture."""

    def __init__(self, wide: int, tall: int, paper: str = PAPER) -> None:
        self._picture = Image.new("RGB", (wide * SHARP, tall * SHARP), paper)
        self._draw = ImageDraw.Draw(self._picture)

    def png(self) -> bytes:
        """The finished picture."""
        out = io.BytesIO()
        picture = self._picture.reduce(LESS).quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        picture.save(out, "PNG", compress_level=8)  # 9 takes twice as long for one part in forty
        return out.getvalue()

    def box(self, x: float, y: float, right: float, below: float, r: float, fill: str, line: str | None = None) -> None:
        """A rectangle with round corners."""
        edge = self._at(x, y, right, below)
        self._draw.rounded_rectangle(edge, r * SHARP, fill, line, 3 * SHARP if line else 0)

    def round(self, x: float, y: float, r: float, fill: str | None, line: str | None = INK, wide: float = 4) -> None:
        """A circle."""
        self._draw.ellipse(self._at(x - r, y - r, x + r, y + r), fill, line, int(wide * SHARP) if line else 0)

    def dots(self, x: float, y: float, r: float, colour: str, count: int = 16) -> None:
        """A circle of dots."""
        for each in range(count):
            turn = math.tau * each / count
            self.round(x + r * math.cos(turn), y + r * math.sin(turn), 3, colour, None)

    def line(self, *points: float, colour: str = INK, wide: float = 5) -> None:
        """Strokes with round ends."""
        path = self._at(*points)
        self._draw.line(path, colour, int(wide * SHARP), "curve")
        for x, y in zip(path[::2], path[1::2], strict=True):
            r = wide * SHARP / 2
            self._draw.ellipse([x - r, y - r, x + r, y + r], colour)

    def arc(self, x: float, y: float, r: float, begin: int, end: int, colour: str = INK, wide: float = 5) -> None:
        """A part of a circle, from angle to angle, with round ends."""
        self._draw.arc(self._at(x - r, y - r, x + r, y + r), begin, end, colour, int(wide * SHARP))
        for turn in (begin, end):
            across = r - wide / 2
            end_x = x + across * math.cos(math.radians(turn))
            end_y = y + across * math.sin(math.radians(turn))
            self.round(end_x, end_y, wide / 2, colour, None)

    def half(self, x: float, y: float, r: float, fill: str) -> None:
        """The lower half of a circle."""
        self._draw.pieslice(self._at(x - r, y - r, x + r, y + r), 0, 180, fill)

    def drop(self, x: float, y: float, r: float, fill: str) -> None:
        """A tear."""
        self.round(x, y + r, r, fill, None)
        self.shape(x - r * 0.9, y + r * 0.6, x + r * 0.9, y + r * 0.6, x, y - r, fill=fill, line=None)

    def shape(self, *points: float, fill: str, line: str | None = INK) -> None:
        """A polygon."""
        self._draw.polygon(self._at(*points), fill)
        if line:
            self.line(*points, *points[:2], colour=line, wide=4)

    def number(self, x: float, y: float, value: int, tall: int, colour: str) -> None:
        """A day of the month."""
        font = ImageFont.load_default(tall * SHARP)
        left, top = self._at(x, y)
        self._draw.text((left, top), str(value), colour, font, "mm", stroke_width=1, stroke_fill=colour)

    def width(self, text: str, size: float) -> float:
        """How wide a line of words is."""
        return float(_font(round(size * SHARP)).getlength(printable(text))) / SHARP

    def words(self, x: float, y: float, text: str, size: float, at: float = 0) -> None:
        """A line of words on its base line."""
        left, base = self._at(x - at * self.width(text, size), y)
        self._draw.text((left, base), printable(text), "#000000", _font(round(size * SHARP)), "ls")

    def code(self, x: float, y: float, wide: float, content: str, error: str) -> None:
        """A QR code, each of its modules as many whole dots wide as there is room for."""
        across, runs = dark(content, error)
        each = int(wide * SHARP / (across + 2 * QUIET)) // LESS * LESS  # so that no edge is grey
        left = int((x + wide / 2) * SHARP - across * each / 2) // LESS * LESS
        top = int((y + wide / 2) * SHARP - across * each / 2) // LESS * LESS
        for row, begin, end in runs:
            edge = [left + begin * each, top + row * each, left + end * each - 1, top + (row + 1) * each - 1]
            self._draw.rectangle(edge, "#000000")

    def _at(self, *values: float) -> list[float]:
        return [each * SHARP for each in values]
