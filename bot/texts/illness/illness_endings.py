"""How an illness ended: the thanks at home, what those read who were alerted, and that it is taken back."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Role
from bot.domain.circle.roles import Action
from bot.domain.illness import illness_endings as about_
from bot.domain.illness.illness_follow_up import AllClear, FollowUpReceived, IllnessFellSilent
from bot.domain.illness.illnesses import Illness, IllnessState, Outcome
from bot.domain.notifications import Lane
from bot.queries.illness import illness_endings as endings
from bot.queries.illness import illnesses
from bot.queries.illness.illnesses import is_kept_home
from bot.texts.buttons import letter, undo
from bot.texts.circle.receipts import thanked
from bot.texts.illness.danger_card import taken_back
from bot.texts.illness.illness_words import better_label, called, first_line, thread_of, told_others
from bot.texts.illness.quick_notes import note_buttons
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.staying_home import back_button, stay_button

_FEW = 3  # more of them stand two in a row


def ending(reader: Reader, illness: Illness, circle: Circle) -> str:
    """How a closed thread stands, in a sentence or two."""
    end = endings.end(reader.tx, illness.id)
    by = (end.person_id if end else None) or illness.opened_by or 0
    if illness.outcome == Outcome.BETTER:
        return better_news(reader, illness, circle, by)
    if illness.outcome == Outcome.DOCTOR:
        return f"{emoji.DOCTOR} {_rests(reader, circle, by)}"
    if illness.outcome == Outcome.STOPPED:
        return _stopped(reader, illness, circle, by)
    # L10N: how an illness ended of which nobody has said anything for two weeks. No all-clear, no blame.
    return reader.say("I have heard nothing more of {child}.", child=circle.child.name)


def better_news(reader: Reader, illness: Illness, circle: Circle, by: int) -> str:
    """The all-clear."""
    child, guardian = called(reader, illness, circle), reader.named(circle, by)
    if illness.is_plain:
        # L10N: good news where health notes are off.
        return f"{emoji.YES} " + reader.say(
            "All as usual with {child}, says {guardian}.", child=child, guardian=guardian
        )
    # L10N: the all-clear to those who were alerted; {guardian} is who says it.
    return f"{emoji.BETTER} " + reader.say("{child} is better, says {guardian}.", child=child, guardian=guardian)


def _rests(reader: Reader, circle: Circle, by: int) -> str:
    child, guardian = circle.child.name, reader.named(circle, by)
    # L10N: how an illness ended, to those who were alerted. It does not say that the child is better.
    return reader.say("{child} has seen a doctor and rests now, says {guardian}.", child=child, guardian=guardian)


def _stopped(reader: Reader, illness: Illness, circle: Circle, by: int) -> str:
    child, guardian = called(reader, illness, circle), reader.named(circle, by)
    if reader.may(circle.child.id, Action.REPORT_ILLNESS):
        return _no_more_questions(reader, child)
    if illness.is_plain:
        # L10N: to a parent far away: {guardian} at home wished to be asked no more. Kindly, without a word of illness.
        return reader.say(
            "From now on {guardian} looks after {child} without my questions. A call will tell you more.",
            child=child,
            guardian=guardian,
        )
    # L10N: to a parent far away: {guardian} at home wished to be asked no more about the illness. Kindly, no blame;
    # it is not known whether the child is well.
    return reader.say(
        "From now on {guardian} looks after {child} without my questions. Whether {child} is well, a call will tell.",
        child=child,
        guardian=guardian,
    )


def _no_more_questions(reader: Reader, child: str) -> str:
    # L10N: to those at home, who wish not to be asked any more, or have not answered for two weeks. No blame.
    return reader.say(
        "I do not ask any more how {child} is.\nTell me when all is well. 🤒 is always there.", child=child
    )


def follow_up_received(reader: Reader, about: FollowUpReceived) -> Message | None:
    """Thanks, in place of the question; an end can be taken back for some minutes."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    found, circle = thread
    told, lane = told_others(reader, found, circle), Lane.URGENT
    if about.answer in {"same", "doctor"}:
        lane = Lane.NOTICE
    # L10N: no parent has joined yet.
    thanks = thanked(reader, circle, told, lane=lane) if told else reader.say("Thank you. It is noted.")
    more, buttons = _after(reader, found, circle, about.answer)
    return Message(f"{emoji.ANSWERS[about.answer]} {thanks}{more}", grid(buttons, 2 if len(buttons) > _FEW else 1))


def _after(reader: Reader, illness: Illness, circle: Circle, answer: str) -> tuple[str, list[Button]]:
    """What follows from an answer, and what can be done now."""
    child = circle.child.name
    if answer == "doctor" and illness.state == IllnessState.OPEN:
        # L10N: to those at home, below thanks for saying that a doctor was seen; the button “Now resting” follows.
        more = reader.say("If {child} is resting now, I can stop asking.", child=child)
        # L10N: a button of those at home: the child has been at a doctor's and rests; nobody needs to ask any more.
        label, asking = reader.label("Now resting"), illnesses.asking(reader.tx, illness.id)
        rest = button(f"{emoji.DOCTOR} {label}", "ill_rest", illness.id, asking)
        return f"\n{more}", [rest, *stay_button(reader, circle)]
    end = endings.end(reader.tx, illness.id)
    can_undo = about_.can_reopen(illness, end, reader.person.id, reader.tx.now)
    back = [undo(reader, "ill_reopen", illness.id)] if can_undo else []
    if illness.outcome == Outcome.DOCTOR:
        # L10N: to those at home: the child has seen a doctor and rests, so the question of the day comes tomorrow.
        more = reader.say("I let {child} rest, and do not ask today.", child=child)
        return f"\n{more}", [_better_button(reader, illness), *back, *stay_button(reader, circle)]
    if illness.outcome == Outcome.STOPPED:
        return f"\n{_no_more_questions(reader, child)}", [_better_button(reader, illness), *back]
    if illness.state != IllnessState.OPEN:
        return "", [*back, *back_button(reader, circle)]
    kept = illness.is_plain or is_kept_home(reader.tx, circle, illness)
    notes = [] if kept else note_buttons(reader, illness, ask=False)
    return "", [*notes, *stay_button(reader, circle)]


def _better_button(reader: Reader, illness: Illness) -> Button:
    sign = emoji.YES if illness.is_plain else emoji.BETTER
    return button(f"{sign} {better_label(reader, illness)}", "ill_better", illness.id)


def all_clear(reader: Reader, about: AllClear) -> Message | None:
    """To exactly those who were alerted; gone when it was taken back."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or thread[0].outcome != Outcome.BETTER:
        return None
    return _with_heart(reader, *thread, about.by, better_news(reader, *thread, about.by))


def illness_closed(reader: Reader, about: about_.IllnessClosed) -> Message | None:
    """The same, for an end that is no all-clear."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or not thread[0].lacks_all_clear:
        return None
    found, circle = thread
    text = f"{first_line(reader, found, circle, about.by)}\n{ending(reader, found, circle)}"
    if reader.may(circle.child.id, Action.REPORT_ILLNESS):
        return Message(text, column(_better_button(reader, found)))
    return _with_heart(reader, found, circle, about.by, text)


def _with_heart(reader: Reader, illness: Illness, circle: Circle, by: int, text: str) -> Message:
    """❤️ for who has said it, and a voice for the child, where a parent reads it."""
    me = circle.member(reader.person.id)
    if me is None or me.role != Role.PARENT or circle.member(by) is None or by == reader.person.id:
        return Message(text)
    voice = letter(reader, circle.child.id)
    if endings.has_thanked(reader.tx, illness.id, reader.person.id):
        return Message(f"{text} {emoji.THANKS}", ((voice,),))
    # L10N: a button: a heart to who sent the news.
    heart = button(f"{emoji.THANKS} " + reader.label("Thanks"), "ill_thank", illness.id)
    return Message(text, ((heart, voice),))


def illness_reopened(reader: Reader, about: about_.IllnessReopened) -> Message | None:
    """To those who had read how it ended."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or thread[0].state == IllnessState.UNDONE or thread[0].outcome == Outcome.BETTER:
        return None
    found, circle = thread
    # L10N: the guardian has taken back an answer and will answer again.
    text = reader.say("{guardian} has taken this answer back.", guardian=reader.named(circle, about.by))
    if found.state == IllnessState.OPEN:
        # L10N: somebody at home has taken back that an illness, or a wish for a call, is over: home is asked again.
        text = reader.together(text, reader.say("I go on asking at home."))
    return Message(f"{first_line(reader, found, circle, about.by)}\n{text}")


def illness_goes_on(reader: Reader, about: about_.IllnessGoesOn) -> Message | None:
    """↩️ in place of the thanks."""
    if (thread := thread_of(reader, about.illness_id)) is None:
        return None
    found, circle = thread
    lines = [taken_back(reader, told=True)] if told_others(reader, found, circle) else []
    if found.state == IllnessState.OPEN:
        # L10N: to who has just taken back that {child} is better, or the wish to be asked no more.
        lines.append(reader.say("I go on asking how {child} is.", child=circle.child.name))
    # L10N: to who has just taken something back.
    return Message("\n".join(lines) or reader.say("All right."), column(_better_button(reader, found)))


def illness_fell_silent(reader: Reader, about: IllnessFellSilent) -> Message | None:
    """Honest: nobody knows; those at home can still say that all is well."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or not thread[0].is_unknown:
        return None
    found, circle = thread
    child = circle.child.name
    if not reader.may(circle.child.id, Action.REPORT_ILLNESS):
        # L10N: to parents: two weeks after the last word about an illness. No all-clear, no alarm, no blame.
        text = reader.say(
            "For two weeks I have not heard how {child} is. I stop asking at home now. "
            "That does not mean that all is well. A call will tell.",
            child=child,
        )
        return Message(f"{first_line(reader, found, circle)}\n{text}")
    return Message(_no_more_questions(reader, child), column(_better_button(reader, found)))
