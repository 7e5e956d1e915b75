"""`homeline operator add`, `list`, `remove`: who runs Homeline from inside Telegram is let in from a shell alone."""

from bot.clock import Clock
from bot.db import installation
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.domain.audit import AuditEvent
from bot.domain.names import clean_name
from bot.domain.operators.operators import Operator, OperatorRole
from bot.operations.command_runner import Answer, Command, CommandRunner
from bot.operations.schooling import as_typed
from bot.queries import audit
from bot.queries.circle import people
from bot.queries.operators import operators as operator_rows
from bot.services.operators import operators
from bot.settings import Settings

ADD, LIST, REMOVE = "operator add", "operator list", "operator remove"


async def operator_command(settings: Settings, clock: Clock, command: Command) -> str:
    """Do one of them. Raises ValueError."""
    runner = CommandRunner(settings, clock, ANSWERS)
    try:
        return await runner.do(command)
    finally:
        await runner.close()


async def _add(store: Store, command: Command) -> str:
    called, said = as_typed(command.get("name", ""), clean_name), command.get("role", "")
    role = next((each for each in OperatorRole if each == said), None)
    if not called:
        raise ValueError('An operator needs a name: homeline operator add "Amina" --role coordinator')
    if role is None:
        raise ValueError(f"The role is one of {', '.join(OperatorRole)}.")

    def unit(tx: Tx) -> str:
        if installation.get(tx, "username") is None:
            raise ValueError("Homeline never ran here: a link needs the bot's name. Start `homeline run` once.")
        number, token = operator_rows.add(tx, called, role)
        audit.note(tx, AuditEvent.OPERATOR_ADDED, None, entity="operator", entity_id=number)
        return (
            f"{installation.link(tx, token)}\n"
            f"For {called} alone, once, within a day. Whoever opens it first has the role; homeline operator list says "
            "who that was."
        )

    return await store.run(unit)


async def _list(store: Store, _command: Command) -> str:
    def unit(tx: Tx) -> str:
        lines = [_line(tx, each) for each in operator_rows.every(tx)]
        return "\n".join(lines) or 'There is none yet: homeline operator add "Amina" --role coordinator'

    return await store.read(unit)


def _line(tx: Tx, each: Operator) -> str:
    if each.person_id is None:
        state = "link open until" if each.link_until > tx.now else "link ended"
        return f"{each.id}  {each.role:<12}  {each.called}, {state} {each.link_until:%Y-%m-%d %H:%M} UTC"
    who = people.get(tx, each.person_id).name
    return f"{each.id}  {each.role:<12}  {each.called}, opened {each.joined_at:%Y-%m-%d} by “{who}”"


async def _remove(store: Store, command: Command) -> str:
    number = command.get("number", "")

    def unit(tx: Tx) -> str:
        found = operator_rows.get(tx, int(number)) if number.isascii() and number.isdecimal() else None
        if found is None:
            raise ValueError("There is no operator of this number. homeline operator list shows them.")
        operators.remove(tx, found)
        return f"{found.called} is no {found.role} operator now, and the link lets nobody in."

    return await store.run(unit)


ANSWERS: dict[str, Answer] = {ADD: _add, LIST: _list, REMOVE: _remove}
