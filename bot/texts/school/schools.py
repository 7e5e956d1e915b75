"""A school, its classes and posters, and a child who comes into a class."""

from bot.db import installation
from bot.domain import emoji
from bot.domain.school import schools as about_
from bot.domain.school.enrolments import EnrolmentState
from bot.domain.school.notice_receivers import is_shown
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.circle import circles
from bot.queries.school import enrolments, notices, schools
from bot.texts.buttons import do, do_not
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.reader import Reader

_SHOWN = 5
_SIGNS = {NoticeState.DRAFT: emoji.CHANGE, NoticeState.SCHEDULED: emoji.TIMES, NoticeState.SENT: emoji.WHO}


def add_class(reader: Reader, school_id: int) -> Button:
    """➕"""
    # L10N: a button of a teacher: open a class in the school.
    return button(f"{emoji.ADD} " + reader.label("Class"), "class_add", school_id)


def teacher_invite(reader: Reader, school_id: int) -> Button:
    """🔗"""
    # L10N: a button of the school's lead: a link for one teacher.
    return button(f"{emoji.INVITE} " + reader.label("Invite teacher"), "teacher_invite", school_id)


def school_link_own(reader: Reader, about: about_.SchoolLinkOwn) -> Message:
    """It is for somebody else."""
    # L10N: a teacher has opened the link of their own school or class.
    return Message(reader.say("You are in this school already. This link is for the others: forward it to them."))


def teacher_invited(reader: Reader, about: about_.TeacherInvited) -> Message:
    """To be forwarded as it is."""
    # L10N: the message that the school's lead forwards to one teacher; a link follows.
    text = reader.say(
        "You are invited to teach at {school} with Homeline. Tap the link:", school=school_name(reader, about.school_id)
    )
    return Message(f"{text}\n{installation.link(reader.tx, about.token)}", foot=False)


def class_name_asked(reader: Reader, about: about_.ClassNameAsked) -> Message:
    """The one thing that is typed."""
    if about.again:
        # L10N: what came was no name of a class (a sticker, a picture).
        return Message(reader.say("Please write the name of the class, such as 3B."))
    # L10N: asked when a teacher opens a class.
    return Message(reader.say("What is the class called? Write just the name, such as 3B."))


def class_opened(reader: Reader, about: about_.ClassOpened) -> Message:
    """The poster comes next."""
    # L10N: to a teacher; {room} is the class; a page to print and a picture, each with a QR code, come after this.
    room = class_name(reader, about.class_id)
    text = reader.say(
        "Class {room} is open. Print the page for the wall. Forward the picture to the families.", room=room
    )
    if about.wanted not in {"", room}:
        # L10N: to a teacher: another class of the school is called {wanted}, so theirs is called {room}.
        text += "\n" + reader.say("The name {wanted} is taken, so yours is {room}.", wanted=about.wanted, room=room)
    return Message(text, ((new_notice(reader, about.class_id), _menu(reader, about.class_id)),))


def class_shown(reader: Reader, about: about_.ClassShown) -> Message:
    """How many children, and the last notices."""
    text = _who_is_here(reader, about.class_id)
    rows = [(new_notice(reader, about.class_id),), _daily(reader, about.class_id)]
    shown = [each for each in notices.recent(reader.tx, about.class_id, _SHOWN) if is_shown(each, reader.person.id)]
    rows += _unsent(reader, about.class_id)
    rows += [(listed(reader, each),) for each in shown if not each.is_unsent]
    # L10N: a button of a teacher: families that have written, and wait for an answer.
    words = button(f"{emoji.WORDS} " + reader.label("Families' words"), "talks")
    rows.append((words, group_button(reader, about.class_id)))
    # L10N: a button of a teacher: the class's poster with one more link.
    poster = button(f"{emoji.INVITE} " + reader.label("Poster"), "poster", about.class_id)
    rows.append((poster, renew_button(reader, about.class_id)))
    return Message(text, (*rows, *_waiting(reader, about.class_id), *_keep(reader, about.class_id)))


def _who_is_here(reader: Reader, class_id: int) -> str:
    count, room = len(enrolments.children(reader.tx, class_id)), class_name(reader, class_id)
    if not count:
        # L10N: a teacher's menu of a class in which no family is yet; {room} is its name.
        return reader.say("Class {room}. Nobody is here yet: families come by the poster or a slip.", room=room)
    # L10N: a teacher's menu of a class; {room} is its name, {count} the number of children whose families have joined.
    return reader.say_n(
        "Class {room}: {count} child is here.", "Class {room}: {count} children are here.", count, room=room
    )


def _unsent(reader: Reader, class_id: int) -> list[tuple[Button, ...]]:
    """The newest of them, what has its time first; all stand on a card of their own."""
    found = notices.unsent(reader.tx, reader.person.id, class_id)
    newest = sorted(each.id for each in found)[-_SHOWN:]
    rows: list[tuple[Button, ...]] = [(listed(reader, each),) for each in found if each.id in newest]
    if len(found) > _SHOWN:
        # L10N: a button of a teacher: all that was written for a class and not sent; {count} is more than five.
        more = reader.label("All not sent: {count}", count=len(found))
        rows.append((button(f"{emoji.CHANGE} {more}", "notice_drafts", class_id),))
    return rows


def listed(reader: Reader, notice: Notice) -> Button:
    """A notice in a menu: what is not sent yet opens with all that can be done with it, what is sent with 👁."""
    verb = "notice_who" if notice.state == NoticeState.SENT else "notice_show"
    return button(f"{_SIGNS[notice.state]} {beginning(reader, notice.text)}", verb, notice.id)


def _waiting(reader: Reader, class_id: int) -> tuple[tuple[Button, ...], ...]:
    """Who waits is found again, however old the question is."""
    count = len(enrolments.pending(reader.tx, class_id))
    if not count:
        return ()
    # L10N: a button of a teacher: {count} families wait to come into the class.
    return ((button(f"{emoji.ADD} " + reader.label("Waiting: {count}", count=count), "enrolled_show", class_id),),)


def _keep(reader: Reader, class_id: int) -> tuple[tuple[Button, ...], ...]:
    # L10N: a button of a teacher: the school's own list of the children of a class.
    roster = button(f"{emoji.ROSTER} " + reader.label("Class list"), "roster", class_id, 0)
    # L10N: a button of a teacher: call the class something else.
    rename = button(f"{emoji.CHANGE} " + reader.label("Rename"), "class_rename", class_id)
    # L10N: a button of a teacher: the class ends before its year is over. A question follows.
    close = button(f"{emoji.STOP} " + reader.label("Close class"), "class_close", class_id)
    # L10N: a button of a teacher: offer families times to talk, and see who comes.
    talks = button(f"{emoji.MEETING} " + reader.label("Meetings"), "meetings", class_id)
    room = schools.class_room_of(reader.tx, class_id)
    calendar = [(calendar_button(reader, room.school_id),)] if room else []
    return ((roster, talks), *calendar, (rename, close))


def calendar_button(reader: Reader, school_id: int) -> Button:
    """📅"""
    # L10N: a button of a teacher: holidays, exams and events of the school.
    return button(f"{emoji.CALENDAR} " + reader.label("School calendar"), "calendar", school_id)


def renew_button(reader: Reader, class_id: int) -> Button:
    """🔄"""
    # L10N: a button of a teacher: a new poster of the class; the old posters and links let nobody in then.
    return button(f"{emoji.ANOTHER} " + reader.label("New poster"), "poster_new", class_id)


def group_button(reader: Reader, class_id: int) -> Button:
    """🗞"""
    # L10N: a button of a teacher: the chat group in which the class's families talk. Short.
    return button(f"{emoji.GROUP} " + reader.label("Chat group"), "class_group", class_id)


def _daily(reader: Reader, class_id: int) -> tuple[Button, ...]:
    return (
        # L10N: a button of a teacher: tell the family of one child something.
        button(f"{emoji.PUPIL} " + reader.label("One child"), "pupils", class_id, 0),
        # L10N: a button of a teacher: who is not in class today.
        button(f"{emoji.ROLL} " + reader.label("Roll call"), "roll", class_id),
    )


def beginning(reader: Reader, text: str) -> str:
    """As much of a notice as a button holds."""
    words = " ".join(text.split())
    if not words:
        # L10N: a button: a notice that is only a picture, a voice or a file.
        return reader.label("Picture or voice")
    return words if len(words) <= 15 else f"{words[:14].rstrip()}…"


def new_notice(reader: Reader, class_id: int) -> Button:
    """📣"""
    # L10N: a button of a teacher: write a notice to the class.
    return button(f"{emoji.NOTICE} " + reader.label("New notice"), "notice_new", class_id)


def _menu(reader: Reader, class_id: int) -> Button:
    # L10N: a button of a teacher: the menu of a class; {room} is its name.
    return button(
        f"{emoji.TEACHER} " + reader.label("Class {room}", room=class_name(reader, class_id)), "class", class_id
    )


def family_first(reader: Reader, about: about_.FamilyFirst) -> Message:
    """Somebody without a circle has scanned a poster."""
    room = class_name(reader, about.class_id)
    if about.waits:
        # L10N: somebody scanned the poster of a class while the family that invited them has not said yes yet. {room}
        # is the class.
        text = reader.say("Class {room} waits for you. It comes by itself as soon as the family says yes.", room=room)
        return Message(f"{emoji.TEACHER} {text}")
    # L10N: somebody scanned the poster of a class and has no child in Homeline yet. {room} is the class.
    text = reader.say(
        "Class {room} waits for you. First add the child here. The class comes next. Who are you?", room=room
    )
    # L10N: below that: another adult of the family may have added the child already.
    text += "\n" + reader.say("Is the child here already? Ask your family for a link. The class comes after it.")
    return Message(
        text,
        column(
            # L10N: a button; a parent who works away.
            button(f"{emoji.PARENT} " + reader.label("A parent"), "role", "parent"),
            # L10N: a button; a grandparent or another adult who brings the child up.
            button(f"{emoji.GUARDIAN} " + reader.label("With the child"), "role", "guardian"),
        ),
    )


def pupil_asked(reader: Reader, about: about_.PupilAsked) -> Message:
    """Which child?"""
    # L10N: a family with several children opened the link of a class; {room} is the class.
    text = reader.say("Which child is in class {room}?", room=class_name(reader, about.class_id))
    children = [(each, child_name(reader, each)) for each in about.children]
    return Message(text, column(*(button(name, "enrol_ask", about.class_id, each) for each, name in children)))


def school_consent_asked(reader: Reader, about: about_.SchoolConsentAsked) -> Message | None:
    """What the school may do, and who then sees what."""
    room = schools.class_room_of(reader.tx, about.class_id)
    if room is None:
        return None
    teachers = reader.teachers(room)
    # L10N: consent to the school. {child} is the child's call name, {room} the class, {school} the school, {teacher}
    # such as “Zhao Lan (teacher)”; in the second form several of them.
    text = reader.say_n(
        "{child}, class {room}, {school}: may the school send its notices to {child}'s family? "
        "{teacher} sees {child}'s name, if a parent or guardian asks, which notices are confirmed and who signs.",
        "{child}, class {room}, {school}: may the school send its notices to {child}'s family? "
        "{teacher} see {child}'s name, if a parent or guardian asks, which notices are confirmed and who signs.",
        len(teachers),
        child=child_name(reader, about.child_id),
        room=room.name,
        school=school_of(reader, about.class_id),
        teacher=reader.listed(teachers),
    )
    # L10N: consent to the school, second line: a teacher who misses {child} reads the names of the family's adults.
    text += "\n" + reader.say(
        "When nobody knows where {child} is, also the adults' names.", child=child_name(reader, about.child_id)
    )
    # L10N: the heading of a question to a family; {room} is the class.
    head = reader.label("Class {room}", room=room.name)
    args = about.class_id, about.child_id
    answers = do(reader, "enrol", *args, "yes"), do_not(reader, "enrol", *args, "no")
    return Message(headed(emoji.TEACHER, head, text), column(*answers))


def school_consent_refused(reader: Reader, about: about_.SchoolConsentRefused) -> Message:
    """No is fine."""
    # L10N: the family declined; {child} is the child's call name.
    return Message(
        reader.say("All right. The school sees nothing of {child}.", child=child_name(reader, about.child_id))
    )


def enrolled_already(reader: Reader, about: about_.EnrolledAlready) -> Message:
    """Nothing to do."""
    names = {"child": child_name(reader, about.child_id), "room": class_name(reader, about.class_id)}
    enrolment = enrolments.find(reader.tx, about.class_id, about.child_id)
    if enrolment is not None and enrolment.state == EnrolmentState.PENDING:
        # L10N: the family has asked already, the teacher has not answered yet.
        return Message(reader.say("{child}'s teacher in class {room} is asked already.", **names))
    # L10N: {child} is the child's call name, {room} the class.
    return Message(reader.say("{child} is in class {room} already.", **names))


def class_name(reader: Reader, class_id: int) -> str:
    """The name of a class."""
    room = schools.class_room_of(reader.tx, class_id)
    return room.name if room else "—"


def school_of(reader: Reader, class_id: int) -> str:
    """The name of a class's school."""
    room = schools.class_room_of(reader.tx, class_id)
    return school_name(reader, room.school_id) if room else "—"


def school_name(reader: Reader, school_id: int) -> str:
    """The name of a school."""
    school = schools.get(reader.tx, school_id)
    return school.name if school else "—"


def child_name(reader: Reader, child_id: int) -> str:
    """A child's call name."""
    circle = circles.get(reader.tx, child_id)
    return circle.child.name if circle else "—"
