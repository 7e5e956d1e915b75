"""A hard report: the choice who tells it, what the parents read meanwhile, and the question of the morning."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.daily import held_reports as about_
from bot.domain.daily.check_ins import CheckIn
from bot.domain.daily.held_reports import Choice, Held, Talked
from bot.domain.daily.one_card import packed
from bot.queries.daily import check_ins, held_reports
from bot.texts.buttons import call, happened
from bot.texts.daily.letters import names
from bot.texts.daily.talks import to_home
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader


def waiting(reader: Reader, check_in_ids: list[int]) -> list[CheckIn]:
    """Those of these answers of which the parents read nothing yet."""
    found = (check_ins.get(reader.tx, each) for each in check_in_ids)
    return [each for each in found if each and each.held]


def thanks(reader: Reader, kept: list[CheckIn]) -> str:
    """In place of who sees it when: the choice, or what came of it."""
    parents = _parents(reader, kept)
    if any(each.held == Held.OPEN for each in kept):
        # L10N: to the guardian who has just tapped the hardest face, above “Tell them now” and “I’ll tell them”.
        return reader.say(
            "Thank you. Shall {parents} read it now? If you do not tap, I pass it on soon.", parents=parents
        )
    # L10N: to the guardian who wants to tell a hard day in person; {parents} is one name or several.
    return reader.say("{parents} will read that you would like to talk. I ask you tomorrow.", parents=parents)


def rows(reader: Reader, kept: list[CheckIn], answered: list[int]) -> tuple[tuple[Button, ...], ...]:
    """Telling it now is possible as long as it waits; `answered` is all that the card thanks for."""
    numbers = packed(answered)
    if numbers is None or not kept:
        return ()
    now = (_now(reader, "report", numbers, Choice.NOW),)
    if not any(each.held == Held.OPEN for each in kept):
        return (now,)
    # L10N: a button of the guardian after a hard day: the parents hear of it in person, and not from this chat.
    by_myself = button(f"{emoji.MINE} " + reader.label("I’ll tell them"), "report", numbers, Choice.SELF)
    return (now, (by_myself,))


def _now(reader: Reader, *data: object) -> Button:
    # L10N: a button of the guardian after a hard day: the parents read it now.
    return button(f"{emoji.TELL} " + reader.label("Tell them now"), *map(str, data))


def talk_wished(reader: Reader, about: about_.TalkWished) -> Message | None:
    """Nothing of the day itself; nothing at all once they have talked."""
    kept = check_ins.get(reader.tx, about.check_in_id)
    if kept is None or not kept.held:
        return None
    circle = reader.circle(about.child_id)
    guardian = reader.named(circle, about.by)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = reader.say("{child}, from {guardian}", child=circle.child.name, guardian=guardian)
    # L10N: to a parent; {guardian} has something to say that they want to say in person. Not what it is.
    text = reader.say("{guardian} would like to talk with you today.", guardian=guardian)
    return Message(f"{emoji.CALL} {first}\n{text}", ((*to_home(reader, circle), call(reader, about.child_id)),))


def talk_asked(reader: Reader, about: about_.TalkAsked) -> Message | None:
    """Three ways to answer; the second as long as it may wait."""
    kept = check_ins.get(reader.tx, about.check_in_id)
    if kept is None or not kept.held:
        return None
    days = held_reports.together(reader.tx, kept)
    children = reader.listed(reader.circle(each.child_id).child.name for each in days)
    # L10N: to the guardian who wanted to tell a hard day in person, next morning. {parents}, {children}: names.
    text = reader.say(
        "Have you talked with {parents} about {children}?\nIf I hear nothing, I tell them tomorrow.",
        parents=_parents(reader, days),
        children=children,
    )
    # L10N: a button of the guardian: we have not talked yet, ask me again tomorrow.
    later = button(f"{emoji.NO} " + reader.label("Not yet"), "talked", kept.id, Talked.LATER)
    answers = [happened(reader, "talked", kept.id, Talked.YES)]
    if about_.may_wait_on(kept, reader.tx.now):
        answers.append(later)
    return Message(text, (tuple(answers), (_now(reader, "talked", kept.id, Talked.NOW),)))


def talk_over(reader: Reader, about: about_.TalkOver) -> Message:
    """In place of the question."""
    if about.outcome == Talked.YES:
        # L10N: to the guardian, who has said that they have talked with the parents.
        return Message(f"{emoji.YES} " + reader.say("Thank you. It is noted."))
    circle = reader.circle(about.child_id)
    if about.outcome == Talked.LATER:
        # L10N: to the guardian, who has not talked with the parents yet.
        return Message(reader.say("All right. I ask you again."))
    parents = names(reader, circle, circle.parents)
    if about.unasked:
        # L10N: to the guardian, who has not said whether they have talked: the parents read of the hard day now.
        said = reader.say("I have told {parents}, as I heard nothing from you.", parents=parents)
    else:
        # L10N: to the guardian, who has asked to tell the parents of a hard day after all.
        said = reader.say("{parents} can read it now.", parents=parents)
    return Message(f"{emoji.TELL} {said}")


def _parents(reader: Reader, kept: list[CheckIn]) -> str:
    known: list[Circle] = [reader.circle(each.child_id) for each in kept]
    return reader.listed(
        dict.fromkeys(reader.named(circle, each.person_id) for circle in known for each in circle.parents)
    )
