"""The danger card: the same for everybody, whatever was tapped; no advice that depends on an answer."""

from collections.abc import Iterable

from bot.domain import emoji
from bot.domain.circle.circles import Circle, Role
from bot.domain.circle.roles import Action
from bot.domain.illness.illness_alerts import EmergencyShown, IllChildAsked, NobodyIll
from bot.queries.illness.illnesses import unnamed_of
from bot.texts import helplines
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader


def danger_card(reader: Reader, countries: Iterable[str]) -> str:
    """The whole card, with the emergency number of each country on a line of its own."""
    wanted = tuple(dict.fromkeys(countries))
    # L10N: the danger card; its text is fixed (safeguarding.md, section 3): short lines, no advice, no medicine, no
    # comfort; every line keeps its number and its emoji. {number} is an emergency number, on a line of its own.
    return reader.say(
        "🚑 <b>Call NOW if you see even one:\n"
        "{number}</b>\n"
        "1 😮‍💨 Hard to breathe, or lips are blue\n"
        "2 😴 Very hard to wake, or does not answer\n"
        "3 ⚡ Fit: body stiff or shaking\n"
        "4 🥛 Cannot drink or suck, or vomits everything\n"
        "5 🩸 Blood in stool, a lot of bleeding, or spots on the skin that stay when pressed\n"
        "6 👶 Baby under 3 months: fever (38 or more), very cold, or stops feeding\n"
        "7 ☠️ Swallowed poison or medicine, bad burn, bad fall on the head\n"
        "Not sure? Call too.\n"
        "<i>This is a reminder, not a doctor. Nobody watches this chat.</i>",
        number=_numbers(reader, wanted),
    )


def number_again(reader: Reader, countries: Iterable[str]) -> str:
    """The emergency number once more, below the card: on a small phone the card's own has scrolled away."""
    numbers = _numbers(reader, tuple(dict.fromkeys(countries)))
    # L10N: below the danger card, just above the buttons; {number} is an emergency number, on a line of its own.
    return reader.say("🚑 <b>Emergency:\n{number}</b>", number=numbers)


def _numbers(reader: Reader, countries: tuple[str, ...]) -> str:
    if len(countries) > 1:
        return "\n".join(f"{reader.country(each)}\n{_number(reader, each)}" for each in countries)
    return _number(reader, countries[0] if countries else "")


def _number(reader: Reader, country: str) -> str:
    # L10N: stands on the danger card in place of a number that nobody has verified.
    return helplines.emergency(country, reader.tx.now.date()) or reader.label("your emergency number")


def emergency_shown(reader: Reader, about: EmergencyShown) -> Message:
    """☂️ → emergency; numbers work only in the child's country, so who is elsewhere asks the person at home."""
    mine = reader.circles()
    countries = [circle.child.country for circle, _me in (*mine, *reader.circles(Action.LOOK_IN))]
    text = f"{danger_card(reader, countries)}\n\n{number_again(reader, countries)}"
    if any(me.role == Role.PARENT for _circle, me in mine):
        # L10N: to a parent abroad, below the danger card: an emergency number cannot be called from another country.
        text += "\n" + reader.say("From far away, ask the person at home to call.")
    return Message(text)


def ill_child_asked(reader: Reader, about: IllChildAsked) -> Message:
    """One button for each child; the danger card is there at once."""
    mine = [circle for circle, _me in reader.circles(Action.REPORT_ILLNESS)]
    countries = [circle.child.country for circle in mine]
    card = f"{danger_card(reader, countries)}\n\n{number_again(reader, countries)}"
    # L10N: below the danger card, to somebody who looks after several children.
    question = reader.say("Who is ill?")
    begun = unnamed_of(reader.tx, reader.person.id, [circle.child.id for circle in mine])
    back = [undo(reader, "ill_nobody")] if begun else []
    return Message(f"{card}\n{question}", (*grid([_child(circle) for circle in mine], 2), *column(*back)))


def nobody_ill(reader: Reader, about: NobodyIll) -> Message:
    """↩️ in place of the question."""
    return Message(taken_back(reader, told=about.told))


def taken_back(reader: Reader, *, told: bool) -> str:
    """What ↩️ has done."""
    if told:
        # L10N: the guardian pressed undo after the alert was sent.
        return reader.say("All right. The others now read that it was sent by mistake.")
    # L10N: the guardian pressed undo before anything was sent.
    return reader.say("All right. Nothing was sent.")


def _child(circle: Circle) -> Button:
    return button(f"{emoji.ILL} {circle.child.name}", "ill", circle.child.id)
