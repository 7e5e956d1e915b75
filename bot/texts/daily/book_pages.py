"""📖 A page a night, in words."""

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Role
from bot.domain.circle.roles import Action
from bot.domain.daily import book_pages as about_
from bot.domain.daily.book_pages import READING
from bot.domain.daily.letters import Letter, LetterState
from bot.queries.daily import bedtimes, book_pages, letters
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button, headed
from bot.texts.reader import Reader


def page_asked(reader: Reader, about: about_.PageAsked) -> Message | None:
    """One thing to do: a photograph."""
    if not reader.may(about.child_id, Action.SEND_LETTER):
        return None
    circle = reader.circle(about.child_id)
    if about.again:
        # L10N: somebody sent words or a voice where a picture of a page is wanted.
        return Message(f"{emoji.READ} " + reader.say("A photo of the page, please. The paperclip takes one."))
    me = circle.member(reader.person.id)
    if me is not None and me.role == Role.PARENT:
        # L10N: to a parent who wants to read {child} a page of a book at bedtime; the photo is sent along.
        text = reader.say("Send a photo of the page. Then you read it for {child}.", child=circle.child.name)
    else:
        # L10N: to the guardian: the next page of the child's own book; a parent far away reads it aloud for bedtime.
        text = reader.say("Send a photo of the next page of {child}'s book.", child=circle.child.name)
    return Message(f"{emoji.READ} {text}")


def reading_asked(reader: Reader, about: about_.ReadingAsked) -> Message | None:
    """With one question and a pause."""
    page = letters.get(reader.tx, about.letter_id)
    if page is None or not reader.may(page.child_id, Action.WRITE_TO_CHILD):
        return None
    if about.again:
        # L10N: to a parent who sent words or a picture where their voice is wanted, which reads a page for bedtime.
        return Message(f"{emoji.READ} " + reader.say("Your voice is wanted here. Hold the microphone and read."))
    child = reader.circle(page.child_id).child.name
    # L10N: to a parent who reads a page of a book aloud, for {child}'s bedtime. The microphone is Telegram's own.
    text = reader.say("Hold the microphone and read. Ask {child} one question, and pause.", child=child)
    return Message(f"{emoji.READ} {text}")


def reading_kept(reader: Reader, about: about_.ReadingKept) -> Message | None:
    """Until bedtime, or taken back."""
    found = letters.get(reader.tx, about.letter_id)
    if found is None or found.author_id != reader.person.id or not reader.may(found.child_id, Action.TAKE_PART):
        return None
    again = button(f"{emoji.VOICE} " + _read_label(reader), "page_read", found.answers_id or 0)
    if found.state == LetterState.DROPPED:
        # L10N: to a parent who has taken back the page that they had read; it can be read once more.
        return Message(f"{emoji.READ} " + reader.say("Taken back."), ((again,),))
    circle = reader.circle(found.child_id)
    at = bedtimes.minute(reader.tx, circle)
    time = f"{at // 60:02d}:{at % 60:02d}"
    # L10N: to a parent who has read a page aloud; {time} is bedtime at home.
    text = reader.say("Kept for bedtime, {time} at home.", time=time)
    return Message(f"{emoji.READ} {text}", ((undo(reader, "page_undo", found.id),),))


def page_wanted(reader: Reader, about: about_.PageWanted) -> Message | None:
    """Without a word of why it could not be read."""
    page = letters.get(reader.tx, about.letter_id)
    if page is None or not reader.may(page.child_id, Action.SEND_LETTER):
        return None
    circle = reader.circle(page.child_id)
    # L10N: to the guardian, who sent a photo of a page that {parent} cannot read well.
    text = reader.say("{parent} would like this page once more, upright.", parent=reader.named(circle, about.by))
    return Message(headed(emoji.READ, circle.child.name, text), ((page_button(reader, circle.child.id),),))


def page_button(reader: Reader, child_id: int) -> Button:
    """📖"""
    # L10N: a button: a page of the child's book, that a parent reads aloud for bedtime.
    return button(f"{emoji.READ} " + reader.label("A page"), "page_new", child_id)


def stray_page(reader: Reader, letter: Letter, child_id: int) -> list[Button]:
    """📖 below a picture that came by itself from home."""
    if letter.kind != "photo" or letter.answers_id is not None or not reader.may(child_id, Action.PLAY_LETTER):
        return []
    # L10N: a button below a photo that the guardian has sent: it is a page of the child's book, to be read aloud.
    return [button(f"{emoji.READ} " + reader.label("A page"), "page_send", letter.id, child_id)]


def intro(reader: Reader, circle: Circle, letter: Letter) -> str:
    """Above it."""
    names = {"child": circle.child.name, "parent": reader.named(circle, letter.author_id)}
    if letter.purpose == READING:
        # L10N: to the guardian at bedtime, above a voice: {parent} reads a page of {child}'s book aloud.
        return f"{emoji.READ} " + reader.say("{parent} reads for {child}. Open the book together.", **names)
    if letter.to_child:
        # L10N: to the guardian at bedtime, below a photo of the page that {parent} reads for {child}.
        return f"{emoji.READ} " + reader.say("The page that {parent} reads for {child}.", **names)
    # L10N: the first line of what somebody sent, all that a lock screen shows: the child, and who sends it.
    first = reader.say("{child}, from {guardian}", child=names["child"], guardian=names["parent"])
    # L10N: to a parent, below a photo of a page of {child}'s book, which they can read aloud for bedtime.
    return f"{emoji.READ} {first}\n" + reader.say("The next page, for you to read.")


def page_rows(reader: Reader, letter: Letter) -> tuple[tuple[Button, ...], ...]:
    """What a parent can do with a page from home; nothing below one of their own."""
    if letter.to_child or letter.played_at is not None or book_pages.is_read(reader.tx, letter, reader.person.id):
        return ()
    read = button(f"{emoji.VOICE} " + _read_label(reader), "page_read", letter.id)
    # L10N: a button of a parent: the photo of the page cannot be read, another one is wanted.
    again = button(f"{emoji.ANOTHER} " + reader.label("Once more"), "page_again", letter.id)
    # L10N: a button of a parent: this page came twice, or is not read. Nobody is told.
    skip = button(f"{emoji.NO} " + reader.label("Not this one"), "page_skip", letter.id)
    return (read,), (again, skip)


def next_page(reader: Reader, letter: Letter) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    """Below the child's answer to a reading, at home: the next page can come."""
    answered = letters.get(reader.tx, letter.answers_id)
    if answered is None or answered.purpose != READING or letter.state == LetterState.UNDONE:
        return "", ()
    # L10N: to the guardian, after the child has answered the page that was read; a button below begins the next one.
    text = reader.say("The next page can come, whenever you like.")
    return f"\n{emoji.READ} {text}", ((page_button(reader, letter.child_id),),)


def was_heard(reader: Reader, letter: Letter, by: int) -> Message:
    """The child has heard the page."""
    circle = reader.circle(letter.child_id)
    guardian, child = reader.named(circle, by), circle.child.name
    # L10N: to the parent who has read a page aloud; {guardian} says that {child} has heard it.
    text = reader.say("{child} has heard the page, says {guardian}.", child=child, guardian=guardian)
    return Message(f"{emoji.READ} {text}")


def _read_label(reader: Reader) -> str:
    # L10N: a button of a parent: read this page aloud for the child's bedtime.
    return reader.label("Read it")
