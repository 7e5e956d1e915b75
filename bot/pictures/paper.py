"""A4 pages as a file: words in one font, codes, and the strokes of a pen."""

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bot.pictures.brush import INK, QUIET
from bot.pictures.codes import dark
from bot.pictures.signs import FONT, printable

NAME = "Homeline"
MM: float = mm
WIDE, TALL = 210.0, 297.0
BLACK, GREY = "#000000", "#767676"


class Paper:
    """A brush whose unit is a millimetre, from the upper left corner of each page; words are black."""

    def __init__(self, title: str) -> None:
        rl_config.useA85 = 0  # a fifth smaller: nothing that a file passes needs letters only
        if NAME not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(NAME, str(FONT)))
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=A4, pageCompression=1, invariant=1)
        self._canvas.setTitle(printable(title))
        self._canvas.setCreator("Homeline")
        self._tall = TALL
        self._begin()

    def _begin(self) -> None:
        self._canvas.scale(MM, MM)

    def turn(self) -> None:
        """The next page."""
        self._canvas.showPage()
        self._begin()

    def done(self) -> bytes:
        """The whole as a file."""
        self._canvas.save()
        return self._out.getvalue()

    @contextmanager
    def inset(self, x: float, y: float, scale: float) -> Iterator[None]:
        """A part of the page with a corner and a unit of its own."""
        self._canvas.saveState()
        self._canvas.translate(x, self._tall - y)
        self._canvas.scale(scale, scale)
        whole, self._tall = self._tall, 0.0
        yield
        self._tall = whole
        self._canvas.restoreState()

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """What stands on the paper many times and is written into the file once."""
        self._canvas.beginForm(name, 0, -TALL, WIDE, 0)
        whole, self._tall = self._tall, 0.0
        yield
        self._tall = whole
        self._canvas.endForm()

    def again(self, name: str) -> None:
        """What was drawn as this form, here."""
        self._canvas.doForm(name)

    def width(self, text: str, size: float) -> float:
        """How wide a line of words is."""
        return float(pdfmetrics.stringWidth(printable(text), NAME, size))

    def words(self, x: float, y: float, text: str, size: float, at: float = 0, colour: str = BLACK) -> None:
        """A line of words on its base line."""
        self._canvas.setFont(NAME, size)
        self._canvas.setFillColor(HexColor(colour))
        self._canvas.drawString(x - at * self.width(text, size), self._tall - y, printable(text))

    def rule(self, *points: float, colour: str = GREY, dashed: bool = False) -> None:
        """A thin line from one point to another."""
        self._stroke(colour, 0.2)
        self._canvas.setDash([1, 1.5] if dashed else [])
        x, y, right, below = points
        self._canvas.line(x, self._tall - y, right, self._tall - below)
        self._canvas.setDash([])

    def code(self, x: float, y: float, wide: float, content: str, error: str) -> None:
        """A QR code, black on white."""
        across, runs = dark(content, error)
        each = wide / (across + 2 * QUIET)
        with self.inset(x + QUIET * each, y + QUIET * each, each):
            self._canvas.setFillColor(HexColor(BLACK))
            rows = (f"{begin} {-row - 1} {end - begin} 1 re" for row, begin, end in runs)
            self._canvas.addLiteral(f"{' '.join(rows)} f")  # as drawn paths they take a dozen times as long

    def box(self, x: float, y: float, right: float, below: float, r: float, fill: str, line: str | None = None) -> None:
        """A rectangle with round corners."""
        self._stroke(line or fill, 3)
        self._canvas.setFillColor(HexColor(fill))
        size = right - x, below - y
        self._canvas.roundRect(x, self._tall - below, *size, min(r, *(each / 2 for each in size)), bool(line), 1)

    def round(self, x: float, y: float, r: float, fill: str | None, line: str | None = INK, wide: float = 4) -> None:
        """A circle; its line lies within, as a pen's does."""
        inner = r - wide / 2 if line else r
        self._stroke(line or INK, wide)
        if fill:
            self._canvas.setFillColor(HexColor(fill))
        self._canvas.circle(x, self._tall - y, inner, stroke=bool(line), fill=bool(fill))

    def line(self, *points: float, colour: str = INK, wide: float = 5) -> None:
        """Strokes with round ends."""
        self._stroke(colour, wide)
        self._path(points, stroke=1, fill=0, close=False)

    def arc(self, x: float, y: float, r: float, begin: int, end: int, colour: str = INK, wide: float = 5) -> None:
        """A part of a circle: in a picture angles run clockwise, in a page the other way round."""
        steps = max(8, (end - begin) // 6)
        turns = (math.radians(begin + (end - begin) * each / steps) for each in range(steps + 1))
        inner = r - wide / 2
        points = [part for turn in turns for part in (x + inner * math.cos(turn), y + inner * math.sin(turn))]
        self.line(*points, colour=colour, wide=wide)

    def shape(self, *points: float, fill: str, line: str | None = INK) -> None:
        """A polygon."""
        self._stroke(line or fill, 4)
        self._canvas.setFillColor(HexColor(fill))
        self._path(points, stroke=bool(line), fill=1, close=True)

    def _stroke(self, colour: str, wide: float) -> None:
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(wide)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)

    def _path(self, points: tuple[float, ...], *, stroke: int, fill: int, close: bool) -> None:
        path = self._canvas.beginPath()
        pairs = list(zip(points[::2], points[1::2], strict=True))
        path.moveTo(pairs[0][0], self._tall - pairs[0][1])
        for x, y in pairs[1:]:
            path.lineTo(x, self._tall - y)
        if close:
            path.close()
        self._canvas.drawPath(path, stroke=stroke, fill=fill)
