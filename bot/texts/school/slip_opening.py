"""What a family reads that has opened a code of the school's paper."""

from bot.domain import emoji
from bot.domain.circle.circles import Role
from bot.domain.local_time import local
from bot.domain.school import slips as about_
from bot.domain.school.call_names import call_names
from bot.queries.school import rosters, schools
from bot.texts.circle import kin
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.schools import child_name, class_name, school_of

_NAMES = 4  # a child may be called
_YEARS = range(4, 19)  # of a pupil's age


def slip_shown(reader: Reader, about: about_.SlipShown) -> Message | None:
    """The child, what the school does and sees, and who are you: one tap says yes to all of it."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None:
        return None
    names = call_names(found.line.name)[:_NAMES]
    child = child_name(reader, found.child_id) if found.child_id else names[about.called % len(names)]
    text = f"{_school(reader, found.class_id, child)}\n" + reader.say("Who are you to {child}?", child=child)
    offered = kin.offered(reader.words, Role(about.role))
    who = grid([button(label, "kin", code) for code, label in offered.items()], 2)
    others = [] if found.child_id else [(place, each) for place, each in enumerate(names) if each != child]
    called = grid([_name(reader, place, each) for place, each in others], 2)
    return Message(text, (*who, *called, (_no(reader),)))


def _name(reader: Reader, place: int, name: str) -> Button:
    # L10N: a button: at home the child is called {child}, not as it says above.
    return button(f"{emoji.CHANGE} " + reader.label("“{child}”", child=name), "slip_call", place)


def _no(reader: Reader) -> Button:
    # L10N: a button: somebody who has opened the school's paper would rather not, or it is not theirs.
    return button(f"{emoji.NO} " + reader.label("Not now"), "slip_no")


def _school(reader: Reader, class_id: int, child: str) -> str:
    room = schools.class_room_of(reader.tx, class_id)
    teachers = reader.teachers(room) if room else [reader.teacher("")]
    # L10N: to who has opened the code on the school's paper, consent to the school. {child} is the child's call name,
    # {room} the class, {school} the school, {teacher} such as “Zhao Lan (teacher)”, in the second form several.
    # Buttons that say yes to it follow.
    text = reader.say_n(
        "{child}, class {room}, {school}.\nWith your tap the school's notices come to {child}'s family.\n"
        "{teacher} sees if a parent or guardian is here, which notices are confirmed and who signs.",
        "{child}, class {room}, {school}.\nWith your tap the school's notices come to {child}'s family.\n"
        "{teacher} see if a parent or guardian is here, which notices are confirmed and who signs.",
        len(teachers),
        child=child,
        room=class_name(reader, class_id),
        school=school_of(reader, class_id),
        teacher=reader.listed(teachers),
    )
    # L10N: consent to the school, second line: a teacher who misses {child} reads the names of the family's adults.
    return f"{text}\n" + reader.say("When nobody knows where {child} is, also the adults' names.", child=child)


def slip_child_asked(reader: Reader, about: about_.SlipChildAsked) -> Message | None:
    """The names are the reader's own children's; of the list they see this pupil's alone."""
    found = rosters.get(reader.tx, about.pupil_id)
    if found is None:
        return None
    child = call_names(found.line.name)[0]
    # L10N: to somebody who has children in Homeline and has opened the school's paper of {child}; their names follow.
    text = f"{_school(reader, found.class_id, child)}\n" + reader.say("Which of your children is {child}?", child=child)
    mine = [button(f"{emoji.PUPIL} {child_name(reader, each)}", "slip_mine", each) for each in about.children]
    # L10N: a button below the reader's children: the pupil of the school's paper is none of them, and is added.
    other = button(f"{emoji.ADD} " + reader.label("None of these"), "slip_mine", 0)
    return Message(text, column(*mine, other, _no(reader)))


def slip_closed(reader: Reader, about: about_.SlipClosed) -> Message:
    """Without blame: papers are lost and found."""
    # L10N: to who has opened a code of the school's paper that was used, has run out, or was printed anew; {room} is
    # the class.
    return Message(
        reader.say(
            "This code is used or too old. The teacher of class {room} gives you a new one.",
            room=class_name(reader, about.class_id),
        )
    )


def slip_refused(reader: Reader, about: about_.SlipRefused) -> Message:
    """The paper stays good."""
    # L10N: to who has opened a code of the school's paper and would rather not.
    return Message(reader.say("All right. The school sees nothing. The code still works."))


def slip_other(reader: Reader, about: about_.SlipOther) -> Message:
    """Whom the other code is for."""
    child = child_name(reader, about.child_id)
    if not about.role:
        # L10N: to who has come into {child}'s circle by the school's paper, in which somebody of the family is already.
        text = reader.say("{child}'s family is here. You are in now, too.", child=child)
    elif about.role == Role.PARENT:
        # L10N: to a parent who was the first to open the school's paper: home has the other code.
        text = reader.say("{child} is here. The other code is for who looks after {child}.", child=child)
    else:
        # L10N: to a guardian who was the first to open the school's paper: the parent far away has not seen it.
        text = reader.say(
            "{child} is here. The other code is for the parent far away: send them a photo of it.", child=child
        )
    return Message(f"{emoji.TEACHER} {text}")


def born_asked(reader: Reader, about: about_.BornAsked) -> Message:
    """Nothing waits for it."""
    child = child_name(reader, about.child_id)
    if about.month:
        born = reader.month(about.year, about.month)
        # L10N: after the month of birth was chosen; {child} is the child's call name, {year} such as “May 2018”.
        return Message(f"{emoji.YES} " + reader.say("{child}: {year}.", child=child, year=born))
    if about.year:
        names = reader.locale.months["stand-alone"]["abbreviated"]
        months = [button(names[month], "slip_born_in", about.child_id, about.year, month) for month in range(1, 13)]
        # L10N: {child} is the child's call name, {year} the year of birth.
        return Message(reader.say("In which month of {year}?", year=about.year), grid(months, 3))
    newest = local(reader.tx.now, reader.person.zone).year
    years = [button(str(newest - age), "slip_born", about.child_id, newest - age) for age in _YEARS]
    # L10N: {child} is the child's call name.
    return Message(reader.say("When was {child} born?", child=child), grid(years, 4))
