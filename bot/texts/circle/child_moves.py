"""🕰 Where a child lives: asked, and told to the others."""

from bot.domain import emoji
from bot.domain.circle import child_moves as about_
from bot.domain.circle.roles import Action
from bot.domain.circle.times import HOMES_FIRST
from bot.domain.countries import zones
from bot.texts.buttons import more, other_country
from bot.texts.circle.times import flag
from bot.texts.message import Message, button, grid, headed
from bot.texts.reader import Reader

_PAGE = 8


def child_place_asked(reader: Reader, about: about_.ChildPlaceAsked) -> Message:
    """A country, a page at a time; then a city where it matters."""
    child = reader.circle(about.child_id).child
    if about.country:
        cities = [
            button(reader.city(zone), "child_city", child.id, about.country, place)
            for place, zone in enumerate(zones(about.country))
        ]
        # L10N: asked only where a country has several time zones.
        return Message(reader.say("Which clock is the nearest?"), grid(cities, 2))
    start = about.page * _PAGE
    shown = [
        button(f"{flag(code)} {reader.country(code)}", "child_country", child.id, code)
        for code in HOMES_FIRST[start : start + _PAGE]
    ]
    following = about.page + 1 if start + _PAGE < len(HOMES_FIRST) else 0
    rows = grid([*shown, more(reader, "child_place", child.id, following)], 2)
    if about.again:
        # L10N: to somebody who has moved to a country that stands on no button.
        return Message(reader.say("Please write the country, or a large city in it."), rows)
    # L10N: to a parent or a guardian: the child has moved; {child} is the child's call name.
    text = reader.say("Where does {child} live now?", child=child.name)
    return Message(f"{emoji.CLOCK} {text}", (*rows, (other_country(reader, "child_country_other", child.id),)))


def child_moved(reader: Reader, about: about_.ChildMoved) -> Message:
    """By which clock the child is asked about from now on."""
    circle = reader.circle(about.child_id)
    child, place = circle.child.name, reader.country(circle.child.country)
    if about.by == reader.person.id:
        # L10N: to who said that the child has moved; {place} is a country.
        text = reader.say("{child} lives here now: {place}. I ask by the clock there.", child=child, place=place)
    else:
        who = reader.named(circle, about.by)
        # L10N: to the other adults: {who} says that the child has moved; {place} is a country.
        text = reader.say("{who} says that {child} has moved: {place}.", who=who, child=child, place=place)
    if reader.may(about.child_id, Action.BE_AWAY) and reader.person.zone == circle.child.zone:
        # L10N: below that, to who lives with the child: quiet hours and all times follow the clock of the new place.
        text += "\n" + reader.say("Your own hours follow that clock, too.")
    return Message(headed(emoji.CLOCK, child, text))
