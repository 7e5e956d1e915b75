"""What was seen of the day: taps below the thanks for a face, each of which can be taken back by another."""

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action
from bot.domain.daily.check_ins import AnswerReceived, CheckIn
from bot.domain.daily.letters import VoiceDeclined
from bot.domain.daily.news import PictureAsked, Seen, SeenNoted, takes_more, toggled
from bot.domain.daily.one_card import CARD, AnswerStands, AnswerStays
from bot.domain.local_time import local
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated
from bot.queries.circle import circles, people
from bot.queries.daily import check_ins as check_in_rows
from bot.queries.daily import news
from bot.routes import NUMBER, Route, press
from bot.services.daily import check_ins, one_card
from bot.services.notifications import reply
from bot.updates import ButtonPress

LETTER = "letter"  # the dialogue that takes what is sent next


def see(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """On, or off again; the day is that of the card, not of the tap."""
    mine = _mine(tx, me, pressed)
    if isinstance(mine, Event):
        return mine
    day, circle, by = mine
    news.note_seen(tx, day.id, me.id, toggled(news.seen(tx, day.id), Seen(pressed.args[1])))
    check_ins.show_seen(tx, circle, by, day)
    is_shown = _show(tx, me, day, pressed)
    is_today = day.local_date == local(tx.now, circle.child.zone).date().isoformat()
    return None if is_shown and is_today else SeenNoted(day.child_id, day.local_date)


def open_one(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The name of one of several children: what was seen of that child."""
    mine = _mine(tx, me, pressed)
    if isinstance(mine, Event):
        return mine
    return None if _show(tx, me, mine[0], pressed) else ButtonOutdated()


def _mine(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[CheckIn, Circle, Member] | Event:
    """The day, and my place around its child; or why I can say nothing of it."""
    day = check_in_rows.get(tx, pressed.number())
    held = circles.membership(tx, day.child_id, me.id, Action.ANSWER_CHECK_IN) if day else None
    if day is None or held is None:
        return ButtonOutdated()
    return _refused(tx, me, day, held[0]) or (day, *held)


def _refused(tx: Tx, me: Person, day: CheckIn, circle: Circle) -> Event | None:
    """Why nothing can be said of that day by this person, if so."""
    if day.answered_by not in {None, me.id}:
        return AnswerStands(day.child_id, day.answered_by or 0)
    if day.answered_at is not None and not takes_more(day.answered_at, tx.now, circle.child.zone):
        return AnswerStays(day.child_id)
    return None if news.takes_seen(tx, day, me.id) else ButtonOutdated()


def _show(tx: Tx, me: Person, day: CheckIn, pressed: ButtonPress) -> bool:
    """The card as it is now; not where a newer one has followed, which has taken its buttons."""
    one_card.pressed_on(tx, me, pressed.message_id or 0)
    if day.face is None or cards.message_of(tx, me.id, CARD) != pressed.message_id:
        return False
    others = tuple(
        each.id
        for each in news.answered_with(tx, day, me.id)
        if each.id != day.id and each.answered_at == day.answered_at
    )
    about = AnswerReceived(day.child_id, day.id, day.face, me.id, others, opened=True)
    reply(tx, me, about, edit=pressed.message_id)
    return True


def ask_picture(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """📷 a picture of the day."""
    child_id = pressed.number()
    if circles.membership(tx, child_id, me.id, Action.PLAY_LETTER) is None:
        return ButtonOutdated()
    people.set_dialogue(tx, me.id, LETTER, {"child": child_id})
    reply(tx, me, VoiceDeclined(child_id) if me.voice is False else PictureAsked(child_id))
    return None


routes: list[Route] = [
    press("seen", see, NUMBER, "|".join(Seen)),
    press("seen_of", open_one, NUMBER),
    press("picture", ask_picture, NUMBER),
]
