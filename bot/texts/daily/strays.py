"""What came by itself: is it meant for somebody, and for whom?"""

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.daily import letters as about_
from bot.domain.daily.letters import Letter, LetterState
from bot.queries.daily import letters
from bot.texts.buttons import do, do_not
from bot.texts.daily.book_pages import stray_page
from bot.texts.daily.letters import names
from bot.texts.illness.illness_words import of_illness
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader


def stray_received(reader: Reader, about: about_.StrayReceived) -> Message | None:
    """A parent chooses between the child and those at home, and which child; the guardian says yes or no."""
    letter = letters.get(reader.tx, about.letter_id)
    if letter is None or letter.state != LetterState.DRAFT:
        return None
    refuse = do_not(reader, "letter_drop", letter.id)
    chosen = [each for each in reader.circles() if letter.answers_id is None or each[0].child.id == letter.child_id]
    if not chosen:
        return None
    homes = _homes(reader, letter, chosen)
    if len(chosen) > 1:
        choices = [
            button(f"{emoji.VOICE} {circle.child.name}", "letter_send", letter.id, circle.child.id)
            for circle, _me in chosen
        ]
        # L10N: a voice, a picture or a sentence came by itself; one button for each child, and for who is at home.
        return Message(reader.say("For whom is this?"), column(*choices, *homes, refuse))
    circle, me = chosen[0]
    child = circle.child
    if not homes:
        agree = do(reader, "letter_send", letter.id, child.id)
        return Message(
            _is_it(reader, circle, me, letter),
            column(agree, *stray_page(reader, letter, child.id), *of_illness(reader, child.id, letter.id), refuse),
        )
    guardian = names(reader, circle, circle.askable(reader.tx.now))
    # L10N: words, a voice or a picture of a parent came by itself; a button for each below. {guardian} is at home.
    text = reader.say("For {child}, or for {guardian}?", child=child.name, guardian=guardian)
    for_child = button(f"{emoji.YES} {child.name}", "letter_send", letter.id, child.id)
    return Message(text, column(for_child, *homes, refuse))


def _homes(reader: Reader, letter: Letter, chosen: list[tuple[Circle, Member]]) -> list[Button]:
    """For a parent: those at home, each household once."""
    found = {
        names(reader, circle, circle.askable(reader.tx.now)): circle.child.id
        for circle, me in reversed(chosen)
        if me.role == Role.PARENT and letter.answers_id is None
    }
    return [
        button(f"{emoji.GUARDIAN} {who}", "letter_home", letter.id, child_id)
        for who, child_id in reversed(found.items())
        if who
    ]


def _is_it(reader: Reader, circle: Circle, me: Member, letter: Letter) -> str:
    if me.role == Role.PARENT:
        # L10N: a voice, a picture or a sentence came by itself from a parent.
        return reader.say("Is this a letter for {child}?", child=circle.child.name)
    told = names(reader, circle, letters.readers_of(reader.tx, circle, letter))
    if not told:
        # L10N: a voice, a picture or a sentence came by itself from the guardian, and no parent has joined yet.
        return reader.say("Send this to {child}'s parents?", child=circle.child.name)
    # L10N: a voice, a picture or a sentence came by itself from the guardian; {parents} is one name or several.
    return reader.say("Send this to {parents}?", parents=told)


def letter_dropped(reader: Reader, about: about_.LetterDropped) -> Message:
    """It stays where it is."""
    # L10N: what came was not meant to be sent on.
    return Message(reader.say("All right. I have sent it to nobody."))
