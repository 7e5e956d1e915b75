"""🧒 A child's page: what comes next, what waits, and how the last seven days were."""

from datetime import date

from babel.dates import format_date

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.child_page import SAID_AFTERWARDS, ChildShown
from bot.domain.daily.weeks import KEPT, Day
from bot.domain.illness.illnesses import Illness, IllnessState
from bot.domain.local_time import local
from bot.domain.privacy.childs_say import has_a_say
from bot.queries.daily import calls, letter_box, letters, weeks
from bot.queries.illness import illness_pages
from bot.texts import clocks
from bot.texts.daily.keepsakes import to_keep
from bot.texts.daily.promises import coming_lines
from bot.texts.daily.trends import few_answers
from bot.texts.illness.illness_endings import ending
from bot.texts.illness.illness_words import news
from bot.texts.message import Button, Message, button, headed
from bot.texts.privacy.childs_say import reading_button
from bot.texts.reader import Reader
from bot.texts.school.stickers import week_of

GAP, JOINED = "·", "→"


def child_shown(reader: Reader, about: ChildShown) -> Message | None:
    """What this reader may know, and nothing that they may not."""
    if not reader.may(about.child_id, Action.SEE_CHILD):
        return None
    circle = reader.circle(about.child_id)
    threads = illness_pages.seen_by(reader.tx, circle, reader.person.id)
    lines = [
        *_illness(reader, circle, threads[:1]),
        *_call(reader, circle),
        *coming_lines(reader, circle),
        *_letters(reader, circle),
        week_line(reader, weeks.week(reader.tx, circle, reader.person.id, _today(reader, circle))),
        *few_answers(reader, circle),
        *week_of(reader, about.child_id),
    ]
    return Message(headed(emoji.PUPIL, circle.child.name, "\n".join(lines)), _buttons(reader, circle, threads[:1]))


def _today(reader: Reader, circle: Circle) -> date:
    return local(reader.tx.now, circle.child.zone).date()


def _illness(reader: Reader, circle: Circle, threads: list[Illness]) -> list[str]:
    """An illness that runs, or that was over a short while ago."""
    for thread in threads:
        if thread.state == IllnessState.OPEN:
            sign = emoji.CALL if thread.is_plain else emoji.ILL
            begun = clocks.at_home(reader, thread.opened_at, circle.child.zone)
            return [f"{sign} " + reader.together(news(reader, thread, circle), begun)]
        if thread.closed_at and reader.tx.now - thread.closed_at <= SAID_AFTERWARDS:
            return [ending(reader, thread, circle)]
    return []


def _call(reader: Reader, circle: Circle) -> list[str]:
    found = calls.next_of(reader.tx, circle, reader.person.id)
    if found is None:
        return []
    when, child = clocks.planned(reader, found.at, circle.child.zone), circle.child.name
    if found.planned_by == reader.person.id:
        # L10N: a call with {child} is planned; {when} names a day and two times.
        return [f"{emoji.CALL} " + reader.say("You call {child}: {when}.", child=child, when=when)]
    parent = reader.named(circle, found.planned_by)
    # L10N: somebody at home has said that the time suits; {when} names a day and a time.
    return [f"{emoji.CALL} " + reader.say("{parent} calls {child}: {when}.", parent=parent, child=child, when=when)]


def _letters(reader: Reader, circle: Circle) -> list[str]:
    """What the child has not heard yet: at home all of it, far away one's own."""
    if reader.may(circle.child.id, Action.PLAY_LETTER):
        if not letters.unplayed(reader.tx, circle.child.id, 1):
            return []
        # L10N: one line on a child's page, to those at home: a letter has not been played to {child} yet.
        return [f"{emoji.VOICE} " + reader.say("A letter waits for {child}.", child=circle.child.name)]
    mine = [each for each in letter_box.seen_by(reader.tx, circle, reader.person.id) if each.waits_to_be_played]
    if not any(each.author_id == reader.person.id for each in mine):
        return []
    # L10N: one line on a child's page, to a parent: their letter has not been played to {child} yet. No blame.
    return [f"{emoji.VOICE} " + reader.say("Your letter still waits for {child}.", child=circle.child.name)]


def week_line(reader: Reader, days: tuple[Day, ...]) -> str:
    """Mo 🙂 · Tu → · We 😄: a gap is a dot, and an arrow leads to the answer that was given for both."""
    return "  ".join(f"{format_date(each.day, 'EEEEEE', locale=reader.locale)} {_sign(each)}" for each in days)


def _sign(day: Day) -> str:
    shown = GAP
    if day.face:
        shown = emoji.YES if day.face == KEPT else emoji.FACES[day.face]
    elif day.joined:
        shown = JOINED
    elif day.heard:
        shown = emoji.GUARDIAN
    return emoji.ILL + ("" if shown == GAP else shown) if day.ill else shown


def _buttons(reader: Reader, circle: Circle, threads: list[Illness]) -> tuple[tuple[Button, ...], ...]:
    child_id = circle.child.id
    # L10N: a button: all letters with the child.
    box = button(f"{emoji.LETTER_BOX} " + reader.label("Letters"), "letter_box", child_id)
    # L10N: a button: the last seven days in one picture.
    week = button(f"{emoji.WEEK} " + reader.label("The week"), "week", child_id)
    rows: list[tuple[Button, ...]] = [(week, box)]
    if reader.may(child_id, Action.PLAY_LETTER) and letters.unplayed(reader.tx, child_id, 1):
        # L10N: a button of the guardian: the letters to the child that were not played yet.
        rows.append((button(f"{emoji.SEEN} " + reader.label("Letters to play"), "letters", child_id),))
    if reader.may(child_id, Action.KEEPSAKE):
        rows.append((to_keep(reader, child_id),))
    rows += [(_thread(reader, each),) for each in threads]
    if reader.may(child_id, Action.READ_TO_CHILD) and has_a_say(circle.child, reader.tx.now):
        rows.append((reading_button(reader, circle),))
    return tuple(rows)


def _thread(reader: Reader, thread: Illness) -> Button:
    if thread.is_plain:
        # L10N: a button on a child's page where health notes are off: the last wish for a call, and how it ended.
        return button(f"{emoji.CALL} " + reader.label("What was said"), "thread", thread.id)
    # L10N: a button on a child's page: all that was said of the last illness, from its beginning.
    return button(f"{emoji.ILL} " + reader.label("How it went"), "thread", thread.id)
