"""Every measure of `make bench` runs, with small sizes; how fast is for the bench itself to say."""

import importlib
from pathlib import Path

import pytest

from tests.bench import queues
from tests.bench.__main__ import BEGIN, END, FEW, MEASURES, PERFORMANCE, README, main, measured, write
from tests.bench.disk import STILL, watched
from tests.bench.line import Line


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_runs(name: str) -> None:
    lines: list[Line] = importlib.import_module(f"tests.bench.{name}").measure(quick=True)
    assert lines
    assert all(each.measure and each.found and "inf" not in each.found for each in lines)


@pytest.mark.parametrize("document", [README, PERFORMANCE])
def test_the_table_replaces_only_what_stands_between_its_markers(tmp_path: Path, document: Path) -> None:
    text = document.read_text()
    assert text.count(BEGIN) == text.count(END) == 1
    copy = tmp_path / "document.md"
    copy.write_text(text)
    write(copy, "| one |")
    write(copy, "| two |")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    assert copy.read_text() == f"{before}{BEGIN}\n| two |\n{END}{after}"


def test_the_readme_shows_a_few_lines_of_the_whole_table() -> None:
    rows = [line for line in README.read_text().split(BEGIN)[1].split(END)[0].splitlines() if line.startswith("|")][2:]
    assert [row.split(" | ")[0].removeprefix("| ") for row in rows] == list(FEW)
    assert set(rows) <= set(PERFORMANCE.read_text().splitlines())


def test_the_plot_is_drawn_from_the_stored_figures() -> None:
    plot = importlib.import_module("tests.bench.plot")  # what draws takes a second to load

    points = plot.stored()
    for theme in plot.THEMES:
        assert theme.path.read_bytes() == plot.drawn(points, theme), "python -m tests.bench.plot"
        assert theme.path.stat().st_size < 40_000
    assert plot.drawn(points[1:], theme) != theme.path.read_bytes()
    assert [each.queue for each in points if each.whose == queues.OURS] == list(queues.SIZES)


def test_a_part_is_never_written_as_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    before = README.read_text()
    for words in (["--write", "sends"], ["--write", "--quick"]):
        monkeypatch.setattr("sys.argv", ["bench", *words])
        with pytest.raises(SystemExit):
            main()
    assert README.read_text() == before


def test_a_measure_that_breaks_off_is_a_missed_line() -> None:
    def breaks_off() -> list[Line]:
        raise OSError

    assert measured("sends", breaks_off) == [Line("sends", "", "broke off", kept=False)]


def test_a_disk_that_stands_still_is_said_beside_the_figures() -> None:
    with watched() as disk:
        pass
    assert disk.slowest > 0
    disk.slowest = STILL
    assert not disk.said()
    disk.slowest = 948.2
    assert disk.said() == " The disk itself stood still for 948 ms meanwhile."
