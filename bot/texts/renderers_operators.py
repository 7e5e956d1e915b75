"""Which text says what concerns operators."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.operators import operators as on_operators
from bot.domain.operators import pages as on_pages
from bot.texts.message import Message
from bot.texts.operators import operators, pages, status
from bot.texts.reader import Reader

OPERATORS: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_operators.OperatorShown: operators.operator_shown,
    on_operators.OperatorEnded: operators.operator_ended,
    on_operators.StatusShown: status.status_shown,
    on_pages.PageOpened: pages.page_opened,
    on_pages.PageMoved: pages.page_moved,
    on_pages.PageOver: pages.page_over,
}
