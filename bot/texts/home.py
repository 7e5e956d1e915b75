"""The first menu, help, and what is said when something was not understood."""

from bot.domain import emoji, screens
from bot.domain.circle.circles import Child, Circle, Member
from bot.domain.circle.roles import Action
from bot.queries.circle import circles
from bot.queries.school import school_notices, schools
from bot.texts.buttons import add_child, language_button
from bot.texts.daily.promises import coming_lines
from bot.texts.inviting import how_it_works
from bot.texts.keyboard import keyboard_of
from bot.texts.message import Button, Message, button, column
from bot.texts.my_settings import settings_button
from bot.texts.operators.operator_card import on_home
from bot.texts.privacy.reports import help_rows
from bot.texts.privacy.sharing import sharing_line
from bot.texts.reader import Reader
from bot.texts.school.school_notices import new_for_school
from bot.texts.school.school_page import page_button
from bot.texts.school.schools import add_class, teacher_invite
from bot.texts.school.staffing import teachers_button
from bot.texts.school.staying_home import back_button, stay_button
from bot.texts.school.talk_threads import with_lead_button


def home_shown(reader: Reader, about: screens.HomeShown) -> Message:
    """What this person can do now, for each of their roles."""
    mine, near = reader.circles(), reader.circles(Action.LOOK_IN)
    if near and not mine and not schools.of_person(reader.tx, reader.person.id):
        return _near_home(reader, [circle for circle, _me in near])
    classes = schools.classes_of(reader.tx, reader.person.id)
    rows = [row for circle, me in mine for row in _circle_rows(reader, circle, me, named=len(mine) > 1)]
    rows += [row for class_room in classes for row in _class_rows(reader, class_room.id, class_room.name)]
    rows += column(*(add_class(reader, school.id) for school in schools.of_person(reader.tx, reader.person.id)))
    leads = [each for each in schools.of_person(reader.tx, reader.person.id) if each.lead]
    rows += [(teacher_invite(reader, school.id), teachers_button(reader, school.id)) for school in leads]
    rows += column(*with_lead_button(reader, [each.id for each in leads]))
    rows += [(new_for_school(reader, each.id),) for each in leads if school_notices.classes(reader.tx, each.id)]
    rows += on_home(reader)
    rows += _settings_rows(reader, mine)
    coming = [line for circle, _me in mine for line in (*sharing_line(reader, circle), *coming_lines(reader, circle))]
    return Message("\n".join([_greeting(reader, about, mine, reader.person.teaches), *coming]), tuple(rows))


def _near_home(reader: Reader, near: list[Circle]) -> Message:
    # L10N: the first menu of somebody near a home, who is asked to look in there when nothing comes from it for long;
    # {children} is one name or several.
    text = reader.say(
        "You are near the home of {children}. When it is silent for long, I ask you here.",
        children=reader.listed(circle.child.name for circle in near),
    )
    return Message(text, ((settings_button(reader), language_button(reader)), (add_child(reader),)))


def _greeting(reader: Reader, about: screens.HomeShown, mine: list[tuple[Circle, Member]], teaches: bool) -> str:  # noqa: FBT001 - a fact
    if mine:
        names = reader.listed(circle.child.name for circle, _me in mine)
        # L10N: above the first menu; {children} is one name or several.
        return reader.say("Here you are close to {children}. What would you like to do?", children=names)
    if teaches or about.hello == "teacher":
        # L10N: above a teacher's first menu.
        return reader.say("What would you like to do?")
    if about.hello == "guardian":
        # L10N: to a guardian who came without a link. They add the child and then invite the parent.
        return reader.say("Add the child you look after. Then you invite the parents.")
    # L10N: to a parent who came without a link.
    return reader.say("Add your child. Then you invite the person who looks after your child.")


def _circle_rows(reader: Reader, circle: Circle, me: Member, *, named: bool) -> list[tuple[Button, ...]]:
    """What one does with the family, in the order of use; what is set stands behind ⚙️."""
    far = me.may(Action.ASK_NOW)
    if circle.child.sharing_stopped:
        return [] if far else [_ill(reader, circle.child)]
    name = circle.child.name if named else ""
    return _far_away(reader, circle, name) if far else _at_home(reader, circle, name)


def _far_away(reader: Reader, circle: Circle, name: str) -> list[tuple[Button, ...]]:
    child = circle.child
    # L10N: a button of a parent: ask the guardian now. {child} is the child's call name.
    ask = reader.label("How is {child}?", child=child.name)
    # L10N: a button: record a voice letter to the child.
    voice = reader.label("Voice")
    # L10N: a button: plan a call with the child.
    call = reader.label("Call")
    # L10N: a button: this week's idea for being close across the distance.
    idea = reader.label("Idea")
    # L10N: a button of a parent: something that the child is promised for a day, or a visit home.
    promise = reader.label("Promise, visit")
    return [
        (button(f"{emoji.WELL} {ask}", "ask", child.id), _page(child)),
        (_of(emoji.VOICE, voice, name, "letter", child.id), _of(emoji.CALL, call, name, "call", child.id)),
        (_of(emoji.IDEA, idea, name, "idea", child.id), _of(emoji.PROMISE, promise, name, "promise_new", child.id)),
        *_school(reader, circle, name),
    ]


def _at_home(reader: Reader, circle: Circle, name: str) -> list[tuple[Button, ...]]:
    child = circle.child
    # L10N: a button of a guardian: answer how {child} is; the same words stand on a key below the chat.
    answer = reader.label("How is {child}", child=child.name)
    # L10N: a button of a guardian: send a voice message to the parents.
    voice = reader.label("Voice")
    # L10N: a button of a guardian: ask the parents to call.
    call = reader.label("Please call")
    return [
        _ill(reader, child),
        (button(f"{emoji.WELL} {answer}", "answer", child.id), _page(child)),
        (_of(emoji.VOICE, voice, name, "letter", child.id), _of(emoji.CALL, call, name, "please_call", child.id)),
        *_school(reader, circle, name),
    ]


def _school(reader: Reader, circle: Circle, name: str) -> list[tuple[Button, ...]]:
    """🎓, and beside it at home that the child does not come."""
    row = *page_button(reader, circle, name), *stay_button(reader, circle), *back_button(reader, circle)
    return [row] if row else []


def _of(sign: str, label: str, name: str, verb: str, child_id: int) -> Button:
    """With the child's name where there are several."""
    return button(f"{sign} {label} · {name}" if name else f"{sign} {label}", verb, child_id)


def _ill(reader: Reader, child: Child) -> tuple[Button, ...]:
    # L10N: a button of a guardian: the child is ill. {child} is the child's call name.
    return (button(f"{emoji.ILL} " + reader.label("{child} is ill", child=child.name), "ill", child.id),)


def _page(child: Child) -> Button:
    """🧒 and nothing but the name: it stands beside the question how the child is."""
    return button(f"{emoji.PUPIL} {child.name}", "child", child.id)


def _class_rows(reader: Reader, class_id: int, name: str) -> list[tuple[Button, ...]]:
    return [
        (
            button(f"{emoji.NOTICE} {name}", "notice_new", class_id),
            button(f"{emoji.TEACHER} {name}", "class", class_id),
        )
    ]


def _settings_rows(reader: Reader, mine: list[tuple[Circle, Member]]) -> list[tuple[Button, ...]]:
    """The same on everybody's home; who has nobody yet begins with a child, or with a language they can read."""
    if not mine and not schools.of_person(reader.tx, reader.person.id):
        return [(add_child(reader), language_button(reader))]
    return [(settings_button(reader),)]


def keys_brought(reader: Reader, about: screens.KeysBrought) -> Message | None:
    """Only a message can bring keys, and one with buttons of its own cannot."""
    keys = keyboard_of(reader)
    # L10N: stands alone, in one short line: the large keys below a guardian's or a teacher's chat are there.
    return Message(reader.say("Your keys are below."), keyboard=keys) if keys else None


def keys_gone(reader: Reader, about: screens.KeysGone) -> Message | None:
    """One line about the keys is enough in a chat."""
    return Message(deletes=True) if keyboard_of(reader) else None


def help_shown(reader: Reader, about: screens.HelpShown) -> Message:
    """One card with three ways."""
    if about.page == "how":
        return Message(how_it_works(reader))
    what, _, number = about.item.partition(":")
    # L10N: the help card; three ways below it, and reporting what somebody wrote.
    text = reader.say("What do you need?")
    return Message(
        text,
        column(
            # L10N: a button: the emergency card.
            button("🚑 " + reader.label("Emergency"), "help_emergency"),
            # L10N: a button below ☂️: numbers of people who listen, for somebody who is not well or in trouble.
            button(f"{emoji.HELP} " + reader.label("Talk to someone"), "help_need"),
            # L10N: a button.
            button(f"{emoji.OTHER} " + reader.label("How it works"), "help_how"),
        )
        + help_rows(reader, what, int(number or 0)),
    )


def not_understood(reader: Reader, about: screens.NotUnderstood) -> Message:
    """Never “invalid”: what can be done instead."""
    if about.said in {"location", "contact"}:
        # L10N: somebody sent a place on the map, or a phone number; nothing of it is kept.
        return Message(reader.say("I do not need places or numbers, and keep nothing of it. Home shows what helps."))
    # L10N: something came that has no meaning here (a sticker, a place, any text).
    return Message(reader.say("I did not get that. Home shows what you can do here."))


def file_stays(reader: Reader, about: screens.FileStays) -> Message:
    """What works instead."""
    # L10N: somebody sent a file that could hold a program (an app, an archive); it went to nobody.
    text = reader.say("This file stays here: it could hold a program.")
    if about.calendar:
        # L10N: somebody sent a calendar file (.ics), and is not the one who leads a school; it went to nobody.
        text = reader.say("This is a calendar. Whoever leads a school can add one to the school's calendar here.")
    # L10N: below that: which files are passed on.
    return Message(f"{text}\n" + reader.say("A picture, a PDF, a Word or an Excel file works."))


def change_ignored(reader: Reader, about: screens.ChangeIgnored) -> Message:
    """The first version stands."""
    # L10N: somebody changed a message after sending it.
    return Message(reader.say("I keep what you sent first. You can send it once more."))


def press_noted(reader: Reader, about: screens.PressNoted) -> Message:
    """A short answer to a press."""
    # L10N: a short note on pressing a button when nothing else changes on the screen, such as 🙏 a second time.
    return Message(reader.label("Noted. Thank you."))


def button_outdated(reader: Reader, about: screens.ButtonOutdated) -> Message:
    """A short answer to a press."""
    stopped = [circle for circle, _me in reader.circles() if circle.child.sharing_stopped]
    if stopped:
        # L10N: a short note on pressing a button, while nothing about {child} is shared.
        return Message(reader.label("Nothing new about {child} is shared for now.", child=stopped[0].child.name))
    closed = circles.closed_to(reader.tx, reader.person.id)
    if closed:
        # L10N: a short note on pressing a button, to somebody who comes back after a long silence.
        return Message(
            reader.label("Another adult of {child}'s circle says first that it is you.", child=closed[0][0].child.name)
        )
    # L10N: a short note on pressing a button that is out of date. Nothing more than this.
    return Message(reader.label("This has changed since. Home shows what is new."))
