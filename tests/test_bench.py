"""Every measure of `make bench` runs, with small sizes; how fast is for the bench itself to say."""

import importlib
from pathlib import Path

import pytest

from tests.bench.__main__ import BEGIN, END, MEASURES, README, main, measured, write
from tests.bench.line import Line


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_runs(name: str) -> None:
    lines: list[Line] = importlib.import_module(f"tests.bench.{name}").measure(quick=True)
    assert lines
    assert all(each.measure and each.found and "inf" not in each.found for each in lines)


def test_the_table_replaces_only_what_stands_between_its_markers(tmp_path: Path) -> None:
    text = README.read_text()
    assert text.count(BEGIN) == text.count(END) == 1
    copy = tmp_path / "README.md"
    copy.write_text(text)
    write(copy, "| one |")
    write(copy, "| two |")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    assert copy.read_text() == f"{before}{BEGIN}\n| two |\n{END}{after}"


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
