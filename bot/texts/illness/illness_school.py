"""Ill at school: what the teacher sees of it, and the lines that the family's alert has of the school."""

from collections.abc import Sequence

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.illness.illnesses import CALL, Illness, IllnessState, Outcome, by_school
from bot.domain.school import school_illness as about_
from bot.domain.school.school_illness import can_end, can_undo, is_plain, whats
from bot.domain.school.school_words import Word, WordState
from bot.queries.circle import circles, people
from bot.queries.illness import illnesses
from bot.queries.school import school_words, schools
from bot.queries.school.school_illness import is_alone, reports
from bot.texts import clocks
from bot.texts.buttons import undo
from bot.texts.illness.danger_card import danger_card, number_again
from bot.texts.illness.illness_words import listed_whats, what_grid
from bot.texts.message import Button, Message, button, grid
from bot.texts.reader import Reader
from bot.texts.school.pupils import pupil_name
from bot.texts.school.school_numbers import office_line
from bot.texts.school.schools import school_of


def school_lines(reader: Reader, illness: Illness, circle: Circle) -> list[str]:
    """What the school has said, where the child is then; and the school's own number, for who calls there."""
    said = reports(reader.tx, illness.id)
    opened = _opening(illness, circle, said)
    rooms = [schools.class_room_of(reader.tx, each.class_id) for each in said]
    numbers = [line for each in rooms if each for line in office_line(reader, each.school_id)]
    return [
        *(_line(reader, illness, word) for word in said if word is not opened or not _says_all(word, illness)),
        *(f"{emoji.CALL} {each}" for each in dict.fromkeys(numbers)),
    ]


def told_at(reader: Reader, illness: Illness, circle: Circle) -> str:
    """When the illness was told, and where the child was then."""
    opened, zone = _opening(illness, circle, reports(reader.tx, illness.id)), circle.child.zone
    if opened is None:
        return clocks.at_home(reader, illness.opened_at, zone)
    at, school = opened.sent_at or opened.created_at, school_of(reader, opened.class_id)
    return clocks.at_school(reader, at, zone, school)


def _opening(illness: Illness, circle: Circle, said: Sequence[Word]) -> Word | None:
    """The word of the school with which an illness began; none where home has begun it."""
    return said[0] if said and by_school(circle, illness.opened_by) else None


def _says_all(word: Word, illness: Illness) -> bool:
    """Whether the alert says in its own sentence all that this word of the school does."""
    return illness.is_plain or (not is_plain(word) and {*whats(word)} == {*illness.what})


def _line(reader: Reader, illness: Illness, word: Word) -> str:
    school, at = school_of(reader, word.class_id), word.sent_at or word.created_at
    circle = reader.circle(word.child_id)
    time = clocks.one(reader, at, circle.child.zone)
    if is_plain(word) or illness.is_plain:
        # L10N: on an alert where health notes are off: the school wishes a call. {time} is on the child's clock.
        return f"{emoji.TEACHER} " + reader.say("{school}, {time}: please call.", school=school, time=time)
    if not whats(word):
        # L10N: on an alert: the child is ill at school; nothing more is known. {time} is on the child's clock.
        return f"{emoji.TEACHER} " + reader.say("{school}, {time}: ill.", school=school, time=time)
    what = listed_whats(reader, whats(word))
    # L10N: on an alert: the child is ill at school; {what} is a list such as “fever, stomach”.
    return f"{emoji.TEACHER} " + reader.say("{school}, {time}: {what}.", school=school, time=time, what=what)


def school_illness_shown(reader: Reader, about: about_.SchoolIllnessShown) -> Message | None:
    """The danger card as it always is; below it the teacher's own part, and nothing of the family's."""
    word = school_words.get(reader.tx, about.word_id)
    circle = circles.get(reader.tx, word.child_id) if word else None
    if word is None or circle is None:
        return None
    thread = illnesses.get(reader.tx, word.illness_id) if word.illness_id is not None else None
    runs = word.state == WordState.DRAFT or (word.state == WordState.SENT and thread is not None and thread.is_running)
    at_home = [circle.child.country]
    lines = [danger_card(reader, at_home) + "\n", *([number_again(reader, at_home)] if runs else [])]
    lines += _state(reader, word, thread)
    return Message("\n".join(lines), _buttons(reader, word, thread) if runs else ())


def _state(reader: Reader, word: Word, thread: Illness | None) -> list[str]:
    if word.state == WordState.DRAFT:
        # L10N: below the danger card; emoji buttons follow. The parents are told in a minute in any case.
        return [reader.say("What is it?")]
    if word.state == WordState.UNDONE or thread is None:
        return [_taken_back(reader, thread)]
    if thread.state == IllnessState.CLOSED:
        return [_over(reader, word, thread)]
    lines = [_sent(reader, word)]
    if thread.caller_id is not None:
        # L10N: on a teacher's card of an illness; no name.
        lines.append(f"{emoji.CALLING} " + reader.say("The family is calling."))
    elif thread.seen_at is not None:
        # L10N: on a teacher's card of an illness; no name.
        lines.append(f"{emoji.SEEN} " + reader.say("The family has seen it."))
    elif not any(people.get(reader.tx, each).reachable for each in school_words.told(reader.tx, word)):
        # L10N: to a teacher: honest about delivery.
        lines.append(reader.say("Nobody in the family can be reached here now. Please phone them."))
    return lines


def _taken_back(reader: Reader, thread: Illness | None) -> str:
    if thread is None:
        # L10N: the guardian pressed undo before anything was sent.
        return reader.say("All right. Nothing was sent.")
    # L10N: the guardian pressed undo after the alert was sent.
    return reader.say("All right. The others now read that it was sent by mistake.")


def _sent(reader: Reader, word: Word) -> str:
    child = pupil_name(reader, word.class_id, word.child_id)
    if is_plain(word):
        # L10N: to a teacher, for families without health notes: what was sent to the family.
        return reader.say("Sent to {child}'s family: please call the school now.", child=child)
    if not whats(word):
        # L10N: to a teacher: what was sent to the family.
        return reader.say("Sent to {child}'s family: {child} is ill.", child=child)
    # L10N: to a teacher: what was sent to the family; {what} is a list such as “fever, stomach”.
    return reader.say("Sent to {child}'s family: {what}.", child=child, what=listed_whats(reader, whats(word)))


def _buttons(reader: Reader, word: Word, thread: Illness | None) -> tuple[tuple[Button, ...], ...]:
    alone = thread is not None and is_alone(reader.tx, thread)
    more = []
    if can_undo(word, thread, reader.tx.now, alone=alone):
        more.append(undo(reader, "word_ill_undo", word.id))
    if thread is not None and can_end(word, thread, alone=alone):
        more.append(_better_button(reader, word))
    if not is_plain(word):
        return what_grid(reader, "word_what", word.id, more)
    if word.state == WordState.DRAFT:
        # L10N: a button of a teacher: the family is asked to call the school.
        more.insert(0, button(f"{emoji.CALL} " + reader.label("Please call"), "word_what", word.id, CALL))
    return grid(more, 1)


def _better_button(reader: Reader, word: Word) -> Button:
    if is_plain(word):
        # L10N: a button for families who did not agree to health notes: everything is as usual.
        return button(f"{emoji.YES} " + reader.label("As usual"), "word_better", word.id)
    # L10N: a button: the child is better.
    return button(f"{emoji.BETTER} " + reader.label("Better"), "word_better", word.id)


def _better(reader: Reader, word: Word, thread: Illness) -> str:
    child = pupil_name(reader, word.class_id, word.child_id)
    if is_plain(word) or thread.is_plain:
        # L10N: to a teacher whose pupil's family was asked to call, without a word of why.
        return f"{emoji.YES} " + reader.say("All as usual with {child}.", child=child)
    # L10N: to a teacher whose pupil was ill at school.
    return f"{emoji.BETTER} " + reader.say("{child} is better.", child=child)


def _over(reader: Reader, word: Word, thread: Illness) -> str:
    """How it ended; of a doctor, and of what home wishes, the school reads nothing."""
    if not thread.lacks_all_clear:
        return _better(reader, word, thread)
    child = pupil_name(reader, word.class_id, word.child_id)
    if not thread.is_unknown:
        # L10N: to a teacher who has told that a child is ill, once the family needs no more from the school. No
        # all-clear: it is not said whether the child is well.
        return reader.say("{child}'s family is taking care of it.", child=child)
    # L10N: how an illness ended of which nobody has said anything for two weeks. No all-clear, no blame.
    return reader.say("I have heard nothing more of {child}.", child=child)


def school_illness_news(reader: Reader, about: about_.SchoolIllnessNews) -> Message | None:
    """What became of it, without a name; nothing that has been overtaken."""
    word = school_words.get(reader.tx, about.word_id)
    thread = illnesses.get(reader.tx, word.illness_id) if word and word.illness_id is not None else None
    if word is None or thread is None or word.state != WordState.SENT:
        return None
    if about.news == "better":
        return Message(_better(reader, word, thread)) if thread.outcome == Outcome.BETTER else None
    silent = thread.seen_at is None and thread.caller_id is None
    if not thread.is_running or (about.news == "nobody" and not silent):
        return None
    child = pupil_name(reader, word.class_id, word.child_id)
    if about.news == "back":
        # L10N: to a teacher who was told that all is well again with a pupil; the family has taken that back.
        return Message(reader.say("It is not over yet, says {child}'s family.", child=child))
    return Message(
        {
            # L10N: to a teacher who has told that a child is ill; no name.
            "seen": f"{emoji.SEEN} " + reader.say("{child}'s family has seen it.", child=child),
            # L10N: to a teacher who asked for a call; {child} is the child's call name.
            "calling": f"{emoji.CALLING} " + reader.say("{child}'s family is calling you.", child=child),
            # L10N: to a teacher, an hour after the alert. Fixed text: no comfort, no advice beyond this.
            "nobody": reader.say(
                "Nobody in {child}'s family has pressed seen yet. If you are worried, get help now.", child=child
            ),
            # L10N: to a teacher, two hours after the family said that they are calling.
            "expired": reader.say(
                "I do not know if {child}'s family reached you. If you are worried, get help now.", child=child
            ),
            # L10N: to a teacher: the alert cannot be delivered to anybody now. Fixed text: no comfort.
            "unreached": reader.say(
                "Nobody in {child}'s family can be reached here now. Please phone them. "
                "If you are worried, get help now.",
                child=child,
            ),
        }[about.news]
    )
