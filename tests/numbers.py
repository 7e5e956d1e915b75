"""What Homeline counts, and how far it has come, as Prometheus would read it."""

from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client.metrics import MetricWrapperBase

from bot import metrics


@dataclass(frozen=True, slots=True)
class Number:
    """One metric as it is declared."""

    name: str
    kind: str
    help: str
    labels: tuple[str, ...]

    @property
    def series(self) -> tuple[str, ...]:
        """What can be asked for."""
        return (self.name, *(self.name + each for each in ("_bucket", "_sum", "_count") if self.kind == "histogram"))


def _declared() -> Iterator[Number]:
    for each in vars(metrics).values():
        if isinstance(each, (MetricWrapperBase, metrics.Since)):
            (family,) = each.collect()
            name = family.name + "_total" * (family.type == "counter")
            labels = each._labelnames if isinstance(each, MetricWrapperBase) else ()  # they are told nowhere else
            yield Number(name, family.type, family.documentation, tuple(labels))


NUMBERS = tuple(_declared())


def counted(name: str, **labels: str) -> float:
    """How far it has come under these labels; 0 when nothing was counted there."""
    return metrics.REGISTRY.get_sample_value(name, labels) or 0
