"""What somebody has agreed to: one line and one button for each purpose."""

from bot.domain import emoji
from bot.domain.circle.roles import Action
from bot.domain.privacy import consents as about_
from bot.queries.school import enrolments
from bot.texts.message import Button, Message, button, column
from bot.texts.reader import Reader
from bot.texts.school.schools import child_name, class_name


def privacy_buttons(reader: Reader) -> tuple[tuple[Button, ...], ...]:
    """Below what is kept: what I agreed to, and what happened; nothing yet for who has agreed to nothing."""
    if not reader.person.is_ready:
        return ()
    return column(consents_button(reader), *([log_button(reader)] if reader.circles() else []))


def consents_button(reader: Reader) -> Button:
    """✅"""
    # L10N: a button: what this person has agreed to, and may take back.
    return button(f"{emoji.YES} " + reader.label("What I allow"), "consents")


def log_button(reader: Reader) -> Button:
    """📜 of the child there is, or of which one."""
    # L10N: a button: who joined, left or changed something around a child.
    return button(f"{emoji.LOG} " + reader.label("What happened"), "log", 0, 0)


def consents_shown(reader: Reader, about: about_.ConsentsShown) -> Message:
    """✅ or ❌ before each; a tap turns it over, there and back alike."""
    # L10N: above the list of what this person has agreed to; a button below turns each over.
    lines = [reader.say("You agreed to this. One tap changes it.")]
    # L10N: a consent: notes on how the child is, also when the child is ill, are passed on.
    health, voice = reader.label("How the child is"), reader.label("Voices and pictures")
    lines += [_line(health, given=reader.person.health_notes), _line(voice, given=reader.person.voice)]
    rows = [
        _turn(health, "health", given=reader.person.health_notes),
        _turn(voice, "voice", given=reader.person.voice),
    ]
    for circle, _me in reader.circles(Action.ENROL):
        for found in enrolments.of_child(reader.tx, circle.child.id):
            name = f"{child_name(reader, circle.child.id)} · {class_name(reader, found.class_id)}"
            lines.append(_line(f"{emoji.TEACHER} {name}", given=True))
            rows.append(button(f"{emoji.NO} {name}", "class_leave_yes", found.id))
    # L10N: below the list of what this person has agreed to; all else that Homeline does rests on being in a circle.
    lines.append(reader.say("Without these, Homeline still asks and says “please call”. /stop ends it all."))
    return Message("\n".join(lines), column(*rows))


def _line(name: str, *, given: bool | None) -> str:
    return f"{emoji.YES if given else emoji.NO} {name}"


def _turn(name: str, purpose: str, *, given: bool | None) -> Button:
    return button(f"{emoji.NO if given else emoji.YES} {name}", "consent", purpose, "no" if given else "yes")
