"""A process that walks on one desktop: Qt takes its screens once, and what dies there must be told by another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.journeys.screens import Desk

ROOT = Path(__file__).parents[2]
LAST_STEPS = 12
HANGS_S = 120.0
"""What takes so much longer than it was given hangs."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How to walk: from which seed on, how many walks at the most, how far, for how long."""

    seed: int = 1
    walks: int = 1
    steps: int = 30
    seconds: float = 3_600.0
    go_on: bool = False
    shrink: bool = False


@dataclass
class Found:
    """A rule that did not hold: in which walk, after which steps, and how."""

    rule: str
    seed: int
    text: str
    trail: list[str]


@dataclass
class Result:
    """What came of the walks on one desktop."""

    desk: str
    asked: Asked
    walks: int = 0
    steps: int = 0
    found: list[Found] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether every rule held."""
        return not self.found

    def report(self, *, verbose: bool = False) -> str:
        """Return it as a person reads it, with how to take each walk again."""
        lines = [f"{self.desk}: {self.walks} walks, {self.steps} steps, {len(self.found)} found"]
        for each in self.found:
            lines.append(f"  {each.rule} (seed {each.seed}, step {len(each.trail) - 1}): {each.text}")
            trail = each.trail if verbose else each.trail[-LAST_STEPS:]
            if verbose or not self.asked.go_on:
                lines += [f"      {step}" for step in trail]
                again = f"--desk {self.desk} --seed {each.seed} --walks 1 --steps {self.asked.steps} --verbose"
                lines.append(f"    again: python -m tests.journeys {again}")
        return "\n".join(lines)


def walk(desk: Desk, asked: Asked) -> Result:
    """Walk on this desktop and return what was found; where a process dies, another takes the next walk."""
    result, began = Result(desk.name, asked), time.monotonic()
    while result.walks < asked.walks:
        left_s = asked.seconds - (time.monotonic() - began)
        if result.walks and left_s <= 0:
            break
        walks = asked.walks - result.walks
        _walk_on(desk, replace(asked, seed=asked.seed + result.walks, walks=walks, seconds=left_s), result)
        if result.found and not asked.go_on:
            break
    return result


def _walk_on(desk: Desk, asked: Asked, result: Result) -> None:
    """Walk in one process, as far as it comes; a process that died is a finding in its last step."""
    with tempfile.TemporaryDirectory(prefix="journeys-") as made:
        folder = Path(made)
        told = folder / "told.jsonl"
        command = [sys.executable, "-X", "faulthandler", "-m", "tests.journeys.inside", str(told)]
        command.append(json.dumps(asdict(asked)))
        home = {"HOME": made, "XDG_CONFIG_HOME": made, "XDG_DATA_HOME": made, "XDG_DOCUMENTS_DIR": made}
        environment = {**os.environ, **home, **desk.environment(folder)}
        limit_s = asked.seconds + HANGS_S
        try:
            done = subprocess.run(
                command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=limit_s, check=False
            )
            status, noise = done.returncode, done.stderr
        except subprocess.TimeoutExpired:
            status, noise = -1, f"no end within {limit_s:.0f} s"
        _read(result, told, status, noise)


def _read(result: Result, told: Path, status: int, noise: str) -> None:
    """Go through what was told, a line of JSON for each walk, step and finding."""
    seed, trail, is_over = 0, list[str](), False
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    for line in lines:
        what: dict[str, Any] = json.loads(line)
        if "walk" in what:
            seed = what["walk"]
            result.walks += 1
        elif "open" in what:
            trail = [what["open"]]
        elif "step" in what:
            trail.append(what["step"])
            result.steps += 1
        elif "rule" in what:
            if result.asked.shrink:  # it ends with the shortest
                result.found = [each for each in result.found if each.seed != seed]
            result.found.append(Found(what["rule"], seed, what["text"], list(trail)))
        is_over = "over" in what
    if not is_over:
        if not trail:
            result.walks += 1  # it died before its first walk: the next one would as well
        why = f"the program ended with {status}: {_last_words(noise)}"
        result.found.append(Found("alive", seed, why, list(trail)))


def _last_words(noise: str) -> str:
    """Return the line that tells most of why a process died, and where it was."""
    lines = [line.strip() for line in noise.splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith("Fatal")]
    _before, _current, thread = noise.partition("Current thread")
    frames = [line.strip() for line in thread.splitlines()[1:5]]
    return " | ".join([*fatal, *frames] or lines[-3:])
