"""`homeline helplines`."""

import argparse

from bot.clock import SystemClock
from bot.operations import dialling
from bot.settings import read
from bot.texts import helplines


async def show(wanted: argparse.Namespace) -> None:
    """Which numbers families see; or that somebody dialled one."""
    settings, today = read(needs_token=False), SystemClock().now().date()
    helplines.look_in(settings.data)
    country = wanted.country.upper()
    if wanted.dialled:
        print(dialling.note_dialled(settings.data, country, wanted.dialled, wanted.by, wanted.on, today))
    else:
        print("\n".join(dialling.listed(country, today)))
