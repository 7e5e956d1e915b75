"""Where words go: a reply about one of two children asks which; too many are kept back with a word."""

from bot.domain.limits import TALKS_A_DAY
from bot.queries.school import school_talks as rows
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import labels
from tests.handlers.school.talks_steps import SHOES, write
from tests.homeline import Homeline, link_in
from tests.households import read, say, since, tap


async def test_a_reply_about_two_children_asks_which_and_keeps_every_part(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, mei, "🏠", "⚙️", "➕")
    await say(home, mei, "Ben")
    await tap(home, mei, "2019", "May", "🇨🇳")
    await tap(home, zhao, "🏠", "🎓 3B", "🔗")
    mei.open(link_in(zhao))
    await home.settle()
    await tap(home, mei, "✅")
    await tap(home, zhao, "✅")
    await home.until(14, day=1)
    await home.notice(TRIP)
    card, teacher = mei.last, len(zhao.texts)
    assert {"🎓 Lily", "🎓 Ben"} <= set(labels(card))
    mei.say("He has no coat.", to=card)
    await home.settle()
    await say(home, mei, "And no boots.")
    assert since(zhao, teacher) == []
    assert mei.sees("Which child is it about?")
    await tap(home, mei, "✉️ Ben")
    assert since(zhao, teacher) == ["✉️ Ben, from Mei\nHe has no coat.", "✉️ Ben, from Mei\nAnd no boots."]


async def test_very_many_words_are_kept_back_with_a_word(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.until(14, day=1)
    await write(home, mei, SHOES)
    body = {"kind": "text", "text": "more"}
    await read(home, lambda tx: [rows.add(tx, 1, 1, body, from_school=False) for _ in range(TALKS_A_DAY)] and None)
    teacher = len(zhao.texts)
    assert (await write(home, mei, "And no apron.")).startswith("That is a lot for one day.")
    assert since(zhao, teacher) == []
