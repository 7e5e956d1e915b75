"""A parent whose Telegram lets no voices in: both sides know, nothing is lost, nothing has to be sent once more."""

from bot.simulator.phone import Phone
from tests.handlers.daily.letters_steps import arrived, family
from tests.homeline import Homeline
from tests.households import since, tap

WAITS = "A voice waits for you. Your Telegram settings do not let it in."
KEPT = "🎤 Lily\nMei's phone lets no voices in now. Yours waits. Please write a few words, or call."


async def spoken(home: Homeline, phone: Phone, *, round_film: bool = False) -> None:
    await tap(home, phone, "🎤")
    await home.do(phone.video_note() if round_film else phone.voice())


async def test_both_know_once_and_after_a_tap_everything_arrives(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.let_voices_in(everybodys=False)
    await spoken(home, fang)
    await spoken(home, fang, round_film=True)
    await home.later(minutes=2)

    assert sum(WAITS in each for each in mei.texts) == 1
    assert mei.sees("Privacy and Security, Voice Messages")
    assert fang.texts.count(KEPT) == 1
    assert fang.sees("Mei's phone lets no voices in now. Your letter waits there.")
    assert not fang.sees("once more")
    assert not mei.sees("cannot be reached")
    assert arrived(mei) == []

    await home.do(fang.say("🎤"), fang.say("She ate well"))
    assert mei.sees("She ate well")  # words go on

    await tap(home, mei, "✅ Allowed now")  # it is not true yet
    assert sum(WAITS in each for each in mei.texts) == 1
    mei.let_voices_in(everybodys=True)
    await tap(home, mei, "✅ Allowed now")
    assert [len(arrived(mei, kind)) for kind in ("voice", "video_note")] == [1, 1]
    await home.later(minutes=16)
    assert fang.sees("Mei has it.")
    assert not fang.sees("Your letter waits there.")


async def test_without_a_tap_it_is_tried_again_and_only_once_it_arrives(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.let_voices_in(everybodys=False)
    await spoken(home, fang)
    before = len(mei.texts), len(fang.texts)
    for _ in range(3):
        await home.later(hours=1)
    assert [each for each in since(mei, before[0]) if WAITS in each] == []
    assert [each for each in since(fang, before[1]) if each == KEPT] == []

    mei.let_voices_in(everybodys=True)
    for _ in range(3):
        await home.later(hours=1)
    assert len(arrived(mei)) == 1
