"""What is said when something hard may be going on; its words are fixed (safeguarding.md, section 4)."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain import emoji
from bot.domain.local_time import local
from bot.domain.privacy import crisis
from bot.queries.privacy import crisis as crises
from bot.texts import helplines
from bot.texts.illness.danger_card import number_again
from bot.texts.message import Message, button, column
from bot.texts.reader import Reader


def crisis_asked(reader: Reader, about: crisis.CrisisAsked) -> Message:
    """Ask, and assume nothing."""
    # L10N: after words that may be a cry for help. Fixed text: ask, do not assume; no question for details.
    lines = [reader.say("It sounds like something hard is going on.\nWould you like help now?")]
    if about.waits:
        # L10N: above “Would you like help now?”: what they wrote has not been sent yet.
        lines.insert(0, reader.say("Your message waits here until you choose."))
    return Message(
        "\n".join(lines),
        column(
            # L10N: a button: yes, they would like help now.
            button(f"{emoji.YES} " + reader.label("Yes, help"), "crisis_help", about.held_id),
            # L10N: a button, no to “Would you like help now?”: what they wrote meant something else.
            button(f"{emoji.NO} " + reader.label("No, not that"), "crisis_no", about.held_id),
        ),
    )


def crisis_card_shown(reader: Reader, about: crisis.CrisisCardShown) -> Message:
    """The same card for everybody: warm, verified numbers only, no promise of secrecy, no question."""
    lines = [
        # L10N: the crisis card. Fixed text; never promise secrecy, never ask for details, never advise to confront.
        reader.say("Thank you for telling. It is not your fault. You do not have to carry it alone."),
        number_again(reader, _countries(reader)),
        *who_listens(reader),
        # L10N: on the crisis card; ☂️ is the safe word.
        reader.say("To see this again, write ☂️ or press it."),
        # L10N: on the crisis card: nobody sits behind this chat.
        reader.say("No person reads this chat."),
    ]
    return Message("\n\n".join(lines))


def held_text_asked(reader: Reader, about: crisis.HeldTextAsked) -> Message:
    """Their words, their choice."""
    return Message(
        # L10N: after the crisis card: what they wrote before it has not been sent to anybody.
        reader.say("What you wrote is still with you. Shall it be sent?"),
        column(
            # L10N: a button: send what was held.
            button(f"{emoji.YES} " + reader.label("Send it"), "crisis_send", about.held_id),
            # L10N: a button: do not send what was held; it is deleted.
            button(f"{emoji.NO} " + reader.label("Delete it"), "crisis_drop", about.held_id),
        ),
    )


def held_text_waits(reader: Reader, about: crisis.HeldTextWaits) -> Message | None:
    """What was asked before, once more; nothing when they have chosen meanwhile."""
    held = crises.find(reader.tx, about.held_id, reader.person.id)
    if held is None:
        return None
    if held.choice:
        asked = held_text_asked(reader, crisis.HeldTextAsked(held.id))
    else:
        asked = crisis_asked(reader, crisis.CrisisAsked(held.id, waits=not about.last))
    return replace(asked, text=f"{_until(reader, held)}\n{asked.text}") if about.last else asked


def _until(reader: Reader, held: crises.Held) -> str:
    day = local(crisis.kept_until(held.at), reader.person.zone).date()
    # L10N: above the question, asked the last time: what they wrote was sent to nobody; after {day} it is deleted.
    return reader.say("Your message waits here until {day}. Then it is deleted.", day=reader.day(day))


def held_text_settled(reader: Reader, about: crisis.HeldTextSettled) -> Message:
    """It goes on, or nobody gets it."""
    if about.sent:
        # L10N: they meant something else, or want it sent: what they wrote is handled now.
        return Message(reader.say("All right. Your message goes on."))
    # L10N: what they wrote was not sent to anybody and is deleted.
    return Message(reader.say("It is not sent. Nobody gets it."))


def _countries(reader: Reader) -> tuple[str, ...]:
    """Where the children live, then where this person is."""
    children = [circle.child.country for circle, _me in reader.circles()]
    own = [reader.person.country] if reader.person.country else []
    return tuple(dict.fromkeys([*children, *own]))


def who_listens(reader: Reader) -> list[str]:
    """The helplines where the children live, then where this person is, as far as they may be shown."""
    return listening_in(reader, _countries(reader))


def listening_in(reader: Reader, countries: Iterable[str]) -> list[str]:
    """The helplines of these countries, as far as they may be shown."""
    today = reader.tx.now.date()
    found = [each for country in countries for each in helplines.helplines(country, today)]
    return [_helpline(reader, each) for each in found]


def _helpline(reader: Reader, line: helplines.Helpline) -> str:
    name = line.called(reader.person.language)
    # L10N: a helpline on the crisis card; {name} is its name with its hours, {number} stands on a line of its own.
    return reader.say("{name}:\n<b>{number}</b>", name=name, number=line.number_display)
