"""The week in one picture: small, quickly drawn, and whatever a day may hold has its place."""

import io
import subprocess
import sys
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from time import process_time

import pytest
from PIL import Image

from bot.domain.daily.weeks import KEPT, Day, Mark, days_until
from bot.domain.school.stickers import Sticker
from bot.pictures import week_sheet
from bot.pictures.brush import PAPER

DAYS = days_until(date(2026, 11, 29))
FULL = tuple(
    Day(day, face, ill=place < 3, marks=tuple(Mark), stickers=tuple(Sticker))
    for place, (day, face) in enumerate(zip(DAYS, ("great", "well", "hard", "sad", "usual", "call", KEPT), strict=True))
)
EMPTY = tuple(Day(day) for day in DAYS)
WAYS = (
    *(Day(DAYS[0], face) for face in ("great", "well", "hard", "sad", "usual", "call", KEPT)),
    *(Day(DAYS[0], heard=True), Day(DAYS[0], joined=True), Day(DAYS[0])),
)
# Nothing of what is loaded is garbage: a process that looks for it takes twice as long.
LOADED = """
import gc, sys
gc.disable()
import bot.app, bot.pictures.worker
gc.freeze()
sys.exit(bool({"PIL", "reportlab"} & sys.modules.keys()))
"""


def drawn(*weeks: tuple[Day, ...]) -> Image.Image:
    return Image.open(io.BytesIO(week_sheet.draw(weeks))).convert("RGB")


def test_the_fullest_week_of_six_children_is_small_and_drawn_within_a_second() -> None:
    week_sheet.draw([EMPTY])  # what draws is loaded
    began = process_time()  # a busy machine makes it no slower
    picture = week_sheet.draw([FULL] * 6)
    assert process_time() - began < 1
    assert len(picture) <= 150_000
    assert picture == week_sheet.draw([FULL] * 6)
    assert drawn(FULL).width == week_sheet.WIDE * 3 // 2


@cache
def monday(day: Day) -> bytes:
    """How a week looks that begins so and goes on empty."""
    return drawn((day, *EMPTY[1:])).tobytes()


@pytest.mark.parametrize("day", WAYS, ids=str)
def test_each_way_a_day_can_stand_looks_unlike_every_other(day: Day) -> None:
    assert [each for each in WAYS if each != day and monday(each) == monday(day)] == []


def test_days_answered_together_are_one_band_up_to_the_answer_and_a_gap_breaks_it() -> None:
    joined = tuple(replace(day, joined=True) for day in EMPTY[:2])
    answered = replace(EMPTY[2], face="well")
    middle = (week_sheet.HEAD + week_sheet.FACE // 2) * 3 // 2
    between = [(week_sheet.SIDE + week_sheet.COLUMN * place) * 3 // 2 for place in (1, 2, 3)]

    picture = drawn((*joined, answered, *EMPTY[3:]))

    colours = [picture.getpixel((x, middle)) for x in between]
    assert colours[0] == colours[1] != colours[2]


def test_each_sticker_looks_unlike_every_other_and_stands_below_its_own_day() -> None:
    plain = drawn(EMPTY)
    pictures = [drawn((*EMPTY[:3], replace(EMPTY[3], stickers=(each,)), *EMPTY[4:])) for each in Sticker]
    assert len({each.tobytes() for each in pictures}) == len(Sticker)
    six = drawn((*EMPTY[:3], replace(EMPTY[3], stickers=tuple(Sticker)), *EMPTY[4:]))
    assert plain.height < pictures[0].height < six.height
    assert plain.size == drawn(tuple(replace(each, stickers=()) for each in EMPTY)).size

    below = (week_sheet.HEAD + week_sheet.FACE) * 3 // 2
    left, right = ((week_sheet.SIDE + week_sheet.COLUMN * place) * 3 // 2 for place in (3, 4))
    for picture in (*pictures, six):
        assert _ink(picture, (left, below, right, picture.height))
        assert not _ink(picture, (0, below, left, picture.height))
        assert not _ink(picture, (right, below, right + week_sheet.COLUMN, picture.height))


def test_what_a_child_was_praised_for_moves_nobody_elses_day() -> None:
    praised = tuple(replace(each, stickers=()) for each in FULL)
    alone, both = drawn(praised), drawn(praised, FULL)
    below = alone.height - week_sheet.REST * 3
    same = (0, 0, (week_sheet.SIDE + week_sheet.COLUMN * 6) * 3 // 2, below)
    pairs = zip(alone.crop(same).convert("L").tobytes(), both.crop(same).convert("L").tobytes(), strict=True)
    assert all(abs(one - other) < 24 for one, other in pairs)  # colours are chosen anew for each picture


def _ink(picture: Image.Image, part: tuple[int, int, int, int]) -> bool:
    """Whether anything dark stands there."""
    return any(level < 90 for level in picture.crop(part).convert("L").tobytes())


def test_it_has_a_ground_of_its_own_so_that_it_is_seen_on_a_dark_chat() -> None:
    picture = drawn(FULL)
    paper = tuple(int(PAPER[place : place + 2], 16) for place in (1, 3, 5))
    corners = product((2, picture.width - 3), (2, picture.height - 3))
    for corner in corners:
        found = picture.getpixel(corner)
        assert isinstance(found, tuple)
        assert max(abs(one - other) for one, other in zip(found, paper, strict=True)) < 8


def test_who_only_asks_for_pictures_does_not_load_what_draws_them() -> None:
    assert subprocess.run([sys.executable, "-c", LOADED], check=False).returncode == 0
