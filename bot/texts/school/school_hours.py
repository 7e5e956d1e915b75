"""🚌 🚸 That a child comes later or is picked up early, as the family and the teacher read it."""

from collections.abc import Sequence
from datetime import date

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.local_time import DAY, local
from bot.domain.school.school_hours import HOURS, HoursShown, HoursTold, card_of
from bot.domain.school.school_words import Word, WordKind, WordState
from bot.domain.school.staying_home import offered_day
from bot.queries.school import school_hours, school_words, schools, staying_home
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupil_name
from bot.texts.school.school_reasons import why_buttons, why_line
from bot.texts.school.staying_home import day_said, heading, heading_of, who_hears

_SIGNS = {WordKind.LATE: emoji.COMES_LATER, WordKind.EARLY: emoji.PICKED_UP}


def hours_buttons(reader: Reader, circle: Circle) -> list[Button]:
    """🚌 🚸 while a class can hear it that expects the child; the day that it means stands on them."""
    if not reader.may(circle.child.id, Action.KEEP_HOME):
        return []
    tx, child, day = reader.tx, circle.child, offered_day(reader.tx.now, circle.child.zone)
    rooms = [each for each in staying_home.rooms(tx, child.id) if not school_hours.stays(tx, each, child.id, f"{day}")]
    return [
        button(f"{_SIGNS[what]} {_label(reader, what, day, circle)}", "hours", child.id, f"{day:%Y%m%d}", what)
        for what in HOURS
        if {each.id for each in rooms} - {each.class_id for each in school_hours.standing(tx, child.id, f"{day}", what)}
    ]


def _label(reader: Reader, what: WordKind, day: date, circle: Circle) -> str:
    days = (day - local(reader.tx.now, circle.child.zone).date()) // DAY
    said = _late if what == WordKind.LATE else _early
    return said(reader, days, reader.weekday(day))


def _late(reader: Reader, days: int, weekday: str) -> str:
    if days == 0:
        # L10N: a button of a guardian: the child comes to school later than the others today.
        return reader.label("Later today")
    if days == 1:
        # L10N: a button of a guardian: the child comes to school later than the others tomorrow.
        return reader.label("Later tomorrow")
    # L10N: a button of a guardian, {day} is a weekday: the child comes to school later than the others then.
    return reader.label("Later: {day}", day=weekday)


def _early(reader: Reader, days: int, weekday: str) -> str:
    if days == 0:
        # L10N: a button of a guardian: the child is picked up at school before the others today.
        return reader.label("Picked up early today")
    if days == 1:
        # L10N: a button of a guardian: the child is picked up at school before the others tomorrow.
        return reader.label("Picked up early tomorrow")
    # L10N: a button of a guardian, {day} is a weekday: the child is picked up at school before the others.
    return reader.label("Picked up early: {day}", day=weekday)


def hours_shown(reader: Reader, about: HoursShown) -> Message | None:
    """Who hears it and when, or what became of it; of what was overtaken nothing to who has not read it."""
    word = school_words.get(reader.tx, about.word_id)
    if word is None or not reader.may(about.child_id, Action.HEAR_SCHOOL):
        return None
    circle, said = reader.circle(about.child_id), staying_home.said(reader.tx, about.child_id, word.day, word.what)
    standing = [each for each in said if each.state == WordState.SENT]  # also once its day has passed
    if standing:
        return _standing(reader, circle, standing)
    if cards.message_of(reader.tx, reader.person.id, card_of(word)) is None:
        return None
    # L10N: to the family, below the child's name: what home had told the school is taken back.
    return Message(f"{heading(reader, circle, word, _SIGNS[word.what])}\n{emoji.UNDO} " + reader.say("Taken back."))


def _standing(reader: Reader, circle: Circle, words: Sequence[Word]) -> Message | None:
    word, child = words[0], circle.child.name
    is_over = word.is_over(reader.tx.now)
    if is_over and word.answered_by != reader.person.id:
        return None
    day = day_said(reader, word, circle.child.zone)
    lines = [heading(reader, circle, word, _SIGNS[word.what])]
    if word.what == WordKind.LATE:
        # L10N: to the family: the child comes to school later; {day} is such as “today” or “on Monday”.
        lines.append(reader.say("{child} comes to school later {day}.", child=child, day=day))
    else:
        # L10N: to the family: the child leaves school early; {day} is such as “today” or “on Monday”.
        lines.append(reader.say("{child} is picked up early {day}.", child=child, day=day))
    if is_over:
        return Message("\n".join(lines))
    lines += who_hears(reader, words)
    if not reader.may(circle.child.id, Action.KEEP_HOME):
        return Message("\n".join(dict.fromkeys(lines)))
    rows = (*why_buttons(reader, word, circle), (undo(reader, "hours_undo", word.id),))
    return Message("\n".join(dict.fromkeys(lines)), rows)


def hours_told(reader: Reader, about: HoursTold) -> Message | None:
    """The teacher's line; nothing where the day is over or the family shares no more."""
    word = school_words.get(reader.tx, about.word_id)
    circle = school_words.pupil(reader.tx, word.class_id, word.child_id, reader.person.id) if word else None
    if word is None or circle is None or circle.child.sharing_stopped or word.is_over(reader.tx.now):
        return None
    child = pupil_name(reader, word.class_id, word.child_id)
    return Message("\n".join([heading_of(reader, word, child, _SIGNS[word.what]), *_told(reader, word, child)]))


def _told(reader: Reader, word: Word, child: str) -> list[str]:
    room = schools.class_room_of(reader.tx, word.class_id)
    day = day_said(reader, word, staying_home.clock(reader.tx, room) if room else reader.person.zone)
    if word.state == WordState.UNDONE:
        # L10N: to a teacher, who had read that the child comes later or leaves early: home has taken that back.
        text = reader.say("Home has taken it back: {child} comes and goes as usual {day}.", child=child, day=day)
        return [f"{emoji.UNDO} {text}"]
    if word.what == WordKind.LATE:
        # L10N: to a teacher; {day} is such as “today” or “on Monday”.
        text = reader.say("{child} comes later {day}, says home.", child=child, day=day)
    else:
        # L10N: to a teacher; {day} is such as “today” or “on Monday”.
        text = reader.say("{child} is picked up early {day}, says home.", child=child, day=day)
    return [text, *why_line(reader, word)]
