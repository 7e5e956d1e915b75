"""A line of a pasted calendar that could be meant twice, as its writer is asked about it."""

from datetime import date

from bot.domain import emoji
from bot.domain.school.calendar_lines import NEITHER, Order
from bot.texts.message import Button, button
from bot.texts.reader import Reader


def which_day(
    reader: Reader, school_id: int, unclear: list[tuple[str, str, str]]
) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    """The question about the first of these lines, and its answers, which are the answer for all."""
    line, *days = unclear[0]
    # L10N: to a teacher about a line of a pasted calendar, {words}, such as “3/7/2027 Trip”, of which it is not clear
    # which number is the day. The two days stand on buttons below.
    asked = reader.say("“{words}”: which day do you mean?", words=" ".join(line.split())[:40])
    if len(unclear) > 1:
        # L10N: below a question about a line of a pasted calendar: {count} more lines have their day in the same place.
        more = reader.say_n(
            "I read {count} more line the same way.", "I read {count} more lines the same way.", len(unclear) - 1
        )
        asked = f"{asked}\n{more}"
    choices = [
        button(f"{emoji.CALENDAR} {reader.day(date.fromisoformat(day))}", "calendar_order", school_id, order)
        for order, day in zip(Order, days, strict=True)
    ]
    # L10N: a button of a teacher below “which day do you mean?”: it is neither of the two days.
    neither = button(f"{emoji.NO} " + reader.label("Neither"), "calendar_order", school_id, NEITHER)
    return asked, (*((each,) for each in choices), (neither,))
