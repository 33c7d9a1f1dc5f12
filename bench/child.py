"""A measured program: started, listened to, told what to do, looked at from outside, and ended."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bench.screen import end

if TYPE_CHECKING:
    from types import TracebackType

ROOT = Path(__file__).parent.parent
PATIENCE_S = 30.0
"""So long a mark may take, if nothing else is said."""


def pss_mib(pid: int) -> float:
    """Return the memory that a process uses, shared pages counted by share; raises NotMeasuredError."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    message = "the system tells no PSS"
    raise NotMeasuredError(message)


QT_FILES = ("PySide6", "shiboken6", "libQt6")
"""What a path has in it that only a program with Qt has in its memory."""


def memory_alone_mib(pid: int) -> float:
    """Return the memory of a process as if no other program with Qt were there: its share of the rest, all of Qt."""
    kib, is_of_qt = 0, False
    for line in Path(f"/proc/{pid}/smaps").read_text("utf-8", "replace").splitlines():
        name, *words = line.split()
        if not name.endswith(":"):  # the head of the next mapping; its file, if it has one, comes last
            is_of_qt = len(words) > 4 and any(part in words[4] for part in QT_FILES)
        elif name == ("Rss:" if is_of_qt else "Pss:"):
            kib += int(words[0])
    return kib / 1024


def running_s(pid: int) -> float:
    """Return the CPU time of the threads that a process has now, to the ns; of those that ended nothing is told."""
    return sum(_ran_s(pid).values())


def _ran_s(pid: int) -> dict[str, float]:
    threads = Path(f"/proc/{pid}/task").iterdir()
    return {each.name: int((each / "schedstat").read_text("ascii").split()[0]) / 1e9 for each in threads}


def _woken(pid: int) -> dict[str, int]:
    found = {}
    for thread in Path(f"/proc/{pid}/task").iterdir():
        lines = (thread / "status").read_text("utf-8").splitlines()
        switches = (line.split()[1] for line in lines if line.startswith("voluntary_ctxt_switches"))
        found[thread.name] = sum(map(int, switches))
    return found


class Watch:
    """What a process does from here on; a thread that has ended since is left out, with all that it did before."""

    def __init__(self, pid: int) -> None:
        self._pid, self._ran_s, self._woken = pid, _ran_s(pid), _woken(pid)

    def ran_s(self) -> float:
        """Return the CPU time since then, to the ns."""
        return sum(now_s - self._ran_s.get(name, 0.0) for name, now_s in _ran_s(self._pid).items())

    def wake_ups(self) -> int:
        """Return how often its threads went to sleep and were woken since then."""
        return sum(now - self._woken.get(name, 0) for name, now in _woken(self._pid).items())


def cpu_s(pid: int) -> float:
    """Return the CPU time that a process used so far, by all threads, in user code and in the system."""
    stat = Path(f"/proc/{pid}/stat").read_text("utf-8")
    # The name before the bracket may hold spaces; utime and stime are fields 14 and 15 of the whole.
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class NotMeasuredError(Exception):
    """A program did not do what was to be measured."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder with a state of coach in it, and the Python that runs it."""

    root: Path
    python: str

    @classmethod
    def of(cls, root: Path) -> Checkout:
        """Return that of a folder: its own Python where it has one, else the one that runs now."""
        own = root / ".venv" / "bin" / "python"
        return cls(root.resolve(), str(own.absolute()) if own.exists() else sys.executable)


HERE = Checkout(ROOT, sys.executable)


class Child:
    """One run of a module whose name begins with child."""

    def __init__(self, module: str, environment: dict[str, str], *arguments: str, checkout: Checkout = HERE) -> None:
        self._module = module
        self._waiting = b""
        # What else is found by this variable would hide the code of another checkout.
        own = {name: value for name, value in environment.items() if name != "PYTHONPATH"}
        self._started_ns = time.monotonic_ns()
        self._process = subprocess.Popen(
            [checkout.python, "-m", module, *arguments],
            env=own,
            cwd=checkout.root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        end(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def wait_for(self, name: str, patience_s: float = PATIENCE_S) -> float:
        """Wait for a mark and return how long after the start of the process it came, in ms."""
        return (int(self._mark(name, patience_s)[0]) - self._started_ns) / 1e6

    def tell(self, command: str, patience_s: float = PATIENCE_S) -> tuple[float, ...]:
        """Have a command carried out, which may take so long, and return the numbers that it answers, if any."""
        pipe = self._process.stdin
        if pipe is None:
            raise NotMeasuredError(self._module)
        pipe.write(f"{command}\n".encode())
        pipe.flush()
        return tuple(float(word) for word in self._mark(command.partition(" ")[0], patience_s)[1:])

    def pss_mib(self) -> float:
        """Return the memory in use, shared pages counted by share."""
        return pss_mib(self._process.pid)

    def cpu_s(self) -> float:
        """Return the CPU time used so far, by all threads, in user code and in the system."""
        return cpu_s(self._process.pid)

    def helpers(self) -> list[int]:
        """Return the numbers of the processes that the program has started and that still run."""
        tasks = Path(f"/proc/{self._process.pid}/task").glob("*/children")
        return [int(word) for task in tasks for word in task.read_text("ascii").split()]

    def cpu_over(self, seconds: float) -> float:
        """Watch for so long and return the CPU seconds used in that time."""
        before, end_s = self.cpu_s(), time.monotonic() + seconds
        while (left_s := end_s - time.monotonic()) > 0:
            time.sleep(left_s)
        return self.cpu_s() - before

    def _mark(self, name: str, patience_s: float = PATIENCE_S) -> list[str]:
        """Wait for a mark and return its instant and its numbers, in words; other marks are passed over."""
        while True:
            told, *rest = self._line(name, patience_s).split()
            if told == name:
                return rest

    def _line(self, name: str, patience_s: float) -> str:
        """Return the next line that the program prints, read by hand: a buffer would hide what select looks for."""
        pipe = self._process.stdout
        end_s = time.monotonic() + patience_s
        while pipe is not None and b"\n" not in self._waiting:
            left_s = end_s - time.monotonic()
            found = left_s > 0 and select.select([pipe], [], [], left_s)[0]
            read = os.read(pipe.fileno(), 4096) if found else b""
            if not read:
                message = f"{self._module} did not tell “{name}”"
                raise NotMeasuredError(message)
            self._waiting += read
        line, _, self._waiting = self._waiting.partition(b"\n")
        return line.decode()
