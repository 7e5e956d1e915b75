"""Whom a notice reaches where somebody is several things at once, and what two people do at the same moment."""

from itertools import pairwise
from pathlib import Path

from bot.simulator.cast import FANG, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.handlers.school.staff_steps import LEAD, STRANGER, code, leads_phone, list_of  # noqa: F401 - fixture
from tests.homeline import Homeline, link_in
from tests.households import say, tap


async def test_eleven_pictures_are_two_messages_and_the_card_stands_below(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = [len(phone.messages) for phone in (mei, fang)]
    zhao.album(10, "The whole day")
    zhao.album(2)
    await home.settle()
    await tap(home, zhao, "📣 Send")

    for phone, count in zip((mei, fang), before, strict=True):
        came = phone.messages[count:]
        assert [each.kind for each in came] == [*["photo"] * 12, "text"]
        albums = [each.extra.get("media_group_id") for each in came[:-1]]
        assert [albums.count(each) for each in dict.fromkeys(albums)] == [10, 2]
        assert None not in albums
        assert "The whole day" in came[-1].words
        assert came[-1].buttons


async def test_a_teacher_whose_child_is_in_the_class_reads_the_familys_version_once(
    home: Homeline, zhao: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🏠", "⚙️", "➕ Child")
    await say(home, zhao, "Bo")
    await tap(home, zhao, "2018", "May", "🇨🇳", "🏠", "🎓 3B", "🔗")
    zhao.open(link_in(zhao))
    await home.settle()
    await tap(home, zhao, "✅", "✅")
    await home.notice(TRIP)

    assert news(zhao) == [f"📣 Class 3B, Zhao Lan\n{TRIP}\n\nYou can ask Bo about it on your next call."]
    card = next(each for each in zhao.messages if each.words == news(zhao)[0])
    assert card.buttons[0][0].text == "🙏 Seen"
    assert sum("Sent to 2 households of class 3B." in each for each in zhao.texts) == 1
    zhao.press(data_of(zhao, "🙏", card), card)
    await home.settle()
    assert "🙏 You have seen it." in news(zhao)[-1]
    await tap(home, zhao, "👁")
    assert zhao.sees("1 of 2 households; 1 to go.\nStill open: Lily.")
    assert len(news(zhao)) == 1
    assert len(news(fang)) == 1


async def test_a_parent_in_two_classes_of_two_schools_reads_each_schools_own(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    ivan = await home.school(STRANGER, "Music school")
    await home.pupil(await home.class_room(STRANGER, "3B"), MEI, STRANGER)
    await home.notice(TRIP)
    await home.notice("Bring the flute", teacher=STRANGER)

    for phone in (mei, fang):
        came = [each.splitlines()[:2] for each in phone.texts if each.startswith("📣 Class 3B")]
        assert came == [["📣 Class 3B, Zhao Lan", TRIP], ["📣 Class 3B, Ivan Petrov", "Bring the flute"]]
    await tap(home, fang, "🙏")
    await tap(home, zhao, "👁")
    assert "0 of 1 household" in zhao.texts[-1]
    await tap(home, ivan, "👁")
    assert "1 household: all are in." in ivan.texts[-1]
    assert not ivan.sees("coat")
    assert not zhao.sees("flute")


async def test_two_teachers_of_a_class_send_the_same_at_once_and_each_notice_stays_its_own(
    home: Homeline, lead: Phone
) -> None:
    zhao, mei, fang = (home.phone(each) for each in (ZHAO, MEI, FANG))
    ivan = await home.newcomer(STRANGER, await code(home))
    await tap(home, lead, "✅")
    await list_of(home, lead)
    await tap(home, lead, "🎓 3B", "➕ Second teacher", "🎓 Ivan Petrov")
    for each in (zhao, ivan):
        each.say(f"📣 {TRIP}")
    await home.settle()
    sends = [(each, data_of(each, "📣 Send"), each.last) for each in (zhao, ivan)]
    for phone, data, card in sends * 2:
        phone.press(data, card)
    await home.settle()

    for phone in (mei, fang):
        assert sum(TRIP in each for each in phone.texts) == 2
    await tap(home, fang, "🙏")
    ivan.press(sends[0][1], sends[1][2])
    await home.settle()
    assert ivan.toast == OVER
    await tap(home, zhao, "👁")
    await tap(home, ivan, "👁")
    counts = [next(each for each in reversed(phone.texts) if each.startswith("👁")) for phone in (zhao, ivan)]
    assert sorted(each.splitlines()[0] for each in counts) == [
        "👁 0 of 1 household; 1 to go.",
        "👁 1 household: all are in.",
    ]
    await tap(home, ivan, "↩️ Take it back", "✅")
    assert sum(TRIP in each for each in mei.texts) == 1


async def test_a_child_that_was_added_twice_is_named_to_the_teacher_and_its_mother_reads_one_message(
    home: Homeline, zhao: Phone, mei: Phone
) -> None:
    await tap(home, mei, "🏠", "⚙️", "➕")
    await say(home, mei, "Lily")
    await tap(home, mei, "2018", "May", "🇨🇳")
    await tap(home, zhao, "🏠", "🎓 3B", "🔗")
    mei.open(link_in(zhao))
    await home.settle()
    await tap(home, mei, "✅")
    assert zhao.sees("Another Lily is in it already. This one is then Lily 2.")
    await tap(home, zhao, "✅")
    await home.notice(TRIP)

    assert len(news(mei)) == 1
    await tap(home, mei, "🙏")
    await tap(home, zhao, "👁")
    assert "2 households: all are in." in zhao.texts[-1]


async def test_a_film_that_is_too_large_to_be_read_is_sent_on_as_it_is(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone, tmp_path: Path
) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(60_000_000)
    zhao.document("film.mp4", film)
    await home.settle()
    await tap(home, zhao, "📣 Send")

    for phone in (mei, fang):
        assert [each.kind for each in phone.messages[-1:]] == ["document"]
        assert labels(phone) == ["🙏 Seen"]
    assert "Sent to 1 household of class 3B." in zhao.texts[-1]
    assert not zhao.sees("did not take")


async def test_what_it_means_far_away_is_not_said_in_the_same_words_each_time(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.until(15, day=1)
    said = []
    for _ in range(5):
        await home.notice(TRIP, level="📄")
        said.append(mei.texts[-1].splitlines()[-1])

    assert len(set(said)) == 4
    assert all("Lily" in each for each in said)
    assert all(before != after for before, after in pairwise(said))
    assert said[0] not in fang.texts[-1]


async def test_that_some_sleep_is_said_only_while_it_waits_for_them(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.until(8, day=1)  # four in the morning in Dubai
    await home.notice(TRIP)
    sent, asleep = zhao.last, "Whoever sleeps now reads it afterwards."
    assert asleep in sent.words
    await home.until(15)
    assert news(mei)

    await home.until(8, day=1)
    zhao.tap("🏠", message=sent)  # it is said anew without its foot, while Dubai sleeps again
    await home.settle()
    assert sent.edited
    assert asleep not in sent.words
