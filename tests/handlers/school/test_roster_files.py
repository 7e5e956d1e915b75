"""The school's list as a file: fetched, read, shown before it is kept; what is unsure is asked with buttons."""

import io
import zipfile

import pytest

from bot.clock import stopwatch
from bot.domain.school.roster_files import MOST
from bot.domain.school.rosters import Line
from bot.queries.school import rosters
from bot.simulator.cast import IVAN, MEI, ZHAO
from bot.simulator.phone import Phone
from tests.handlers.school.schools_steps import OVER, labels
from tests.homeline import Homeline
from tests.households import say, tap
from tests.workbooks import workbook


@pytest.fixture(name="zhao")
async def teachers_phone(home: Homeline) -> Phone:
    """Ms. Zhao has opened 3B and is asked for its list."""
    await home.school()
    await home.class_room()
    zhao = home.phone(ZHAO)
    await tap(home, zhao, "🏠", "🎓 3B", "🗒", "➕")
    return zhao


async def lines(home: Homeline, class_id: int = 1) -> list[str]:
    found = await home.app.store.run(lambda tx: rosters.of_class(tx, class_id))
    return [f"{each.line.number or ''} {each.line.name} {each.line.year or ''}".strip() for each in found]


async def send(home: Homeline, phone: Phone, data: bytes, name: str = "3B.csv") -> str:
    phone.document(name, data)
    await home.settle()
    return phone.texts[-1]


async def test_a_file_is_read_out_first_kept_with_one_tap_and_taken_back_with_one(home: Homeline, zhao: Phone) -> None:
    count = len(zhao.texts)
    text = await send(home, zhao, "№;ФИО;Дата рождения\n2;Каримова Зилола;12.05.2017\n1;李雨;2016\n3;;2017\n".encode())

    assert len(zhao.texts) == count + 1  # what was read stands in the place of “I am reading your list”
    assert "I read 2 names:\n2. Каримова Зилола · 2017\n1. 李雨 · 2016\n" in text
    assert "Line 4, “3 2017”: no name." in text
    assert await lines(home) == []
    await tap(home, zhao, "✅")
    assert await lines(home) == ["2 Каримова Зилола 2017", "1 李雨 2016"]
    await tap(home, zhao, "↩️")
    assert await lines(home) == []


async def test_nothing_of_the_file_stays(home: Homeline, zhao: Phone) -> None:
    await send(home, zhao, b"Name,Phone,Illness\nZilola,+998901234567,asthma\nBotir,+998901234568,none\n")
    await tap(home, zhao, "✅")

    kept = await home.app.store.run(lambda tx: str(rosters.of_class(tx, 1)))
    assert "Zilola" in kept
    assert "asthma" not in kept
    assert "99890" not in kept


async def test_a_workbook_is_read(home: Homeline, zhao: Phone) -> None:
    rows: list[list[object]] = [["Class 3B"], [], ["Surname", "Name", "Born"], ["Karimov", "Anvar", 2017]]
    rows.append(["Gʻaniyeva", "Zilola", "2016"])
    text = await send(home, zhao, workbook(rows), "list.xlsx")
    assert "I read 2 names:\nKarimov Anvar · 2017\nGʻaniyeva Zilola · 2016\n" in text


async def test_letters_that_could_be_others_are_asked(home: Homeline, zhao: Phone) -> None:
    text = await send(home, zhao, "Zoë\nAnna\n".encode("cp1252"))
    assert "Which of these is right?" in text
    assert "Zoë" in labels(zhao.last)
    assert len(labels(zhao.last)) > 2
    await tap(home, zhao, "Zoë")
    assert "I read 2 names:\nZoë\nAnna\n" in zhao.texts[-1]
    assert await lines(home) == []


async def test_a_wrong_guess_of_the_letters_is_mended_and_counts_no_child_twice(home: Homeline, zhao: Phone) -> None:
    await say(home, zhao, "Botir")
    await send(home, zhao, "Анвар\nЗилола\nЮсуф\n".encode("cp1251"))
    assert "I read 4 names:\nBotir\nАнвар\n" in zhao.texts[-1]
    await tap(home, zhao, "🔄 Other letters")
    other = next(each for each in labels(zhao.last) if "Анвар" not in each and "Зилола" not in each)
    await tap(home, zhao, other)
    assert "Анвар" not in zhao.texts[-1]
    await tap(home, zhao, "🔄 Other letters")
    await tap(home, zhao, "Анвар")
    assert "I read 4 names:\nBotir\nАнвар\n" in zhao.texts[-1]
    await tap(home, zhao, "✅")
    assert await lines(home) == ["Botir", "Анвар", "Зилола", "Юсуф"]


async def test_which_column_holds_the_names_is_asked_where_it_is_unsure(home: Homeline, zhao: Phone) -> None:
    text = await send(home, zhao, b"Anvar Karimov\tOlim Karimov\nZilola Umarova\tBotir Umarov\n", "3B.tsv")
    assert "Where are the names?" in text
    assert labels(zhao.last)[:2] == ["Anvar Karimov, Zilola Umarova", "Olim Karimov, Botir Umarov"]
    asked = zhao.last
    await tap(home, zhao, "Anvar")
    assert "I read 2 names:\nAnvar Karimov\nZilola Umarova\n" in zhao.texts[-1]
    zhao.press("roster_as:1:column:1", asked)
    await home.settle()
    assert zhao.toast == OVER


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("xl/workbook.xml", bytes(60_000_000))
    return packed.getvalue()


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "This file is empty."),
        (b" \n\n", "This file is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "I found no list in this file."),
        (b"PK\x03\x04 not really", "I found no list in this file."),
        (bytes(MOST + 1), "at most 2 MB"),
        (LOCKED, "This file is locked."),
        (bomb(), "This file holds far more than a list of names."),
        (b"1987,2,3\n4,5,6\n", "I found no list in this file."),
    ],
    ids=["nothing", "blanks", "a picture", "a broken workbook", "too large", "locked", "a bomb", "numbers"],
)
async def test_what_is_no_list_is_answered_kindly(home: Homeline, zhao: Phone, data: bytes, said: str) -> None:
    assert said in await send(home, zhao, data)
    assert "paste them here" in zhao.texts[-1]
    await say(home, zhao, "Zilola")  # and one can go on
    assert "I read 1 name:\nZilola" in zhao.texts[-1]


async def test_a_huge_file_is_not_even_fetched(home: Homeline, zhao: Phone) -> None:
    assert "at most 2 MB" in await send(home, zhao, bytes(49_000_000))
    assert not [each for each in home.simulator.requests if each.method == "getFile"]


async def test_a_formula_is_a_text_without_force(home: Homeline, zhao: Phone) -> None:
    await send(home, zhao, b"Name;Year\n=cmd|' /C calc'!A0;2017\n+Anvar;2017\n@SUM(1);2016\n")
    await tap(home, zhao, "✅")
    kept = await lines(home)
    assert "Anvar 2017" in kept
    assert not [each for each in kept if each.startswith(("=", "+", "-", "@", "\t"))]


async def test_of_forty_errors_a_few_are_told_with_their_count(home: Homeline, zhao: Phone) -> None:
    text = await send(home, zhao, ("1,Anvar\n" + "\n".join(f"{n},???" for n in range(2, 42)) + "\n42,Botir\n").encode())
    assert "I read 2 names:\n1. Anvar\n42. Botir\n" in text
    assert text.count("Line ") == 5
    assert "… and 35 lines more." in text
    assert "Mend these lines and send only them." in text


async def test_five_hundred_lines_are_read_kept_and_taken_back_within_ten_seconds(home: Homeline, zhao: Phone) -> None:
    rows: list[list[object]] = [["№", "Name", "Born"], *([n, f"Pupil {spelled(n)}", 2017] for n in range(1, 501))]
    began = stopwatch()
    assert "I read 500 names:" in await send(home, zhao, workbook(rows), "school.xlsx")
    await tap(home, zhao, "✅")
    assert "500 names are on the list of class 3B now." in zhao.texts[-1]
    kept = len(await lines(home))
    await tap(home, zhao, "↩️")
    seconds = stopwatch() - began
    print(f"500 lines of a workbook, read, kept and taken back: {seconds:.1f} s")
    assert (kept, await lines(home)) == (500, [])
    assert seconds < 10


def spelled(number: int) -> str:
    """A number in letters: names hold no digits."""
    return "".join("abcdefghij"[int(each)] for each in str(number))


async def test_two_teachers_send_their_lists_at_once(home: Homeline, zhao: Phone) -> None:
    ivan = await home.school(IVAN, "Town school")
    await home.class_room(IVAN, "1A")
    await tap(home, ivan, "🏠", "🎓 1A", "🗒", "➕")
    zhao.document("3B.csv", b"1,Zilola\n")
    ivan.document("1A.csv", b"1,Botir\n")
    await home.settle()
    assert "Zilola" in zhao.texts[-1]
    assert "Botir" in ivan.texts[-1]
    assert not zhao.sees("Botir")
    await tap(home, zhao, "✅")
    await tap(home, ivan, "✅")
    assert await lines(home, 1) == ["1 Zilola"]
    assert await lines(home, 2) == ["1 Botir"]


async def test_what_a_second_teacher_has_added_meanwhile_is_not_there_twice(home: Homeline, zhao: Phone) -> None:
    await send(home, zhao, b"1,Zilola\n2,Botir\n")
    await home.app.store.run(lambda tx: rosters.add(tx, 1, [Line("Zilola", 1)]))
    await home.later(seconds=1)
    await tap(home, zhao, "✅")
    assert "1 name is on the list of class 3B now." in zhao.texts[-1]
    assert await lines(home) == ["1 Zilola", "2 Botir"]


async def test_who_has_gone_on_to_something_else_is_told(home: Homeline, zhao: Phone) -> None:
    zhao.document("3B.csv", b"1,Zilola\n")
    zhao.say("🏠 Home")
    await home.settle()
    assert zhao.sees("I took nothing from this file.")
    assert not zhao.sees("Zilola")


async def test_a_file_that_cannot_be_fetched_is_tried_again_then_asked_for(home: Homeline, zhao: Phone) -> None:
    home.simulator.faults.methods = {"getFile"}
    home.simulator.faults.server_error(times=1)
    await send(home, zhao, b"1,Zilola\n")
    assert "One moment." in zhao.texts[-1]
    await home.later(seconds=6)
    assert "I read 1 name:\n1. Zilola" in zhao.texts[-1]

    home.simulator.faults.server_error(times=100)
    await send(home, zhao, b"2,Botir\n")
    for _ in range(6):
        await home.later(minutes=3)
    assert "Please send it once more." in zhao.texts[-1]


async def test_nobody_else_uses_a_teachers_buttons(home: Homeline, zhao: Phone) -> None:
    await send(home, zhao, "Zoë\nAnna\n".encode("cp1252"))
    ivan = await home.school(IVAN, "Town school")
    mei = await home.newcomer(MEI)
    for phone in (ivan, mei):
        for data in ("roster_as:1:charset:0", "roster_else:1:charset", "roster_else:1:column"):
            phone.press(data, phone.last)
            await home.settle()
        assert not phone.sees("Zoë")
