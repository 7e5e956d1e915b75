"""What a teacher sees while a notice is written, and after it went out."""

import html

from bot.domain import emoji
from bot.domain.outages import NoticeUncertain
from bot.domain.school import notices as about_
from bot.domain.school.notices import REMINDERS, Level, Notice, NoticeState
from bot.queries.school import enrolments, notices, schools
from bot.texts import clocks
from bot.texts.buttons import do_not
from bot.texts.circle.receipts import some_sleep
from bot.texts.message import Button, Message, button, column
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupil_name
from bot.texts.school.schools import class_name

_SHOWN = 600


def notice_class_asked(reader: Reader, about: about_.NoticeClassAsked) -> Message:
    """One button for each class."""
    rooms = schools.classes_of(reader.tx, reader.person.id)
    # L10N: a teacher of several classes writes a notice.
    text = reader.say("For which class is the notice?")
    return Message(text, column(*(button(f"{emoji.NOTICE} {each.name}", "notice_new", each.id) for each in rooms)))


def class_empty(reader: Reader, about: about_.ClassEmpty) -> Message:
    """The poster first."""
    # L10N: to a teacher; {room} is the class.
    text = reader.say(
        "No family has joined class {room} yet. Give them the poster first.", room=class_name(reader, about.class_id)
    )
    # L10N: a button of a teacher: the class's poster with a new link.
    return Message(text, column(button(f"{emoji.INVITE} " + reader.label("Poster"), "poster", about.class_id)))


def notice_asked(reader: Reader, about: about_.NoticeAsked) -> Message:
    """Whatever can be sent."""
    if about.again:
        # L10N: to a teacher: what came cannot be a notice (a sticker, a place).
        text = reader.say("A notice is a text, a picture, a file or a voice message. Please send one of these.")
        return Message(text)
    # L10N: a teacher begins a notice; {room} is the class.
    return Message(
        reader.say(
            "What should the families of class {room} know? Send a text, a picture, a file or your voice.",
            room=class_name(reader, about.class_id),
        )
    )


def level_asked(reader: Reader, about: about_.LevelAsked) -> Message | None:
    """One row for each level."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    # L10N: a teacher chooses how families confirm a notice.
    text = reader.say("How should the families confirm it?")
    return Message(
        text,
        column(
            # L10N: a button: nobody needs to confirm.
            button(f"{emoji.TO_READ} " + reader.label("Just to read"), "notice_level", notice.id, "read"),
            # L10N: a button: each family taps 🙏.
            button(f"{emoji.SEEN} " + reader.label("A tap"), "notice_level", notice.id, "tap"),
            # L10N: a button: each family answers yes or no.
            button(f"{emoji.TO_ANSWER} " + reader.label("Yes or no"), "notice_level", notice.id, "answer"),
            # L10N: a button: each family signs that it has read and agrees.
            button(f"{emoji.TO_SIGN} " + reader.label("A signature"), "notice_level", notice.id, "sign"),
        ),
    )


def notice_previewed(reader: Reader, about: about_.NoticePreviewed) -> Message | None:
    """What goes out, to how many."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.state != NoticeState.DRAFT:
        return None
    count = len(enrolments.children(reader.tx, notice.class_id))
    # L10N: above the preview of a notice; {room} is the class.
    first = reader.say_n(
        "Class {room}, {count} household. Shall this go out?",
        "Class {room}, {count} households. Shall this go out?",
        count,
        room=class_name(reader, notice.class_id),
    )
    return Message(
        "\n\n".join([first, _excerpt(reader, notice), _level(reader, notice.level)]), _preview_rows(reader, notice)
    )


def _preview_rows(reader: Reader, notice: Notice) -> tuple[tuple[Button, ...], ...]:
    if notice.urgent:
        # L10N: a button that is switched on: the notice is urgent and goes through quiet hours.
        urgent = button(f"{emoji.AT_ONCE} " + reader.label("Urgent: on"), "notice_urgent", notice.id)
    else:
        # L10N: a button that is switched off: the notice is not urgent.
        urgent = button(f"{emoji.AT_ONCE} " + reader.label("Urgent: off"), "notice_urgent", notice.id)
    return column(
        # L10N: a button: the notice goes out now.
        button(f"{emoji.YES} " + reader.label("Send"), "notice_send", notice.id),
        # L10N: a button: the notice goes out later.
        button(f"{emoji.TIMES} " + reader.label("At a time"), "notice_when", notice.id),
        urgent,
        do_not(reader, "notice_drop", notice.id),
    )


def send_time_asked(reader: Reader, about: about_.SendTimeAsked) -> Message | None:
    """Times on the school's clock."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    labels = {
        # L10N: a button: when a notice goes out; {time} is such as 18:00.
        "today18": reader.label("Today {time}", time="18:00"),
        # L10N: a button: when a notice goes out; {time} is such as 18:00.
        "tomorrow7": reader.label("Tomorrow {time}", time="07:00"),
        # L10N: a button: when a notice goes out; {time} is such as 18:00.
        "tomorrow18": reader.label("Tomorrow {time}", time="18:00"),
        # L10N: a button: when a notice goes out; {time} is such as 18:00.
        "monday7": reader.label("Monday {time}", time="07:00"),
    }
    times = [
        button(f"{emoji.TIMES} {labels[code]}", "notice_on", notice.id, about_.time_number(at, zone))
        for code, at in about_.send_times(reader.tx.now, zone).items()
    ]
    # L10N: a teacher chooses when a notice goes out.
    return Message(reader.say("When should it go out? This is the school's clock."), column(*times))


def notice_scheduled(reader: Reader, about: about_.NoticeScheduled) -> Message | None:
    """It waits, and can still be changed."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.state != NoticeState.SCHEDULED or notice.send_at is None:
        return None
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    # L10N: a notice waits for its time; {day} is such as “Tue, May 3”, {time} such as 07:00, {room} the class.
    first = reader.say(
        "Goes to class {room} on {day} at {time}.",
        room=class_name(reader, notice.class_id),
        **clocks.dated(reader, notice.send_at, zone),
    )
    rows = _waiting_rows(reader, notice)
    return Message("\n\n".join([f"{emoji.TIMES} {first}", _excerpt(reader, notice)]), rows)


def notice_uncertain(reader: Reader, about: NoticeUncertain) -> Message | None:
    """Its time was lost, and with it whether it went out; one tap sends it."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    # L10N: to a teacher, after a loss of data; below it stands the notice, and buttons to send it or take it back.
    first = reader.say(
        "I do not know whether this has gone out to class {room}.", room=class_name(reader, notice.class_id)
    )
    rows = _waiting_rows(reader, notice) if notice.is_unsent else ()
    return Message("\n\n".join([f"{emoji.TIMES} {first}", _excerpt(reader, notice)]), rows)


def _waiting_rows(reader: Reader, notice: Notice) -> tuple[tuple[Button, ...], ...]:
    return column(
        # L10N: a button: the words of a notice are written anew.
        button(f"{emoji.CHANGE} " + reader.label("Change"), "notice_change", notice.id),
        # L10N: a button: a notice that waits for its time goes out at another time.
        button(f"{emoji.TIMES} " + reader.label("Another time"), "notice_when", notice.id),
        # L10N: a button: a notice that waits for its time goes out at once.
        button(f"{emoji.YES} " + reader.label("Send now"), "notice_send", notice.id),
        # L10N: a button: a notice that waits for its time goes to nobody.
        button(f"{emoji.NO} " + reader.label("Take back"), "notice_drop", notice.id),
    )


def notice_change_asked(reader: Reader, about: about_.NoticeChangeAsked) -> Message | None:
    """New words."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    if notice.is_unsent:
        # L10N: a teacher changes a notice before it goes out.
        return Message(reader.say("Please write the notice as it should be."))
    # L10N: a teacher corrects a notice that families have read already.
    text = reader.say("Please write the text as it should be. It changes in place, and who has confirmed is told.")
    return Message(text)


def notice_withdrawn(reader: Reader, about: about_.NoticeWithdrawn) -> Message:
    """Nobody saw it."""
    # L10N: a notice was dropped before it went out.
    return Message(reader.say("All right. This notice goes to nobody."))


def notices_exhausted(reader: Reader, about: about_.NoticesExhausted) -> Message:
    """A limit, said plainly."""
    if about.urgent:
        # L10N: a short note to a teacher who has used up the urgent notices.
        return Message(reader.label("Three urgent notices in 30 days is the most. This one can go out as usual."))
    # L10N: a short note to a teacher who has sent many notices to a class today.
    return Message(reader.label("That is all for one day. Tomorrow there is room for new notices."))


def notice_receipt(reader: Reader, about: about_.NoticeReceipt) -> Message | None:
    """Short; who has confirmed is one tap away."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    room = class_name(reader, notice.class_id)
    if about.corrected:
        # L10N: to a teacher who has corrected a notice; {room} is the class.
        text = reader.say("The notice to class {room} is corrected. Who had confirmed it is told.", room=room)
    else:
        # L10N: to a teacher whose notice went out; {room} is the class.
        text = reader.say_n(
            "Sent to {count} household of class {room}.",
            "Sent to {count} households of class {room}.",
            len(notices.households(reader.tx, notice.id)),
            room=room,
        )
        to = {person for _child, person, _at_home in notices.readers(reader.tx, notice.id)}
        text = "\n".join([text, *([] if notice.urgent else some_sleep(reader, to))])
    return Message(f"{emoji.NOTICE} {text}", ((_who(reader, notice), _correct(reader, notice)),))


def confirmations_shown(reader: Reader, about: about_.ConfirmationsShown) -> Message | None:
    """By household; the names of those to come are for the teacher alone."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    pupils = enrolments.children(reader.tx, notice.class_id)  # who has left the class is nobody's to count
    households = [each for each in notices.households(reader.tx, notice.id) if each.child_id in pupils]
    open_ = [each for each in households if each.confirmed_by is None]
    done = len(households) - len(open_)
    # L10N: to a teacher: how many households have confirmed a notice.
    lines = [
        f"{emoji.WHO} "
        + reader.say_n(
            "{done} of {count} household; {left} to go.",
            "{done} of {count} households; {left} to go.",
            len(households),
            done=done,
            left=len(open_),
        )
    ]
    if open_:
        # L10N: to a teacher: children whose household has not confirmed yet; {names} is a list.
        lines.append(
            reader.say("To go: {names}.", names=_names(reader, notice.class_id, [each.child_id for each in open_]))
        )
    for answer, sign in (("yes", emoji.YES), ("no", emoji.NO)):
        said = [each.child_id for each in households if each.answer == answer]
        if said:
            lines.append(f"{sign} {html.escape(_names(reader, notice.class_id, said))}")
    if notice.reminders:
        # L10N: to a teacher: how often the silent households were reminded.
        lines.append(reader.say("Reminded: {count} of {most}.", count=notice.reminders, most=REMINDERS))
    rows: list[Button] = []
    if open_ and notice.may_remind(reader.tx.now):
        # L10N: a button of a teacher: remind the households that have not confirmed.
        rows.append(button(f"{emoji.REMIND} " + reader.label("Remind"), "notice_remind", notice.id))
    return Message("\n".join(lines), column(*rows, _who(reader, notice), _correct(reader, notice)))


def _names(reader: Reader, class_id: int, children: list[int]) -> str:
    return reader.listed(sorted(pupil_name(reader, class_id, each) for each in children))


def _who(reader: Reader, notice: Notice) -> Button:
    # L10N: a button of a teacher: which households have confirmed.
    return button(f"{emoji.WHO} " + reader.label("Confirmed"), "notice_who", notice.id)


def _correct(reader: Reader, notice: Notice) -> Button:
    # L10N: a button of a teacher: correct a notice that was sent.
    return button(f"{emoji.CHANGE} " + reader.label("Correct"), "notice_change", notice.id)


def _level(reader: Reader, level: Level) -> str:
    return {
        # L10N: in the preview of a notice: nobody needs to confirm it.
        Level.READ: reader.say("To read; nobody needs to confirm."),
        # L10N: in the preview of a notice.
        Level.TAP: reader.say("Each household confirms with a tap."),
        # L10N: in the preview of a notice.
        Level.ANSWER: reader.say("Each household answers yes or no."),
        # L10N: in the preview of a notice.
        Level.SIGN: reader.say("Each household signs that it has read and agrees."),
    }[level]


def _excerpt(reader: Reader, notice: Notice) -> str:
    text = notice.text if len(notice.text) <= _SHOWN else f"{notice.text[:_SHOWN].rstrip()}…"
    lines = list(filter(None, [quoted(text)]))
    if notice.media:
        # L10N: in the preview of a notice; files are pictures, voices or documents.
        lines.append(reader.say_n("With {count} file.", "With {count} files.", len(notice.media)))
    return "\n".join(lines)
