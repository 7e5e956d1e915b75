"""What a phone lets in only later, and who is told of it how soon."""

from bot.domain.daily.voices import TRY_AGAIN
from tests.handlers.daily.letters_steps import arrived, with_voice
from tests.homeline import MEI, Homeline
from tests.households import english_family, tap


async def test_of_an_illness_home_hears_at_once_that_a_voice_was_not_heard(home: Homeline) -> None:
    mei, fang = await english_family(home)
    mei.let_voices_in(everybodys=False)
    await home.quiet(MEI, 0, 23 * 60)
    await tap(home, fang, "🤒", "🌡", "➕ Add something")
    await home.do(fang.voice())

    assert fang.sees("Mei's phone lets no voices in now. Yours waits.")
    mei.let_voices_in(everybodys=True)
    home.clock.push(TRY_AGAIN)
    await home.settle()
    assert len(arrived(mei)) == 1


async def test_a_guardian_who_lets_none_in_reads_how_and_the_parent_that_it_waits(home: Homeline) -> None:
    mei, fang = await english_family(home)
    fang.let_voices_in(everybodys=False)
    await with_voice(home, mei)

    assert fang.sees("A voice waits for you.")
    assert mei.sees("Grandma's phone lets no voices in now. Yours waits.")
    assert not mei.sees("could not be delivered")
