"""Buttons that stand in many messages, each with its one emoji."""

from bot.domain import emoji
from bot.texts.message import Button, button
from bot.texts.reader import Reader


def foot(reader: Reader) -> tuple[Button, ...]:
    """The bottom row of every card."""
    return (
        # L10N: the button that leads back to the first menu.
        button(f"{emoji.HOME} " + reader.label("Home"), "home"),
        # L10N: the button that opens the three ways to get help.
        button(f"{emoji.HELP} " + reader.label("Help"), "help"),
    )


def more(reader: Reader, verb: str, *args: object) -> Button:
    """🔄 the next page."""
    # L10N: a button: the next page of a long list.
    return button(f"{emoji.ANOTHER} " + reader.label("More"), verb, *args)


def from_the_start(reader: Reader, verb: str, *args: object) -> Button:
    """🔄 the first page."""
    # L10N: a button that goes back to the first page of a long list.
    return button(f"{emoji.ANOTHER} " + reader.label("From the start"), verb, *args)


def _c(context: str, text: str) -> tuple[str, str]:
    """Marks a text whose meaning depends on its context."""
    return context, text


# L10N: a button below a question whether something shall be done, or may be: “Stop asking for a week?”
_DO = _c("something is asked for", "Yes")
# L10N: a button below a question whether something shall be done, or may be: “Stop asking for a week?”
_LEAVE = _c("something is asked for", "No")
# L10N: a button below a question whether something has happened: “Did you talk with Lily?”
_HAPPENED = _c("it has happened", "Yes")
# L10N: a button below a question whether something has happened: “Did you talk with Lily?” No blame.
_DID_NOT = _c("it has happened", "No")
# L10N: a button below a school's question to a family, whatever it is: “Can you come on Friday?”
_SCHOOL_YES = _c("answer to the school", "Yes")
# L10N: a button below a school's question to a family, whatever it is: “Can you come on Friday?”
_SCHOOL_NO = _c("answer to the school", "No")


def other_country(reader: Reader, verb: str, *args: object) -> Button:
    """✏️ a country that is on no button."""
    # L10N: a button below a list of countries: mine is not among them, I write it.
    return button(f"{emoji.CHANGE} " + reader.label("Another country"), verb, *args)


def yes(reader: Reader, verb: str, *args: object) -> Button:
    """✅ It is so."""
    # L10N: a button below a question whether something is so: “Is it her?”
    return button(f"{emoji.YES} " + reader.label("Yes"), verb, *args)


def no(reader: Reader, verb: str, *args: object) -> Button:
    """❌ It is not so."""
    # L10N: a button below a question whether something is so: “Is it her?”
    return button(f"{emoji.NO} " + reader.label("No"), verb, *args)


def do(reader: Reader, verb: str, *args: object) -> Button:
    """✅ It may be done: in many languages another word than for what is so."""
    return button(f"{emoji.YES} " + reader.words.pgettext(*_DO), verb, *args)


def do_not(reader: Reader, verb: str, *args: object) -> Button:
    """❌ It shall not be done."""
    return button(f"{emoji.NO} " + reader.words.pgettext(*_LEAVE), verb, *args)


def happened(reader: Reader, verb: str, *args: object) -> Button:
    """✅ It has happened: in many languages another word than for what is so."""
    return button(f"{emoji.YES} " + reader.words.pgettext(*_HAPPENED), verb, *args)


def did_not(reader: Reader, verb: str, *args: object) -> Button:
    """❌ It has not happened."""
    return button(f"{emoji.NO} " + reader.words.pgettext(*_DID_NOT), verb, *args)


def to_school(reader: Reader, verb: str, *args: object) -> tuple[Button, Button]:
    """✅ ❌ to a question that only the school knows."""
    return (
        button(f"{emoji.YES} " + reader.words.pgettext(*_SCHOOL_YES), verb, *args, "yes"),
        button(f"{emoji.NO} " + reader.words.pgettext(*_SCHOOL_NO), verb, *args, "no"),
    )


def undo(reader: Reader, verb: str, *args: object) -> Button:
    """↩️"""
    # L10N: a button that takes back what was just sent.
    return button(f"{emoji.UNDO} " + reader.label("Undo"), verb, *args)


def letter(reader: Reader, child_id: int) -> Button:
    """🎤 a voice letter to the child."""
    # L10N: a button: record a voice letter to the child.
    return button(f"{emoji.VOICE} " + reader.label("Voice"), "letter", child_id)


def call(reader: Reader, child_id: int) -> Button:
    """📞 plan a call with the child."""
    # L10N: a button: plan a call with the child.
    return button(f"{emoji.CALL} " + reader.label("Call"), "call", child_id)


def invite(reader: Reader, child_id: int, name: str = "") -> Button:
    """🔗; with the child's name where there are several."""
    # L10N: a button: invite somebody into the child's circle.
    return button((f"{emoji.INVITE} " + reader.label("Invite") + f" {name}").strip(), "invite", child_id)


def add_child(reader: Reader) -> Button:
    """➕; who has agreed to the main point alone is asked the rest first."""
    # L10N: a button: add a child.
    return button(f"{emoji.ADD} " + reader.label("Child"), "child_add" if reader.person.is_ready else "restart")


def language_button(reader: Reader) -> Button:
    """🌐, also for who cannot read what stands above it."""
    # L10N: a button: choose the language.
    return button(f"{emoji.LANGUAGE} " + reader.label("Language"), "language")


def my_data(reader: Reader) -> tuple[Button, Button]:
    """📦 🗑"""
    return (
        # L10N: a button: everything that is kept about me, as a file.
        button(f"{emoji.EXPORT} " + reader.label("My data"), "export"),
        # L10N: a button: erase what is kept about me. One question follows.
        button(f"{emoji.ERASE} " + reader.label("Erase me"), "erase"),
    )
