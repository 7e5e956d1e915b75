"""Make `bot/pictures/homeline.ttf`, the one font of what is printed: Latin, Cyrillic, and the Chinese of names.

Run by hand, when a language needs more signs; it needs Debian's fonts-noto-cjk, fonts-noto-core and unicode-data, and
fontTools, which comes with what the project is worked on with. Outlines are Noto's, under the SIL Open Font License
(`bot/pictures/homeline-font.txt`); what Noto draws with cubic curves is drawn with quadratic ones, as TrueType has it.
"""

import bz2
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

LATIN = Path("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
CHINESE = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
FONT = Path(__file__).parents[1] / "bot/pictures/homeline.ttf"
SIGNS = FONT.with_suffix(".signs")  # all that can be printed, for those who must know it without loading a font

# Latin with what names in it need, Cyrillic with Uzbek, Tajik, Kyrgyz and Kazakh, Vietnamese, punctuation.
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x18F, 0x192, *range(0x1A0, 0x1B1), *range(0x1CD, 0x1DD)]
LETTERS += [*range(0x218, 0x21C), 0x259, *range(0x2B9, 0x2C8), 0x2D9, *range(0x400, 0x530), *range(0x1E80, 0x1F00)]
LETTERS += [*range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2116, 0x2122, 0x2190, 0x2192]
# Brackets, commas and signs as Chinese has them, and full-width ones.
CHINESE_SIGNS = [*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F), 0xFFE5, 0x3007, 0x2190, 0x2192, 0x25CB, 0x25CF, 0x25A1]
ERROR = 1.0  # of a curve, in thousandths of a sign's height


def chinese() -> Iterator[int]:
    """The 8,105 characters in which names are registered in China (2013), and what GB 2312 has beside them."""
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for sign, *rest in (each.split("\t") for each in lines):
            if rest and rest[0] == "kTGH":
                yield int(sign.removeprefix("U+"), 16)
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                yield ord(bytes((high, low)).decode("gb2312"))
            except UnicodeDecodeError:
                continue


def outline(font: Any, name: str) -> tuple[Any, int]:
    """A glyph in TrueType's curves, and how wide it is."""
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(None)
    glyph = glyphs[name]
    if "CFF " in font:
        glyph.draw(Cu2QuPen(pen, ERROR, reverse_direction=True))
    else:
        flat = DecomposingRecordingPen(glyphs)
        glyph.draw(flat)
        flat.replay(pen)
    return pen.glyph(), round(glyph.width)


def main() -> None:
    """Write the font, and say what is in it."""
    latin = TTFont(LATIN)
    fonts = TTCollection(CHINESE).fonts
    simplified = next(each for each in fonts if each["name"].getDebugName(1) == "Noto Sans CJK SC")
    sources = [(latin, LETTERS), (simplified, [*LETTERS, *CHINESE_SIGNS, *sorted(set(chinese()))])]
    glyphs, widths, signs = {}, {}, {}
    missing, width = outline(latin, ".notdef")
    glyphs[".notdef"], widths[".notdef"] = missing, width
    for font, wanted in sources:
        known = font.getBestCmap()
        for code in wanted:
            if code in signs or code not in known:
                continue
            name = f"u{code:05X}"
            glyphs[name], widths[name] = outline(font, known[code])
            signs[code] = name
    _write(latin, glyphs, widths, signs)
    SIGNS.write_text("".join(chr(each) for each in sorted(signs)), encoding="utf-8")
    sys.stdout.write(f"{len(signs)} signs, {FONT.stat().st_size / 1e6:.1f} MB\n")


def _write(latin: Any, glyphs: dict[str, Any], widths: dict[str, int], signs: dict[int, str]) -> None:
    build = FontBuilder(1000, isTTF=True)
    build.setupGlyphOrder(list(glyphs))
    build.setupCharacterMap(signs)
    build.setupGlyf(glyphs)
    table = build.font["glyf"]
    begin = {name: table[name].xMin if table[name].numberOfContours else 0 for name in glyphs}
    build.setupHorizontalMetrics({name: (width, begin[name]) for name, width in widths.items()})
    build.setupHorizontalHeader(ascent=latin["hhea"].ascent, descent=latin["hhea"].descent)
    build.setupNameTable(
        {
            "familyName": "Homeline Print",
            "styleName": "Regular",
            "uniqueFontIdentifier": "Homeline Print Regular",
            "fullName": "Homeline Print",
            "psName": "HomelinePrint-Regular",
            "version": "Version 1.000",
            "copyright": "Noto Sans, Copyright 2015-2020 Google LLC; Noto Sans CJK, Copyright 2014-2021 Adobe",
            "licenseDescription": "SIL Open Font License, Version 1.1",
            "licenseInfoURL": "https://openfontlicense.org",
        }
    )
    build.setupOS2(sTypoAscender=latin["hhea"].ascent, sTypoDescender=latin["hhea"].descent, fsType=0)
    build.setupPost(keepGlyphNames=False)
    build.save(FONT)


if __name__ == "__main__":
    main()
