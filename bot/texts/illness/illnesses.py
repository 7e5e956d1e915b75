"""Illness as a thread: the alert as it stands now, who has seen it, how it went on, the all-clear."""

from collections.abc import Sequence

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.circles import Circle, Role
from bot.domain.illness import illness_alerts as about_
from bot.domain.illness.illnesses import Happening, Illness, IllnessEvent, IllnessState, at_home, by_school, since_worse
from bot.queries.illness import illnesses
from bot.queries.school.school_illness import has_spoken
from bot.texts.buttons import letter
from bot.texts.illness.illness_endings import ending
from bot.texts.illness.illness_school import school_lines, told_at
from bot.texts.illness.illness_words import (
    answer_line,
    better_label,
    first_line,
    names,
    news,
    sign_line,
    thread_of,
)
from bot.texts.illness.quick_notes import note_lines
from bot.texts.message import Button, Message, button
from bot.texts.quoting import quoted
from bot.texts.reader import Reader


def illness_reported(reader: Reader, about: about_.IllnessReported) -> Message | None:
    """The alert, as the thread stands now; the same message is edited whenever that changes."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or _never_saw(reader, thread[0]):
        return None
    found, circle = thread
    opener = found.opened_by or 0
    if found.state == IllnessState.UNDONE:
        # L10N: the alert about an illness was taken back; {guardian} sent it.
        text = reader.say("Sent by mistake, says {guardian}.", guardian=reader.named(circle, opener))
        return Message(f"{first_line(reader, found, circle)}\n{text}")
    lines = [
        first_line(reader, found, circle),
        reader.together(news(reader, found, circle), told_at(reader, found, circle)),
    ]
    events = illnesses.events(reader.tx, found.id)
    dangers = [each for each in events if each.what == Happening.WORDS and each.data.get("danger")]
    lines += [quoted(str(dangers[-1].data.get("text")))] if dangers and not found.is_plain else []
    if found.state == IllnessState.CLOSED:
        return Message("\n".join([*lines, *_course(reader, found, circle, events), ending(reader, found, circle)]))
    lines += [*_course(reader, found, circle, events), *_who_knows(reader, found, circle, events)]
    return Message("\n".join(lines), alert_buttons(reader, found, circle))


def alert_repeated(reader: Reader, about: about_.AlertRepeated) -> Message | None:
    """The older message: what it said, and that the newer one has the buttons."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    if about.newer:
        # L10N: at the end of an older alert; a newer message below says what has been told since, and has the buttons.
        text = reader.say("There is something new below.")
    else:
        # L10N: at the end of an older alert that has been sent once more; the newer message with the buttons is below.
        text = reader.say("It is below once more.")
    found, circle = thread
    return Message(f"{first_line(reader, found, circle)}\n{reader.together(news(reader, found, circle), text)}")


def _never_saw(reader: Reader, illness: Illness) -> bool:
    card = about_.alert_card(illness.id)
    return illness.state == IllnessState.UNDONE and cards.message_of(reader.tx, reader.person.id, card) is None


def _course(reader: Reader, illness: Illness, circle: Circle, events: Sequence[IllnessEvent]) -> list[str]:
    """What was said of the child; it stays readable once the illness is over."""
    answers = [each for each in events if each.what in {Happening.SAME, Happening.WORSE, Happening.DOCTOR}]
    lines = school_lines(reader, illness, circle)
    tapped = [each for each in events if each.what == Happening.SIGN and "what" in each.data]
    signs = [each for each in tapped if circle.member(each.person_id or 0)]
    lines += [sign_line(reader, circle, signs[-1])] if signs and not illness.is_plain else []
    lines += [f"{answer_line(reader, illness, circle, answers[-1])}"] if answers and not illness.is_plain else []
    lines += [] if illness.is_plain else note_lines(reader, circle, events)
    return lines


def _who_knows(reader: Reader, illness: Illness, circle: Circle, events: Sequence[IllnessEvent]) -> list[str]:
    lines = list[str]()
    now = [each for each in since_worse(events) if each.person_id and circle.member(each.person_id)]
    seen = [each.person_id for each in now if each.what == Happening.SEEN and each.person_id]
    talked = [each.person_id for each in now if each.what == Happening.CALLED and each.person_id]
    if seen:
        # L10N: on an alert; {names} is one name or several of those who pressed 🙏.
        lines.append(reader.say("🙏 Seen: {names}", names=names(reader, circle, seen)))
    if illness.caller_id == reader.person.id:
        lines.append(_they_know(reader, illness, circle))
    elif illness.caller_id is not None:
        # L10N: on an alert: another adult has pressed 🤙. {parent} is their name, or “a parent”.
        lines.append(reader.say("🤙 Now calling: {parent}", parent=reader.named(circle, illness.caller_id)))
    if talked:
        # L10N: on an alert: this adult has talked with those at home. {names} is one name or several.
        lines.append(reader.say("✅ Have talked with home: {names}", names=names(reader, circle, talked)))
    return lines


def _they_know(reader: Reader, illness: Illness, circle: Circle) -> str:
    if by_school(circle, illness.opened_by):
        # L10N: below the school's wish for a call; this reader has pressed 🤙.
        return f"{emoji.CALLING} " + reader.say("I have told the school that you are calling.")
    # L10N: on an alert, to who pressed 🤙.
    return reader.say("🤙 I have told home that you are calling.")


def alert_buttons(reader: Reader, illness: Illness, circle: Circle) -> tuple[tuple[Button, ...], ...]:
    """🙏 🤙 🎤 for who is far away, 🌤 for who is at home."""
    me = circle.member(reader.person.id)
    if me is None:
        return ()
    better = (button(f"{emoji.BETTER} {better_label(reader, illness)}", "ill_better", illness.id),)
    if me.role == Role.GUARDIAN and not has_spoken(reader.tx, illness.id):
        return (better,)
    voice = (letter(reader, circle.child.id),) if me.role == Role.PARENT else ()
    rest = better if me.role == Role.GUARDIAN else voice
    asking = illnesses.asking(reader.tx, illness.id)
    if illness.caller_id == reader.person.id:
        # L10N: a button, after 🤙: the call has taken place.
        return ((button(f"{emoji.YES} " + reader.label("We have talked"), "ill_talked", illness.id, asking),), rest)
    # L10N: a button on an alert: I have seen it.
    seen = button(f"{emoji.SEEN} " + reader.label("Seen"), "ill_seen", illness.id, asking)
    # L10N: a button on an alert: I am calling those at home now.
    call = button(f"{emoji.CALLING} " + reader.label("I am calling"), "ill_call", illness.id, asking)
    fresh = not illnesses.has_seen(reader.tx, illness.id, reader.person.id)
    return tuple(row for row in (((seen,) if fresh else ()), (call,), rest) if row)


def illness_seen(reader: Reader, about: about_.IllnessSeen) -> Message | None:
    """Told at home: at least one other adult knows."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    # L10N: to the guardian who raised the alert; {parent} pressed 🙏.
    return Message(reader.say("🙏 {parent} has seen it.", parent=reader.named(thread[1], about.by)))


def seen_taken_back(reader: Reader, about: about_.SeenTakenBack) -> Message | None:
    """Told at home: they wait again."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    parent = reader.named(thread[1], about.by)
    # L10N: to the guardian who raised the alert; {parent} had pressed 🙏 and took it back a minute later.
    return Message(reader.say("{parent} has taken 🙏 back. I go on asking.", parent=parent))


def call_started(reader: Reader, about: about_.CallStarted) -> Message | None:
    """Somebody acts."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    found, circle = thread
    parent = reader.named(circle, about.by)
    at_school = by_school(circle, found.opened_by)
    if reader.person.id in at_home(circle, found, reader.tx.now) and not at_school:
        # L10N: to the guardian, who is about to be called; {parent} pressed 🤙.
        return Message(reader.say("🤙 {parent} is calling you now.", parent=parent))
    # L10N: to the other adults; {parent} pressed 🤙, or reads “a parent”.
    return Message(reader.say("🤙 {parent} is calling now.", parent=parent))


def call_taken(reader: Reader, about: about_.CallTaken) -> Message | None:
    """A short answer to a press."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    # L10N: a short note to the second adult who presses 🤙; plain text.
    return Message(reader.label("{parent} is calling already.", parent=reader.named(thread[1], about.by)))


def newer_alert(reader: Reader, about: about_.NewerAlert) -> Message | None:
    """A short answer to a press below what is older."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    # L10N: a short note to who pressed a button below an older alert: the child is worse, or another sign came since.
    return Message(reader.label("There is something new about {child} below.", child=thread[1].child.name))


def call_expired(reader: Reader, about: about_.CallExpired) -> Message | None:
    """Silence must not look like safety."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    return Message(call_lost(reader, thread[1], about.by))


def call_lost(reader: Reader, circle: Circle, by: int) -> str:
    """A message of its own, or above the question that is due anyway."""
    parent = reader.named(circle, by)
    # L10N: to the guardian, two hours after {parent} pressed 🤙 and nothing more was heard.
    return reader.say("I do not know if {parent} reached you. If you are worried, get help now.", parent=parent)


def nobody_seen_yet(reader: Reader, about: about_.NobodySeenYet) -> Message | None:
    """Silence must not look like safety."""
    illness = illnesses.get(reader.tx, about.illness_id)
    if illness is None or illness.seen_at or illness.caller_id or not illness.is_running:
        return None
    child = reader.circle(illness.child_id).child.name
    # L10N: to the guardian, an hour after the alert. Fixed text: no comfort, no advice beyond this.
    text = reader.say(
        "Nobody has pressed seen yet. If you are worried, get help now. You know {child} best.", child=child
    )
    return Message(text)


def parent_unreached(reader: Reader, about: about_.ParentUnreached) -> Message | None:
    """At once, when an alert cannot be delivered."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    # L10N: to the guardian: the alert could not be delivered to {parent}; it waits until they are back.
    return Message(
        reader.say("{parent} cannot be reached now. The message waits.", parent=reader.named(thread[1], about.who))
    )


def nobody_reached(reader: Reader, about: about_.NobodyReached) -> Message | None:
    """At once, when no parent can be told."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    circle = thread[1]
    child, parents = circle.child.name, [each for each in circle.parents if not reader.hides(circle, each.person_id)]
    if len(parents) == 1:
        # L10N: to the guardian, when the child's only parent here cannot be reached. Fixed text: no comfort.
        text = reader.say(
            "{parent} cannot be reached now. If you are worried, get help now. You know {child} best.",
            parent=reader.named(circle, parents[0].person_id),
            child=child,
        )
    else:
        # L10N: to the guardian, when no parent has joined or can be reached. Fixed text: no comfort.
        text = reader.say(
            "No parent can be reached now. If you are worried, get help now. You know {child} best.", child=child
        )
    return Message(text)


def alert_undelivered(reader: Reader, about: about_.AlertUndelivered) -> Message | None:
    """Silence must not look like safety."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    found, circle = thread
    if reader.hides(circle, about.who):
        return None
    parent = reader.named(circle, about.who)
    if about.refused:
        # L10N: during an illness: Telegram did not take the message to {parent}, and will not take it later.
        text = reader.say("The message could not be delivered to {parent}. A call may help.", parent=parent)
    else:
        # L10N: during an illness: the message to {parent} left, but no answer says whether it arrived.
        text = reader.say("I do not know if {parent} got the message. A call may help.", parent=parent)
    if reader.person.id in at_home(circle, found, reader.tx.now):
        return Message(text)
    return Message(f"{first_line(reader, found, circle)}\n{text}")
