"""Sentences and buttons that the alert, the card and the all-clear of an illness share."""

from collections.abc import Collection, Iterable

from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.circle.roles import Action
from bot.domain.illness.illnesses import CALL, WHATS, Illness, IllnessEvent, IllnessState, by_school, meant_too
from bot.queries.illness import illnesses
from bot.texts import clocks
from bot.texts.message import Button, button, grid
from bot.texts.reader import Reader


def thread_of(reader: Reader, illness_id: int) -> tuple[Illness, Circle] | None:
    """A thread and its circle, while both are there and the reader takes part."""
    illness = illnesses.get(reader.tx, illness_id)
    circle = reader.circle_or_none(illness.child_id) if illness else None
    return (illness, circle) if illness and circle and circle.member(reader.person.id) else None


def first_line(reader: Reader, illness: Illness, circle: Circle, by: int | None = None) -> str:
    """All that a lock screen shows; no sign of illness where health notes are off."""
    sign = emoji.CALL if illness.is_plain else emoji.ILL
    guardian = reader.named(circle, by or illness.opened_by or 0)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    return f"{sign} " + reader.say("{child}, from {guardian}", child=called(reader, illness, circle), guardian=guardian)


def called(reader: Reader, illness: Illness, circle: Circle) -> str:
    """The child; where a call was asked for and nobody has said for whom, each whom it may be about."""
    also = meant_too(illnesses.events(reader.tx, illness.id)) if illness.is_plain else []
    others = (reader.circle_or_none(each) for each in also)
    known = (each.child.name for each in others if each is not None and each.member(reader.person.id))
    return reader.listed([circle.child.name, *known])


def news(reader: Reader, illness: Illness, circle: Circle) -> str:
    """What the alert says, in one sentence."""
    if illness.is_plain and by_school(circle, illness.opened_by):
        # L10N: the alert of a teacher where health notes are off: an urgent wish to be called, without a word of why.
        return reader.say("Please call the school now.")
    if illness.is_plain:
        # L10N: the alert where health notes are off: an urgent wish to be called, without a word of why.
        return reader.say("Please call home now.")
    if not illness.what:
        # L10N: the alert; nothing more is known yet.
        return reader.say("{child} is ill.", child=circle.child.name)
    # L10N: the alert; {what} is a list such as “fever, stomach”.
    return reader.say("{child} is ill: {what}.", child=circle.child.name, what=whats(reader, illness))


def whats(reader: Reader, illness: Illness) -> str:
    """What was tapped in a thread."""
    return listed_whats(reader, illness.what)


def listed_whats(reader: Reader, tapped: Collection[str]) -> str:
    """What was tapped, in the order of the buttons."""
    words = {
        # L10N: what the illness is, inside “Lily is ill: fever.”
        "fever": reader.label("fever"),
        # L10N: what the illness is, inside “Lily is ill: stomach.”; vomiting, diarrhoea, belly ache.
        "stomach": reader.label("stomach"),
        # L10N: what the illness is, inside “Lily is ill: breathing.”; cough or trouble with breathing.
        "breathing": reader.label("breathing"),
        # L10N: what the illness is, inside “Lily is ill: hurt.”; a fall, a wound, a burn.
        "hurt": reader.label("hurt"),
        # L10N: what the illness is, inside “Lily is ill: something else.”
        "other": reader.label("something else"),
    }
    return reader.enumerated(words[each] for each in WHATS if each in tapped)


def what_buttons(
    reader: Reader, illness: Illness, more: list[Button], *, but: Collection[str] = ()
) -> tuple[tuple[Button, ...], ...]:
    """What is it, in two columns, without what was said already; what else can be done stands last."""
    if illness.is_plain:
        # L10N: a button for families who did not agree to health notes: the parents are asked to call.
        call = button(f"{emoji.CALL} " + reader.label("Please call me"), "ill_what", illness.id, CALL)
        return grid([call, *more], 1)
    return what_grid(reader, "ill_what", illness.id, more, but=but)


def what_grid(
    reader: Reader, verb: str, number: int, more: list[Button], *, but: Collection[str] = ()
) -> tuple[tuple[Button, ...], ...]:
    """What it may be, in two columns; what else can be done stands last."""
    labels = {
        # L10N: a button: what the illness is.
        "fever": reader.label("Fever"),
        # L10N: a button: what the illness is; vomiting, diarrhoea, belly ache.
        "stomach": reader.label("Stomach"),
        # L10N: a button: what the illness is; cough or trouble with breathing.
        "breathing": reader.label("Breathing"),
        # L10N: a button: what the illness is; a fall, a wound, a burn.
        "hurt": reader.label("Hurt"),
        # L10N: a button: what the illness is.
        "other": reader.label("Something else"),
    }
    buttons = [
        button(f"{emoji.ILLNESSES[each]} {labels[each]}", verb, number, each) for each in WHATS if each not in but
    ]
    return grid([*buttons, *more], 2)


def answer_line(reader: Reader, illness: Illness, circle: Circle, event: IllnessEvent) -> str:
    """The newest answer to a follow-up, with its time."""
    child, guardian = circle.child.name, reader.named(circle, event.person_id or illness.opened_by or 0)
    sentences = {
        # L10N: an answer to “How is Lily now?”, told to the parents. No comfort, no alarm.
        "same": reader.say("{child} is the same, says {guardian}.", child=child, guardian=guardian),
        # L10N: an answer to “How is Lily now?”, told to the parents at once.
        "worse": reader.say("{child} is worse, says {guardian}.", child=child, guardian=guardian),
        # L10N: an answer to “How is Lily now?”, told to the parents.
        "doctor": reader.say("{child} saw a doctor, says {guardian}.", child=child, guardian=guardian),
    }
    return f"{emoji.ANSWERS[event.what]} " + reader.together(
        sentences[event.what], clocks.at_home(reader, event.at, circle.child.zone)
    )


def sign_line(reader: Reader, circle: Circle, event: IllnessEvent) -> str:
    """The sign that was added last, with its time."""
    what, guardian = str(event.data.get("what")), reader.named(circle, event.person_id or 0)
    # L10N: on an alert, when somebody at home has added a sign later; {what} is one word such as “breathing”.
    text = reader.say("New: {what}, says {guardian}.", what=listed_whats(reader, [what]), guardian=guardian)
    return f"{emoji.ILLNESSES[what]} " + reader.together(text, clocks.at_home(reader, event.at, circle.child.zone))


def add_button(reader: Reader, illness: Illness) -> Button:
    """➕ what comes next belongs to the thread."""
    # L10N: a button of those at home while a child is ill: what they say or show next is told as part of the illness.
    return button(f"{emoji.ADD} " + reader.label("Add something"), "ill_add", illness.id)


def of_illness(reader: Reader, child_id: int, letter_id: int) -> list[Button]:
    """🤒 below what somebody at home has sent while the child is ill: one tap makes it a part of that."""
    found = illnesses.running(reader.tx, child_id)
    if found is None or found.state != IllnessState.OPEN or found.is_plain:
        return []
    if not reader.may(child_id, Action.REPORT_ILLNESS) or illnesses.holds_letter(reader.tx, found.id, letter_id):
        return []
    # L10N: a button below a photo, a voice or words that somebody at home has sent while the child is ill.
    return [button(f"{emoji.ILL} " + reader.label("For the illness"), "letter_ill", letter_id)]


def names(reader: Reader, circle: Circle, people: Iterable[int]) -> str:
    """One name or several, as this reader knows them, each once."""
    return reader.listed(dict.fromkeys(reader.named(circle, each) for each in people))


def told_others(reader: Reader, illness: Illness, circle: Circle) -> list[int]:
    """Who was alerted and takes part still, but for the reader."""
    return [each for each in illnesses.told(reader.tx, illness.id) if circle.member(each) and each != reader.person.id]


def better_label(reader: Reader, illness: Illness) -> str:
    """🌤, without a word of illness where health notes are off."""
    if illness.is_plain:
        # L10N: a button for families who did not agree to health notes: everything is as usual.
        return reader.label("As usual")
    # L10N: a button: the child is better.
    return reader.label("Better")
