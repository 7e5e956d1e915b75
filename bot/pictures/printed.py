"""What is asked to be printed: all words are given, none is added. Loaded by whoever asks; it draws nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A list on as many A4 pages as it needs: a title, lines below it, columns and rows; `foot` on each page."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """A page for a school's wall, or the same as a picture: `steps` are what three drawings say, in each language."""

    title: str
    school: str
    link: str
    steps: tuple[tuple[str, ...], ...]
    lines: tuple[str, ...]  # below them: what this is, and who we are
    as_picture: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """One pupil as the school writes them, and the two links."""

    name: str
    home: str
    far: str


@dataclass(frozen=True, slots=True)
class Slips:
    """Eight to a page; what stands on each of them is given in each language of the school."""

    title: str  # the class and the school
    slips: tuple[Slip, ...]
    home: tuple[str, ...]  # whom the left code is for
    far: tuple[str, ...]  # and the right one
    steps: tuple[tuple[str, ...], ...]
    aloud: tuple[str, ...]  # for a neighbour who reads it out
    foot: str
