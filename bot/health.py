"""What a watcher asks: is the process alive, can it work, and how is it doing."""

import shutil
from datetime import datetime
from pathlib import Path

from aiohttp import web
from prometheus_client.aiohttp import make_aiohttp_handler

from bot import metrics
from bot.clock import stopwatch
from bot.db import installation, migrations
from bot.db.store import Store
from bot.db.transaction import Tx
from bot.liveness import Liveness
from bot.queries import figures
from bot.queries.figures import Figures
from bot.telegram.pacer import Pacer
from bot.telegram.webhook import Webhook
from bot.version import version
from bot.web import WebServer

# What a reverse proxy adds. Numbers are for those who run Homeline, not for whoever finds the webhook's address.
_FROM_OUTSIDE = ("Forwarded", "X-Forwarded-For", "X-Real-IP")


class Health:
    """`/healthz`, `/readyz` and `/metrics` of one process."""

    def __init__(
        self,
        store: Store,
        liveness: Liveness,
        pacer: Pacer,
        *,
        every: float,
        database: Path | None,
        webhook: Webhook | None = None,
    ) -> None:
        self._store = store
        self._liveness = liveness
        self._pacer = pacer
        self._every = every
        self._database = database
        self._webhook = webhook
        self._numbers = make_aiohttp_handler(metrics.REGISTRY)

    def add_to(self, server: WebServer) -> None:
        """Say whether it lives, and whether it can work."""
        server.add("GET", "/healthz", self.alive)
        server.add("GET", "/readyz", self.ready)

    def add_numbers_to(self, server: WebServer) -> None:
        """Say how it is doing; not where the world may ask."""
        server.add("GET", "/metrics", self.metrics)

    async def alive(self, _request: web.Request) -> web.Response:
        """200 while the process answers and everything in it moves; a loop that fails, or waits, moves."""
        still = "".join(f"the {loop} stands still\n" for loop in sorted(self._liveness.still()))
        return web.Response(text=still or "alive\n", status=503 if still else 200)

    async def ready(self, _request: web.Request) -> web.Response:
        """200 when the database answers, its schema is ours, loops move and Telegram comes in; else 503 and why."""
        amiss = [f"the {loop} is stuck" for loop, stuck in self._liveness.stuck().items() if stuck]
        if self._webhook is not None and self._webhook.amiss:
            amiss.append(self._webhook.amiss)
        try:
            schema = await self._store.read(lambda tx: migrations.revision(tx.conn))
        except Exception as error:
            amiss.append(f"the database does not answer ({type(error).__name__})")
        else:
            if schema != migrations.HEAD:
                amiss.append("migrations are pending")
        return web.Response(text="\n".join(amiss or ["ready"]) + "\n", status=503 if amiss else 200)

    async def metrics(self, request: web.Request) -> web.StreamResponse:
        """Every number, for who asks from within."""
        if any(each in request.headers for each in _FROM_OUTSIDE):
            raise web.HTTPNotFound
        now, backup, failed = await self._store.read(_gather)
        _queues(now)
        _updates(now)
        _reports(now)
        metrics.LAST_BACKUP.set(backup.timestamp() if backup else 0)
        metrics.BACKUP_FAILED.set(failed)
        metrics.BEAT_LAG.set(max(self._liveness.rested("ticks") - self._every, 0.0))
        metrics.PACER_WAIT.set(self._pacer.wait(stopwatch()))
        for loop, stuck in self._liveness.stuck().items():
            metrics.LOOP_STUCK.labels(loop).set(int(stuck))
        if self._database is not None:
            metrics.DISK_FREE.labels("database").set(shutil.disk_usage(self._database.absolute().parent).free)
        metrics.BUILD.labels(version(), migrations.HEAD).set(1)
        return await self._numbers(request)


def _gather(tx: Tx) -> tuple[Figures, datetime | None, bool]:
    failed = installation.get(tx, installation.BACKUP_FAILED) is not None
    return figures.gather(tx), installation.instant(tx, installation.BACKUP_AT), failed


def _queues(now: Figures) -> None:
    for each in now.queues:
        lane = each.lane.name.lower()
        metrics.QUEUE_DUE.labels(lane).set(each.due)
        metrics.QUEUE_LATER.labels(lane).set(each.later)
        metrics.QUEUE_OLDEST.labels(lane).set(_age(now.at, each.oldest_due))
        metrics.GIVEN_UP.labels(lane).set(sum(lost.lane == each.lane for lost in now.given_up))
    metrics.SENDING.set(now.sending)
    metrics.HELD.set(now.held)
    metrics.UNREACHABLE.set(now.unreachable)


def _updates(now: Figures) -> None:
    metrics.UPDATES_WAITING.set(now.updates_new)
    metrics.UPDATES_OLDEST.set(_age(now.at, now.updates_oldest))
    metrics.UPDATES_PARKED.set(now.updates_parked)
    metrics.LAST_UPDATE.set(now.last_update.timestamp() if now.last_update else 0)


def _reports(now: Figures) -> None:
    metrics.REPORTS_WAITING.set(now.reports)
    metrics.REPORTS_OLDEST.set(_age(now.at, now.reports_oldest))
    metrics.REPORTS_WITHIN.set(now.reports_within.total_seconds())


def _age(now: datetime, then: datetime | None) -> float:
    return max((now - then).total_seconds(), 0.0) if then else 0.0
