"""✉️ What families and teachers write to each other, and what they read about its way."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.school import school_talks as about_
from bot.domain.school.school_talks import FAMILY, Talk, TalkState, Thread, answered_line, line_of
from bot.domain.school.talk_ways import TalkLost, losses
from bot.queries.school import school_talks as rows
from bot.queries.school import schools, talk_readers, talk_ways
from bot.texts.buttons import undo
from bot.texts.message import Button, Media, Message, button, column
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupil_name
from bot.texts.school.talk_threads import answer_button, hand_buttons, handed_line, thread_button
from bot.texts.school.talk_ways import later, nobody_reads, teachers, to_family, to_school, write_again


def talk_asked_for(reader: Reader, about: about_.TalkAskedFor) -> Message | None:
    """What can be sent, and who reads it when."""
    if about.again:
        # L10N: to a family or a teacher who write to each other: what came cannot travel, such as a sticker.
        return Message(reader.say("I cannot pass that on. Words, a voice, a photo or a file work."))
    room, circle = (
        talk_readers.room_of(reader.tx, about.class_id, about.child_id),
        reader.circle_or_none(about.child_id),
    )
    if room is None or circle is None:
        return talk_closed(reader, about_.TalkClosed(about.class_id, about.child_id))
    # L10N: to a family or a teacher who are about to write to each other; the microphone is Telegram's own.
    how = reader.say("Write now, or hold the microphone and speak. Photos and files work, too.")
    me = circle.member(reader.person.id)
    if me is None:
        child = pupil_name(reader, about.class_id, about.child_id)
        # L10N: to a teacher who writes to a family.
        return Message(f"{emoji.WORDS} {child}\n{how}")
    threads = rows.threads_of(reader.tx, room.id, circle.child.id)
    mine = next((each for each in threads if each.line == line_of(circle, me)), None)
    staff = talk_readers.staff(reader.tx, room, circle, mine)
    # L10N: to a family that is about to write to the child's school; {teacher} is one name or several.
    who = reader.say("It goes to {teacher}.", teacher=teachers(reader, room.id, staff))
    return Message("\n".join([f"{emoji.WORDS} {circle.child.name}", how, *(later(reader, room, staff) or [who])]))


def talk_kept(reader: Reader, about: about_.TalkKept) -> Message:
    """As they wished."""
    # L10N: the guardian sent a voice or a photo, but said no to passing these on when joining.
    return Message(reader.say("Voices and photos stay with you, as you wished. Words are passed on."))


def talk_closed(reader: Reader, about: about_.TalkClosed) -> Message:
    """Nothing was sent, and what helps instead."""
    circle = reader.circle_or_none(about.child_id)
    child = circle.child.name if circle else "—"
    return Message("\n".join([f"{emoji.WORDS} {child}", *nobody_reads(reader, about.class_id, child, sent=False)]))


def talk_receipt(reader: Reader, about: about_.TalkReceipt) -> Message | None:
    """What has become of it."""
    found = rows.get(reader.tx, about.talk_id)
    circle = reader.circle_or_none(found[1].child_id) if found else None
    if found is None or circle is None:
        return None
    talk, thread = found
    name = pupil_name(reader, thread.class_id, thread.child_id) if talk.from_school else circle.child.name
    first = f"{emoji.WORDS} {name}"
    if talk.state == TalkState.UNDONE:
        # L10N: to who has taken back what they wrote to a school or to a family.
        return Message(f"{first}\n{emoji.UNDO} " + reader.say("Taken back."))
    lines = to_family(reader, circle, talk, thread) if talk.from_school else to_school(reader, circle, talk, thread)
    back = talk.can_be_undone(reader.tx.now) and not talk.seen_by and not talk_readers.is_answered(reader.tx, *found)
    buttons = [*([undo(reader, "talk_undo", talk.id)] if back else []), *write_again(reader, talk, thread)]
    return Message("\n".join([first, *lines]), column(*buttons))


def talk_lost(reader: Reader, about: TalkLost) -> Message | None:
    """The same, once more: nothing where it is no loss any more."""
    found = rows.get(reader.tx, about.talk_id)
    lost = found is not None and any(map(losses, talk_ways.parts(reader.tx, found[0])))
    return talk_receipt(reader, about_.TalkReceipt(about.talk_id)) if lost else None


def talk_to_school(reader: Reader, about: about_.TalkToSchool) -> Message | None:
    """The family's words, who says them, and where an answer goes."""
    found = rows.get(reader.tx, about.talk_id)
    here = talk_readers.for_school(reader.tx, found[1], reader.person.id) if found else None
    if found is None or here is None or found[0].state == TalkState.UNDONE or about.page >= len(found[0].pages):
        return None
    (talk, thread), circle = found, here[0]
    child = pupil_name(reader, thread.class_id, thread.child_id)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = reader.say("{child}, from {guardian}", child=child, guardian=reader.named(circle, talk.author_id))
    last = about.page == len(talk.pages) - 1
    page = talk.pages[about.page]
    lines = [f"{emoji.WORDS} {first}", quoted(page.text), *(_state(reader, circle, talk, thread) if last else [])]
    return Message(
        "\n".join(filter(None, lines)),
        column(*_teachers_buttons(reader, talk, thread)) if last else (),
        media=Media(talk.kind, talk.file_id) if page.media and talk.file_id else None,
        protect=bool(page.media and talk.file_id),
        foot=last,
    )


def _state(reader: Reader, circle: Circle, talk: Talk, thread: Thread) -> list[str]:
    if talk.seen_by and not _is_open(talk, thread):
        # L10N: to a teacher, below a family's words: they were seen, and need no answer.
        return [f"{emoji.SEEN} " + reader.say("Seen. No answer is needed.")]
    after = [each for each in rows.since(reader.tx, thread.id, talk.sent_at) if each.from_school and each.id > talk.id]
    if after and thread.waits_since is None:
        room = schools.class_room_of(reader.tx, thread.class_id)
        if after[0].author_id == reader.person.id or room is None:
            # L10N: to a teacher, below a family's words that they have answered.
            return [f"{emoji.YES} " + reader.say("You have answered.")]
        # L10N: to a teacher, below a family's words that another teacher of the class has answered.
        by = reader.say("{teacher} has answered.", teacher=teachers(reader, room.id, [after[0].author_id]))
        return [f"{emoji.YES} {by}"]
    line, handed = answered_line(circle, thread, talk.author_id), handed_line(reader, circle, thread)
    if line == FAMILY:
        return handed
    to = reader.listed(reader.named(circle, each) for each in about_.readers(circle, line))
    # L10N: to a teacher, where adults of a family do not read each other's words; {names} is one name or several.
    return [reader.say("{names} can read your answer, and nobody else in the family.", names=to), *handed] if to else []


def _is_open(talk: Talk, thread: Thread) -> bool:
    return thread.waits_since is not None and talk.sent_at >= thread.waits_since


def _teachers_buttons(reader: Reader, talk: Talk, thread: Thread) -> list[Button]:
    # L10N: a button of a teacher below a family's words: I have seen it, and it needs no answer.
    seen = [button(f"{emoji.SEEN} " + reader.label("Seen"), "talk_seen", talk.id)] if _is_open(talk, thread) else []
    return [answer_button(reader, talk), *seen, thread_button(reader, thread), *hand_buttons(reader, thread)]


def talk_shared(reader: Reader, about: about_.TalkShared) -> Message | None:
    """What another adult of the family has written to the school."""
    return _in_family(reader, about)


def talk_to_family(reader: Reader, about: about_.TalkToFamily) -> Message | None:
    """What a teacher has written."""
    return _in_family(reader, about)


def _in_family(reader: Reader, about: about_.TalkShared | about_.TalkToFamily) -> Message | None:
    found = rows.get(reader.tx, about.talk_id)
    if found is None or found[0].state == TalkState.UNDONE or about.page >= len(found[0].pages):
        return None
    talk, thread = found
    circle = reader.circle(thread.child_id)
    me = circle.member(reader.person.id)
    if me is None or line_of(circle, me) != thread.line or reader.hides(circle, talk.author_id):
        return None
    last, page = about.page == len(talk.pages) - 1, talk.pages[about.page]
    text = "\n".join(filter(None, [_heading(reader, circle, talk, thread), quoted(page.text)]))
    may = last and talk.from_school and talk_readers.for_family(reader.tx, thread, reader.person.id)
    return Message(
        text,
        ((answer_button(reader, talk),),) if may else (),
        media=Media(talk.kind, talk.file_id) if page.media and talk.file_id else None,
        protect=bool(page.media and talk.file_id),
        foot=last,
    )


def _heading(reader: Reader, circle: Circle, talk: Talk, thread: Thread) -> str:
    child, room = circle.child.name, schools.class_room_of(reader.tx, thread.class_id)
    if talk.from_school:
        who = reader.staff(room, talk.author_id) if room else reader.teacher("")
        # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
        first = reader.say("{child}, from {guardian}", child=child, guardian=who)
        return f"{emoji.WORDS} {first}"
    # L10N: the first line of what another adult of the family has written to the child's school, all that a lock screen
    # shows: the child, and who has written.
    first = reader.say("{child}: {who} to the school", child=child, who=reader.named(circle, talk.author_id))
    return f"{emoji.WORDS} {first}"


def talk_gone(reader: Reader, about: about_.TalkGone) -> Message:
    """Nothing of it stays on the phone."""
    return Message(deletes=True)
