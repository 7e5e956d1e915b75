"""The groups of classes as rows, and where notices stand in them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.db.tables import class_group, class_post
from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.school.class_groups import is_for_all, names_child
from bot.domain.school.notices import Notice
from bot.queries.school import enrolments, rosters, schools
from bot.queries.school.schools import ClassRoom

_OF_CLASS = select(class_group).where(class_group.c.class_id == bindparam("class_id"))
_OF_CHAT = select(class_group).where(class_group.c.chat == bindparam("where", type_=class_group.c.chat.type))
_GET = select(class_group).where(class_group.c.id == bindparam("key"))
_POST = (
    class_post.c.notice_id == bindparam("notice"),
    class_post.c.group_id == bindparam("group"),
    class_post.c.part == bindparam("what"),
)


@dataclass(frozen=True, slots=True)
class ClassGroup:
    """A group of a class; without a class while somebody is asked of which it is."""

    id: int
    class_id: int | None
    chat: int
    title: str
    posts: bool
    asked_of: int | None


@dataclass(frozen=True, slots=True)
class Post:
    """A message in a group, and since when it stands there."""

    message_id: int
    sent_at: datetime


def get(tx: Tx, group_id: int) -> ClassGroup | None:
    """One group."""
    return _group(tx.first(_GET, {"key": group_id}))


def of_class(tx: Tx, class_id: int) -> ClassGroup | None:
    """The group of a class."""
    return _group(tx.first(_OF_CLASS, {"class_id": class_id}))


def of_chat(tx: Tx, chat: int) -> ClassGroup | None:
    """The group that has this number in Telegram."""
    return _group(tx.first(_OF_CHAT, {"where": chat}))


def ask(tx: Tx, chat: int, title: str, person_id: int) -> int:
    """Somebody is asked of which class it is; its number."""
    return tx.add(class_group, chat=chat, title=title, posts=False, asked_of=person_id, asked_at=tx.now)


def tie(tx: Tx, group_id: int, class_id: int) -> bool:
    """From now on it is this class's; false when it is somebody's already. Any other group is the class's no more."""
    tx.change(delete(class_group).where(class_group.c.class_id == class_id))
    open_ = class_group.c.id == group_id, class_group.c.class_id.is_(None)
    values = {"class_id": class_id, "posts": True, "asked_of": None, "asked_at": None}
    return tx.change(update(class_group).where(*open_).values(**values)) == 1


def let_post(tx: Tx, group_id: int, *, posts: bool) -> None:
    """Whether notices are posted there from now on."""
    tx.change(update(class_group).where(class_group.c.id == group_id).values(posts=posts))


def move(tx: Tx, group_id: int, chat: int) -> None:
    """It has another number; what stood there before cannot be changed any more."""
    tx.change(delete(class_post).where(class_post.c.group_id == group_id))
    tx.change(update(class_group).where(class_group.c.id == group_id).values(chat=chat))


def end(tx: Tx, group_id: int) -> None:
    """It is of no class any more, and nothing is known of it."""
    tx.change(delete(class_group).where(class_group.c.id == group_id))


def offered(tx: Tx, person_id: int) -> list[ClassRoom]:
    """The classes for which somebody may tie a group, their own first."""
    mine = schools.classes_of(tx, person_id)
    led = [each for each in schools.of_person(tx, person_id) if each.lead and each.may(Action.TIE_GROUP)]
    known = {each.id for each in mine}
    return [*mine, *(room for each in led for room in schools.classes_in(tx, each.id) if room.id not in known)]


def may_stand(tx: Tx, notice: Notice, class_id: int) -> bool:
    """Whether the group of a class may read a notice now: it is for all, and names no child."""
    return is_for_all(notice) and not names_child(notice.text, _names(tx, class_id))


def _names(tx: Tx, class_id: int) -> list[str]:
    """All by which children of a class are called: in its list and at home, also of those who have left."""
    listed = [each.line.name for each in rosters.of_class(tx, class_id)]
    return [*listed, *(name for _child, name in enrolments.pupils(tx, class_id))]


def remember(tx: Tx, notice_id: int, group_id: int, part: str, message_id: int) -> None:
    """A part of a notice stands in this message."""
    key = {"notice_id": notice_id, "group_id": group_id, "part": part}
    if tx.add_once(class_post, {**key, "message_id": message_id, "sent_at": tx.now}):
        return
    same = [class_post.c[name] == value for name, value in key.items()]
    tx.change(update(class_post).where(*same).values(message_id=message_id))


def post_of(tx: Tx, notice_id: int, group_id: int, part: str) -> Post | None:
    """Where a part of a notice stands."""
    found = tx.first(select(class_post).where(*_POST), {"notice": notice_id, "group": group_id, "what": part})
    return Post(found.message_id, found.sent_at) if found else None


def forget(tx: Tx, notice_id: int, group_id: int, part: str) -> None:
    """It stands there no more."""
    tx.change(delete(class_post).where(*_POST), {"notice": notice_id, "group": group_id, "what": part})


def with_post(tx: Tx, notice_id: int) -> list[int]:
    """The groups in which a notice stands."""
    mine = select(class_post.c.group_id).where(class_post.c.notice_id == notice_id).distinct()
    return sorted(row.group_id for row in tx.all(mine))


def _group(row: Row[Any] | None) -> ClassGroup | None:
    return ClassGroup(row.id, row.class_id, row.chat, row.title, row.posts, row.asked_of) if row else None
