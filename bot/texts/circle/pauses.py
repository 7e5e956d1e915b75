"""⏸ Pauses, and what /stop offers."""

from datetime import datetime

from bot.domain import emoji
from bot.domain.circle import pauses as about_
from bot.domain.circle.circles import Child
from bot.domain.circle.roles import Action
from bot.domain.local_time import days_ahead, local
from bot.texts.circle.times import leave
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.reader import Reader
from bot.texts.until_days import another_day, days_shown


def until(reader: Reader, instant: datetime, zone: str | None = None) -> str:
    """The day on which something ends, in this language."""
    return reader.day(local(instant, zone or reader.person.zone).date())


def my_pause(reader: Reader) -> Button:
    """⏸ for this person alone, or its end."""
    if rest_line(reader):
        # L10N: a button: let everything come again.
        return button("▶️ " + reader.label("All news again"), "resume_me")
    # L10N: a button: for some time nothing but what is urgent comes to this person.
    return button(f"{emoji.PAUSE} " + reader.label("Pause for me"), "pause_me")


def urgent_button(reader: Reader) -> Button:
    """⏸ until this person says otherwise."""
    # L10N: a button: from now on only illness and other urgent things come.
    return button(f"{emoji.PAUSE} " + reader.label("Urgent only"), "urgent_only")


def pause_button(reader: Reader, child: Child) -> Button:
    """⏸ for the household, or its end."""
    if child.is_paused(reader.tx.now):
        # L10N: a button that ends the pause of a child's check-ins; {child} is the child's call name.
        return button("▶️ " + reader.label("{child}: go on", child=child.name), "resume", child.id)
    # L10N: a button that pauses a child's check-ins (a visit home, holidays); {child} is the child's call name.
    return button(f"{emoji.PAUSE} " + reader.label("Pause {child}", child=child.name), "pause", child.id)


def stop_asked(reader: Reader, about: about_.StopAsked) -> Message:
    """Less, a rest, leaving: in this order."""
    # L10N: the answer to /stop: what can be done instead of leaving comes first.
    text = reader.say("What would be better for you?")
    first = my_pause(reader) if reader.person.urgent_only else urgent_button(reader)
    # L10N: a button: for some time nothing but what is urgent comes to this person.
    rest = button(f"{emoji.PAUSE} " + reader.label("Pause for me"), "pause_me")
    mine = (*reader.circles(), *reader.circles(Action.LOOK_IN))
    return Message(text, column(first, rest, *(leave(reader, circle) for circle, _me in mine)))


def pause_length_asked(reader: Reader, about: about_.PauseLengthAsked) -> Message:
    """How long nobody at home is asked."""
    child = reader.circle(about.child_id).child
    if about.page:
        # L10N: the daily question about {child} rests; the days on which it may begin again stand below as buttons.
        text = reader.say("On which day shall I ask about {child} again?", child=child.name)
        carried = ("pause_until", child.id), ("pause_day", child.id)
        return Message(f"{emoji.PAUSE} {text}", days_shown(reader, child.zone, about.page, *carried))
    # L10N: a visit home, holidays: the daily question about {child} rests for a while.
    text = reader.say("How long shall I not ask about {child}?", child=child.name)
    return Message(text, column(*_lengths(reader, "pause", child.zone, child.id)))


def my_pause_length_asked(reader: Reader, about: about_.MyPauseLengthAsked) -> Message:
    """How long only what is urgent comes."""
    if about.page:
        # L10N: a rest for this person; the days on which everything may come again stand below as buttons.
        text = reader.say("On which day shall all news come again?")
        carried = ("pause_me_until",), ("pause_me_day",)
        return Message(f"{emoji.PAUSE} {text}", days_shown(reader, reader.person.zone, about.page, *carried))
    # L10N: a rest for this person; messages wait until then.
    text = reader.say("How long shall everything wait that is not urgent?")
    return Message(text, column(*_lengths(reader, "pause_me", reader.person.zone)))


def _lengths(reader: Reader, verb: str, zone: str, *args: int) -> list[Button]:
    tomorrow, week, weeks = (days_ahead(reader.tx.now, days, zone) for days in (1, 7, 14))
    until = f"{verb}_until"
    return [
        # L10N: a button: how long a pause lasts.
        button(f"{emoji.PAUSE} " + reader.label("Until tomorrow"), until, *args, tomorrow),
        # L10N: a button: how long a pause lasts.
        button(f"{emoji.PAUSE} " + reader.label("One week"), until, *args, week),
        # L10N: a button: how long a pause lasts.
        button(f"{emoji.PAUSE} " + reader.label("Two weeks"), until, *args, weeks),
        another_day(reader, emoji.PAUSE, f"{verb}_day", *args),
        # L10N: a button: a pause without an end.
        button(f"{emoji.PAUSE} " + reader.label("Until I say"), until, *args, about_.OPEN),
    ]


def child_paused(reader: Reader, about: about_.ChildPaused) -> Message | None:
    """Until when nobody is asked; illness is passed on all the same."""
    circle = reader.circle(about.child_id)
    child, ends = circle.child, circle.child.paused_until
    if ends is None or ends <= reader.tx.now:
        return None
    who = reader.named(circle, about.by)
    unnamed = about.by == reader.person.id or reader.hides(circle, about.by)  # a pause may be a visit: no plan shows
    if ends >= about_.FOREVER and unnamed:
        # L10N: to who paused the daily question; 🤒 is the button for illness.
        text = reader.say("I ask about {child} again when you say so. 🤒 works all the same.", child=child.name)
    elif ends >= about_.FOREVER:
        # L10N: to the others; {who} has paused the daily question without an end.
        text = reader.say(
            "{who} has paused the questions about {child}. 🤒 works all the same.", who=who, child=child.name
        )
    elif unnamed:
        # L10N: to who paused the daily question; {day} is the day on which it starts again.
        text = reader.say(
            "I ask about {child} again from {day} on. 🤒 works all the same.",
            child=child.name,
            day=until(reader, ends, child.zone),
        )
    else:
        # L10N: to the others; {day} is the day on which the daily question starts again.
        text = reader.say(
            "{who} has paused the questions about {child} until {day}. 🤒 works all the same.",
            who=who,
            child=child.name,
            day=until(reader, ends, child.zone),
        )
    return Message(headed(emoji.PAUSE, child.name, text), ((pause_button(reader, child),),))


def child_resumed(reader: Reader, about: about_.ChildResumed) -> Message | None:
    """Asked again."""
    circle = reader.circle(about.child_id)
    if circle.child.is_paused(reader.tx.now):
        return None
    if about.by == reader.person.id or reader.hides(circle, about.by):
        # L10N: to who ended the pause.
        return Message(reader.say("The pause is over. I ask about {child} again.", child=circle.child.name))
    who = reader.named(circle, about.by)
    # L10N: to the others; {who} ended the pause.
    return Message(reader.say("{who} ended the pause. I ask about {child} again.", who=who, child=circle.child.name))


def my_pause_changed(reader: Reader, about: about_.MyPauseChanged) -> Message:
    """What comes from now on."""
    if rest := rest_line(reader):
        return Message(rest, ((my_pause(reader),),))
    # L10N: everything comes again.
    return Message(reader.say("All news comes again, and what waited for you comes now."))


def rest_line(reader: Reader) -> str:
    """What comes to this person while they rest; nothing while everything comes."""
    ends = reader.person.paused_until
    if reader.person.urgent_only or (ends is not None and ends >= about_.FOREVER):
        # L10N: from now on only urgent messages come; what people send waits.
        return reader.say("Only what is urgent comes now. What your family sends waits for you.")
    if ends is None or ends <= reader.tx.now:
        return ""
    # L10N: until {day} only urgent messages come; what people send waits.
    return reader.say(
        "Until {day} only what is urgent comes. What your family sends waits for you.", day=until(reader, ends)
    )
