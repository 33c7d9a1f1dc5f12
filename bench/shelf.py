"""The page of all routines with 200 own ones beside 2: only the cards in sight are made before it shows."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench.child import Child
from bench.figures import Row
from bench.windows import COACH
from coach.store.paths import shipped
from coach.store.routines.own_routines import OwnRoutines

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW, MANY = 2, 200
OPENINGS, QUICK_OPENINGS = 8, 3
SETTLE_S = 1.5
"""By then the pictures are drawn, and nothing else goes on."""
TARGET = "≤ × 1.3 of 2"


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Open the page in a program with either library in turn, again and again; the first time is told by itself."""
    folders = {count: Path(f"{data_dir}-{count}") for count in (FEW, MANY)}
    for count, folder in folders.items():
        fill(folder, count)
    first: dict[int, list[float]] = {FEW: [], MANY: []}
    later: dict[int, list[float]] = {FEW: [], MANY: []}
    whole: list[float] = []
    for _run in range(2 if quick else 6):
        for count, folder in folders.items():
            with Child(COACH, environment, "--data-dir", str(folder)) as child:
                child.wait_for("drawn")
                child.tell("shelf-read")
                time.sleep(SETTLE_S)
                for opening in range(QUICK_OPENINGS if quick else OPENINGS):
                    shown_ms, whole_ms = child.tell("shelf")
                    (later if opening else first)[count].append(shown_ms)
                    if count == MANY:
                        whole.append(whole_ms)
    return [
        *_pair("first opening", first),
        *_pair("opened again", later),
        Row(f"{MANY} routines: until the last card is made", "ms", tuple(whole)),
    ]


def _pair(name: str, found: dict[int, list[float]]) -> Sequence[Row]:
    few, many = tuple(found[FEW]), tuple(found[MANY])
    return (
        Row(f"{FEW} own routines: {name}", "ms", few),
        Row(f"{MANY} own routines: {name}", "ms", many, few, TARGET),
    )


def fill(folder: Path, count: int) -> None:
    """Make so many own routines, each a copy of the shipped one."""
    store, document = OwnRoutines(folder), json.loads(shipped("routines.json").read_text("utf-8"))
    for number in range(count):
        store.duplicate(document, f"Routine {number:03}")
