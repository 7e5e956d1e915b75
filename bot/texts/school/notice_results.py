"""What a teacher sees of a notice that went out: how many have it, who has confirmed, who cannot be reached."""

from collections import Counter
from collections.abc import Collection

from bot.domain import emoji
from bot.domain.school import notices as about_
from bot.domain.school.notice_choices import NoticeOutcome
from bot.domain.school.notices import OF_ITS_TEXT, REMINDERS, Household, Level, Notice, NoticeState, home_of
from bot.domain.school.rosters import listed_as
from bot.queries.circle import circles, people
from bot.queries.school import enrolments, notices, rosters, schools
from bot.texts import clocks
from bot.texts.circle.receipts import some_sleep
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.reader import Reader
from bot.texts.school.notice_choices import deadline_button, deadline_line, every, sign_of, words_of
from bot.texts.school.notice_signatures import list_buttons, signer
from bot.texts.school.notice_withdrawing import take_back
from bot.texts.school.notice_writing import excerpt, rooms_of
from bot.texts.school.pupils import pupils_of

_MOST = 120  # names on one card


def notice_receipt(reader: Reader, about: about_.NoticeReceipt) -> Message | None:
    """Short; who has confirmed is one tap away."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    text = _corrected(reader, notice) if about.corrected else _sent(reader, notice)
    return Message(f"{emoji.NOTICE} {text}", (tuple(_below(reader, notice)), (take_back(reader, notice),)))


def _corrected(reader: Reader, notice: Notice) -> str:
    room = rooms_of(reader, notice)
    if notice.level == Level.SIGN:
        # L10N: to a teacher who has corrected a notice that wants signatures; {room} is the class.
        return reader.say(
            "The notice to class {room} is corrected. Those who had signed are asked to sign again.", room=room
        )
    if notice.is_over(reader.tx.now):
        # L10N: to a teacher who has corrected a notice with a question whose time is over; {room} is the class.
        return reader.say(
            "The notice to class {room} is corrected. The time to answer is over: a new deadline asks them again.",
            room=room,
        )
    if notice.level == Level.ANSWER:
        # L10N: to a teacher who has corrected a notice with a question; {room} is the class.
        return reader.say("The notice to class {room} is corrected. Those who had answered are asked again.", room=room)
    if not notice.wants_something:
        # L10N: to a teacher who has corrected a notice that nobody needs to confirm; {room} is the class.
        return reader.say("The notice to class {room} is corrected. Families find the new words in it.", room=room)
    # L10N: to a teacher who has corrected a notice; {room} is the class.
    return reader.say("The notice to class {room} is corrected. Those who had confirmed it are told.", room=room)


def _sent(reader: Reader, notice: Notice) -> str:
    if notice.school_id is not None:
        # L10N: to who leads a school and has written to the families of its classes; {room} is a list of classes. It
        # goes to one class after the other.
        return reader.say("On its way to class {room}.", room=rooms_of(reader, notice))
    room, count = rooms_of(reader, notice), len(notices.households(reader.tx, notice.id))
    if not count:
        # L10N: to a teacher whose notice went out on its day; {room} is the class, of which no family is here now.
        return reader.say("Nobody has got this: no family of class {room} is here now.", room=room)
    # L10N: to a teacher whose notice went out; {room} is the class.
    text = reader.say_n(
        "Sent to {count} household of class {room}.", "Sent to {count} households of class {room}.", count, room=room
    )
    to = {person for _child, person, _at_home in notices.readers(reader.tx, notice.id)}
    return "\n".join([text, *([] if notice.urgent else some_sleep(reader, to, notice.sent_at))])


def notice_media_lost(reader: Reader, about: about_.NoticeMediaLost) -> Message | None:
    """What was dropped, that the rest arrived, and what to do."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    # L10N: to a teacher: Telegram refused a picture, voice or file of a notice that went out to a class.
    text = reader.say(
        "Telegram did not take a picture or file of this notice. The rest of it went out. "
        "Please take a new picture, or save the file as a PDF, and send it once more."
    )
    # L10N: a button of a teacher: the menu of a class; {room} is its name.
    first = reader.label("Class {room}", room=rooms_of(reader, notice))
    return Message("\n".join([f"{headed(emoji.NOTICE, first, text)}", excerpt(reader, notice)]))


def confirmations_shown(reader: Reader, about: about_.ConfirmationsShown) -> Message | None:
    """By household; the names of those to come are for the teacher alone."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    pupils = notices.pupils(reader.tx, notice.id)  # who has left the class is nobody's to count
    households = [each for each in notices.households(reader.tx, notice.id) if each.child_id in pupils]
    if not notice.wants_something:
        # L10N: to a teacher, of a notice that nobody needs to confirm.
        text = _sent(reader, notice) + "\n" + reader.say("It is just to read. Nobody needs to do anything.")
        return Message(f"{emoji.WHO} {text}", column(*_below(reader, notice), take_back(reader, notice)))
    open_ = [each for each in households if not each.is_done(notice, _home(reader, each.child_id))]
    lines = [
        _counted(reader, len(households), len(open_)),
        *_open(reader, notice, open_),
        *_not_joined(reader, notice),
        *_said(reader, notice, households),
    ]
    if notice.level == Level.ANSWER:
        lines += deadline_line(reader, notice)
    lines += reminded(reader, notice)
    rows: list[Button] = []
    if open_ and notice.may_remind(reader.tx.now):
        rows.append(remind_button(reader, notice))
    if notice.level == Level.ANSWER and notice.author_id == reader.person.id:
        rows.append(deadline_button(reader, notice))
    lists = [list_buttons(reader, notice)] if notice.level in OF_ITS_TEXT else []
    below = column(*_below(reader, notice), take_back(reader, notice))
    return Message("\n".join(lines), (*column(*rows), *lists, *below))


def reminded(reader: Reader, notice: Notice) -> list[str]:
    """How often, once it was."""
    if not notice.reminders:
        return []
    # L10N: to a teacher: how often the silent households were reminded.
    return [reader.say("Reminded: {count} of {most}.", count=notice.reminders, most=REMINDERS)]


def remind_button(reader: Reader, notice: Notice) -> Button:
    """🔔"""
    # L10N: a button of a teacher: remind the households that have not confirmed.
    return button(f"{emoji.REMIND} " + reader.label("Remind"), "notice_remind", notice.id)


def _home(reader: Reader, child_id: int) -> tuple[int, ...]:
    circle = circles.get(reader.tx, child_id)
    return home_of(circle) if circle else ()


def _counted(reader: Reader, all_: int, left: int) -> str:
    if all_ and not left:
        # L10N: to a teacher: every household has confirmed or answered a notice.
        whole = reader.say_n("{count} household: all are in.", "{count} households: all are in.", all_)
        return f"{emoji.WHO} {whole}"
    # L10N: to a teacher: how many households have confirmed a notice.
    return f"{emoji.WHO} " + reader.say_n(
        "{done} of {count} household; {left} to go.",
        "{done} of {count} households; {left} to go.",
        all_,
        done=all_ - left,
        left=left,
    )


def _open(reader: Reader, notice: Notice, households: list[Household]) -> list[str]:
    """Whose phones cannot be reached are no silent ones: the teacher would wait for them in vain."""
    lost = [each.child_id for each in households if not _is_reachable(reader, notice, each.child_id)]
    silent = [each.child_id for each in households if each.child_id not in lost]
    lines = []
    if silent:
        # L10N: to a teacher: children whose household has not confirmed yet; {names} is a list.
        lines.append(reader.say("Still open: {names}.", names=_names(reader, notice, silent)))
    if lost:
        # L10N: to a teacher: children of whose family no phone can be reached; {names} is a list.
        lines.append(reader.say("Cannot be reached here: {names}.", names=_names(reader, notice, lost)))
    return lines


def _not_joined(reader: Reader, notice: Notice) -> list[str]:
    """Of the school's own list; while a family is tied to no line of it, a line without one says nothing."""
    alone: list[str] = []
    for room in notices.classes(reader.tx, notice.id):
        lines = rosters.of_class(reader.tx, room)
        tied = {each.child_id for each in lines} | set(rosters.joined(reader.tx, room))
        if tied.issuperset(enrolments.children(reader.tx, room)):
            names = listed_as({each.id: each.line for each in lines})
            alone += [names[each.id] for each in lines if each.child_id is None]
    if not alone:
        return []
    # L10N: to a teacher, below who has confirmed a notice: children on the class's list whose family is not in Homeline
    # yet, so that they have not got it; {names} is a list.
    return [reader.say("No family here yet: {names}.", names=reader.enumerated(alone))]


def _is_reachable(reader: Reader, notice: Notice, child_id: int) -> bool:
    to = {person for child, person, _confirmed in notices.readers(reader.tx, notice.id) if child == child_id}
    return any(each.reachable for each in people.get_many(reader.tx, to).values())


def _said(reader: Reader, notice: Notice, households: Collection[Household]) -> list[str]:
    if notice.level == Level.SIGN:
        names = _pupils(reader, notice)  # looked up once for the whole card
        signed = [each for each in households if each.confirmed_by is not None]
        return [_signature(reader, notice, each, names.get(each.child_id, "—")) for each in signed]
    if notice.level != Level.ANSWER:
        return []
    return [_chosen(reader, notice, answer, households) for answer in every(notice)]


def _chosen(reader: Reader, notice: Notice, answer: str, households: Collection[Household]) -> str:
    said = [each.child_id for each in households if each.answer == answer and each.stands(notice)]
    names = {"answer": words_of(reader, notice, answer), "count": len(said)}
    if not said:
        # L10N: to a teacher: no family has given this {answer} to a notice yet; {count} is 0.
        return f"{sign_of(answer)} " + reader.say("{answer}: {count}", **names)
    # L10N: to a teacher: {count} families have given this {answer} to a notice; {names} are the children.
    text = reader.say("{answer}: {count} ({names})", names=_names(reader, notice, said), **names)
    return f"{sign_of(answer)} {text}"


def notice_outcome(reader: Reader, about: NoticeOutcome) -> Message | None:
    """The same as 👁, at the deadline and by itself; below a first line that a lock screen may show."""
    notice = notices.get(reader.tx, about.notice_id)
    shown = confirmations_shown(reader, about_.ConfirmationsShown(about.notice_id))
    if notice is None or notice.state != NoticeState.SENT or not notice.is_over(reader.tx.now) or shown is None:
        return None
    # L10N: a button of a teacher: the menu of a class; {room} is its name.
    first = reader.label("Class {room}", room=rooms_of(reader, notice))
    text = headed(emoji.UNTIL, first, f"{excerpt(reader, notice)}\n{shown.text}")
    return Message(text, shown.buttons)


def _signature(reader: Reader, notice: Notice, household: Household, child: str) -> str:
    """Who, as what, and when, on the school's clock; of an older text it says so."""
    at = household.confirmed_at or reader.tx.now
    names = {
        "child": child,
        "who": signer(reader, household),
        "number": household.revision + 1,
        **clocks.dated(reader, at, schools.clock(reader.tx, notice.class_id, reader.person)),
    }
    if not household.stands(notice):
        # L10N: to a teacher: {who} had signed for {child}, before a correction. {day} is such as “Tue, May 3”; {number}
        # says which version of the text.
        return f"{emoji.ANOTHER} " + reader.say("{child}: {who}, {day} {time}, an earlier text ({number})", **names)
    if notice.revision:
        # L10N: to a teacher: {who} has signed for {child}, or said no, a text that was corrected before; {number} says
        # which version of it. {day} is such as “Tue, May 3”.
        text = reader.say("{child}: {who}, {day} {time}, this text ({number})", **names)
    else:
        # L10N: to a teacher: {who} has signed for {child}, or said no; {day} is such as “Tue, May 3”.
        text = reader.say("{child}: {who}, {day} {time}", **names)
    return f"{emoji.NO if household.answer == 'no' else emoji.TO_SIGN} {text}"


def _names(reader: Reader, notice: Notice, children: list[int]) -> str:
    """What would fill the card is in the list."""
    names = [name for child, name in _pupils(reader, notice).items() if child in children]
    return reader.enumerated([*names[:_MOST], *(["…"] if len(names) > _MOST else [])])


def _pupils(reader: Reader, notice: Notice) -> dict[int, str]:
    """The children of every class that it went to, as their class names them; two of one name by their classes."""
    rooms = notices.classes(reader.tx, notice.id) or [notice.class_id]
    found = [(child, name, room) for room in rooms for child, name in pupils_of(reader, room)]
    count = Counter(name for _child, name, _room in found)
    return {child: name if count[name] == 1 else f"{name} ({_room(reader, room)})" for child, name, room in found}


def _room(reader: Reader, class_id: int) -> str:
    room = schools.class_room_of(reader.tx, class_id)
    return room.name if room else "—"


def _below(reader: Reader, notice: Notice) -> list[Button]:
    # L10N: a button of a teacher: correct a notice that was sent.
    correct = button(f"{emoji.CHANGE} " + reader.label("Correct"), "notice_change", notice.id)
    if not notice.wants_something:
        return [correct]
    # L10N: a button of a teacher: which households have confirmed.
    return [button(f"{emoji.WHO} " + reader.label("Confirmed"), "notice_who", notice.id), correct]
