"""A store without a bot around it, as the storage's own tests have it."""

from tests.storage.conftest import store

__all__ = ["store"]
