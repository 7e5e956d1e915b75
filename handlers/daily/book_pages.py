"""📖 a page a night: a photograph from home or from the parent, and a voice that reads it."""

from bot.db.transaction import Tx
from bot.domain.circle.circles import Circle, Member, Role
from bot.domain.circle.roles import Action
from bot.domain.daily.book_pages import READING, PageAsked, ReadingAsked, ReadingKept, tell_wanted
from bot.domain.daily.goodnights import KINDS
from bot.domain.daily.letters import Letter, LetterOnItsWay, LetterState, VoiceDeclined, own_card
from bot.domain.limits import LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, HomeShown
from bot.queries.circle import circles, people
from bot.queries.daily import book_pages as page_rows
from bot.queries.daily import letters
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services.daily import book_pages
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress, IncomingMessage

STATE, READS = "page", "page_read"

Mine = tuple[Circle, Member]


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📖 photograph the next page."""
    child_id = pressed.number()
    if circles.membership(tx, child_id, me.id, Action.SEND_LETTER) is None:
        return ButtonOutdated()
    if me.voice is False:
        reply(tx, me, VoiceDeclined(child_id))
        return None
    people.set_dialogue(tx, me.id, STATE, {"child": child_id})
    reply(tx, me, PageAsked(child_id))
    return None


def photographed(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """From home it goes to the parents; a parent reads it next."""
    dialogue = people.dialogue_of(tx, me.id)
    mine = circles.membership(tx, dialogue[1].get("child", 0) if dialogue else 0, me.id, Action.SEND_LETTER)
    if mine is None:
        _leave(tx, me)
    elif said.kind != "photo":
        reply(tx, me, PageAsked(mine[0].child.id, again=True))
    elif enough := letters.too_many(tx, mine[0].child.id, me.id):
        people.end_dialogue(tx, me.id)
        reply(tx, me, LimitReached(enough))
    elif mine[1].role == Role.PARENT:
        found = book_pages.keep_own(tx, mine[0], me.id, {**said.media, "album": ""})
        _ask_reading(tx, me, found)
    else:
        people.end_dialogue(tx, me.id)
        draft = letters.draft(tx, mine[0].child.id, me.id, {**said.media, "album": ""}, to_child=False)
        _send(tx, me, mine, draft)


def send_stray(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📖 what came by itself is a page."""
    draft = letters.get(tx, pressed.number())
    mine = circles.membership(tx, pressed.number(1), me.id, Action.PLAY_LETTER)
    if draft is None or mine is None or draft.author_id != me.id or draft.state != LetterState.DRAFT:
        return ButtonOutdated()
    if draft.kind != "photo" or draft.answers_id is not None:
        return ButtonOutdated()
    _send(tx, me, mine, draft, pressed.message_id)
    return None


def read(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎤 a parent reads it."""
    page, mine = _page(tx, me, pressed, Action.WRITE_TO_CHILD)
    if page is None or mine is None or page_rows.is_read(tx, page, me.id):
        return ButtonOutdated()
    if me.voice is False:
        reply(tx, me, VoiceDeclined(page.child_id))
        return None
    _ask_reading(tx, me, page)
    return None


def spoken(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """The reading."""
    dialogue = people.dialogue_of(tx, me.id)
    page = letters.get(tx, dialogue[1].get("page") if dialogue else None)
    mine = circles.membership(tx, page.child_id, me.id, Action.WRITE_TO_CHILD) if page else None
    if page is None or mine is None:
        _leave(tx, me)
    elif said.kind not in KINDS:
        reply(tx, me, ReadingAsked(page.id, again=True))
    else:
        people.end_dialogue(tx, me.id)
        found = book_pages.keep_reading(tx, mine[0], me.id, page, {**said.media, "album": ""})
        reply(tx, me, ReadingKept(found.id))


def take_back(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ until it is bedtime."""
    found = letters.get(tx, pressed.number())
    mine = circles.membership(tx, found.child_id, me.id, Action.WRITE_TO_CHILD) if found else None
    if found is None or mine is None or found.author_id != me.id or found.purpose != READING:
        return ButtonOutdated()
    if not book_pages.take_back(tx, mine[0], found):
        return ButtonOutdated()
    reply(tx, me, ReadingKept(found.id), edit=pressed.message_id)
    return None


def once_more(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🔄 it stands on its head, or cannot be read."""
    page, mine = _page(tx, me, pressed, Action.WRITE_TO_CHILD)
    if page is None or mine is None or page.to_child or page.played_at is not None:
        return ButtonOutdated()
    book_pages.settle(tx, mine[0], page, me.id)
    if mine[0].member(page.author_id):
        notify(tx, tell_wanted(page, me.id))
    return None


def skip(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ it came twice, or another day; nobody is told."""
    page, mine = _page(tx, me, pressed, Action.WRITE_TO_CHILD)
    if page is None or mine is None or page.to_child or page.played_at is not None:
        return ButtonOutdated()
    book_pages.settle(tx, mine[0], page, me.id)
    return None


def _send(tx: Tx, me: Person, mine: Mine, draft: Letter, edit: int | None = None) -> None:
    found = book_pages.send(tx, *mine, draft)
    reply(tx, me, LetterOnItsWay(found.id), edit=edit, card=own_card(found.id))


def _ask_reading(tx: Tx, me: Person, page: Letter) -> None:
    people.set_dialogue(tx, me.id, READS, {"page": page.id})
    reply(tx, me, ReadingAsked(page.id))


def _leave(tx: Tx, me: Person) -> None:
    people.end_dialogue(tx, me.id)
    reply(tx, me, HomeShown())


def _page(tx: Tx, me: Person, pressed: ButtonPress, action: Action) -> tuple[Letter | None, Mine | None]:
    """A page that has reached this parent, or is their own."""
    found = letters.get(tx, pressed.number())
    if found is None or not page_rows.is_page(found):
        return None, None
    there = found.state == LetterState.SENT or found.author_id == me.id
    return (found, circles.membership(tx, found.child_id, me.id, action)) if there else (None, None)


routes: list[Route] = [
    press("page_new", begin, NUMBER),
    press("page_send", send_stray, NUMBER, NUMBER),
    press("page_read", read, NUMBER),
    press("page_undo", take_back, NUMBER),
    press("page_again", once_more, NUMBER),
    press("page_skip", skip, NUMBER),
    message(TYPED, photographed, state=STATE),
    message(TYPED, spoken, state=READS),
]
