"""🎞 Below the week in one picture: whose it is, and one thing to do."""

from datetime import date

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.weeks import Day, WeekShown
from bot.queries.daily import weeks
from bot.texts.message import Media, Message, button, column, headed
from bot.texts.reader import Reader
from bot.texts.school.stickers import signed

CHILDREN = 6  # in one picture


def week_shown(reader: Reader, about: WeekShown) -> Message | None:
    """Nothing by itself where these days tell nothing of the child: of a silence the parents read in words."""
    last = date.fromisoformat(about.last)
    found = [(circle, weeks.week(reader.tx, circle, reader.person.id, last)) for circle in _whose(reader, about)]
    shown = [each for each in found if about.children or any(not day.is_empty for day in each[1])][:CHILDREN]
    if not shown:
        return None
    circles = [circle for circle, _week in shown]
    drawing: tuple[tuple[Day, ...], ...] = tuple(week for _circle, week in shown)
    text = headed(emoji.WEEK, reader.listed(each.child.name for each in circles), _caption(reader, circles))
    text = "\n".join([text, *_praise(reader, shown)])
    voices = [
        button(f"{emoji.VOICE} {each.child.name}", "letter", each.child.id)
        for each in circles
        if reader.may(each.child.id, Action.SEND_LETTER)
    ]
    return Message(text, column(*voices), media=Media("photo", name="week.png", drawing=drawing))


def _praise(reader: Reader, shown: list[tuple[Circle, tuple[Day, ...]]]) -> list[str]:
    """What the stickers in the picture say, each once; no counts."""
    lines = []
    for circle, week in shown:
        put = {each for day in week for each in day.stickers}
        said = " · ".join(words for each, words in signed(reader).items() if each in put)
        if said and len(shown) > 1:
            # L10N: below a picture of seven days of several children: {words} is what the school praised {child} for,
            # such as “Helped a friend · Was kind”.
            said = reader.say("{child}: {words}", child=circle.child.name, words=said)
        lines += [f"{emoji.GOOD} {said}"] if said else []
    return lines


def _whose(reader: Reader, about: WeekShown) -> list[Circle]:
    """Those that were asked for; or of whom a parent is shown the week by itself, but for a pause at home."""
    if about.children:
        return [circle for circle, _me in reader.circles(Action.SEE_CHILD) if circle.child.id in about.children]
    mine = [circle for circle, _me in reader.circles(Action.ASK_NOW)]
    return [
        each for each in mine if reader.may(each.child.id, Action.SEE_CHILD) and not each.child.is_paused(reader.tx.now)
    ]


def _caption(reader: Reader, circles: list[Circle]) -> str:
    if len(circles) == 1:
        # L10N: below a picture of seven days: a face for each, letters and calls. {child} is the child's call name.
        return reader.say("Seven days of {child}. The newest is on the right.", child=circles[0].child.name)
    names = reader.enumerated(each.child.name for each in circles)
    # L10N: below a picture of seven days of several children, one row for each; {children} are their names in order.
    return reader.say("Seven days. From top to bottom: {children}.", children=names)
