"""A message that Telegram has refused, in words alone: without marks, buttons and media."""

import re
from dataclasses import replace

from bot.texts.message import Message
from bot.texts.reader import Reader

_TAG = re.compile("<[^>]*>")


def in_words_alone(reader: Reader, message: Message) -> Message:
    """The words, and that something came with them where it did."""
    said = _TAG.sub("", message.text)
    if message.media is not None:
        # L10N: below a message whose voice, photo or file Telegram did not take; the reader can ask for it again.
        said += "\n\n" + reader.say("What came with this could not be passed on. You can ask for it again.")
    return replace(message, text=said, buttons=(), keyboard=None, media=None, foot=False)
