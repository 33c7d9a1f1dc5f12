"""Injects faults of all kinds into coach, round after round, until told to stop; then prints one table.

    python -m tests.faults --kind calls --seed 7 --cases 1

A seed is one case. The same seed does the same again.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time

from tests.faults.kinds import BY_NAME, Kind
from tests.faults.table import Line, do_cases, table


def main(arguments: list[str]) -> int:
    """Do what is asked for, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kind", choices=list(BY_NAME), action="append", help="these kinds; each of them")
    parser.add_argument("--seed", type=int, default=0, help="the first case")
    parser.add_argument("--cases", type=int, help="so many of each kind, in one round")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no other case after so long")
    parser.add_argument("--short", action="store_true", help="few of each kind, the same ones each time")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="so many cases at once")
    asked = parser.parse_args(arguments)
    kinds = [BY_NAME[name] for name in asked.kind or BY_NAME]
    lines = {kind.name: Line(kind.name) for kind in kinds}
    ends = time.monotonic() + asked.seconds
    for each in (signal.SIGINT, signal.SIGTERM):  # also where a shell had the first of them ignored
        signal.signal(each, signal.default_int_handler)
    try:
        if asked.short or asked.cases:
            for kind in kinds:
                do_cases(kind, _chosen(kind, asked), asked.jobs, ends, lines[kind.name])
        else:
            _go_on(kinds, asked.seed, asked.jobs, ends, lines)
    except KeyboardInterrupt:
        sys.stdout.write("told to stop\n")
    sys.stdout.write(table(lines.values()) + "\n")
    return 1 if any(line.failures for line in lines.values()) else 0


def _chosen(kind: Kind, asked: argparse.Namespace) -> list[int]:
    if asked.short and kind.total is not None:  # spread over all that there are
        count = kind.total()
        return [number * count // kind.short for number in range(kind.short)]
    return list(range(asked.seed, asked.seed + (asked.cases or kind.short)))


def _go_on(kinds: list[Kind], first: int, jobs: int, ends: float, lines: dict[str, Line]) -> None:
    """Go on in rounds, some cases of each kind in each, until the time is over."""
    next_seed = dict.fromkeys(lines, first)
    while time.monotonic() < ends:
        for kind in kinds:
            batch = kind.batch
            if kind.total is not None:
                batch = min(batch, first + kind.total() - next_seed[kind.name])
            begun = next_seed[kind.name]
            do_cases(kind, range(begun, begun + max(batch, 0)), jobs, ends, lines[kind.name])
            next_seed[kind.name] += max(batch, 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
