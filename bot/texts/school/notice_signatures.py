"""The list of who has signed or answered a notice, by pupil, as a file."""

from bot.domain import emoji
from bot.domain.school.notice_signatures import SignaturesGiven, as_csv, text_of
from bot.domain.school.notices import Household, Level, Notice
from bot.pictures.printed import Table
from bot.queries.circle import circles
from bot.queries.school import notices, schools
from bot.texts import clocks
from bot.texts.circle import kin
from bot.texts.message import Button, Media, Message, button
from bot.texts.reader import Reader
from bot.texts.school.notice_choices import words_of
from bot.texts.school.notice_writing import rooms_of
from bot.texts.school.pupils import pupils_of
from bot.texts.school.schools import class_name, school_of

_LINES = 600  # signs of a notice above its list


def list_buttons(reader: Reader, notice: Notice) -> tuple[Button, Button]:
    """🧾 🖨"""
    return (
        # L10N: a button of a teacher: who has signed or answered, as a table for Excel.
        button(f"{emoji.TABLE} " + reader.label("As a table"), "notice_list", notice.id, "csv"),
        # L10N: a button of a teacher: who has signed or answered, as pages to print.
        button(f"{emoji.PRINT} " + reader.label("To print"), "notice_list", notice.id, "pdf"),
    )


def signatures_given(reader: Reader, about: SignaturesGiven) -> Message | None:
    """One file; it stays with the teacher."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    # L10N: to a teacher, with a file: the families that have signed or answered; {room} is the class.
    text = reader.say(
        "Who has answered in class {room}. It names families: keep it safe.", room=rooms_of(reader, notice)
    )
    columns, rows = _heads(reader, notice), _rows(reader, notice)
    name = f"homeline-{notice.id}.{about.form}"
    if about.form == "csv":
        file = Media("document", content=as_csv([columns, *rows]), name=name)
    else:
        file = Media("document", name=name, drawing=_pages(reader, notice, columns, rows))
    return Message(f"{emoji.TABLE} {text}", media=file, foot=False)


def _pages(reader: Reader, notice: Notice, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    # L10N: the heading of a page with a list of families; {room} is the class.
    title = reader.label("Class {room}", room=rooms_of(reader, notice))
    text = " ".join(notice.text.split())
    lines = (school_of(reader, notice.class_id), text if len(text) <= _LINES else f"{text[:_LINES]}…")
    # The text of each version stands in the table for Excel; paper has no room for it.
    last = -1 if notice.level == Level.SIGN else None
    return Table(title, lines, columns[:last], tuple(row[:last] for row in rows))


def _heads(reader: Reader, notice: Notice) -> tuple[str, ...]:
    # L10N: the heading of a column: a class.
    room = reader.label("Class")
    # L10N: the heading of a column: the name of a pupil.
    child = reader.label("Pupil")
    # L10N: the heading of a column: what a family has answered.
    answer = reader.label("Answer")
    if notice.level != Level.SIGN:
        return room, child, answer
    # L10N: the heading of a column: who has signed, and what they are to the child.
    who = reader.label("Signed by")
    # L10N: the heading of a column: date and time.
    when = reader.label("When")
    # L10N: the heading of a column: which version of a text was signed, as a number.
    version = reader.label("Version")
    # L10N: the heading of a column: the text that was signed.
    text = reader.label("Text")
    return room, child, answer, who, when, version, text


def _rows(reader: Reader, notice: Notice) -> list[tuple[str, ...]]:
    households = {each.child_id: each for each in notices.households(reader.tx, notice.id)}
    rows = []
    for room in notices.classes(reader.tx, notice.id):
        for child, name in pupils_of(reader, room):
            if child in households:
                rows.append((class_name(reader, room), name, *_said(reader, notice, households[child])))
    return rows


def _said(reader: Reader, notice: Notice, household: Household) -> tuple[str, ...]:
    answered = household.confirmed_by is not None and household.answer is not None
    if notice.level != Level.SIGN:
        return (words_of(reader, notice, household.answer or "") if answered and household.stands(notice) else "",)
    if not answered:
        return ("",) * 5
    at = clocks.dated(
        reader, household.confirmed_at or reader.tx.now, schools.clock(reader.tx, notice.class_id, reader.person)
    )
    return (
        agreed(reader, household),
        signer(reader, household),
        f"{at['day']} {at['time']}",
        str(household.revision + 1),
        text_of(notice, household.revision),
    )


def agreed(reader: Reader, household: Household) -> str:
    """What was signed."""
    if household.answer == "no":
        # L10N: in a list of signatures: this family does not agree.
        return reader.label("does not agree")
    # L10N: in a list of signatures: this family agrees.
    return reader.label("agrees")


def signer(reader: Reader, household: Household) -> str:
    """Who has signed, always with what they are to the child: a school reads it that knows nobody of the family."""
    circle, who = circles.get(reader.tx, household.child_id), household.confirmed_by or 0
    member = next((each for each in circle.members if each.person_id == who), None) if circle else None
    if circle is None or member is None:
        return reader.named(circle, who) if circle else "—"
    return kin.in_full(reader.words, member, circle.active)
