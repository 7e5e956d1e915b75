"""🗞 The chat group of a class's families: what of a notice is posted there, and what never is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.local_time import local
from bot.domain.notifications import Event, Lane, Notification, Told
from bot.domain.school.notice_news import pictures
from bot.domain.school.notices import Level, Notice, NoticeState

DAY_BEGINS, DAY_ENDS = 7, 21  # hours on the school's clock outside which a group makes no sound
_HAN = re.compile(r"[\u3400-\u9fff]+")
_SHORTEST = 2  # signs of a name that is looked for: one alone stands in too many words


@dataclass(frozen=True, slots=True)
class GroupAsked(Event):
    """To who has added the bot to a group: of which class is it?"""

    while_stopped = Told.AT_HOME
    group_id: int


@dataclass(frozen=True, slots=True)
class GroupDeclined(Event):
    """It is of no class."""

    while_stopped = Told.AT_HOME


@dataclass(frozen=True, slots=True)
class GroupShown(Event):
    """The group of a class, or how there is one."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class GroupInherited(Event):
    """To who has a class now: its notices are posted in a group."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class GroupLost(Event):
    """To who teaches the class: the group lets nothing in any more."""

    while_stopped = Told.AT_HOME
    class_id: int


@dataclass(frozen=True, slots=True)
class KeptFromGroup(Event):
    """To who teaches the class: a notice names a child and stays out of the group, or does no more and is there."""

    while_stopped = Told.AT_HOME
    notice_id: int
    class_id: int


@dataclass(frozen=True, slots=True)
class PostedInGroup(Event):
    """One part of a notice as a group reads it; to nobody in particular. `changes`: only where it stands already."""

    while_stopped = Told.AT_HOME
    group_id: int
    notice_id: int
    what: str  # card, text, media
    place: int = 0
    count: int = 1
    changes: bool = False

    @property
    def part(self) -> str:
        """The name of the message in which it stands there."""
        return "card" if self.what == "card" else f"{self.what}:{self.place}"


def is_for_all(notice: Notice) -> bool:
    """Whether a whole class may read it together: what is for chosen pupils, or to be signed, is each family's own."""
    return notice.state == NoticeState.SENT and not notice.chosen and notice.level != Level.SIGN


def posts(notice: Notice, group_id: int, *, changes: bool = False) -> list[PostedInGroup]:
    """What a notice is made of in a group, in the order in which families read it; the card comes last."""
    shown = [
        PostedInGroup(group_id, notice.id, "media", each.place, getattr(each, "count", 1), changes)
        for each in pictures(notice)
    ]
    above = [PostedInGroup(group_id, notice.id, "text", place, changes=changes) for place in range(notice.above)]
    return [*shown, *above, PostedInGroup(group_id, notice.id, "card", changes=changes)]


def names_child(text: str, names: Iterable[str]) -> bool:
    """Whether a text may name one of these children: rather once too often than once too seldom."""
    return any(_stands_in(text, each) for name in names for each in _forms(name))


def _forms(name: str) -> set[str]:
    """A name whole and in its parts; of a Chinese one also without the surname."""
    parts = {name, *name.split()}
    parts |= {each[1:] for each in parts if _HAN.fullmatch(each) and len(each) > _SHORTEST}
    return {each for each in parts if len(each) >= _SHORTEST}


def _stands_in(text: str, name: str) -> bool:
    """As written, for “may” is no May; a word of letters stands alone, perhaps with an ending behind it."""
    if _HAN.search(name):
        return name in text
    return re.search(rf"(?<!\w){re.escape(name)}", text) is not None


def is_quiet(now: datetime, zone: str) -> bool:
    """Whether those who are in a group sleep, or may."""
    return not DAY_BEGINS <= local(now, zone).hour < DAY_ENDS


def card_of(group_id: int) -> str:
    """The message in which somebody is asked about a group."""
    return f"class_group:{group_id}"


def tell_asked(group_id: int, to: int) -> Notification:
    """Privately, and never there."""
    return Notification(to, GroupAsked(group_id), Lane.NOTICE, card_of(group_id), written=True)


def tell_inherited(class_id: int, to: int) -> Notification:
    """It goes on as it was, and they can stop it."""
    return Notification(to, GroupInherited(class_id), Lane.NOTICE, written=True)


def tell_lost(class_id: int, to: Iterable[int]) -> list[Notification]:
    """Once: the tie has ended with it."""
    return [Notification(each, GroupLost(class_id), Lane.NOTICE, written=True) for each in to]


def tell_where(notice_id: int, class_id: int, to: Iterable[int]) -> list[Notification]:
    """Whether it is in the group; once for each notice, however often it is corrected while they sleep."""
    about = KeptFromGroup(notice_id, class_id)
    return [Notification(each, about, Lane.NOTICE, f"not_posted:{notice_id}:{class_id}", written=True) for each in to]
