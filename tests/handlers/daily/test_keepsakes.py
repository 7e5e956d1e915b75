"""🎁 A year to keep: from the child's page, in files that open without a network; only what its reader has seen."""

import pytest

from bot.keepsakes import maker
from bot.simulator.files import DOT, tone
from tests.handlers.daily.keepsakes_steps import HERE, ask, file_of, files, left, page_of, photo
from tests.handlers.daily.letters_steps import arrived, dad, family, with_voice
from tests.homeline import Homeline
from tests.households import stand_in, tap

OFFERED = (
    "🎁 Lily\nA year in one file: pictures, voices and words. It opens without the network.\n"
    "It takes mobile data; Wi-Fi is better."
)


async def test_a_parent_has_a_year_of_pictures_voices_and_words_in_one_file(home: Homeline) -> None:
    mei, fang = await family(home)
    await photo(home, fang, "She drew <us> & the cat")
    await with_voice(home, mei)
    await tap(home, fang, "🎤 Answer")
    answer = fang.voice(data=tone(2))
    await home.later(minutes=12)

    await tap(home, mei, "🏠", "🧒", "🎁")
    assert mei.last.words == OFFERED
    assert next(each.text for row in mei.last.buttons for each in row) == "🎁 Lily at 8 · 1 MB"
    assert not arrived(mei, "document")  # nothing comes before the reader knows what it takes

    await tap(home, mei, "🎁 Lily at 8")
    packed = files(home, mei)[0]
    assert sorted(packed) == [
        "files/2026-11-23-001.jpg",
        "files/2026-11-23-002.ogg",
        "files/2026-11-23-003.ogg",
        "index.html",
    ]
    assert packed["files/2026-11-23-001.jpg"] == DOT
    assert packed["files/2026-11-23-003.ogg"] == home.world.files.get(file_of(answer)).data  # type: ignore[union-attr] # it is there
    page = page_of(packed)
    assert '<html lang="en">' in page
    assert "<h1>🎁 Lily at 8</h1><h2>November 2026</h2>" in page
    assert "She drew &lt;us&gt; &amp; the cat" in page
    assert "<us>" not in page
    assert "Mei for Lily" in page
    assert "<script" not in page
    assert "http" not in page
    assert mei.sees(HERE)
    assert arrived(mei, "document")[0].words == (
        "🎁 Lily\nLily at 8. Unpack it, and open index.html in it.\nKeep it where only the family looks."
    )


async def test_who_looks_after_the_child_has_it_too_and_nobody_else(home: Homeline) -> None:
    mei, fang = await family(home)
    step_in = await stand_in(home)
    await with_voice(home, mei)

    await ask(home, fang)
    assert list(files(home, fang)[0]) == ["files/2026-11-23-001.ogg", "index.html"]
    await tap(home, step_in, "🏠", "🧒")
    assert "🎁" not in str(step_in.last.buttons)
    for press in ("keepsake:1", "keepsake_make:1:8"):
        step_in.press(press, step_in.last)
        await home.settle()
    assert not arrived(step_in, "document")


async def test_where_nothing_was_sent_it_says_what_will_be_there(home: Homeline) -> None:
    mei, _fang = await family(home)
    await tap(home, mei, "🏠", "🧒", "🎁")
    assert mei.last.words == "🎁 Lily\nNothing to keep yet. Pictures, voices and letters of Lily gather here."
    assert "keepsake_make" not in str(mei.last.buttons)


async def test_on_separate_lines_nothing_of_the_other_parent_is_in_it(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)
    await with_voice(home, mei)
    await tap(home, fang, "🎤 Answer")
    fang.voice()  # for Mei alone
    await home.later(minutes=12)
    await photo(home, fang)

    await ask(home, jun)
    packed = files(home, jun)[0]
    assert sorted(packed) == ["files/2026-11-23-001.jpg", "index.html"]
    assert "Mei" not in page_of(packed)


async def test_asked_for_twice_it_is_made_once(home: Homeline) -> None:
    mei, fang = await family(home)
    await photo(home, fang)
    await tap(home, mei, "🏠", "🧒", "🎁")
    offer = mei.last

    mei.tap("🎁 Lily at 8", message=offer)
    mei.tap("🎁 Lily at 8", message=offer)
    await home.settle()
    mei.tap("🎁 Lily at 8", message=offer)
    await home.settle()

    assert len(arrived(mei, "document")) == 1
    assert mei.last.words == HERE
    await home.later(days=3)  # it may have got lost on the phone
    mei.tap("🎁 Lily at 8", message=offer)
    await home.settle()
    assert len(arrived(mei, "document")) == 2


async def test_a_year_that_one_file_cannot_hold_comes_in_several(
    home: Homeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker, "MOST", 25_000)
    mei, fang = await family(home)
    for each in range(3):
        await photo(home, fang, f"picture {each}", bytes([each]) * 10_000)

    await ask(home, mei)
    first, second = files(home, mei)
    assert [sum(name.startswith("files/") for name in each) for each in (first, second)] == [2, 1]
    assert "picture 1" in page_of(first)
    assert "picture 1" not in page_of(second)
    assert "<h1>🎁 Lily at 8, part 2</h1>" in page_of(second)
    names = [each.content["document"]["file_name"] for each in arrived(mei, "document")]
    assert names == ["keepsake-2026-1.zip", "keepsake-2026-2.zip"]
    assert not left(home)
