"""Letters: what the author, those at home and the parents read beside a voice or a picture."""

from html import escape

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.circle.roles import Action
from bot.domain.daily import letters as about_
from bot.domain.daily.book_pages import PAGE
from bot.domain.daily.letter_box import good_time
from bot.domain.daily.letter_hearts import takes_heart
from bot.domain.daily.letters import Letter, LetterState
from bot.queries.daily import ideas, letter_hearts, letters
from bot.texts.buttons import call, undo
from bot.texts.buttons import letter as letter_button
from bot.texts.circle.receipts import on_its_way
from bot.texts.daily import book_pages, ideas_catalogue
from bot.texts.daily.goodnights import bedtime_row, goodnight_button, is_goodnight, to_be_played, was_heard
from bot.texts.daily.talks import to_home
from bot.texts.daily.voices import kept
from bot.texts.illness.illness_words import of_illness
from bot.texts.message import Button, Media, Message, button, column
from bot.texts.quoting import quoted
from bot.texts.reader import Reader

_LENT = {"voice", "video_note", "video", "audio"}  # what is played


def letter_asked(reader: Reader, about: about_.LetterAsked) -> Message:
    """One thing to do: speak."""
    circle = reader.circle(about.child_id)
    me = circle.member(reader.person.id)
    if about.again:
        # L10N: what came can be no letter (a sticker, a place on the map).
        return Message(reader.say("I cannot pass that on as a letter. Hold the microphone and speak, or write."))
    if me is not None and me.role == Role.PARENT:
        # L10N: a parent is about to record a letter to the child. The microphone is Telegram's own.
        text = reader.say("Hold the microphone and speak. {child} hears it at home.", child=circle.child.name)
        mine = goodnight_button(reader, circle.child.id), book_pages.page_button(reader, circle.child.id)
        return Message(text, column(*to_home(reader, circle), *mine))
    asked = letters.get(reader.tx, about.answers_id)
    if asked:
        parent = reader.named(circle, asked.author_id)
        # L10N: the guardian is about to record the child's answer; {parent} is the one person it goes to.
        text = reader.say("{child} can speak now. Only {parent} hears it.", child=circle.child.name, parent=parent)
        return Message(text)
    parents = names(reader, circle, circle.parents)
    if not parents:
        # L10N: the guardian is about to record a voice for the parents, who have not joined yet.
        return Message(reader.say("Hold the microphone and speak. It waits until a parent has joined."))
    # L10N: the guardian is about to record a voice for the parents; {parents} is one name or several.
    text = reader.say("Hold the microphone and speak. It goes to {parents}.", parents=parents)
    # L10N: a button of the guardian: the letters to the child that were not played yet.
    waiting = button(f"{emoji.SEEN} " + reader.label("Letters to play"), "letters", about.child_id)
    page = book_pages.page_button(reader, about.child_id)
    return Message(text, column(*([waiting] if letters.unplayed(reader.tx, about.child_id) else []), page))


def letter_child_asked(reader: Reader, about: about_.LetterChildAsked) -> Message:
    """One button a child."""
    mine = reader.circles()
    buttons = [button(f"{emoji.VOICE} {circle.child.name}", "letter", circle.child.id) for circle, _me in mine]
    # L10N: somebody with several children wants to record a voice; one button for each child stands below.
    return Message(reader.say("Which child is it about?"), column(*buttons))


def letter_arrived(reader: Reader, about: about_.LetterArrived) -> Message | None:
    """The voice itself with our words below it."""
    letter = letters.get(reader.tx, about.letter_id)
    if letter is None or letter.state != LetterState.SENT:
        return None
    circle = reader.circle(letter.child_id)
    if circle.member(reader.person.id) is None or reader.hides(circle, letter.author_id):
        return None
    laid_out = about_.pages(letter.kind, letter.text)
    page = laid_out[about.page]
    first = _intro(reader, circle, letter) if page.intro else _first(reader, circle, letter)
    last = about.page == len(laid_out) - 1
    heart = emoji.THANKS if last and _has_thanked(reader, letter) else ""
    text = "\n".join(filter(None, [first, quoted(page.text), heart]))
    return Message(
        text,
        _buttons(reader, circle, letter) if last else (),
        media=Media(letter.kind, letter.file_id) if page.media else None,
        protect=True,
        foot=last,
    )


def _intro(reader: Reader, circle: Circle, letter: Letter) -> str:
    if letter.purpose:
        above = to_be_played if is_goodnight(letter) else book_pages.intro
        return "\n".join([above(reader, circle, letter), *([] if letter.purpose == PAGE else _done(reader, letter))])
    if letter.to_child:
        return f"{emoji.VOICE} {_to_child(reader, circle, letter)}"
    child, guardian = circle.child.name, reader.named(circle, letter.author_id)
    first = _first(reader, circle, letter)
    if letter.answers_id:
        # L10N: the child answers the letter of the parent who reads this.
        return f"{first}\n" + reader.say("{child} answers your letter.", child=child)
    if letter.kind in _LENT:
        # L10N: a voice or a film came from the guardian.
        return f"{first}\n" + reader.say("{guardian} sends you this to listen to.", guardian=guardian)
    if letter.kind == "photo":
        # L10N: a picture came from the guardian.
        return f"{first}\n" + reader.say("{guardian} sends you this picture.", guardian=guardian)
    # L10N: a few written words came from the guardian; they follow below.
    return f"{first}\n" + reader.say("{guardian} writes to you:", guardian=guardian)


def _first(reader: Reader, circle: Circle, letter: Letter) -> str:
    names = {"child": circle.child.name, "guardian": reader.named(circle, letter.author_id)}
    # L10N: the first line of what somebody sent, all that a lock screen shows: the child, and who sends it.
    return f"{emoji.VOICE} " + reader.say("{child}, from {guardian}", **names)


def _to_child(reader: Reader, circle: Circle, letter: Letter) -> str:
    child, parent = circle.child.name, reader.named(circle, letter.author_id)
    if letter.kind in _LENT:
        # L10N: to the guardian, above a voice or a film; {parent} has recorded it for the child.
        text = reader.say(
            "{parent} has sent {child} a letter. Play it when there is time to listen.", parent=parent, child=child
        )
    elif letter.kind == "photo":
        # L10N: to the guardian, below a picture that {parent} has sent for the child.
        text = reader.say("{parent} has sent {child} a picture. Show it in a quiet moment.", parent=parent, child=child)
    else:
        # L10N: to the guardian, above words that {parent} has written for the child.
        text = reader.say(
            "{parent} has sent {child} a letter. Read it aloud when there is time.", parent=parent, child=child
        )
    return "\n".join([text, *_beside(reader, letter, child), *_done(reader, letter)])


def _beside(reader: Reader, letter: Letter, child: str) -> list[str]:
    """What the adult beside the child can do, where the letter was recorded for the idea of the week."""
    idea = ideas.get(reader.tx, letter.idea_id)
    words = ideas_catalogue.text(idea.idea_id, reader.person.language).guardian if idea else None
    return [f"{emoji.IDEA} {escape(words.format(child=child, me=''))}"] if words else []


def _done(reader: Reader, letter: Letter) -> list[str]:
    if letters.is_answered(reader.tx, letter.id):
        # L10N: below a letter in the guardian's chat: the child's answer to it has been recorded.
        return [f"{emoji.VOICE} " + reader.say("Answered.")]
    # L10N: below a letter in the guardian's chat: it has been played, shown or read to the child.
    return [f"{emoji.SEEN} " + reader.say("Passed on.")] if letter.played_at else []


def _buttons(reader: Reader, circle: Circle, letter: Letter) -> tuple[tuple[Button, ...], ...]:
    if letter.purpose == PAGE:
        return book_pages.page_rows(reader, letter)
    if not letter.to_child:
        plan = (call(reader, letter.child_id),) if reader.may(letter.child_id, Action.ASK_NOW) else ()
        return ((*_heart(reader, circle, letter), letter_button(reader, letter.child_id), *plan),)
    if letters.is_answered(reader.tx, letter.id):
        return ()
    # L10N: a button of the guardian: record the child's answer to a letter.
    answer = button(f"{emoji.VOICE} " + reader.label("Answer"), "letter_answer", letter.id)
    # L10N: a button of the guardian: the letter has been played, shown or read to the child.
    played = button(f"{emoji.SEEN} " + reader.label("Passed on"), "letter_played", letter.id)
    row = (answer,) if letter.played_at else (answer, played)
    return (row, *bedtime_row(reader, circle)) if is_goodnight(letter) else (row,)


def _has_thanked(reader: Reader, letter: Letter) -> bool:
    return reader.person.id in letter_hearts.thanked(reader.tx, letter.id)


def _heart(reader: Reader, circle: Circle, letter: Letter) -> tuple[Button, ...]:
    """Once, to who has sent it and takes part still."""
    if not takes_heart(letter, reader.person.id) or _has_thanked(reader, letter) or not circle.member(letter.author_id):
        return ()
    # L10N: a button below a voice, a picture or words: a heart to who has sent it.
    return (button(f"{emoji.THANKS} " + reader.label("Thanks"), "letter_thank", letter.id),)


def letter_on_its_way(reader: Reader, about: about_.LetterOnItsWay) -> Message | None:
    """What has become of it, as far as it can be known."""
    letter = letters.get(reader.tx, about.letter_id)
    if letter is None or (letter.purpose and letter.to_child):  # what waits for an evening has a card of its own
        return None
    circle = reader.circle(letter.child_id)
    back = (undo(reader, "letter_undo", letter.id),) if letter.can_be_undone(reader.tx.now) else ()
    ill = tuple(of_illness(reader, letter.child_id, letter.id)) if letter.state != LetterState.UNDONE else ()
    line, more = book_pages.next_page(reader, letter)
    rows = (*(row for row in (ill, back) if row), *more)
    return Message(f"{emoji.VOICE} {_way(reader, circle, letter)}{line}", rows)


def _way(reader: Reader, circle: Circle, letter: Letter) -> str:
    if letter.state == LetterState.UNDONE:
        # L10N: the author has taken a letter back.
        return reader.say("I have taken your letter back.")
    readers = letters.readers_of(reader.tx, circle, letter)
    if not readers:
        # L10N: there is nobody yet in the circle whom the letter could go to.
        return reader.say("Nobody is there to receive it yet. Your letter waits here until somebody has joined.")
    if letter.told == "kept":
        return kept(reader, names(reader, circle, readers))
    to = [each.person_id for each in readers]
    has = [each for each in to if letters.delivery_to(reader.tx, letter.id, each) == "arrived"]
    may_wait = letter.to_child and not letter.purpose
    wanted = good_time(circle.child, letter.sent_at) if may_wait else None
    return on_its_way(reader, circle, to, has=has, to_child=letter.to_child, wanted=wanted)


def letter_taken_back(reader: Reader, about: about_.LetterTakenBack) -> Message:
    """Nothing stays."""
    return Message(deletes=True)


def letter_played(reader: Reader, about: about_.LetterPlayed) -> Message | None:
    """Told once."""
    letter = letters.get(reader.tx, about.letter_id)
    if letter is None or not reader.may(letter.child_id, Action.TAKE_PART):
        return None
    if letter.purpose:
        return (was_heard if is_goodnight(letter) else book_pages.was_heard)(reader, letter, about.by)
    circle = reader.circle(letter.child_id)
    who, child = reader.named(circle, about.by), circle.child.name
    # L10N: to the parent who sent the letter; {guardian} says that {child} has heard or seen it.
    text = reader.say("{child} has had your letter, says {guardian}.", child=child, guardian=who)
    return Message(f"{emoji.SEEN} {text}")


def letter_lost(reader: Reader, about: about_.LetterLost) -> Message | None:
    """Never silence."""
    letter = letters.get(reader.tx, about.letter_id)
    if letter is None or letter.state != LetterState.SENT or not reader.may(letter.child_id, Action.TAKE_PART):
        return None
    circle = reader.circle(letter.child_id)
    readers = letters.readers_of(reader.tx, circle, letter)
    told = names(reader, circle, readers)
    if letters.is_uncertain(reader.tx, letter.id, [each.person_id for each in readers]):
        # L10N: after a loss of data nobody knows whether a letter arrived; {who} is one name or several.
        unsure = reader.say("I do not know whether your letter to {who} arrived. You can send it once more.", who=told)
        return Message(f"{emoji.VOICE} {unsure}", ((letter_button(reader, letter.child_id),),))
    # L10N: Telegram did not take the letter; {who} is one name or several.
    text = reader.say("Your letter to {who} could not be delivered. Please send it once more.", who=told)
    return Message(f"{emoji.VOICE} {text}", ((letter_button(reader, letter.child_id),),))


def voice_declined(reader: Reader, about: about_.VoiceDeclined) -> Message:
    """Kind, and with a way to change it."""
    # L10N: this person had declined that voices and pictures are passed on; a button below changes it.
    text = reader.say("You chose that voices and pictures stay with you. You can change it, or write a few words.")
    # L10N: a button: voices and pictures may be passed on from now on.
    allow = button(f"{emoji.YES} " + reader.label("Pass them on"), "agree_voice", about.child_id, about.letter_id)
    return Message(text, column(allow))


def letters_counted(reader: Reader, about: about_.LettersCounted) -> Message:
    """Above the letters that wait."""
    child = reader.circle(about.child_id).child.name
    if not about.count:
        # L10N: every letter to {child} has been played.
        return Message(reader.say("No letter waits for {child} now.", child=child))
    # L10N: to the guardian; the letters that were not played yet follow, one message each.
    text = reader.say_n(
        "{count} letter waits for {child}. It follows.",
        "{count} letters wait for {child}. They follow.",
        about.count,
        child=child,
    )
    return Message(text)


def names(reader: Reader, circle: Circle, members: tuple[Member, ...]) -> str:
    return reader.listed(dict.fromkeys(reader.named(circle, each.person_id) for each in members))
