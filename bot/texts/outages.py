"""A time in which nothing reached Homeline."""

from dataclasses import replace
from datetime import datetime

from bot.db import bots, installation
from bot.domain import outages as about_
from bot.texts import clocks
from bot.texts.illness.illness_words import first_line, news, thread_of
from bot.texts.message import Message
from bot.texts.reader import Reader


def gap_told(reader: Reader, about: about_.GapTold) -> Message:
    """From when until when, and what to do about it; nobody is to blame, and nothing is guessed."""
    begin, end = _instant(reader, about.begin), _instant(reader, about.end)
    if about.restored:
        # L10N: Homeline speaks of itself, after a loss of data; {begin} and {end} are a day and a time of day. 👥 is
        # the button with the adults around a child.
        lost = reader.say(
            "I no longer know what was said from {begin} until {end}. What still matters, please tell me again. "
            "Changes under 👥 may be lost, too: please look.",
            begin=begin,
            end=end,
        )
        return Message(lost)
    # L10N: Homeline speaks of itself; {begin} and {end} are a day and a time of day.
    text = reader.say(
        "I could not be reached from {begin} until {end}. What you sent me in that time may not have arrived. "
        "If it still matters, please send it again.",
        begin=begin,
        end=end,
    )
    return Message(text)


def links_moved(reader: Reader, about: about_.LinksMoved) -> Message:
    """What was given away before opens nothing any more."""
    name = f"@{installation.get(reader.tx, bots.USERNAME)}"
    if reader.person.teaches:
        # L10N: to a teacher, once Homeline speaks through another bot of Telegram's; {bot} is its name. Families
        # scan a poster of a class, or open a link, to join.
        text = reader.say(
            "I am at {bot} now. Posters and links from before no longer open: please make new ones.", bot=name
        )
    else:
        # L10N: to a parent, once Homeline speaks through another bot of Telegram's; {bot} is its name. A link invites
        # another adult to a child's circle.
        text = reader.say("I am at {bot} now. Links you sent before no longer open: please make new ones.", bot=name)
    return Message(text)


def without_file(reader: Reader, message: Message) -> Message:
    """What it says, and that a file belonged to it."""
    if message.media is None:
        return message
    # L10N: below the words of a notice or of a note: the picture, voice or file that came with them is not there any
    # more, because Homeline speaks through another bot of Telegram's now.
    gone = reader.say("What was with it can no longer be sent. You can ask for it.")
    return replace(message, media=None, text="\n".join(filter(None, [message.text, gone])))


def words_uncertain(reader: Reader, about: about_.WordsUncertain) -> Message:
    """What is not sent again is named to who wrote it."""
    if not about.child_id:
        # L10N: to a teacher, after a loss of data: notices and answers to a class.
        text = reader.say("What you last sent to a class may not have arrived. Please look, and send it again.")
        return Message(text)
    # L10N: after a loss of data, to who sent a letter, an answer, a promise or a wish for a call.
    text = reader.say(
        "What you last sent about {child} may not have arrived. If it still matters, please send it again.",
        child=reader.circle(about.child_id).child.name,
    )
    return Message(text)


def illness_uncertain(reader: Reader, about: about_.IllnessUncertain) -> Message | None:
    """What was known last, with its day, and that it is not known any more."""
    thread = thread_of(reader, about.illness_id)
    if thread is None or not thread[0].is_running:
        return None
    found, circle = thread
    at, last = _instant(reader, found.opened_at), news(reader, found, circle)
    # L10N: what was known last of an illness, after a loss of data; {begin} is a day and a time of day.
    known = reader.label("{begin}: {what}", begin=at, what=last)
    # L10N: to somebody who was alerted, after a loss of data; above it stands what was known last. {begin} is a day and
    # a time of day.
    text = reader.say(
        "I no longer know what was said since {begin}. Those at home are asked. You can call, too.",
        begin=_instant(reader, about.since),
    )
    return Message("\n".join([first_line(reader, found, circle), known, text]))


def _instant(reader: Reader, instant: datetime) -> str:
    # L10N: a day and a time of day: “Mon, Nov 23, 18:40”.
    return reader.label("{day}, {time}", **clocks.dated(reader, instant))
