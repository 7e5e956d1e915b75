"""The first words: consent in three taps, then who you are."""

from bot.domain import emoji, screens
from bot.domain.circle.circles import Role
from bot.domain.circle.joining import InviteKind
from bot.i18n import available
from bot.queries.circle import invites
from bot.texts.buttons import do, do_not, language_button, my_data
from bot.texts.inviting import invitation
from bot.texts.keyboard import keyboard_of
from bot.texts.message import Message, button, column
from bot.texts.privacy.consents import privacy_buttons
from bot.texts.reader import Reader


def consent_asked(reader: Reader, about: screens.ConsentAsked) -> Message:
    """Three short points, then one tap for health notes and one for voice; no is as easy as yes.

    Who came by a link reads first who invites them, and all of it in the words of what they are here.
    """
    invite = invites.by_id(reader.tx, about.invite) if about.invite else None
    teaches = invite is not None and invite.kind in {InviteKind.LEAD, InviteKind.TEACHER}
    if about.step == "core":
        invited = invitation(reader, invite) if invite is not None and not invite.problem else ""
        text = "\n".join([*([invited, ""] if invited else []), *_points(reader, invite, teaches=teaches)])
        # L10N: the button that agrees to the three points.
        agree = button(f"{emoji.YES} " + reader.label("Agree"), "agree", "core", "yes")
        return Message(text, column(agree, do_not(reader, "agree", "core", "no"), language_button(reader)))
    if about.step == "health":
        text = _health_asked(reader, teaches=teaches)
    elif teaches:
        # L10N: consent of a teacher to voice messages.
        text = reader.say("May Homeline pass on your voice messages and photos to the families?")
    else:
        # L10N: consent to voice messages.
        text = reader.say("May Homeline pass on voice messages and photos in the family?")
    return Message(text, column(do(reader, "agree", about.step, "yes"), do_not(reader, "agree", about.step, "no")))


def _points(reader: Reader, invite: invites.Invite | None, *, teaches: bool) -> tuple[str, str, str]:
    role = invite.role if invite is not None else None
    if teaches:
        # L10N: the first words to a teacher who has opened a school's link.
        head = reader.say("<b>Homeline reaches your pupils' families.</b>")
        # L10N: the first of three points, to a teacher.
        first = reader.say("1. A family reads only what is for it.")
    else:
        if role == Role.PARENT:
            # L10N: the first words to a parent who has opened an invite.
            head = reader.say("<b>Homeline keeps you close to your child.</b>")
        elif role == Role.NEAR:
            # L10N: the first words to somebody near a child's home who has opened an invite.
            head = reader.say("<b>Homeline asks who is near when home is silent.</b>")
        elif role is not None:
            # L10N: the first words to who looks after a child, or steps in, and has opened an invite.
            head = reader.say("<b>Homeline tells parents how the child is.</b>")
        else:
            # L10N: the first words to somebody who came without an invite: a parent, a guardian or a teacher.
            head = reader.say("<b>Homeline brings a child's family together.</b>")
        if role == Role.NEAR:
            # L10N: the first of three points, to somebody near a child's home.
            first = reader.say("1. You read names and since when, nothing else. Your answer goes to the family.")
        else:
            # L10N: the first of three points, to the family of a child.
            first = reader.say("1. Your words go to the family only.")
    # L10N: the other two of three points, to anybody; the first says honestly who could read along.
    others = reader.say(
        "2. Telegram and who runs this bot could read it.\n"
        "3. Nobody watches this chat. It is not an emergency service.\n"
        "All right?"
    )
    return head, first, others


def _health_asked(reader: Reader, *, teaches: bool) -> str:
    if teaches:
        # L10N: consent of a teacher to notes on how a pupil is. Declining must sound as good as agreeing.
        return reader.say(
            "May Homeline pass on that a pupil is ill, when you say so? Without it, only “please call” is."
        )
    # L10N: consent to notes about how the child is. Declining must sound as good as agreeing.
    return reader.say(
        "May Homeline pass on how the child is, also when ill? "
        "Without it, only “as usual” and “please call” are passed on."
    )


def consent_refused(reader: Reader, about: screens.ConsentRefused) -> Message:
    """No is fine."""
    # L10N: after somebody declined at the very start.
    text = reader.say("All right. You can come back any time.")
    # L10N: the button that shows the three points once more.
    return Message(text, column(button(f"{emoji.UNDO} " + reader.label("Start again"), "restart")))


def role_asked(reader: Reader, about: screens.RoleAsked) -> Message:
    """Parent, guardian, teacher."""
    # L10N: asked once, at the start.
    text = reader.say("Thank you. Who are you?")
    return Message(
        text,
        column(
            # L10N: a button; a parent who works away.
            button(f"{emoji.PARENT} " + reader.label("A parent"), "role", "parent"),
            # L10N: a button; a grandparent or another adult who brings the child up.
            button(f"{emoji.GUARDIAN} " + reader.label("With the child"), "role", "guardian"),
            # L10N: a button.
            button(f"{emoji.TEACHER} " + reader.label("A teacher"), "role", "teacher"),
            language_button(reader),
        ),
    )


def teacher_told(reader: Reader, about: screens.TeacherTold) -> Message:
    """How a school joins."""
    return Message(
        # L10N: to a teacher who came without a link from the school.
        reader.say(
            "A school joins first. Whoever runs this bot for your area sends the school a link. "
            "Open the link on this phone, then open your class."
        )
    )


def language_asked(reader: Reader, about: screens.LanguageAsked) -> Message:
    """Each language under its own name."""
    # L10N: above the list of languages.
    text = reader.say("Which language do you like to read?")
    return Message(
        text, column(*(button(f"{emoji.LANGUAGE} {name}", "lang", code) for code, name in available().items()))
    )


def language_changed(reader: Reader, about: screens.LanguageChanged) -> Message:
    """In the new language."""
    # L10N: said in the language that was just chosen; {language} is its own name, such as “English”.
    text = reader.say("All right. I write in {language} from now on.", language=available()[about.language])
    return Message(text, keyboard=keyboard_of(reader))


def privacy_shown(reader: Reader, about: screens.PrivacyShown) -> Message:
    """What is kept, who reads it, how to take it away: three short points."""
    # L10N: the answer to /privacy. Three short points, honest and plain.
    text = reader.say(
        "1. Kept: names, answers, letters and notices, encrypted. Never where you are. "
        "A phone number only if you show it to a class.\n"
        "2. Read: by the adults of your child's circle. Telegram and who runs this bot could read it. "
        "It is not end-to-end encrypted.\n"
        "3. Taken away: 📦 and 🗑 below, at any time. What is old is deleted by itself. "
        "Messages on your phone you delete yourself."
    )
    return Message(text, (*privacy_buttons(reader), my_data(reader)))
