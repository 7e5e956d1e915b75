"""🧳 A guardian is away: the stand-ins are asked until then."""

from datetime import datetime

from bot.db.transaction import Tx
from bot.delivery import outbox
from bot.domain.circle.away import AwayAsked, AwaySet, WelcomeBack, card, is_away, tell_away, tell_back
from bot.domain.circle.circles import Circle, Member, MemberState
from bot.domain.circle.pauses import PAGE, ends_on
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import tell_asked
from bot.domain.daily.one_card import CARD
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.routes import NUMBER, Route, press
from bot.services.illness.illness_arrivals import has_arrived
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress


def away(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Until when?"""
    if not _looked_after(tx, me):
        return ButtonOutdated()
    reply(tx, me, AwayAsked(), edit=pressed.message_id)
    return None


def other_day(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The days to choose from."""
    if not _looked_after(tx, me):
        return ButtonOutdated()
    reply(tx, me, AwayAsked(pressed.args[0]), edit=pressed.message_id)
    return None


def set_away(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Hand over every child this person looks after; where the day that the button has named is over, the choice is
    shown anew."""
    if ends_on(tx.now, pressed.args[0], me.zone) is None:
        return away(tx, me, pressed)
    mine = _looked_after(tx, me)
    if not mine:
        return ButtonOutdated()
    for circle, member in mine:
        if until := ends_on(tx.now, pressed.args[0], circle.child.zone):
            _hand_over(tx, circle, member, until)
    reply(tx, me, AwaySet(), edit=pressed.message_id)
    return None


def back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """Asked again from now on, also about what is open."""
    mine = [(circle, member) for circle, member in _looked_after(tx, me) if is_away(member, tx.now)]
    if not mine:
        return ButtonOutdated()
    for circle, member in mine:
        _take_over(tx, circle, member)
    reply(tx, me, WelcomeBack(), edit=pressed.message_id)
    for circle, _member in mine:
        has_arrived(tx, circle, me.id)
    return None


def _looked_after(tx: Tx, me: Person) -> list[tuple[Circle, Member]]:
    return circles.of_person(tx, me.id, Action.BE_AWAY)


def _hand_over(tx: Tx, circle: Circle, member: Member, until: datetime) -> None:
    if member.away_until == until:
        return
    circles.change_member(tx, member.id, MemberState.ACTIVE, away_until=until)
    outbox.clear_card(tx, CARD, member.person_id)
    notify(tx, tell_away(circle, member.person_id, until))
    _ask_those_who_now_can_be(tx, circle)


def _take_over(tx: Tx, circle: Circle, member: Member) -> None:
    circles.change_member(tx, member.id, MemberState.ACTIVE, away_until=None)
    name = card(circle.child.id, member.person_id)
    others = [each.person_id for each in circle.others(member.person_id)]
    unaware = {each for each in others if outbox.clear_card(tx, name, each)}
    notify(tx, tell_back(circle, member.person_id, unaware))
    _ask_those_who_now_can_be(tx, circle)


def _ask_those_who_now_can_be(tx: Tx, before: Circle) -> None:
    """An open question follows the one who can answer it now."""
    circle = circles.get(tx, before.child.id)
    assert circle is not None
    if not check_ins.missing_days(tx, circle.child.id):
        return
    asked = {each.person_id for each in before.askable(tx.now)}
    notify(tx, [each for each in tell_asked(circle, tx.now) if each.to not in asked])


routes: list[Route] = [
    press("away", away),
    press("away_day", other_day, PAGE),
    press("away_until", set_away, NUMBER),
    press("back", back),
]
