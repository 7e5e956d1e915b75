"""An A4 page: words in one font, wrapped and cut to where they stand, codes, and the strokes of a pen."""

import io

import segno
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bot.pictures.signs import FONT, printable
from bot.pictures.wrapping import wrapped

NAME = "Homeline"
MM: float = mm
WIDE, TALL = 210.0, 297.0
BLACK, GREY = "#000000", "#767676"
POINT = 1 / MM  # in millimetres
LEADING = 1.3
_QUIET = 4  # modules of white around a code
_MASK = 3  # of a code; trying all eight takes eight times as long, and readers take any


class Paper:
    """Pages, measured in millimetres from the upper left corner; the sizes of letters are points."""

    def __init__(self, title: str) -> None:
        if NAME not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(NAME, str(FONT)))
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=A4, pageCompression=1, invariant=1)
        self._canvas.setTitle(printable(title))
        self._canvas.setCreator("Homeline")

    def turn(self) -> None:
        """The next page."""
        self._canvas.showPage()

    def done(self) -> bytes:
        """The whole as a file."""
        self._canvas.save()
        return self._out.getvalue()

    def width(self, text: str, size: float) -> float:
        """How wide a line is."""
        return float(pdfmetrics.stringWidth(printable(text), NAME, size)) / MM

    def fitting(self, text: str, size: float, wide: float, least: float) -> float:
        """The size at which a line is no wider than `wide`, but not below `least`."""
        now = self.width(text, size)
        return size if now <= wide else max(least, size * wide / now)

    def lines(self, text: str, size: float, wide: float) -> list[str]:
        """A text in lines that are no wider than `wide`."""
        return wrapped(printable(text), lambda line: self.width(line, size) <= wide)

    def line(self, x: float, y: float, text: str, size: float, *, at: float = 0, colour: str = BLACK) -> None:
        """One line on its base line at `y`; `at` 0 begins at `x`, 0.5 is centred there, 1 ends there."""
        self._canvas.setFont(NAME, size)
        self._canvas.setFillColor(HexColor(colour))
        left = x - at * self.width(text, size)
        self._canvas.drawString(left * MM, (TALL - y) * MM, printable(text))

    def block(self, x: float, y: float, text: str, size: float, wide: float, *, most: int = 99, at: float = 0) -> float:
        """A text in at most so many lines below `y`; where it ends. What does not fit ends in “…”."""
        lines = self.lines(text, size, wide)
        if len(lines) > most:
            lines = [*lines[: most - 1], self._ended(lines[most - 1], size, wide)]
        step = size * POINT * LEADING
        for number, each in enumerate(lines):
            self.line(x, y + size * POINT + number * step, each, size, at=at)
        return y + len(lines) * step

    def _ended(self, line: str, size: float, wide: float) -> str:
        while line and self.width(line + "…", size) > wide:
            line = line[:-1]
        return line.rstrip() + "…"

    def rule(self, x: float, y: float, right: float, below: float, *, colour: str = GREY, dashed: bool = False) -> None:
        """A thin line from one point to another."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(0.5)
        self._canvas.setDash([2, 3] if dashed else [])
        self._canvas.line(x * MM, (TALL - y) * MM, right * MM, (TALL - below) * MM)
        self._canvas.setDash([])

    def code(self, x: float, y: float, wide: float, content: str, error: str = "m") -> None:
        """A QR code with the white around it that readers need, `wide` in all."""
        rows = [bytes(row) for row in segno.make(content, error=error, micro=False, mask=_MASK).matrix]
        each = wide / (len(rows) + 2 * _QUIET) * MM
        left, top = x * MM + _QUIET * each, (TALL - y) * MM - _QUIET * each
        path = self._canvas.beginPath()
        for number, row in enumerate(rows):
            for begin, end in _dark(row):
                path.rect(left + begin * each, top - (number + 1) * each, (end - begin) * each, each)
        self._canvas.setFillColor(HexColor(BLACK))
        self._canvas.drawPath(path, stroke=0, fill=1)


def _dark(row: bytes) -> list[tuple[int, int]]:
    """The dark runs of a row: where each begins and ends."""
    runs: list[tuple[int, int]] = []
    for place, module in enumerate(row):
        if not module:
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = runs[-1][0], place + 1
        else:
            runs.append((place, place + 1))
    return runs
