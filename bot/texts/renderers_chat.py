"""Which text says what concerns the chat itself: its keys, and what a phone lets in."""

from collections.abc import Callable
from typing import Any

from bot.domain import screens as on_screens
from bot.domain.daily import voices as on_voices
from bot.domain.notifications import Event
from bot.texts import home
from bot.texts.daily import voices
from bot.texts.message import Message
from bot.texts.reader import Reader

CHAT: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_screens.KeysBrought: home.keys_brought,
    on_screens.KeysGone: home.keys_gone,
    on_screens.PressNoted: home.press_noted,
    on_voices.VoiceWaits: voices.voice_waits,
    on_voices.VoiceTried: voices.voice_tried,
    on_voices.VoiceKept: voices.voice_kept,
    on_voices.LetterGone: voices.letter_gone,
}
