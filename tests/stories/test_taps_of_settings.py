"""Whatever a person sets is two taps from 🏠, and done with a third (family.md, section 10)."""

import pytest

from bot.simulator.cast import FANG, MEI, ZHAO, PersonSpec
from tests.homeline import Homeline
from tests.stories.test_taps import Counted, lived_in

ALL = (MEI, FANG, ZHAO)

SETTINGS = [
    ("language", ALL, ("⚙️", "🌐", "English"), 3, "I write in English from now on"),
    ("erase", ALL, ("⚙️", "🗑", "✅"), 3, "Nothing about you is kept"),
    ("pause everything", ALL, ("⚙️", "⏸ Pause for me", "Until tomorrow"), 3, "only what is urgent comes"),
    ("a parent pauses the questions", (MEI,), ("⚙️", "⏸ Pause Lily", "One week"), 3, "I ask about Lily again from"),
    ("home pauses the questions", (FANG,), ("⚙️", "⏸ Pause Lily", "One week"), 3, "I ask about Lily again from"),
    ("away", (FANG,), ("⚙️", "🧳", "Three days"), 3, "There is nobody to step in for Lily yet"),
    ("a parent freezes", (MEI,), ("⚙️", "❄️", "✅"), 3, "Nothing new about Lily is shared for now"),
    ("home freezes", (FANG,), ("⚙️", "❄️", "✅"), 3, "Nothing new about Lily is shared for now"),
    ("take my data", ALL, ("⚙️", "📦"), 2, ""),
    ("clock", ALL, ("⚙️", "🕰"), 2, "Where are you now?"),
    ("quiet hours", (MEI, FANG), ("⚙️", "⏰ Quiet hours"), 2, "When do you sleep?"),
    ("nights at work", (MEI,), ("⚙️", "⏰ I work nights"), 2, "Which nights do you work?"),
    ("office hours", (ZHAO,), ("⚙️", "🎓 Office hours", "🎓 08:00"), 3, "Office hours: 08:00–17:00."),
    ("shifts", (MEI,), ("⚙️", "⏰ My shifts"), 2, "Choose what you mostly work"),
    ("rhythm", (MEI, FANG), ("⚙️", "⏰ Lily"), 2, "When shall I ask at home how Lily is?"),
    ("people", (MEI, FANG), ("⚙️", "👥"), 2, "Lily's circle:"),
    ("one child more", ALL, ("⚙️", "➕"), 2, "What do you call the child at home?"),
    ("urgent only", ALL, ("⚙️", "⏸ Urgent only"), 2, "Only what is urgent comes now."),
    ("what I allow", ALL, ("⚙️", "✅ What I allow"), 2, "You agreed to this."),
    ("away until any day", (FANG,), ("⚙️", "🧳", "🧳 Pick a day", "Sun 29"), 4, "There is nobody to step in"),
    ("leave", (MEI, FANG), ("⚙️", "👋"), 2, "Leave Lily's circle?"),
    ("a teacher leaves", (ZHAO,), ("⚙️", "👋"), 2, "Leave Village school?"),
]


@pytest.mark.parametrize(("_name", "people", "way", "most", "seen"), SETTINGS, ids=[each[0] for each in SETTINGS])
async def test_whatever_is_set_is_a_few_taps_from_home_in_each_role(
    home: Homeline, _name: str, people: tuple[PersonSpec, ...], way: tuple[str, ...], most: int, seen: str
) -> None:
    await lived_in(home)
    for person in people:
        someone = Counted(home, person)
        await someone.tap("🏠")
        first = someone.phone.last
        assert any(way[0] in each.text for row in first.buttons for each in row)  # on the card itself, not further up
        someone.taps = 0
        await someone.tap(*way)

        assert someone.taps <= most
        assert someone.phone.sees(seen)


async def test_with_several_children_sharing_stops_as_fast(home: Homeline) -> None:
    await lived_in(home)
    mei = Counted(home, MEI)
    await mei.tap("🏠", "⚙️", "➕")
    mei.phone.say("Bo")
    await home.settle()
    await mei.tap("2020", "May", "🇨🇳", "🏠")
    mei.taps = 0
    await mei.tap("⚙️", "❄️ Stop sharing · Bo", "✅")

    assert mei.taps == 3
    assert mei.phone.sees("Nothing new about Bo is shared for now")
    assert not home.phone(FANG).sees("Nothing new about")
