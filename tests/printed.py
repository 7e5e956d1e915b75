"""Reads printed pages as an eye and a phone's camera would: the words on them, and the codes."""

import io
from dataclasses import dataclass

import pypdfium2
import zxingcpp
from PIL import Image

SHARP = 2.5  # as finely as an ordinary printer and camera see it: 180 dots an inch


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its words, and what its QR codes say, from the upper left to the lower right."""

    words: str
    codes: tuple[str, ...]


def pages(content: bytes) -> list[Page]:
    """The pages of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        return [Page(_words(page), _codes(page)) for page in document]


def _words(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range()).replace("\r\n", "\n")


def _codes(page: pypdfium2.PdfPage) -> tuple[str, ...]:
    return _read(page.render(scale=SHARP).to_pil())


def codes_in(picture: bytes) -> tuple[str, ...]:
    """What the QR codes of a picture say."""
    return _read(Image.open(io.BytesIO(picture)))


def _read(colours: Image.Image) -> tuple[str, ...]:
    """In black and white."""
    picture = colours.convert("L").point(lambda grey: 255 if grey > 127 else 0)
    found = zxingcpp.read_barcodes(picture)
    return tuple(
        each.text for each in sorted(found, key=lambda it: (it.position.top_left.y // 20, it.position.top_left.x))
    )
