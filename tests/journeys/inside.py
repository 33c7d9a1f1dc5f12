"""What the process that walks does: one walk for each seed, every step told before it is taken."""

from __future__ import annotations

import contextlib
import gc
import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from hypothesis import HealthCheck, Phase, Verbosity, seed, settings
from hypothesis.errors import Flaky
from hypothesis.stateful import run_state_machine_as_test
from PySide6.QtWidgets import QApplication

from tests.journeys.around import BrokenError, Surroundings
from tests.journeys.machine import Journey
from tests.journeys.opened import Links
from tests.journeys.process import Asked

if TYPE_CHECKING:
    from tests.journeys.around import Finding


class Teller:
    """Writes what happens into a file, line by line, so that it is there even when the program dies at the next."""

    def __init__(self, file: TextIO, *, shrinks: bool) -> None:
        self._file, self._shrinks = file, shrinks
        self._known: set[tuple[str, str]] = set()

    def tell(self, **what: object) -> None:
        """Write one line."""
        self._file.write(json.dumps(what) + "\n")
        self._file.flush()

    def open(self, words: str) -> None:
        """Tell that the program is opened: a walk begins, or begins again."""
        self.tell(open=words)

    def step(self, words: str) -> None:
        """Tell a step before it is taken."""
        self.tell(step=words)

    def find(self, found: Finding) -> None:
        """Tell that a rule did not hold, each fault once in a process."""
        key = found.rule, re.sub(r" at -?\d+,-?\d+ \(\d+×\d+\)", "", found.text)
        if self._shrinks or key not in self._known:
            self._known.add(key)
            self.tell(rule=found.rule, text=found.text)


def walk_all(asked: Asked, teller: Teller) -> None:
    """Take one walk for each seed, until there are enough or the time is over."""
    app = QApplication(["coach", "-style", "Fusion"])
    links = Links()
    links.stand_in()
    Journey.around = around = Surroundings(app, teller, goes_on=asked.go_on)
    sys.excepthook = around.trouble.hear
    ends = time.monotonic() + asked.seconds
    phases = [Phase.generate, Phase.shrink] if asked.shrink else [Phase.generate]
    how = settings(
        max_examples=1,
        stateful_step_count=asked.steps,
        phases=phases,
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )
    for number in range(asked.seed, asked.seed + asked.walks):
        teller.tell(walk=number)
        with contextlib.suppress(BrokenError, Flaky):
            run_state_machine_as_test(seed(number)(type("Walked", (Journey,), {})), settings=how)
        gc.collect()
        if time.monotonic() > ends:
            break
    teller.tell(over=around.steps)


def main(told: str, asked: str) -> int:
    """Walk as asked, and tell it into a file."""
    with Path(told).open("w", encoding="utf-8") as file:
        wanted = Asked(**json.loads(asked))
        walk_all(wanted, Teller(file, shrinks=wanted.shrink))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
