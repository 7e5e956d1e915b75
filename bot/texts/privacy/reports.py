"""What is said when somebody reports what another person wrote."""

from bot.db import installation
from bot.domain import emoji
from bot.domain.privacy import reports as on_reports
from bot.queries.circle import circles
from bot.queries.privacy import reportable, reports
from bot.texts import clocks
from bot.texts.buttons import undo
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.operator import operator
from bot.texts.quoting import inline
from bot.texts.reader import Reader

_ROOM = 18  # signs of the words themselves on a button


def items_shown(reader: Reader, about: on_reports.ItemsShown) -> Message:
    """One button for each thing; then those who are not heard."""
    found = reportable.recent(reader.tx, reader.person.id, on_reports.SHOWN)
    rows = column(*(_item(reader, each) for each in found), *heard_again(reader))
    if not found:
        # L10N: somebody wants to report something, and nobody has written to them yet.
        return Message(reader.say("Nobody has written to you here yet."), rows)
    # L10N: above a list of what people wrote, one button each. No blame, no question for details.
    return Message(reader.say("Which one is not right?"), rows)


def item_reported(reader: Reader, about: on_reports.ItemReported) -> Message | None:
    """Who reads it and when; the writer does not hear of it."""
    found = reports.get(reader.tx, about.report_id)
    if found is None:
        return None
    name = _name(reader, found.author_id, found.payload["child_id"])
    who = operator(reader)
    hours = installation.get(reader.tx, installation.REPORT_HOURS)
    lines = [
        # L10N: after a report; {who} is the organisation, {name} wrote what was reported.
        reader.say("🚩 Thank you. This goes to {who}.\n{name} does not hear of it.", who=who, name=name)
    ]
    if hours:
        # L10N: after a report; {hours} is as the organisation wrote it, such as “Mon-Fri 9:00-17:00”.
        lines.append(reader.say("They read it: {hours}. In danger, call the emergency number.", hours=hours))
    # L10N: a button: from now on nothing that {name} writes comes to me.
    quiet = f"{emoji.MUTE} " + reader.label("Mute {name}", name=name)
    return Message(
        "\n".join(lines),
        column(
            button(quiet, "silence", found.payload["what"], found.payload["id"]),
            undo(reader, "report_undo", found.id),
        ),
    )


def report_taken_back(reader: Reader, about: on_reports.ReportTakenBack) -> Message:
    """It was not meant so."""
    # L10N: somebody has taken a report back.
    return Message(reader.say("Taken back. Nobody reads it."))


def writer_muted(reader: Reader, about: on_reports.WriterMuted) -> Message | None:
    """What still comes, and the way back."""
    found = reportable.of(reader.tx, reader.person.id, about.what, about.item_id)
    if found is None:
        return None
    name = _name(reader, found.author_id, found.child_id)
    # L10N: nothing that {name} writes comes any more; illness and what is urgent still do.
    text = reader.say("What {name} writes does not come to you any more. Illness and urgent news still do.", name=name)
    return Message(f"{emoji.MUTE} {text}", column(undo(reader, "hear_again", found.author_id)))


def writer_unmuted(reader: Reader, about: on_reports.WriterUnmuted) -> Message:
    """It comes again."""
    # L10N: what somebody writes comes again.
    return Message(reader.say("All right. What they write comes to you again."))


def report_answered(reader: Reader, about: on_reports.ReportAnswered) -> Message:
    """What became of it."""
    if about.outcome == on_reports.ReportOutcome.ACTED:
        # L10N: the outcome of a report, to the reporter alone.
        text = reader.say("🚩 Your report was read, and something was done about it. Thank you.")
    elif about.outcome == on_reports.ReportOutcome.PASSED_ON:
        # L10N: the outcome of a report, to the reporter alone.
        text = reader.say("🚩 Your report was read, and passed on to those who protect children. Thank you.")
    else:
        # L10N: the outcome of a report, to the reporter alone: nothing was changed.
        text = reader.say("🚩 Your report was read. Nothing was changed. Thank you all the same.")
    return Message(headed(emoji.HOME, "Homeline", text))  # whoever holds the phone reads nothing of a report


def help_rows(reader: Reader, what: str, item_id: int) -> tuple[tuple[Button, ...], ...]:
    """Below ☂️: report what the help was asked under, or anything; and whoever is not heard."""
    found = reportable.item(reader.tx, reader.person.id, what, item_id) if what else None
    if found is None:
        # L10N: a button in help: report something that a person wrote.
        return column(button(f"{emoji.REPORT} " + reader.label("Report"), "report"), *heard_again(reader))
    name = _name(reader, found.author_id, found.child_id)
    # L10N: a button in help, opened below something that a person wrote: report it.
    this = button(f"{emoji.REPORT} " + reader.label("Report this"), "report_item", what, item_id)
    # L10N: a button: from now on nothing that {name} writes comes to me.
    quiet = f"{emoji.MUTE} " + reader.label("Mute {name}", name=name)
    return column(this, button(quiet, "silence", what, item_id), *heard_again(reader))


def heard_again(reader: Reader) -> tuple[Button, ...]:
    """One button for each writer who is not heard."""
    return tuple(
        # L10N: a button: what {name} writes comes to me again.
        button(f"{emoji.UNDO} " + reader.label("Unmute {name}", name=_name(reader, *each)), "hear_again", each[0])
        for each in reports.muted_by(reader.tx, reader.person.id)
    )


def _item(reader: Reader, written: reportable.Written) -> Button:
    words = " ".join(str(written.content.get("text", "")).split())
    shown = words if len(words) <= _ROOM else f"{words[:_ROOM].rstrip()}…"
    # What has no words is told apart by when it came.
    rest = (
        f" · {reader.label('“{words}”', words=inline(shown))}"
        if shown
        else f" · {clocks.one(reader, written.at)}"
        if written.at
        else ""
    )
    label = f"{emoji.REPORT} {_name(reader, written.author_id, written.child_id)}{rest}"
    return button(label, "report_item", written.what, written.id)


def _name(reader: Reader, author_id: int, child_id: int) -> str:
    circle = circles.get(reader.tx, child_id)
    return reader.named(circle, author_id) if circle else ""
