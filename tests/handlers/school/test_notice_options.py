"""✏️ What a notice asks of families, for which classes it is, and when it goes out."""

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.simulator.cast import FANG, MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import fangs_phone, labels, meis_phone, news, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import say, tap


async def test_one_notice_goes_to_several_classes_and_each_family_reads_its_own(home: Homeline, zhao: Phone) -> None:
    await tap(home, zhao, "🏠")
    link = await home.class_room(name="4A")
    await tap(home, home.phone(MEI), "🏠", "⚙️", "➕")
    await say(home, home.phone(MEI), "Ben")
    await tap(home, home.phone(MEI), "2016", "May", "🇨🇳")
    home.phone(MEI).open(link)
    await home.settle()
    await tap(home, home.phone(MEI), "Ben", "✅")
    await tap(home, zhao, "✅")
    await say(home, zhao, "Sports day")
    await tap(home, zhao, "✏️ More", "🎓 3B", "🎓 4A", "✅ 3B", "🎓 3B", "✏️ Go on")
    assert "Class 3B and 4A, 2 households. Shall this go out?" in zhao.texts[-1]
    await tap(home, zhao, "📣 Send")

    sent = [each for each in home.phone(MEI).texts if "Sports day" in each]
    assert len(sent) == 1  # one card for one adult, whatever number of their children it reaches
    assert "Sent to 2 households of class 3B and 4A." in zhao.texts[-1]
    fangs = [each for each in home.phone(FANG).texts if "Sports day" in each]
    assert fangs == ["📣 Class 3B, Zhao Lan\nSports day"]
    await tap(home, home.phone(FANG), "🙏")
    await tap(home, zhao, "👁")
    assert "1 of 2 households; 1 to go.\nStill open: Ben." in zhao.texts[-1]
    for room in ("3B", "4A"):
        await tap(home, zhao, "🏠", f"🎓 {room}")
        assert "👁 Sports day" in labels(zhao, 2)


async def test_an_urgent_notice_goes_through_quiet_hours_and_there_are_few(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    def sleep(tx: Tx) -> None:
        for each in (MEI, FANG):
            me = people.by_telegram(tx, each.id)
            assert me is not None
            people.change(tx, me.id, quiet_from=0, quiet_until=23 * 60 + 59)

    await home.app.store.run(sleep)
    await home.notice("As usual")
    assert not news(mei)
    for number in range(4):
        zhao.say(f"📣 Storm {number}")
        await home.settle()
        for label in ("✏️ More", "⚡", "📣 Send"):
            zhao.tap(label)
            await home.settle()

    assert [text.splitlines()[1] for text in news(mei)] == ["Storm 0", "Storm 1", "Storm 2"]
    assert zhao.toast is not None
    assert "Three urgent notices" in zhao.toast
    assert len(news(fang)) == 3


async def test_the_urgent_switch_can_be_switched_off(home: Homeline, zhao: Phone, mei: Phone) -> None:
    zhao.say("📣 Storm")
    await home.settle()
    zhao.tap("✏️ More")
    await home.settle()
    for label in ("⚡ Urgent: off", "⚡ Urgent: on", "⚡ Urgent: off"):
        assert any(button.text == label for _, button in zhao.buttons())
        zhao.tap("⚡")
        await home.settle()
    zhao.tap("❌")
    await home.settle()

    assert "goes to nobody" in zhao.texts[-1]
    assert not news(mei)
    for verb in ("send", "urgent", "errand", "when", "show", "change", "drop", "who", "level:tap", "on:2026112407"):
        name, *rest = verb.split(":")
        data = ":".join([f"notice_{name}", "1", *rest])
        zhao.press(data, zhao.last)
        await home.settle()
        assert zhao.toast == OVER, data
