"""Several values of one thing, and a table of them beside the floor and the target."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what it is, its values, the floor's values for a ratio, and the target in words."""

    name: str
    unit: str
    values: tuple[float, ...]
    floor: tuple[float, ...] = ()
    target: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the cells of the line."""
        ratio = ""
        if self.values and self.floor and (floor := statistics.median(self.floor)) > 0:
            ratio = f"× {statistics.median(self.values) / floor:.2f}"
        return self.name, _middle(self.values), _span(self.values), self.unit, ratio, self.target


def _middle(values: Sequence[float]) -> str:
    return number(statistics.median(values)) if values else "not measured"


def _span(values: Sequence[float]) -> str:
    return f"{number(min(values))}–{number(max(values))} ({len(values)})" if len(values) > 1 else ""


def number(value: float) -> str:
    """Return a value in words: as many digits as tell something."""
    size = abs(value)
    return f"{value:.0f}" if size >= 100 else f"{value:.1f}" if size >= 10 else f"{value:.2f}"


HEAD = ("", "median", "range (runs)", "unit", "to bare", "target")


def table(rows: Iterable[Row]) -> str:
    """Return the rows as a table of Markdown, aligned for the eye."""
    return as_table(HEAD, [row.cells() for row in rows])


def as_table(head: Sequence[str], cells: Iterable[Sequence[str]]) -> str:
    """Return lines of cells under a head as a table of Markdown, aligned for the eye."""
    lines = [head, *cells]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    texts = [" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    texts.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {text} |" for text in texts)
