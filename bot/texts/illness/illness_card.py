"""Below the danger card: its number again, and the question what it is, then what was sent to whom."""

from bot.delivery import cards
from bot.domain import emoji
from bot.domain.circle.circles import Circle
from bot.domain.illness.illness_alerts import DangerCardShown, alert_card
from bot.domain.illness.illnesses import Happening, Illness, IllnessState, alerted_first
from bot.domain.notifications import Lane
from bot.queries.illness import illnesses
from bot.queries.illness.illnesses import is_kept_home
from bot.texts.buttons import undo
from bot.texts.circle.receipts import on_its_way
from bot.texts.illness.danger_card import danger_card, number_again, taken_back
from bot.texts.illness.illness_endings import ending
from bot.texts.illness.illness_words import (
    add_button,
    better_label,
    thread_of,
    told_others,
    what_buttons,
    whats,
)
from bot.texts.illness.quick_notes import note_buttons
from bot.texts.message import Button, Message, button, grid
from bot.texts.privacy.sharing import only_if_tapped
from bot.texts.reader import Reader
from bot.texts.school.staying_home import stay_button


def danger_card_shown(reader: Reader, about: DangerCardShown) -> Message | None:
    """The card as it always is; below it the question, or what was sent to whom."""
    thread = thread_of(reader, about.illness_id)
    if thread is None:
        return None
    found, circle = thread
    at_home = [circle.child.country]
    card = danger_card(reader, at_home) + "\n\n"
    if found.is_running:
        card += number_again(reader, at_home) + "\n"
    kept = found.state == IllnessState.OPEN and is_kept_home(reader.tx, circle, found)
    buttons = _card_buttons(reader, found, circle, ask=about.ask, kept=kept)
    return Message(card + _state(reader, found, circle), buttons)


def _state(reader: Reader, illness: Illness, circle: Circle) -> str:
    if illness.waits_for_choice or (illness.state == IllnessState.OPEN and is_kept_home(reader.tx, circle, illness)):
        to = [
            reader.named(circle, each) for each in alerted_first(circle, illness.opened_by) if each != reader.person.id
        ]
        return only_if_tapped(reader, circle, list(dict.fromkeys(to or _stand_ins(reader, circle))))
    if illness.state == IllnessState.DRAFT:
        # L10N: below the danger card; emoji buttons follow. The parents are told in a minute in any case.
        return reader.say("What is it?")
    if illness.state == IllnessState.CLOSED:
        return ending(reader, illness, circle)
    if illness.state == IllnessState.UNDONE:
        return taken_back(reader, told=illness.alerted_at is not None)
    return _sent(reader, illness, circle)


def _stand_ins(reader: Reader, circle: Circle) -> list[str]:
    return [reader.named(circle, each.person_id) for each in circle.stand_ins if each.person_id != reader.person.id]


def _sent(reader: Reader, illness: Illness, circle: Circle) -> str:
    told = told_others(reader, illness, circle)
    if not told:
        # L10N: no other adult is in the circle yet, so nobody could be told.
        return reader.say("There is nobody in the circle yet whom I can tell.")
    has = [each for each in told if cards.message_of(reader.tx, each, alert_card(illness.id)) is not None]
    return f"{_said(reader, illness, circle)}\n{on_its_way(reader, circle, told, lane=Lane.URGENT, has=has)}"


def _said(reader: Reader, illness: Illness, circle: Circle) -> str:
    if illness.is_plain:
        # L10N: what was sent, for families without health notes; to whom follows below.
        return reader.say("Sent: please call home now.")
    if not illness.what:
        # L10N: what was sent; to whom follows below. {child} is the child's call name.
        return reader.say("Sent: {child} is ill.", child=circle.child.name)
    # L10N: what was sent; to whom follows below. {what} is a list such as “fever, stomach”.
    return reader.say("Sent: {what}.", what=whats(reader, illness))


def _card_buttons(
    reader: Reader, illness: Illness, circle: Circle, *, ask: bool, kept: bool
) -> tuple[tuple[Button, ...], ...]:
    """`kept`: only home knows, so a sign that is known is tapped to tell the others, and nothing is noted."""
    if not illness.is_running:
        return ()
    mine = illness.opened_by == reader.person.id and illness.can_undo(reader.tx.now)
    alone = not [
        each
        for each in illnesses.events(reader.tx, illness.id, Happening.TOLD, Happening.SCHOOL)
        if each.person_id != illness.opened_by
    ]
    back = undo(reader, "ill_undo", illness.id) if mine and alone else None
    more = [back] if back else []
    if illness.state == IllnessState.DRAFT:
        return what_buttons(reader, illness, more)
    better = button(f"{emoji.BETTER} {better_label(reader, illness)}", "ill_better", illness.id)
    stay = stay_button(reader, circle)
    if illness.is_plain:
        return grid([better, *stay, *more], 2)
    # Nothing to note yet while it can be taken back: more rows would push the emergency number off a small screen.
    notes = [] if kept or (back and not ask) else note_buttons(reader, illness, ask=ask)
    more = [*notes, add_button(reader, illness), better, *stay, *more]
    return what_buttons(reader, illness, more, but=() if kept else illness.what) if ask else grid(more, 2)
