"""What is read where one of Telegram's settings lets no voice in."""

from bot.domain import emoji
from bot.domain.daily import voices as about_
from bot.queries.daily import letters
from bot.texts.message import Message, button, column, headed
from bot.texts.reader import Reader


def voice_waits(reader: Reader, about: about_.VoiceWaits) -> Message:
    """Whose phone it is: the words of Telegram's own menu, one after the other."""
    # L10N: to somebody whose Telegram settings let no voice messages in; one of the family has spoken to them.
    waits = reader.say("A voice waits for you. Your Telegram settings do not let it in.")
    # L10N: below that, how to change it. Use the exact words of Telegram's own menu in this language.
    how = reader.say(
        "In Telegram open Settings, Privacy and Security, Voice Messages. Choose Everybody, or always allow me."
    )
    # L10N: a button below that: they have changed the setting.
    now = button(f"{emoji.YES} " + reader.label("Allowed now"), "voices_now")
    return Message(f"{emoji.VOICE} {waits}\n{how}", column(now))


def voice_tried(reader: Reader, about: about_.VoiceTried) -> Message:
    """If it is refused again, that is said anew."""
    # L10N: in place of how to let voice messages in, after the reader has said that they have.
    return Message(f"{emoji.VOICE} " + reader.say("Thank you. What waits for you comes now."))


def voice_kept(reader: Reader, about: about_.VoiceKept) -> Message | None:
    """Who has spoken: nothing is lost, and there is another way."""
    circle = reader.circle(about.child_id)
    if circle.member(reader.person.id) is None or reader.hides(circle, about.who):
        return None
    who = reader.named(circle, about.who)
    # L10N: to who has sent a voice or a round film; {who} is an adult whose Telegram settings let none in.
    text = reader.say("{who}'s phone lets no voices in now. Yours waits. Please write a few words, or call.", who=who)
    return Message(headed(emoji.VOICE, circle.child.name, text))


def kept(reader: Reader, names: str) -> str:
    """Where a letter stands that a phone lets in no voice of, to its author."""
    # L10N: {who}'s Telegram settings let no voice messages in; {who} is one name or several.
    return reader.say("{who}'s phone lets no voices in now. Your letter waits there.", who=names)


def letter_gone(reader: Reader, about: about_.LetterGone) -> Message | None:
    """Nobody goes on waiting for it."""
    letter = letters.get(reader.tx, about.letter_id)
    circle = reader.circle(letter.child_id) if letter else None
    if letter is None or circle is None or reader.hides(circle, letter.author_id):
        return None
    if letter.author_id == reader.person.id:
        # L10N: to who has sent a letter and wanted to have it once more: Telegram has it no longer.
        text = reader.say("This letter cannot be sent again. It is in this chat, further up.")
        return Message(headed(emoji.VOICE, circle.child.name, text))
    who = reader.named(circle, letter.author_id)
    # L10N: to who was to read a letter or to play it to the child; {who} has sent it, and Telegram has it no longer.
    text = reader.say("A letter of {who}'s cannot come any more. I ask for a new one.", who=who)
    return Message(headed(emoji.VOICE, circle.child.name, text))
