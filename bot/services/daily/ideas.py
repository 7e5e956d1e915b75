"""Which idea a parent is offered this week, and what takes its place."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from bot.db.transaction import Tx
from bot.delivery.cards import message_of
from bot.domain.circle.circles import Circle
from bot.domain.daily import ideas as on_ideas
from bot.domain.daily.ideas import Idea, IdeaCard, IdeaState, Situation
from bot.domain.illness.illness_endings import is_no_time_to_play
from bot.domain.local_time import DAY, local
from bot.domain.people import Person
from bot.queries.circle import circles, people
from bot.queries.daily import first_words, heard, ideas, trends
from bot.queries.illness import illness_endings
from bot.queries.school import calendars, enrolments


def offer(tx: Tx, circle: Circle, me: Person, cards: Sequence[IdeaCard]) -> Idea | None:
    """This week's idea: the one that stands already while it fits, or a new one; none where none fits now."""
    found = ideas.of_week(tx, circle.child.id, me)
    if found and found.state == IdeaState.OFFERED and not fits(tx, circle, me, found, cards):
        return ideas.get(tx, found.id) if another(tx, circle, me, found, cards) else None
    if found:
        return found
    chosen = on_ideas.choose(cards, situation(tx, circle, me, cards))
    return ideas.add(tx, circle.child.id, me, chosen) if chosen else None


def another(tx: Tx, circle: Circle, me: Person, idea: Idea, cards: Sequence[IdeaCard]) -> bool:
    """Put this week's idea aside for another one; false when somebody was faster, it is over, or there is none."""
    aside = (*idea.earlier, idea.idea_id)
    chosen = on_ideas.choose(cards, situation(tx, circle, me, cards), aside)
    if chosen is None:
        return False
    return ideas.change(tx, idea.id, (IdeaState.OFFERED,), idea.idea_id, idea_id=chosen, earlier=" ".join(aside))


def fits(tx: Tx, circle: Circle, me: Person, idea: Idea, cards: Sequence[IdeaCard]) -> bool:
    """Whether what this week's idea speaks of is so at this moment."""
    now = situation(tx, circle, me, cards)
    return not any(on_ideas.is_out_of_place(each, now) for each in cards if each.id == idea.idea_id)


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


def situation(tx: Tx, circle: Circle, me: Person, cards: Sequence[IdeaCard]) -> Situation:
    """Age, what happened this week, what was offered before and what came of it, and which reasons to skip hold."""
    child = circle.child
    today = local(tx.now, child.zone).date()
    before = ideas.all_of(tx, child.id, me.id)
    happened = {*_dates(tx, circle, me, today), *_health(tx, circle, me), *_school(tx, circle, me)}
    days = trends.days(tx, child.id, child.zone) if circles.faces_told(tx, child.id, me.id) else []
    happened |= {str(each) for day in days if today - day.day < on_ideas.RECENT for each in day.seen}
    skip = {"separated"} if child.separate_lines else set()
    if not enrolments.of_child(tx, child.id) or today in calendars.free_days(tx, child.id, today, today):
        skip.add("no_school")
    if not happened & {"visit_before", "visit_now"}:
        skip.add("no_visit")
    if days and days[-1].is_low and today - days[-1].day <= DAY:
        skip.add("hard_now")
    newest = heard.last(tx, child.id)
    if newest is None or newest.at < tx.now - on_ideas.RECENT:
        skip.add("no_news")  # nobody has said anything that could be praised
    themes = {each.id: each.theme_key for each in cards}
    declined = {each.idea_id for each in before[-on_ideas.LATELY :] if each.state == IdeaState.SKIPPED}
    return Situation(
        on_ideas.band_of(child.years(today)),
        [each for each in on_ideas.HAPPENED if each in happened],
        Counter(each for one in before for each in (one.idea_id, *one.earlier)),
        frozenset(skip),
        is_ill(tx, child.id),
        frozenset(themes[each] for each in declined if each in themes),
    )


def _dates(tx: Tx, circle: Circle, me: Person, today: date) -> set[str]:
    """What this parent has promised the child for these days, and the child's own month."""
    found = {"birthday"} if on_ideas.is_birthday_time(circle.child, today) else set()
    for each in ideas.dated_promises(tx, circle.child.id, me.id, today - 2 * on_ideas.NEAR):
        if each.visit:
            found.add(on_ideas.visit_phase(each.day, each.pause_days, today))
        elif today < each.day <= today + on_ideas.NEAR:
            found.add("promise")
    return found


def _school(tx: Tx, circle: Circle, me: Person) -> set[str]:
    """What the school has told this parent this week."""
    child_id, since = circle.child.id, tx.now - on_ideas.RECENT
    found = {"good_news"} if first_words.had_good_news(tx, child_id, me.id, since) else set()
    return found | ({"school_notice"} if first_words.had_notice(tx, child_id, me.id, since) else set())


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
