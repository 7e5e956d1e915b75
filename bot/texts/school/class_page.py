"""A class's poster for a wall: one A4 page that needs nothing but itself, with the link as a large QR code."""

import io
from html import escape

import segno

from bot.db import installation
from bot.domain import emoji
from bot.domain.school import schools as about_
from bot.i18n import catalogue
from bot.queries.school import schools
from bot.texts.inviting import READ_IN
from bot.texts.message import Media, Message
from bot.texts.reader import Reader

_QUIET_ZONE = 4
# One look on paper and on a small phone; nothing has to be fetched, and nothing may be.
_STYLE = (
    "@page{size:A4 portrait;margin:14mm}*{box-sizing:border-box}"
    "body{margin:0 auto;padding:1rem;max-width:182mm;text-align:center;color:#000;background:#fff;"
    "font:1.1rem/1.4 sans-serif;overflow-wrap:anywhere}"
    "h1{font-size:2.2rem;line-height:1.2;margin:.3rem 0}p{margin:.35rem 0}.school{font-size:1.4rem}"
    "svg{display:block;width:100%;max-width:110mm;height:auto;margin:.6rem auto}"
    "ol{list-style:none;margin:.6rem 0;padding:0}li{margin:.3rem 0}.name{font-weight:bold}"
    "ol+ol{margin-top:1.2rem}@media print{body{padding:0;font-size:15pt}svg{max-width:130mm}}"
)
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"


def class_page_made(reader: Reader, about: about_.ClassPageMade) -> Message:
    """The page as a file, to be printed; the picture to forward comes after it."""
    room = schools.class_room_of(reader.tx, about.class_id)
    school = schools.get(reader.tx, room.school_id) if room else None
    if room is None or school is None:
        raise LookupError("no such class")
    link = installation.link(reader.tx, about.token)
    place = READ_IN.get(school.country or reader.person.country or "", reader.person.language)
    languages = list(dict.fromkeys([place, reader.person.language]))
    file = Media("document", content=_page(reader, languages, school.name, room.name, link).encode(), name="class.html")
    # L10N: below a file with a page to be hung up in the school; {room} is the class.
    text = reader.say("The page of class {room}, to print for the wall.", room=room.name)
    return Message(f"{emoji.TEACHER} {text}", media=file, foot=False)


def _page(reader: Reader, languages: list[str], school: str, room: str, link: str) -> str:
    # L10N: the heading of a page on a school's wall; {room} is the class.
    title = escape(reader.label("Class {room}", room=room))
    lines = "".join(_lines(Reader(reader.tx, reader.person, catalogue(each)), each) for each in languages)
    return (
        f'<!doctype html><html lang="{_tag(reader.person.language)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body>"
        f'<h1>{title}</h1><p class="school">{escape(school)}</p>{_code(link)}{lines}</body></html>'
    )


def _lines(reader: Reader, language: str) -> str:
    name = f"@{installation.get(reader.tx, 'username')}"
    # L10N: on a page on a school's wall: what Homeline is, in one short line.
    what = reader.say("The school's notices come to the family's phones, near and far.")
    # L10N: on a page on a school's wall, below a QR code: how to join. “Start” is Telegram's button.
    how = reader.say("Open the camera, scan the code, tap Start.")
    # L10N: on a page on a school's wall, against those who pretend to be us; {name} is the bot's name in Telegram.
    ours = reader.say("In Telegram we are called {name}, nothing else.", name=name)
    # L10N: on a page on a school's wall, against those who pretend to be us.
    never = reader.say("Homeline never asks for money, codes or passwords.")
    return f'<ol lang="{_tag(language)}"><li>{what}</li><li>{how}</li><li class="name">{ours}</li><li>{never}</li></ol>'


def _code(link: str) -> str:
    picture = io.BytesIO()
    segno.make(link, error="q", micro=False).save(
        picture, kind="svg", border=_QUIET_ZONE, light="#fff", xmldecl=False, svgns=False, omitsize=True, nl=False
    )
    return picture.getvalue().decode()


def _tag(language: str) -> str:
    return escape(language.replace("_", "-"))
