"""One line of a class's list, as its teachers and its families read of it."""

from bot.domain import emoji
from bot.domain.school import roster_care as about_
from bot.domain.school.rosters import Pupil
from bot.queries.school import enrolments, rosters, schools
from bot.texts.buttons import more, no, undo, yes
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.pupils import PAGE, next_page
from bot.texts.school.rosters import in_order, label_of, line_said, roster_button
from bot.texts.school.schools import child_name, class_name


def lines_shown(reader: Reader, about: about_.LinesShown) -> Message:
    """Every line, as a button."""
    # L10N: to a teacher, above the names of the class's list: one of them is changed, moved or taken off.
    return Message(reader.say("Which child?"), _lines(reader, about, None, "roster_line", "roster_lines"))


def _lines(
    reader: Reader, about: about_.LinesShown | about_.SameLineAsked, but: int | None, verb: str, turn: str
) -> tuple[tuple[Button, ...], ...]:
    key = () if but is None else (but,)
    pupils = [each for each in in_order(reader, about.class_id) if each.id != but]
    shown = pupils[about.page * PAGE : (about.page + 1) * PAGE]
    following = next_page(about.page, len(pupils))
    of = but or about.class_id
    further = [] if following is None else [more(reader, turn, of, following)]
    return (*grid([button(label_of(each.line), verb, *key, each.id) for each in shown], 2), *column(*further))


def line_shown(reader: Reader, about: about_.LineShown) -> Message | None:
    """Who it is, and what can be done."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None or found.removed:
        return None
    family = f" {emoji.YES}" if found.child_id is not None else ""
    buttons = [
        # L10N: a button of a teacher: correct the name, the number or the year of one line of the class's list.
        button(f"{emoji.CHANGE} " + reader.label("Correct it"), "roster_name", found.id),
        # L10N: a button of a teacher: another line of the class's list is the same child.
        button(f"{emoji.INVITE} " + reader.label("Same child twice"), "roster_same", found.id, 0),
        *_to_another(reader, found),
        # L10N: a button of a teacher: take one child off the class's list.
        button(f"{emoji.PUT_OUT} " + reader.label("Take off"), "roster_off", found.id),
        roster_button(reader, found.class_id),
    ]
    further = rosters.families_of(reader.tx, found.id) if found.child_id is not None else []
    # L10N: a button of a teacher: {name} is a line of the class's list that was thought to be the same child; it is
    # another child after all, and a line again.
    apart = [
        button(f"{emoji.UNDO} " + reader.label("Not {name}", name=each.line.name), "roster_part", found.id, each.id)
        for each in further
    ]
    text = f"{emoji.ROSTER} {line_said(found.line)}{family}"
    if further:
        # L10N: to a teacher, below a line of the class's list: one child with two families, such as parents who live
        # apart; {names} is how each family calls it.
        text += "\n" + reader.say("Two families, each by itself: {names}.", names=_called(reader, found, *further))
    return Message(text, column(*apart, *buttons))


def _called(reader: Reader, *lines: Pupil) -> str:
    return reader.enumerated([child_name(reader, each.child_id) for each in lines if each.child_id is not None])


def _to_another(reader: Reader, found: Pupil) -> list[Button]:
    """Only where the school has another class."""
    room = schools.class_room_of(reader.tx, found.class_id)
    if room is None or len(schools.classes_in(reader.tx, room.school_id)) < 2:
        return []
    # L10N: a button of a teacher: the child goes to another class of the school.
    return [button(f"{emoji.TEACHER} " + reader.label("To another class"), "roster_class", found.id)]


def line_name_asked(reader: Reader, about: about_.LineNameAsked) -> Message | None:
    """As in a list that is pasted."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None:
        return None
    line = label_of(found.line)
    if about.again:
        # L10N: to a teacher who corrects a line of the class's list, when what was written cannot stand there: it holds
        # no name, or another child has its number. {words} is the line as it is now.
        return Message(reader.say("That cannot be this child's line. It is still: {words}", words=line))
    # L10N: to a teacher who corrects a line of the class's list; {words} is the line as it is now: number, name, year.
    return Message(reader.say("It reads: {words}\nWrite how it should read.", words=line))


def line_renamed(reader: Reader, about: about_.LineRenamed) -> Message | None:
    """As it reads now."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None:
        return None
    # L10N: to a teacher who has corrected a line of the class's list; {words} is the line as it is now.
    text = reader.say("Now it reads: {words}", words=label_of(found.line))
    rows = [undo(reader, "roster_back", found.id)] if rosters.before(reader.tx, found.id) else []
    return Message(f"{emoji.ROSTER} {text}", column(*rows, roster_button(reader, found.class_id)))


def same_line_asked(reader: Reader, about: about_.SameLineAsked) -> Message | None:
    """The other lines."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None or found.removed:
        return None
    # L10N: to a teacher: {child} stands twice in the class's list; the other names follow as buttons. What is chosen
    # goes, and its family belongs to {child}.
    text = reader.say("Which line is {child}, too? That line goes, its family stays.", child=label_of(found.line))
    return Message(text, _lines(reader, about, found.id, "roster_join", "roster_same"))


def two_families_asked(reader: Reader, about: about_.TwoFamiliesAsked) -> Message | None:
    """Before it is done: what it means, and what it does not."""
    kept, other = rosters.get(reader.tx, about.pupil_id), rosters.get(reader.tx, about.other_id)
    if kept is None or other is None or kept.removed or other.removed:
        return None
    # L10N: to a teacher: {one} and {other} are two lines of the class's list, each with a family that has joined;
    # {names} is how each family calls its child.
    text = reader.say(
        "{one} and {other} each have a family here: {names}. Is it one child with two families?",
        one=label_of(kept.line),
        other=label_of(other.line),
        names=_called(reader, kept, other),
    )
    # L10N: to a teacher, below that: what stays as it is when two families are of one child, such as parents apart.
    text += "\n" + reader.say("Each stays by itself: neither reads of the other. Tell both what concerns the child.")
    answers = yes(reader, "roster_both", kept.id, other.id), no(reader, "roster_line", kept.id)
    return Message(f"{emoji.ROSTER} {text}", (answers,))


def lines_joined(reader: Reader, about: about_.LinesJoined) -> Message | None:
    """One line, and both families."""
    kept, other = rosters.get(reader.tx, about.pupil_id), rosters.get(reader.tx, about.other_id)
    if kept is None or other is None or other.same_as != kept.id:
        return None
    names = {"one": label_of(kept.line), "other": label_of(other.line)}
    if other.child_id in rosters.joined(reader.tx, kept.class_id):
        # L10N: to a teacher: two lines of the class's list were one child, and each had a family of its own, such as
        # parents who live apart; {one} stays as it is written, {other} went.
        text = reader.say(
            "{one} and {other} are one child now. Both families stay, each by itself, and are told nothing.", **names
        )
    else:
        # L10N: to a teacher: two lines of the class's list were one child; {one} stays as it is written, {other} went.
        text = reader.say("{one} and {other} are one child now. Nothing changes for the family.", **names)
    rows = column(undo(reader, "roster_part", kept.id, other.id), roster_button(reader, kept.class_id))
    return Message(f"{emoji.ROSTER} {text}", rows)


def line_class_asked(reader: Reader, about: about_.LineClassAsked) -> Message | None:
    """The other classes of the school."""
    found, room = rosters.get(reader.tx, about.pupil_id), schools.class_room_of(reader.tx, about.class_id)
    if found is None or room is None or found.removed:
        return None
    others = [each for each in schools.classes_in(reader.tx, room.school_id) if each.id != found.class_id]
    buttons = [button(f"{emoji.TEACHER} {each.name}", "roster_move", found.id, each.id) for each in others]
    # L10N: to a teacher: to which class of the school does {child} go? Its teacher and the family are told.
    text = reader.say("Where does {child} go? The teacher there and the family are told.", child=found.line.name)
    return Message(text, grid(buttons, 2))


def line_moved(reader: Reader, about: about_.LineMoved) -> Message | None:
    """Where it is, and the way back."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None or found.class_id == about.class_id:
        return None
    where = {"child": found.line.name, "room": class_name(reader, found.class_id)}
    if found.child_id is None:
        # L10N: to a teacher: {child}, whose family is not here yet, stands in the list of the class {room} now.
        text = reader.say("{child} is in class {room} now. The teacher there is told.", **where)
    else:
        # L10N: to a teacher: {child} and the family belong to the class {room} now.
        text = reader.say("{child} is in class {room} now. The teacher there and the family are told.", **where)
    rows = [undo(reader, "roster_back", found.id)] if rosters.before(reader.tx, found.id) else []
    return Message(f"{emoji.ROSTER} {text}", column(*rows, roster_button(reader, about.class_id)))


def line_arrived(reader: Reader, about: about_.LineArrived) -> Message | None:
    """To the other teacher."""
    found, before = rosters.get(reader.tx, about.pupil_id), rosters.before(reader.tx, about.pupil_id)
    if found is None or found.class_id != about.class_id or found.removed:
        return None
    room = class_name(reader, about.class_id)
    if before is None or before.class_id == about.class_id:
        # L10N: to a teacher: {child} is new in the list of the class {room}.
        text = reader.say("{child} is in class {room} now.", child=found.line.name, room=room)
    else:
        # L10N: to a teacher: {child} has come into the class {room} from the class {was} of the same school.
        text = reader.say(
            "{child} has come into class {room} from {was}.",
            child=found.line.name,
            room=room,
            was=class_name(reader, before.class_id),
        )
    return Message(f"{emoji.TEACHER} {text}", column(roster_button(reader, about.class_id)))


def class_changed(reader: Reader, about: about_.ClassChanged) -> Message | None:
    """Once; with whom it is now, and where one can leave."""
    found = enrolments.find(reader.tx, about.class_id, about.child_id)
    room = schools.running(reader.tx, about.class_id)
    if found is None or room is None or found.id not in {e.id for e in enrolments.of_child(reader.tx, about.child_id)}:
        return None
    # L10N: to the family: the school has put {child} into the class {room}; {teacher} is its teacher.
    text = reader.say(
        "{child} is in class {room} now, with {teacher}. Notices come from there.",
        child=child_name(reader, about.child_id),
        room=room.name,
        teacher=reader.listed(reader.teachers(room)),
    )
    # L10N: a button of the family: its page of the class, with the teacher, and how to leave; {room} is the class.
    page = button(f"{emoji.TEACHER} " + reader.label("About {room}", room=room.name), "class_mine", found.id)
    return Message(f"{emoji.TEACHER} {text}", column(page))


def line_off(reader: Reader, about: about_.LineOff) -> Message | None:
    """Only the list has changed."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None or not found.removed:
        return None
    # L10N: to a teacher: {child} was taken off the class's own list; a family that has joined stays in the class.
    text = reader.say("{child} is off the list. A family that has joined stays.", child=found.line.name)
    return Message(text, column(undo(reader, "roster_on", found.id), roster_button(reader, about.class_id)))
