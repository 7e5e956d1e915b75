"""The idea of the week, as a card."""

from datetime import timedelta
from html import escape

from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.daily import ideas as about_
from bot.domain.daily.ideas import Idea, IdeaState
from bot.domain.local_time import local
from bot.queries.daily import ideas
from bot.queries.illness import illnesses
from bot.texts import clocks
from bot.texts.circle.kin import own_name
from bot.texts.daily import ideas_catalogue
from bot.texts.daily.keepsakes import to_keep
from bot.texts.message import Button, Message, button
from bot.texts.reader import Reader


def idea_offered(reader: Reader, about: about_.IdeaOffered) -> Message | None:
    """What to say, what to do, and a microphone."""
    idea = ideas.get(reader.tx, about.idea_id)
    if idea is None or not reader.may(idea.child_id, Action.READ_IDEA):
        return None
    if about.begun and illnesses.running(reader.tx, idea.child_id) is not None:
        return None  # it was held, and meanwhile the child is ill: no day for play
    if idea.state in {IdeaState.DONE, IdeaState.SKIPPED}:
        return Message(f"{emoji.IDEA} {_over(reader, idea)}")
    circle = reader.circle(idea.child_id)
    me = circle.member(reader.person.id)
    names = {"child": reader.call_name(circle.child.id), "me": own_name(reader.words, me.kin, me.called) if me else ""}
    words = ideas_catalogue.text(idea.idea_id, reader.person.language)
    parts = [
        f"{emoji.IDEA} {escape(circle.child.name)}\n<b>{escape(words.theme)}</b>",
        # L10N: the parent's own words to the child, in the quotation marks of your language.
        reader.say("“{words}”", words=words.say.format(**names)),
        escape(words.do.format(**names)),
    ]
    if any(card.help_footer for card in ideas_catalogue.plan() if card.id == idea.idea_id):
        # L10N: below an idea that may touch something heavy; ☂️ is the button that leads to help.
        parts.append(reader.say("If it weighs on you, ☂️ is below."))
    return Message("\n\n".join(parts), _buttons(reader, idea))


def _buttons(reader: Reader, idea: Idea) -> tuple[tuple[Button, ...], ...]:
    # L10N: a button: record what the idea suggests.
    record = button(f"{emoji.VOICE} " + reader.label("Record"), "letter", idea.child_id, idea.id)
    # L10N: a button: the idea has been done.
    done = button(f"{emoji.YES} " + reader.label("Done"), "idea_done", idea.id)
    # L10N: a button: show another idea.
    other = button(f"{emoji.ANOTHER} " + reader.label("Another"), "idea_other", idea.id)
    # L10N: a button: no idea this week.
    skip = button(f"{emoji.NO} " + reader.label("Not this week"), "idea_skip", idea.id)
    may_change = idea.state == IdeaState.OFFERED and len(idea.earlier) < about_.OTHERS
    rows = ((record, done), (other, skip)) if may_change else ((record, done), (skip,))
    return (*rows, *_birthday(reader, idea))


def _birthday(reader: Reader, idea: Idea) -> tuple[tuple[Button, ...], ...]:
    """With the month of birth a year is over, which may be kept; nothing comes before somebody wants it."""
    child = reader.circle(idea.child_id).child
    if not about_.is_birthday_time(child, local(reader.tx.now, child.zone).date()):
        return ()
    return ((to_keep(reader, child.id),),) if reader.may(child.id, Action.KEEPSAKE) else ()


def _over(reader: Reader, idea: Idea) -> str:
    at = ideas.next_at(reader.tx, idea.child_id, reader.person) or reader.tx.now + timedelta(days=7)
    day = clocks.coming(reader, at)
    if idea.state == IdeaState.DONE:
        # L10N: the parent has done what the idea suggested; {day} is a weekday or a date. No praise.
        return reader.say("Noted. The next idea comes on {day}.", day=day)
    # L10N: the parent does not want this week's idea; {day} is a weekday or a date.
    return reader.say("All right. The next idea comes on {day}.", day=day)


def ideas_paused(reader: Reader, about: about_.IdeasPaused) -> Message:
    """They come back."""
    child = reader.circle(about.child_id).child.name
    # L10N: the family has set a pause (a visit home, holidays).
    return Message(reader.say("{child}'s circle is on pause. Ideas come again afterwards.", child=child))


def ideas_rest(reader: Reader, about: about_.IdeasRest) -> Message:
    """Nothing that would be out of place."""
    child = reader.circle(about.child_id).child.name
    # L10N: to a parent who asks for the week's idea while the child is ill, or while they are at home with the child.
    return Message(f"{emoji.IDEA} " + reader.say("No idea fits just now. {child} needs you and quiet.", child=child))


def ideas_exhausted(reader: Reader, about: about_.IdeasExhausted) -> Message:
    """A short note on a press."""
    # L10N: a short note after 🔄 was pressed several times in one week.
    return Message(reader.label("That was the last one for this week."))
