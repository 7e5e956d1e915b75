"""Numbers in the text format that Prometheus reads."""

import pytest

from bot import metrics
from bot.metrics import Counter, Gauge, Histogram, Since


def test_a_counter_counts_each_set_of_labels_by_itself() -> None:
    sends = Counter("sends_total", "Sends.", "lane", "outcome")
    sends.count("urgent", "sent")
    sends.count("urgent", "sent")
    sends.count("bulk", "again", by=3)

    assert list(sends.lines()) == [
        "# HELP sends_total Sends.",
        "# TYPE sends_total counter",
        'sends_total{lane="bulk",outcome="again"} 3',
        'sends_total{lane="urgent",outcome="sent"} 2',
    ]
    assert sends.get("urgent", "sent") == 2
    with pytest.raises(ValueError, match="labels"):
        sends.count("urgent")


def test_what_has_no_labels_is_there_from_the_beginning() -> None:
    assert list(Gauge("held", "Held.").lines())[-1] == "held 0"


def test_a_histogram_is_cumulative_and_an_edge_belongs_below() -> None:
    took = Histogram("took_seconds", "Took.", "feature", buckets=(0.1, 1.0))
    for seconds in (0.05, 0.1, 0.5, 7):
        took.observe(seconds, "illness")

    assert list(took.samples()) == [
        'took_seconds_bucket{feature="illness",le="0.1"} 2',
        'took_seconds_bucket{feature="illness",le="1"} 3',
        'took_seconds_bucket{feature="illness",le="+Inf"} 4',
        'took_seconds_sum{feature="illness"} 7.65',
        'took_seconds_count{feature="illness"} 4',
    ]


def test_what_never_happened_has_no_age() -> None:
    poll = Since("last_poll_seconds", "Since.")
    assert list(poll.samples()) == []
    poll.mark()
    assert 0 <= float(next(poll.samples()).split()[1]) < 60


def test_labels_and_help_cannot_break_the_format() -> None:
    odd = Gauge("odd", 'a\n"b" \\', "name")
    odd.set(1.5, 'x"\\\n')

    assert list(odd.lines()) == ['# HELP odd a\\n"b" \\\\', "# TYPE odd gauge", r'odd{name="x\"\\\n"} 1.5']


def test_every_metric_is_ours_once_and_says_what_it_is() -> None:
    names = [each.name for each in metrics.METRICS]

    assert len(names) == len(set(names)) > 20
    for each in metrics.METRICS:
        assert each.name.startswith("homeline_")
        assert each.help.endswith(".")
        assert each.name.endswith("_total") == (each.kind == "counter")
