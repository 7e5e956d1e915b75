"""The weekly question about themselves, to who looks after a child, and what a parent reads of it."""

from bot.domain import emoji
from bot.domain.circle.away import can_be_away
from bot.domain.daily import own_weeks as about_
from bot.domain.daily.own_weeks import Week
from bot.queries.daily import own_weeks
from bot.texts.buttons import call
from bot.texts.circle.away import away_button
from bot.texts.daily.talks import to_home
from bot.texts.message import Button, Message, button, column
from bot.texts.privacy.crisis import who_listens
from bot.texts.reader import Reader
from bot.texts.school.class_questions import has_teacher


def own_week_asked(reader: Reader, about: about_.OwnWeekAsked) -> Message | None:
    """One question, three faces."""
    if own_weeks.get(reader.tx, about.own_week_id, reader.person.id) is None:
        return None
    # L10N: once a week to the guardian, about themselves and not about the child. Nobody else reads the answer.
    text = reader.say("And you, how was your week? Only you see the answer.")
    return Message(text, _faces(reader, about.own_week_id))


def _faces(reader: Reader, number: int) -> tuple[tuple[Button, ...], ...]:
    said = {
        # L10N: a button of the guardian: how their own week was, the best of three.
        Week.GOOD: reader.label("Good"),
        # L10N: a button of the guardian: how their own week was, neither very good nor hard.
        Week.FAIR: reader.label("All right"),
        # L10N: a button of the guardian: how their own week was, the last of three.
        Week.HARD: reader.label("Hard"),
    }
    return (tuple(button(f"{emoji.FACES[face]} {word}", "own_week", number, face) for face, word in said.items()),)


def own_week_noted(reader: Reader, about: about_.OwnWeekNoted) -> Message | None:
    """It stays with them; one button for each parent who could read it."""
    week = own_weeks.get(reader.tx, about.own_week_id, reader.person.id)
    if week is None or week.face is None:
        return None
    parents = own_weeks.may_read(reader.tx, reader.person.id)
    names = {each: reader.named(reader.circle(circle.child.id), each) for each, circle in parents}
    told = [names[each] for each in week.told if each in names]
    # L10N: a button of the guardian: {parent} reads how the guardian's own week was.
    tell = [
        button(f"{emoji.TELL} " + reader.label("Tell {parent}", parent=name), "own_week_tell", week.id, each)
        for each, name in names.items()
        if each not in week.told
    ]
    if told:
        # L10N: to the guardian, who has passed on how their own week was; {who} is one name or several.
        text = reader.say("Thank you. {who} can read it.", who=reader.listed(told))
        return Message(f"{emoji.FACES[week.face]} {text}", column(*tell))
    # L10N: to the guardian, who has said how their own week was; below stand buttons that pass it on.
    text = reader.say("Thank you. It stays with you.")
    return Message(f"{emoji.FACES[week.face]} {text}", (*column(*tell), *_faces(reader, week.id)))


def own_week_told(reader: Reader, about: about_.OwnWeekTold) -> Message:
    """To a parent: of who looks after the child, and so with no face that could be the child's."""
    circle = reader.circle(about.child_id)
    guardian = reader.named(circle, about.by)
    # L10N: the first line of news, all that a lock screen shows: the child, and who says it.
    first = reader.say("{child}, from {guardian}", child=circle.child.name, guardian=guardian)
    said = {
        # L10N: to a parent: how {guardian}'s own week was, who looks after the child and wanted them to know.
        Week.GOOD: reader.say("{guardian}’s own week was good.", guardian=guardian),
        # L10N: to a parent: how {guardian}'s own week was, who looks after the child and wanted them to know.
        Week.FAIR: reader.say("{guardian}’s own week was all right.", guardian=guardian),
        # L10N: to a parent: how {guardian}'s own week was, who looks after the child and wanted them to know.
        Week.HARD: reader.say("{guardian}’s own week was hard. A few words from you may help.", guardian=guardian),
    }
    return Message(
        f"{emoji.GUARDIAN} {first}\n{said[Week(about.face)]}",
        ((*to_home(reader, circle), call(reader, about.child_id)),),
    )


def help_named(reader: Reader, _about: about_.HelpNamed) -> Message:
    """Who is near, the teacher, who listens; what is not there is not named."""
    mine = reader.circles()
    # L10N: to the guardian, whose own week was hard twice in a row; who can help follows, each in a sentence.
    parts = [reader.say("Two hard weeks are a lot. You do not have to carry it alone.")]
    near = dict.fromkeys(reader.named(circle, each.person_id) for circle, _me in mine for each in circle.stand_ins)
    if near:
        # L10N: to the guardian, whose weeks were hard; {who} is one stand-in or several.
        parts.append(reader.say("{who} can look after things for some days.", who=reader.listed(near)))
    if any(has_teacher(reader, circle) for circle, _me in mine):
        # L10N: to the guardian, whose weeks were hard.
        parts.append(reader.say("You can talk with the teacher, too."))
    parts += who_listens(reader)
    rest = [away_button(reader)] if near and any(can_be_away(me) for _circle, me in mine) else []
    return Message("\n\n".join(parts), column(*rest))
