"""The record written out as it once was, in one piece in memory, and a session at a time: a process of its own each."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bench import export_before, turns
from bench.child import NotMeasuredError
from bench.figures import Row
from bench.records import fill
from coach.store.export import files
from coach.store.record.journal import Journal
from coach.store.record.moments import Instant
from coach.store.record.opening import NAME, beside

if TYPE_CHECKING:
    from collections.abc import Callable

FEW, QUICK_FEW, MANY, QUICK_MANY = 2_000, 500, 50_000, 5_000
NOW = Instant(1_790_000_000_000, 60)


def measure(environment: dict[str, str], data_dir: str, *, quick: bool) -> list[Row]:
    """Write a record out both ways, and a large one the new way alone; then the large one beside a window."""
    few, many = (QUICK_FEW, QUICK_MANY) if quick else (FEW, MANY)
    folders = {count: Path(f"{data_dir}-{count}") for count in (few, many)}
    for count, folder in folders.items():
        fill(folder, count)
    old, new, large = (_run(way, folders[count]) for way, count in (("before", few), ("now", few), ("now", many)))
    each = tuple(1000 * value / few for value in old[0])
    rows = []
    for name, count, found, target in (
        ("in one piece", few, old, ""),
        ("streamed", few, new, "≤ × 0.18"),
        ("streamed", many, large, "≤ × 0.18"),
    ):
        title = f"export, {name}: {count:,} sessions"
        spent = tuple(1000 * value / count for value in found[0])
        rows.append(Row(f"{title}: CPU a session", "ms", spent, () if name == "in one piece" else each, target))
        rows.append(Row(f"{title}: more memory", "MiB", found[1], target="" if name == "in one piece" else "≤ 60"))
        rows.append(Row(f"{title}: from begin to end", "s", found[2], target="≤ 15" if count == MANY else ""))
    return rows + turns.measure(environment, folders[many], many, quick=quick)


def _run(way: str, folder: Path) -> tuple[tuple[float], tuple[float], tuple[float]]:
    """Return CPU seconds, MiB more at the most, and seconds."""
    command = [sys.executable, "-m", "bench.exported", way, str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        message = f"export {way}: {done.stderr.strip()[-200:]}"
        raise NotMeasuredError(message)
    used, memory, passed = map(float, done.stdout.split())
    return (used,), (memory,), (passed,)


def _before(folder: Path) -> None:
    journal = Journal(folder / NAME)
    for table in export_before.TABLES:
        (folder / f"before-{table}.csv").write_bytes(export_before.to_csv(journal.connection, table).encode())
    for end, make in (("json", export_before.to_json), ("fhir", export_before.to_fhir)):
        (folder / f"before.{end}").write_bytes(make(journal.connection).encode())
    journal.close()


def _now(folder: Path) -> None:
    with contextlib.closing(Journal(folder / NAME)) as journal, contextlib.closing(beside(journal)) as db:
        files.write_all(db, folder, NOW, lambda _number, _count: None)


WAYS: dict[str, Callable[[Path], None]] = {"before": _before, "now": _now}


def _kib(name: str) -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def main() -> None:
    """Write a record out one way and tell what it took."""
    way, folder = sys.argv[1:]
    memory, begun_s = _kib("VmRSS"), time.monotonic()
    before = resource.getrusage(resource.RUSAGE_SELF)
    WAYS[way](Path(folder))
    after = resource.getrusage(resource.RUSAGE_SELF)
    used_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(used_s, (_kib("VmHWM") - memory) / 1024, time.monotonic() - begun_s)
    sys.stdout.flush()
    os._exit(0)  # what is freed is not measured


if __name__ == "__main__":
    main()
