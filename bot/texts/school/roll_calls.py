"""The roll call as the teacher sees it: every child while it is open, what was asked when it is done."""

from collections.abc import Collection
from datetime import date

from bot.domain import emoji
from bot.domain.school import roll_calls as about_
from bot.domain.school.roll_calls import RollCall
from bot.domain.school.school_words import Word, WordAnswer, WordKind
from bot.queries.school import absences, roll_calls, school_words
from bot.texts.buttons import more
from bot.texts.message import Message, button, grid
from bot.texts.reader import Reader
from bot.texts.school.absence_reasons import reasons_of
from bot.texts.school.pupils import next_page, page_of, pupils_of
from bot.texts.school.schools import class_name

_FOUND = "found"


def roll_call_shown(reader: Reader, about: about_.RollCallShown) -> Message | None:
    """One card, edited in place."""
    roll = roll_calls.get(reader.tx, about.roll_id)
    if roll is None:
        return None
    return _open(reader, roll, about.page) if about.is_open and not roll.done else _done(reader, roll)


def _open(reader: Reader, roll: RollCall, page: int) -> Message:
    pupils = pupils_of(reader, roll.class_id)
    late = _hours_of(reader, roll, WordKind.LATE)
    absent = [name for child, name in pupils if child in roll.absent and child not in late]
    # L10N: the roll call of a class; {room} is the class, {day} such as “Tue, May 3”. Buttons with names follow.
    lines = [
        f"{emoji.ROLL} "
        + reader.say(
            "Class {room}, {day}. Tap who is not here.",
            room=class_name(reader, roll.class_id),
            day=reader.day(date.fromisoformat(roll.day)),
        )
    ]
    if absent:
        # L10N: in a roll call: the children who are not in class; {names} is a list.
        lines.append(reader.say("Not here: {names}.", names=reader.listed(absent)))
    lines += _hours_lines(reader, roll, dict(pupils))
    signs = {**dict.fromkeys(roll.absent, emoji.NO), **dict.fromkeys(late, emoji.COMES_LATER)}
    taps = [
        button(f"{signs.get(child, '')} {name}".strip(), "roll_tap", roll.id, child, page)
        for child, name in page_of(pupils, page)
    ]
    following = next_page(page, len(pupils))
    further = () if following is None else ((more(reader, "roll_page", roll.id, following),),)
    # L10N: a button: the roll call is done, and the families of those who are not here are asked.
    done = button(f"{emoji.YES} " + reader.label("Done"), "roll_done", roll.id)
    return Message("\n".join(lines), (*grid(taps, 2), *further, (done,)))


def _done(reader: Reader, roll: RollCall) -> Message:
    names = dict(pupils_of(reader, roll.class_id))
    words = [each for each in absences.of_day(reader.tx, roll.class_id, roll.day) if each.child_id in names]
    # L10N: the roll call of a class; {room} is the class, {day} such as “Tue, May 3”.
    first = reader.say(
        "Class {room}, {day}.", room=class_name(reader, roll.class_id), day=reader.day(date.fromisoformat(roll.day))
    )
    lines = [f"{emoji.ROLL} {first}"]
    if not words and not _hours_of(reader, roll, WordKind.LATE):
        # L10N: in a roll call.
        lines.append(reader.say("Everybody is here."))
    late = _hours_of(reader, roll, WordKind.LATE)
    for answer in ("", WordAnswer.KNOWN, _FOUND, WordAnswer.UNKNOWN):
        said = {each.child_id for each in words if _said(each) == answer}
        said -= late if answer == WordAnswer.KNOWN else set()
        listed = [name for child, name in names.items() if child in said]
        if listed:
            lines.append(_line(reader, answer, reader.listed(listed)))
        if answer == WordAnswer.KNOWN:
            lines += reasons_of(reader, words, names)
    lines += _hours_lines(reader, roll, names, without={each.child_id for each in words if _is_asked(each)})
    # L10N: a button of a teacher: open the roll call of today again.
    again = button(f"{emoji.ROLL} " + reader.label("Correct"), "roll", roll.class_id)
    back = [
        button(f"{emoji.UNDO} {names[each.child_id]}", "roll_back", roll.id, each.child_id)
        for each in words
        if not each.is_from_home and each.can_undo(reader.tx.now)
    ]
    ask = [
        button(f"{emoji.REMIND} {names[child]}", "roll_late", roll.id, child)
        for child in names
        if child in late and child not in {each.child_id for each in words} and _is_today(reader, roll)
    ]
    if ask:
        # L10N: in a roll call: below it stand names with 🔔 of children who come later, as their homes have said.
        lines.append(reader.say("Still not here? Tap 🔔, and home is asked."))
    if back:
        # L10N: in a roll call: below it stand names with ↩️, each of which takes one child back.
        lines.append(reader.say("Is a child here after all? Tap ↩️."))
    return Message("\n".join(lines), (*grid(ask, 2), *grid(back, 2), (again,)))


def _said(word: Word) -> str:
    """What has been answered of this child, or that somebody of the school has found out."""
    return _FOUND if word.answer == WordAnswer.KNOWN and word.answered_by in word.staff else word.answer or ""


def _is_asked(word: Word) -> bool:
    """Whether where this child is, is a question after all."""
    return word.answer != WordAnswer.KNOWN


def _is_today(reader: Reader, roll: RollCall) -> bool:
    return roll.day == school_words.today(reader.tx, roll.class_id, reader.person)


def _hours_of(reader: Reader, roll: RollCall, what: WordKind) -> set[int]:
    """The children of whom home has said this."""
    return {each.child_id for each in absences.of_day(reader.tx, roll.class_id, roll.day, what)}


def _hours_lines(reader: Reader, roll: RollCall, names: dict[int, str], *, without: Collection[int] = ()) -> list[str]:
    """Who comes later, without those who are asked for, and who is picked up early, as home has said."""
    lines = []
    for what in (WordKind.LATE, WordKind.EARLY):
        found = _hours_of(reader, roll, what)
        found -= set(without) if what == WordKind.LATE else set()
        listed = [name for child, name in names.items() if child in found]
        lines += [_hours_line(reader, what, reader.listed(listed))] if listed else []
    return lines


def _hours_line(reader: Reader, what: WordKind, names: str) -> str:
    if what == WordKind.LATE:
        # L10N: in a roll call; {names} are the children who come later, as their homes have said.
        return f"{emoji.COMES_LATER} " + reader.say("Comes later, says home: {names}", names=names)
    # L10N: in a roll call; {names} are the children who are picked up before school is over.
    return f"{emoji.PICKED_UP} " + reader.say("Picked up early, says home: {names}", names=names)


def _line(reader: Reader, answer: str, names: str) -> str:
    if answer == WordAnswer.KNOWN:
        # L10N: in a roll call; {names} are the children whose families know where they are.
        return f"{emoji.YES} " + reader.say("The family knows: {names}", names=names)
    if answer == _FOUND:
        # L10N: in a roll call; {names} are the children of whom somebody of the school has found out where they are.
        return f"{emoji.YES} " + reader.say("The school knows: {names}", names=names)
    if answer == WordAnswer.UNKNOWN:
        # L10N: in a roll call; {names} are the children of whom nobody at home knows where they are.
        return f"{emoji.NO} " + reader.say("Please phone now: {names}", names=names)
    # L10N: in a roll call; {names} are the children whose families are asked.
    return reader.say("Asked: {names}", names=names)
