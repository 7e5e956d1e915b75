"""🏠 and ☂️: always there, from every card."""

from collections.abc import Callable
from functools import partial

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.delivery import cards, inbox, outbox
from bot.domain.circle.membership import number_of
from bot.domain.circle.presence import AWAITED, KnownAwaited
from bot.domain.circle.roles import Action
from bot.domain.daily.letters import LetterOnItsWay, StrayReceived, is_sentence, own_card
from bot.domain.limits import LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, ChangeIgnored, HelpShown, NotUnderstood
from bot.queries.circle import circles, people
from bot.queries.daily import letters as letter_rows
from bot.queries.privacy import reportable
from bot.routes import Route, command, message, press
from bot.services import misunderstandings, phones, strangers
from bot.services.circle import adding_child
from bot.services.daily import check_ins, letters, one_card, talks
from bot.services.illness import thread_notes
from bot.services.notifications import reply, without_foot
from bot.services.school import notice_drafts, talk_directions
from bot.updates import ButtonPress, IncomingMessage
from handlers.entering import belongs_somewhere, first_menu

MENU, HELP = "menu", "help"  # cards, so that what stands above one of them loses its foot when it changes
_LONGEST = 19  # digits that a database still takes for a number


def home(tx: Tx, me: Person, event: ButtonPress | IncomingMessage) -> None:
    """The first menu, as a new message: news and alerts stay as they are. A child that waits is named."""
    asked = people.dialogue_of(tx, me.id)
    people.end_dialogue(tx, me.id)
    phones.bring_keys(tx, me)
    _show_menu(tx, me, partial(reply, card=MENU))
    if asked and asked[0] == adding_child.STATE:
        adding_child.lead_back(tx, me)
    _leave_foot(tx, me, event)


def show_help(tx: Tx, me: Person, event: ButtonPress | IncomingMessage) -> None:
    """The card with three ways, as a new message: what was on the screen stays."""
    under = reportable.in_message(tx, me.id, event.message_id or 0) if isinstance(event, ButtonPress) else None
    reply(tx, me, HelpShown(item=f"{under.what}:{under.id}" if under else ""), card=HELP)
    _leave_foot(tx, me, event)


def _leave_foot(tx: Tx, me: Person, event: ButtonPress | IncomingMessage) -> None:
    """No card that has led down keeps it, but for what a person wrote: ☂️ below that reports it."""
    if not isinstance(event, ButtonPress) or not event.message_id:
        return
    if reportable.in_message(tx, me.id, event.message_id) is None:
        without_foot(tx, me, event.message_id)


def help_how(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """How it works."""
    reply(tx, me, HelpShown("how"), edit=pressed.message_id)


def anything(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Whatever has no meaning here gets a kind answer; an album one, and after two of them the menu comes."""
    if said.text and said.kind == "text" and thread_notes.takes_reply(tx, me, said.media, said.reply_to):
        return
    if talk_directions.take(tx, me, {**said.media, "album": said.album}, said.reply_to):
        return
    part = {**said.media, "album": said.album, "sheet": said.is_sheet}
    if _answers_open_question(tx, me, said) or notice_drafts.take_stray(tx, me, part):
        return
    if _may_be_a_letter(tx, me, said) or _was_answered(tx, me, said.album):
        return
    if misunderstandings.again(tx, me.id):
        _show_menu(tx, me, strangers.answer)
    else:
        strangers.answer(tx, me, NotUnderstood(said.kind))


def changed(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """What was sent first stands; a place that keeps moving is no answer to anything."""
    inbox.take_out(tx, me.telegram_id)  # nothing is done with it, so nothing of it is kept
    if said.text:
        strangers.answer(tx, me, ChangeIgnored())


def _show_menu(tx: Tx, me: Person, say: Callable[[Tx, Person, Event], None]) -> None:
    closed = circles.closed_to(tx, me.id)
    if closed:
        circle, place = closed[0]
        outbox.clear_card(tx, AWAITED, me.id)  # who has just come back has been told so a moment ago
        reply(tx, me, KnownAwaited(circle.child.name, number_of(place)), card=AWAITED)
        if not belongs_somewhere(tx, me):
            return
    say(tx, me, first_menu(tx, me))


def _answers_open_question(tx: Tx, me: Person, said: IncomingMessage) -> bool:
    """A yes or a number, while a card waits for this person: taken for what it says, with ↩️ below it."""
    if said.kind != "text":
        return False
    meant = check_ins.in_words(tx, me.id, said.text)
    if not meant or len({face for _circle, _by, _newest, face in meant}) > 1:
        return False
    if not any(newest.is_missing for _circle, _by, newest, _face in meant):
        return False  # a yes after a photo is meant for nobody in particular
    one_card.leave(tx, me)
    return check_ins.credit(tx, meant)


def _may_be_a_letter(tx: Tx, me: Person, said: IncomingMessage) -> bool:
    """A sentence is perhaps meant for the family: it is kept, and one question asked."""
    if said.kind == "text" and letters.joined(tx, me, {**said.media, "album": ""}):
        return True
    if said.kind == "text" and (sent := talks.go_on(tx, me.id, {**said.media, "album": said.album})):
        reply(tx, me, LetterOnItsWay(sent.id), card=own_card(sent.id))
        return True
    mine = circles.of_person(tx, me.id, Action.SEND_LETTER) if is_sentence(said.text) else []
    if said.kind != "text" or not mine:
        return False
    circle, member = mine[0]
    if enough := letter_rows.too_many(tx, circle.child.id, me.id):
        reply(tx, me, LimitReached(enough))
        return True
    found = letter_rows.draft(
        tx, circle.child.id, me.id, {**said.media, "album": said.album}, to_child=member.may(Action.WRITE_TO_CHILD)
    )
    reply(tx, me, StrayReceived(found.id))
    return True


def _was_answered(tx: Tx, me: Person, album: str) -> bool:
    """The pictures of an album come one by one; the first has been answered for all."""
    if not album:
        return False
    number = int(album) if album.isdecimal() and len(album) < _LONGEST else 0
    if cards.message_of(tx, me.id, cards.ALBUM) == number:
        return True
    cards.remember(tx, me.id, cards.ALBUM, number)
    return False


def outdated(tx: Tx, me: Person, pressed: ButtonPress) -> Event:
    """A press that no route takes: over, or forged."""
    return ButtonOutdated()


routes: list[Route] = [
    press("home", home, newcomers=False),
    press("help", show_help, near=True),
    press("help_how", help_how, near=True),
    command("help", show_help, near=True),
    message(filters.Regex("^🏠"), home),
    message(filters.Regex("^☂"), show_help, near=True),
]

last_routes: list[Route] = [
    press("[a-z_]*(?::.*)?", outdated),
    message(filters.ALL, anything),
    message(filters.ALL, changed, edited=True),
]
