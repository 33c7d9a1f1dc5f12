"""Saves an own routine over and over in a process of its own that is killed, and looks at what is left.

`python -m tests.killed_saving 100` kills a hundred times, at instants by chance, and prints what it found. Linux alone.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.core.dataclass import dataclass
from coach.store.routines.library import ENDING
from coach.store.routines.own_routines import OwnRoutines
from tests.cases import document, exercise

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN_ID = "evening-00000000"
LONGEST_S = 0.05
"""Longest time from the first word of the process until it is killed: it saves several times in it."""


def version(number: int) -> dict[str, Any]:
    """Return a large routine whose name tells which version it is."""
    told = document(*(exercise(f"e{place}") for place in range(12)))
    told["routines"] = [{**told["routines"][0], "id": OWN_ID, "name": f"Version {number}"}]  # type: ignore[index, dict-item]  # JSON
    return dict(told)


def save_until_killed(data: Path, first: int, told: int) -> None:
    """Save one version after the other, and tell each once it is saved."""
    own, number = OwnRoutines(data), first
    os.write(told, b"begun\n")
    while True:
        own.save(version(number))
        own.save_draft(OWN_ID, version(number))
        os.write(told, f"{number}\n".encode())
        number += 1


@dataclass(frozen=True, slots=True)
class Found:
    """What is left after a kill."""

    said: int
    """The last version that was said to be saved."""
    there: int
    """The version that is in its place."""
    wrong: tuple[str, ...]


def kills(data: Path, number: int, chance: random.Random) -> Iterator[Found]:
    """Kill the process so many times, at instants by chance, and yield what is left each time."""
    OwnRoutines(data).save(version(0))
    there = 0
    for _kill in range(number):
        ear, mouth = os.pipe()
        process = os.fork()
        if process == 0:
            save_until_killed(data, there + 1, mouth)
        os.close(mouth)
        os.read(ear, 6)
        time.sleep(chance.uniform(0, LONGEST_S))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        with os.fdopen(ear) as words:
            said = [int(word) for word in words.read().split("\n")[:-1]]
        found = look(data, said[-1] if said else there)
        there = found.there
        yield found


def look(data: Path, said: int) -> Found:
    """Look at what is left, as the next start does."""
    own = OwnRoutines(data)
    wrong = [str(problem) for each in own.all() for problem in each.problems]
    names = [each.name for each in own.all()]
    there = int(names[0].rpartition(" ")[2]) if len(names) == 1 and not wrong else -1
    if there not in {said, said + 1}:
        wrong.append(f"{names} is there after version {said} was said to be saved")
    whole = {f"Version {number}" for number in range(there + 2)}
    for kept, folder in ((own.before(OWN_ID), "before"), (own.draft(OWN_ID), "drafts")):
        if (path := own.folder / folder / f"{OWN_ID}{ENDING}").exists():
            name = "" if kept is None else kept["routines"][0]["name"]
            if name not in whole or kept != version(int(name.split()[1])):
                wrong.append(f"{path} is not whole")
    own.empty_deleted()
    left = [path.name for path in own.folder.rglob("*") if path.is_file() and path.suffix != ".json"]
    return Found(said, there, (*wrong, *left))


def main() -> int:
    """Kill as often as the first argument says; the second is the seed."""
    number = int(sys.argv[1]) if sys.argv[1:] else 100
    seed = int(sys.argv[2]) if sys.argv[2:] else random.randrange(1 << 30)  # noqa: S311 - chance, no secret
    with tempfile.TemporaryDirectory() as folder:
        found = list(kills(Path(folder), number, random.Random(seed)))  # noqa: S311 - as above
        versions = found[-1].there
    wrong = [each for each in found if each.wrong]
    ahead = sum(each.there > each.said for each in found)
    sys.stdout.write(
        f"seed {seed}: {len(found)} kills, {versions} versions saved, {ahead} times the newer one is there\n"
    )
    sys.stdout.writelines(f"{each}\n" for each in wrong[:5])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
