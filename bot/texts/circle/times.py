"""⏰ Times: what can be chosen, and what the others read of it."""

from bot.domain import emoji
from bot.domain.circle import times as about_
from bot.domain.circle.circles import Child, Circle
from bot.domain.circle.roles import Action
from bot.domain.countries import zones
from bot.domain.local_time import SLOTS
from bot.texts import clocks
from bot.texts.buttons import more, other_country
from bot.texts.circle.nights import work_nights_button
from bot.texts.daily import rhythm
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader

_PAGE = 8


def slot_button(reader: Reader, child: Child) -> Button:
    """⏰ the time of the day at which home is asked, and on which days."""
    times = reader.enumerated(_slot(reader, each) for each in (child.slot, child.second_slot) if each)
    # L10N: a button: when those at home are asked about {child}; {times} is such as “morning, evening”.
    return button(f"{emoji.TIMES} " + reader.label("{child}: {times}", child=child.name, times=times), "slot", child.id)


def quiet_button(reader: Reader) -> Button:
    """⏰"""
    # L10N: a button: the hours in which only urgent messages come.
    return button(f"{emoji.TIMES} " + reader.label("Quiet hours"), "quiet")


def my_clock(reader: Reader) -> Button:
    """🕰"""
    # L10N: a button: where this person is, so that the bot knows their clock.
    return button(f"{emoji.CLOCK} " + reader.label("My clock"), "my_place", 0)


def leave(reader: Reader, circle: Circle) -> Button:
    """👋"""
    several = len(reader.circles()) + len(reader.circles(Action.LOOK_IN)) > 1
    # L10N: a button: the reader leaves a child's circle of adults; where they are in several, the child's name follows.
    label = f"{emoji.LEAVE} " + reader.label("Leave circle")
    return button(f"{label} · {circle.child.name}" if several else label, "leave", circle.child.id)


def moved_button(reader: Reader, child: Child) -> Button:
    """🕰"""
    # L10N: a button of a parent or a guardian: the child lives elsewhere now; {child} is the child's call name.
    return button(f"{emoji.CLOCK} " + reader.label("{child} has moved", child=child.name), "child_place", child.id, 0)


def slot_asked(reader: Reader, about: about_.SlotAsked) -> Message:
    """Three slots of the day at home."""
    child = reader.circle(about.child_id).child
    # L10N: {child} is the child's call name; three times of the day follow.
    text = reader.say("When shall I ask at home how {child} is?", child=child.name)
    choices = [
        button(f"{emoji.TIMES} {_slot(reader, slot)} {_hour(start)}", "slot_set", child.id, slot)
        for slot, (start, _end) in SLOTS.items()
    ]
    # A second time of the day, besides the one there is; any of the times above is the only one again.
    others = [
        button(f"{emoji.ADD} {_slot(reader, slot)}", "slot_add", child.id, slot)
        for slot in SLOTS
        if slot not in {child.slot, child.second_slot}
    ]
    return Message(
        text, (*column(*choices), tuple(others), *rhythm.choices(reader, child), (moved_button(reader, child),))
    )


def slot_changed(reader: Reader, about: about_.SlotChanged) -> Message:
    """The others learn it."""
    circle = reader.circle(about.child_id)
    who = reader.named(circle, about.by)
    sentences = {
        # L10N: to the others; {who} changed the time of the daily question about {child}.
        "morning": reader.say(
            "{who} changed it: I ask about {child} in the morning.", who=who, child=circle.child.name
        ),
        # L10N: to the others; {who} changed the time of the daily question about {child}.
        "midday": reader.say("{who} changed it: I ask about {child} at midday.", who=who, child=circle.child.name),
        # L10N: to the others; {who} changed the time of the daily question about {child}.
        "evening": reader.say(
            "{who} changed it: I ask about {child} in the evening.", who=who, child=circle.child.name
        ),
    }
    return Message(sentences[about.slot])


def quiet_asked(reader: Reader, about: about_.QuietAsked) -> Message:
    """A few usual nights, the day for those who work at night, or none."""
    # L10N: in these hours only urgent messages come.
    text = reader.say("When do you sleep? Only what is urgent comes then.")
    choices = [
        button(f"{emoji.TIMES} {clocks.hours(start * 60, end * 60)}", "quiet_set", place)
        for place, (start, end) in enumerate(about_.QUIET, 1)
    ]
    # L10N: a button: no quiet hours.
    choices.append(button(f"{emoji.TIMES} " + reader.label("None"), "quiet_set", 0))
    return Message(text, (*grid(choices, 2), (work_nights_button(reader),)))


def my_place_asked(reader: Reader, about: about_.MyPlaceAsked) -> Message | None:
    """A country, a page at a time; then a city where it matters. Asked once more only of who has not answered."""
    if about.later and not (reader.person.clock_is_guessed and _shares_something(reader)):
        return None
    if about.country:
        cities = [
            button(reader.city(zone), "my_city", about.country, place)
            for place, zone in enumerate(zones(about.country))
        ]
        # L10N: asked only where a country has several time zones.
        return Message(reader.say("Which clock is the nearest?"), grid(cities, 2))
    start = about.page * _PAGE
    listed = about_.PLACES[start : start + _PAGE]
    shown = [button(f"{flag(code)} {reader.country(code)}", "my_country", code) for code in listed]
    following = about.page + 1 if start + _PAGE < len(about_.PLACES) else 0
    shown.append(more(reader, "my_place", following))
    if about.again:
        # L10N: to somebody who has moved to a country that stands on no button.
        return Message(reader.say("Please write the country, or a large city in it."), grid(shown, 2))
    other = ((other_country(reader, "my_country_other"),),)
    if about.later:
        # L10N: to a parent who joined yesterday and has not said yet where they are; countries stand on buttons below.
        text = reader.say("Where are you now? Then I know when it is day for you, and let you sleep at night.")
        return Message(f"{emoji.CLOCK} {text}", grid(shown, 2) + other)
    # L10N: to somebody who has moved, or works elsewhere now; the bot then knows their clock.
    return Message(reader.say("Where are you now?"), grid(shown, 2) + other)


def _shares_something(reader: Reader) -> bool:
    """Whether news comes to this reader at all: else no clock is needed."""
    return any(not circle.child.sharing_stopped for circle, _me in reader.circles())


def _slot(reader: Reader, slot: str) -> str:
    names = {
        # L10N: a time of the day, on a button.
        "morning": reader.label("morning"),
        # L10N: a time of the day, on a button.
        "midday": reader.label("midday"),
        # L10N: a time of the day, on a button.
        "evening": reader.label("evening"),
    }
    return names[slot]


def _hour(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def flag(country: str) -> str:
    """Its sign on a button."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in country)


def has_keyboard(reader: Reader) -> bool:
    """Whether the reply keyboard is of use to this person: they look after a child, or step in."""
    return bool(reader.circles(Action.ANSWER_CHECK_IN))
