"""🏠, ☂️, and whatever else people send."""

from typing import Any

import pytest

from bot.db.tables import inbox
from bot.simulator.messages import Message
from tests.homeline import FANG, MEI, Homeline
from tests.households import english_family, read, say, since, stand_in, tap
from tests.illness_cast import newest

MISUNDERSTOOD = "I did not get that. Home shows what you can do here."


async def test_a_thumb_answers_the_one_open_question_and_can_be_taken_back(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    before = len(mei.texts)

    assert (await say(home, fang, "👍")).startswith("🙂 Thank you.")
    assert ["Lily is well" in each for each in since(mei, before)] == [True]

    await tap(home, fang, "↩️")
    assert "taken this answer back" in mei.texts[-1]


async def test_a_number_answers_by_its_place_on_the_card(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)

    await say(home, fang, "4")

    await tap(home, fang, "🗣")
    assert "😢" in mei.texts[-1]


async def test_a_thumb_with_no_open_question_or_from_a_parent_is_no_answer(home: Homeline) -> None:
    mei, fang = await english_family(home)
    assert await say(home, fang, "👍") == MISUNDERSTOOD
    await home.until(19, 30)
    before = len(fang.texts)

    assert await say(home, mei, "ok") == MISUNDERSTOOD
    assert since(fang, before) == []


@pytest.mark.parametrize(
    "what",
    [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": FANG.id, "type": "private"}}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
        {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🌷"}}},
    ],
    ids=lambda each: next(iter(each)),
)
async def test_what_telegram_itself_writes_into_a_chat_is_not_answered(home: Homeline, what: dict[str, Any]) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 30)
    before, theirs = len(fang.texts), len(mei.texts)
    chat = {"id": FANG.id, "type": "private", "first_name": "Wang Fang"}
    person = {"id": FANG.id, "is_bot": False, "first_name": "Wang Fang"}
    home.world.push_raw({"message": {"message_id": 900, "date": 1, "chat": chat, "from": person, **what}})
    await home.settle()

    assert since(fang, before) == []
    assert since(mei, theirs) == []
    assert (await say(home, fang, "👍")).startswith("🙂 Thank you.")


async def test_a_place_and_a_number_are_not_kept_anywhere(home: Homeline) -> None:
    _mei, fang = await english_family(home)

    fang.location()
    await home.settle()
    assert fang.texts[-1].startswith("I do not need places or numbers")
    fang.contact()
    await home.settle()

    kept = await read(home, lambda tx: [row.payload for row in tx.all(inbox.select().order_by(inbox.c.id))])
    assert kept[-2:] == [None, None]
    assert not any("phone_number" in (each or "") for each in kept)


async def test_a_changed_message_is_not_handled_twice(home: Homeline) -> None:
    mei = await home.newcomer(MEI)
    await tap(home, mei, "👪", "➕")
    first = mei.say("Lily")
    await home.settle()

    mei.edit(first, "Lili")
    await home.settle()

    assert mei.texts[-1] == "I keep what you sent first. You can send it once more."
    await tap(home, mei, "2018", "May", "🇨🇳", "🇦🇪")
    assert mei.sees("Lily's circle is ready")


async def test_a_sentence_by_itself_is_passed_on_once_its_author_says_so(home: Homeline) -> None:
    mei, fang = await english_family(home)
    before = len(fang.texts)
    assert await say(home, mei, "Tell Lily that I love her") == "For Lily, or for Grandma?"
    assert since(fang, before) == []
    await tap(home, mei, "✅")
    assert "Tell Lily that I love her" in fang.texts[-1]

    before = len(mei.texts)
    assert await say(home, fang, "When do you come home?") == "Send this to Mei?"
    await tap(home, fang, "❌")
    assert fang.texts[-1] == "All right. I have sent it to nobody."
    assert since(mei, before) == []


async def test_an_unknown_command_and_a_huge_text_get_a_kind_answer(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    assert await say(home, mei, "/frobnicate") == MISUNDERSTOOD
    await home.later(hours=1)
    assert await say(home, mei, "x" * 4096) == MISUNDERSTOOD
    assert await say(home, mei, "/help") == "What do you need?"


async def test_a_forwarded_text_is_no_key_of_the_keyboard(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    mei.forward("abc")
    await home.settle()

    assert mei.texts[-1] == MISUNDERSTOOD


async def test_an_album_gets_one_answer_at_most(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    before = len(mei.texts)

    mei.album(5)
    await home.settle()

    assert len(since(mei, before)) <= 1


async def test_a_stand_in_who_invites_nobody_has_no_button_for_it(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    li = await stand_in(home)
    await tap(home, li, "🏠")
    assert "🤒" in str(li.last.buttons)
    await tap(home, li, "⚙️")
    await tap(home, fang, "🏠", "⚙️")
    assert "🔗" in str(fang.last.buttons)
    assert "🔗" not in str(li.last.buttons)


async def test_home_and_help_stand_on_the_newest_card_and_leave_an_older_one_when_it_changes(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 31)
    await tap(home, fang, "🙂")
    news = newest(mei, "Lily is well")
    assert [each.text for row in news.buttons for each in row][-2:] == ["🏠 Home", "☂️ Help"]
    await tap(home, fang, "🤒", "🌡")
    alert = newest(mei, "Lily is ill")

    mei.tap("❤️", message=news)
    await home.settle()

    assert not any(each.text in {"🏠 Home", "☂️ Help"} for row in news.buttons for each in row)
    assert [each.text for row in alert.buttons for each in row][-2:] == ["🏠 Home", "☂️ Help"]


def foot_of(message: Message) -> list[str]:
    """What of the bottom row stands below a message."""
    return [each.text for row in message.buttons for each in row if each.text in {"🏠 Home", "☂️ Help"}]


async def test_home_and_help_leave_the_card_under_which_they_were_pressed_and_nothing_else_of_it(
    home: Homeline,
) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 31)
    await tap(home, fang, "🙂")
    news = newest(mei, "Lily is well")
    before, kept = news.words, [each.text for row in news.buttons[:-1] for each in row]

    mei.tap("🏠", message=news)
    await home.settle()

    assert foot_of(news) == []
    assert (news.words, [each.text for row in news.buttons for each in row]) == (before, kept)
    assert foot_of(mei.last) == ["🏠 Home", "☂️ Help"]
    menu = mei.last
    await tap(home, mei, "☂️")
    assert foot_of(menu) == []
    assert mei.last.words == "What do you need?"
    mei.tap("❤️", message=news)  # what changes it later brings nothing back
    await home.settle()
    assert foot_of(news) == []
    assert foot_of(mei.last) == ["🏠 Home", "☂️ Help"]


async def test_a_card_that_cannot_be_changed_any_more_comes_not_again(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await home.until(19, 31)
    await tap(home, fang, "🙂")
    news, before = newest(mei, "Lily is well"), len(mei.messages)
    mei.press("home", news)
    news.deleted = True
    await home.settle()

    assert len([each for each in mei.messages[before:] if "Lily is well" in each.words]) == 0
    assert mei.last.words.startswith("Here you are close to Lily.")


async def test_what_waited_over_a_night_stays_whole_when_home_is_pressed_below_it(home: Homeline) -> None:
    mei, fang = await english_family(home)
    await tap(home, mei, "🏠", "🎤")
    mei.voice()
    await home.settle()
    await home.quiet(MEI, 14 * 60, 23 * 60)
    await home.until(19, 31)
    await tap(home, fang, "🙂", "🙏 Passed on")
    await home.until(23, 1, zone="Asia/Dubai")
    night = newest(mei, "Lily is well")
    before = night.words
    assert "has had your letter" in before

    mei.tap("🏠", message=night)
    await home.settle()

    assert night.words == before
