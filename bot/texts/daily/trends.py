"""Some harder days: what was noticed and what can be done, to the parents and to who noticed it (fixed words)."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily import first_words as on_first_words
from bot.domain.daily import trends as about_
from bot.domain.daily.trends import Level
from bot.domain.local_time import local
from bot.queries.circle import circles
from bot.queries.daily import trends
from bot.texts.buttons import call, letter
from bot.texts.daily import first_words
from bot.texts.message import Message, headed
from bot.texts.privacy.crisis import who_listens
from bot.texts.reader import Reader
from bot.texts.school.class_questions import has_teacher


def trend_noticed(reader: Reader, about: about_.TrendNoticed) -> Message | None:
    """Nothing where it is not so any more, or where its reader does not agree to notes on how the child is."""
    circle = reader.circle(about.child_id)
    today = local(reader.tx.now, circle.child.zone).date()
    is_so = about_.level(trends.days(reader.tx, about.child_id, circle.child.zone), today) >= about.level
    may = reader.person.health_notes is not False and circles.faces_told(reader.tx, about.child_id, about.by)
    if not is_so or not may:
        return None
    parent = about.by != reader.person.id
    child, guardian = circle.child.name, reader.named(circle, about.by)
    if about.level >= Level.REACH_OUT:
        said = _reach_out(reader, about)
    elif parent:
        # L10N: to a parent: what {guardian} has seen on several days; no conclusion, no worry. A question follows.
        said = reader.say("{guardian} noticed some harder days. A quiet call may help.", guardian=guardian)
        said += "\n" + _to_start(reader, about)
    else:
        # L10N: to the guardian who has seen several harder days of the child; no conclusion, no worry.
        said = reader.say("You noticed some harder days with {child}. A quiet moment may help.", child=child)
    if not parent:
        return Message(headed(emoji.TALK, child, said))
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = reader.say("{child}, from {guardian}", child=child, guardian=guardian)
    return Message(f"{emoji.TALK} {first}\n{said}", ((letter(reader, about.child_id), call(reader, about.child_id)),))


def few_answers(reader: Reader, circle: Circle) -> list[str]:
    """On the child's page, to a parent: that the days above it show no pattern yet, and nothing of what it may be."""
    child = circle.child
    told = (circles.faces_told(reader.tx, child.id, each.person_id) for each in circle.askable(reader.tx.now))
    if reader.person.health_notes is False or not reader.may(child.id, Action.ASK_NOW) or not any(told):
        return []
    today = local(reader.tx.now, child.zone).date()
    if about_.has_enough(trends.days(reader.tx, child.id, child.zone), today):
        return []
    # L10N: below the last days on a child's page, to a parent: fewer than four answers in four weeks. Fixed words.
    return [reader.say("Not enough answers yet to see a pattern.")]


def _reach_out(reader: Reader, about: about_.TrendNoticed) -> str:
    circle = reader.circle(about.child_id)
    if has_teacher(reader, circle):
        # L10N: to a parent or guardian: harder days for two weeks. Fixed text: no conclusion. Helplines may follow.
        said = reader.say("This has lasted about two weeks. It is worth talking to the teacher or a doctor.")
    else:
        # L10N: as “… to the teacher or a doctor.”, where no school has joined.
        said = reader.say("This has lasted about two weeks. It is worth talking to a doctor.")
    return "\n\n".join([said, *who_listens(reader)])


def _to_start(reader: Reader, about: about_.TrendNoticed) -> str:
    child = reader.circle(about.child_id).child
    today = local(reader.tx.now, child.zone).date()
    (name, *_rest) = on_first_words.choose(child.years(today), {"hard"}, today.toordinal())
    # L10N: to a parent, one thing to say to the child; {words} in the quotation marks of your language.
    return reader.say("To start: “{words}”", words=first_words.sentence(reader, name, reader.call_name(child.id)))
