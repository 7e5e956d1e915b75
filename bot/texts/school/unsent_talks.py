"""✉️ Which child are a family's words about? Until that is said they wait; asked once more, they stand with it."""

from collections.abc import Mapping
from typing import Any

from bot.domain import emoji
from bot.domain.school import unsent_talks as about_
from bot.domain.school.unsent_talks import Desk, Unsent, UnsentState
from bot.queries.school import talk_readers
from bot.queries.school import unsent_talks as rows
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.quoting import quoted
from bot.texts.reader import Reader
from bot.texts.school.schools import class_name
from bot.texts.school.talk_threads import SIGNS
from bot.texts.school.talk_ways import write_button

_ROOM = 300  # signs of each part


def talk_child_asked(reader: Reader, about: about_.TalkChildAsked) -> Message | None:
    """One button a child."""
    found = _waiting(reader, about.unsent_id)
    if found is None:
        return None
    # L10N: a family with several children in a class has answered a notice; one button for each child stands below.
    text = reader.say("Which child is it about? Then it goes to the teacher.")
    return Message(text, column(*_buttons(reader, found)))


def talk_child_asked_again(reader: Reader, about: about_.TalkChildAskedAgain) -> Message | None:
    """The words themselves, for what stood above the question is far up by now."""
    found = _waiting(reader, about.unsent_id)
    if found is None or not _meant(reader, found):
        return None
    rooms = reader.listed(dict.fromkeys(class_name(reader, room) for room, _child in _meant(reader, found)))
    # L10N: the first line of what a teacher reads of a class, all that a lock screen shows; {room} is its name.
    heading = reader.label("Class {room}", room=rooms)
    # L10N: to an adult of a family, hours after they wrote to a teacher and did not say about which of their children;
    # their words follow.
    text = reader.say("Your words to the teacher still wait here:")
    # L10N: below somebody's own words to a teacher that were not sent yet; one button for each child stands below.
    ask = reader.say("One tap on the child's name, and they go to the teacher.")
    words = quoted("\n".join(_beginning(each) for each in found.parts))
    return Message(headed(emoji.WORDS, heading, "\n".join([text, words, ask])), column(*_buttons(reader, found)))


def _beginning(part: Mapping[str, Any]) -> str:
    words = str(part["text"])
    shown = words if len(words) <= _ROOM else f"{words[: _ROOM - 1].rstrip()}…"
    return " ".join(filter(None, [SIGNS.get(str(part["kind"]), ""), shown]))


def talk_child_moved(reader: Reader, about: about_.TalkChildMoved) -> Message:
    """The question stands below."""
    return Message(deletes=True)


def unsent_dropped(reader: Reader, about: about_.UnsentDropped) -> Message:
    """As their author wished."""
    # L10N: in place of the question which child somebody's words to the teacher are about: their author let them go.
    return Message(f"{emoji.WORDS} " + reader.say("All right, the teacher does not get these words."))


def unsent_over(reader: Reader, about: about_.UnsentOver) -> Message | None:
    """Plainly, and what can be done."""
    circle = reader.circle_or_none(about.child_id)
    if circle is None:
        return None
    # L10N: to an adult of a family who taps a child's name below words to a teacher that they wrote weeks ago.
    lines = [reader.say("These words were not sent, and I no longer have them. If it still matters, write them again.")]
    return Message(f"{emoji.WORDS} {lines[0]}", column(write_button(reader, about.child_id, about.class_id)))


def _waiting(reader: Reader, unsent_id: int) -> Unsent | None:
    found = rows.get(reader.tx, unsent_id)
    mine = found is not None and found.author_id == reader.person.id and found.state == UnsentState.WAITING
    return found if mine else None


def _meant(reader: Reader, found: Unsent) -> list[Desk]:
    """The children about whom this reader may write there now."""
    return [each for each in found.desks if talk_readers.may_write(reader.tx, *each, reader.person.id) is not None]


def _buttons(reader: Reader, found: Unsent) -> list[Button]:
    """A child who is in two classes stands there with each."""
    meant = _meant(reader, found)
    children = [child for _room, child in meant]
    buttons = []
    for room, child in meant:
        name = reader.circle(child).child.name
        label = f"{name} · {class_name(reader, room)}" if children.count(child) > 1 else name
        buttons.append(button(f"{emoji.WORDS} {label}", "talk_about", found.id, child, room))
    # L10N: a button below words to a teacher that wait to be sent: they shall not be sent at all.
    return [*buttons, button(f"{emoji.NO} " + reader.label("Do not send"), "talk_let_go", found.id)]
