"""Letters and whom they do not concern: consent to voices, separate lines, strangers, and what is kept."""

from dataclasses import replace

from sqlalchemy import func, select, update

from bot.db.tables import letter, member, outbox, person
from bot.db.transaction import Tx
from bot.simulator.cast import IVAN
from tests.handlers.daily.letters_steps import arrived, dad, family, with_voice
from tests.homeline import FANG, Homeline


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

    assert mei.texts[-1] == "🎤 Lily, from Grandma\nGrandma writes to you:\nShe sings all day"
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


async def test_strangers_and_forged_presses_find_nothing(home: Homeline) -> None:
    mei, fang = await family(home)
    ivan = await home.newcomer(replace(IVAN, language_code="en"))
    await with_voice(home, mei)
    before = len(fang.messages), len(mei.messages)

    verbs = (
        "letter:1",
        "letter:1:1",
        "letter_answer:1",
        "letter_played:1",
        "letter_send:1:1",
        "letter_home:1:1",
        "letter_drop:1",
    )
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
    assert fang.toast == mei.toast == "This has changed since. Home shows what is new."
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


async def test_nothing_but_file_ids_is_kept(home: Homeline) -> None:
    mei, _fang = await family(home)
    sent = await with_voice(home, mei)

    kept = await home.app.store.run(lambda tx: tx.first(select(letter.c.media, letter.c.state)))
    pending = select(func.count()).select_from(outbox).where(outbox.c.state == "pending")

    assert kept is not None
    said = {"kind": "voice", "file_id": sent.file_id, "duration": 3, "text": "", "album": ""}
    assert kept.media == {**said, "size": kept.media["size"]}  # how large it is, for who keeps a year of them
    assert await home.app.store.run(lambda tx: tx.scalar(pending)) == 0
