"""Which text says what concerns whoever leads a school: what was handed on to them, and the number of its office."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.school import handing_on as on_handing
from bot.domain.school import school_numbers as on_numbers
from bot.texts.message import Message
from bot.texts.reader import Reader
from bot.texts.school import handing_on, school_numbers

LEAD: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_handing.TalkHandedOn: handing_on.talk_handed_on,
    on_handing.HandingShown: handing_on.handing_shown,
    on_handing.NobodyToHandTo: handing_on.nobody_to_hand_to,
    on_handing.TalkWith: handing_on.talk_with,
    on_numbers.SchoolNumberShown: school_numbers.school_number_shown,
    on_numbers.SchoolNumberAsked: school_numbers.school_number_asked,
}
