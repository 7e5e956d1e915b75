"""📖 What is read to the child, and from 13 the child's own say, which somebody at home notes."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.audit import AuditEvent
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import tell_asked_again
from bot.domain.daily.one_card import CARD
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.privacy.childs_say import ReadingGiven, has_a_say, tell_kept
from bot.domain.screens import ButtonOutdated
from bot.queries import audit
from bot.queries.circle import circles
from bot.queries.daily import check_ins
from bot.queries.privacy import childs_say
from bot.routes import NUMBER, Route, press
from bot.services.daily import ideas
from bot.services.notifications import notify, reply
from bot.texts.daily.ideas_catalogue import plan
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The text, at any time."""
    if circles.membership(tx, pressed.number(), me.id, Action.READ_TO_CHILD) is None:
        return ButtonOutdated()
    reply(tx, me, ReadingGiven(pressed.number()), edit=pressed.message_id)
    return None


def note(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ the faces are told, ❌ the child keeps them; there and back alike."""
    child_id, kept = pressed.number(), pressed.args[1] == "kept"
    circles.lock(tx, child_id)
    mine = circles.membership(tx, child_id, me.id, Action.KEEP_FACES)
    if mine is None or not has_a_say(mine[0].child, tx.now) or not childs_say.names_faces(tx, mine[0]):
        return ButtonOutdated()
    if childs_say.keep_faces(tx, child_id, kept=kept):
        audit.note(tx, AuditEvent.DECIDES if kept else AuditEvent.DECIDES_NOT, me.id, child_id=child_id)
        notify(tx, tell_kept(mine[0], me.id, kept=kept))
        if kept:
            ideas.unanswer(tx, mine[0], "harder_day", plan())
        _ask_anew(tx, *mine)
    reply(tx, me, ReadingGiven(child_id), edit=pressed.message_id)
    return None


def _ask_anew(tx: Tx, circle: Circle, me: Member) -> None:
    """A question that stands open gets the answers that hold now."""
    asked = [each.person_id for each in circle.active if cards.message_of(tx, each.person_id, CARD) is not None]
    if asked and check_ins.open_days(tx, circle.child.id):
        notify(tx, [each for each in tell_asked_again(circle, me, asked) if each.to in asked])


routes: list[Route] = [press("read", show, NUMBER), press("faces", note, NUMBER, "told|kept")]
