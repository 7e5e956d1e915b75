"""Which idea a parent is offered this week, and what takes its place."""

from collections import Counter
from collections.abc import Sequence

from bot.db.transaction import Tx
from bot.delivery.cards import message_of
from bot.domain.circle.circles import Circle
from bot.domain.daily import ideas as on_ideas
from bot.domain.daily.ideas import Idea, IdeaCard, IdeaState
from bot.domain.illness.illness_endings import is_no_time_to_play
from bot.domain.local_time import local
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.daily import heard, ideas
from bot.queries.illness import illness_endings
from bot.queries.school import enrolments


def offer(tx: Tx, circle: Circle, me: Person, cards: Sequence[IdeaCard]) -> Idea:
    """This week's idea: the one that stands already, or a new one from the plan."""
    found = ideas.of_week(tx, circle.child.id, me)
    if found and found.state == IdeaState.OFFERED and not fits(tx, circle, me, found, cards):
        another(tx, circle, me, found, cards)
        return ideas.get(tx, found.id) or found
    if found:
        return found
    chosen = on_ideas.choose(cards, *_situation(tx, circle, me))
    return ideas.add(tx, circle.child.id, me, chosen)


def another(tx: Tx, circle: Circle, me: Person, idea: Idea, cards: Sequence[IdeaCard]) -> bool:
    """Put this week's idea aside for another one; false when somebody was faster, or it is over."""
    band, happened, used, leave_out = _situation(tx, circle, me)
    aside = (*idea.earlier, idea.idea_id)
    chosen = on_ideas.choose(cards, band, happened, used, {*leave_out, *aside})
    return ideas.change(tx, idea.id, (IdeaState.OFFERED,), idea.idea_id, idea_id=chosen, earlier=" ".join(aside))


def fits(tx: Tx, circle: Circle, me: Person, idea: Idea, cards: Sequence[IdeaCard]) -> bool:
    """Whether what this week's idea speaks of is so at this moment."""
    *_rest, leave_out = _situation(tx, circle, me)
    ill = is_ill(tx, circle.child.id)
    return not any(on_ideas.is_out_of_place(each, leave_out, ill=ill) for each in cards if each.id == idea.idea_id)


def is_ill(tx: Tx, child_id: int) -> bool:
    """Whether nothing cheerful is sent: a child is ill, or nobody has said yet that all is well again."""
    newest = illness_endings.newest(tx, child_id)
    if newest is None or newest.is_running or newest.closed_at is None:
        return newest is not None
    return is_no_time_to_play(newest, ideas.faces_since(tx, child_id, newest.closed_at), tx.now)


def unanswer(tx: Tx, circle: Circle, event: str, cards: Sequence[IdeaCard]) -> None:
    """Put aside what answers an event of which nothing is told any more, where it still waits to be read."""
    answering = {each.id for each in cards if event in each.fits and not each.week}
    for parent in circle.parents:
        me = people.get(tx, parent.person_id)
        found = ideas.of_week(tx, circle.child.id, me)
        if found and found.idea_id in answering and message_of(tx, me.id, f"idea:{found.id}") is None:
            another(tx, circle, me, found, cards)


def _situation(tx: Tx, circle: Circle, me: Person) -> tuple[str, list[str], Counter[str], set[str]]:
    """Age band, what happened this week, what was offered before, and which reasons to skip hold."""
    child = circle.child
    today = local(tx.now, child.zone).date()
    used = Counter(each for one in ideas.all_of(tx, child.id, me.id) for each in (one.idea_id, *one.earlier))
    happened = [*_health(tx, circle, me), *(["birthday"] if on_ideas.is_birthday_time(child, today) else [])]
    skip = {"separated"} if child.separate_lines else set()
    if not enrolments.of_child(tx, child.id):
        skip.add("no_school")
    newest = heard.last(tx, child.id)
    if newest is None or newest.at < tx.now - on_ideas.RECENT:
        skip.add("no_news")  # nobody has said anything that could be praised
    return on_ideas.band_of(child.years(today)), happened, used, skip


def _health(tx: Tx, circle: Circle, me: Person) -> list[str]:
    """Illness and harder days of this week, where notes about health may be read."""
    child_id, since = circle.child.id, tx.now - on_ideas.RECENT
    if not circles.health_notes(tx, child_id, me.id):
        return []
    over = illness_endings.was_better(tx, child_id, since) and not is_ill(tx, child_id)
    found = ["illness"] if over else []
    if not circles.faces_told(tx, child_id, me.id):
        return found
    faces = ideas.faces_since(tx, child_id, since)
    return found + (["harder_day"] if {"hard", "sad"} & faces else [])
