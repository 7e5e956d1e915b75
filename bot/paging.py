"""Each minute the doctor looks; what operators must act on becomes a page, and silence calls, too.

A dead man's switch (`HOMELINE_PING_URL`, in the form that healthchecks has made common) hears “start” once, then each
minute that all is well, or “fail” with the names of what is not. Where it hears nothing, it calls by itself.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

import aiohttp

from bot import http_session, log
from bot.clock import Clock
from bot.db import installation
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.doctor import Finding, examine_running
from bot.domain.operators.pages import Open, Page, calls
from bot.queries.operators import operators
from bot.services.operators import pages
from bot.settings import Settings

EVERY = 60.0
_AN_HOUR = timedelta(hours=1)
_PATIENCE = aiohttp.ClientTimeout(total=10.0)
_log = log.get("paging")


class Paging:
    """Of several processes the one that sends looks: `leads` says whether it is this one."""

    def __init__(self, settings: Settings, clock: Clock, store: Store, leads: Callable[[], bool]) -> None:
        self._settings = settings
        self._clock = clock
        self._store = store
        self._leads = leads
        self._seen: frozenset[Page] = frozenset()
        self._countries: frozenset[str] = frozenset()  # where children live: counted anew each hour
        self._countries_until = clock.now()
        self._began = False
        self._silent = False

    async def step(self) -> int:
        """Look once, and say what is new. What is seen once only was a moment's trouble, and pages nobody.

        Returns 0: the next look is in a minute.
        """
        if not self._leads():
            return 0
        if not self._began:
            await self._ping("/start")
            self._began = True
        try:
            found = named(await self._look())
            lasting = await self._store.run(lambda tx: self._note(tx, found))
        except Exception:
            await self._ping("/fail", "database")
            raise
        self._seen = frozenset(found)
        wrong = calls(lasting)
        await self._ping("/fail" if wrong else "", " ".join(wrong))
        return 0

    async def _look(self) -> list[Finding]:
        if self._clock.now() >= self._countries_until:
            self._countries, self._countries_until = frozenset(), self._clock.now() + _AN_HOUR
        found, self._countries = await examine_running(self._settings, self._clock, self._store, self._countries)
        return found

    def _note(self, tx: Tx, found: Mapping[Page, int]) -> dict[Page, Open]:
        installation.learn(tx, installation.LOOKED_AT, tx.now.isoformat())
        operators.forget_old_asks(tx)
        return pages.note(tx, found, self._seen)

    async def _ping(self, way: str, words: str = "") -> None:
        """Whatever becomes of it, the next one comes in a minute."""
        if not self._settings.ping_url:
            return
        url = self._settings.ping_url.rstrip("/") + way
        try:
            async with (
                http_session.session(self._settings.proxy, timeout=_PATIENCE) as session,
                session.post(url, data=words.encode()) as response,
            ):
                response.raise_for_status()
            self._silent = False
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            if not self._silent:
                _log.warning("HOMELINE_PING_URL did not hear us (%s).", type(error).__name__)
            self._silent = True


def named(found: Iterable[Finding]) -> dict[Page, int]:
    """The states that findings stand for, and how many of what they name there are."""
    many: Counter[Page] = Counter()
    for each in found:
        if each.page is not None:
            many[each.page] += each.many
        if each.page is Page.REPORT_LATE:  # it waits still
            many[Page.REPORT] += each.many
    return dict(many)
