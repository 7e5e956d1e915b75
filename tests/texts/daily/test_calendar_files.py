"""A date as calendars read it: in UTC or whole days, no line too long, no name that breaks it."""

from datetime import UTC, date, datetime, timedelta

from bot.texts.daily.calendar_files import calendar_of, whole_days

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
AT = datetime(2026, 11, 29, 11, 30, tzinfo=UTC)


def lines(content: bytes) -> list[str]:
    """As a calendar reads them: what goes on in the next line belongs to the one before."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_a_call_is_one_event_in_utc_without_a_guest_or_a_place() -> None:
    assert lines(calendar_of("call-7", "Call: Lily", AT, AT + timedelta(minutes=30), NOW)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Homeline//Homeline//EN",
        "BEGIN:VEVENT",
        "UID:call-7@homeline.invalid",
        "DTSTAMP:20261123T080000Z",
        "DTSTART:20261129T113000Z",
        "DTEND:20261129T120000Z",
        "SUMMARY:Call: Lily",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_long_name_is_folded_by_octets_and_no_sign_ends_the_line() -> None:
    name = "莉莉" * 20 + "; DTEND, \\ \nATTENDEE:x"
    content = calendar_of("visit-1", name, *whole_days(date(2026, 12, 24), date(2026, 12, 27)), NOW)

    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert "SUMMARY:" + "莉莉" * 20 + "\\; DTEND\\, \\\\ ATTENDEE:x" in lines(content)
    assert lines(content)[6:8] == ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"]
    assert whole_days(date(2026, 12, 24), None) == (date(2026, 12, 24), date(2026, 12, 25))
