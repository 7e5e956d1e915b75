"""What an operator reads of reports: that they wait, one with its words while it is open, and the duty file's dates."""

from datetime import date

from bot.db import installation
from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.operators import answering as about_
from bot.domain.privacy.reports import ReportOutcome
from bot.queries.privacy import reports
from bot.queries.privacy.reports import Report
from bot.texts import clocks
from bot.texts.message import Button, Message, button, column, headed
from bot.texts.operators.operators import may, operator_button
from bot.texts.quoting import quoted
from bot.texts.reader import Reader


def reports_shown(reader: Reader, about: about_.ReportsShown) -> Message | None:
    """One button for each, the oldest first."""
    if not may(reader, Action.ANSWER_REPORTS):
        return None
    waiting = [
        each
        for each in reports.listed(reader.tx, closed=False)
        if reports.may_answer(reader.tx, each, reader.person.id)
    ]
    if not waiting:
        # L10N: to an operator who answers for the safety of children: no family waits for an answer.
        return Message(f"{emoji.REPORT} " + reader.say("No report waits."), column(operator_button(reader)))
    # L10N: to an operator who answers for the safety of children, above a list of reports, the oldest first.
    text = reader.say("These wait. That you read one is written down.")
    rows = [button(f"{emoji.REPORT} {clocks.one(reader, each.at)}", "op_report", each.id) for each in waiting]
    return Message(f"{emoji.REPORT} {text}", column(*rows, operator_button(reader)))


def report_read(reader: Reader, about: about_.ReportRead) -> Message:
    """Its words while it is open, and for who may; afterwards no word of them stays in the message."""
    found = reports.get(reader.tx, about.report_id)
    mine = may(reader, Action.ANSWER_REPORTS) and found and reports.may_answer(reader.tx, found, reader.person.id)
    if found is None or found.closed_at or not mine:
        # L10N: to an operator, in place of a report's words: it was ended, or taken back.
        text = reader.say("This report is closed.")
        return Message(headed(emoji.REPORT, "Homeline", text), column(reports_button(reader)), in_place=True)
    words = str(found.payload.get("text", ""))
    # L10N: to an operator, below a report: it was a voice, a picture or the like, which they are not shown.
    rest = [] if words else [reader.say("It came without words.")]
    return Message(
        "\n".join([_head(reader, found), quoted(words), *rest]), column(*_outcomes(reader, found)), protect=True
    )


def _head(reader: Reader, found: Report) -> str:
    when = clocks.dated(reader, found.at)
    lines = [
        # L10N: to an operator, above a report's words; {day} such as “Tue, May 3”, {time} such as 14:05.
        reader.say("Reported on {day}, {time}.", **when),
        # L10N: to an operator, above a report's words: numbers that stand for who wrote it and for the family.
        reader.say(
            "Person {number}, circle {circle}.", number=found.author_id, circle=found.payload.get("child_id", "—")
        ),
    ]
    return headed(emoji.REPORT, "Homeline", "\n".join(lines))


def _outcomes(reader: Reader, found: Report) -> list[Button]:
    said = {
        # L10N: a button of an operator: what became of a report: something was done about it.
        ReportOutcome.ACTED: reader.label("Acted"),
        # L10N: a button of an operator: what became of a report: it is with those who protect children.
        ReportOutcome.PASSED_ON: reader.label("Passed on"),
        # L10N: a button of an operator: what became of a report: everything stays as it was.
        ReportOutcome.KEPT: reader.label("Nothing changed"),
    }
    return [button(f"{emoji.REPORT} {words}", "op_outcome", found.id, each) for each, words in said.items()]


def reports_button(reader: Reader) -> Button:
    """🚩 what waits."""
    # L10N: a button of an operator: the list of what families have reported.
    return button(f"{emoji.REPORT} " + reader.label("Reports"), "op_reports")


def duty_button(reader: Reader) -> Button:
    """📖 the safeguarding file."""
    # L10N: a button of an operator: who answers for the safety of children here, and since when what was checked.
    return button(f"{emoji.READ} " + reader.label("Duty file"), "op_duty")


def duty_shown(reader: Reader, about: about_.DutyShown) -> Message | None:
    """What families are promised, and when it was last looked after."""
    if not may(reader, Action.ANSWER_REPORTS):
        return None
    hours, dialled = _learned(reader, installation.REPORT_HOURS), _learned(reader, installation.HELPLINES_ON)
    if not hours:
        # L10N: to an operator: no file says who answers for the safety of children; {name} is a setting's name.
        text = reader.say("There is no duty file. Set {name}.", name="HOMELINE_SAFEGUARDING")
        return Message(f"{emoji.READ} {text}", column(operator_button(reader)))
    within = int(installation.reports_within(reader.tx).total_seconds() // 3600)
    lines = [
        # L10N: on an operator's card: when reports are read, as the organisation wrote it: “Mon-Fri 9:00-17:00”.
        reader.say("Reports are read: {hours}", hours=hours),
        # L10N: on an operator's card: in how many hours a report is to be answered.
        reader.say("Answered within hours: {count}", count=within),
    ]
    if dialled:
        # L10N: on an operator's card: when the helplines were last dialled; {day} such as “Tue, May 3”.
        lines.append(reader.say("Helplines dialled: {day}", day=reader.day(date.fromisoformat(dialled))))
    if danger := _learned(reader, installation.SIGNED_DANGER):
        # L10N: on an operator's card: who has signed the card that shows danger signs, and when, as it was written.
        lines.append(reader.say("Danger card signed: {name}", name=danger))
    if crisis := _learned(reader, installation.SIGNED_CRISIS):
        # L10N: on an operator's card: who has signed the card for somebody in a crisis, and when, as it was written.
        lines.append(reader.say("Crisis card signed: {name}", name=crisis))
    return Message(f"{emoji.READ} " + "\n".join(lines), column(operator_button(reader)))


def _learned(reader: Reader, name: str) -> str:
    return installation.get(reader.tx, name) or ""
