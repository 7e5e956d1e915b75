"""Whoever is at home gets a letter; where nobody is, it waits and its author knows."""

from dataclasses import replace

from sqlalchemy import update

from bot.db.tables import member
from bot.simulator.cast import LI
from tests.handlers.daily.letters_steps import GRANDMA, arrived, family, with_voice
from tests.homeline import MEI, Homeline, link_in

NEIGHBOUR = replace(LI, language_code="en")


async def test_a_letter_waits_for_somebody_to_join(home: Homeline) -> None:
    link = await home.child()
    mei = home.phone(MEI)
    await with_voice(home, mei)
    assert mei.sees("Nobody is there to receive it yet. Your letter waits here until somebody has joined.")

    fang = await home.joined(GRANDMA, link, "👵")
    await home.later(minutes=20)

    assert len(arrived(fang)) == 1
    await home.later(hours=1)
    assert len(arrived(fang)) == 1


async def test_an_unreachable_guardian_is_not_silence(home: Homeline) -> None:
    mei, fang = await family(home)
    fang.block()
    await home.settle()

    await with_voice(home, mei)
    assert mei.texts[-1] == ("🎤 It waits for Grandma, who cannot be reached now.")
    await home.later(hours=2)
    assert not arrived(fang)

    fang.unblock()
    await home.settle()
    await home.later(hours=1)
    assert len(arrived(fang)) == 1
    assert mei.sees("Grandma has it.")


async def test_a_stand_in_plays_letters_while_grandma_is_away(home: Homeline) -> None:
    mei, fang = await family(home)
    for step in ("🏠", "⚙️", "🔗", "🧑 A stand-in"):
        mei.tap(step)
        await home.settle()
    li = await home.joined(NEIGHBOUR, link_in(mei), "🧑 Someone else")
    until = home.clock.now().replace(year=2027)
    guardian = member.c.role == "guardian"
    await home.app.store.run(lambda tx: tx.change(update(member).where(guardian).values(away_until=until)))

    await with_voice(home, mei)

    assert len(arrived(li)) == 1
    assert not arrived(fang)
