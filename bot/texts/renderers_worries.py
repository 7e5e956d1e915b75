"""What is said between a teacher who is worried about a child and the one person of the school who reads it."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.school import worries as on_worries
from bot.texts.message import Message
from bot.texts.reader import Reader
from bot.texts.school import worries

Say = Callable[[Reader, Any], Message | None]

WORRIES: dict[type[Event], Say] = {
    on_worries.WorryAsked: worries.worry_asked,
    on_worries.WorryReceipt: worries.worry_receipt,
    on_worries.WorryPassedOn: worries.worry_passed_on,
    on_worries.WorryLost: worries.worry_lost,
    on_worries.WorriesExhausted: worries.worries_exhausted,
    on_worries.WorryReaderAsked: worries.worry_reader_asked,
    on_worries.WorryReaderNamed: worries.worry_reader_named,
}
