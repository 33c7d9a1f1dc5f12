"""Pictures of the figure: a moving frame of each movement, a picture of a breath, and one that was kept."""

from __future__ import annotations

import statistics

from bench.child import Child
from bench.figures import Row
from coach.store import figures

DRAWING = "bench.child_drawing"
RUNS = 3
SPARSE = 4
"""In the large size one moment of so many is drawn: it is for information."""


def measure(environment: dict[str, str], *, quick: bool) -> list[Row]:
    """Draw one loop of each movement, in the full run several times: the value of a moment is then its median."""
    runs = 1 if quick else RUNS
    breaths: list[float] = []
    blits: list[float] = []
    large: list[float] = []
    rows = []
    with Child(DRAWING, {**environment, "QT_QPA_PLATFORM": "offscreen"}) as child:
        for figure in figures.known():
            told = [child.tell(f"frames {figure} 600 400 1") for _ in range(runs)]
            loop_ms = tuple(statistics.median(values) for values in zip(*told, strict=True))
            rows.append(Row(f"moving frame 600 × 400, {figure}; range: one loop", "ms", loop_ms, target="≤ 12"))
            breaths += child.tell(f"breaths {figure} 600 400 1")
            blits += child.tell(f"blits {figure} 600 400 {SPARSE}")
            large += child.tell(f"frames {figure} 1200 800 {SPARSE}")
    rows += [
        Row("picture of a breath 600 × 400, all movements", "ms", tuple(breaths)),
        Row("kept frame laid on the screen 600 × 400, all movements", "ms", tuple(blits)),
        Row("moving frame 1200 × 800, all movements", "ms", tuple(large)),
    ]
    return rows
