"""🌐 The language is changed at any time, before consent too."""

from dataclasses import replace

from bot.db.transaction import Tx
from bot.domain.screens import LanguageChanged
from bot.queries.circle import people
from bot.texts.reader import reader_for
from bot.texts.start import language_changed
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


async def test_whoever_reads_along_in_another_language_reads_which_one_was_chosen(home: Homeline) -> None:
    _mei, fang = await home.family()
    chosen = LanguageChanged("zh_Hans")

    def said(tx: Tx) -> list[str]:
        me = people.by_telegram(tx, FANG.id)
        assert me is not None
        return [language_changed(reader_for(tx, replace(me, language=each)), chosen).text for each in ("zh_Hans", "en")]

    assert await read(home, said) == ["好的，以后我用简体中文跟您说。", "All right. I write in 简体中文 from now on."]
    assert fang.keyboard is not None
