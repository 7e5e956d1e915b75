"""The goodnight shelf: what lies there, and what is read beside one of them."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.daily import goodnights as about_
from bot.domain.daily.bedtimes import CHOICES
from bot.domain.daily.goodnights import LONG, PURPOSE, SHELF, SHORT
from bot.domain.daily.letters import Letter
from bot.queries.daily import bedtimes, goodnights
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button, column, grid, headed
from bot.texts.reader import Reader

A_ROW = 4


def goodnights_shown(reader: Reader, about: about_.GoodnightsShown) -> Message | None:
    """How many nights are ready, and one thing to do: speak."""
    if not reader.may(about.child_id, Action.WRITE_TO_CHILD):
        return None
    circle = reader.circle(about.child_id)
    count = len(goodnights.shelf(reader.tx, circle.child.id, reader.person.id))
    others = [each for each, _me in reader.circles(Action.WRITE_TO_CHILD) if each.child.id != circle.child.id]
    lines = [*_heard(reader, about), *_lies(reader, circle, count), *_next(reader, circle, count, done=about.done)]
    lines += _other(reader) if about.other else []
    lines += _for_all(reader, [circle, *others]) if about.all else []
    back = [undo(reader, "goodnight_undo", about.newest)] if about.newest else []
    # L10N: a button: the parent has recorded enough goodnights for now.
    enough = [button(f"{emoji.YES} " + reader.label("That is all"), "goodnight_done", circle.child.id)]
    row = [*back, *(enough if count and not about.done and count < SHELF else [])]
    whose = () if about.done or count >= SHELF else _whose(reader, circle, others, for_all=about.all)
    rows = tuple(each for each in (tuple(row), whose, (_bedtime_button(reader, circle),)) if each)
    return Message(f"{emoji.GOODNIGHT} " + "\n".join(lines), rows)


def _for_all(reader: Reader, circles: list[Circle]) -> list[str]:
    names = reader.listed(each.child.name for each in circles)
    # L10N: to a parent of several children who records goodnights; {children} are their names. One voice is for all.
    return [reader.say("Each is for {children}, at bedtime.", children=names)]


def _whose(reader: Reader, circle: Circle, others: list[Circle], *, for_all: bool) -> tuple[Button, ...]:
    """One tap, and each voice is for all of this parent's children, or for this one again."""
    if not others:
        return ()
    if for_all:
        # L10N: a button of a parent of several children: the goodnights that follow are for {child}, for no other.
        label = reader.label("For {child} alone", child=circle.child.name)
        return (button(f"{emoji.GOODNIGHT} {label}", "goodnights_of", circle.child.id, "one"),)
    # L10N: a button of a parent of several children: the goodnights that follow are for {children}, too.
    label = reader.label("For {children} too", children=reader.listed(each.child.name for each in others))
    return (button(f"{emoji.GOODNIGHT} {label}", "goodnights_of", circle.child.id, "all"),)


def _heard(reader: Reader, about: about_.GoodnightsShown) -> list[str]:
    if about.seconds >= LONG:
        # L10N: to a parent; the goodnight that they have just recorded is some minutes long.
        return [reader.say("Kept, a whole story.")]
    if 0 <= about.seconds <= SHORT:
        # L10N: to a parent; the goodnight that they have just recorded is a second long, perhaps by a slip.
        return [reader.say("Kept. It was very short: ↩️ takes it back.")]
    # L10N: to a parent; the goodnight that they have just recorded lies on the shelf.
    return [reader.say("Kept.")] if about.seconds >= 0 else []


def _lies(reader: Reader, circle: Circle, count: int) -> list[str]:
    child = circle.child.name
    if not count:
        # L10N: to a parent; the shelf of goodnights is empty. One of them is played each evening.
        return [reader.say("Record up to seven goodnights for {child}. Each evening one is played.", child=child)]
    # L10N: to a parent: how many goodnights are recorded for {child}, one for each evening.
    return [
        reader.say_n(
            "{count} goodnight for {child} is on the shelf.",
            "{count} goodnights for {child} are on the shelf.",
            count,
            child=child,
        )
    ]


def _next(reader: Reader, circle: Circle, count: int, *, done: bool) -> list[str]:
    if count >= SHELF:
        # L10N: to a parent; seven goodnights lie on the shelf, and it takes no more.
        return [reader.say("The week is full.")]
    if done:
        # L10N: to a parent who has recorded goodnights and wants to record no more now; {time} is bedtime at home.
        return [reader.say("One comes each evening at {time}.", time=_time(reader, circle))]
    if count:
        # L10N: to a parent who records one goodnight after the other; the microphone is Telegram's own.
        return [reader.say("Hold the microphone and say the next.")]
    # L10N: to a parent who is about to record a goodnight; the microphone is Telegram's own.
    return [reader.say("Hold the microphone and speak.")]


def _other(reader: Reader) -> list[str]:
    # L10N: to a parent who sent words or a picture where a voice or a film is wanted, for the child's bedtime.
    return [reader.say("At bedtime your voice does more than words.")]


def _time(reader: Reader, circle: Circle) -> str:
    at = bedtimes.minute(reader.tx, circle)
    return f"{at // 60:02d}:{at % 60:02d}"


def _bedtime_button(reader: Reader, circle: Circle) -> Button:
    # L10N: a button: when the child goes to bed, such as “⏰ Bedtime 20:30”; another time can be chosen.
    label = reader.label("Bedtime {time}", time=_time(reader, circle))
    return button(f"{emoji.TIMES} {label}", "bedtime", circle.child.id)


def goodnights_low(reader: Reader, about: about_.GoodnightsLow) -> Message | None:
    """Once, when two are left."""
    if not reader.may(about.child_id, Action.WRITE_TO_CHILD):
        return None
    child = reader.circle(about.child_id).child
    count = len(goodnights.shelf(reader.tx, child.id, reader.person.id))
    if not count:
        return None
    # L10N: to a parent; so many of the goodnights that they have recorded for the child's bedtime are left.
    text = reader.say_n("{count} goodnight is left on the shelf.", "{count} goodnights are left on the shelf.", count)
    return Message(headed(emoji.GOODNIGHT, child.name, text), ((goodnight_button(reader, child.id),),))


def bedtime_asked(reader: Reader, about: about_.BedtimeAsked) -> Message | None:
    """Half hours of the evening."""
    if not reader.may(about.child_id, Action.SET_TIMES):
        return None
    child = reader.circle(about.child_id).child
    times = [button(f"{at // 60:02d}:{at % 60:02d}", "bedtime_at", child.id, at) for at in CHOICES]
    # L10N: to a parent or a guardian; times of the evening stand below as buttons.
    return Message(f"{emoji.TIMES} " + reader.say("When does {child} go to bed?", child=child.name), grid(times, A_ROW))


def bedtime_set(reader: Reader, about: about_.BedtimeSet) -> Message | None:
    """What was chosen."""
    if not reader.may(about.child_id, Action.TAKE_PART):
        return None
    circle = reader.circle(about.child_id)
    # L10N: to a parent or a guardian who has chosen when the child goes to bed; {time} is a time at home.
    text = reader.say("{child} goes to bed at {time}.", child=circle.child.name, time=_time(reader, circle))
    return Message(f"{emoji.TIMES} {text}")


def goodnight_button(reader: Reader, child_id: int) -> Button:
    """🌙"""
    # L10N: a button of a parent: record goodnights for the child's next evenings.
    return button(f"{emoji.GOODNIGHT} " + reader.label("Goodnights"), "goodnights", child_id)


def is_goodnight(letter: Letter) -> bool:
    """Whether it was recorded for a bedtime."""
    return letter.purpose == PURPOSE


def to_be_played(reader: Reader, circle: Circle, letter: Letter) -> str:
    """Above one of them, to the guardian."""
    parent = reader.named(circle, letter.author_id)
    # L10N: to the guardian, in the evening, above a voice or a film that {parent} has recorded for {child}'s bedtime.
    text = reader.say("{parent}'s goodnight for {child}. Play it at bedtime.", parent=parent, child=circle.child.name)
    return f"{emoji.GOODNIGHT} {text}"


def bedtime_row(reader: Reader, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    """Below one of them: where another time is better."""
    return column(_bedtime_button(reader, circle)) if reader.may(circle.child.id, Action.SET_TIMES) else ()


def was_heard(reader: Reader, letter: Letter, by: int) -> Message:
    """The child has heard it; what is left can be added to."""
    circle = reader.circle(letter.child_id)
    guardian, child = reader.named(circle, by), circle.child.name
    # L10N: to the parent who recorded it; {guardian} says that {child} has heard the goodnight.
    text = reader.say("{child} has heard your goodnight, says {guardian}.", child=child, guardian=guardian)
    left = goodnights.shelf(reader.tx, letter.child_id, reader.person.id)
    return Message(f"{emoji.GOODNIGHT} {text}", () if left else column(goodnight_button(reader, letter.child_id)))
