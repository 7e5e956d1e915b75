"""What a teacher sees while a notice is written."""

from bot.domain import emoji
from bot.domain.outages import NoticeUncertain
from bot.domain.school import notices as about_
from bot.domain.school.notice_drafts import NoticeBegun, NoticeCardMoved, may_answer
from bot.domain.school.notice_receivers import ReceiversAsked
from bot.domain.school.notices import Notice, NoticeState
from bot.queries.school import notices, school_notices, schools
from bot.queries.school.schools import ClassRoom
from bot.texts import clocks
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.notice_own_time import morning
from bot.texts.school.notice_receivers import receivers_asked, with_names
from bot.texts.school.school_notices import reached_by, whole_school
from bot.texts.school.schools import class_name
from bot.texts.school.stray_lists import as_list
from bot.texts.school.talk_threads import family_buttons

_SHOWN = 600
_FEW = 10  # classes, each in a row of its own


def notice_class_asked(reader: Reader, about: about_.NoticeClassAsked) -> Message | None:
    """One button for each class; of what is written already, each is in or out."""
    found = notices.get(reader.tx, about.notice_id)
    rooms = _rooms(reader, found)
    if not about.notice_id:
        # L10N: a teacher of several classes writes a notice.
        text = reader.say("For which class is the notice?")
        return Message(text, column(*(button(f"{emoji.NOTICE} {each.name}", "notice_new", each.id) for each in rooms)))
    notice = found
    if notice is None or not notice.is_unsent:
        return None
    chosen = notices.classes(reader.tx, notice.id)
    # L10N: a teacher of several classes chooses those that a notice is for; each class is a button.
    lines = [excerpt(reader, notice), reader.say("For which classes is it? Tap each one.")]
    buttons = [
        button(f"{emoji.YES if each.id in chosen else emoji.TEACHER} {each.name}", "notice_for", notice.id, each.id)
        for each in rooms
    ]
    # L10N: a button of a teacher: the classes of a notice are chosen, what else it needs comes next.
    on = button(f"{emoji.CHANGE} " + reader.label("Go on"), "notice_show", notice.id)
    rows = grid(buttons, 3 if len(buttons) > _FEW else 1)
    below = column(_send(reader, notice), on) if chosen else ()
    return Message("\n\n".join(filter(None, lines)), (*rows, *below))


def _rooms(reader: Reader, notice: Notice | None) -> list[ClassRoom]:
    """The classes between which a teacher chooses; all of a school for who leads it and writes to it."""
    if notice is None or notice.school_id is None:
        return schools.classes_of(reader.tx, reader.person.id)
    open_ = school_notices.classes(reader.tx, notice.school_id)
    return [each for each in schools.classes_in(reader.tx, notice.school_id) if each.id in open_]


def notice_begun(reader: Reader, about: NoticeBegun) -> Message | None:
    """What has been written so far; the one tap that sends it says to whom."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    if notice.state == NoticeState.SCHEDULED:
        return notice_scheduled(reader, about_.NoticeScheduled(notice.id))
    chosen = notices.classes(reader.tx, notice.id)
    # L10N: a button of a teacher below what they have written: what families confirm, when it goes out, and the rest.
    further = button(f"{emoji.CHANGE} " + reader.label("More…"), "notice_show", notice.id)
    first = morning(reader, notice)
    families = column(*family_buttons(reader, notice.id)) if may_answer(notice) else ()
    if not chosen:
        # L10N: to a teacher of several classes, below what they have written; each class is a button that sends it.
        asked = _to_whom(reader) if families else reader.say("To which class?")
        text = f"{excerpt(reader, notice)}\n\n{asked}"
        rooms = schools.classes_of(reader.tx, reader.person.id)
        sign, verb = (emoji.TEACHER, "notice_room") if first else (emoji.NOTICE, "notice_to")
        keys = column(*(button(f"{sign} {each.name}", verb, notice.id, each.id) for each in rooms), further)
        return Message(text, (*families, *keys, *as_list(reader, notice)))
    room = rooms_of(reader, notice)
    if notice.chosen and not notices.pupils(reader.tx, notice.id):
        return receivers_asked(reader, ReceiversAsked(notice.id))
    if not notices.pupils(reader.tx, notice.id):
        # L10N: to a teacher who has written a notice; {room} is the class. What they wrote is kept.
        text = reader.say("No family has joined class {room} yet. What you wrote is kept here.", room=room)
        rows = column(_poster(reader, chosen[0]), *whole_school(reader, notice))
        return Message(f"{excerpt(reader, notice)}\n\n{text}", (*as_list(reader, notice), *rows))
    # L10N: to a teacher, below what they have written, and above the button that sends it; {room} is the class.
    asked = _to_whom(reader) if families else reader.say("To class {room}?", room=room)
    text = f"{excerpt(reader, notice)}\n\n{asked}"
    row = _send(reader, notice, room if families else ""), further
    rows = (row, (preview_button(reader, notice),), *as_list(reader, notice))
    return Message(text, (*families, *(((first,),) if first else ()), *rows))


def _to_whom(reader: Reader) -> str:
    # L10N: to a teacher, below what they have typed: families that wait for an answer, and the class, are buttons.
    return reader.say("To whom?")


def notice_card_moved(reader: Reader, about: NoticeCardMoved) -> Message:
    """One card is enough in a chat."""
    return Message(deletes=True)


def _send(reader: Reader, notice: Notice, room: str = "") -> Button:
    """📣 with the class on it where a family could be meant as well."""
    # L10N: a button of a teacher: what they have typed goes to the whole class, not to one family; {room} is its name.
    named = reader.label("Class {room}", room=room) if room else ""
    # L10N: a button: the notice goes out now.
    return button(f"{emoji.NOTICE} " + (named or reader.label("Send")), "notice_send", notice.id)


def preview_button(reader: Reader, notice: Notice) -> Button:
    """🔍"""
    # L10N: a button of a teacher below what they have written: the notice as families will see it.
    return button(f"{emoji.PREVIEW} " + reader.label("Preview"), "notice_preview", notice.id)


def rooms_of(reader: Reader, notice: Notice) -> str:
    """The classes that a notice is for, and who of them where it is for chosen pupils."""
    if notice.school_id is not None:
        return reached_by(reader, notice)
    chosen = notices.classes(reader.tx, notice.id) or [notice.class_id]
    return with_names(reader, notice, reader.listed(class_name(reader, each) for each in chosen))


def class_empty(reader: Reader, about: about_.ClassEmpty) -> Message:
    """The poster first."""
    # L10N: to a teacher; {room} is the class.
    text = reader.say(
        "No family has joined class {room} yet. Give them the poster first.", room=class_name(reader, about.class_id)
    )
    return Message(text, column(_poster(reader, about.class_id)))


def _poster(reader: Reader, class_id: int) -> Button:
    # L10N: a button of a teacher: the class's poster with a new link.
    return button(f"{emoji.INVITE} " + reader.label("Poster"), "poster", class_id)


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


def notice_scheduled(reader: Reader, about: about_.NoticeScheduled) -> Message | None:
    """It waits, and can still be changed."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or notice.state != NoticeState.SCHEDULED or notice.send_at is None:
        return None
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    # L10N: a notice waits for its time; {day} is such as “Tue, May 3”, {time} such as 07:00, {room} the class.
    first = reader.say(
        "Goes to class {room} on {day} at {time}.",
        room=rooms_of(reader, notice),
        **clocks.dated(reader, notice.send_at, zone),
    )
    rows = _waiting_rows(reader, notice)
    return Message("\n\n".join([f"{emoji.TIMES} {first}", excerpt(reader, notice)]), rows)


def notice_uncertain(reader: Reader, about: NoticeUncertain) -> Message | None:
    """Its time was lost, and with it whether it went out; one tap sends it."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    # L10N: to a teacher, after a loss of data; below it stands the notice, and buttons to send it or take it back.
    first = reader.say("I do not know whether this has gone out to class {room}.", room=rooms_of(reader, notice))
    rows = _waiting_rows(reader, notice) if notice.is_unsent else ()
    return Message("\n\n".join([f"{emoji.TIMES} {first}", excerpt(reader, notice)]), rows)


def _waiting_rows(reader: Reader, notice: Notice) -> tuple[tuple[Button, ...], ...]:
    return column(
        # L10N: a button: the words of a notice are written anew.
        button(f"{emoji.CHANGE} " + reader.label("Change"), "notice_change", notice.id),
        # L10N: a button: a notice that waits for its time goes out at another time.
        button(f"{emoji.TIMES} " + reader.label("Another time"), "notice_when", notice.id),
        # L10N: a button: a notice that waits for its time goes out at once.
        button(f"{emoji.YES} " + reader.label("Send now"), "notice_send", notice.id),
        # L10N: a button: a notice that waits for its time goes to nobody.
        button(f"{emoji.NO} " + reader.label("Do not send"), "notice_drop", notice.id),
        preview_button(reader, notice),
    )


def notice_change_asked(reader: Reader, about: about_.NoticeChangeAsked) -> Message | None:
    """New words."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    if notice.is_unsent:
        # L10N: a teacher changes a notice before it goes out.
        return Message(reader.say("Please write the notice as it should be."))
    if not notice.wants_something:
        # L10N: a teacher corrects a notice that families have read already, and that nobody needs to confirm.
        return Message(reader.say("Please write the text as it should be. It changes in place."))
    # L10N: a teacher corrects a notice that families have read already.
    text = reader.say("Please write the text as it should be. It changes in place, and those who confirmed are told.")
    return Message(text)


def notice_withdrawn(reader: Reader, about: about_.NoticeWithdrawn) -> Message:
    """Nobody saw it."""
    # L10N: a notice was dropped before it went out.
    text = reader.say("All right. This notice goes to nobody.")
    return Message(text, column(undo(reader, "notice_take_up", about.notice_id)) if about.notice_id else ())


def notices_exhausted(reader: Reader, about: about_.NoticesExhausted) -> Message:
    """A limit, said plainly."""
    if about.urgent:
        # L10N: a short note to a teacher who has used up the urgent notices.
        return Message(reader.label("Three urgent notices in 30 days is the most. This one can go out as usual."))
    # L10N: a short note to a teacher who has sent many notices to a class today; what they wrote stays where it is.
    return Message(reader.label("That is all for today. It is kept as a draft, and tomorrow there is room for it."))


def excerpt(reader: Reader, notice: Notice) -> str:
    text = notice.text if len(notice.text) <= _SHOWN else f"{notice.text[:_SHOWN].rstrip()}…"
    lines = list(filter(None, [quoted(text)]))
    if notice.media:
        # L10N: in the preview of a notice; files are pictures, voices or documents.
        lines.append(reader.say_n("With {count} file.", "With {count} files.", len(notice.media)))
    return "\n".join(lines)
