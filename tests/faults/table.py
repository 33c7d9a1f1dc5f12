"""Does the cases of a kind on several processes, and counts what came of them."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.faults.kinds import Kind

MOST_SEEDS = 12
"""So many seeds of failures are in the table; all of them are above it."""

LONGEST, MOST_WORDS = 600, 6
"""So long a sentence, and so many of one case: what is shorter than a page goes through a pipe in one piece."""


@dataclass
class Line:
    """What came of one kind."""

    kind: str
    cases: int = 0
    failures: dict[int, list[str]] = field(default_factory=dict)
    seconds: float = 0.0


def do_cases(kind: Kind, seeds: Iterable[int], jobs: int, ends: float, line: Line) -> None:
    """Do the cases of those seeds, none begun after `ends`; what is wrong is printed at once."""
    began, wanted = time.monotonic(), list(seeds)
    if kind.total is not None:
        kind.total()  # found out once, before there are more processes
    reading, writing = os.pipe()
    for number in range(jobs):
        _begin_worker(kind, wanted[number::jobs], ends, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "r", encoding="utf-8") as lines:
            for told in lines:
                _count(kind, json.loads(told), line)
    finally:
        line.seconds += time.monotonic() - began
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-1, 0)


def _count(kind: Kind, told: dict[str, object], line: Line) -> None:
    seed, wrong = int(str(told["seed"])), told["wrong"]
    line.cases += 1
    if isinstance(wrong, list) and wrong:
        line.failures[seed] = wrong
        sys.stdout.write("".join(f"{kind.name} (seed {seed}): {each}\n" for each in wrong))
        sys.stdout.write(f"    again: python -m tests.faults --kind {kind.name} --seed {seed} --cases 1\n")
        sys.stdout.flush()


def _begin_worker(kind: Kind, seeds: list[int], ends: float, writing: int) -> None:
    """Begin a process that does these cases one after another, and tells of each in a line of its own."""
    sys.stdout.flush()
    if os.fork():
        return
    try:
        for seed in seeds:
            if time.monotonic() > ends:
                break
            wrong = [each[:LONGEST] for each in _case(kind, seed)[:MOST_WORDS]]
            os.write(writing, json.dumps({"seed": seed, "wrong": wrong}).encode() + b"\n")
    finally:
        os._exit(0)


def _case(kind: Kind, seed: int) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="faults-") as made:
        try:
            return kind.check(seed, Path(made))
        except Exception as error:  # noqa: BLE001 - one case that cannot be judged must not hide the others
            return [f"the case could not be judged: {type(error).__name__}: {error}"]


def table(lines: Iterable[Line]) -> str:
    """Return all that came of it, as a person reads it."""
    rows = [f"{'kind':10} {'cases':>7} {'failures':>9} {'seconds':>8}  seeds"]
    for each in lines:
        seeds = ", ".join(map(str, list(each.failures)[:MOST_SEEDS]))
        more = " …" if len(each.failures) > MOST_SEEDS else ""
        rows.append(f"{each.kind:10} {each.cases:7} {len(each.failures):9} {each.seconds:8.0f}  {seeds}{more}".rstrip())
    return "\n".join(rows)
