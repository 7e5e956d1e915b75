"""💡: this week's idea, and what becomes of it."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily.ideas import OTHERS, Idea, IdeaOffered, IdeasExhausted, IdeasPaused, IdeasRest, IdeaState
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles
from bot.queries.daily import ideas as idea_rows
from bot.routes import NUMBER, Route, press
from bot.services.daily import ideas
from bot.services.notifications import reply
from bot.texts.daily.ideas_catalogue import plan
from bot.updates import ButtonPress


def show(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """This week's idea, now."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.READ_IDEA)
    if mine is None:
        return ButtonOutdated()
    until = mine[0].child.paused_until
    if until is not None and until > tx.now:
        reply(tx, me, IdeasPaused(pressed.number()))
    else:
        _show(tx, me, mine[0])
    return None


def _show(tx: Tx, me: Person, circle: Circle) -> None:
    found = ideas.offer(tx, circle, me, plan())
    reply(tx, me, IdeaOffered(found.id) if found else IdeasRest(circle.child.id))


def done(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅"""
    return _end(tx, me, pressed, IdeaState.DONE)


def skip(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌"""
    return _end(tx, me, pressed, IdeaState.SKIPPED)


def other(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 a few times a week."""
    found = _mine(tx, me, pressed)
    if found is None:
        return ButtonOutdated()
    circle, idea = found
    this_week = idea_rows.of_week(tx, circle.child.id, me)
    if this_week is None or this_week.id != idea.id:  # a card of weeks ago
        _show(tx, me, circle)
        return None
    if len(idea.earlier) >= OTHERS:
        return IdeasExhausted()
    if idea.state != IdeaState.OFFERED:
        return ButtonOutdated()
    if not ideas.another(tx, circle, me, idea, plan()):
        return IdeasExhausted()
    reply(tx, me, IdeaOffered(idea.id), edit=pressed.message_id)
    return None


def _end(tx: Tx, me: Person, pressed: ButtonPress, state: IdeaState) -> Event | None:
    found = _mine(tx, me, pressed)
    if found is None or not idea_rows.change(tx, found[1].id, (IdeaState.OFFERED, IdeaState.RECORDED), state=state):
        return ButtonOutdated()
    reply(tx, me, IdeaOffered(found[1].id), edit=pressed.message_id)
    return None


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Circle, Idea] | None:
    idea = idea_rows.get(tx, pressed.number())
    own = idea is not None and idea.person_id == me.id
    mine = circles.membership(tx, idea.child_id, me.id, Action.READ_IDEA) if idea and own else None
    return (mine[0], idea) if mine and idea else None


routes: list[Route] = [
    press("idea", show, NUMBER),
    press("idea_done", done, NUMBER),
    press("idea_skip", skip, NUMBER),
    press("idea_other", other, NUMBER),
]
