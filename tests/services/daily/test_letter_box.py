"""What waits to be played is said once, softly; what comes once more comes at once and not twice."""

from bot.domain.daily.letter_box import UNPLAYED
from bot.queries.daily import letters
from tests.handlers.daily.letters_steps import arrived, family, with_voice
from tests.handlers.daily.test_goodnights import recorded
from tests.homeline import Homeline
from tests.households import read, since, tap

WAITS = "🎤 Lily\nYour letter waits until Grandma plays it to Lily."


async def test_two_days_after_it_came_its_author_hears_once_and_without_a_sound_that_it_waits(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    await home.later(minutes=2)
    assert mei.sees("Grandma has it.")
    theirs = len(fang.texts)
    await home.later(hours=46)
    assert not mei.sees(WAITS)

    await with_voice(home, mei)  # another one, which waits as well
    for _ in range(8):
        await home.later(hours=12)

    assert mei.texts.count(WAITS) == 1
    found = await read(home, lambda tx: letters.get(tx, 1))
    assert found is not None
    assert found.told == UNPLAYED
    assert not [each for each in since(fang, theirs) if "wait" in each]
    (said,) = [each for each in mei.messages if each.words == WAITS]
    assert said.silent


async def test_nothing_is_said_of_a_letter_that_was_played_answered_or_taken_back_or_goes_to_grandma(
    home: Homeline,
) -> None:
    mei, fang = await family(home)
    for what in ("🙏 Passed on", "🎤 Answer"):
        await with_voice(home, mei)
        await tap(home, fang, what)
        fang.voice()
        await home.settle()
    await with_voice(home, mei)
    await tap(home, mei, "↩️")
    await tap(home, mei, "🏠")
    mei.say("Dear mother, thank you for all")
    await home.settle()
    await tap(home, mei, "🏡")

    for _ in range(8):
        await home.later(hours=12)

    assert not mei.sees("Your letter waits")


async def test_what_waits_for_its_hour_comes_at_once_when_home_asks_for_it_and_not_again_later(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(14)
    fang.press("letter_hour_set:1:bed", fang.last)
    await home.settle()
    await with_voice(home, mei)
    assert arrived(fang) == []

    await tap(home, fang, "🏠", "🧒", "🙏 Letters to play")
    assert len(arrived(fang)) == 1
    await home.until(21)
    assert len(arrived(fang)) == 1


async def test_a_goodnight_comes_at_bedtime_whatever_hour_was_chosen_for_letters(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.until(15)
    fang.press("letter_hour_set:1:homework", fang.last)
    await home.settle()
    await recorded(home, mei, 8)
    await home.until(20, 25)
    assert arrived(fang) == []

    await home.until(20, 35)

    assert len(arrived(fang)) == 1
