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
from typing import TYPE_CHECKING

from bench import windows
from bench.child import NotMeasuredError
from bench.figures import table
from bench.screen import screen
from coach.store.library import RoutineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.figures import Row

RUNS, QUICK_RUNS = 15, 3


def main() -> int:
    """Measure everything and return the exit status."""
    parser = argparse.ArgumentParser(prog="bench", description="Measures coach beside a bare PySide6 window.")
    parser.add_argument("--quick", action="store_true", help="few runs and short samples: a minute, not eight")
    quick = parser.parse_args().quick
    runs = QUICK_RUNS if quick else RUNS
    # A polite request to end cleans up as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    begun_s = time.monotonic()
    try:
        with screen() as (words, environment), tempfile.TemporaryDirectory() as data_dir:
            pyside = importlib.metadata.version("PySide6_Essentials")
            print(
                f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()},"
                f" PySide6 {pyside}, {words}; load {os.getloadavg()[0]:.1f} before\n"
            )
            rows, missing = _collect(
                ("start-up and memory", lambda: windows.measure(environment, data_dir, runs)),
                ("CPU time", lambda: _running(environment, data_dir, quick=quick)),
                ("planning and stepping", lambda: _core(runs)),
            )
    except KeyboardInterrupt:
        print("\nbroken off", file=sys.stderr)
        return 1
    print(table(rows))
    print(f"\n{time.monotonic() - begun_s:.0f} s; load {os.getloadavg()[0]:.1f} after")
    for reason in missing:
        print(f"not measured: {reason}", file=sys.stderr)
    return 1 if missing else 0


# Imported after the memory was measured: pages that this process shares with coach would count by half there.


def _running(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    from bench import running  # noqa: PLC0415

    return running.measure(environment, data_dir, quick=quick)


def _core(runs: int) -> list[Row]:
    from bench import core  # noqa: PLC0415

    return core.measure(runs)


def _collect(*parts: tuple[str, Callable[[], list[Row]]]) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    missing: list[str] = []
    for name, part in parts:
        print(f"measuring {name} …", file=sys.stderr)
        try:
            rows += part()
        except (NotMeasuredError, RoutineError, OSError) as error:
            missing.append(f"{name}: {error}")
    return rows, missing


if __name__ == "__main__":
    sys.exit(main())
