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
from bot.texts.school.two_families import Entry, each_once, of_families_that_know

_FOUND = "found"


def roll_call_shown(reader: Reader, about: about_.RollCallShown) -> Message | None:
    """One card, edited in place."""
    roll = roll_calls.get(reader.tx, about.roll_id)
    if roll is None:
        return None
    return _open(reader, roll, about.page) if about.is_open and not roll.done else _done(reader, roll)


def roll_call_here_asked(reader: Reader, about: about_.RollCallHereAsked) -> Message | None:
    """Without a word of why; of an open roll call nothing is told before ✅ Done."""
    roll = roll_calls.get(reader.tx, about.roll_id)
    if roll is None:
        return None
    entries = each_once(reader, roll.class_id, pupils_of(reader, roll.class_id))
    child = next((each.name for each in entries if about.child_id in each.children), None)
    if child is None or roll.done != about.done:
        return roll_call_shown(reader, about_.RollCallShown(roll.id, about.page))
    # L10N: to a teacher who has tapped, in a roll call, a child that stood there as not in class, perhaps by a slip.
    text = reader.say("{child}'s family believes that {child} is at home today. Is {child} in class?", child=child)
    # L10N: a button of a teacher, below the question whether a child is in class after all.
    yes, here = f"{emoji.YES} " + reader.label("In class"), (roll.id, about.child_id)
    # L10N: a button of a teacher, below the question whether a child is in class after all.
    no = f"{emoji.NO} " + reader.label("Not here")
    if about.done:
        buttons = button(yes, "roll_back_yes", *here), button(no, "roll_back_no", roll.id)
    else:
        buttons = button(yes, "roll_here", *here, about.page), button(no, "roll_page", roll.id, about.page)
    return Message(f"{emoji.ROLL} {text}", (buttons,))


def _open(reader: Reader, roll: RollCall, page: int) -> Message:
    pupils = pupils_of(reader, roll.class_id)
    entries = each_once(reader, roll.class_id, pupils)
    late, absent = _hours_of(reader, roll, WordKind.LATE), set(roll.absent)
    named = [each.name for each in entries if each.is_among(absent) and not each.is_among(late)]
    # L10N: the roll call of a class; {room} is the class, {day} such as “Tue, May 3”. Buttons with names follow.
    lines = [
        f"{emoji.ROLL} "
        + reader.say(
            "Class {room}, {day}. Tap who is not here.",
            room=class_name(reader, roll.class_id),
            day=reader.day(date.fromisoformat(roll.day)),
        )
    ]
    if named:
        # L10N: in a roll call: the children who are not in class; {names} is a list.
        lines.append(reader.say("Not here: {names}.", names=reader.enumerated(named)))
    lines += _hours_lines(reader, roll, dict(pupils))
    taps = [
        button(f"{_sign(each, absent, late)} {each.name}".strip(), "roll_tap", roll.id, each.child, page)
        for each in page_of(entries, page)
    ]
    following = next_page(page, len(entries))
    further = () if following is None else ((more(reader, "roll_page", roll.id, following),),)
    # L10N: a button: the roll call is done, and the families of those who are not here are asked.
    done = button(f"{emoji.YES} " + reader.label("Done"), "roll_done", roll.id)
    return Message("\n".join(lines), (*grid(taps, 2), *further, (done,)))


def _sign(entry: Entry, absent: set[int], late: set[int]) -> str:
    if entry.is_among(late):
        return emoji.COMES_LATER
    return emoji.NO if entry.is_among(absent) else ""


def _done(reader: Reader, roll: RollCall) -> Message:
    pupils = pupils_of(reader, roll.class_id)
    names, entries = dict(pupils), each_once(reader, roll.class_id, pupils)
    words = [each for each in absences.of_day(reader.tx, roll.class_id, roll.day) if each.child_id in names]
    # L10N: the roll call of a class; {room} is the class, {day} such as “Tue, May 3”.
    first = reader.say(
        "Class {room}, {day}.", room=class_name(reader, roll.class_id), day=reader.day(date.fromisoformat(roll.day))
    )
    lines = [f"{emoji.ROLL} {first}"]
    late = _hours_of(reader, roll, WordKind.LATE)
    if not words and not late:
        # L10N: in a roll call.
        lines.append(reader.say("Everybody is here."))
    said = [(each, each.of(words)) for each in entries]
    answers = {each: _said(reader, each, theirs) for each, theirs in said if theirs}
    for answer in ("", WordAnswer.KNOWN, _FOUND, WordAnswer.UNKNOWN):
        listed = [
            _named(reader, each, words, names)
            for each, its in answers.items()
            if its == answer and not (answer == WordAnswer.KNOWN and each.is_among(late))
        ]
        if listed:
            lines.append(_line(reader, answer, reader.enumerated(listed)))
        if answer == WordAnswer.KNOWN:
            lines += reasons_of(reader, words, names)
    asked = {child for each, its in answers.items() if its not in {WordAnswer.KNOWN, _FOUND} for child in each.children}
    lines += _hours_lines(reader, roll, names, without=asked)
    # L10N: a button of a teacher: open the roll call of today again.
    again = button(f"{emoji.ROLL} " + reader.label("Correct"), "roll", roll.class_id)
    back = [
        button(f"{emoji.UNDO} {each.name}", "roll_back", roll.id, each.child)
        for each, theirs in said
        if theirs and all(about_.can_take_back(word, reader.tx.now) for word in theirs)
    ]
    ask = [
        button(f"{emoji.REMIND} {each.name}", "roll_late", roll.id, each.child)
        for each, theirs in said
        if each.is_among(late) and not theirs and _is_today(reader, roll)
    ]
    if ask:
        # L10N: in a roll call: below it stand names with 🔔 of children who come later, as their homes have said.
        lines.append(reader.say("Still not here? Tap 🔔, and home is asked."))
    if back:
        # L10N: in a roll call: below it stand names with ↩️, each of which takes one child back.
        lines.append(reader.say("Is a child here after all? Tap ↩️."))
    return Message("\n".join(lines), (*grid(ask, 2), *grid(back, 2), (again,)))


def _said(reader: Reader, entry: Entry, words: Collection[Word]) -> str:
    """What has been answered of this child by any of its families, or that somebody of the school has found out."""
    answers = {each.answer for each in words}
    if WordAnswer.KNOWN in answers:
        staff = {person for each in words for person in each.staff}
        found = not of_families_that_know(reader, words) and any(each.answered_by in staff for each in words)
        return _FOUND if found else WordAnswer.KNOWN
    return WordAnswer.UNKNOWN if WordAnswer.UNKNOWN in answers else ""


def _named(reader: Reader, entry: Entry, words: Collection[Word], names: dict[int, str]) -> str:
    """The child, and of two families the one that knows where it is."""
    know = of_families_that_know(reader, entry.of(words)) if len(entry.children) > 1 else []
    return names[know[0].child_id] if len(know) == 1 else entry.name


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
        lines += [_hours_line(reader, what, reader.enumerated(listed))] if listed else []
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
