"""Where words go that were asked for, answer a message, or follow what was just said; whose they cannot be is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.db.transaction import Tx
from bot.delivery import cards, endings
from bot.domain.circle.roles import Action
from bot.domain.daily.talks import goes_on
from bot.domain.limits import TALKS_A_DAY, LimitReached
from bot.domain.people import Person
from bot.domain.school.school_talks import (
    KINDS,
    STATE,
    Talk,
    TalkAskedFor,
    TalkClosed,
    TalkKept,
    TalkReceipt,
    Thread,
    follows,
    is_cut,
    receipt_of,
)
from bot.domain.school.unsent_talks import Desk, Unsent, UnsentState
from bot.queries.circle import circles, people
from bot.queries.school import notices, school_talks, school_words, talk_readers
from bot.queries.school import unsent_talks as unsent_rows
from bot.services.notifications import reply
from bot.services.school import school_talks as talks
from bot.services.school import unsent_talks

_CARDS = ("talk:", "my_talk:", "notice:", "reminder:", "corrected:", "word:", "handed:", "talk_with:")


@dataclass(frozen=True, slots=True)
class Direction:
    """A class and a child in it, or several of which one is meant; for a teacher the thread that is answered."""

    desks: tuple[Desk, ...]
    thread: Thread | None = None

    @property
    def class_id(self) -> int:
        """The class, where one child is meant."""
        return self.desks[0][0]

    @property
    def child_id(self) -> int:
        """The child, where one is meant."""
        return self.desks[0][1]


_NOWHERE = Direction(((0, 0),))  # it is not known yet


def answers(tx: Tx, me: Person, message_id: int) -> Direction | None:
    """What a reply to one of this person's messages is for, where a school has spoken in it."""
    if not message_id:
        return None
    for begins in _CARDS:
        for name in cards.in_message(tx, me.id, message_id, begins):
            if found := _named(tx, me, begins, int(name.split(":")[1])):
                return found
    said = endings.said_in(tx, me.id, message_id)
    for each in reversed(said["events"] if said and "events" in said else []):
        names = {"talk_id": "talk:", "notice_id": "notice:", "word_id": "word:", "thread_id": "handed:"}
        for name, begins in names.items():
            if name in each and (found := _named(tx, me, begins, each[name])):
                return found
    return None


def _named(tx: Tx, me: Person, begins: str, number: int) -> Direction | None:
    if begins in {"talk:", "my_talk:"}:
        talk = school_talks.get(tx, number)
        return Direction(((talk[1].class_id, talk[1].child_id),), talk[1]) if talk else None
    if begins in {"handed:", "talk_with:"}:
        thread = school_talks.thread(tx, number)
        return Direction(((thread.class_id, thread.child_id),), thread) if thread else None
    if begins == "word:":
        word = school_words.get(tx, number)
        mine = word and circles.membership(tx, word.child_id, me.id, Action.WRITE_TO_SCHOOL)
        return Direction(((word.class_id, word.child_id),)) if word and mine else None
    notice = notices.get(tx, number)
    read = [child for child, person, _done in notices.readers(tx, number) if person == me.id] if notice else []
    if notice is None or not read:
        return None
    classes = notices.classes(tx, number)
    here = [(room, each) for each in read for room in classes if talk_readers.room_of(tx, room, each)]
    return Direction(tuple(here) or tuple((notice.class_id, each) for each in read))


def take(tx: Tx, me: Person, part: dict[str, Any], reply_to: int) -> bool:
    """Whether these words were for a school, or from one: they are on their way, or their sender knows why not."""
    if found := answers(tx, me, reply_to):
        if not _is_rest(tx, me, part, found) or not _goes_on(tx, me, part):
            _send(tx, me, found, part)
        return True
    asked = people.dialogue_of(tx, me.id)
    if asked and asked[0] == STATE and not goes_on(datetime.fromisoformat(asked[1]["at"]), tx.now):
        people.end_dialogue(tx, me.id)  # whoever writes so much later means somebody else
        return False
    if asked and asked[0] == STATE:
        data = asked[1]
        if "unsent" in data:
            return _joins(tx, me, data["unsent"], part)
        thread = school_talks.thread(tx, data["thread"]) if data.get("thread") else None
        if part["kind"] not in KINDS:
            reply(tx, me, TalkAskedFor(data["class"], data["child"], again=True))
            return True
        people.end_dialogue(tx, me.id)
        _send(tx, me, Direction(((data["class"], data["child"]),), thread), part)
        return True
    return asked is None and _goes_on(tx, me, part)


def _joins(tx: Tx, me: Person, unsent_id: int, part: dict[str, Any]) -> bool:
    """What follows before anybody has said which child it is about."""
    if not _travels(tx, me, _NOWHERE, part) or unsent_talks.go_on(tx, me, unsent_id, part):
        return True
    people.end_dialogue(tx, me.id)
    return _goes_on(tx, me, part)


def _is_rest(tx: Tx, me: Person, part: Mapping[str, Any], to: Direction) -> bool:
    """Whether it is the rest of words that Telegram has cut: some phones make each part a reply to the same."""
    before = school_talks.newest_of(tx, me.id)
    thread = school_talks.thread(tx, before.thread_id) if before and is_cut(before, part["kind"]) else None
    return thread is not None and (thread.class_id, thread.child_id) in to.desks


def _goes_on(tx: Tx, me: Person, part: dict[str, Any]) -> bool:
    before = school_talks.newest_of(tx, me.id)
    if before is None or part["kind"] not in KINDS or not follows(before, part["kind"], part["album"], tx.now):
        return False
    thread = school_talks.thread(tx, before.thread_id)
    if thread is None:
        return False
    if is_cut(before, part["kind"]):
        part = {**part, "album": school_talks.tie(tx, before)}
    to_all = before.from_school and len(school_talks.twins(tx, before)) > 1  # what begins on every line goes on there
    to = Direction(((thread.class_id, thread.child_id),), None if to_all else thread)
    _send(tx, me, to, part, quietly=bool(part["album"]))
    return True


def ask(tx: Tx, me: Person, class_id: int, child_id: int, thread: Thread | None = None) -> None:
    """What this person sends next goes there."""
    data = {"class": class_id, "child": child_id, "at": tx.now.isoformat()}
    people.set_dialogue(tx, me.id, STATE, {**data, "thread": thread.id} if thread else data)
    reply(tx, me, TalkAskedFor(class_id, child_id))


def choose(tx: Tx, me: Person, found: Unsent, desk: Desk, message_id: int | None) -> bool:
    """Which child it is about; what was written goes on its way. False where nothing may be written about that one."""
    to = talk_readers.may_write(tx, *desk, me.id) if desk in found.desks else None
    if to is None:
        return False
    if not _may_go(tx, me, Direction((desk,)), found.parts):
        return True
    if not unsent_rows.close(tx, found.id, UnsentState.SENT):
        return False
    unsent_talks.leave(tx, me, found.id, message_id)
    first = _as_one(tx, found.parts, lambda part: talks.say(tx, me, *to, part))
    assert first is not None
    unsent_rows.became(tx, found.id, first.id)
    reply(tx, me, TalkReceipt(first.id), edit=message_id, card=receipt_of(first.id))
    return True


def answer_with(tx: Tx, me: Person, thread: Thread, parts: list[dict[str, Any]], message_id: int | None) -> bool:
    """What a teacher had written before they said that it is for this family; false where nothing was sent."""
    to = Direction(((thread.class_id, thread.child_id),), thread)
    if not _may_go(tx, me, to, parts):
        return False
    first = _as_one(tx, parts, lambda part: talks.answer(tx, me, thread, part))
    if first is None:
        reply(tx, me, TalkClosed(to.class_id, to.child_id))
        return False
    reply(tx, me, TalkReceipt(first.id), edit=message_id, card=receipt_of(first.id))
    return True


def _as_one(tx: Tx, parts: Sequence[Mapping[str, Any]], send: Callable[[dict[str, Any]], Talk | None]) -> Talk | None:
    """The first of what was written part by part, all of which has one receipt; none where it goes to nobody."""
    first, *rest = parts
    said = send(dict(first))
    if said is not None and rest:
        album = school_talks.tie(tx, said)
        for each in rest:
            send({**each, "album": album})
    return said


def _may_go(tx: Tx, me: Person, to: Direction, parts: Sequence[Mapping[str, Any]]) -> bool:
    """Whether all of it may be passed on, and today; its sender is told why not."""
    if not all(_travels(tx, me, to, each) for each in parts):
        return False
    if school_talks.said_today(tx, me.id) + len(parts) <= TALKS_A_DAY:
        return True
    reply(tx, me, LimitReached("talks"))
    return False


def _travels(tx: Tx, me: Person, to: Direction, part: Mapping[str, Any]) -> bool:
    """Whether this may be passed on; its sender is told why not."""
    if part["kind"] not in KINDS:
        reply(tx, me, TalkAskedFor(to.class_id, to.child_id, again=True))
    elif part["kind"] != "text" and not me.voice:
        reply(tx, me, TalkKept())
    else:
        return True
    return False


def _send(tx: Tx, me: Person, to: Direction, part: dict[str, Any], *, quietly: bool = False) -> None:
    if not _may_go(tx, me, to, [part]):
        return
    if len(to.desks) > 1:
        meant = tuple(each for each in to.desks if talk_readers.may_write(tx, *each, me.id))
        if len(meant) > 1:
            unsent_talks.keep(tx, me, meant, part)
            return
        to = Direction(meant or to.desks[:1])
    talk = _from_school(tx, me, to, part) or _from_family(tx, me, to, part)
    if talk is None:
        reply(tx, me, TalkClosed(to.class_id, to.child_id))
    elif not quietly:
        reply(tx, me, TalkReceipt(talk.id), card=receipt_of(talk.id))


def _from_school(tx: Tx, me: Person, to: Direction, part: dict[str, Any]) -> Talk | None:
    circle = circles.get(tx, to.child_id)
    if to.thread is not None and talk_readers.for_school(tx, to.thread, me.id):
        return talks.answer(tx, me, to.thread, part)
    room = talk_readers.room_of(tx, to.class_id, to.child_id)
    if circle is None or room is None or circle.child.sharing_stopped or to.thread is not None:
        return None
    return talks.begin(tx, me, circle, room.id, part) if me.id in talk_readers.staff(tx, room, circle) else None


def _from_family(tx: Tx, me: Person, to: Direction, part: dict[str, Any]) -> Talk | None:
    found = talk_readers.may_write(tx, to.class_id, to.child_id, me.id)
    return talks.say(tx, me, *found, part) if found else None
