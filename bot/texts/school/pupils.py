"""What a teacher sees: the children of a class, what can be told, and what became of it."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from bot.collation import key_of
from bot.domain import emoji
from bot.domain.school import absences as on_absences
from bot.domain.school import school_words as about_
from bot.domain.school import staying_home as on_staying
from bot.domain.school.rosters import Pupil, listed_as
from bot.domain.school.school_words import Word, WordKind, WordState
from bot.domain.school.schools import told_apart
from bot.queries.circle import circles, people
from bot.queries.school import enrolments, rosters, school_words, schools
from bot.texts.buttons import more, undo
from bot.texts.circle.receipts import some_sleep
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.absence_lines import absence_line, here_line
from bot.texts.school.schools import class_name
from bot.texts.school.shared_numbers import numbers_button
from bot.texts.school.staying_home import from_home, heading_of
from bot.texts.school.stickers import sticker_buttons, sticker_lines

T = TypeVar("T")

_LAST = 1_000  # after every number of a list
PAGE = 60  # children on one card: a whole class nearly always; Telegram takes 100 buttons


def pupil_class_asked(reader: Reader, about: about_.PupilClassAsked) -> Message:
    """One button for each class; the school beside it where there are several."""
    rooms = schools.classes_of(reader.tx, reader.person.id)
    several = len({each.school_id for each in rooms}) > 1
    names = {each.id: school.name for each in rooms if several and (school := schools.get(reader.tx, each.school_id))}
    sign, verb, rest = (emoji.ROLL, "roll", ()) if about.then == "roll" else (emoji.PUPIL, "pupils", (0,))
    buttons = [button(f"{sign} {each.name} {names.get(each.id, '')}".strip(), verb, each.id, *rest) for each in rooms]
    # L10N: a teacher of several classes chooses one.
    return Message(reader.say("Which class?"), column(*buttons))


def pupils_shown(reader: Reader, about: about_.PupilsShown) -> Message:
    """One button for each child."""
    listed = page_of(pupils_of(reader, about.class_id), about.page)
    buttons = [button(name, "pupil", about.class_id, child) for child, name in listed]
    # L10N: a teacher chooses one child of a class; {room} is the class.
    text = reader.say("Class {room}. Which child?", room=class_name(reader, about.class_id))
    count = len(pupils_of(reader, about.class_id))
    return Message(text, (*grid(buttons, 2), *_further(reader, about, count)))


def _further(reader: Reader, about: about_.PupilsShown, count: int) -> tuple[tuple[Button, ...], ...]:
    following = next_page(about.page, count)
    return () if following is None else ((more(reader, "pupils", about.class_id, following),),)


def pupils_of(reader: Reader, class_id: int) -> list[tuple[int, str]]:
    """The children of a class in the order of its list, else as their language sorts names."""
    lines = rosters.of_class(reader.tx, class_id)
    names, key = _names(reader, class_id, lines), order_of(reader, class_id)
    numbers = {each.child_id: each.line.number for each in lines}
    here = [(each, names[each]) for each in enrolments.children(reader.tx, class_id)]
    return sorted(here, key=lambda each: key(numbers.get(each[0]), each[1]))


def order_of(reader: Reader, class_id: int) -> Callable[[int | None, str], tuple[int, object]]:
    """By the school's number, where a child has one; then by name."""
    key = key_of(_country(reader, class_id))
    return lambda number, name: (_LAST if number is None else number, key(name))


def _names(reader: Reader, class_id: int, lines: list[Pupil]) -> dict[int, str]:
    """Each child as the school writes it, else by its call name; those who are called the same are told apart."""
    listed = listed_as({each.id: each.line for each in lines})
    written = {each.child_id: listed[each.id] for each in lines}
    written |= {child: listed[line] for child, line in rosters.joined(reader.tx, class_id).items() if line in listed}
    return told_apart([(child, written.get(child, name)) for child, name in enrolments.pupils(reader.tx, class_id)])


def _country(reader: Reader, class_id: int) -> str | None:
    room = schools.class_room_of(reader.tx, class_id)
    school = schools.get(reader.tx, room.school_id) if room else None
    return school.country if school else None


def page_of(pupils: list[T], page: int) -> list[T]:
    """The children of one page."""
    return pupils[page * PAGE : (page + 1) * PAGE]


def next_page(page: int, count: int) -> int | None:
    """The page after this one, round to the first; none when there is only one."""
    if count <= PAGE:
        return None
    return page + 1 if (page + 1) * PAGE < count else 0


def pupil_name(reader: Reader, class_id: int, child_id: int) -> str:
    """A child as the teacher's lists name it."""
    names = _names(reader, class_id, rosters.of_class(reader.tx, class_id))
    circle = circles.get(reader.tx, child_id)
    return names.get(child_id) or (circle.child.name if circle else "—")


def pupil_shown(reader: Reader, about: about_.PupilShown) -> Message:
    """What can be told, good news first."""
    where = about.class_id, about.pupil
    # L10N: a teacher has chosen a child; {child} is its call name.
    text = reader.say("What shall {child}'s family hear?", child=pupil_name(reader, *where))
    others = [(each, pupil_name(reader, about.class_id, each)) for each in _others(reader, about)]
    if others:
        # L10N: to a teacher, below that: the child has a second family here, such as parents who live apart, which
        # hears nothing of what is told to this one; {names} is the second one by the name in the class's list.
        text += "\n" + reader.say(
            "There is a second family: {names}. Tell them, too.",
            names=reader.enumerated([name for _child, name in others]),
        )
    return Message(
        text,
        column(
            *(button(f"{emoji.PUPIL} {name}", "pupil", about.class_id, each) for each, name in others),
            # L10N: a button of a teacher: the child had a good day.
            button(f"{emoji.GOOD} " + reader.label("Good news"), "word", *where, WordKind.GOOD),
            # L10N: a button of a teacher: the child is not in class today.
            button(f"{emoji.ROLL} " + reader.label("Not in class"), "word", *where, WordKind.ABSENT),
            # L10N: a button of a teacher: the child is ill, or hurt, at school.
            button(f"{emoji.ILL} " + reader.label("Ill at school"), "word_ill", *where),
            # L10N: a button of a teacher: the family is asked to call the school.
            button(f"{emoji.CALL} " + reader.label("Please call"), "word", *where, WordKind.CALL),
            # L10N: a button of a teacher: write or speak to the family of one child.
            button(f"{emoji.WORDS} " + reader.label("Write to family"), "talk_write", *where),
            numbers_button(reader, *where),
            # L10N: a button of a teacher: choose another child.
            button(f"{emoji.PUPIL} " + reader.label("Another child"), "pupils", about.class_id, 0),
            # L10N: a button of a teacher: something about this child worries them; the family is not told.
            button(f"{emoji.WORRY} " + reader.label("I am worried"), "worry", *where),
            # L10N: a button of a teacher: this child is in the class no more. A question follows.
            button(f"{emoji.PUT_OUT} " + reader.label("Left the class"), "pupil_out", *where),
        ),
    )


def _others(reader: Reader, about: about_.PupilShown) -> list[int]:
    return [each for each in rosters.families(reader.tx, about.class_id, about.pupil) if each != about.pupil]


def word_receipt(reader: Reader, about: about_.WordReceipt) -> Message | None:
    """What went out, and how to take it back."""
    word = school_words.get(reader.tx, about.word_id)
    if word is None:
        return None
    child = pupil_name(reader, word.class_id, word.child_id)
    rows = column(another(reader, word))
    if word.state == WordState.UNDONE:
        # L10N: to a teacher: what was told to a child's family is taken back. {child} is the child's call name.
        return Message(
            f"{emoji.UNDO} " + reader.say("What you told {child}'s family is taken back.", child=child), rows
        )
    if word.can_undo(reader.tx.now):
        rows = (*sticker_buttons(reader, word), *column(_back(reader, word), another(reader, word)))
    if not any(people.get(reader.tx, each).reachable for each in school_words.told(reader.tx, word)):
        return Message(_waits(reader, word, child), rows)
    lines = [_sent(reader, word, child), *sticker_lines(reader, word)]
    if word.what != WordKind.ABSENT:
        lines += some_sleep(reader, school_words.told(reader.tx, word), word.sent_at)
        if word.what == WordKind.GOOD:
            # L10N: to a teacher, after good news went out; buttons such as “Helped a friend” are below.
            lines.append(reader.say("What did {child} do well? Tap it below.", child=child))
        # L10N: to a teacher, after good news or a wish for a call went out.
        lines.append(reader.say("You can add a voice, a photo or a few words now."))
    return Message("\n".join(lines), rows)


def _sent(reader: Reader, word: Word, child: str) -> str:
    if word.what == WordKind.GOOD:
        # L10N: to a teacher; {child} is the child's call name.
        return f"{emoji.GOOD} " + reader.say("{child}'s family hears the good news.", child=child)
    if word.what == WordKind.CALL:
        # L10N: to a teacher; {child} is the child's call name.
        return f"{emoji.CALL} " + reader.say("{child}'s family is asked to call you.", child=child)
    return absence_line(reader, word, partial(pupil_name, reader, word.class_id))


def _waits(reader: Reader, word: Word, child: str) -> str:
    """Honest about delivery: nothing is said to be heard that nobody can hear."""
    if word.what == WordKind.ABSENT:
        # L10N: to a teacher whose pupil is not in class; {child} is the child's call name.
        text = reader.say("Nobody in {child}'s family can be reached here now. Please phone them.", child=child)
        return f"{emoji.ROLL} {text}"
    # L10N: to a teacher who has sent good news or a wish for a call; {child} is the child's call name.
    text = reader.say("Nobody in {child}'s family can be reached here now. It waits for them.", child=child)
    return f"{emoji.GOOD if word.what == WordKind.GOOD else emoji.CALL} {text}"


def _back(reader: Reader, word: Word) -> Button:
    if word.what == WordKind.ABSENT:
        # L10N: a button of a teacher: the child is in class after all.
        return button(f"{emoji.UNDO} " + reader.label("Here after all"), "word_undo", word.id)
    return undo(reader, "word_undo", word.id)


def another(reader: Reader, word: Word) -> Button:
    """🧒"""
    # L10N: a button of a teacher: choose another child.
    return button(f"{emoji.PUPIL} " + reader.label("Another child"), "pupils", word.class_id, 0)


def words_exhausted(reader: Reader, about: about_.WordsExhausted) -> Message:
    """A limit, said plainly."""
    # L10N: a short note to a teacher who has told one child's family much today.
    return Message(reader.label("This family has heard a lot today. Tomorrow there is room again."))


def word_note_received(reader: Reader, about: about_.WordNoteReceived) -> Message | None:
    """Passed on, or why not."""
    word = school_words.get(reader.tx, about.word_id)
    if word is None:
        return None
    if not about.passed:
        # L10N: the guardian sent a voice or a photo, but said no to passing these on when joining.
        return Message(reader.say("Voices and photos stay with you, as you wished. Words are passed on."))
    child = pupil_name(reader, word.class_id, word.child_id)
    # L10N: a teacher has added a voice, a photo or words; {child} is the child's call name.
    return Message(reader.say("Sent to {child}'s family as well.", child=child), column(another(reader, word)))


def word_answered(reader: Reader, about: about_.WordAnswered) -> Message | None:
    """Without a name: who is in the family is the family's."""
    word = school_words.get(reader.tx, about.word_id)
    if word is None or word.state != WordState.SENT or word.answer is None:
        return None
    child = pupil_name(reader, word.class_id, word.child_id)
    if word.what == WordKind.GOOD:
        # L10N: to a teacher who sent good news; {child} is the child's call name.
        return Message(f"{emoji.THANKS} " + reader.say("{child}'s family says thank you.", child=child))
    # L10N: to a teacher who asked for a call; {child} is the child's call name.
    return Message(f"{emoji.CALLING} " + reader.say("{child}'s family is calling you.", child=child))


def absence_answered(reader: Reader, about: on_absences.AbsenceAnswered) -> Message | None:
    """Whether the family knows; nothing more of it."""
    word = school_words.get(reader.tx, about.word_id)
    if word is None:
        return None
    child = pupil_name(reader, word.class_id, word.child_id)
    if word.state != WordState.SENT:
        return Message(here_line(reader, word, child)) if reader.person.id in word.staff else None
    if not word.is_from_home:
        return Message(absence_line(reader, word, partial(pupil_name, reader, word.class_id)))
    if word.is_over(reader.tx.now) or not _shared(reader, word):
        return None
    return Message(f"{heading_of(reader, word, child)}\n{from_home(reader, word, child)}")


def stays_home_taken_back(reader: Reader, about: on_staying.StaysHomeTakenBack) -> Message | None:
    """Only to who has read that the child stays at home."""
    word = school_words.get(reader.tx, about.word_id)
    if word is None or not word.is_withdrawn or word.is_over(reader.tx.now) or not _shared(reader, word):
        return None
    child = pupil_name(reader, word.class_id, word.child_id)
    # L10N: to a teacher, who had read that the child stays at home: home has taken that back.
    text = reader.say("Home has taken it back: {child} is expected at school.", child=child)
    return Message(f"{heading_of(reader, word, child)}\n{emoji.UNDO} {text}")


def _shared(reader: Reader, word: Word) -> bool:
    """Whether the family still shares, and the child is still in the class: what has waited may be late."""
    circle = school_words.pupil(reader.tx, word.class_id, word.child_id, reader.person.id)
    return circle is not None and not circle.child.sharing_stopped
