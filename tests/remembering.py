"""How many stories begin is tapped once and then copied: the database, and everything on the phones."""

import functools
import io
import pickle
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from bot.clock import StoppedClock
from bot.simulator.cast import PersonSpec
from bot.simulator.phone import Phone
from bot.simulator.world import World
from tests.databases import Database

if TYPE_CHECKING:
    from tests.homeline import Homeline

P = ParamSpec("P")
T = TypeVar("T")
Step = tuple[Hashable, ...]

# What a world, its updates and a phone hold that belongs to the test at hand, not to the story.
_NOT_KEPT = {"clock", "watchers", "phones", "world", "updates", "_clock", "_bell"}
# The beginnings that were tapped in this process, by what they began with.
_beginnings: dict[Hashable, tuple[str, bytes]] = {}


def remembered(
    step: Callable[Concatenate["Homeline", P], Awaitable[T]],
) -> Callable[Concatenate["Homeline", P], Awaitable[T]]:
    """A step that is copied when it comes first, or after others like it with nothing in between."""

    @functools.wraps(step)
    async def taken(home: "Homeline", *args: P.args, **kwargs: P.kwargs) -> T:
        name = (step.__module__, step.__qualname__, args, frozenset(kwargs.items()))
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

    def opened(self) -> None:
        """The story begins."""
        settings = replace(self._home.settings, database_url=self._database.kind)
        self._steps = (settings, self._home.clock.now())
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
        found = _beginnings.get(self._steps)
        answer = await (self._keep(self._steps, step) if found is None else self._copy(*found))
        self._before = self._look()
        return answer

    async def _keep(self, steps: Step, step: Callable[[], Awaitable[Any]]) -> Any:
        self._within = True
        answer = await step()
        self._within = False
        await self._home.settle()
        async with self._home.database_let_go():
            _beginnings[steps] = (self._database.keep(), _write(self._home, answer))
        return answer

    async def _copy(self, kept: str, state: bytes) -> Any:
        async with self._home.database_let_go():
            self._database.copy(kept)
        return _read(self._home, state)

    def _look(self) -> bytes:
        """Everything that a test can have done on the phones."""
        try:
            return _write(self._home, vars(self._home.simulator.faults) | {"_released": None})
        except (pickle.PicklingError, AttributeError, TypeError):
            self.over()  # a phone without a signal keeps what it will do
            return b""


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
