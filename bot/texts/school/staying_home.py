"""🏫 That a child stays at home, as the family and the teacher read it; no reason anywhere."""

from collections.abc import Sequence
from datetime import date

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.local_time import DAY, local
from bot.domain.school import staying_home as about_
from bot.domain.school.school_words import Word, WordState
from bot.domain.school.staying_home import card_of
from bot.queries.circle import circles, people
from bot.queries.school import school_words, schools, staying_home
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader
from bot.texts.school.office_hours import reads_later
from bot.texts.school.school_numbers import office_line
from bot.texts.school.school_reasons import told_why, why_buttons, why_line
from bot.texts.school.schools import class_name


def _c(context: str, text: str) -> tuple[str, str]:
    """Marks a text whose meaning depends on its context."""
    return context, text


# L10N: stands inside a sentence: “Lily stays at home today.”
_TODAY = _c("at home", "today")
# L10N: stands inside a sentence: “Lily stays at home tomorrow.”
_TOMORROW = _c("at home", "tomorrow")
# L10N: stands inside a sentence: “Lily stays at home on Monday.” {day} is a weekday.
_LATER = _c("at home", "on {day}")


def stay_button(reader: Reader, circle: Circle) -> list[Button]:
    """🏫 for whoever may say it, while a class has not heard it; the day that it means stands on it."""
    day = _offered(reader, circle)
    if not isinstance(day, date):
        return []
    label = _label(reader, day, local(reader.tx.now, circle.child.zone).date())
    return [
        button(_named(reader, circle, f"{emoji.NO_SCHOOL} {label}"), "stays_home", circle.child.id, f"{day:%Y%m%d}")
    ]


def back_button(reader: Reader, circle: Circle) -> list[Button]:
    """↩️ once they have heard it: who is better in the morning goes after all."""
    said = _offered(reader, circle)
    if not isinstance(said, Word):
        return []
    # L10N: a button of a guardian who had told the teacher that the child stays at home: it goes to school after all.
    label = f"{emoji.UNDO} " + reader.label("School after all")
    return [button(_named(reader, circle, label), "goes_to_school", said.id)]


def _offered(reader: Reader, circle: Circle) -> date | Word | None:
    may = reader.may(circle.child.id, Action.KEEP_HOME)
    return staying_home.offered(reader.tx, circle.child) if may else None


def _named(reader: Reader, circle: Circle, label: str) -> str:
    return f"{label} · {circle.child.name}" if circles.has_several(reader.tx, reader.person.id) else label


def _label(reader: Reader, day: date, today: date) -> str:
    if day == today:
        # L10N: a button of a guardian: the child does not come to school today; the teacher hears no reason.
        return reader.label("No school today")
    if day == today + DAY:
        # L10N: a button of a guardian: the child does not come to school tomorrow; the teacher hears no reason.
        return reader.label("No school tomorrow")
    # L10N: a button of a guardian, {day} is the weekday on which the child does not come to school.
    return reader.label("No school: {day}", day=reader.weekday(day))


def stays_home_shown(reader: Reader, about: about_.StaysHomeShown) -> Message | None:
    """Who hears it and when, or what became of it; of what was overtaken nothing to who has not read it."""
    word = school_words.get(reader.tx, about.word_id)
    if word is None or not reader.may(about.child_id, Action.HEAR_SCHOOL):
        return None
    circle, said = reader.circle(about.child_id), staying_home.said(reader.tx, about.child_id, word.day)
    standing = [each for each in said if each.state == WordState.SENT]
    if standing:
        return _standing(reader, circle, standing)
    seen = cards.message_of(reader.tx, reader.person.id, card_of(word.child_id, word.day)) is not None
    return _over(reader, circle, word) if seen else None


def _standing(reader: Reader, circle: Circle, words: Sequence[Word]) -> Message | None:
    word, child = words[0], circle.child.name
    if word.is_over(reader.tx.now) and word.answered_by != reader.person.id:
        return None
    day = day_said(reader, word, circle.child.zone)
    # L10N: to the family: the child does not go to school; {day} is such as “today” or “on Monday”.
    lines = [heading(reader, circle, word), reader.say("{child} stays at home {day}.", child=child, day=day)]
    lines += who_hears(reader, words)
    back = reader.may(circle.child.id, Action.KEEP_HOME) and not word.is_over(reader.tx.now)
    rows = (*why_buttons(reader, word, circle), (undo(reader, "goes_to_school", word.id),)) if back else ()
    return Message("\n".join(dict.fromkeys(lines)), rows)


def who_hears(reader: Reader, words: Sequence[Word]) -> list[str]:
    """Before the family: which teachers hear what home has said, why if they do, and when."""
    told = [name for each in words for name in _names(reader, each, schools.teachers(reader.tx, each.class_id))]
    lines = told_why(reader, words[0], reader.listed(dict.fromkeys(told)))
    return [*lines, *filter(None, (_when(reader, each) for each in words))]


def heading(reader: Reader, circle: Circle, word: Word, sign: str = emoji.NO_SCHOOL) -> str:
    """The first line before the family: the child, and who of the others says it."""
    child = circle.child.name
    if word.answered_by in {None, reader.person.id}:
        return f"{sign} {child}"
    who = reader.named(circle, word.answered_by or 0)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    return f"{sign} " + reader.say("{child}, from {guardian}", child=child, guardian=who)


def _over(reader: Reader, circle: Circle, word: Word) -> Message:
    child, first = circle.child.name, heading(reader, circle, word)
    if word.state == WordState.UNDONE and not word.is_withdrawn:
        # L10N: the school had said that {child} is not in class; now it is.
        return Message(f"{first}\n{emoji.YES} " + reader.say("{child} is in class.", child=child))
    day = day_said(reader, word, circle.child.zone)
    # L10N: to the family: home has taken back that the child stays at home; {day} is such as “today” or “on Monday”.
    text = reader.say("Taken back. The school expects {child} {day}.", child=child, day=day)
    return Message(f"{first}\n{emoji.UNDO} {text}")


def from_home(reader: Reader, word: Word, child: str) -> str:
    """What the teacher reads."""
    room = schools.class_room_of(reader.tx, word.class_id)
    zone = staying_home.clock(reader.tx, room) if room else reader.person.zone
    # L10N: to a teacher whose pupil does not come; no word of why. {day} is such as “today” or “on Monday”.
    text = reader.say("{child} stays at home {day}, says home.", child=child, day=day_said(reader, word, zone))
    return "\n".join([text, *why_line(reader, word)])


def heading_of(reader: Reader, word: Word, child: str, sign: str = emoji.NO_SCHOOL) -> str:
    """The first line before a teacher."""
    # L10N: the first line of a message to a teacher: the child, and the class.
    text = reader.say("{child}, class {room}", child=child, room=class_name(reader, word.class_id))
    return f"{sign} {text}"


def school_day_over(reader: Reader, about: about_.SchoolDayOver) -> Message:
    """A short answer to a press."""
    # L10N: a short note: the button meant a school day that is over by now.
    return Message(reader.label("That day is over. Home shows what is next."))


def day_said(reader: Reader, word: Word, zone: str) -> str:
    """“today”, “tomorrow”, or which day."""
    day, today = date.fromisoformat(word.day), local(reader.tx.now, zone).date()
    if day in {today, today + DAY}:
        return reader.words.pgettext(*(_TODAY if day == today else _TOMORROW))
    far = day < today or day > today + 6 * DAY
    return reader.said(reader.words.pgettext(*_LATER), day=reader.day(day) if far else reader.weekday(day))


def _names(reader: Reader, word: Word, teachers: Sequence[int]) -> list[str]:
    """Their names as the school writes them."""
    room = schools.class_room_of(reader.tx, word.class_id)
    called = [schools.called(reader.tx, room.school_id, each) if room else "" for each in teachers]
    return [reader.teacher(each, placed=True) for each in called]


def _when(reader: Reader, word: Word) -> str:
    """When it is read, where nobody reads it now; honest where no teacher can hear it."""
    teachers = schools.teachers(reader.tx, word.class_id)
    reached = [each for each in teachers if people.get(reader.tx, each).reachable]
    if not reached:
        names = reader.listed(_names(reader, word, teachers))
        # L10N: to a guardian whose child stays at home: the teacher's phone cannot be reached.
        phone = reader.say("{teacher} cannot be reached here now. Please phone the school.", teacher=names)
        room = schools.class_room_of(reader.tx, word.class_id)
        return "\n".join([phone, *(office_line(reader, room.school_id) if room else [])])
    later = [reads_later(reader, word.class_id, each) for each in reached]
    return later[0] if all(later) else ""
