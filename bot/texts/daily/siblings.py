"""What is said alike of several children is said once, and names them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.daily.check_ins import AnswerTakenBack, CheckInAnswered
from bot.domain.daily.escalation import Silence, home
from bot.domain.notifications import Event
from bot.domain.privacy.childs_say import keeps_faces
from bot.queries.daily import escalation, news
from bot.texts.buttons import letter
from bot.texts.message import Button, button
from bot.texts.reader import Reader

Several = CheckInAnswered | Silence


def gathered(reader: Reader, abouts: Sequence[Event]) -> list[Event]:
    """What stands in one message, as few sentences as it can be; a silence that is over is not told."""
    found: list[Event] = []
    for about in _as_it_is(reader, abouts):
        before = found[-1] if found else None
        if isinstance(about, Several) and isinstance(before, Several) and _is_same(reader, before, about):
            found[-1] = replace(about, also=(*before.also, before.child_id))
        elif isinstance(about, AnswerTakenBack) and isinstance(before, AnswerTakenBack) and _by(reader, before, about):
            found[-1] = about  # it names no child
        else:
            found.append(about)
    return found


def _as_it_is(reader: Reader, abouts: Sequence[Event]) -> list[Event]:
    """Of a silence that still lasts, only the newest about each child."""
    newest = {each.child_id: each for each in abouts if isinstance(each, Silence)}
    lasts = [each for child, each in newest.items() if escalation.running(reader.tx, child) is not None]
    return [each for each in abouts if not isinstance(each, Silence) or any(each is found for found in lasts)]


def _is_same(reader: Reader, one: Several, other: Several) -> bool:
    first, second = reader.circle(one.child_id), reader.circle(other.child_id)
    if one.child_id == other.child_id or first.child.zone != second.child.zone:
        return False
    if isinstance(one, CheckInAnswered) and isinstance(other, CheckInAnswered):
        alike = replace(one, check_in_id=other.check_in_id, child_id=other.child_id, also=()) == other
        kept = any(keeps_faces(each.child, reader.tx.now) for each in (first, second))
        saw = news.seen(reader.tx, one.check_in_id) == news.seen(reader.tx, other.check_in_id)
        return alike and saw and not kept and reader.named(first, one.by) == reader.named(second, one.by)
    return type(one) is type(other) and home(first) == home(second)


def _by(reader: Reader, one: AnswerTakenBack, other: AnswerTakenBack) -> bool:
    """Whether one person has taken both back, under one name."""
    names = {reader.named(reader.circle(each.child_id), each.by) for each in (one, other)}
    return one.by == other.by and len(names) == 1


def circles(reader: Reader, about: Several) -> list[Circle]:
    """Those of all the children who are named, the oldest first."""
    return [reader.circle(each) for each in sorted((*about.also, about.child_id))]


def letters(reader: Reader, named: Sequence[Circle]) -> tuple[Button, ...]:
    """🎤 to each of these children, by name where they are several."""
    if len(named) == 1:
        return (letter(reader, named[0].child.id),)
    return tuple(button(f"{emoji.VOICE} {each.child.name}", "letter", each.child.id) for each in named)
