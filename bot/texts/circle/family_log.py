"""What happened around a child, in plain words, for the adults of the circle."""

from bot.domain import audit as about_
from bot.domain import emoji
from bot.domain.audit import AuditEvent, Entry
from bot.domain.circle.circles import Circle
from bot.domain.local_time import local
from bot.queries import audit
from bot.queries.school import school_talks, talk_readers
from bot.texts.message import Message, button, column
from bot.texts.reader import Reader

_LINES = 12


def log_child_asked(reader: Reader, about: about_.LogChildAsked) -> Message:
    """One button for each child."""
    mine = reader.circles()
    # L10N: around which child; the children's names are on buttons below.
    text = reader.say("Whose circle?")
    return Message(
        text, column(*(button(f"{emoji.LOG} {each.child.name}", "log", each.child.id, 0) for each, _ in mine))
    )


def log_shown(reader: Reader, about: about_.LogShown) -> Message:
    """The newest first; on separate lines nobody is named."""
    circle = reader.circle(about.child_id)
    found = audit.of_circle(reader.tx, circle, _LINES + 1, about.page * _LINES, reader=reader.person.id)
    # L10N: above a list of who joined, left or changed something around {child}.
    lines = [reader.say("{child}'s circle, the newest first:", child=circle.child.name)]
    lines += [_line(reader, circle, each) for each in found[:_LINES] if not _is_unheard(reader, circle, each)]
    if len(found) <= _LINES:
        return Message("\n".join(lines))
    # L10N: a button: what happened before that.
    older = button(f"{emoji.ANOTHER} " + reader.label("Before that"), "log", circle.child.id, about.page + 1)
    return Message("\n".join(lines), column(older))


def _is_unheard(reader: Reader, circle: Circle, entry: Entry) -> bool:
    """On separate lines the other parent leaves without a word here too, and each has words with the school."""
    if entry.entity == audit.THREAD:
        thread = school_talks.thread(reader.tx, entry.entity_id or 0)
        return thread is None or talk_readers.for_family(reader.tx, thread, reader.person.id) is None
    return entry.event is AuditEvent.LEFT and entry.by is not None and reader.hides(circle, entry.by)


def _line(reader: Reader, circle: Circle, entry: Entry) -> str:
    day = reader.day(local(entry.at, reader.person.zone).date())
    names = {"who": _who(reader, circle, entry), "whom": _whom(reader, circle, entry)}
    return f"{day} · {_words(reader, entry, names)}"


def _who(reader: Reader, circle: Circle, entry: Entry) -> str:
    if entry.by is None:
        # L10N: stands for whoever runs the bot, in “{who}: opened the circle to Li again”.
        return reader.label("whoever runs the bot")
    return _called(reader, circle, entry.by)


def _whom(reader: Reader, circle: Circle, entry: Entry) -> str:
    member = next((each for each in circle.members if each.id == entry.entity_id), None)
    # L10N: stands for {whom}, whose name is not known or not shown: “Mei: let another adult in”.
    return _called(reader, circle, member.person_id) if member else reader.label("another adult")


def _called(reader: Reader, circle: Circle, person_id: int) -> str:
    if person_id == reader.person.id:
        # L10N: the reader, in a list of what happened: “you let Li in”.
        return reader.label("you")
    member = next((each for each in circle.members if each.person_id == person_id), None)
    if member is None or circle.child.separate_lines:
        # L10N: stands for somebody whose name is not known or not shown.
        return reader.label("somebody")
    return reader.named(circle, person_id)


def _words(reader: Reader, entry: Entry, names: dict[str, str]) -> str:
    """A sentence with places for who did it and whom it was about."""
    sentences = {
        # L10N: what happened around a child; {who}, who did it, may be “you” or “somebody”.
        AuditEvent.CHILD_ADDED: reader.say("{who}: added the child", **names),
        # L10N: what happened around a child; {who} made a link that lets an adult in.
        AuditEvent.INVITED: reader.say("{who}: made an invite", **names),
        # L10N: what happened around a child; {who} took back a link that was not used yet.
        AuditEvent.INVITE_REVOKED: reader.say("{who}: took an invite back", **names),
        # L10N: what happened around a child; {who} opened a link, and waits for a yes.
        AuditEvent.ASKED_TO_JOIN: reader.say("{who}: opened an invite", **names),
        # L10N: what happened around a child; {who} said yes, and {whom} is in the circle now.
        AuditEvent.JOINED: reader.say("{who}: let {whom} in", **names),
        # L10N: what happened around a child; {who} said no to {whom}, who wanted to join.
        AuditEvent.REFUSED: reader.say("{who}: did not let {whom} in", **names),
        # L10N: what happened around a child; {who} left the circle.
        AuditEvent.LEFT: reader.say("{who}: left", **names),
        # L10N: what happened around a child; {who} took {whom} out of the circle.
        AuditEvent.REMOVED: reader.say("{who}: took {whom} out", **names),
        # L10N: what happened around a child; {who} undid that, and {whom} stays in the circle.
        AuditEvent.REMOVAL_STOPPED: reader.say("{who}: let {whom} stay", **names),
        # L10N: what happened around a child; {who}, a parent, has said that they live with the child, or far away.
        AuditEvent.HOME_CHANGED: reader.say("{who}: said where they live", **names),
        # L10N: what happened around a child; since then separated parents see nothing of each other.
        AuditEvent.SEPARATED: reader.say("{who}: began separate lines", **names),
        # L10N: what happened around a child; separated parents see each other again.
        AuditEvent.JOINED_LINES: reader.say("{who}: ended separate lines", **names),
        # L10N: what happened around a child; nothing goes to the phone of {whom} for now.
        AuditEvent.SUSPENDED: reader.say("{who}: closed the circle to {whom} for now", **names),
        # L10N: what happened around a child; messages go to the phone of {whom} again.
        AuditEvent.RESTORED: reader.say("{who}: opened the circle to {whom} again", **names),
        # L10N: what happened around a child; nothing new about the child is shared.
        AuditEvent.SHARING_STOPPED: reader.say("{who}: stopped sharing", **names),
        # L10N: what happened around a child; news about the child is shared again.
        AuditEvent.SHARING_RESUMED: reader.say("{who}: let sharing go on", **names),
        # L10N: what happened around a child; {who} agreed that the school may send its notices.
        AuditEvent.CONSENTED: reader.say("{who}: agreed to the school", **names),
        # L10N: what happened around a child; {who} took back what was agreed with the school.
        AuditEvent.WITHDRAWN: reader.say("{who}: left the class", **names),
        # L10N: what happened around a child; {who} took a file with the circle's data.
        AuditEvent.EXPORTED: reader.say("{who}: took the data", **names),
        # L10N: what happened around a child; {who} took a file with the pictures and voices of one year of the child.
        AuditEvent.KEPT: reader.say("{who}: took a year's keepsake", **names),
        # L10N: what happened around a child; {who} wants everything about the child erased.
        AuditEvent.ERASURE_ASKED: reader.say("{who}: asked to erase everything", **names),
        # L10N: what happened around a child; {who} stopped it, so everything is kept.
        AuditEvent.ERASURE_STOPPED: reader.say("{who}: stopped the erasing", **names),
        # L10N: what happened around a child; the child, 13 or older, wants the four faces not to be told.
        AuditEvent.DECIDES: reader.say("{who}: noted that the child keeps the faces", **names),
        # L10N: what happened around a child; the child, 13 or older, lets the four faces be told again.
        AuditEvent.DECIDES_NOT: reader.say("{who}: noted that the faces are told again", **names),
        # L10N: what happened around a child; a teacher said that the child is in the class.
        AuditEvent.CLASS_JOINED: reader.say("The class has taken the child in", **names),
        # L10N: what happened around a child; a teacher said that the child is not in the class.
        AuditEvent.CLASS_REFUSED: reader.say("The class did not know the child", **names),
        # L10N: what happened around a child; a teacher said that the child is in the class no more.
        AuditEvent.CLASS_OUT: reader.say("The class has taken the child out", **names),
        # L10N: a line of what happened around a child: a teacher's yes was a mistake, and they look once more.
        AuditEvent.CLASS_UNDONE: reader.say("The class looks once more whether the child is in it", **names),
        # L10N: what happened around a child: a teacher has asked who leads the school to answer the family.
        AuditEvent.TALK_HANDED_ON: reader.say("The teacher asked the head teacher to answer you"),
        # L10N: what happened around a child; {who} has asked who leads the school to read and answer the family, too.
        AuditEvent.TALK_TO_LEAD: reader.say("{who}: asked the head teacher, too", **names),
        # L10N: what happened around a child: who leads the school does not read what the family writes any more.
        AuditEvent.TALK_HANDED_BACK: reader.say("The teacher answers you again, not the head teacher"),
        # L10N: a line of the log that the reader alone sees: they have reported what somebody wrote.
        AuditEvent.REPORTED: reader.say("You reported a message. Only you see this line."),
        # L10N: a line of the log that the reader alone sees: what they had reported was read.
        AuditEvent.READ_BY_OPERATOR: reader.say(
            "What you reported was read by whoever runs the bot. Only you see this line."
        ),
    }
    # L10N: what happened around a child; {who} did something that has no sentence of its own.
    return sentences.get(entry.event, reader.say("{who}: changed something", **names))
