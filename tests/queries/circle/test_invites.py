"""Invites: found by their token only, used once, over after a week."""

from datetime import timedelta

from bot.clock import StoppedClock
from bot.db.store import Store
from bot.domain.circle.joining import InviteKind
from bot.queries.circle import invites, people


async def test_a_link_lets_one_person_in_once(store: Store) -> None:
    me = await store.run(lambda tx: people.add(tx, 1, "Mei", "en").id)
    token = await store.run(lambda tx: invites.create(tx, InviteKind.TEACHER, created_by=me))
    found = await store.run(lambda tx: invites.find(tx, token))

    assert found is not None
    assert found.problem == ""
    assert await store.run(lambda tx: invites.use(tx, found, me))
    assert not await store.run(lambda tx: invites.use(tx, found, me))
    after = await store.run(lambda tx: invites.by_id(tx, found.id))
    assert after is not None
    assert after.problem == "used"


async def test_a_link_for_many_stays(store: Store) -> None:
    token = await store.run(lambda tx: invites.create(tx, InviteKind.CLASS, single_use=False))
    found = await store.run(lambda tx: invites.find(tx, token))
    assert found is not None
    assert await store.run(lambda tx: invites.use(tx, found, 1))
    assert await store.run(lambda tx: invites.use(tx, found, 2))


async def test_nonsense_finds_nothing(store: Store) -> None:
    await store.run(lambda tx: invites.create(tx, InviteKind.TEACHER))
    assert await store.run(lambda tx: invites.find(tx, "nonsense")) is None
    assert await store.run(lambda tx: invites.by_id(tx, 999)) is None


async def test_after_a_week_it_is_over(store: Store, clock: StoppedClock) -> None:
    token = await store.run(lambda tx: invites.create(tx, InviteKind.TEACHER))
    clock.push(timedelta(days=7))
    found = await store.run(lambda tx: invites.find(tx, token))
    assert found is not None
    assert found.problem == "expired"


async def test_a_revoked_link_is_dead(store: Store) -> None:
    token = await store.run(lambda tx: invites.create(tx, InviteKind.TEACHER))
    before = await store.run(lambda tx: invites.find(tx, token))
    assert before is not None
    assert await store.run(lambda tx: invites.revoke(tx, before.id))
    assert not await store.run(lambda tx: invites.revoke(tx, before.id))
    found = await store.run(lambda tx: invites.find(tx, token))
    assert found is not None
    assert found.problem == "revoked"
    assert not await store.run(lambda tx: invites.use(tx, found, 1))


async def test_links_of_the_last_day_are_counted(store: Store, clock: StoppedClock) -> None:
    me = await store.run(lambda tx: people.add(tx, 1, "Mei", "en").id)
    await store.run(lambda tx: invites.create(tx, InviteKind.TEACHER, created_by=me))
    assert await store.run(lambda tx: invites.made_today(tx, me)) == 1
    clock.push(timedelta(days=1))
    assert await store.run(lambda tx: invites.made_today(tx, me)) == 0
