"""The answers to a notice and its deadline: as a family sees them, as a teacher chooses them, and what came of it."""

from bot.domain import emoji
from bot.domain.local_time import day_of
from bot.domain.school import notice_choices as about_
from bot.domain.school.notice_choices import Wrong
from bot.domain.school.notices import Level, Notice
from bot.queries.school import notices, schools
from bot.texts import clocks
from bot.texts.buttons import to_school
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.notice_places import Place

CHOSEN = " ✓"


def answers(reader: Reader, notice: Notice) -> tuple[tuple[Button, ...], ...]:
    """What a household can answer; nothing once it is over."""
    args = "notice_answer", notice.id, notice.revision
    if notice.is_over(reader.tx.now):
        return ()
    if not notice.choices:
        return (to_school(reader, *args),)
    return column(*(button(f"{sign_of(str(n))} {each}", *args, n) for n, each in enumerate(notice.choices, 1)))


def sign_of(answer: str) -> str:
    """The emoji of an answer."""
    return {"yes": emoji.YES, "no": emoji.NO}.get(answer) or emoji.CHOICES[int(answer) - 1]


def words_of(reader: Reader, notice: Notice, answer: str) -> str:
    """An answer as it stands on its button, without its sign."""
    if answer.isdigit():
        return notice.choices[int(answer) - 1] if int(answer) <= len(notice.choices) else "—"
    yes, no = to_school(reader, "notice_answer")
    return (yes if answer == "yes" else no).label.partition(" ")[2]


def every(notice: Notice) -> tuple[str, ...]:
    """Each answer that there is, as it is kept."""
    return tuple(str(each) for each in range(1, len(notice.choices) + 1)) or about_.YES_NO


def answered(reader: Reader, place: Place, who: str) -> str:
    """What a household has answered last."""
    answer = place.households[0].answer or "no"
    if answer.isdigit():
        words = words_of(reader, place.notice, answer)
        # L10N: below a school notice with a question; this reader has answered with {words}, as it stood on a button.
        mine = reader.say("You have answered: {words}.", words=words)
        # L10N: below a school notice with a question; {who} is an adult of the family, {words} what stood on a button.
        return f"{sign_of(answer)} " + (
            reader.say("{who} has answered: {words}.", who=who, words=words) if who else mine
        )
    if answer == "yes":
        # L10N: below a school notice with a question; this reader has answered.
        mine = reader.say("You have answered yes.")
        # L10N: below a school notice with a question; {who} is an adult of the family.
        return f"{emoji.YES} " + (reader.say("{who} has answered yes.", who=who) if who else mine)
    # L10N: below a school notice with a question; this reader has answered.
    mine = reader.say("You have answered no.")
    # L10N: below a school notice with a question; {who} is an adult of the family.
    return f"{emoji.NO} " + (reader.say("{who} has answered no.", who=who) if who else mine)


def until(reader: Reader, place: Place) -> str:
    """Until when a household can answer or change its answer, on both clocks; then that it is over."""
    notice = place.notice
    if notice.level != Level.ANSWER or notice.answer_until is None:
        return ""
    if notice.is_over(reader.tx.now):
        return f"{emoji.UNTIL} {_over(reader)}"
    when = clocks.fixed(reader, notice.answer_until, place.circles[0].child.zone)
    if place.confirmed_by is not None:
        # L10N: below a school notice with a question that was answered; {when} is a day and a time, perhaps two clocks.
        return f"{emoji.UNTIL} " + reader.say("You can change it until {when}.", when=when)
    # L10N: below a school notice with a question; {when} is a day and a time, perhaps two clocks.
    return f"{emoji.UNTIL} " + reader.say("You can answer until {when}.", when=when)


def _over(reader: Reader) -> str:
    # L10N: to a family: a question of the school can no longer be answered with a button. No blame.
    return reader.say("The time to answer here is over. You can still tell the teacher.")


def answers_over(reader: Reader, about: about_.AnswersOver) -> Message:
    """The same, as a short note."""
    return Message(_over(reader))


def choices_asked(reader: Reader, about: about_.ChoicesAsked) -> Message | None:
    """An example says more than a rule."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None or not notice.is_unsent:
        return None
    # L10N: to a teacher who writes the answers that families choose from; an example with three lines follows.
    how = reader.say("Send two to five answers in one message, a line each. For example:")
    # L10N: an example of three answers, a line each, to “How does your child come home from the trip?”.
    example = reader.say("By bus\nOn foot\nWe fetch her")
    why = {
        # L10N: to a teacher: what came holds fewer than two answers for families to choose from.
        Wrong.FEW: reader.say("That is not two answers yet."),
        # L10N: to a teacher: what came holds more than five answers for families to choose from.
        Wrong.MANY: reader.say("That is more than five; families see five well."),
        # L10N: to a teacher: one of the answers that came is longer than a button; {count} is how many signs fit.
        Wrong.LONG: reader.say("One of them is too long for a button. {count} letters fit.", count=about_.LONGEST),
    }
    first = why.get(Wrong(about.wrong), "") if about.wrong else ""
    return Message("\n".join(filter(None, [first, how, example])))


def choosing(reader: Reader, notice: Notice) -> tuple[tuple[Button, ...], ...]:
    """What can be chosen for a question, on the card of all that can be chosen."""
    if notice.level != Level.ANSWER:
        return ()
    # L10N: a button of a teacher: families answer with what the teacher writes next, in place of yes and no.
    own = f"{emoji.CHANGE} " + reader.label("Own answers") + (CHOSEN if notice.choices else "")
    return ((button(own, "notice_own", notice.id), deadline_button(reader, notice)),)


def deadline_button(reader: Reader, notice: Notice) -> Button:
    """⏳"""
    if notice.answer_until is None:
        # L10N: a button of a teacher: until when families can answer a question.
        return button(f"{emoji.UNTIL} " + reader.label("Answers until…"), "notice_until", notice.id)
    # L10N: a button of a teacher: families can answer a question until another day or hour.
    return button(f"{emoji.UNTIL} " + reader.label("Another deadline"), "notice_until", notice.id)


def question(reader: Reader, notice: Notice) -> str:
    """What families are asked for, below what a teacher has written."""
    lines = [
        f"{sign_of(each)} {reader.said('{words}', words=words_of(reader, notice, each))}" for each in every(notice)
    ]
    if not notice.choices:
        # L10N: in the preview of a notice.
        lines = [reader.say("Each household answers yes or no.")]
    return "\n".join([*lines, *deadline_line(reader, notice)])


def deadline_line(reader: Reader, notice: Notice) -> list[str]:
    """For a teacher: until when, or that it is over."""
    if notice.answer_until is None:
        return []
    if notice.is_over(reader.tx.now):
        # L10N: to a teacher: families can no longer answer the question of a notice.
        return [f"{emoji.UNTIL} " + reader.say("The time to answer is over.")]
    at = clocks.dated(reader, notice.answer_until, schools.clock(reader.tx, notice.class_id, reader.person))
    # L10N: to a teacher: until when families can answer; {day} is such as “Tue, May 3”, {time} such as 18:00.
    return [f"{emoji.UNTIL} " + reader.say("Answers until {day}, {time}.", **at)]


def deadline_asked(reader: Reader, about: about_.DeadlineAsked) -> Message | None:
    """The day, then its hour."""
    notice = notices.get(reader.tx, about.notice_id)
    if notice is None:
        return None
    zone = schools.clock(reader.tx, notice.class_id, reader.person)
    now = max(reader.tx.now, notice.send_at or reader.tx.now)
    day, near = day_of(about.day), about_.deadline_days(now, zone)
    # L10N: a button of a teacher: a question is open without an end.
    off = button(f"{emoji.NO} " + reader.label("No deadline"), "notice_until_off", notice.id)
    if day in near and day is not None:
        hours = [
            button(clocks.minute(each * 60), "notice_until_at", notice.id, f"{day:%Y%m%d}{each:02}")
            for each in about_.deadline_hours(day, now, zone)
        ]
        # L10N: a teacher has tapped the day until which families can answer, and taps the hour; {day} is “Tue, May 3”.
        return Message(
            reader.say("{day}: until what time? This is the school's clock.", day=reader.day(day)), grid(hours, 4)
        )
    days = [button(reader.day(each), "notice_until_day", notice.id, f"{each:%Y%m%d}") for each in near]
    # L10N: a teacher chooses until when families can answer; each of the next days is a button.
    lines = [reader.say("Until which day can families answer?")]
    if about.passed:
        # L10N: to a teacher: the time until which families could answer would be over before they read the notice.
        lines.insert(0, reader.say("The deadline comes too early: nobody could answer. Nothing went out."))
    return Message("\n".join(lines), (*grid(days, 2), *([(off,)] if notice.answer_until else [])))
