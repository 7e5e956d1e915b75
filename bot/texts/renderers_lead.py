"""Which text says what was handed on to whoever leads a school."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.school import handing_on as on_handing
from bot.texts.message import Message
from bot.texts.reader import Reader
from bot.texts.school import handing_on

LEAD: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_handing.TalkHandedOn: handing_on.talk_handed_on,
    on_handing.HandingShown: handing_on.handing_shown,
    on_handing.NobodyToHandTo: handing_on.nobody_to_hand_to,
    on_handing.TalkWith: handing_on.talk_with,
}
