"""🌐 The language is changed at any time, before consent too."""

from bot.queries.circle import people
from tests.homeline import FANG, MEI, Homeline
from tests.households import english_family, read, tap


async def test_a_newcomer_chooses_a_language_and_reads_the_question_in_it(home: Homeline) -> None:
    mei = home.phone(MEI)
    mei.say("/language")
    await home.settle()

    await tap(home, mei, "简体中文")

    assert any("English" not in each.text for row in mei.last.buttons for each in row)
    assert [each.data for row in mei.last.buttons for each in row][:2] == ["agree:core:yes", "agree:core:no"]
    me = await read(home, lambda tx: people.by_telegram(tx, MEI.id))
    assert me is not None
    assert me.language == "zh_Hans"
    assert not me.consented


async def test_a_guardian_gets_the_keys_below_the_chat_in_the_new_language(home: Homeline) -> None:
    _mei, fang = await english_family(home)
    before = fang.keyboard

    await tap(home, fang, "🏠", "⚙️", "🌐", "简体中文")

    assert fang.keyboard is not None
    assert [row[0][0] for row in fang.keyboard] == ["🙂", "🎤"]
    me = await read(home, lambda tx: people.by_telegram(tx, FANG.id))
    assert me is not None
    assert me.language == "zh_Hans"
    assert before is not None


async def test_a_parent_reads_the_change_in_place_and_gets_no_keys(home: Homeline) -> None:
    mei, _fang = await english_family(home)
    await tap(home, mei, "🏠", "⚙️", "🌐")
    count = len(mei.messages)

    await tap(home, mei, "English")

    assert mei.last.words == "All right. I write in English from now on."
    assert len(mei.messages) == count
    assert mei.keyboard is None


async def test_a_language_that_is_not_offered_changes_nothing(home: Homeline) -> None:
    mei, _fang = await english_family(home)

    press = mei.press("lang:xx_Klin", mei.last)
    await home.settle()

    me = await read(home, lambda tx: people.by_telegram(tx, MEI.id))
    assert me is not None
    assert me.language == "en"
    assert press.answer is not None
