"""The delay of an alert against the queue in front of it: `python -m tests.bench.plot` draws it from what is stored."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tests.bench.line import Point

DOCS = Path(__file__).parents[2] / "docs"
FIGURES = DOCS / "performance.json"
# Small on purpose: at the width of a telephone its letters are still ten pixels high.
INCHES = (5.0, 3.9)
QUEUES = (0, 10, 100, 1_000, 10_000)
DELAYS = {1: "1 ms", 10: "10 ms", 100: "100 ms", 1_000: "1 s", 10_000: "10 s", 100_000: "100 s"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of one picture; those of the lines are told apart by the colour-blind too (Okabe and Ito's)."""

    name: str
    paper: str
    ink: str
    grid: str
    ours: str
    theirs: str

    @property
    def path(self) -> Path:
        """Where the picture lies."""
        return DOCS / f"performance-{self.name}.svg"


THEMES = (
    Theme("light", "#ffffff", "#1f2328", "#d1d9e0", "#0072b2", "#d55e00"),
    Theme("dark", "#0d1117", "#f0f6fc", "#3d444d", "#56b4e9", "#e69f00"),
)


def store(points: Iterable[Point]) -> None:
    """Keep the figures, one in a line, and draw them."""
    lines = ",\n".join(f"  {json.dumps(asdict(each), ensure_ascii=False)}" for each in points)
    FIGURES.write_text(f"[\n{lines}\n]\n")
    for theme in THEMES:
        theme.path.write_bytes(drawn(stored(), theme))


def stored() -> list[Point]:
    """The figures of the last run that was kept."""
    return [Point(**each) for each in json.loads(FIGURES.read_text())]


def drawn(points: Sequence[Point], theme: Theme) -> bytes:
    """The picture as SVG, the same for the same figures; its words stay words."""
    style = {
        "svg.fonttype": "none",
        "svg.hashsalt": "homeline",
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans"],
        "font.size": 11,
        **dict.fromkeys(("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color"), theme.ink),
        **dict.fromkeys(("figure.facecolor", "axes.facecolor"), theme.paper),
    }
    svg = BytesIO()
    with mpl.rc_context(style):
        figure = Figure(figsize=INCHES, layout="constrained")
        axes = figure.add_subplot()
        _scales(axes, theme)
        looks = ((theme.ours, "o", -18), (theme.theirs, "s", 8))
        for (whose, some), look in zip(groupby(points, lambda each: each.whose), looks, strict=True):
            _line(axes, whose, list(some), *look)
        figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": None})
    return svg.getvalue()


def _scales(axes: Axes, theme: Theme) -> None:
    axes.set_title("How long an alert takes to leave", loc="left", fontsize=12, fontweight="bold", pad=20)
    axes.text(0, 1.03, "median; dotted: the slowest", transform=axes.transAxes)
    axes.set_xscale("symlog", linthresh=10)
    axes.set_xticks(QUEUES, [f"{each:,}" for each in QUEUES])
    axes.set_xlabel("messages waiting in front of it (log scale)")
    axes.set_yscale("log")
    axes.set_yticks(list(DELAYS), list(DELAYS.values()))
    axes.set_ylabel("delay (log scale)")
    axes.set_ylim(0.5, 300_000)
    axes.minorticks_off()
    axes.grid(color=theme.grid, linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)


def _line(axes: Axes, whose: str, points: list[Point], colour: str, marker: str, name_at: int) -> None:
    queues = [each.queue for each in points]
    axes.plot(queues, [each.p50 for each in points], color=colour, marker=marker)
    axes.plot(queues, [each.slowest for each in points], color=colour, linestyle=":")
    end = (points[-1].queue, points[-1].p50)
    axes.annotate(whose, end, (0, name_at), textcoords="offset points", ha="right", color=colour, fontweight="bold")


if __name__ == "__main__":
    store(stored())
