"""A key in the editor until the new length shows, beside a key in a line edit of no program."""

from __future__ import annotations

from bench.child import Child
from bench.figures import Row

EDITED = "bench.child_edited"
RUNS = 5
COUNTS = (7, 50)


def measure(environment: dict[str, str], *, quick: bool) -> list[Row]:
    """Type in each field in turn with a bare one, so that whatever else the machine does meets both."""
    runs = 1 if quick else RUNS
    bare: list[float] = []
    told: dict[str, list[float]] = {f"{key} {count}": [] for key in ("name", "work_s") for count in COUNTS}
    with Child(EDITED, {**environment, "QT_QPA_PLATFORM": "offscreen"}) as child:
        for _ in range(runs):
            bare += child.tell("bare")
            for field in told:
                told[field] += child.tell(field)
    floor = tuple(bare)
    rows = [Row("a key in a bare line edit", "ms", floor)]
    for field, values in told.items():
        key, _, count = field.partition(" ")
        words = {"name": "in the name", "work_s": "in the seconds"}[key]
        row = Row(f"a key {words}, to the new length of {count} exercises", "ms", tuple(values), floor, "≤ 16")
        rows.append(row)
    return rows
