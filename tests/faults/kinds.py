"""The kinds of faults: each takes a seed and an empty folder, and returns what was wrong, a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.faults import calls, clocks, homes, hostile, kills, power, whole
from tests.journeys.process import Asked, walk
from tests.journeys.screens import DESKS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Kind(NamedTuple):
    """One kind of fault."""

    name: str
    check: Callable[[int, Path], list[str]]
    """Does the case of that seed, and returns what was wrong."""
    short: int
    """So many cases in `make test`."""
    batch: int
    """So many in one round of `make soak`."""
    total: Callable[[], int] | None = None
    """How many cases there are in all, where they can be counted: then a soak does each of them once."""


def _walk(seed: int, _folder: Path) -> list[str]:
    """Walk once on the desktop whose turn it is."""
    result = walk(DESKS[seed % len(DESKS)], Asked(seed=seed, walks=1))
    return [] if result.is_good else [result.report()]


KINDS = (
    Kind("calls", calls.check, short=8, batch=400, total=lambda: len(calls.cases())),
    Kind("found", calls.check_found, short=len(calls.FOUND), batch=len(calls.FOUND), total=lambda: len(calls.FOUND)),
    Kind("kills", kills.check, short=3, batch=50),
    Kind("window", whole.check, short=2, batch=60),
    Kind("power", power.check, short=6, batch=400),
    Kind("clocks", clocks.check, short=3, batch=50),
    Kind("homes", homes.check, short=len(homes.HOMES), batch=len(homes.HOMES), total=lambda: len(homes.HOMES)),
    Kind("kept", hostile.check_kept, short=5, batch=150),
    Kind("shipped", hostile.check_shipped, short=20, batch=1_000),
    Kind("walks", _walk, short=0, batch=24),
)
BY_NAME = {kind.name: kind for kind in KINDS}
