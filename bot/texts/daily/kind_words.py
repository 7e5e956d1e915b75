"""☕ A kind word to who looks after the child."""

from bot.domain import emoji
from bot.domain.daily.kind_words import KindWord, KindWordReceipt, KindWordSaid, KindWordsOffered
from bot.texts.circle.receipts import waits
from bot.texts.message import Message, button
from bot.texts.reader import Reader


def kind_words_offered(reader: Reader, about: KindWordsOffered) -> Message:
    """Three phrases, each a button."""
    to = reader.named(reader.circle(about.child_id), about.to)
    # L10N: to a parent, above three phrases to choose from; {guardian} reads the one that is tapped.
    text = f"{emoji.KIND_WORD} " + reader.say("What would you like {guardian} to read?", guardian=to)
    rows = [(button(_phrase(reader, each), "kind_word", about.check_in_id, each),) for each in KindWord]
    return Message(text, tuple(rows))


def kind_word_said(reader: Reader, about: KindWordSaid) -> Message:
    """The words under a heart."""
    circle = reader.circle(about.child_id)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = reader.say("{child}, from {guardian}", child=circle.child.name, guardian=reader.named(circle, about.by))
    return Message(f"{emoji.THANKS} {first}\n{_phrase(reader, about.word)}")


def kind_word_receipt(reader: Reader, about: KindWordReceipt) -> Message:
    """They are on their way."""
    circle = reader.circle(about.child_id)
    # L10N: to a parent who has just chosen a kind word; {words} are one of the three phrases.
    sent = reader.say(
        "{guardian} will read: “{words}”", guardian=reader.named(circle, about.to), words=_phrase(reader, about.word)
    )
    _now, later = waits(reader, circle, [about.to])
    return Message(f"{emoji.KIND_WORD} " + reader.together(sent, *later))


def _phrase(reader: Reader, word: KindWord) -> str:
    phrases = {
        # L10N: a button, and the words that a guardian reads from a parent far away.
        KindWord.THANKS: reader.label("Thank you for all you do"),
        # L10N: a button, and the words that a guardian reads from a parent far away: the parent's trust.
        KindWord.TRUST: reader.label("I’m glad you are the one at home"),
        # L10N: a button, and the words that a guardian, often older and busy all day, reads from a parent.
        KindWord.REST: reader.label("Please take a little rest, too"),
    }
    return phrases[word]
