"""`homeline settings`, which needs nothing else of Homeline."""

import argparse

from bot.settings import as_environment_file


async def settings(_wanted: argparse.Namespace) -> None:
    """The environment file to begin with."""
    print(as_environment_file(), end="")
