"""A file that could hold a program travels to nobody, wherever somebody sends it."""

from collections.abc import Iterator

from bot.simulator.phone import Phone
from tests.homeline import MEI, Homeline
from tests.households import english_family, tap

STAYS = "This file stays here: it could hold a program.\nA picture, a PDF, a Word or an Excel file works."
APP = "application/vnd.android.package-archive"


def files_on(*phones: Phone) -> list[str]:
    return [name for phone in phones for name in _names(phone)]


def _names(phone: Phone) -> Iterator[str]:
    for each in phone.messages:
        if each.from_bot and "document" in each.content:
            yield each.content["document"]["file_name"]


async def test_an_app_is_no_notice_and_a_page_is(home: Homeline) -> None:
    await home.family()
    zhao = await home.school()
    await home.pupil(await home.class_room())
    await tap(home, zhao, "📣")

    for name, kind in (("trip.pdf.apk", "application/pdf"), ("trip.pdf", APP), ("trip.zip", "application/zip")):
        zhao.document(name, mime=kind, caption="Please install this")
        await home.settle()
        assert zhao.texts[-1] == STAYS
    assert "📄" not in str(zhao.last.buttons)

    zhao.document("trip.pdf", mime="application/pdf", caption="The trip")
    await home.settle()
    await tap(home, zhao, "✏️ More", "📄", "📣 Send")
    assert set(files_on(home.phone(MEI))) == {"trip.pdf"}
    assert not home.phone(MEI).sees("install")


async def test_an_app_is_no_part_of_a_letter_an_illness_or_a_word_of_the_school(home: Homeline) -> None:
    mei, fang = await english_family(home)
    zhao = await home.school()
    await home.pupil(await home.class_room())

    await tap(home, mei, "🏠", "🎤")
    await sends(home, mei)
    await tap(home, fang, "🏠", "🤒", "🌡")
    await sends(home, fang)
    await tap(home, zhao, "🧒 One child", "Lily", "🌟")
    await sends(home, zhao)
    fang.audio("song.apk", mime="audio/mpeg")
    await home.settle()

    assert fang.texts[-1] == STAYS
    assert files_on(mei, fang, zhao) == ["class.pdf"]
    assert not [each for each in (mei, fang, zhao) for text in each.texts if "look here" in text]


async def sends(home: Homeline, phone: Phone) -> None:
    phone.document("look.apk", mime=APP, caption="look here")
    await home.settle()
    assert phone.texts[-1] == STAYS
