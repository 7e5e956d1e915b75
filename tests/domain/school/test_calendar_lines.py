"""Lines of a school's calendar as people type them: when and what, in any order; what could be meant twice is asked."""

from datetime import date

import pytest

from bot.domain.school.calendar_lines import Order, read
from bot.domain.school.calendars import DayKind, Wrong

TODAY = date(2026, 11, 23)
SUMMER = "2027-07-03", "2027-08-31"


@pytest.mark.parametrize(
    ("line", "first", "until", "name"),
    [
        ("2026-12-24 Sports day", "2026-12-24", "2026-12-24", "Sports day"),
        ("24.12.–10.1. Winter holiday", "2026-12-24", "2027-01-10", "Winter holiday"),
        ("24.12.2026 - 10.01.2027: Зимние каникулы", "2026-12-24", "2027-01-10", "Зимние каникулы"),
        ("15.1. Exam: maths", "2027-01-15", "2027-01-15", "Exam: maths"),
        ("1月1日 元旦放假", "2027-01-01", "2027-01-01", "元旦放假"),
        ("1月1日至3日 元旦放假", "2027-01-01", "2027-01-03", "元旦放假"),
        ("2027年1月20日—2月20日：寒假", "2027-01-20", "2027-02-20", "寒假"),
        ("24 Dec to 26 Dec, Christmas", "2026-12-24", "2026-12-26", "Christmas"),
        ("Dec 24, 2026 School play", "2026-12-24", "2026-12-24", "School play"),
        ("5 iyul Bayram", "2027-07-05", "2027-07-05", "Bayram"),
        ("20 ноября – 30 ноября Выставка", "2026-11-20", "2026-11-30", "Выставка"),  # it has begun
        # a summer, in every hand
        ("3.7.2027-31.8.2027 Summer", *SUMMER, "Summer"),
        ("3.7.-31.8.2027 Summer", *SUMMER, "Summer"),
        ("3.7.–31.8. Summer", *SUMMER, "Summer"),
        ("03.07.27 — 31.08.27, Summer", *SUMMER, "Summer"),
        ("3. 7. 2027 – 31. 8. 2027 Summer", *SUMMER, "Summer"),
        ("3.7.2027 bis 31.8.2027 Sommerferien", *SUMMER, "Sommerferien"),
        ("July 3 – Aug 31 2027 Summer", *SUMMER, "Summer"),
        ("July 3 – Aug 31, 2027: Summer holidays", *SUMMER, "Summer holidays"),
        ("From 3rd of July until 31st August: Summer", *SUMMER, "Summer"),
        ("Saturday, 3 July 2027 to Tuesday, 31 August 2027 - Summer", *SUMMER, "Summer"),
        ("2027年7月3日至8月31日 暑假", *SUMMER, "暑假"),
        ("7月3日到8月31日 暑假", *SUMMER, "暑假"),
        ("7月3号～8月31号暑假", *SUMMER, "暑假"),
        ("２０２７年７月３日－８月３１日：暑假", *SUMMER, "暑假"),
        ("暑假：自2027年7月3日起至8月31日止", *SUMMER, "暑假"),
        ("2027年7月3日（周六）至8月31日（周二）为暑假", *SUMMER, "暑假"),
        ("2027.7.3-2027.8.31 暑假", *SUMMER, "暑假"),
        ("2027-07-03/2027-08-31 Summer", *SUMMER, "Summer"),
        ("с 3 июля по 31 августа 2027 г. Лето", *SUMMER, "Лето"),
        # what it is stands before, or round it
        ("Summer 3.7.2027-31.8.2027", *SUMMER, "Summer"),
        ("Summer (3.7.–31.8.2027)", *SUMMER, "Summer"),
        ("Summer holidays from 3 July to 31 August", *SUMMER, "Summer holidays"),
        ("暑假 7月3日到8月31日", *SUMMER, "暑假"),
        ("School closed 3.7.–31.8. because of works", *SUMMER, "School closed because of works"),
        ("1. 3.7.2027–31.8.2027 Summer", *SUMMER, "Summer"),
        ("Summer\t3.7.2027\t31.8.2027", *SUMMER, "Summer"),
        ("3.7.2027;31.8.2027;Summer", *SUMMER, "Summer"),
        ("Grade 3.5 test 15.1.", "2027-01-15", "2027-01-15", "Grade 3.5 test"),
        # one month or year for both
        ("24-26 Dec Christmas", "2026-12-24", "2026-12-26", "Christmas"),
        ("Dec 24-26, 2026 Christmas", "2026-12-24", "2026-12-26", "Christmas"),
        ("3.-10.7.2027 Camp", "2027-07-03", "2027-07-10", "Camp"),
        ("24.12.-26. Trip", "2026-12-24", "2026-12-26", "Trip"),
        ("с 3 по 10 июля Лагерь", "2027-07-03", "2027-07-10", "Лагерь"),
        ("5-iyuldan 10-iyulgacha ta'til", "2027-07-05", "2027-07-10", "ta'til"),
        # over the new year, whichever year is written
        ("20.12.2026-10.1. Winter", "2026-12-20", "2027-01-10", "Winter"),
        ("20.12.-10.1.2027 Winter", "2026-12-20", "2027-01-10", "Winter"),
        ("20.12.-10.1.2028 Winter", "2027-12-20", "2028-01-10", "Winter"),
        ("28.2.-3.3. Break", "2027-02-28", "2027-03-03", "Break"),
        # numbers that are no days
        ("24.12. – 26 pupils sing", "2026-12-24", "2026-12-24", "26 pupils sing"),
        ("24.12. - 10:00 Play", "2026-12-24", "2026-12-24", "10:00 Play"),
        ("24.12. to the museum", "2026-12-24", "2026-12-24", "to the museum"),
        # two numbers of which only one can be the day
        ("25/12/2026 Play", "2026-12-25", "2026-12-25", "Play"),
        ("12/25/2026 Play", "2026-12-25", "2026-12-25", "Play"),
        ("5/5 Play", "2027-05-05", "2027-05-05", "Play"),
        ("3/7/2027-31/8/2027 Summer", *SUMMER, "Summer"),
        ("7/3 - 8/31 Summer", *SUMMER, "Summer"),
        ("7.3-8.31 暑假", *SUMMER, "暑假"),
        ("3-10/7/2027 Camp", "2027-07-03", "2027-07-10", "Camp"),
    ],
)
def test_a_day_or_several_and_what_they_are(line: str, first: str, until: str, name: str) -> None:
    found = read(line, TODAY)
    assert (found.wrong, found.unclear) == ([], [])
    (day,) = found.days
    assert (day.first, day.until, day.name) == (date.fromisoformat(first), date.fromisoformat(until), name)


def test_several_days_of_one_name_are_a_line_each() -> None:
    days = read("24.12., 31.12. and 6.1.–8.1. No school", TODAY).days
    assert [(each.first.day, each.until.day, each.name) for each in days] == [
        (24, 24, "No school"),
        (31, 31, "No school"),
        (6, 8, "No school"),
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Winter holiday", Wrong.NO_DATE),
        ("31.2. A day that is none", Wrong.NO_DATE),
        ("5 Marathon runners", Wrong.NO_DATE),
        ("13/13/2027 Trip", Wrong.NO_DATE),
        ("24.12.", Wrong.NO_NAME),
        ("7月3日到8月31日", Wrong.NO_NAME),
        ("2026-10-01 Long ago", Wrong.PAST),
        ("3/4/2026 Long ago, whichever it is", Wrong.PAST),
        ("2026-12-24 – 2026-12-20 Backwards", Wrong.BACKWARDS),
        ("31.8.2027-3.7.2027 Summer", Wrong.BACKWARDS),
        ("31/8 - 3/7 Summer", Wrong.BACKWARDS),
        ("2026-12-24 – 2027-12-20 A year", Wrong.TOO_LONG),
        ("1.7.2027-1.7.2030 Summer", Wrong.TOO_LONG),
        ("2027年7月3日至2030年8月31日 暑假", Wrong.TOO_LONG),
        ("3.7.2072-31.8.2072 Summer", Wrong.FAR),
    ],
)
def test_what_is_wrong_is_said_by_line_and_the_rest_is_kept(line: str, why: Wrong) -> None:
    found = read(f"\n{line}\n15.1. Exam", TODAY)
    assert [each.name for each in found.days] == ["Exam"]
    assert [(each.line, each.wrong) for each in found.wrong] == [(2, why)]
    assert found.unclear == []


@pytest.mark.parametrize(
    ("line", "by_day", "by_month"),
    [
        ("3/7/2027 Trip", "2027-07-03", "2027-03-07"),
        ("3/7 Trip", "2027-07-03", "2027-03-07"),
        ("03-07-2027 Trip", "2027-07-03", "2027-03-07"),
        ("Trip on 3/7/2027", "2027-07-03", "2027-03-07"),
        ("3/7/2027–5/7/2027 Camp", "2027-07-03", "2027-03-07"),
        ("3.7 春游", "2027-07-03", "2027-03-07"),  # with dots the month comes first in China
        ("10/12/2026 Trip", "2026-12-10", "2026-10-12"),  # one of them is over: perhaps it was that
    ],
)
def test_a_day_that_could_be_another_is_asked_about_not_guessed(line: str, by_day: str, by_month: str) -> None:
    found = read(line, TODAY)
    assert (found.days, found.wrong, found.order) == ([], [], None)
    (unclear,) = found.unclear
    first = {Order.DAY: date.fromisoformat(by_day), Order.MONTH: date.fromisoformat(by_month)}
    assert (unclear.line, unclear.first) == (line, first)


def test_once_its_order_is_known_a_line_is_read_by_it() -> None:
    line = "3/7/2027–5/7/2027 Camp"
    for order, first, until in ((Order.DAY, (7, 3), (7, 5)), (Order.MONTH, (3, 7), (5, 7))):
        (day,) = read(line, TODAY, order).days
        assert ((day.first.month, day.first.day), (day.until.month, day.until.day)) == (first, until)


def test_a_line_that_can_be_meant_in_one_way_tells_how_its_writer_means_the_others() -> None:
    found = read("3/7/2027 Trip\n25/9/2026 It was", TODAY)
    assert ([each.first for each in found.days], found.order) == ([date(2027, 7, 3)], Order.DAY)
    found = read("3/7/2027 Trip\n12/25/2026 Play", TODAY)
    assert ([each.first.month for each in found.days], found.order) == ([3, 12], Order.MONTH)


def test_where_lines_of_two_hands_are_mixed_it_is_asked() -> None:
    found = read("3/7/2027 Trip\n25/12/2026 Play\n12/26/2026 Play", TODAY)
    assert ([each.first.day for each in found.days], len(found.unclear), found.order) == ([25, 26], 1, None)


@pytest.mark.parametrize(
    "line", ["3.7.2027-31.8.2027 Summer", "24-26 Dec Christmas", "2月3日至9日 春节", "1月1日 元旦"]
)
def test_a_season_of_several_days_and_a_feast_of_china_are_holidays(line: str) -> None:
    assert read(line, TODAY).days[0].kind is DayKind.HOLIDAY


@pytest.mark.parametrize(
    "line", ["24.12. Christmas", "3.7.-10.7. Summer camp", "1.3.-31.3. Spring term", "12月31日 元旦晚会"]
)
def test_a_day_of_a_season_or_what_is_done_in_it_is_none(line: str) -> None:
    assert read(line, TODAY).days[0].kind is DayKind.EVENT


@pytest.mark.parametrize("line", ["1 " * 2000, "1/1-" * 1000, "月" * 4000, "3.7.," * 800, "(" * 4000, "7月3日至" * 800])
def test_whatever_a_message_holds_it_is_read_at_once(line: str) -> None:
    found = read(line, TODAY)
    assert len(found.days) + len(found.wrong) + len(found.unclear) >= 1
