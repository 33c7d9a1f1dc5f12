"""A program in a process of its own that begins within milliseconds: everything it needs was imported before."""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import tempfile
import threading
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_S = 60.0
"""What takes longer hangs."""
FAILED = 70
SCREEN = Path(__file__).parents[1] / "screen.json"

Told = dict[str, Any]


@dataclass
class Outcome:
    """What a process told before it ended, how it ended, and what it had to complain about."""

    told: list[Told] = field(default_factory=list)
    status: int = 0
    """As the exit status of a shell: negative where a signal ended it."""
    noise: str = ""
    hangs: bool = False

    def all(self, key: str) -> list[Any]:
        """Return everything that was told by that name, in order."""
        return [each[key] for each in self.told if key in each]

    def last(self, key: str, usual: Any = None) -> Any:
        """Return what was told last by that name."""
        return next((each[key] for each in reversed(self.told) if key in each), usual)


def run(job: Callable[[Callable[[Told], None]], object], hear: Callable[[Told, int], None] | None = None) -> Outcome:
    """Do a job in a process of its own; `hear` gets each line that it tells, and its number, to kill it by."""
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as noise:
        child = os.fork()
        if child == 0:
            os.close(reading)
            _be_child(job, writing, noise.fileno())
        os.close(writing)
        outcome = Outcome()
        _listen(reading, child, outcome, hear)
        os.close(reading)
        _pid, status = os.waitpid(child, 0)
        outcome.status = os.waitstatus_to_exitcode(status)
        noise.seek(0)
        outcome.noise = noise.read().decode("utf-8", "replace")
    return outcome


def _be_child(job: Callable[[Callable[[Told], None]], object], writing: int, noise: int) -> None:
    write, status = os.write, 0  # kept: whoever spoils the calls of `os` must not spoil what is told
    one_at_a_time = threading.Lock()

    def tell(what: Told) -> None:
        data = json.dumps(what).encode() + b"\n"
        with one_at_a_time:
            while data:
                data = data[write(writing, data) :]

    try:
        os.dup2(noise, 1)
        os.dup2(noise, 2)
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
        job(tell)
    except BaseException:  # noqa: BLE001 - the process must not go on as a second copy of its parent
        traceback.print_exc()
        status = FAILED
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _listen(reading: int, child: int, outcome: Outcome, hear: Callable[[Told, int], None] | None) -> None:
    ends, left = time.monotonic() + LONGEST_S, b""
    while (left_s := ends - time.monotonic()) > 0:
        if not select.select([reading], [], [], left_s)[0]:
            continue
        if not (data := os.read(reading, 1 << 16)):
            return
        *lines, left = (left + data).split(b"\n")
        for line in lines:
            outcome.told.append(json.loads(line))
            if hear is not None:
                hear(outcome.told[-1], child)
    outcome.hangs = True
    os.kill(child, signal.SIGKILL)
