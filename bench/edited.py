"""A key in the editor until the new length shows, beside a key in a line edit of no program, as CPU time."""

from __future__ import annotations

from bench.child import Child
from bench.figures import Row

EDITED = "bench.child_edited"
RUNS = 3
FIELDS = {"name": "in the name", "work_s": "in the seconds"}
COUNTS = (7, 50)


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Type in each field in turn with a bare one, so that whatever else the machine does meets both."""
    bare: list[float] = []
    told: dict[tuple[str, int], list[float]] = {(field, count): [] for field in FIELDS for count in COUNTS}
    with Child(EDITED, {**environment, "QT_QPA_PLATFORM": "offscreen"}, "--data-dir", data_dir) as child:
        child.wait_for("drawn")
        for _ in range(1 if quick else RUNS):
            bare += child.tell("bare")
            for field, count in told:
                told[field, count] += child.tell(f"keys {field} {count}")
    floor = tuple(bare)
    rows = [Row("a key in a bare line edit", "CPU ms", floor)]
    for (field, count), values in told.items():
        name = f"a key {FIELDS[field]}, to the new length of {count} exercises"
        rows.append(Row(name, "CPU ms", tuple(values), floor, "≤ 16"))
    return rows
