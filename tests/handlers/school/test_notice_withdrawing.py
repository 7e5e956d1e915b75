"""↩️ A notice that went out is taken back: its words go, nobody is reminded, and what has not arrived never does."""

from datetime import timedelta

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import FANG, IVAN, MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER, data_of
from tests.handlers.school.talks_steps import separate_father
from tests.homeline import Homeline
from tests.households import say, tap

BACK = "📣 Class 3B, Zhao Lan\n↩️ Zhao Lan has taken this notice back. There is nothing to do."


async def test_the_words_go_from_every_phone_and_say_who_took_them_back(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP)
    old, card = data_of(mei, "🙏"), mei.last
    await tap(home, fang, "🙏")
    sounds = [sum(not each.silent for each in phone.messages) for phone in (mei, fang)]
    await tap(home, zhao, "↩️ Take it back")
    assert zhao.texts[-1].startswith("↩️ Take this notice to class 3B back?")
    assert news(fang)[-1] != BACK  # it asks first
    await tap(home, zhao, "✅")

    assert news(mei) == news(fang) == [BACK]
    assert not mei.sees("coat")
    assert not fang.sees("coat")
    assert not any(each.text.startswith(("🙏", "🙋")) for phone in (mei, fang) for _, each in phone.buttons())
    assert [sum(not each.silent for each in phone.messages) for phone in (mei, fang)] == sounds
    assert zhao.texts[-1].startswith("↩️ The notice to class 3B is taken back. Families see that.")
    mei.press(old, card)
    await home.settle()
    assert mei.toast == OVER
    zhao.press("notice_remind:1", zhao.last)
    await home.settle()
    assert zhao.toast == OVER
    assert news(mei) == news(fang) == [BACK]


async def test_no_leaves_it_as_it_is(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.notice(TRIP)
    await tap(home, zhao, "↩️ Take it back", "❌")
    assert "0 of 1 household" in zhao.texts[-1]
    assert "coat" in news(mei)[0]


async def test_who_has_not_received_it_never_does_and_reads_nothing_of_it(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    def rest(tx: Tx) -> None:
        asleep, lost = people.by_telegram(tx, MEI.id), people.by_telegram(tx, FANG.id)
        assert asleep is not None
        assert lost is not None
        people.change(tx, asleep.id, quiet_from=0, quiet_until=23 * 60)
        people.change(tx, lost.id, unreachable_since=tx.now)

    await home.app.store.run(rest)
    await home.notice(TRIP)
    await tap(home, zhao, "↩️ Take it back", "✅")
    fang.say("I am back")
    await home.later(hours=30)

    for phone in (mei, fang):
        assert not news(phone)
        assert not phone.sees("taken this notice back")


async def test_a_reminder_and_a_correction_that_were_read_say_so_too(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice("We swim in the pool", level="✍")
    await tap(home, fang, "✍️")
    await tap(home, zhao, "✏️")
    await say(home, zhao, "We swim in the river")
    await tap(home, zhao, "👁", "🔔")
    assert len(news(fang)) == 3
    await tap(home, zhao, "↩️ Take it back", "✅")

    for phone in (mei, fang):
        assert not phone.sees("river")
        assert not phone.sees("pool")
        assert set(news(phone)) == {BACK}


async def test_pictures_albums_and_long_texts_go_as_long_as_telegram_lets_them(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    before = len(fang.messages)
    await home.notice("word " * 1500, album=3)
    assert len(fang.messages) > before + 4
    zhao.photo("One picture alone")
    await home.settle()
    await tap(home, zhao, "📣 Send")
    await tap(home, zhao, "↩️ Take it back", "✅")
    zhao.press("notice_back_now:1", zhao.last)
    await home.settle()

    left = fang.messages[before:]
    assert not [each for each in left if each.kind == "photo"]
    assert not [each for each in left if "word" in each.words or "alone" in each.words]
    assert [each.words for each in left].count(BACK) == 2


async def test_a_picture_that_is_too_old_stays_and_its_words_go(home: Homeline, zhao: Phone, fang: Phone) -> None:
    zhao.photo("The wrong class")
    await home.settle()
    await tap(home, zhao, "📣 Send")
    card = zhao.last
    home.clock.push(timedelta(days=3))
    await home.settle()
    zhao.press("notice_back_now:1", card)
    await home.settle()

    assert not fang.sees("wrong class")
    assert [each.words for each in fang.messages if each.kind == "photo"] == [BACK]
    assert "Pictures and files older than two days stay on their phones." in "".join(zhao.texts)


async def test_its_words_can_be_used_again_and_are_a_notice_of_its_own(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP, errand=True)
    await tap(home, fang, "🙋")
    await tap(home, zhao, "↩️ Take it back", "✅", "✏️ Write anew")
    assert zhao.texts[-1] == f"{TRIP}\n\nTo class 3B?"
    assert news(fang) == [BACK]
    await tap(home, zhao, "📣 Send")

    assert news(fang) == [BACK, f"📣 Class 3B, Zhao Lan\n{TRIP}"]
    assert labels(fang) == ["🙏 Seen", "🙋 I do it"]  # what was said to the first one does not count for it
    await tap(home, zhao, "👁")
    assert "0 of 1 household" in zhao.texts[-1]


async def test_nobody_else_takes_it_back(home: Homeline, zhao: Phone, mei: Phone) -> None:
    ivan = await home.school(IVAN, "Another school")
    await home.notice(TRIP)
    for phone in (ivan, mei):
        for verb in ("notice_back", "notice_back_now", "notice_again"):
            phone.press(f"{verb}:1", phone.last)
            await home.settle()
            assert phone.toast == OVER
    assert "coat" in news(mei)[0]
    assert not ivan.sees("3B")


async def test_taken_back_twice_it_says_the_same(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await home.notice(TRIP)
    old, card = data_of(zhao, "👁"), zhao.last
    await tap(home, zhao, "↩️ Take it back")
    data = data_of(zhao, "✅")
    for _ in range(5):
        zhao.press(data, card)
    await home.settle()
    assert news(fang) == [BACK]
    zhao.press(old, card)
    await home.settle()
    assert zhao.texts[-1].startswith("↩️ The notice to class 3B is taken back.")


async def test_of_the_wrong_class_it_is_taken_back_and_written_anew_to_the_right_one(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await tap(home, zhao, "🏠")
    link = await home.class_room(name="4A")
    await tap(home, mei, "🏠", "⚙️", "➕")
    await say(home, mei, "Ben")
    await tap(home, mei, "2016", "May", "🇨🇳")
    mei.open(link)
    await home.settle()
    await tap(home, mei, "Ben", "✅")
    await tap(home, zhao, "✅")
    await say(home, zhao, TRIP)
    await tap(home, zhao, "📣 3B", "↩️ Take it back", "✅", "✏️ Write anew", "✏️ More", "🎓 Which classes")
    await tap(home, zhao, "✅ 3B", "🎓 4A", "📣 Send")

    assert news(mei) == news(fang) == [BACK]
    assert [each.splitlines()[:2] for each in mei.texts if "Class 4A" in each and TRIP in each] == [
        ["📣 Class 4A, Zhao Lan", TRIP]
    ]
    assert not fang.sees("coat")  # Ben does not live with her


async def test_where_nothing_is_shared_now_the_words_go_from_a_far_phone_too_and_nothing_new_comes(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice(TRIP)
    await tap(home, fang, "🙏")
    await tap(home, fang, "🏠", "⚙️", "👥", "❄️", "✅")
    before = len(mei.texts)
    await tap(home, zhao, "↩️ Take it back", "✅")

    assert news(mei) == news(fang) == [BACK]
    assert len(mei.texts) == before
    await tap(home, fang, "▶️ Share again")
    assert news(mei) == [BACK]


async def test_on_separate_lines_each_parent_reads_it_was_taken_back_and_nothing_of_the_other(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    jun = await separate_father(home)
    await home.notice(TRIP)
    await tap(home, jun, "🙏")
    assert news(mei)[-1].splitlines()[3] == "🙏 A parent has seen it."
    await tap(home, zhao, "↩️ Take it back", "✅")

    assert news(mei) == news(jun) == news(fang) == [BACK]
