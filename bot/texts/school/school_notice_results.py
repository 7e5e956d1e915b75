"""👁 of a notice to a whole school: by class for who leads it; for a class's teacher their own class, by household."""

from bot.domain import emoji
from bot.domain.school.notices import ConfirmationsShown
from bot.queries.school import notices, school_notices, schools
from bot.texts.message import Message, button, column
from bot.texts.reader import Reader
from bot.texts.school import notice_results
from bot.texts.school.notice_withdrawing import take_back
from bot.texts.school.notice_writing import rooms_of
from bot.texts.school.pupils import pupils_of
from bot.texts.school.school_notices import seen_button
from bot.texts.school.schools import class_name


def confirmations_shown(reader: Reader, about: ConfirmationsShown) -> Message | None:
    """Of every other notice by household."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.school_id is None:
        return notice_results.confirmations_shown(reader, about)
    of = school_notices.by_class(reader.tx, notice.id)
    done = {each.child_id: each.counts_as_done(notice) for each in notices.households(reader.tx, notice.id)}
    if notice.author_id != reader.person.id:
        own = {each.id: of[each.id] for each in schools.classes_of(reader.tx, reader.person.id) if each.id in of}
        lines = [line for room, children in own.items() for line in _of_class(reader, room, children, done)]
        return Message(f"{emoji.WHO} " + "\n".join(lines)) if lines else None
    known = {room: [done[child] for child in children if child in done] for room, children in of.items()}
    counts = [_counted(reader, room, each) for room, each in known.items()]
    # L10N: a button of a teacher: correct a notice that was sent.
    correct = button(f"{emoji.CHANGE} " + reader.label("Correct"), "notice_change", notice.id)
    said = [*counts, *notice_results.reminded(reader, notice)] if notice.wants_something else []
    text = "\n".join([f"{emoji.WHO} {rooms_of(reader, notice)}", *said])
    again = [seen_button(reader, notice)] if notice.wants_something else []
    silent = not all(each for room in known.values() for each in room)
    if silent and notice.may_remind(reader.tx.now) and not school_notices.is_going(reader.tx, notice.id):
        again.append(notice_results.remind_button(reader, notice))
    return Message(text, column(*again, correct, take_back(reader, notice)))


def _counted(reader: Reader, class_id: int, done: list[bool]) -> str:
    names = {"room": class_name(reader, class_id), "done": sum(done), "count": len(done)}
    # L10N: to a teacher or a lead: of {count} households of the class {room}, {done} have confirmed a notice.
    return reader.say("{room}: {done} of {count}", **names)


def _of_class(reader: Reader, class_id: int, children: set[int], done: dict[int, bool]) -> list[str]:
    known = {child: done[child] for child in children if child in done}
    lines = [_counted(reader, class_id, [*known.values()])]
    silent = [name for child, name in pupils_of(reader, class_id) if known.get(child) is False]
    if silent:
        # L10N: to a teacher: children whose household has not confirmed yet; {names} is a list.
        lines.append(reader.say("Still open: {names}.", names=reader.enumerated(silent)))
    return lines
