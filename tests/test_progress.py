"""Long work shows how far it has come."""

from io import StringIO

from bot.progress import Progress


class Terminal(StringIO):
    """Where somebody watches."""

    def isatty(self) -> bool:
        return True


class Leadership:
    """A stopwatch that a test moves."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def copy(out: StringIO, *, seconds_each: float) -> str:
    watch = Leadership()
    progress = Progress("copied", 40_000, out=out, watch=watch)
    for _ in range(4):
        watch.at += seconds_each
        progress.advance(10_000)
    progress.end()
    return out.getvalue()


def test_somebody_who_watches_sees_one_line_change_each_second() -> None:
    said = copy(Terminal(), seconds_each=1.0)

    lines = said.split("\r")[1:]
    assert lines[0] == "copied 10,000 of 40,000 rows\x1b[K"
    assert lines[-1] == "copied 40,000 of 40,000 rows\x1b[K\n"
    assert said.count("\n") == 1


def test_within_a_second_nothing_is_said_twice() -> None:
    said = copy(Terminal(), seconds_each=0.4)

    assert [line.split()[1] for line in said.split("\r")[1:]] == ["30,000", "40,000"]


def test_quick_work_says_nothing() -> None:
    assert copy(Terminal(), seconds_each=0.1) == ""


def test_a_log_gets_whole_lines_now_and_then() -> None:
    said = copy(StringIO(), seconds_each=20.0)

    assert said == "copied 20,000 of 40,000 rows\ncopied 40,000 of 40,000 rows\n"


def test_work_of_unknown_length_says_what_is_done() -> None:
    out, watch = Terminal(), Leadership()
    progress = Progress("checked", unit="letters", out=out, watch=watch)
    watch.at = 2.0
    progress.advance()

    assert out.getvalue() == "\rchecked 1 letters\x1b[K"
