"""📬 The letters around a child by month, one of them once more, and the hour at which they come."""

from babel.dates import format_date

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Role
from bot.domain.circle.roles import Action
from bot.domain.daily import letter_box as about_
from bot.domain.daily.letter_box import AT_ONCE, GOOD_HOURS, Leaf, Sheet
from bot.domain.daily.letters import LetterState, pages
from bot.domain.deliveries import delivery
from bot.domain.local_time import local
from bot.queries.daily import letter_box, letters
from bot.texts import clocks
from bot.texts.buttons import from_the_start, more
from bot.texts.daily.letters import names
from bot.texts.message import Button, Media, Message, button, column, headed
from bot.texts.quoting import quoted
from bot.texts.reader import Reader

_KINDS = {"photo": "🖼", "video": "🎬", "video_note": "🎬", "text": "💬"}


def letter_box_shown(reader: Reader, about: about_.LetterBoxShown) -> Message | None:
    """What this reader has sent or was sent; each line is a button that brings it once more."""
    if not reader.may(about.child_id, Action.SEE_CHILD):
        return None
    circle = reader.circle(about.child_id)
    seen = letter_box.seen_by(reader.tx, circle, reader.person.id)
    found = about_.sheet(seen, reader.person.zone, about.month, about.page)
    name = circle.child.name
    if not found.leaves:
        # L10N: a page of letters without any yet, neither from the parents nor from home.
        text = reader.say("Letters to and from {child} will be here.", child=name)
        return Message(headed(emoji.LETTER_BOX, name, text), _hour_row(reader, circle))
    lines = [_month(reader, found.month), *(_line(reader, circle, each) for each in found.leaves)]
    # L10N: below a list of letters; each of them stands below as a button.
    lines.append(reader.say("One tap sends a letter here again."))
    rows = column(*(_again(reader, circle, each) for each in found.leaves))
    return Message(
        headed(emoji.LETTER_BOX, name, "\n".join(lines)),
        (*rows, *_turning(reader, circle, found), *_hour_row(reader, circle)),
    )


def _month(reader: Reader, month: int) -> str:
    return reader.month(month // 100, month % 100)


def _sign(leaf: Leaf) -> str:
    return _KINDS.get(leaf.kind, emoji.VOICE)


def _day(reader: Reader, leaf: Leaf) -> str:
    return format_date(local(leaf.sent_at, reader.person.zone).date(), "EEE d", locale=reader.locale)


def _who(reader: Reader, circle: Circle, leaf: Leaf) -> str:
    if leaf.author_id == reader.person.id:
        # L10N: in a list of letters, in the place of a name: the reader has sent it.
        return reader.label("you")
    return reader.named(circle, leaf.author_id)


def _line(reader: Reader, circle: Circle, leaf: Leaf) -> str:
    # L10N: one line in a list of letters: {day} is such as “Mon 23”, {who} has sent it.
    line = f"{_sign(leaf)} " + reader.say("{day}, from {who}", day=_day(reader, leaf), who=_who(reader, circle, leaf))
    stands = _stands(reader, circle, leaf)
    return f"{line} · {stands}" if stands else line


def _stands(reader: Reader, circle: Circle, leaf: Leaf) -> str:
    """How it stands, as far as this reader may know; nothing of whether anybody has read what came from home."""
    own = leaf.author_id == reader.person.id
    if leaf.to_child and leaf.played_at:
        # L10N: in a list of letters, after one: it has been played to {child}, or read aloud.
        return reader.say("{child} has heard it", child=circle.child.name)
    if own and leaf.told == "lost":
        # L10N: in a list of letters, after one of the reader's own: Telegram did not take it.
        return reader.say("could not be delivered")
    if own and not _arrived(reader, circle, leaf):
        # L10N: in a list of letters, after one of the reader's own: it waits for a phone that is off, or for its hour.
        return reader.say("has not reached the phone yet")
    if leaf.to_child:
        # L10N: in a list of letters, after one: nobody has played it to the child yet. No blame.
        return reader.say("waits to be played")
    return ""


def _arrived(reader: Reader, circle: Circle, leaf: Leaf) -> bool:
    if leaf.state == LetterState.WAITING:
        return False
    others = circle.others(reader.person.id)
    return delivery([letters.delivery_to(reader.tx, leaf.id, each.person_id) for each in others]) == "arrived"


def _again(reader: Reader, circle: Circle, leaf: Leaf) -> Button:
    return button(f"{_sign(leaf)} {_day(reader, leaf)} · {_who(reader, circle, leaf)}", "letter_again", leaf.id)


def _turning(reader: Reader, circle: Circle, found: Sheet) -> tuple[tuple[Button, ...], ...]:
    row = list[Button]()
    if found.more:
        row.append(more(reader, "letter_box", circle.child.id, found.month, found.page + 1))
    elif found.page:
        row.append(from_the_start(reader, "letter_box", circle.child.id, found.month, 0))
    if found.older:
        month = f"{emoji.LETTER_BOX} {_month(reader, found.older)}"
        row.append(button(month, "letter_box", circle.child.id, found.older, 0))
    return (tuple(row),) if row else ()


def _hour_row(reader: Reader, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    me = circle.member(reader.person.id)
    if me is None or me.role != Role.GUARDIAN:
        return ()
    # L10N: a button of who looks after the child: the time of day at which letters to the child come.
    return ((button(f"{emoji.TIMES} " + reader.label("Letter times"), "letter_hour", circle.child.id),),)


def letter_again(reader: Reader, about: about_.LetterAgain) -> Message | None:
    """The same, for who has sent it; nothing can be done with it."""
    letter = letters.get(reader.tx, about.letter_id)
    if letter is None or letter.author_id != reader.person.id or not reader.may(letter.child_id, Action.SEE_CHILD):
        return None
    if letter.state not in {LetterState.SENT, LetterState.WAITING}:
        return None
    page = pages(letter.kind, letter.text)[about.page]
    day = clocks.past(reader, local(letter.sent_at, reader.person.zone).date(), reader.person.zone)
    # L10N: to who has sent a letter and has it once more; {day} is “yesterday”, a weekday or a date.
    first = reader.say("Your letter of {day}", day=day)
    text = "\n".join(
        filter(None, [headed(emoji.VOICE, reader.circle(letter.child_id).child.name, first), quoted(page.text)])
    )
    return Message(text, media=Media(letter.kind, letter.file_id) if page.media else None, protect=True)


def letter_unplayed(reader: Reader, about: about_.LetterUnplayed) -> Message | None:
    """True as it leaves: what has been played meanwhile is no news."""
    letter = letters.get(reader.tx, about.letter_id)
    if letter is None or letter.state != LetterState.SENT or letter.played_at or not letter.to_child:
        return None
    if letters.is_answered(reader.tx, letter.id) or not reader.may(letter.child_id, Action.SEE_CHILD):
        return None
    circle = reader.circle(letter.child_id)
    who = names(reader, circle, letters.readers_of(reader.tx, circle, letter))
    if not who:
        return None
    # L10N: to a parent, two days after their letter to {child} has come; {guardian} is one name or several. No blame.
    text = reader.say("Your letter waits until {guardian} plays it to {child}.", guardian=who, child=circle.child.name)
    # L10N: a button: all letters with the child.
    box = button(f"{emoji.LETTER_BOX} " + reader.label("Letters"), "letter_box", circle.child.id)
    return Message(headed(emoji.VOICE, circle.child.name, text), ((box,),))


def good_hour_asked(reader: Reader, about: about_.GoodHourAsked) -> Message | None:
    """Three ways; the one that holds says so."""
    if not reader.may(about.child_id, Action.PLAY_LETTER):
        return None
    child = reader.circle(about.child_id).child
    labels = {
        # L10N: a button of who looks after the child, after a time of day: letters to the child come then.
        "homework": reader.label("after homework"),
        # L10N: a button of who looks after the child, after a time of day: letters to the child come then.
        "bed": reader.label("before bed"),
    }
    found = [
        _choice(f"{clocks.minute(GOOD_HOURS[each][0])} {labels[each]}", child.id, each, child.letter_hour)
        for each in GOOD_HOURS
    ]
    # L10N: a button of who looks after the child: letters to the child come as soon as they are sent.
    found.append(_choice(reader.label("At once"), child.id, AT_ONCE, child.letter_hour))
    # L10N: to who looks after the child: two times of day and “at once” follow as buttons.
    text = reader.say("When is a good time for letters to {child}? They wait for it.", child=child.name)
    return Message(f"{emoji.TIMES} {text}", column(*found))


def _choice(label: str, child_id: int, hour: str, now: str) -> Button:
    sign = emoji.YES if hour == now else emoji.TIMES
    return button(f"{sign} {label}", "letter_hour_set", child_id, hour)
