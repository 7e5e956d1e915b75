"""Which text says what is about the chat group of a class, and what stands there."""

from collections.abc import Callable
from typing import Any

from bot.domain.notifications import Event
from bot.domain.school import class_groups as on_groups
from bot.texts.message import Message
from bot.texts.reader import Reader
from bot.texts.school import class_groups

GROUPS: dict[type[Event], Callable[[Reader, Any], Message | None]] = {
    on_groups.GroupAsked: class_groups.group_asked,
    on_groups.GroupDeclined: class_groups.group_declined,
    on_groups.GroupShown: class_groups.group_shown,
    on_groups.GroupInherited: class_groups.group_inherited,
    on_groups.GroupLost: class_groups.group_lost,
    on_groups.KeptFromGroup: class_groups.kept_from_group,
    on_groups.PostedInGroup: class_groups.posted_in_group,
}
