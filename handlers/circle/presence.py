"""✅ It is still them: another adult knows who came back after a long silence."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import MemberState
from bot.domain.circle.membership import tell_opened
from bot.domain.circle.presence import can_vouch
from bot.domain.circle.roles import Action
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.routes import NUMBER, Route, press
from bot.services.circle import approvals
from bot.services.illness.illness_arrivals import has_arrived
from bot.services.notifications import notify
from bot.updates import ButtonPress


def vouch(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The circle is open to them again, and everybody reads that."""
    member = circles.member_by_id(tx, pressed.number())
    mine = circles.membership(tx, member.child_id, me.id, Action.APPROVE) if member else None
    if member is None or mine is None or not can_vouch(mine[0], me.id, member):
        return ButtonOutdated()
    circles.change_member(tx, member.id, MemberState.ACTIVE, closed_at=None)
    notify(tx, tell_opened(mine[0], 0, member))
    if circle := circles.get(tx, member.child_id):
        has_arrived(tx, circle, member.person_id)
        approvals.ask_too(tx, circle, member.person_id)
    return None


routes: list[Route] = [press("known", vouch, NUMBER)]
