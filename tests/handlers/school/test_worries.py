"""🤲 A teacher is worried about a child: one person of the school reads it, nobody else, and nothing of it is kept."""

from sqlalchemy import select

from bot.db.tables import audit
from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.services.privacy.exports import own
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, data_of, labels
from tests.handlers.school.staff_steps import LEAD, leads_phone, list_of  # noqa: F401 - fixture
from tests.handlers.school.worries_steps import WORDS, join_circle, kept, on, write
from tests.homeline import MEI, ZHAO, Homeline
from tests.households import GRANDMA, read, say, since, tap


def _lines(tx: Tx) -> int:
    return len(tx.all(select(audit)))


async def _own(home: Homeline, telegram_id: int) -> object:
    def take(tx: Tx) -> object:
        found = people.by_telegram(tx, telegram_id)
        assert found is not None
        return own(tx, found)

    return await read(home, take)


async def test_the_first_screen_says_what_homeline_is_not_and_whom_to_call(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🧒", "Lily", "🤲")
    shown = zhao.texts[-1]
    parts = [
        "Nobody watches this chat.",
        "🚑 Emergency:\n120",
        "The law may ask",
        "goes to Li Na alone",
        "Write what you",
    ]
    assert sorted(map(shown.index, parts)) == [shown.index(each) for each in parts]
    await tap(home, zhao, "↩️ Write nothing")
    assert zhao.texts[-1] == "What shall Lily's family hear?"
    await say(home, zhao, "Trip on Friday, bring a coat.")
    assert "📣 Send" in labels(zhao.last)
    assert not on(lead, "Trip on Friday")


async def test_its_words_reach_one_person_and_stand_nowhere_else_afterwards(home: Homeline, lead: Phone) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(GRANDMA)
    await home.until(10, day=1)
    before = len(mei.texts), len(fang.texts)
    assert await write(home, zhao) == "✅ Li Na has it. Your words are gone from here."

    first, _alone, told, words, *_rest = lead.texts[-1].split("\n")
    assert first == "🎓 Zhao Lan"
    assert (told, words) == ("Zhao Lan is worried about Lily, class 3B:", WORDS)
    kinds = {each["type"] for each in lead.last.entities}
    hidden = [each for each in lead.last.entities if each["type"] == "spoiler"]
    assert "blockquote" in kinds
    unseen = lead.texts[-1].encode("utf-16-le")
    for each in hidden:
        unseen = (
            unseen[: each["offset"] * 2] + b"\0\0" * each["length"] + unseen[(each["offset"] + each["length"]) * 2 :]
        )
    assert unseen.decode("utf-16-le").replace("\0", "").split("\n")[:2] == lead.texts[-1].split("\n")[:2]
    assert "Lily" not in unseen.decode("utf-16-le")
    assert lead.last.protect

    assert await kept(home) == []
    assert not on(zhao)
    await home.later(hours=8)
    assert not any("worried" in each or WORDS in each for each in (*since(mei, before[0]), *since(fang, before[1])))


async def test_no_log_export_or_list_of_the_family_or_the_teacher_knows_of_it(home: Homeline, lead: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await home.until(10, day=1)
    before = await read(home, _lines)
    await write(home, zhao)
    assert await read(home, _lines) == before
    for person in (LEAD, ZHAO, MEI, GRANDMA):
        assert "worr" not in str(await _own(home, person.id)).lower()
    await tap(home, mei, "🏠", "🎓 School")
    assert "🤲" not in mei.texts[-1]
    await tap(home, zhao, "📋", "Lily", "✅ Done")
    assert "🤲" not in zhao.texts[-1]


async def test_an_adult_of_the_childs_circle_never_reads_it_though_they_lead_the_school(
    home: Homeline, lead: Phone
) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await join_circle(home, lead, mei)
    await home.until(10, day=1)
    seen = len(lead.texts)
    await tap(home, zhao, "🧒", "Lily", "🤲")
    assert "Here nobody of your school can read it now." in zhao.texts[-1]
    assert "120" in zhao.texts[-1]
    await say(home, zhao, "Trip on Friday, bring a coat.")
    assert since(lead, seen) == []
    assert await kept(home) == []


async def test_who_has_come_into_the_circle_while_it_waited_reads_nothing(home: Homeline, lead: Phone) -> None:
    zhao, mei = home.phone(ZHAO), home.phone(MEI)
    await home.until(23, day=1)
    assert "It reaches Li Na later: " in await write(home, zhao)
    await join_circle(home, lead, mei)
    await home.until(12, day=1)
    assert not on(lead)
    await home.later(hours=12)
    assert "What you wrote to Li Na has not arrived" in zhao.texts[-1]
    assert await kept(home) == []


async def test_the_lead_names_who_reads_them_and_whoever_that_is_reads_only_the_duty(
    home: Homeline, lead: Phone
) -> None:
    zhao = home.phone(ZHAO)
    await home.until(10, day=1)
    assert "🤲 Worries about a child go to Li Na." in await list_of(home, lead)
    await tap(home, lead, "🤲", "🤲 Zhao Lan")
    assert "🤲 Worries about a child go to Zhao Lan." in lead.texts[-1]
    assert zhao.texts[-1].startswith("🎓 Village school\nFrom now on teachers of your school")
    told = len(zhao.texts)
    await tap(home, lead, "🤲", "🤲 Zhao Lan")
    assert since(zhao, told) == []

    await tap(home, zhao, "🧒", "Lily", "🤲")
    assert "it is you to whom such worries come" in zhao.texts[-1]
    assert "↩️ Back" in labels(zhao.last)
    assert "120" in zhao.texts[-1]
    asked, named = data_of(lead, "🤲"), f"worry_reader:{1}"
    for data in (asked, named):
        zhao.press(data, zhao.last)
        await home.settle()
        assert zhao.toast == OVER


async def test_what_has_not_arrived_is_told_and_kept_nowhere(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await home.until(23, day=1)
    await write(home, zhao)
    assert await kept(home) == ["worry"]
    lead.block()
    await home.settle()
    said = zhao.texts[-1]
    assert said.startswith("🎓 Li Na\nWhat you wrote to Li Na has not arrived")
    assert "Lily" not in said
    assert on(zhao)  # her own words stay in her own chat
    assert await kept(home) == []
    lead.unblock()
    await home.later(hours=12)
    assert not on(lead)
    await tap(home, zhao, "🧒", "Lily", "🤲")
    assert "goes to Li Na alone" in zhao.texts[-1]


async def test_a_picture_or_a_voice_goes_nowhere_and_more_words_go_there_too(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await home.until(10, day=1)
    await tap(home, zhao, "🧒", "Lily", "🤲")
    seen = len(lead.texts)
    zhao.photo("This is her arm")
    await home.settle()
    assert "Only written words go from here" in zhao.texts[-1]
    assert since(lead, seen) == []
    assert await kept(home, "This is her arm") == []
    await say(home, zhao, WORDS)
    await home.later(minutes=9)
    await say(home, zhao, "It was on Monday.")
    assert [text.split("\n")[3] for text in since(lead, seen)] == [WORDS, "It was on Monday."]
    await home.later(minutes=11)
    await say(home, zhao, "Trip on Friday, bring a coat.")
    assert "📣 Send" in labels(zhao.last)
    assert not on(lead, "Trip on Friday")


async def test_a_family_that_shares_nothing_hears_as_little_and_the_school_as_much(home: Homeline, lead: Phone) -> None:
    zhao, mei, fang = home.phone(ZHAO), home.phone(MEI), home.phone(GRANDMA)
    await tap(home, fang, "🏠", "⚙️", "👥", "❄️", "✅")
    await home.until(10, day=1)
    before = len(mei.texts), len(fang.texts)
    await write(home, zhao)
    assert on(lead)
    assert (since(mei, before[0]), since(fang, before[1])) == ([], [])


async def test_what_is_changed_afterwards_is_not_kept_either(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await home.until(23, day=1)
    await write(home, zhao)
    own_words = next(each for each in zhao.messages if (each.text or "") == WORDS)
    zhao.edit(own_words, "She is hurt, and I have seen it.")
    await home.settle()
    assert await kept(home, "I have seen it") == []


async def test_other_teachers_cannot_ask_about_a_child_that_is_not_theirs(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🧒", "Lily")
    lead.press(data_of(zhao, "🤲"), lead.last)
    await home.settle()
    assert lead.toast == OVER


async def test_a_reply_to_a_familys_words_is_no_answer_while_a_worry_is_written(home: Homeline, lead: Phone) -> None:
    zhao, fang = home.phone(ZHAO), home.phone(GRANDMA)
    await home.until(10, day=1)
    await tap(home, fang, "🏠", "🎓 School", "✉️ Write")
    await say(home, fang, "She slept badly.")
    familys = zhao.last
    await tap(home, zhao, "🧒", "Lily", "🤲")
    seen = len(fang.texts)
    zhao.say(WORDS, to=familys)
    await home.settle()
    assert on(lead)
    zhao.say("Thank you, I saw it.", to=familys)
    await home.settle()
    assert since(fang, seen) == ["✉️ Lily, from Zhao Lan (teacher)\nThank you, I saw it."]
    assert not on(lead, "Thank you, I saw it.")


async def test_home_or_another_tap_on_an_old_screen_leaves_it(home: Homeline, lead: Phone) -> None:
    zhao = home.phone(ZHAO)
    await home.until(10, day=1)
    await tap(home, zhao, "🧒", "Lily", "🤲")
    nothing, asked = data_of(zhao, "↩️ Write nothing"), zhao.last
    await tap(home, zhao, "🏠")
    await say(home, zhao, "Trip on Friday, bring a coat.")
    assert "📣 Send" in labels(zhao.last)
    zhao.press(nothing, asked)
    await home.settle()
    assert not on(lead, "Trip on Friday")
