"""`homeline moved-bot`: families go over to another bot, with everything but what only the earlier one can send."""

from sqlalchemy import ColumnElement, Select, Table, delete, func, select, update

from bot.db import bots, installation, moving
from bot.db.columns import is_in
from bot.db.tables import illness, letter, notice, operator, person
from bot.db.tables import installation as learned
from bot.db.transaction import Tx
from bot.delivery import another_bot
from bot.domain.illness.illnesses import IllnessState
from bot.domain.local_time import DAY
from bot.domain.outages import tell_links_moved
from bot.domain.school.notices import NoticeState
from bot.errors import HomelineError
from bot.queries.circle import invites
from bot.services.notifications import notify

_running = is_in(illness, IllnessState.DRAFT, IllnessState.OPEN)


def may_move(tx: Tx) -> None:
    """Raises HomelineError while a process still speaks as the earlier bot; on a file, its lock says so."""
    if moving.is_in_use(tx):
        raise HomelineError("Homeline runs on this database. Stop every process of it first.")


def move(tx: Tx, number: str, username: str) -> str:
    """From now on the database is this bot's; what that means, for whoever has asked for it. Raises HomelineError.

    What had come is handled by then.
    """
    may_move(tx)
    if bots.is_met(tx, number, username):
        bots.learn(tx, number, username)
        return f"This database belongs to {bots.name(tx)}: there is nothing to move."
    before, old = bots.name(tx), installation.get(tx, bots.USERNAME)
    said = [f"Until now this database was of {before}.", *_people(tx, username), *_files(tx)]
    another_bot.forget_messages(tx)
    for name in ("offset", bots.USERNAME):
        installation.forget(tx, name)
    # The pictures that the earlier bot had sent up are sent up anew.
    tx.change(delete(learned).where(learned.c.name.startswith("danger_signs_")))
    bots.note_move(tx, number, username)
    # Whoever is seen from now on is over: a day in which they were here before is none in which they have come.
    today = tx.now.date()
    tx.change(update(person).where(person.c.seen_on == today.isoformat()).values(seen_on=(today - DAY).isoformat()))
    if username != old:
        said += _links(tx)
    return "\n".join([*said, f"It is of {bots.name(tx)} now: start `homeline run`. homeline doctor shows who is over."])


def _people(tx: Tx, username: str) -> list[str]:
    many, ill = _count(person, person.c.consented_at.is_not(None)), _count(illness, _running)
    people = (
        f"- People who have used it: {tx.scalar(many)}. A bot may write to nobody who has not opened it: what is for "
        f"them waits until they open https://t.me/{username} and press START, and until then no alert reaches them. "
        "Tell schools and families today."
    )
    running = tx.scalar(ill)
    return [people, f"- Illnesses that go on: {running}. Let the schools call those families."] if running else [people]


def _files(tx: Tx) -> list[str]:
    letters = tx.scalar(_count(letter, letter.c.kind != "text"))
    waiting = tx.all(select(notice.c.body).where(is_in(notice, NoticeState.DRAFT, NoticeState.SCHEDULED)))
    notices = sum(bool(each.body["media"]) for each in waiting)
    kept = (
        f"- Letters by voice or picture: {letters}. They stay on the phones that have them, and cannot be sent once "
        "more; who waits for one is told, and so is who sent it."
    )
    return [kept, f"- Notices that have not left: {notices} go without their files."] if notices else [kept]


def _links(tx: Tx) -> list[str]:
    makers = invites.makers(tx)
    notify(tx, tell_links_moved(makers))
    of_operators = tx.scalar(_count(operator, operator.c.person_id.is_(None), operator.c.link_until > tx.now))
    said = [f"- Links and posters lead to the earlier bot. Who made them is asked to make new ones: {len(makers)}."]
    if schools := invites.schools_with_lead_codes(tx):
        named = ", ".join(map(str, schools))
        said.append(f"- Links for who leads a school: `homeline school code` anew (schools {named}).")
    if of_operators:
        said.append(f"- Links of operators that nobody has opened: {of_operators}. `homeline operator add` anew.")
    return said


def _count(of: Table, *where: ColumnElement[bool]) -> Select[int]:
    return select(func.count()).select_from(of).where(*where)
