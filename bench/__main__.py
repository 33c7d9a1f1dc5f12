"""Measure and print; judges nothing. Exit status 1 only when something could not be measured."""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench import windows
from bench.child import Checkout, NotMeasuredError
from bench.figures import table
from bench.screen import screen
from coach.store.figures import FigureError
from coach.store.routines.library import RoutineError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from bench.figures import Row

RUNS, QUICK_RUNS = 15, 3


@dataclass(frozen=True, slots=True)
class _Plan:
    environment: dict[str, str]
    data_dir: str
    quick: bool

    @property
    def runs(self) -> int:
        return QUICK_RUNS if self.quick else RUNS


def main() -> int:
    """Measure everything and return the exit status."""
    parser = argparse.ArgumentParser(prog="bench", description="Measures coach beside a bare PySide6 window.")
    parser.add_argument("--quick", action="store_true", help="few runs and short samples: three minutes, not nine")
    parser.add_argument("--only", metavar="NAME", help=f"one part alone: {', '.join([*PARTS, *LONG])}")
    words = "compare with the coach in this folder, in turn in one run, with ratios; --only then takes its own parts"
    parser.add_argument("--against", metavar="FOLDER", type=Path, help=words)
    options = parser.parse_args()
    parts: Collection[str] = PARTS if options.against is None else _comparable()
    offered = [*parts, *(LONG if options.against is None else ())]
    if options.only is not None and options.only not in offered:
        parser.error(f"--only takes one of {', '.join(offered)} here")
    # A polite request to end cleans up as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    begun_s = time.monotonic()
    try:
        with screen() as (words, environment), tempfile.TemporaryDirectory() as data_dir:
            pyside = importlib.metadata.version("PySide6_Essentials")
            print(
                f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()},"
                f" PySide6 {pyside}, {words}; load {os.getloadavg()[0]:.1f} before\n",
                flush=True,
            )
            wanted = list(parts) if options.only is None else [options.only]
            shown, missing = _shown(wanted, _Plan(environment, data_dir, options.quick), options.against)
    except KeyboardInterrupt:
        print("\nbroken off", file=sys.stderr)
        return 1
    print(shown)
    print(f"\n{time.monotonic() - begun_s:.0f} s; load {os.getloadavg()[0]:.1f} after")
    for reason in missing:
        print(f"not measured: {reason}", file=sys.stderr)
    return 1 if missing else 0


def _comparable() -> Collection[str]:
    from bench import against  # noqa: PLC0415 - only where it is wanted: see below

    return against.PARTS


def _shown(wanted: list[str], plan: _Plan, other: Path | None) -> tuple[str, list[str]]:
    """Return a table of what was measured, alone or beside another checkout, and what could not be measured."""
    if other is None:
        rows, missing = _collect(wanted, plan)
        return table(rows), missing
    from bench import against  # noqa: PLC0415 - after the options: see below

    both = against.Plan(Checkout.of(other), plan.environment, Path(plan.data_dir), plan.runs, plan.quick)
    return against.measure(both, wanted)


def _windows(plan: _Plan) -> list[Row]:
    return windows.measure(plan.environment, plan.data_dir, plan.runs)


# Imported after the memory was measured: pages that this process shares with coach would count by half there.


def _running(plan: _Plan) -> list[Row]:
    from bench import running  # noqa: PLC0415 - as said above

    return running.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _today(plan: _Plan) -> list[Row]:
    from bench import today  # noqa: PLC0415 - as said above

    return today.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _lateness(plan: _Plan) -> list[Row]:
    from bench import lateness  # noqa: PLC0415 - as said above

    return lateness.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _drawing(plan: _Plan) -> list[Row]:
    from bench import drawing  # noqa: PLC0415 - as said above

    return drawing.measure(plan.environment, quick=plan.quick)


def _kept(plan: _Plan) -> list[Row]:
    from bench import kept  # noqa: PLC0415 - as said above

    return kept.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _voice(plan: _Plan) -> list[Row]:
    from bench import voice  # noqa: PLC0415 - as said above

    return voice.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _listened(plan: _Plan) -> list[Row]:
    from bench import heard  # noqa: PLC0415 - as said above

    return heard.measure(plan.environment, quick=plan.quick)


def _records(plan: _Plan) -> list[Row]:
    from bench import records  # noqa: PLC0415 - as said above

    return records.measure(plan.environment, plan.data_dir, plan.runs)


def _shelf(plan: _Plan) -> list[Row]:
    from bench import shelf  # noqa: PLC0415 - as said above

    return shelf.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _exported(plan: _Plan) -> list[Row]:
    from bench import exported  # noqa: PLC0415 - as said above

    return exported.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _edited(plan: _Plan) -> list[Row]:
    from bench import edited  # noqa: PLC0415 - as said above

    return edited.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _soaked(plan: _Plan) -> list[Row]:
    from bench import soak  # noqa: PLC0415 - as said above

    return soak.measure(plan.environment, plan.data_dir, quick=plan.quick)


def _core(plan: _Plan) -> list[Row]:
    from bench import core  # noqa: PLC0415 - as said above

    return core.measure(plan.runs)


PARTS: dict[str, Callable[[_Plan], list[Row]]] = {
    "start": _windows,
    "cpu": _running,
    "today": _today,
    "late": _lateness,
    "drawing": _drawing,
    "voice": _voice,
    "heard": _listened,
    "kept": _kept,
    "records": _records,
    "shelf": _shelf,
    "export": _exported,
    "editor": _edited,
    "core": _core,
}
"""What can be measured, in order: the memory comes first."""
LONG: dict[str, Callable[[_Plan], list[Row]]] = {"soak": _soaked}
"""What takes a quarter of an hour, and is measured only where it is asked for by name."""


def _collect(names: Iterable[str], plan: _Plan) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    missing: list[str] = []
    for name in names:
        print(f"measuring: {name} …", file=sys.stderr)
        begun_s = time.monotonic()
        try:
            # Records of a session that was broken off in one part do not reach into the next.
            rows += (PARTS | LONG)[name](replace(plan, data_dir=f"{plan.data_dir}/{name}"))
        except (NotMeasuredError, RoutineError, FigureError, OSError) as error:
            missing.append(f"{name}: {error}")
        print(f"  {time.monotonic() - begun_s:.0f} s", file=sys.stderr)
    return rows, missing


if __name__ == "__main__":
    sys.exit(main())
