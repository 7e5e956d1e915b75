"""🧾 🖨 Who has signed which version as what, as a table and as pages; for who teaches the class alone."""

import csv
import io
from typing import Any

from bot.db.transaction import Tx
from bot.queries.circle import people
from bot.services.privacy import exports
from bot.simulator.cast import MEI
from bot.simulator.phone import Phone
from tests.handlers.school.notices_steps import TRIP, fangs_phone, meis_phone, zhaos_phone  # noqa: F401 - fixtures
from tests.handlers.school.schools_steps import OVER
from tests.homeline import Homeline
from tests.households import read, say, tap


def file_on(home: Homeline, phone: Phone) -> bytes:
    """The newest file on a phone."""
    sent = next(each for each in reversed(phone.messages) if each.kind == "document")
    file = home.world.files.get(sent.content["document"]["file_id"])
    assert file is not None
    return file.data


def table(home: Homeline, phone: Phone) -> list[list[str]]:
    """What stands in it."""
    return list(csv.reader(io.StringIO(file_on(home, phone).decode("utf-8-sig"), newline="")))


async def test_the_teacher_takes_who_signed_as_what_and_which_words(
    home: Homeline, zhao: Phone, mei: Phone, fang: Phone
) -> None:
    await home.notice("=We swim in the pool", level="✍")
    await tap(home, mei, "✍️")
    await tap(home, zhao, "👁")
    assert "✍️ Lily: Mei (parent), Mon, Nov 23 " in zhao.texts[-1]
    await tap(home, zhao, "🧾 As a table")
    head, row = table(home, zhao)
    assert head == ["Class", "Pupil", "Answer", "Signed by", "When", "Version", "Text"]
    assert [*row[:4], *row[5:]] == ["3B", "Lily", "agrees", "Mei (parent)", "1", "'=We swim in the pool"]
    assert row[4].startswith("Mon, Nov 23 ")

    await tap(home, zhao, "✏️")
    await say(home, zhao, "We swim in the river")
    await tap(home, zhao, "👁")
    assert ", an earlier text (1)" in zhao.texts[-1]
    await tap(home, zhao, "🧾 As a table")
    assert table(home, zhao)[1][5:] == ["1", "'=We swim in the pool"]  # she has signed no river
    await tap(home, fang, "❌ I disagree")
    await tap(home, zhao, "👁")
    assert zhao.sees("❌ Lily: Grandma, Mon, Nov 23 ")
    assert zhao.sees(", this text (2)")
    await tap(home, zhao, "🧾 As a table")
    row = table(home, zhao)[1]
    assert [*row[:4], *row[5:]] == ["3B", "Lily", "does not agree", "Grandma", "2", "We swim in the river"]


async def test_a_family_takes_along_which_words_it_has_signed(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await home.notice("We swim in the pool", level="✍")
    await tap(home, fang, "✍️")
    await tap(home, zhao, "✏️")
    await say(home, zhao, "We swim in the river")

    def taken(tx: Tx) -> dict[str, Any]:
        me = people.by_telegram(tx, MEI.id)
        found = exports.of_circle(tx, me, 1, lambda _circle, person: f"person {person}") if me else None
        assert found is not None
        (notice,) = found["notices"]
        return dict(notice)

    kept = await read(home, taken)
    assert (kept["words"], kept["signed"], kept["version"]) == ("We swim in the river", "We swim in the pool", 1)
    assert kept["answer"] == "yes"
    assert str(kept["who"]).startswith("person ")


async def test_it_can_be_printed(home: Homeline, zhao: Phone, fang: Phone) -> None:
    await home.notice("We swim in the pool", level="✍")
    await tap(home, fang, "✍️")
    await tap(home, zhao, "👁", "🖨 To print")
    assert file_on(home, zhao).startswith(b"%PDF")
    assert "It names families: keep it safe." in zhao.texts[-1]


async def test_of_a_question_no_adult_is_named(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.notice("Can Lily come?", level="🗳")
    await tap(home, zhao, "👁", "🧾 As a table")
    assert table(home, zhao) == [["Class", "Pupil", "Answer"], ["3B", "Lily", ""]]
    await tap(home, mei, "✅ Yes")
    await tap(home, zhao, "👁", "🧾 As a table")
    assert table(home, zhao)[1] == ["3B", "Lily", "Yes"]


async def test_families_and_what_only_wants_a_tap_have_no_list(home: Homeline, zhao: Phone, mei: Phone) -> None:
    await home.notice(TRIP)
    await home.notice("School rules", level="✍")
    for phone, number in ((zhao, 1), (mei, 2)):
        for form in ("csv", "pdf"):
            phone.press(f"notice_list:{number}:{form}", phone.last)
            await home.settle()
            assert phone.toast == OVER
    assert not [each for each in mei.messages if each.kind == "document"]
