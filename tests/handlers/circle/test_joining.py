"""Joining by link: pending until an adult of the circle has said yes."""

from dataclasses import replace

import pytest

from bot.queries.circle import circles, people
from bot.simulator.cast import FANG, IVAN, JUN, LI, MEI
from bot.simulator.phone import Phone
from tests.homeline import Homeline, link_in


async def test_a_guardian_joins_with_four_taps(home: Homeline) -> None:
    link = await home.child()
    fang = await home.newcomer(FANG, link.rpartition("=")[2])
    taps = 3
    fang.tap("👵")
    await home.settle()

    assert taps + 1 <= 4
    assert home.phone(MEI).sees("Wang Fang wants to join as Lily's grandmother (mother's side). Is it her?")


async def test_a_joiner_sees_nothing_before_the_yes(home: Homeline) -> None:
    link = await home.child()
    fang = await home.newcomer(FANG, link.rpartition("=")[2])
    fang.tap("👵")
    await home.settle()
    shown = len(fang.texts)
    await home.until(20, day=1)

    assert len(fang.texts) == shown
    assert fang.keyboard is None


async def test_who_is_turned_away_hears_no_names(home: Homeline) -> None:
    link = await home.child()
    ivan = await home.newcomer(IVAN, link.rpartition("=")[2])
    ivan.tap("👵")
    await home.settle()
    home.phone(MEI).tap("❌")
    await home.settle()

    assert "The family did not confirm" in ivan.texts[-1]
    assert "Mei" not in ivan.texts[-1]
    person = await home.app.store.run(lambda tx: people.by_telegram(tx, IVAN.id))
    assert person is not None
    assert await home.app.store.run(lambda tx: circles.of_person(tx, person.id)) == []


async def test_an_invite_lets_in_one_person_only(home: Homeline) -> None:
    link = await home.child()
    await home.joined(FANG, link, "👵")

    ivan = await home.newcomer(IVAN, link.rpartition("=")[2])

    assert "This link does not work any more" in ivan.texts[-1]
    assert not any("Lily" in text for text in ivan.texts)


@pytest.mark.parametrize("token", ["nonsense", "A" * 64, "-_-", "0"])
async def test_a_link_that_was_never_ours_gets_the_same_kind_answer(home: Homeline, token: str) -> None:
    ivan = await home.newcomer(IVAN, token)

    assert "This link does not work any more" in ivan.texts[-1]


async def test_an_invite_lives_for_seven_days(home: Homeline) -> None:
    link = await home.child()
    await home.later(days=7, minutes=1)

    ivan = await home.newcomer(IVAN, link.rpartition("=")[2])

    assert "This link does not work any more" in ivan.texts[-1]


async def test_a_link_that_nobody_has_used_is_taken_back_with_two_taps(home: Homeline) -> None:
    link = await home.child()
    mei, ivan = home.phone(MEI), await home.newcomer(replace(IVAN, language_code="en"), link.rpartition("=")[2])
    assert ivan.sees("Who are you to Lily?")
    mei.tap("🏠")
    await home.settle()
    for tap in ("⚙️", "🔗", "↩️ 🏡 Looks after Lily · Mon, Nov 23 12:00"):
        mei.tap(tap)
        await home.settle()

    assert mei.texts[-1] == "That link lets nobody in any more.\nWho shall come into Lily's circle?"
    assert not [each for row in mei.last.buttons for each in row if "↩️" in each.text]
    ivan.tap("👵")
    li = await home.newcomer(LI, link.rpartition("=")[2])
    await home.settle()
    assert ivan.texts[-1] == "This link does not work any more. Ask the person who sent it for a new one."
    assert "Lily" not in li.texts[-1]
    assert "Mei" not in li.texts[-1]
    assert not mei.sees("wants to join")


async def test_links_that_wait_are_seen_by_those_whom_they_concern(home: Homeline) -> None:
    mei, fang = await home.family()
    for label in ("🏠", "⚙️", "🔗", "👪"):
        mei.tap(label)
        await home.settle()
    jun = await home.joined(replace(JUN, language_code="en"), link_in(mei), "🧑 Dad")
    for label in ("🏠", "⚙️", "🔗", "🧑"):
        mei.tap(label)
        await home.settle()
    ivan = await home.newcomer(IVAN)

    assert await waiting(home, fang) == await waiting(home, jun) == 1
    await home.app.store.run(lambda tx: circles.change_child(tx, 1, separate_lines=True))
    assert (await waiting(home, mei), await waiting(home, fang), await waiting(home, jun)) == (1, 1, 0)
    for phone in (jun, ivan):
        phone.press("invite_revoke:3", phone.last)
        await home.settle()
        assert phone.toast == "This has changed since. Home shows what is new."
    await home.later(days=7, minutes=1)
    assert await waiting(home, mei) == 0


async def waiting(home: Homeline, phone: Phone) -> int:
    """How many links that nobody has used are shown."""
    for label in ("🏠", "⚙️", "🔗"):
        phone.tap(label)
        await home.settle()
    return len([each for row in phone.last.buttons for each in row if "↩️" in each.text])


async def test_two_who_open_the_same_link_at_once_do_not_both_get_in(home: Homeline) -> None:
    link = await home.child()
    fang = await home.newcomer(replace(FANG, language_code="en"), link.rpartition("=")[2])
    ivan = await home.newcomer(IVAN, link.rpartition("=")[2])

    fang.tap("👵")
    ivan.tap("👵")
    await home.settle()

    waiting = [phone for phone in (fang, ivan) if "does not work any more" not in phone.texts[-1]]
    assert len(waiting) == 1
    assert len([text for text in home.phone(MEI).texts if "wants to join" in text]) == 1


async def test_who_made_the_link_is_told_to_forward_it(home: Homeline) -> None:
    link = await home.child()
    mei = home.phone(MEI)
    mei.open(link)
    await home.settle()

    assert "Forward the message with the link" in mei.texts[-1]


async def test_who_is_in_already_stays_in(home: Homeline) -> None:
    mei, fang = await home.family()
    for label in ("🏠", "⚙️", "🔗", "🏡"):
        mei.tap(label)
        await home.settle()
    before = len(mei.texts)
    fang.open(link_in(mei))
    await home.settle()

    assert len(mei.texts) == before
    assert fang.keyboard is not None


async def test_a_stranger_cannot_let_anybody_in_or_invite(home: Homeline) -> None:
    link = await home.child()
    fang = await home.newcomer(FANG, link.rpartition("=")[2])
    fang.tap("👵")
    ivan = await home.newcomer(IVAN)
    await home.settle()
    for data in ("let_in:1:yes", "let_in:2:yes", "let_in:99:no", "invite:1", "invite_as:1:guardian", "kin:aunt"):
        ivan.press(data, ivan.last)
        await home.settle()

    assert fang.keyboard is None
    assert not any("t.me" in text or "Lily" in text for text in ivan.texts)


async def test_after_a_days_links_nobody_is_invited_any_more(home: Homeline) -> None:
    await home.child()
    mei = home.phone(MEI)
    for _ in range(13):
        mei.press("invite_as:1:guardian", mei.last)
        await home.settle()

    assert "enough links for one day" in mei.texts[-1]
    assert len([text for text in mei.texts if "t.me" in text]) == 12
