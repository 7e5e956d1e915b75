"""✅ It is still them: another adult knows who came back after a long silence."""

from bot.domain.circle_places import tell_free
from bot.domain.people import Person
from bot.domain.presence import can_vouch
from bot.domain.roles import Action
from bot.domain.screens import ButtonOutdated
from bot.domain.tell import About
from bot.events import Press
from bot.routes import NUMBER, Route, press
from bot.storage import approvals, circles
from bot.storage.tellings import tell
from bot.storage.transaction import Tx


def vouch(tx: Tx, me: Person, pressed: Press) -> About | None:
    """The circle is open to them again, and everybody reads that."""
    found = circles.member_by_id(tx, pressed.number())
    mine = circles.mine(tx, found.child_id, me.id, Action.APPROVE) if found else None
    if found is None or mine is None or not can_vouch(mine[0], me.id, found):
        return ButtonOutdated()
    circles.change_member(tx, found.id, "active", closed_at=None)
    tell(tx, tell_free(mine[0], 0, found))
    if circle := circles.get(tx, found.child_id):
        approvals.ask_too(tx, circle, found.person_id)
    return None


routes: list[Route] = [press("known", vouch, NUMBER)]
