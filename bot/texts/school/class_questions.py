"""Whether a child comes to class: the teacher's question, and what the parents hear of it."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.school import class_questions as about_
from bot.domain.school.school_words import Word, WordAnswer
from bot.queries.school import class_questions, school_words
from bot.texts.buttons import call, letter
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.reader import Reader
from bot.texts.school.office_hours import reads_later
from bot.texts.school.school_words import first_line, teacher_of, word_of


def ask_rows(reader: Reader, named: list[Circle]) -> tuple[tuple[Button, ...], ...]:
    """🎓 one button for each child who has a teacher to ask."""
    at_school = [each for each in named if is_in_class(reader, each)]
    if len(at_school) == 1 == len(named):
        # L10N: a button of a parent while nothing comes from home: ask the teacher whether the child comes to class.
        return ((button(f"{emoji.TEACHER} " + reader.label("Ask the teacher"), "class_ask", named[0].child.id),),)
    buttons = [
        # L10N: a button of a parent while nothing comes from home: ask the teacher whether {child} comes to class.
        button(f"{emoji.TEACHER} " + reader.label("About {child}", child=each.child.name), "class_ask", each.child.id)
        for each in at_school
    ]
    return (tuple(buttons),) if buttons else ()


def has_teacher(reader: Reader, circle: Circle) -> bool:
    """Whether somebody else teaches the child now, and so knows."""
    return class_questions.class_to_ask(reader.tx, circle.child.id, reader.person.id) is not None


def is_in_class(reader: Reader, circle: Circle) -> bool:
    """Whether who teaches the child sees it these days: in a holiday nobody at school knows."""
    return has_teacher(reader, circle) and class_questions.rests_until(reader.tx, circle.child) is None


def in_class_asked(reader: Reader, about: about_.InClassAsked) -> Message | None:
    """Short, kind, without a reason; the other answers stay, for who has tapped beside it."""
    word = school_words.get(reader.tx, about.word_id)
    circle = school_words.pupil(reader.tx, word.class_id, word.child_id, reader.person.id) if word else None
    if word is None or circle is None:
        return None
    child = circle.child.name
    if word.answer is None:
        # L10N: to a teacher, once a week at most; three buttons follow. No reason is given.
        text = reader.say("The family asks: does {child} come to class these days?", child=child)
    elif word.answer == WordAnswer.HERE:
        # L10N: to a teacher who has told the family so; two buttons to correct it follow.
        text = reader.say("Thank you. I tell the family that {child} comes to class.", child=child)
    elif word.answer == WordAnswer.AWAY:
        # L10N: to a teacher who has told the family so; two buttons to correct it follow.
        text = reader.say("Thank you. I tell the family that {child} does not come to class.", child=child)
    else:
        # L10N: to a teacher who cannot say whether the child comes to class; two buttons follow, for later.
        text = reader.say("Thank you. I tell the family that you cannot say now.")
    rows = column(*_answers(reader, word)) if about_.still_stands(word, reader.tx.now) else ()
    return Message(headed(emoji.ROLL, child, text), rows)


def _answers(reader: Reader, word: Word) -> list[Button]:
    labels = {
        # L10N: a button of a teacher: this child comes to class.
        "here": f"{emoji.YES} " + reader.label("Comes to class"),
        # L10N: a button of a teacher: this child does not come to class.
        "away": f"{emoji.NO} " + reader.label("Does not come"),
        # L10N: a button of a teacher who does not know whether a child comes to class.
        "unsure": f"{emoji.UNSURE} " + reader.label("I cannot say"),
    }
    return [
        button(label, "class_says", word.id, says) for says, label in labels.items() if about_.SAYS[says] != word.answer
    ]


def in_class_waits(reader: Reader, about: about_.InClassWaits) -> Message | None:
    """The truth about when it is read."""
    found = word_of(reader, about.word_id)
    if found is None:
        return None
    # L10N: to a parent who has asked whether the child comes to class; {teacher} is the teacher's name.
    text = reader.say("I have asked {teacher}. The answer comes here.", teacher=teacher_of(reader, found[0]))
    lines = [f"{emoji.TEACHER} {text}", reads_later(reader, found[0].class_id, found[0].author_id)]
    return Message("\n".join(filter(None, lines)))


def in_class_rests(reader: Reader, about: about_.InClassRests) -> Message | None:
    """Until when, and what can be done now."""
    circle = reader.circle(about.child_id)
    until, child = class_questions.rests_until(reader.tx, circle.child), circle.child.name
    if until is None:
        return None
    day = reader.day(until)
    # L10N: to a parent who would ask the teacher whether {child} comes to class, in a holiday; {day} is its last day.
    text = reader.say("No school for {child} until {day}. After that the teacher can be asked.", child=child, day=day)
    return Message(f"{emoji.TEACHER} {text}", ((letter(reader, about.child_id), call(reader, about.child_id)),))


def in_class_answered(reader: Reader, about: about_.InClassAnswered) -> Message | None:
    """What the teacher says, by name, and nothing that it could mean."""
    found = word_of(reader, about.word_id)
    if found is None or found[0].answer is None:
        return None
    word, circle = found
    child = circle.child.name
    if word.answer == WordAnswer.HERE:
        # L10N: to a parent who had asked; the line above says which teacher says so.
        text = reader.say("{child} has been coming to class.", child=child)
    elif word.answer == WordAnswer.AWAY:
        # L10N: to a parent who had asked; the line above says which teacher says so. No blame, no guess.
        text = reader.say("{child} has not been coming to class.", child=child)
    else:
        # L10N: to a parent who had asked whether the child comes to class.
        text = reader.say("{teacher} cannot say right now.", teacher=teacher_of(reader, word))
    return Message(
        f"{first_line(reader, word, circle)}\n{text}", ((letter(reader, word.child_id), call(reader, word.child_id)),)
    )
