"""A word from the school as the family reads it."""

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.circles import Circle, Role
from bot.domain.circle.roles import Action
from bot.domain.school import absences as on_absences
from bot.domain.school import school_words as about_
from bot.domain.school.school_words import Word, WordAnswer, WordKind, WordState, card_of
from bot.domain.school.staying_home import card_of as home_card
from bot.queries.circle import circles
from bot.queries.illness import illnesses
from bot.queries.school import school_words, schools, talk_readers
from bot.texts.buttons import letter
from bot.texts.message import Button, Media, Message, button, column
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.absence_reasons import explained, reason_buttons
from bot.texts.school.far_away import to_talk_about
from bot.texts.school.office_hours import reads_later
from bot.texts.school.school_numbers import office_line
from bot.texts.school.schools import class_name, school_of
from bot.texts.school.shared_numbers import of_school
from bot.texts.school.stickers import sticker_lines

_SIGNS = {
    WordKind.GOOD: emoji.GOOD,
    WordKind.CALL: emoji.CALL,
    WordKind.ABSENT: emoji.ROLL,
    WordKind.ILL: emoji.ILL,
    WordKind.IN_CLASS: emoji.ROLL,
}


def word_sent(reader: Reader, about: about_.WordSent) -> Message | None:
    """Good news or a wish for a call, as it stands now."""
    found = word_of(reader, about.word_id)
    if found is None:
        return None
    word, circle = found
    if word.state == WordState.UNDONE:
        return _taken_back(reader, word, circle)
    lines = [first_line(reader, word, circle), _text(reader, word, circle)]
    if word.answer is not None:
        lines.append(_answer(reader, word, circle))
        lines += filter(None, [_when_read(reader, word)])
    return Message("\n".join(lines), column(*_buttons(reader, word, circle)))


def word_taken_back(reader: Reader, about: about_.WordTakenBack) -> Message | None:
    """Only to who has read it."""
    found = word_of(reader, about.word_id)
    return _taken_back(reader, *found) if found and found[0].state == WordState.UNDONE else None


def _taken_back(reader: Reader, word: Word, circle: Circle) -> Message | None:
    if not _saw(reader, word):
        return None
    # L10N: the teacher has taken back what was sent; {teacher} is their name.
    text = reader.say("Taken back by {teacher}.", teacher=teacher_of(reader, word))
    return Message(f"{first_line(reader, word, circle)}\n{emoji.UNDO} {text}")


def _text(reader: Reader, word: Word, circle: Circle) -> str:
    child, school = circle.child.name, school_of(reader, word.class_id)
    if word.what == WordKind.CALL:
        # L10N: from the school to the family; nothing urgent.
        asks = reader.say(
            "{teacher} ({school}) asks you to call when you can.", teacher=teacher_of(reader, word), school=school
        )
        # L10N: to the family, below the school's wish for a call: nobody of the school shows a number here.
        unknown = reader.say("The school shows no number here. Please use the one you know.")
        return "\n".join([asks, *(_numbers(reader, word, circle) or [unknown])])
    # L10N: good news from the school to the family; {child} is the child's call name.
    text = reader.say("{child} had a good day at {school}.", child=child, school=school)
    text = "\n".join([text, *sticker_lines(reader, word)])
    if _is_parent(reader, circle):
        text += "\n" + to_talk_about(reader, child, word.id)
    return text


def _numbers(reader: Reader, word: Word, circle: Circle) -> list[str]:
    """What the class's teachers have chosen to show, else the school's own."""
    room = talk_readers.room_of(reader.tx, word.class_id, word.child_id)
    if room is None:
        return []
    return of_school(reader, room, talk_readers.staff(reader.tx, room, circle)) or office_line(reader, room.school_id)


def _answer(reader: Reader, word: Word, circle: Circle) -> str:
    mine = word.answered_by == reader.person.id
    who = reader.named(circle, word.answered_by or 0)
    if word.what == WordKind.GOOD:
        # L10N: below good news from the school; this reader has pressed ❤️.
        own = reader.say("You have said thank you.")
        # L10N: below good news from the school; {who} of the family has pressed ❤️.
        return f"{emoji.THANKS} " + (own if mine else reader.say("{who} has said thank you.", who=who))
    # L10N: below the school's wish for a call; this reader has pressed 🤙.
    own = reader.say("I have told the school that you are calling.")
    # L10N: below the school's wish for a call; {who} of the family has pressed 🤙.
    return f"{emoji.CALLING} " + (own if mine else reader.say("{who} is calling the school.", who=who))


def word_thanked(reader: Reader, about: about_.WordThanked) -> Message:
    """A short answer to a press."""
    # L10N: a short note to who has pressed ❤️ below good news from the school.
    return Message(f"{emoji.THANKS} " + reader.label("The teacher will see it."))


def _when_read(reader: Reader, word: Word) -> str:
    mine = word.answered_by == reader.person.id
    return reads_later(reader, word.class_id, word.author_id) if mine else ""


def _buttons(reader: Reader, word: Word, circle: Circle) -> list[Button]:
    voice = [letter(reader, circle.child.id)] if word.what == WordKind.GOOD and _is_parent(reader, circle) else []
    if word.answer is not None:
        return voice
    if word.what == WordKind.GOOD:
        # L10N: a button below good news from the school: thank you.
        return [button(f"{emoji.THANKS} " + reader.label("Thank you"), "word_answer", word.id), *voice]
    # L10N: a button of a parent: I am calling them now.
    return [button(f"{emoji.CALLING} " + reader.label("I am calling"), "word_answer", word.id)]


def word_note_sent(reader: Reader, about: about_.WordNoteSent) -> Message | None:
    """A voice, a picture, a few words of the teacher."""
    found = word_of(reader, about.word_id)
    if found is None or found[0].state == WordState.UNDONE or about.place >= len(found[0].notes):
        return None
    word, circle = found
    note = word.notes[about.place]
    words = quoted(note.get("text") or "")
    shown = note.get("file_id") and not about.words
    media = Media(note["kind"], note["file_id"]) if shown else None
    return Message(f"{first_line(reader, word, circle)}\n{words}".strip(), media=media, protect=media is not None)


def word_note_gone(reader: Reader, about: about_.WordNoteGone) -> Message:
    """Nothing of it stays on the phone."""
    return Message(deletes=True)


def absence_shown(reader: Reader, about: on_absences.AbsenceShown) -> Message | None:
    """A question at home, news for the parents; no blame, no guess."""
    found = word_of(reader, about.word_id)
    if found is None:
        return None
    word, circle = found
    first = first_line(reader, word, circle)
    if word.state == WordState.UNDONE:
        return Message(f"{first}\n{_in_class(reader, circle)}") if _saw(reader, word) else None
    parent_hears = _is_parent(reader, circle) and bool(_at_home(reader, word, circle))
    lines = [first, _missed(reader, word, circle)]
    told_before = word.answer == WordAnswer.KNOWN and word.was_told_before
    lines.append(
        _told_before(reader, word, circle) if told_before else _state(reader, word, circle, parent=parent_hears)
    )
    lines += explained(reader, word, circle)
    buttons = column(*_absence_buttons(reader, word, asked=not parent_hears)) or reason_buttons(reader, word, circle)
    return Message("\n".join(lines), buttons)


def absence_told_anew(reader: Reader, about: on_absences.AbsenceToldAnew) -> Message | None:
    """The older message asks nothing any more."""
    found = word_of(reader, about.word_id)
    if found is None:
        return None
    said = _missed(reader, *found)
    # L10N: at the end of an older message about a child who is not in class; a newer one below says more.
    return Message(f"{first_line(reader, *found)}\n{said} {reader.say('There is something new below.')}")


def _missed(reader: Reader, word: Word, circle: Circle) -> str:
    # L10N: from the school to the family; plain, no blame. {room} is the class.
    return reader.say(
        "{child} is not in class {room} today.", child=circle.child.name, room=class_name(reader, word.class_id)
    )


def _state(reader: Reader, word: Word, circle: Circle, *, parent: bool) -> str:
    child = circle.child.name
    if word.answer == WordAnswer.KNOWN:
        if word.answered_by == reader.person.id:
            # L10N: to who has said that they know where the child is; {teacher} is the teacher's name.
            return f"{emoji.YES} " + reader.say("Thank you. I tell {teacher}.", teacher=teacher_of(reader, word))
        who = reader.named(circle, word.answered_by or 0)
        # L10N: {who} of the family knows where {child} is.
        return f"{emoji.YES} " + reader.say("{who} knows where {child} is.", who=who, child=child)
    if word.answer == WordAnswer.UNKNOWN and parent:
        # L10N: to the parents: the child is not in class, and home does not know where it is. No blame, no guess.
        return reader.say("Nobody at home knows yet where {child} is. Please call home now.", child=child)
    if word.answer == WordAnswer.UNKNOWN:
        # L10N: to those at home who do not know where the child is. Fixed text: no comfort, no guess.
        return reader.say("The school and the parents hear it now. If you are worried, get help now.")
    if parent:
        # L10N: to the parents: the child is not in class; home is asked and has not answered yet. No blame.
        return reader.say("Home is asked and has not answered yet.")
    # L10N: asked at home, softly: the child is not in class today.
    return reader.say("Do you know where {child} is?", child=child)


def _told_before(reader: Reader, word: Word, circle: Circle) -> str:
    """Home had said so already; the school reads no word of why."""
    running, teacher = illnesses.running(reader.tx, circle.child.id), teacher_of(reader, word)
    # L10N: to those at home, who had told before school that the child stays at home; {teacher} is the teacher's name.
    known = reader.say("{teacher} reads only that the family knows.", teacher=teacher)
    if running is None or running.is_plain:
        return f"{emoji.YES} {known}"
    if word.answered_by == reader.person.id:
        # L10N: to who has told that {child} is ill, when the school has missed the child today.
        return f"{emoji.YES} " + reader.say("You said that {child} is ill.", child=circle.child.name) + f"\n{known}"
    who = reader.named(circle, word.answered_by or 0)
    # L10N: to those at home when the school has missed the child today; {who} has told that {child} is ill.
    said = reader.say("{who} said that {child} is ill.", who=who, child=circle.child.name)
    return f"{emoji.YES} {said}\n{known}"


def _absence_buttons(reader: Reader, word: Word, *, asked: bool) -> list[Button]:
    if word.answer == WordAnswer.KNOWN and word.was_told_before:
        # L10N: a button of those at home, who had told that the child is ill: today it is not at home.
        return [button(f"{emoji.NO} " + reader.label("Not at home"), "absence", word.id, "no")]
    if word.answer == WordAnswer.KNOWN:
        return []
    # L10N: a button of an adult who knows where the child is; it must not be read as “all right, I have seen it”.
    known = button(f"{emoji.YES} " + reader.label("I know where"), "absence", word.id, "yes")
    if word.answer is not None or not asked:
        return [known]
    # L10N: a button of an adult at home who does not know where the child is.
    return [known, button(f"{emoji.NO} " + reader.label("I don't know"), "absence", word.id, "no")]


def absence_over(reader: Reader, about: on_absences.AbsenceOver) -> Message | None:
    """Only to who has read that the child was not there."""
    found = word_of(reader, about.word_id)
    if found is None or found[0].state != WordState.UNDONE or not _saw(reader, found[0]):
        return None
    return Message(f"{first_line(reader, *found)}\n{_in_class(reader, found[1])}")


def _in_class(reader: Reader, circle: Circle) -> str:
    # L10N: the school had said that {child} is not in class; now it is.
    return f"{emoji.YES} " + reader.say("{child} is in class.", child=circle.child.name)


def first_line(reader: Reader, word: Word, circle: Circle) -> str:
    """All that a lock screen shows: the child, and the teacher by the name that the school knows."""
    teacher = reader.teacher(_called(reader, word))
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    return f"{_SIGNS[word.what]} " + reader.say("{child}, from {guardian}", child=circle.child.name, guardian=teacher)


def teacher_of(reader: Reader, word: Word) -> str:
    """The teacher, below a line that has said who it is."""
    return reader.teacher(_called(reader, word), placed=True)


def _called(reader: Reader, word: Word) -> str:
    room = schools.class_room_of(reader.tx, word.class_id)
    return schools.called(reader.tx, room.school_id, word.author_id) if room else ""


def word_of(reader: Reader, word_id: int) -> tuple[Word, Circle] | None:
    """A word and the circle, while the reader takes part."""
    word = school_words.get(reader.tx, word_id)
    mine = circles.membership(reader.tx, word.child_id, reader.person.id, Action.HEAR_SCHOOL) if word else None
    return (word, reader.circle(word.child_id)) if word and mine else None


def _saw(reader: Reader, word: Word) -> bool:
    names = (card_of(word.id), home_card(word.child_id, word.day))
    return any(cards.message_of(reader.tx, reader.person.id, each) is not None for each in names)


def _is_parent(reader: Reader, circle: Circle) -> bool:
    me = circle.member(reader.person.id)
    return me is not None and me.role == Role.PARENT


def _at_home(reader: Reader, word: Word, circle: Circle) -> list[int]:
    """Who was asked at home; nobody when the parents were asked themselves."""
    parents = {each.person_id for each in circle.parents}
    return [each for each in school_words.told(reader.tx, word) if each not in parents]
