"""What an operator must act on, and that it is over."""

from datetime import datetime

from bot.domain import emoji
from bot.domain.operators import pages as about_
from bot.domain.operators.pages import Page
from bot.texts import clocks
from bot.texts.message import Button, Message, column, headed
from bot.texts.operators.answering import reports_button
from bot.texts.operators.operators import operator_button
from bot.texts.reader import Reader


def page_opened(reader: Reader, about: about_.PageOpened) -> Message:
    """What it is, what to do, and since when."""
    lines = [what(reader, about.page), _to_do(reader, about.page)]
    if about.many > 1:
        # L10N: to an operator, below what is amiss: how many of it there are.
        lines.append(reader.say("How many: {count}.", count=about.many))
    # L10N: to an operator, below what is amiss; {day} such as “Tue, May 3”, {time} such as 14:05.
    lines.append(reader.say("Since {day}, {time}.", **clocks.dated(reader, about.since)))
    return Message(headed(emoji.PAGE, "Homeline", "\n".join(lines)), column(_leads_to(reader, about.page)))


def page_moved(reader: Reader, about: about_.PageMoved) -> Message:
    """One line stays."""
    # L10N: to an operator: in place of a message about what is amiss, which has come anew further down.
    return Message(headed(emoji.PAGE, "Homeline", reader.say("Newer below.")), in_place=True)


def page_over(reader: Reader, about: about_.PageOver) -> Message:
    """All clear."""
    times = {"begin": _moment(reader, about.since), "end": _moment(reader, about.until)}
    lines = [
        # L10N: to an operator: what was amiss is over; {what} is the sentence by which it was told.
        reader.say("All clear. It was: {what}", what=what(reader, about.page)),
        # L10N: to an operator: from when to when something was amiss; each such as “Tue, May 3, 14:05”.
        reader.say("From {begin} to {end}.", **times),
    ]
    return Message(headed(emoji.YES, "Homeline", "\n".join(lines)))


def _moment(reader: Reader, at: datetime) -> str:
    # L10N: a moment: {day} such as “Tue, May 3”, {time} such as 14:05.
    return reader.label("{day}, {time}", **clocks.dated(reader, at))


def _leads_to(reader: Reader, page: str) -> Button:
    return reports_button(reader) if page in {Page.REPORT, Page.REPORT_LATE} else operator_button(reader)


def what(reader: Reader, page: str) -> str:
    """What is amiss, in one sentence."""
    return {
        # L10N: to an operator: what is amiss. The token is the bot's password at Telegram.
        Page.TOKEN: reader.say("Telegram refuses the bot's token."),
        # L10N: to an operator: what is amiss.
        Page.TELEGRAM: reader.say("Telegram cannot be reached."),
        # L10N: to an operator: what is amiss: Telegram calls our server's address (a webhook) and gets no answer.
        Page.WEBHOOK: reader.say("Telegram's calls do not get through to us."),
        # L10N: to an operator: what is amiss: alerts are late, or nothing is sent at all.
        Page.SENDER: reader.say("Messages do not leave."),
        # L10N: to an operator: what is amiss: what people send waits at Telegram, since nobody fetches it.
        Page.UPDATES: reader.say("What people send piles up at Telegram."),
        # L10N: to an operator: what is amiss: the program failed at something that somebody sent, and put it aside.
        Page.PARKED: reader.say("Something that was sent could not be handled."),
        # L10N: to an operator: what is amiss: an urgent message was tried for an hour, in vain.
        Page.GIVEN_UP: reader.say("An alert could not be delivered."),
        # L10N: to an operator: what is amiss: the server's clock.
        Page.CLOCK: reader.say("The clock is not right."),
        # L10N: to an operator: what is amiss.
        Page.DISK: reader.say("The disk is nearly full."),
        # L10N: to an operator: what is amiss: the last backup is too old, or there is none.
        Page.BACKUP: reader.say("There is no fresh backup."),
        # L10N: to an operator: what is amiss: a key that seals what is stored, the bot's token, or the backup's key.
        Page.KEYS: reader.say("A key is wrong, or older than a year."),
        # L10N: to an operator: what is amiss: families are promised that no backup is older than 35 days.
        Page.OLD_FILES: reader.say("Backups lie here that are too old."),
        # L10N: to an operator who looks after schools: what is amiss: teacher and lead have left.
        Page.SCHOOLS: reader.say("A class has no teacher, and its school no lead."),
        # L10N: to an operator who answers for the safety of children.
        Page.REPORT: reader.say("A family has reported something."),
        # L10N: to an operator who answers for the safety of children: it waits longer than families were promised.
        Page.REPORT_LATE: reader.say("A report waits longer than was promised."),
        # L10N: to an operator who answers for the safety of children: nobody has dialled these numbers for 180 days.
        Page.HELPLINES: reader.say("Families do not see some helplines."),
    }[Page(page)]


def _to_do(reader: Reader, page: str) -> str:
    return {
        # L10N: to an operator: what to do about a token that is refused; {bot} is Telegram's own bot for this.
        Page.TOKEN: reader.say("Copy it again from {bot}.", bot="@BotFather"),
        # L10N: to an operator: what to do where Telegram cannot be reached.
        Page.TELEGRAM: reader.say("Check the network and the proxy."),
        # L10N: to an operator: what to do where Telegram's calls do not come through.
        Page.WEBHOOK: reader.say("Check the address, the proxy and its certificate."),
        # L10N: to an operator: what to do where nothing is sent.
        Page.SENDER: reader.say("Check that Homeline runs, and the network."),
        # L10N: to an operator: what to do where nobody fetches what people send.
        Page.UPDATES: reader.say("Check that Homeline runs. Telegram keeps it for a day."),
        # L10N: to an operator: what to do where the program has put something aside.
        Page.PARKED: reader.say("The log says where. An upgrade may mend it."),
        # L10N: to an operator: what to do where an alert was given up; {command} such as “homeline status”.
        Page.GIVEN_UP: reader.say("To see why, run: {command}", command="homeline status"),
        # L10N: to an operator: what to do about the clock; {command} such as “homeline status”.
        Page.CLOCK: reader.say("Set it right, then run: {command}", command="homeline clock"),
        # L10N: to an operator: what to do about the disk.
        Page.DISK: reader.say("Make room now. Without it nothing can be kept."),
        # L10N: to an operator: what to do where there is no fresh backup.
        Page.BACKUP: reader.say("See why the nightly one does not come."),
        # L10N: to an operator: what to do about a key; {command} such as “homeline status”.
        Page.KEYS: reader.say("To see which, run: {command}", command="homeline doctor"),
        # L10N: to an operator: what to do about backups that are too old.
        Page.OLD_FILES: reader.say("Remove them here and elsewhere."),
        # L10N: to an operator: what to do where nobody leads a school.
        Page.SCHOOLS: reader.say("Send somebody there a new link."),
        # L10N: to an operator: what to do about a report.
        Page.REPORT: reader.say("Please read it and answer it."),
        # L10N: to an operator: what to do about a report that waits for too long.
        Page.REPORT_LATE: reader.say("Please answer it now."),
        # L10N: to an operator: what to do about helplines that are hidden.
        Page.HELPLINES: reader.say("Have them dialled, and note the day."),
    }[Page(page)]
