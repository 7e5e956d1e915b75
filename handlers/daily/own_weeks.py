"""And you? Three faces once a week, and a tap that passes one on."""

from dataclasses import replace

from bot.db.transaction import Tx
from bot.domain.daily.own_weeks import OwnWeek, OwnWeekNoted, Week, tell_week
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, PressNoted
from bot.queries.daily import own_weeks as rows
from bot.routes import NUMBER, Route, press
from bot.services.daily import own_weeks
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One of three faces; another one changes it, as long as nobody was told."""
    week = rows.get(tx, pressed.number(), me.id)
    if week is None or week.told:
        return ButtonOutdated()
    if week.face == pressed.args[1]:
        return PressNoted()
    reply(tx, me, OwnWeekNoted(week.id), edit=pressed.message_id)
    own_weeks.answer(tx, me, week, Week(pressed.args[1]))
    return None


def pass_on(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """One parent reads it; the others do not."""
    week = rows.get(tx, pressed.number(), me.id)
    return (
        _told(tx, me, week, pressed) if week and week.face and pressed.number(1) not in week.told else ButtonOutdated()
    )


def _told(tx: Tx, me: Person, week: OwnWeek, pressed: ButtonPress) -> Event | None:
    to = pressed.number(1)
    circle = dict(rows.may_read(tx, me.id)).get(to)
    by = circle.member(me.id) if circle else None
    if circle is None or by is None or week.face is None:
        return ButtonOutdated()
    rows.keep(tx, replace(week, told=(*week.told, to)))
    notify(tx, tell_week(circle, by, to, week.face))
    reply(tx, me, OwnWeekNoted(week.id), edit=pressed.message_id)
    return None


routes: list[Route] = [
    press("own_week", answer, NUMBER, "|".join(Week)),
    press("own_week_tell", pass_on, NUMBER, NUMBER),
]
