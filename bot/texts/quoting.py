"""What people wrote, set apart from what Homeline says: nobody's words can pass for ours."""

import re
import unicodedata
from dataclasses import replace
from html import escape

from bot.texts.message import Message
from bot.texts.reader import Reader

# Marks that pile up on one letter would reach into the lines above and below, which are ours.
_PILE = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{3})"
    "[\u0300-\u036f\u0483-\u0489\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_QUOTE = re.compile("<blockquote>(.*?)</blockquote>", re.DOTALL)
_TAG = re.compile("<[^>]*>")
_GREY = "<tg-spoiler>"
_MARKS = str.maketrans('“”„‟«»「」『』"', "‘’‘‘‹›‹›‹›'")


def quoted(words: str) -> str:
    """A block of somebody's own words. It is never folded: who reads little would take its beginning for all of it."""
    kept = _PILE.sub(r"\1", words).strip()
    return f"<blockquote>{escape(kept)}</blockquote>" if kept else ""


def hidden(text: str) -> str:
    """Grey until a finger lifts it, on a lock screen too; `text` is Telegram's HTML."""
    return f"{_GREY}{text}</tg-spoiler>"


def inline(words: str) -> str:
    """Short words that stand within a sentence, between its quotation marks, and cannot leave them."""
    line = "".join(sign for sign in " ".join(words.split()) if unicodedata.category(sign) not in {"Cc", "Cf"})
    return _PILE.sub(r"\1", line).translate(_MARKS)


def in_words_alone(reader: Reader, message: Message) -> Message:
    """A text that Telegram has refused, without the marks and buttons that may be the reason.

    What a person wrote is told by quotation marks then: one before each of its lines, so that none looks like ours.
    """
    if _GREY in message.text:
        raise ValueError("What is hidden is not said without its marks.")
    text = _TAG.sub("", _QUOTE.sub(lambda found: _in_marks(reader, found.group(1)), message.text))
    return replace(message, text=text, buttons=(), keyboard=None, foot=False)


def _in_marks(reader: Reader, block: str) -> str:
    # L10N: somebody's own words, between quotation marks.
    begin, end = reader.label("“{words}”", words="\n").split("\n")
    lines = [line for line in block.split("\n") if line.strip()]
    return "\n".join(f"{begin}{line}" for line in lines) + end
