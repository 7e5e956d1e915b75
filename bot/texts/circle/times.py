"""⏰ Times: how everything stands, and what can be chosen."""

from bot.domain import emoji
from bot.domain.circle import times as about_
from bot.domain.circle.away import can_be_away, is_away
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.countries import zones
from bot.domain.local_time import SLOTS
from bot.queries.school import schools
from bot.texts import clocks
from bot.texts.buttons import language_button, more, my_data, other_country
from bot.texts.circle.nights import after_work
from bot.texts.daily import rhythm
from bot.texts.message import Button, Message, button, column, grid
from bot.texts.reader import Reader
from bot.texts.school.office_hours import office_button, office_shown
from bot.texts.school.staffing import leave_button

_PAGE = 8


def times_shown(reader: Reader, about: about_.TimesShown) -> Message:
    """How it stands, and a button for each thing that can be changed."""
    mine = reader.circles()
    now = clocks.bare(reader, reader.tx.now)
    night = reader.person.night
    if night is None:
        # L10N: above the settings of times; {now} is the time on this person's clock.
        text = reader.say("It is {now} on your clock. You have no quiet hours.", now=now)
    elif schools.of_person(reader.tx, reader.person.id) and not mine:
        text = office_shown(reader, now)
    else:
        # L10N: above the settings of times; {now} is the time on this person's clock, {quiet} is “22:00–07:00”.
        text = reader.say(
            "It is {now} on your clock. Quiet hours: {quiet}.",
            now=now,
            quiet=clocks.hours(*night),
        )
    if reader.person.work_nights:
        text += "\n" + after_work(reader)
    rows = [row for circle, _me in mine for row in _child_rows(reader, circle)]
    return Message(text, (*rows, *_own_rows(reader, mine)))


def _child_rows(reader: Reader, circle: Circle) -> list[tuple[Button, ...]]:
    child = circle.child
    if child.is_paused(reader.tx.now):
        # L10N: a button that ends the pause of a child's check-ins; {child} is the child's call name.
        pause = button("▶️ " + reader.label("{child}: go on", child=child.name), "resume", child.id)
    else:
        # L10N: a button that pauses a child's check-ins (a visit home, holidays); {child} is the child's call name.
        pause = button(f"{emoji.PAUSE} " + reader.label("Pause {child}", child=child.name), "pause", child.id)
    times = reader.listed(_slot(reader, each) for each in (child.slot, child.second_slot) if each)
    slot = button(f"{emoji.TIMES} {child.name}: {times}", "slot", child.id)
    return [(slot, pause)]


def _own_rows(reader: Reader, mine: list[tuple[Circle, Member]]) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = [
        (
            # L10N: a button: the hours in which only urgent messages come.
            button(f"{emoji.TIMES} " + reader.label("Quiet hours"), "quiet"),
            my_pause(reader),
        ),
        (
            # L10N: a button: where this person is, so that the bot knows their clock.
            button("🕰 " + reader.label("My clock"), "my_place", 0),
            language_button(reader),
        ),
    ]
    rows.append(my_data(reader))
    if schools.of_person(reader.tx, reader.person.id):
        rows.insert(0, (office_button(reader),))
    guarded = [member for _circle, member in mine if can_be_away(member)]
    if any(is_away(member, reader.tx.now) for member in guarded):
        # L10N: a button of a guardian who was away.
        rows.append((button(f"{emoji.GUARDIAN} " + reader.label("I am back"), "back"),))
    elif guarded:
        rows.append((away(reader),))
    rows += [(leave(reader, circle),) for circle, _me in (*mine, *reader.circles(Action.LOOK_IN))]
    return [*rows, *((leave_button(reader, each.id),) for each in schools.of_person(reader.tx, reader.person.id))]


def away(reader: Reader) -> Button:
    """🧳"""
    # L10N: a button of a guardian: somebody else is asked meanwhile.
    return button("🧳 " + reader.label("I am away"), "away")


def my_pause(reader: Reader) -> Button:
    """⏸ for this person alone, or its end."""
    paused_until = reader.person.paused_until
    if reader.person.urgent_only or (paused_until is not None and paused_until > reader.tx.now):
        # L10N: a button: let everything come again.
        return button("▶️ " + reader.label("All news again"), "resume_me")
    # L10N: a button: for some time nothing but what is urgent comes to this person.
    return button(f"{emoji.PAUSE} " + reader.label("Pause for me"), "pause_me")


def leave(reader: Reader, circle: Circle) -> Button:
    """👋"""
    several = len(reader.circles()) + len(reader.circles(Action.LOOK_IN)) > 1
    # L10N: a button: the reader leaves a child's circle of adults; where they are in several, the child's name follows.
    label = f"{emoji.LEAVE} " + reader.label("Leave circle")
    return button(f"{label} · {circle.child.name}" if several else label, "leave", circle.child.id)


def slot_asked(reader: Reader, about: about_.SlotAsked) -> Message:
    """Three slots of the day at home."""
    child = reader.circle(about.child_id).child
    # L10N: {child} is the child's call name; three times of the day follow.
    text = reader.say("When shall I ask at home how {child} is?", child=child.name)
    choices = [
        button(f"{emoji.TIMES} {_slot(reader, slot)}, {_hour(start)}", "slot_set", child.id, slot)
        for slot, (start, _end) in SLOTS.items()
    ]
    # A second time of the day, besides the one there is; any of the times above is the only one again.
    others = [
        button(f"{emoji.ADD} {_slot(reader, slot)}", "slot_add", child.id, slot)
        for slot in SLOTS
        if slot not in {child.slot, child.second_slot}
    ]
    return Message(text, (*column(*choices), tuple(others), *rhythm.choices(reader, child)))


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
    # L10N: a button of somebody who works in shifts: choose the nights that they work.
    shifts = button(f"{emoji.TIMES} " + reader.label("I work nights"), "work_nights")
    return Message(text, (*grid(choices, 2), (shifts,)))


def my_place_asked(reader: Reader, about: about_.MyPlaceAsked) -> Message:
    """A country, a page at a time; then a city where it matters."""
    if about.country:
        cities = [
            button(reader.city(zone), "my_city", about.country, place)
            for place, zone in enumerate(zones(about.country))
        ]
        # L10N: asked only where a country has several time zones.
        return Message(reader.say("Which clock is the nearest?"), grid(cities, 2))
    start = about.page * _PAGE
    listed = about_.PLACES[start : start + _PAGE]
    shown = [button(f"{_flag(code)} {reader.country(code)}", "my_country", code) for code in listed]
    following = about.page + 1 if start + _PAGE < len(about_.PLACES) else 0
    shown.append(more(reader, "my_place", following))
    if about.again:
        # L10N: to somebody who has moved to a country that stands on no button.
        return Message(reader.say("Please write the country, or a large city in it."), grid(shown, 2))
    other = ((other_country(reader, "my_country_other"),),)
    # L10N: to somebody who has moved, or works elsewhere now; the bot then knows their clock.
    return Message(reader.say("Where are you now?"), grid(shown, 2) + other)


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


def _flag(country: str) -> str:
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in country)


def has_keyboard(reader: Reader) -> bool:
    """Whether the reply keyboard is of use to this person: they look after a child, or step in."""
    return bool(reader.circles(Action.ANSWER_CHECK_IN))
