"""🗞 A class's group: tied by its teacher's tap, told what the whole class may read, and never listened to."""

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.delivery.payloads import Payload
from bot.domain.circle.roles import Action
from bot.domain.notifications import Lane, dump
from bot.domain.people import Person
from bot.domain.school import class_groups as about_
from bot.domain.school.class_groups import PostedInGroup, is_for_all
from bot.domain.school.notices import Notice
from bot.queries.circle import people
from bot.queries.school import class_groups, notices, school_notices, schools
from bot.queries.school.class_groups import ClassGroup
from bot.queries.school.schools import ClassRoom
from bot.services.notifications import notify


def let_in(tx: Tx, chat: int, title: str, by: int) -> None:
    """Somebody has added the bot to a group. Whoever may tie it to a class is asked, privately; nobody else is told."""
    person = people.by_telegram(tx, by)
    known = class_groups.of_chat(tx, chat)
    if person is None or (known and known.class_id) or not class_groups.offered(tx, person.id):
        return
    if known:
        class_groups.end(tx, known.id)
    notify(tx, [about_.tell_asked(class_groups.ask(tx, chat, title, person.id), person.id)])


def shut_out(tx: Tx, chat: int) -> None:
    """The group has put the bot out or lets it write no more: its teachers read it once, and the tie ends."""
    found = class_groups.of_chat(tx, chat)
    if found is None:
        return
    room = schools.running(tx, found.class_id) if found.class_id else None
    class_groups.end(tx, found.id)
    if room is not None:
        notify(tx, about_.tell_lost(room.id, _teachers(tx, room)))


def moved(tx: Tx, old: int, new: int) -> None:
    """The group has become a supergroup: it stays the class's, and what waits for it goes there."""
    outbox.move(tx, old, new)
    found, other = class_groups.of_chat(tx, old), class_groups.of_chat(tx, new)
    if found is None:
        return
    if other:
        class_groups.end(tx, other.id)
    class_groups.move(tx, found.id, new)


def may_tie(tx: Tx, me: Person, class_id: int) -> ClassRoom | None:
    """A class for who teaches it, alone or beside another, or leads its school."""
    return schools.my_class(tx, class_id, me.id) or schools.led_class(tx, class_id, me.id, Action.TIE_GROUP)


def inherit(tx: Tx, class_id: int, to: int) -> None:
    """Who has a class now reads that its notices are posted in a group."""
    found = class_groups.of_class(tx, class_id)
    if found and found.posts:
        notify(tx, [about_.tell_inherited(class_id, to)])


def end(tx: Tx, class_id: int) -> None:
    """The class has ended, and with it the tie; the group hears nothing of it."""
    found = class_groups.of_class(tx, class_id)
    if found:
        class_groups.end(tx, found.id)


def post(tx: Tx, notice: Notice, class_id: int) -> None:
    """A notice that has gone out to a class stands in its group as well, if it is for all to read."""
    found = class_groups.of_class(tx, class_id)
    if found is None or not found.posts or not is_for_all(notice):
        return
    if _kept_from(tx, notice, class_id):
        return
    for each in about_.posts(notice, found.id):
        _put(tx, found, each)


def change(tx: Tx, notice: Notice) -> None:
    """It was corrected or taken back: so it reads in the groups as well."""
    for group_id in class_groups.with_post(tx, notice.id):
        found = class_groups.get(tx, group_id)
        if found is None or found.class_id is None:
            continue
        for each in about_.posts(notice, group_id, changes=True):
            _put(tx, found, each)


def decide_anew(tx: Tx, before: Notice, notice: Notice) -> None:
    """Its words have changed: only those of today say whether it may stand in the group of each of its classes."""
    if not is_for_all(notice):
        return
    standing, waiting = class_groups.with_post(tx, notice.id), school_notices.not_yet_at(tx, notice)
    for class_id in notices.classes(tx, notice.id):
        group = class_groups.of_class(tx, class_id)
        if group is None or class_id in waiting or not (group.posts or group.id in standing):
            continue
        if _kept_from(tx, notice, class_id) or class_groups.may_stand(tx, before, class_id):
            continue
        if group.id not in standing:
            for each in about_.posts(notice, group.id):
                _put(tx, group, each)
        _tell_where(tx, notice, class_id)


def arrived(tx: Tx, about: PostedInGroup, messages: list[int]) -> None:
    """What became messages in a group; an album is several."""
    for place, message_id in enumerate(messages):
        part = f"{about.part}+{place}" if place else about.part
        class_groups.remember(tx, about.notice_id, about.group_id, part, message_id)


def gone(tx: Tx, about: PostedInGroup) -> None:
    """It was taken out, or somebody has deleted it there: nothing is left to change."""
    for place in range(about.count):
        class_groups.forget(tx, about.notice_id, about.group_id, f"{about.part}+{place}" if place else about.part)


def _kept_from(tx: Tx, notice: Notice, class_id: int) -> bool:
    room = schools.class_room_of(tx, class_id)
    if room is None or class_groups.may_stand(tx, notice, class_id):
        return room is None
    _tell_where(tx, notice, class_id)
    return True


def _tell_where(tx: Tx, notice: Notice, class_id: int) -> None:
    if room := schools.class_room_of(tx, class_id):
        notify(tx, about_.tell_where(notice.id, class_id, _teachers(tx, room)))


def _put(tx: Tx, group: ClassGroup, about: PostedInGroup) -> None:
    payload: Payload = {"events": [dump(about)]}
    card = f"posted:{group.id}:{about.notice_id}:{about.part}"
    outbox.put(tx, payload, lane=Lane.NOTICE, chat=group.chat, card=card, retry_if_unknown=True)


def _teachers(tx: Tx, room: ClassRoom) -> list[int]:
    return [room.teacher_id, *schools.seconds(tx, room.id)]
