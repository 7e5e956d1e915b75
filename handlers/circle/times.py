"""⏰ Times: when a child is asked about, quiet hours, and on whose clock."""

from bot.db.transaction import Tx
from bot.domain.circle.roles import Action
from bot.domain.circle.times import (
    OFFICE,
    QUIET,
    RESTS,
    MyPlaceAsked,
    OfficeAsked,
    QuietAsked,
    SlotAsked,
    WorkNightsAsked,
    next_after_change,
    quiet_outside,
    tell_slot_changed,
)
from bot.domain.countries import zones
from bot.domain.local_time import SLOTS, local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, SettingsShown
from bot.queries.circle import circles, people
from bot.queries.daily import check_ins
from bot.queries.school import schools
from bot.routes import NUMBER, Route, press
from bot.services.circle.times import keep_quiet
from bot.services.daily import spreading
from bot.services.notifications import notify, reconsider, reply
from bot.updates import ButtonPress


def slot(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Morning, midday, evening."""
    if circles.membership(tx, pressed.number(), me.id, Action.SET_TIMES) is None:
        return ButtonOutdated()
    reply(tx, me, SlotAsked(pressed.number()), edit=pressed.message_id)
    return None


def set_slot(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """From the next day that has no check-in yet."""
    child_id, wanted = pressed.number(), pressed.args[1]
    found = circles.membership(tx, child_id, me.id, Action.SET_TIMES)
    if found is None:
        return ButtonOutdated()
    if circles.change_slot(tx, child_id, wanted, spreading.minute_for(tx, found[0].child, wanted)):
        circle = circles.get(tx, child_id)
        assert circle is not None
        child = circle.child
        asked_today = check_ins.asked_on(tx, child_id, local(tx.now, child.zone).date().isoformat())
        at = next_after_change(tx.now, child.minute, child.zone, asked_today=asked_today)
        check_ins.reschedule(tx, child_id, at)
        notify(tx, tell_slot_changed(circle, me.id))
    reply(tx, me, SettingsShown(), edit=pressed.message_id)
    return None


def quiet(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """When is it quiet?"""
    reply(tx, me, QuietAsked(), edit=pressed.message_id)


def set_quiet(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """What waits is held or let go anew."""
    place = pressed.number()
    if place > len(QUIET):
        return ButtonOutdated()
    hours = QUIET[place - 1] if place else None
    keep_quiet(tx, me, (hours[0] * 60, hours[1] * 60) if hours else None)
    reply(tx, me, SettingsShown(), edit=pressed.message_id)
    return None


def work_nights(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Which nights are worked?"""
    reply(tx, me, WorkNightsAsked(), edit=pressed.message_id)


def work_night(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """One night of the week, on or off."""
    _keep_work(tx, me, pressed, {"work_nights": me.work_nights ^ 1 << pressed.number()})


def rest(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """When the sleep by day begins."""
    if pressed.number() not in RESTS:
        return ButtonOutdated()
    _keep_work(tx, me, pressed, {"rest_from": pressed.number() * 60})
    return None


def _keep_work(tx: Tx, me: Person, pressed: ButtonPress, chosen: people.Changes) -> None:
    people.change(tx, me.id, **chosen)
    reconsider(tx, me.id)
    reply(tx, me, WorkNightsAsked(), edit=pressed.message_id)


def office(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎓 when does a teacher read?"""
    if not schools.of_person(tx, me.id):
        return ButtonOutdated()
    reply(tx, me, OfficeAsked(), edit=pressed.message_id)
    return None


def set_office(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Outside office hours it is quiet."""
    place = pressed.number()
    if place > len(OFFICE) or not schools.of_person(tx, me.id):
        return ButtonOutdated()
    keep_quiet(tx, me, quiet_outside(place))
    reply(tx, me, SettingsShown(), edit=pressed.message_id)
    return None


def my_place(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Where are you now?"""
    reply(tx, me, MyPlaceAsked(page=pressed.number()), edit=pressed.message_id)


def my_country_other(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """A country that is on no button is written."""
    reply(tx, me, MyPlaceAsked(again=True), edit=pressed.message_id)


def my_country(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A country; then a city where it has several clocks."""
    code = pressed.args[0]
    if not zones(code):
        return ButtonOutdated()
    if len(zones(code)) > 1:
        reply(tx, me, MyPlaceAsked(country=code), edit=pressed.message_id)
        return None
    return _moved(tx, me, pressed, code, 0)


def my_city(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The nearest clock."""
    return _moved(tx, me, pressed, pressed.args[0], pressed.number(1))


def _moved(tx: Tx, me: Person, pressed: ButtonPress, code: str, place: int) -> Event | None:
    if place >= len(zones(code)):
        return ButtonOutdated()
    people.change(tx, me.id, country=code, time_zone=zones(code)[place])
    reconsider(tx, me.id)
    reply(tx, me, SettingsShown(), edit=pressed.message_id)
    return None


routes: list[Route] = [
    press("slot", slot, NUMBER),
    press("slot_set", set_slot, NUMBER, "|".join(SLOTS)),
    press("quiet", quiet, near=True),
    press("quiet_set", set_quiet, "[0-9]", near=True),
    press("work_nights", work_nights, near=True),
    press("work_night", work_night, "[0-6]", near=True),
    press("rest", rest, "[0-9]{1,2}", near=True),
    press("office", office),
    press("office_set", set_office, "[0-9]"),
    press("my_place", my_place, "[0-9]", near=True),
    press("my_country_other", my_country_other),
    press("my_country", my_country, "[A-Z]{2}", near=True),
    press("my_city", my_city, "[A-Z]{2}", "[0-9]{1,2}", near=True),
]
