"""Calendar files as programs write them."""


def event(*lines: str, name: str = "Trip") -> str:
    """One entry; its dates are the lines."""
    return "\r\n".join(["BEGIN:VEVENT", f"SUMMARY:{name}", *lines, "END:VEVENT", ""])


def whole(first: str, end: str = "", *lines: str, name: str = "Trip") -> str:
    """An entry of whole days; `end` is not in it."""
    last = [f"DTEND;VALUE=DATE:{end}"] if end else []
    return event(f"DTSTART;VALUE=DATE:{first}", *last, *lines, name=name)


def file(*events: str) -> bytes:
    """The file around them."""
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", f"{''.join(events)}END:VCALENDAR", ""]).encode()
