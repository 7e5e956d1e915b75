"""Letters: from far away to the child, from home to the parents, and nothing in silence."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select, update

from bot.simulator.cast import IVAN, JUN, LI
from bot.simulator.files import DOT
from bot.simulator.messages import Message
from bot.simulator.phone import Phone
from bot.storage.tables import child, letter, member, outbox, person
from bot.storage.transaction import Tx
from tests.homeline import FANG, MEI, Homeline, link_in

GRANDMA = replace(FANG, language_code="en")
DAD = replace(JUN, language_code="en")
NEIGHBOUR = replace(LI, language_code="en")


async def family(home: Homeline, *, voice: str = "✅") -> tuple[Phone, Phone]:
    """Mei and Grandma, both in English."""
    link = await home.child()
    fang = await home.joined(GRANDMA, link, "👵", voice=voice)
    return home.phone(MEI), fang


async def dad(home: Homeline, *, separate: bool = False) -> Phone:
    """Jun, the other parent, perhaps on a line of his own."""
    mei = home.phone(MEI)
    for step in ("🏠", "🔗", "👪"):
        mei.tap(step)
        await home.settle()
    jun = await home.joined(DAD, link_in(mei), "🧑 Dad")
    if separate:
        await home.app.store.run(lambda tx: tx.change(update(child).values(separate_lines=True)))
    return jun


async def with_voice(home: Homeline, phone: Phone) -> Message:
    """A parent sends the child a voice letter."""
    phone.tap("🏠")
    await home.settle()
    phone.tap("🎤")
    await home.settle()
    sent = phone.voice()
    await home.settle()
    return sent


def arrived(phone: Phone, kind: str = "voice") -> list[Message]:
    """What the bot has brought of this kind."""
    return [each for each in phone.messages if each.from_bot and each.kind == kind]


def data_of(message: Message, emoji: str) -> str:
    """What the button with this emoji carries."""
    return next(each.data or "" for row in message.buttons for each in row if each.text.startswith(emoji))


async def test_a_voice_reaches_the_child_by_way_of_home(home: Homeline) -> None:
    mei, fang = await family(home)

    sent = await with_voice(home, mei)

    assert mei.sees("Hold the microphone and speak. Lily hears it at home.")
    assert mei.sees("On its way to Lily, with Grandma.")
    (played,) = arrived(fang)
    assert played.file_id == sent.file_id
    assert played.words == "🎤 Mei has sent Lily a letter. Play it when there is time to listen."
    assert played.protect
    await home.later(hours=1)
    assert len(arrived(fang)) == 1


@pytest.mark.parametrize("kind", ["video_note", "video", "photo"])
async def test_pictures_and_films_travel_too(home: Homeline, kind: str) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("🎤")
    await home.settle()

    getattr(mei, kind)()
    await home.settle()

    (shown,) = arrived(fang, kind)
    assert shown.protect
    assert data_of(shown, "🙏")
    assert fang.sees("🎤 Mei has sent Lily a")
    fang.tap("🙏")
    await home.settle()
    assert mei.sees("Lily has had your letter, says Grandma.")


async def test_long_words_are_not_cut_off(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("🎤")
    await home.settle()

    mei.say("<&" * 2000 + "the end")
    await home.settle()

    letters = [each.words for each in fang.messages if "<&" in each.words or "the end" in each.words]
    assert "".join(letters).count("<&") == 2000
    assert letters[-1].endswith("the end")
    assert "Read it aloud" in letters[0]
    assert fang.last.buttons


async def test_what_can_be_no_letter_is_asked_for_again(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("🎤")
    await home.settle()

    mei.sticker()
    mei.location()
    await home.settle()
    assert mei.texts[-1].startswith("That cannot travel as a letter.")
    assert not fang.sees("Mei has sent Lily")

    mei.voice()
    await home.settle()
    assert len(arrived(fang)) == 1


async def test_a_letter_can_be_taken_back_after_it_has_arrived(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    note = mei.last

    mei.tap("↩️")
    await home.settle()

    assert not arrived(fang)
    assert mei.sees("I have taken your letter back.")
    mei.press("letter_undo:1", note)
    await home.settle()
    assert mei.toast == "This button is over. Home shows what is new."


async def test_a_letter_that_waits_for_the_morning_can_be_taken_back_unseen(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(GRANDMA, 0, 23 * 60 + 59)
    await with_voice(home, mei)
    assert "It is quiet at Grandma's now. Your letter arrives at 23:59 there, 19:59 for you." in mei.texts[-1]
    assert not arrived(fang)

    mei.tap("↩️")
    await home.settle()

    await home.later(hours=20)
    assert not arrived(fang)
    assert not fang.sees("Mei has sent Lily")


async def test_quiet_hours_hold_a_letter_until_they_end(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(GRANDMA, 15 * 60, 17 * 60)
    await with_voice(home, mei)
    assert not arrived(fang)

    await home.until(17, 1)

    assert len(arrived(fang)) == 1


async def test_after_ten_minutes_a_letter_stays(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    await home.later(minutes=11)

    mei.tap("↩️")
    await home.settle()

    assert mei.toast == "This button is over. Home shows what is new."
    assert len(arrived(fang)) == 1


async def test_the_childs_answer_goes_only_to_the_parent_it_is_for(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home)
    await with_voice(home, mei)

    fang.tap("🎤 Answer")
    await home.settle()
    assert fang.sees("Lily can speak now. Only Mei hears it.")
    spoken = fang.voice()
    await home.settle()

    (answer,) = arrived(mei)
    assert answer.file_id == spoken.file_id
    assert answer.words == "🎤 Lily, from Grandma\nLily answers your letter."
    assert answer.protect
    assert not arrived(jun)
    assert not any("letter" in text for text in jun.texts)
    assert "Answered." in arrived(fang)[0].words
    await home.later(hours=1)
    assert len(arrived(mei)) == 1


async def test_played_is_told_once_and_all_at_home_see_it(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    shown = arrived(fang)[0]
    press = data_of(shown, "🙏")

    for _ in range(10):
        fang.press(press, shown)
    await home.settle()

    assert [text for text in mei.texts if "has had your letter" in text] == [
        "🙏 Lily has had your letter, says Grandma."
    ]
    assert "Played." in arrived(fang)[0].words
    assert not any(each.text.startswith("🙏") for row in arrived(fang)[0].buttons for each in row)


async def test_the_guardians_key_sends_a_voice_to_every_parent(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)

    fang.say("🎤 Voice")
    await home.settle()
    assert fang.sees("Hold the microphone and speak. It goes to Mei, Jun.")
    fang.voice()
    await home.settle()

    for phone, other in ((mei, "Jun"), (jun, "Mei")):
        (heard,) = arrived(phone)
        assert heard.words == "🎤 Lily, from Grandma\nGrandma sends you this to listen to."
        assert heard.protect
        assert other not in heard.words
    assert fang.sees("On its way to Mei, Jun.")


async def test_on_separate_lines_a_letter_says_nothing_to_the_other_parent(home: Homeline) -> None:
    mei, fang = await family(home)
    jun = await dad(home, separate=True)
    before = list(jun.texts)

    await with_voice(home, mei)
    fang.tap("🙏")
    await home.settle()
    fang.tap("🎤 Answer")
    await home.settle()
    fang.photo("a drawing")
    await home.settle()

    assert jun.texts == before
    assert arrived(mei, "photo")[0].words.endswith("a drawing")


async def test_a_voice_by_itself_is_asked_about(home: Homeline) -> None:
    mei, fang = await family(home)

    fang.voice()
    await home.settle()
    assert fang.texts[-1] == "Send this to Mei?"
    assert not arrived(mei)
    fang.tap("✅")
    await home.settle()

    assert len(arrived(mei)) == 1
    assert fang.sees("On its way to Mei.")
    mei.voice()
    await home.settle()
    assert mei.texts[-1] == "Is this a letter for Lily?"
    mei.tap("❌")
    await home.settle()
    assert mei.texts[-1] == "All right. I have sent it to nobody."
    assert not arrived(fang)


async def test_with_several_children_the_child_is_chosen(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("➕")
    await home.settle()
    mei.say("Bo")
    await home.settle()
    for tap in ("2020", "May", "🇨🇳"):
        mei.tap(tap)
        await home.settle()

    mei.photo("look")
    await home.settle()
    assert mei.texts[-1] == "Is this a letter? Choose the child."
    mei.tap("🎤 Bo")
    await home.settle()
    assert mei.sees("Nobody is there to receive it yet.")
    assert not arrived(fang, "photo")

    mei.say("🎤")
    await home.settle()
    mei.tap("🎤 Lily")
    await home.settle()
    mei.voice()
    await home.settle()
    assert len(arrived(fang)) == 1


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


async def test_an_album_is_one_letter_with_one_question(home: Homeline) -> None:
    mei, fang = await family(home)

    mei.album(3, "our street")
    await home.settle()
    assert [text for text in mei.texts if text == "Is this a letter for Lily?"] == ["Is this a letter for Lily?"]
    mei.tap("✅")
    await home.settle()
    assert len(arrived(fang, "photo")) == 3

    mei.tap("↩️")
    await home.settle()
    assert not arrived(fang, "photo")


async def test_an_album_in_answer_to_the_question_travels_whole(home: Homeline) -> None:
    mei, fang = await family(home)
    mei.tap("🏠")
    await home.settle()
    mei.tap("🎤")
    await home.settle()

    mei.album(3)
    await home.settle()

    assert len(arrived(fang, "photo")) == 3
    assert not mei.sees("Is this a letter")


async def test_an_album_that_was_refused_stays_refused(home: Homeline) -> None:
    mei, fang = await family(home)
    first, *_rest = mei.album(2)
    await home.settle()
    mei.tap("❌")
    await home.settle()

    mei._attach("photo", DOT, media_group_id=first.extra["media_group_id"])
    await home.settle()

    assert not arrived(fang, "photo")
    assert mei.texts[-1] == "All right. I have sent it to nobody."


async def test_without_consent_to_voices_nothing_is_passed_on_before_it_is_changed(home: Homeline) -> None:
    mei, fang = await family(home, voice="❌")

    fang.voice()
    await home.settle()
    assert fang.texts[-1].startswith("You chose that voices and pictures stay with you.")
    assert not arrived(mei)
    fang.tap("✅ Pass them on")
    await home.settle()
    assert fang.texts[-1] == "Send this to Mei?"
    assert not arrived(mei)
    fang.tap("✅ Yes")
    await home.settle()

    assert len(arrived(mei)) == 1


async def test_without_consent_to_voices_words_still_travel(home: Homeline) -> None:
    mei, fang = await family(home, voice="❌")
    fang.say("🎤 Voice")
    await home.settle()
    assert fang.texts[-1].startswith("You chose that voices and pictures stay with you.")

    fang.say("She sings all day")
    await home.settle()

    assert mei.texts[-1] == "🎤 Lily, from Grandma\nGrandma writes to you:\n\nShe sings all day"
    fang.say("🎤 Voice")
    await home.settle()
    fang.voice()
    await home.settle()
    assert not arrived(mei)
    fang.tap("✅ Pass them on")
    await home.settle()
    fang.tap("✅ Yes")
    await home.settle()
    assert len(arrived(mei)) == 1


async def test_consent_changed_before_speaking_leads_back_to_the_microphone(home: Homeline) -> None:
    mei, fang = await family(home, voice="❌")
    fang.say("🎤 Voice")
    await home.settle()

    fang.tap("✅ Pass them on")
    await home.settle()
    assert fang.texts[-1] == "Hold the microphone and speak. It goes to Mei."

    fang.voice()
    await home.settle()
    assert len(arrived(mei)) == 1


async def test_an_unreachable_guardian_is_not_silence(home: Homeline) -> None:
    mei, fang = await family(home)
    fang.block()
    await home.settle()

    await with_voice(home, mei)
    assert mei.texts[-1] == (
        "🎤 Grandma's phone cannot be reached now. Your letter waits and goes out when the phone is back."
    )
    await home.later(hours=2)
    assert not arrived(fang)

    fang.unblock()
    await home.settle()
    await home.later(hours=1)
    assert len(arrived(fang)) == 1
    assert mei.sees("On its way to Lily, with Grandma.")


async def test_a_letter_that_telegram_refuses_is_told(home: Homeline) -> None:
    mei, fang = await family(home)
    await home.quiet(GRANDMA, 15 * 60, 17 * 60)
    await with_voice(home, mei)

    await home.app.store.run(
        lambda tx: tx.change(update(letter).values(media={"kind": "voice", "file_id": "nonsense", "text": ""}))
    )
    await home.until(18)
    await home.later(hours=1)

    assert [text for text in mei.texts if "could not be delivered" in text] == [
        "🎤 Your letter to Grandma could not be delivered. Please send it once more."
    ]
    assert not arrived(fang)


async def test_strangers_and_forged_presses_find_nothing(home: Homeline) -> None:
    mei, fang = await family(home)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    await with_voice(home, mei)
    before = len(fang.messages), len(mei.messages)

    verbs = ("letter:1", "letter:1:1", "letter_answer:1", "letter_played:1", "letter_send:1:1", "letter_drop:1")
    for data in (*verbs, "letter_undo:1", "letters:1", "agree_voice:1:1", "letter:x", "letter_answer:99"):
        ivan.press(data, ivan.last)
        await home.settle()
    ivan.voice()
    await home.settle()

    assert (len(fang.messages), len(mei.messages)) == before
    assert not ivan.sees("Lily")
    assert not arrived(ivan)
    fang.press("letter_undo:1", fang.last)
    mei.press("letter_played:1", mei.last)
    mei.press("letters:1", mei.last)
    mei.press("letter_send:1:1", mei.last)
    fang.press("letter_drop:1", fang.last)
    await home.settle()
    assert fang.toast == mei.toast == "This button is over. Home shows what is new."
    assert len(arrived(fang)) == 1


async def test_who_has_left_records_nothing_more(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    fang.tap("🎤 Answer")
    await home.settle()

    def leave(tx: Tx) -> None:
        fang_id = select(person.c.id).where(person.c.telegram_id == FANG.id).scalar_subquery()
        tx.change(update(member).where(member.c.person_id == fang_id).values(state="left"))

    await home.app.store.run(leave)
    fang.voice()
    await home.settle()

    assert not arrived(mei)


async def test_an_answer_can_be_taken_back_and_given_again(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    fang.tap("🎤 Answer")
    await home.settle()
    fang.voice()
    await home.settle()
    assert len(arrived(mei)) == 1

    fang.tap("↩️")
    await home.settle()
    assert not arrived(mei)
    assert "Answered." not in arrived(fang)[0].words

    fang.tap("🎤 Answer")
    await home.settle()
    fang.voice()
    await home.settle()
    assert len(arrived(mei)) == 1
    mei.press("letter_undo:1", mei.last)
    await home.settle()
    assert mei.toast == "This button is over. Home shows what is new."


async def test_letters_that_wait_can_be_called_up(home: Homeline) -> None:
    mei, fang = await family(home)
    await with_voice(home, mei)
    fang.say("🎤 Voice")
    await home.settle()

    fang.tap("🙏 Letters to play")
    await home.settle()
    assert fang.sees("1 letter waits for Lily. It follows.")
    assert len(arrived(fang)) == 2

    fang.tap("🙏 Played")
    await home.settle()
    fang.press("letters:1", fang.last)
    await home.settle()
    assert fang.sees("No letter waits for Lily now.")


async def test_a_stand_in_plays_letters_while_grandma_is_away(home: Homeline) -> None:
    mei, fang = await family(home)
    for step in ("🏠", "🔗", "🧑 A stand-in"):
        mei.tap(step)
        await home.settle()
    li = await home.joined(NEIGHBOUR, link_in(mei), "🧑 Someone else")
    until = home.clock.now().replace(year=2027)
    guardian = member.c.role == "guardian"
    await home.app.store.run(lambda tx: tx.change(update(member).where(guardian).values(away_until=until)))

    await with_voice(home, mei)

    assert len(arrived(li)) == 1
    assert not arrived(fang)


async def test_nothing_but_file_ids_is_kept(home: Homeline) -> None:
    mei, _fang = await family(home)
    sent = await with_voice(home, mei)

    kept = await home.app.store.run(lambda tx: tx.first(select(letter.c.media, letter.c.state)))
    pending = select(func.count()).select_from(outbox).where(outbox.c.state == "pending")

    assert kept is not None
    assert kept.media == {"kind": "voice", "file_id": sent.file_id, "duration": 3, "text": "", "album": ""}
    assert await home.app.store.run(lambda tx: tx.scalar(pending)) == 0
