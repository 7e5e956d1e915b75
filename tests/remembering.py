"""How many stories begin is tapped once and then copied: what is on the phones, and the database when it is asked."""

import functools
import io
import pickle
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import astuple, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from bot.clock import StoppedClock
from bot.simulator.cast import PersonSpec
from bot.simulator.phone import Phone
from bot.simulator.world import World
from tests import together
from tests.databases import Database

if TYPE_CHECKING:
    from tests.homeline import Homeline

P = ParamSpec("P")
T = TypeVar("T")
Step = tuple[Hashable, ...]

# What a world, its updates and a phone hold that belongs to the test at hand, not to the story.
_NOT_KEPT = {"clock", "watchers", "phones", "world", "updates", "_clock", "_bell"}
# The beginnings that were tapped, or read from what another process of this run has tapped, by what they began with.
_beginnings: dict[Hashable, tuple[str, bytes]] = {}
_looks: dict[Hashable, bytes] = {}  # what the phones look like once they are copied


def remembered(
    step: Callable[Concatenate["Homeline", P], Awaitable[T]],
) -> Callable[Concatenate["Homeline", P], Awaitable[T]]:
    """A step that is copied when it comes first, or after others like it with nothing in between."""

    @functools.wraps(step)
    async def taken(home: "Homeline", *args: P.args, **kwargs: P.kwargs) -> T:
        name = (step.__module__, step.__qualname__, args, tuple(sorted(kwargs.items())))
        answer: T = await home.beginning.take(name, lambda: step(home, *args, **kwargs))
        return answer

    return taken  # type: ignore[return-value] # `home` keeps its name: pytest gives fixtures by name


class Beginning:
    """The steps of one story so far, as long as nothing else has happened."""

    def __init__(self, home: "Homeline", database: Database) -> None:
        self._home = home
        self._database = database
        self._steps: Step | None = None
        self._within = False
        self._before = b""
        self._late: tuple[str, dict[str, Any]] | None = None  # what the database is to become, and when that was
        self.copied: list[object] = []  # requests that were made, and checked, where these steps were tapped

    def opened(self) -> None:
        """The story begins."""
        settings = replace(self._home.settings, database_url=self._database.place)
        self._steps = (astuple(settings), self._home.clock.now())
        self._before = self._look()

    def over(self) -> None:
        """Something happened that only the database knows: from here on each step is tapped."""
        if not self._within:
            self._steps = None

    async def take(self, name: Step, step: Callable[[], Awaitable[Any]]) -> Any:
        """The answer of a step, tapped or copied."""
        if self._within or self._steps is None or self._look() != self._before:
            self.over()
            return await step()
        self._steps = (*self._steps, name)
        found = _found(self._steps)
        if found is None:
            answer = await self._keep(self._steps, step)
            self._before = self._look()
            return answer
        answer = await self._copy(*found)
        if self._steps not in _looks:  # what is copied looks the same each time
            _looks[self._steps] = self._look()
        self._before = _looks[self._steps]
        return answer

    async def _keep(self, steps: Step, step: Callable[[], Awaitable[Any]]) -> Any:
        self._within = True
        answer = await step()
        self._within = False
        await self._home.settle()
        async with self._home.database_let_go():
            _beginnings[steps] = (self._database.keep(), _write(self._home, answer))
        if file := _file(steps):
            together.write(file, pickle.dumps(_beginnings[steps]))
        return answer

    async def _copy(self, kept: str, state: bytes) -> Any:
        answer = _read(self._home, state)
        self.copied = list(self._home.simulator.requests)
        self._late = kept, dict(vars(self._home.clock))
        if not self._home.can_wait:
            await self.ready()
        return answer

    async def ready(self) -> None:
        """The database is what the steps made of it: of many in a row, only the last is copied."""
        if self._late is None:
            return
        (kept, then), self._late = self._late, None
        now = dict(vars(self._home.clock))
        vars(self._home.clock).update(then)  # whatever the story has let go by since
        async with self._home.database_let_go(forget=True):
            self._database.copy(kept)
        vars(self._home.clock).update(now)

    def ended(self) -> None:
        """Nobody asks any more."""
        self._late = None

    def _look(self) -> bytes:
        """Everything that a test can have done on the phones."""
        try:
            return _write(self._home, vars(self._home.simulator.faults) | {"_released": None})
        except (pickle.PicklingError, AttributeError, TypeError):
            self.over()  # a phone without a signal keeps what it will do
            return b""


def _found(steps: Step) -> tuple[str, bytes] | None:
    if steps not in _beginnings and (file := _file(steps)) and file.exists():
        _beginnings[steps] = pickle.loads(file.read_bytes())
    return _beginnings.get(steps)


def _file(steps: Step) -> Path | None:
    """Where others find it; none for a step that was given something which is only in this process."""
    name = repr(steps)
    return None if " at 0x" in name else together.FOLDER / f"beginning_{sha256(name.encode()).hexdigest()}"


class _Writer(pickle.Pickler):
    """Of what belongs to the test at hand only its name is kept; asked for these classes alone, it is quick."""

    dispatch_table = {
        Phone: lambda phone: (_phone, (phone.person,)),
        World: lambda _world: (_world_here, ()),
        StoppedClock: lambda _clock: (_clock_here, ()),
    }


_here: list["Homeline"] = []  # whose story is being read


def _phone(person: PersonSpec) -> Phone:
    return _here[-1].world.phone(person)


def _world_here() -> World:
    return _here[-1].world


def _clock_here() -> StoppedClock:
    return _here[-1].clock


def _write(home: "Homeline", answer: object) -> bytes:
    phones = [(phone.person, _own(phone)) for phone in home.world.phones.values()]
    file = io.BytesIO()
    world = (_own(home.world), _own(home.world.updates), phones)
    _Writer(file).dump((world, home.simulator.requests, home.clock.now(), answer))
    return file.getvalue()


def _read(home: "Homeline", state: bytes) -> Any:
    _here.append(home)
    (own, updates, phones), requests, at, answer = pickle.loads(state)
    _here.pop()
    home.clock.move_to(at)
    for person, values in phones:
        vars(home.phone(person)).update(values)
    vars(home.world.updates).update(updates)
    vars(home.world).update(own)  # last: a phone that is new brings an empty chat
    home.simulator.requests[:] = requests
    return answer


def _own(thing: object) -> dict[str, Any]:
    return {name: value for name, value in vars(thing).items() if name not in _NOT_KEPT}
