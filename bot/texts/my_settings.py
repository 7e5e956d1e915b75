"""⚙️ Everything of one person on one card: how it stands, and a button for each thing that can be changed."""

from bot.domain import emoji
from bot.domain.circle.away import is_away
from bot.domain.circle.circles import Child, Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.screens import SettingsShown
from bot.queries.school import schools
from bot.texts import clocks
from bot.texts.buttons import add_child, invite, language_button, my_data
from bot.texts.circle.away import away_button, back_button
from bot.texts.circle.circles import circle_button
from bot.texts.circle.nights import after_work, work_nights_button
from bot.texts.circle.pauses import my_pause, pause_button, rest_line, until, urgent_button
from bot.texts.circle.times import leave, my_clock, quiet_button, slot_button
from bot.texts.daily.shifts import shifts_button
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.operators.operator_card import among_settings
from bot.texts.privacy.consents import consents_button, log_button
from bot.texts.privacy.sharing import sharing_rows
from bot.texts.reader import Reader
from bot.texts.school.office_hours import office_button, office_shown
from bot.texts.school.staffing import leave_button

Rows = tuple[tuple[Button, ...], ...]


def settings_shown(reader: Reader, about: SettingsShown) -> Message:
    """The language first, then each child, one's own times, the people, and what is kept of all of it at the end."""
    mine = reader.circles()
    several = len(mine) > 1
    rows = (
        (language_button(reader), my_clock(reader)),
        *(row for circle, _me in mine if (row := _asking(reader, circle.child))),
        *_own(reader, mine),
        *_people(reader, mine, named=several),
        *_kept(reader, mine, named=several),
        *among_settings(reader),
    )
    return Message("\n".join([_clock(reader, mine), *_standing(reader, mine)]), rows)


def settings_button(reader: Reader) -> Button:
    """⚙️"""
    # L10N: a button: everything this person can set: times, language, pause, people, children, one's data, leaving.
    return button(f"{emoji.SETTINGS} " + reader.label("Settings"), "settings")


def _clock(reader: Reader, mine: list[tuple[Circle, Member]]) -> str:
    now, night = clocks.bare(reader, reader.tx.now), reader.person.night
    if night is None:
        # L10N: above the settings of times; {now} is the time on this person's clock.
        return f"{emoji.SETTINGS} " + reader.say("It is {now} on your clock. You have no quiet hours.", now=now)
    if schools.of_person(reader.tx, reader.person.id) and not mine:
        return f"{emoji.SETTINGS} " + office_shown(reader, now)
    # L10N: above the settings of times; {now} is the time on this person's clock, {quiet} is “22:00–07:00”.
    text = reader.say("It is {now} on your clock. Quiet hours: {quiet}.", now=now, quiet=clocks.hours(*night))
    return f"{emoji.SETTINGS} {text}"


def _standing(reader: Reader, mine: list[tuple[Circle, Member]]) -> list[str]:
    """What is not as usual now: nights at work, a rest, being away."""
    lines = [after_work(reader)] if reader.person.work_nights else []
    if rest := rest_line(reader):
        lines.append(f"{emoji.PAUSE} {rest}")
    away = [each for each in mine if is_away(each[1], reader.tx.now)]
    if away:
        circle, member = away[0]
        assert member.away_until is not None
        # L10N: to a guardian, above their settings: others are asked until {day}, such as “Friday”.
        text = reader.say("You are away until {day}.", day=until(reader, member.away_until, circle.child.zone))
        lines.append(f"{emoji.AWAY} {text}")
    return lines


def _own(reader: Reader, mine: list[tuple[Circle, Member]]) -> Rows:
    """Two in a row, and so few rows that a small phone shows most of them."""
    calls = [circle.child.id for circle, _me in mine if reader.may(circle.child.id, Action.PLAN_CALL)]
    times = [quiet_button(reader)]
    if schools.of_person(reader.tx, reader.person.id):
        times.insert(0, office_button(reader))
    if calls:
        times += [work_nights_button(reader), shifts_button(reader, calls[0])]
    rest = my_pause(reader)
    rests = (rest,) if rest_line(reader) else (rest, urgent_button(reader))
    return (*grid([*times, *_away(reader, mine)], 2), rests)


def _away(reader: Reader, mine: list[tuple[Circle, Member]]) -> list[Button]:
    guarded = [member for circle, member in mine if reader.may(circle.child.id, Action.BE_AWAY)]
    if not guarded:
        return []
    is_gone = any(is_away(member, reader.tx.now) for member in guarded)
    return [back_button(reader) if is_gone else away_button(reader)]


def _asking(reader: Reader, child: Child) -> tuple[Button, ...]:
    """When home is asked about a child, and whether."""
    times = (slot_button(reader, child),) if reader.may(child.id, Action.SET_TIMES) else ()
    return (*times, pause_button(reader, child)) if reader.may(child.id, Action.PAUSE) else times


def _people(reader: Reader, mine: list[tuple[Circle, Member]], *, named: bool) -> Rows:
    """The adults around the children, who may be asked to join them, what happened there, and one child more."""
    invites = [
        invite(reader, circle.child.id, circle.child.name if named else "")
        for circle, _me in mine
        if reader.may(circle.child.id, Action.INVITE)
    ]
    around = [circle_button(reader)] if mine else []
    return grid([*around, *invites, add_child(reader), *([log_button(reader)] if mine else [])], 2)


def _kept(reader: Reader, mine: list[tuple[Circle, Member]], *, named: bool) -> Rows:
    """📦 🗑, what is allowed and shared, and 👋 of the children and of the schools."""
    stops = [each for circle, _me in mine for row in sharing_rows(reader, circle, named=named) for each in row]
    allowed = [consents_button(reader)] if reader.person.is_ready else []
    leaves = [leave(reader, circle) for circle, _me in (*mine, *reader.circles(Action.LOOK_IN))]
    left = [leave_button(reader, each.id) for each in schools.of_person(reader.tx, reader.person.id)]
    return (my_data(reader), *grid([*allowed, *stops], 2), *grid(leaves, 2), *column(*left))
