"""Adding a child: the name is typed, the rest is tapped; then the invite, ready to be forwarded."""

from typing import Any

from bot.db.transaction import Tx
from bot.domain.circle.adding_child import ChildGoesOn
from bot.domain.circle.circles import MemberState, Role
from bot.domain.circle.joining import (
    BirthMonthAsked,
    BirthYearAsked,
    ChildNameAsked,
    CircleCreated,
    InviteKind,
    InviteWritten,
    KinAsked,
    PlaceAsked,
)
from bot.domain.circle.roles import Action
from bot.domain.countries import zones
from bot.domain.limits import CHILDREN, LimitReached
from bot.domain.local_time import local
from bot.domain.names import clean_name
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, invites, people, unfinished
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.circle import adding_child, beginning
from bot.services.circle.adding_child import STATE
from bot.services.circle.beginning import NewChild
from bot.services.notifications import reply
from bot.services.school import posters
from bot.updates import ButtonPress, IncomingMessage


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """➕"""
    if circles.added_by_person(tx, me.id) >= CHILDREN:
        reply(tx, me, LimitReached("children"), edit=pressed.message_id)
        return
    if waiting := unfinished.get(tx, me.id, STATE, 0):
        reply(tx, me, ChildGoesOn(waiting["name"]), edit=pressed.message_id)
        return
    before = people.dialogue_of(tx, me.id)
    role = before[1].get("role") if before and before[0] in {"role", STATE} else None
    adding_child.keep(tx, me, {"role": role or _role_so_far(tx, me)})
    reply(tx, me, ChildNameAsked(), edit=pressed.message_id)


def go_on(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ with the child whose name was given before."""
    data = adding_child.resume(tx, me)
    if "name" not in data:
        return ButtonOutdated()
    today = 0 if "year" in data else local(tx.now, me.zone).year
    reply(tx, me, _question(data, _open(data), today), edit=pressed.message_id)
    return None


def other(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """➕ it is about another child."""
    data = adding_child.resume(tx, me)
    if "name" not in data:
        return ButtonOutdated()
    adding_child.end(tx, me)
    adding_child.keep(tx, me, {"role": data["role"]})
    reply(tx, me, ChildNameAsked(), edit=pressed.message_id)
    return None


def name(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The one thing that is typed; later words that name none of the buttons are asked about once more."""
    data = adding_child.resume(tx, me)
    if "name" in data:
        reply(tx, me, _question(data, _open(data), today=local(tx.now, me.zone).year))
        return
    cleaned = clean_name(said.text)
    if not cleaned or said.kind != "text":
        reply(tx, me, ChildNameAsked(again=True))
        return
    adding_child.keep(tx, me, {**data, "name": cleaned})
    reply(tx, me, BirthYearAsked(cleaned, local(tx.now, me.zone).year))


def year(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The year of birth."""
    return _next(tx, me, pressed, "name", {"year": pressed.number()}, "month")


def month(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The month of birth."""
    return _next(tx, me, pressed, "year", {"month": pressed.number()}, "child")


def more_countries(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The next page."""
    data = adding_child.resume(tx, me)
    if "name" not in data:
        return ButtonOutdated()
    reply(tx, me, PlaceAsked(pressed.args[0], data["name"], page=pressed.number(1)), edit=pressed.message_id)
    return None


def other_country(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A country that is on no button is written."""
    data = adding_child.resume(tx, me)
    if "name" not in data:
        return ButtonOutdated()
    reply(tx, me, PlaceAsked(pressed.args[0], data["name"], again=True), edit=pressed.message_id)
    return None


def country(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Where the child lives, or where the parent works."""
    whose, code = pressed.args
    needed = "month" if whose == "child" else "child_zone"
    if not zones(code):
        return ButtonOutdated()
    if len(zones(code)) > 1:
        return _next(tx, me, pressed, needed, {f"{whose}_country": code}, f"{whose}_city")
    return _place(tx, me, pressed, needed, whose, code, zones(code)[0])


def city(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The nearest clock, in a country that has several."""
    whose, place = pressed.args[0], pressed.number(1)
    code = str(adding_child.resume(tx, me).get(f"{whose}_country", ""))
    if place >= len(zones(code)):
        return ButtonOutdated()
    return _place(tx, me, pressed, f"{whose}_country", whose, code, zones(code)[place])


def lives_there(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The parent does not work away: they are the one at home, who is asked; the other parent is invited."""
    data = adding_child.resume(tx, me)
    if "child_zone" not in data:
        return ButtonOutdated()
    adding_child.keep(tx, me, {**data, "role": Role.GUARDIAN})
    reply(tx, me, KinAsked(data["name"], Role.PARENT), edit=pressed.message_id)
    return None


def i_am(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A parent who has begun a circle says who they are to the child: what is read to the child then says so."""
    child_id, kin = pressed.number(), pressed.args[1]
    mine = circles.membership(tx, child_id, me.id, Action.INVITE)
    if mine is None or mine[1].role != Role.PARENT:
        return ButtonOutdated()
    circles.change_member(tx, mine[1].id, MemberState.ACTIVE, kin=kin)
    reply(tx, me, CircleCreated(child_id, Role.GUARDIAN, kin), edit=pressed.message_id)
    return None


def relation(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """A guardian who starts the circle says who they are to the child."""
    data = adding_child.resume(tx, me)
    if "child_zone" not in data or not Role.GUARDIAN.takes(pressed.args[0]):
        return ButtonOutdated()
    _create(tx, me, {**data, "kin": pressed.args[0]}, pressed)
    return None


def _place(tx: Tx, me: Person, pressed: ButtonPress, needed: str, whose: str, code: str, zone: str) -> Event | None:
    data = adding_child.resume(tx, me)
    gathered = {f"{whose}_country": code, f"{whose}_zone": zone}
    if needed not in data:
        return ButtonOutdated()
    if whose == "child" and data["role"] == Role.GUARDIAN:
        return _next(tx, me, pressed, needed, gathered, "kin")
    if whose == "child" and me.country is None:
        return _next(tx, me, pressed, needed, gathered, "me")
    if whose == "me":
        people.change(tx, me.id, country=code, time_zone=zone)
    _create(tx, people.get(tx, me.id), {**data, **gathered, "kin": "parent"}, pressed)
    return None


def _next(tx: Tx, me: Person, pressed: ButtonPress, needed: str, gathered: dict[str, Any], then: str) -> Event | None:
    data = adding_child.resume(tx, me)
    if needed not in data:
        return ButtonOutdated()
    data = {**data, **gathered}
    adding_child.keep(tx, me, data)
    reply(tx, me, _question(data, then), edit=pressed.message_id)
    return None


def _open(data: dict[str, Any]) -> str:
    """Which question waits for its answer."""
    whose = "me" if "child_zone" in data else "child"
    if "month" not in data:
        return "month" if "year" in data else "year"
    if whose == "me" and data["role"] == Role.GUARDIAN:
        return "kin"
    return f"{whose}_city" if f"{whose}_country" in data else whose


def _question(data: dict[str, Any], then: str, today: int = 0) -> Event:
    child = data["name"]
    if then == "year":
        return BirthYearAsked(child, today)
    if then == "month":
        return BirthMonthAsked(child, data["year"])
    if then == "kin":
        return KinAsked(child, Role.GUARDIAN)
    whose, _, wants_city = then.partition("_")
    return PlaceAsked(whose, child, country=data[f"{whose}_country"] if wants_city else "", again=bool(today))


def _create(tx: Tx, me: Person, data: dict[str, Any], pressed: ButtonPress) -> None:
    role = Role(data["role"])
    added = NewChild(data["name"], data["year"], data["month"], data["child_country"], data["child_zone"])
    child_id = beginning.begin(tx, me, added, role, data["kin"])
    guardian = role == Role.GUARDIAN
    invited = Role.PARENT if guardian else Role.GUARDIAN
    token = invites.create(tx, InviteKind.MEMBER, child_id=child_id, role=invited, created_by=me.id)
    adding_child.end(tx, me)
    reply(tx, me, CircleCreated(child_id, invited), edit=pressed.message_id)
    reply(tx, me, InviteWritten(child_id, invited, me.id, token))
    if guardian:
        beginning.begin_asking(tx, me, child_id)
    posters.offer(tx, me)


def _role_so_far(tx: Tx, me: Person) -> Role:
    """Somebody who is only a guardian so far adds the next child as a guardian."""
    roles = {member.role for _circle, member in circles.of_person(tx, me.id)}
    return Role.PARENT if Role.PARENT in roles or not roles else Role.GUARDIAN


routes: list[Route] = [
    press("child_add", begin),
    press("child_go_on", go_on),
    press("child_other", other),
    press("born", year, "(?:19|20)[0-9]{2}"),
    press("born_in", month, "[1-9]|1[0-2]"),
    press("countries", more_countries, "child|me", "[0-9]"),
    press("country_other", other_country, "child|me"),
    press("country", country, "child|me", "[A-Z]{2}"),
    press("city", city, "child|me", "[0-9]{1,2}"),
    press("lives_there", lives_there),
    press("i_am", i_am, NUMBER, "mother|father|parent"),
    press("kin", relation, "[a-z_]+", state=STATE),
    message(TYPED, name, state=STATE),
]
