"""/start: consent in three taps, then who you are, or straight into the circle behind a link."""

from collections.abc import Iterable

from telegram import Message
from telegram.ext import filters

from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.circle.joining import token_in
from bot.domain.notifications import Event
from bot.domain.operators.operators import OperatorShown
from bot.domain.people import Person
from bot.domain.screens import ConsentRefused, HomeShown, RoleAsked, TeacherTold
from bot.queries import audit
from bot.queries.circle import people
from bot.routes import command, message, press
from bot.services import phones, strangers
from bot.services.notifications import reply
from bot.services.operators import operators
from bot.updates import ButtonPress, IncomingMessage, hidden_links
from handlers import entering


class _Pasted(filters.MessageFilter):
    """Words, or what stands below a picture, with an invite somewhere in them or behind them."""

    def filter(self, message: Message) -> bool:
        return bool(_token_in(message.text or message.caption or "", hidden_links(message)))


def start(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """START, with or without a link's token."""
    _start(tx, me, said.args[0] if said.args else "")


def paste(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """An invite that was copied into the chat instead of being tapped."""
    _start(tx, me, _token_in(said.text, said.links))


def _opens(tx: Tx, me: Person, said: IncomingMessage) -> bool:
    """What somebody writes to others may hold a link that is of no use to themselves: one to pass on."""
    writes = me.is_ready and people.dialogue_of(tx, me.id) is not None
    return not writes or entering.leads_on(tx, me, _token_in(said.text, said.links))


def _token_in(words: str, links: Iterable[str]) -> str:
    return token_in(" ".join((*links, words)))


def _start(tx: Tx, me: Person, token: str) -> None:
    if token and operators.enter(tx, me, token):
        return
    if me.is_ready:
        if token:
            phones.bring_keys(tx, me)
            entering.open_link(tx, me, token)
        else:
            people.end_dialogue(tx, me.id)
            phones.bring_keys(tx, me)
            reply(tx, me, entering.first_menu(tx, me))
            phones.show_open_again(tx, me)
        return
    if token and entering.may_follow(tx, me, token):
        entering.open_link(tx, me, token)
        return
    _remember(tx, me, token)
    other = entering.near_home(tx, me) if token else _without_consent(tx, me)
    reply(tx, me, other or entering.consent(tx, me))


def anything_before_consent(tx: Tx, me: Person, event: IncomingMessage | ButtonPress) -> None:
    """Whatever a newcomer sends, the next thing is consent; a link opened before is remembered."""
    say = reply if isinstance(event, ButtonPress) else strangers.answer
    say(tx, me, _without_consent(tx, me) or entering.consent(tx, me))


def _without_consent(tx: Tx, me: Person) -> Event | None:
    """Who is near a home, or runs the bot, has nothing to agree to until they want to take part in a family."""
    return entering.near_home(tx, me) or (OperatorShown() if me.operates and not me.consented else None)


def agree(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """One of the three taps."""
    step, answer = pressed.args
    if step == "core" and answer == "no":
        reply(tx, me, ConsentRefused(), edit=pressed.message_id)
        return
    if step == "core":
        people.change(tx, me.id, consented_at=tx.now)
    else:
        people.consent(tx, me.id, step, given=answer == "yes")
    audit.note(tx, AuditEvent.CONSENTED if answer == "yes" else AuditEvent.WITHDRAWN, me.id, entity=step)
    me = people.get(tx, me.id)
    token = entering.remembered(tx, me)
    if token and entering.may_follow(tx, me, token):
        entering.open_link(tx, me, token, edit=pressed.message_id)
    elif not me.is_ready:
        reply(tx, me, entering.consent(tx, me), edit=pressed.message_id)
    else:
        reply(tx, me, RoleAsked(), edit=pressed.message_id)


def restart(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """The three points once more, after a no."""
    reply(tx, me, entering.consent(tx, me), edit=pressed.message_id)


def choose_role(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Parent, guardian or teacher, without a link."""
    role = pressed.args[0]
    if role == "teacher":
        people.change(tx, me.id, teaches=True)
        reply(tx, me, TeacherTold(), edit=pressed.message_id)
        return
    people.set_dialogue(tx, me.id, "role", {"role": role})
    reply(tx, me, HomeShown(hello=role), edit=pressed.message_id)


def _remember(tx: Tx, me: Person, token: str) -> None:
    if token:
        people.set_dialogue(tx, me.id, entering.TOKEN, {"token": token})


routes = [
    command("start", start, newcomers=True),
    message(filters.UpdateType.MESSAGE & ~filters.COMMAND & _Pasted(), paste, newcomers=True, meant=_opens),
    press("agree", agree, "core|health|voice", "yes|no", newcomers=True),
    press("restart", restart, newcomers=True),
    press("role", choose_role, "parent|guardian|teacher"),
]

# Stand last: routes that do not let newcomers in pass these people on to here.
newcomer_routes = [
    press("[a-z_]+(?::.*)?", anything_before_consent, newcomers=True),
    message(filters.ALL, anything_before_consent, newcomers=True),
]
