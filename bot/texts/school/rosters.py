"""The school's own list of a class, as its teacher reads it."""

from html import escape

from bot.domain import emoji
from bot.domain.school import rosters as about_
from bot.domain.school.rosters import Line, Pupil, Wrong
from bot.queries.circle import people, unfinished
from bot.queries.school import rosters
from bot.texts.buttons import do, do_not, more, undo
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.pupils import PAGE, next_page, order_of, pupil_name, pupils_of
from bot.texts.school.roster_files import otherwise
from bot.texts.school.schools import class_name

_TIES = 8  # children without a line on one card; more come as these are tied
_SHOWN = 60  # lines of a preview
_TOLD = 5  # of lines that are not taken; how many more there are is said


def roster_button(reader: Reader, class_id: int) -> Button:
    """🗒"""
    # L10N: a button of a teacher: the school's own list of the children of a class.
    return button(f"{emoji.ROSTER} " + reader.label("Class list"), "roster", class_id, 0)


def roster_shown(reader: Reader, about: about_.RosterShown) -> Message:
    """A line for each child; ✅ behind those whose family is here."""
    pupils = in_order(reader, about.class_id)
    room = class_name(reader, about.class_id)
    # L10N: a button of a teacher: add names to the class's own list by pasting them.
    add = button(f"{emoji.ADD} " + reader.label("Add names"), "roster_add", about.class_id)
    waiting = unfinished.get(reader.tx, reader.person.id, about_.LISTING, about.class_id)
    if waiting:
        # L10N: a button of a teacher: {count} names that were given for the class list, and are not on it yet.
        add = button(
            f"{emoji.ADD} " + reader.label("Waiting: {count}", count=len(waiting["lines"])),
            "roster_add",
            about.class_id,
        )
    if not pupils:
        # L10N: to a teacher; {room} is the class, of which no list of names is here yet.
        text = reader.say("There is no list of class {room} yet. Paste yours: it is here in a minute.", room=room)
        return Message(f"{emoji.ROSTER} {text}", ((add,),))
    joined = sum(each.child_id is not None for each in pupils)
    # L10N: above the list of a class; {room} is the class, {count} the children on it, {done} those whose family has
    # joined.
    text = reader.say(
        "Class {room}: {count} on the list, {done} with family ✅.", room=room, count=len(pupils), done=joined
    )
    shown = pupils[about.page * PAGE : (about.page + 1) * PAGE]
    lines = [line_said(each.line) + (f" {emoji.YES}" if each.child_id is not None else "") for each in shown]
    following = next_page(about.page, len(pupils))
    further = [] if following is None else [more(reader, "roster", about.class_id, following)]
    # L10N: a button of a teacher: change one line of the class's list, move it to another class, or take it off.
    change = button(f"{emoji.CHANGE} " + reader.label("Change one"), "roster_lines", about.class_id, 0)
    rows = column(*further, *_ties(reader, about.class_id, pupils))
    # L10N: a button of a teacher: papers to print, one for each child, with codes for the family.
    slips = button(f"{emoji.PRINT} " + reader.label("Slips to print"), "slips", about.class_id)
    return Message("\n".join([f"{emoji.ROSTER} {text}", *lines]), (*rows, (slips,), (add, change)))


def _ties(reader: Reader, class_id: int, pupils: list[Pupil]) -> list[Button]:
    tied = {each.child_id for each in pupils} | set(rosters.joined(reader.tx, class_id))
    alone = [(child, name) for child, name in pupils_of(reader, class_id) if child not in tied]
    return [button(f"{emoji.INVITE} {name}", "roster_tie", class_id, child, 0) for child, name in alone[:_TIES]]


def line_said(line: Line) -> str:
    """A line in a list."""
    number = "" if line.number is None else f"{line.number}. "
    year = "" if line.year is None else f" · {line.year}"
    return escape(f"{number}{line.name}{year}")


def roster_asked(reader: Reader, about: about_.RosterAsked) -> Message:
    """An example says more than a rule."""
    if about.again:
        # L10N: to a teacher who sent something that is no text, such as a photo, when a list of names was asked for.
        return Message(reader.say("Please paste the list as text, one child a line, or send it as a file."))
    # L10N: to a teacher: how to give the list of a class; an example with a name follows.
    how = reader.say(
        "Send the list as a file (Excel, CSV), or paste it, one child a line. Number and year may be left out:"
    )
    # L10N: an example of a line in the list of a class: number, name, year of birth. A common name of your language.
    return Message(f"{how}\n" + reader.say("7 Anvar Karimov 2017"))


def roster_read(reader: Reader, about: about_.RosterRead) -> Message | None:
    """Nothing is kept before the tap."""
    state, data = people.dialogue_of(reader.tx, reader.person.id) or ("", {})
    if state != about_.LISTING or data["class"] != about.class_id:
        return None
    lines = [Line(*each) for each in data["lines"]]
    said = [line_said(each) for each in lines[:_SHOWN]]
    if len(lines) > _SHOWN:
        said.append("…")
    wrong = _problems(reader, data["wrong"])
    further = column(*otherwise(reader, about.class_id))
    if not lines:
        # L10N: to a teacher: of the list that was given no line could be read; what is wrong with each follows.
        return Message("\n".join([reader.say("I could read no name there. You can send it again."), *wrong]), further)
    # L10N: above the names of a list that a teacher has given; {count} is how many. A question follows below them.
    first = reader.say_n("I read {count} name:", "I read {count} names:", len(lines))
    # L10N: below the names of a list that a teacher has given.
    last = reader.say("Shall they go on the list?")
    rows = ((do(reader, "roster_take", about.class_id, len(lines)), do_not(reader, "roster_drop", about.class_id)),)
    return Message("\n".join([first, *said, *wrong, last]), (*rows, *further))


def _problems(reader: Reader, wrong: list[tuple[int, str, str]]) -> list[str]:
    """The first few by their lines, how many more there are, and how they can be mended."""
    said = [_problem(reader, place, Wrong(why), words) for place, why, words in wrong[:_TOLD]]
    if len(wrong) > _TOLD:
        # L10N: to a teacher, below some lines of a list that were not taken; {count} is how many more there are.
        said.append(reader.say_n("… and {count} line more.", "… and {count} lines more.", len(wrong) - _TOLD))
    if wrong:
        # L10N: to a teacher, below the lines of a list that were not taken.
        said.append(reader.say("What is right stays. Mend these lines and send only them."))
    return said


def _problem(reader: Reader, place: int, wrong: Wrong, words: str) -> str:
    why = {
        # L10N: why a line of a pasted list is not taken: it holds no name.
        Wrong.NO_NAME: reader.say("no name"),
        # L10N: why a line of a pasted list is not taken: the year of birth is no pupil's.
        Wrong.YEAR: reader.say("the year does not fit"),
        # L10N: why a line of a pasted list is not taken: this child is on the list already.
        Wrong.TWICE: reader.say("is there already; a number or a year tells two apart"),
        # L10N: why a line of a pasted list is not taken: another child has that number.
        Wrong.NUMBER: reader.say("another child has this number"),
        # L10N: why a line of a pasted list is not taken: no class has so many children.
        Wrong.FULL: reader.say("the list is full"),
    }[wrong]
    # L10N: a line of a pasted list that is not taken; {number} is its place, {words} its beginning, {why} the reason.
    return f"{emoji.NO} " + reader.say("Line {number}, “{words}”: {why}.", number=place, words=words, why=why)


def roster_taken(reader: Reader, about: about_.RosterTaken) -> Message | None:
    """Kept, and the way back."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None:
        return None
    count = len(rosters.added_with(reader.tx, found))
    # L10N: to a teacher: so many names were added to the list of the class {room}.
    text = reader.say_n(
        "{count} name is on the list of class {room} now.",
        "{count} names are on the list of class {room} now.",
        count,
        room=class_name(reader, about.class_id),
    )
    rows = column(roster_button(reader, about.class_id), undo(reader, "roster_undo", found.id))
    return Message(f"{emoji.ROSTER} {text}", rows)


def line_asked(reader: Reader, about: about_.LineAsked) -> Message:
    """Names that are the same stand first; the teacher decides."""
    free = [each for each in in_order(reader, about.class_id) if each.child_id is None]
    name = pupil_name(reader, about.class_id, about.pupil)
    free.sort(key=lambda each: name.casefold() not in each.line.name.casefold())
    buttons = [
        button(label_of(each.line), "roster_tie_to", each.id, about.pupil)
        for each in free[about.page * PAGE : (about.page + 1) * PAGE]
    ]
    following = next_page(about.page, len(free))
    further = [] if following is None else [more(reader, "roster_tie", about.class_id, about.pupil, following)]
    # L10N: to a teacher: {child} is the call name of a child whose family has joined; buttons with the names of the
    # class's list follow.
    text = reader.say("Who is {child} on your list?", child=name)
    return Message(text, (*grid(buttons, 2), *column(*further)))


def label_of(line: Line) -> str:
    """A line on a button."""
    number = "" if line.number is None else f"{line.number} "
    year = "" if line.year is None else f" · {line.year}"
    return f"{number}{line.name}{year}"


def in_order(reader: Reader, class_id: int) -> list[Pupil]:
    """By number, then by name as its language sorts it."""
    key = order_of(reader, class_id)
    return sorted(rosters.of_class(reader.tx, class_id), key=lambda each: key(each.line.number, each.line.name))
