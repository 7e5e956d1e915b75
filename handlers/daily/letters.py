"""🎤: a voice, a picture or a few words to the child, and from home to the parents."""

from typing import Any

from telegram.ext import filters

from bot.db.transaction import Tx
from bot.delivery import cards
from bot.domain.circle.circles import Circle, Member
from bot.domain.circle.roles import Action, may
from bot.domain.daily.heard import Sign
from bot.domain.daily.ideas import IdeaState
from bot.domain.daily.letters import (
    KINDS,
    Letter,
    LetterAsked,
    LetterChildAsked,
    LetterDropped,
    LetterOnItsWay,
    LettersCounted,
    LetterState,
    StrayReceived,
    VoiceDeclined,
    may_record_answer,
    own_card,
    tell_changed,
    tell_played,
)
from bot.domain.limits import LimitReached
from bot.domain.notifications import Event
from bot.domain.people import Person
from bot.domain.screens import ButtonOutdated, HomeShown, NotUnderstood
from bot.queries.circle import circles, people
from bot.queries.daily import ideas
from bot.queries.daily import letters as letter_rows
from bot.routes import NUMBER, TYPED, Route, message, press
from bot.services import strangers, strays
from bot.services.daily import letter_box, letters, talks
from bot.services.daily.heard import note_heard
from bot.services.notifications import notify, reply
from bot.updates import ButtonPress, IncomingMessage

STATE = "letter"


def begin(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎤 below good news, an idea, or in the menu."""
    child_id = pressed.number()
    if not circles.membership(tx, child_id, me.id, Action.SEND_LETTER):
        return ButtonOutdated()
    idea = ideas.get(tx, pressed.number(1)) if len(pressed.args) > 1 else None
    mine = idea is not None and idea.person_id == me.id and idea.child_id == child_id
    _ask(tx, me, {"child": child_id, "idea": idea.id if idea and mine else None})
    return None


def begin_by_key(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """🎤 on the keyboard below the chat."""
    mine = circles.of_person(tx, me.id, Action.SEND_LETTER)
    if len(mine) == 1:
        _ask(tx, me, {"child": mine[0][0].child.id})
    else:
        reply(tx, me, LetterChildAsked() if mine else HomeShown())


def answer(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🎤 the child's answer, which goes to the author of the letter and to nobody else."""
    found, mine = _letter_of(tx, me, pressed)
    if found is None or mine is None or not may_record_answer(mine[1], found):
        return ButtonOutdated()
    author = mine[0].member(found.author_id)
    if author is None or not may(author.standing, Action.WRITE_TO_CHILD):
        return ButtonOutdated()
    _ask(tx, me, {"child": found.child_id, "answers": found.id})
    return None


def played(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🙏 the child has heard it."""
    found, mine = _letter_of(tx, me, pressed)
    if found is None or mine is None or not may_record_answer(mine[1], found) or not letter_rows.played(tx, found.id):
        return ButtonOutdated()
    cards.remember(tx, me.id, f"letter:{found.id}", pressed.message_id or 0)
    _show_anew(tx, mine[0], found)
    if mine[0].member(found.author_id):
        notify(tx, tell_played(found, mine[1]))
    note_heard(tx, *mine, Sign.PLAYED, [found.author_id])
    letter_box.ask_good_hour(tx, me, *mine)
    return None


def spoken(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """What was asked for has come."""
    dialogue = people.dialogue_of(tx, me.id)
    data: dict[str, Any] = dialogue[1] if dialogue else {}
    mine = circles.membership(tx, data.get("child", 0), me.id, Action.SEND_LETTER)
    if mine is None:
        people.end_dialogue(tx, me.id)
        reply(tx, me, NotUnderstood(said.kind))
        return
    if said.kind not in KINDS:
        reply(tx, me, LetterAsked(data["child"], data.get("answers") or 0, again=True))
        return
    people.end_dialogue(tx, me.id)
    if (enough := letter_rows.too_many(tx, data["child"], me.id)) and not data.get("answers"):
        reply(tx, me, LimitReached(enough))
        return
    found = _draft(tx, me, data["child"], said, answers_id=data.get("answers"), idea_id=data.get("idea"))
    if me.voice is False and said.kind != "text":
        reply(tx, me, VoiceDeclined(data["child"], found.id))
        return
    _send(tx, me, mine, [found])


def stray(tx: Tx, me: Person, said: IncomingMessage) -> None:
    """Something came outside of any conversation: it is kept, and one question asked."""
    media = {**said.media, "album": said.album}
    if strays.taken(tx, me, media, said.reply_to):
        return
    mine = circles.of_person(tx, me.id, Action.SEND_LETTER)
    if not mine:
        strangers.answer(tx, me, NotUnderstood(said.kind))
        return
    if letters.joined(tx, me, media):
        return
    if me.voice is not False and (sent := talks.go_on(tx, me.id, media)):
        reply(tx, me, LetterOnItsWay(sent.id), card=own_card(sent.id))
        return
    circle, member = mine[0]
    if enough := letter_rows.too_many(tx, circle.child.id, me.id):
        reply(tx, me, LimitReached(enough))
        return
    found = _draft(tx, me, circle.child.id, said, to_child=member.may(Action.WRITE_TO_CHILD))
    reply(tx, me, VoiceDeclined(0, found.id) if me.voice is False else StrayReceived(found.id))


def send_stray(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """✅ it is a letter, for this child."""
    letter = letter_rows.get(tx, pressed.number())
    mine = circles.membership(tx, pressed.number(1), me.id, Action.SEND_LETTER)
    if letter is None or mine is None or letter.author_id != me.id or letter.state != LetterState.DRAFT:
        return ButtonOutdated()
    if letter.answers_id is not None and letter.child_id != mine[0].child.id:
        return ButtonOutdated()
    _send(tx, me, mine, _together(tx, letter), pressed.message_id)
    _talk(tx, me, mine, letter, to_home=False)
    return None


def send_home(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """🏡 it is for those at home, not for the child."""
    letter = letter_rows.get(tx, pressed.number())
    mine = circles.membership(tx, pressed.number(1), me.id, Action.WRITE_TO_CHILD)
    if letter is None or mine is None or letter.author_id != me.id or letter.state != LetterState.DRAFT:
        return ButtonOutdated()
    if letter.answers_id is not None:
        return ButtonOutdated()
    _send(tx, me, mine, _together(tx, letter), pressed.message_id, to_home=True)
    _talk(tx, me, mine, letter, to_home=True)
    return None


def _talk(tx: Tx, me: Person, mine: tuple[Circle, Member], letter: Letter, *, to_home: bool) -> None:
    if mine[1].may(Action.WRITE_TO_CHILD):
        talks.begin(tx, me.id, mine[0].child.id, to_home=to_home)


def drop_stray(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """❌ it is none; nothing of it is kept."""
    letter = letter_rows.get(tx, pressed.number())
    if letter is None or letter.author_id != me.id or letter.state != LetterState.DRAFT:
        return ButtonOutdated()
    for each in _together(tx, letter):
        letter_rows.change(tx, each.id, [LetterState.DRAFT], state=LetterState.DROPPED, media={"album": each.album})
    reply(tx, me, LetterDropped(), edit=pressed.message_id)
    return None


def undo(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """↩️ within ten minutes."""
    letter = letter_rows.get(tx, pressed.number())
    circle = circles.get(tx, letter.child_id) if letter else None
    if letter is None or circle is None or letter.author_id != me.id or not letter.can_be_undone(tx.now):
        return ButtonOutdated()
    if letter_rows.is_answered(tx, letter.id):
        return ButtonOutdated()
    for each in _together(tx, letter):
        letters.take_back(tx, circle, each)
    reply(tx, me, LetterOnItsWay(letter.id), edit=pressed.message_id, card=own_card(letter.id))
    asked = letter_rows.get(tx, letter.answers_id)
    if asked:
        _show_anew(tx, circle, asked)
    return None


def agree_voice(tx: Tx, me: Person, pressed: ButtonPress) -> None:
    """Voices and pictures may be passed on after all; what waited for that is asked about again."""
    people.change(tx, me.id, voice=True)
    child_id, letter = pressed.number(), letter_rows.get(tx, pressed.number(1))
    if letter and letter.author_id == me.id and letter.state == LetterState.DRAFT and circles.of_person(tx, me.id):
        reply(tx, me, StrayReceived(letter.id), edit=pressed.message_id)
    elif circles.membership(tx, child_id, me.id, Action.SEND_LETTER):
        dialogue = people.dialogue_of(tx, me.id)
        data = dialogue[1] if dialogue and dialogue[0] == STATE else {"child": child_id}
        _ask(tx, people.get(tx, me.id), data, pressed.message_id)
    else:
        reply(tx, me, HomeShown(), edit=pressed.message_id)


def to_play(tx: Tx, me: Person, pressed: ButtonPress) -> Event | None:
    """The letters that wait to be played, once more."""
    mine = circles.membership(tx, pressed.number(), me.id, Action.PLAY_LETTER)
    if mine is None:
        return ButtonOutdated()
    waiting = letter_rows.unplayed(tx, pressed.number())
    reply(tx, me, LettersCounted(pressed.number(), len(waiting)), edit=pressed.message_id)
    for each in waiting:
        letter_box.send_again(tx, me, each)
    return None


def _ask(tx: Tx, me: Person, data: dict[str, Any], edit: int | None = None) -> None:
    people.set_dialogue(tx, me.id, STATE, data)
    declined = me.voice is False
    about: Event = VoiceDeclined(data["child"]) if declined else LetterAsked(data["child"], data.get("answers") or 0)
    reply(tx, me, about, edit=edit)


def _draft(
    tx: Tx,
    me: Person,
    child_id: int,
    said: IncomingMessage,
    *,
    to_child: bool = False,
    answers_id: int | None = None,
    idea_id: int | None = None,
) -> Letter:
    media = {**said.media, "album": said.album}
    return letter_rows.draft(tx, child_id, me.id, media, to_child=to_child, answers_id=answers_id, idea_id=idea_id)


def _send(
    tx: Tx,
    me: Person,
    mine: tuple[Circle, Member],
    drafts: list[Letter],
    edit: int | None = None,
    *,
    to_home: bool = False,
) -> None:
    for each in drafts:
        letters.send(tx, *mine, each, to_home=to_home)
        if each.idea_id:
            ideas.change(tx, each.idea_id, (IdeaState.OFFERED,), state=IdeaState.RECORDED)
    first = drafts[0]
    reply(tx, me, LetterOnItsWay(first.id), edit=edit, card=own_card(first.id))
    asked = letter_rows.get(tx, first.answers_id)
    if asked:
        letter_rows.played(tx, asked.id)
        _show_anew(tx, mine[0], asked)


def _show_anew(tx: Tx, circle: Circle, letter: Letter) -> None:
    shown = [each for each in circle.active if cards.message_of(tx, each.person_id, f"letter:{letter.id}")]
    notify(tx, tell_changed(letter, shown))


def _together(tx: Tx, letter: Letter) -> list[Letter]:
    """A letter with the rest of its album."""
    album = letter_rows.in_album(tx, [letter.child_id], letter.author_id, letter.album, letter.sent_at)
    return [each for each in album if each.state == letter.state] or [letter]


def _letter_of(tx: Tx, me: Person, pressed: ButtonPress) -> tuple[Letter | None, tuple[Circle, Member] | None]:
    letter = letter_rows.get(tx, pressed.number())
    return letter, circles.membership(tx, letter.child_id, me.id, Action.PLAY_LETTER) if letter else None


_MEDIA = filters.VOICE | filters.VIDEO_NOTE | filters.VIDEO | filters.PHOTO | filters.AUDIO

routes: list[Route] = [
    press("letter", begin, NUMBER),
    press("letter", begin, NUMBER, NUMBER),
    press("letter_answer", answer, NUMBER),
    press("letter_played", played, NUMBER),
    press("letter_send", send_stray, NUMBER, NUMBER),
    press("letter_home", send_home, NUMBER, NUMBER),
    press("letter_drop", drop_stray, NUMBER),
    press("letter_undo", undo, NUMBER),
    press("agree_voice", agree_voice, NUMBER, NUMBER),
    press("letters", to_play, NUMBER),
    message(TYPED, spoken, state=STATE),
    message(filters.Regex("^🎤"), begin_by_key),
]

# Stands behind every conversation that asks for a voice or a picture itself.
stray_routes: list[Route] = [message(filters.UpdateType.MESSAGE & _MEDIA, stray)]
