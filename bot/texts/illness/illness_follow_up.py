"""How an illness goes on: the follow-up question, its answers, notes from home."""

from bot.domain import emoji
from bot.domain.illness import illness_follow_up as about_
from bot.domain.illness.illnesses import Illness, IllnessEvent, IllnessState
from bot.domain.notifications import Lane
from bot.queries.illness import illnesses
from bot.texts.circle.receipts import on_its_way
from bot.texts.illness.illness_endings import ending
from bot.texts.illness.illness_words import (
    add_button,
    answer_line,
    better_label,
    called,
    first_line,
    thread_of,
    told_others,
)
from bot.texts.illness.illnesses import alert_buttons, call_lost
from bot.texts.message import Button, Media, Message, button, column
from bot.texts.quoting import quoted
from bot.texts.reader import Reader


def illness_asked(reader: Reader, about: about_.IllnessAsked) -> Message | None:
    """The follow-up; once it is over, how it ended stands in its place."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or thread[0].state not in {IllnessState.OPEN, IllnessState.CLOSED}:
        return None
    found, circle = thread
    if found.state == IllnessState.CLOSED:
        return Message(ending(reader, found, circle), in_place=True)
    before = f"{call_lost(reader, circle, about.lost)}\n" if about.lost else ""
    if found.is_plain:
        # L10N: a follow-up for families without health notes; {child} is one name or several.
        text = reader.say("You asked for a call from {child}'s parents. And now?", child=called(reader, found, circle))
        better = button(f"{emoji.YES} {better_label(reader, found)}", "ill_how", found.id, about.event_id, "better")
        # L10N: a button for families who did not agree to health notes: the parents are asked to call.
        call = button(f"{emoji.CALL} " + reader.label("Please call me"), "ill_how", found.id, about.event_id, "worse")
        return Message(before + text, column(better, call, _stop_button(reader, found)))
    # L10N: the follow-up some hours after the alert, and each morning after.
    text = reader.say("How is {child} now?", child=circle.child.name)
    labels = {
        "better": f"{emoji.BETTER} {better_label(reader, found)}",
        # L10N: a button: no change.
        "same": f"{emoji.SAME} " + reader.label("The same"),
        # L10N: a button: the child is worse than before.
        "worse": f"{emoji.WORSE} " + reader.label("Worse"),
        # L10N: a button: the child has been at a doctor's.
        "doctor": f"{emoji.DOCTOR} " + reader.label("Saw a doctor"),
    }
    answers = [button(labels[each], "ill_how", found.id, about.event_id, each) for each in labels]
    return Message(before + text, column(*answers, _stop_button(reader, found)))


def _stop_button(reader: Reader, illness: Illness) -> Button:
    asking = illnesses.asking(reader.tx, illness.id)
    # L10N: a button below “How is Lily now?”: those at home wish not to be asked about this illness any more.
    return button(f"{emoji.STOP} " + reader.label("Stop asking"), "ill_stop", illness.id, asking)


def illness_answered(reader: Reader, about: about_.IllnessAnswered) -> Message | None:
    """The short message beside the edited alert."""
    thread, event = thread_of(reader, about.illness_id), illnesses.event(reader.tx, about.event_id)
    if thread is None or event is None or thread[0].state != IllnessState.OPEN:
        return None
    found, circle = thread
    return Message(f"{first_line(reader, found, circle)}\n{answer_line(reader, found, circle, event)}")


def note_passed_on(reader: Reader, about: about_.NotePassedOn) -> Message | None:
    """A voice, a picture, a few words from home."""
    thread, event = thread_of(reader, about.illness_id), illnesses.event(reader.tx, about.event_id)
    if thread is None or event is None or thread[0].state == IllnessState.UNDONE:
        return None
    found, circle = thread
    first = first_line(reader, found, circle, event.person_id)
    words = quoted(str(event.data.get("text") or ""))
    media = None if about.words else _media(event)
    return Message(
        f"{first}\n{words}".strip(), alert_buttons(reader, found, circle), media=media, protect=media is not None
    )


def _media(event: IllnessEvent) -> Media | None:
    file_id = str(event.data.get("file_id") or "")
    return Media(str(event.data["kind"]), file_id) if file_id else None


def note_asked(reader: Reader, about: about_.NoteAsked) -> Message | None:
    """Whatever comes next."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    # L10N: to somebody at home who wants to add something to the illness of {child}: a voice, a photo or a few words.
    return Message(reader.say("Speak, write or send a photo. It is for {child}'s illness.", child=thread[1].child.name))


def note_received(reader: Reader, about: about_.NoteReceived) -> Message | None:
    """Passed on, or why not."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    if not about.passed:
        # L10N: the guardian sent a voice or a photo, but said no to passing these on when joining.
        return Message(reader.say("Voices and photos stay with you, as you wished. Words are passed on."))
    told = told_others(reader, *thread)
    if not told:
        # L10N: no other adult is in the circle yet, so nobody could be told.
        return Message(reader.say("There is nobody in the circle yet whom I can tell."))
    return Message(on_its_way(reader, thread[1], told, lane=Lane.URGENT), column(add_button(reader, thread[0])))
