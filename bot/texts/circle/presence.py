"""Whose phone it is: after a long silence, and how to keep it one's own."""

from bot.domain import emoji
from bot.domain.circle import presence as about_
from bot.queries.circle import circles
from bot.texts.buttons import yes
from bot.texts.message import Message, button
from bot.texts.operator import operator
from bot.texts.reader import Reader


def known_asked(reader: Reader, about: about_.KnownAsked) -> Message | None:
    """Is it still them? Or shall the place be held."""
    member, circle = circles.member_by_id(reader.tx, about.member_id), reader.circle(about.child_id)
    if member is None or not about_.can_vouch(circle, reader.person.id, member):
        return None
    who = reader.named(circle, member.person_id)
    # L10N: {who} has written for the first time in a long while; their phone may be in other hands by now.
    text = reader.say(
        "{who} is back after a long time. Is it really {who}? Until you say so, nothing older is shown there.",
        who=who,
    )
    # L10N: a button: the phone may be in other hands, nothing shall go there.
    hold = button(f"{emoji.LOCK} " + reader.label("Not sure"), "hold", member.id)
    return Message(text, ((yes(reader, "known", member.id), hold),))


def known_awaited(reader: Reader, about: about_.KnownAwaited) -> Message:
    """Nothing is shown before."""
    # L10N: to somebody who comes back after a long silence; another adult of the circle is asked who it is.
    text = reader.say(
        "Good that you are here. Another adult of {child}'s circle says first that it is you. Then everything opens.",
        child=about.child,
    )
    if not about.number:
        return Message(text)
    # L10N: below that; {who} runs this bot and finds the circle by {number}, which is like 12-3.
    nobody = reader.say("Is nobody there? Tell {who} this number: {number}.", who=operator(reader), number=about.number)
    return Message(f"{text}\n{nobody}")


def account_advised(reader: Reader, about: about_.AccountAdvised) -> Message:
    """Three short lines."""
    # L10N: how to keep a Telegram account one's own. The names of the settings as Telegram shows them in this language.
    text = reader.say(
        "🔑 Keep your Telegram your own.\nIn Telegram: Settings, Privacy and Security, Two-Step Verification. "
        "Choose a password that only you know.\n"
        "Do you get a new number? Change it in Telegram before the old one is given away.\n"
        "Nobody needs your password or your codes, and neither do I."
    )
    return Message(text)
