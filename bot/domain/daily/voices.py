"""Voices that a phone does not let in, for a setting of its owner forbids them; and letters that cannot come at all."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.notifications import Event, Lane, Notification, Told

# Telegram never says that the setting has changed.
TRY_AGAIN = timedelta(hours=1)
# Who knows is not told of the next voice.
KNOWN_FOR = timedelta(days=1)
WAITS = "voices"


@dataclass(frozen=True, slots=True)
class VoiceWaits(Event):
    """Told to whose phone it is: something waits, and how to let it in."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class VoiceTried(Event):
    """They have allowed it, and what waits is tried at once."""

    while_stopped = Told.NOBODY


@dataclass(frozen=True, slots=True)
class VoiceKept(Event):
    """Told to who has spoken: it waits there, and what they can do meanwhile."""

    while_stopped = Told.NOBODY
    child_id: int
    who: int


@dataclass(frozen=True, slots=True)
class LetterGone(Event):
    """What was announced cannot come any more; to who was to read or play it."""

    while_stopped = Told.NOBODY
    letter_id: int


def kept_card(who: int) -> str:
    """The name under which somebody knows of another's phone."""
    return f"voice_kept:{who}"


def tell_waits(who: int) -> list[Notification]:
    """Whose phone it is hears it as they would have heard the voice."""
    return [Notification(who, VoiceWaits(), Lane.ROUTINE, card=WAITS, written=True)]


def tell_kept(author: int, child_id: int, who: int, *, urgent: bool) -> list[Notification]:
    """Of an illness at once: whoever relies on having been heard has not been."""
    lane = Lane.URGENT if urgent else Lane.ROUTINE
    return [Notification(author, VoiceKept(child_id, who), lane, card=kept_card(who), written=True)]


def tell_gone(letter_id: int, reader: int) -> list[Notification]:
    """Who waits for it does so no longer."""
    return [Notification(reader, LetterGone(letter_id), Lane.ROUTINE, card=f"gone:{letter_id}")]
