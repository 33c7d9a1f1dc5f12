"""Files that somebody, or a disk, has broken: settings, the window's place, the record; routines, figures and body."""

from __future__ import annotations

import functools
import os
import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from coach.core.pacing import PACINGS, Preset
from coach.core.routine import resolve
from coach.core.timeline import plan
from coach.figure import motion
from coach.figure.paint.painter import FigurePainter
from coach.store import figures, settings
from coach.store.figures import FigureError
from coach.store.routines import library
from coach.store.routines.library import RoutineError
from tests.cases import ROUTINES
from tests.faults import broken, calls, forked, scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.figure.poses import Body, Movement
    from tests.faults.forked import Told

FILES = ("settings.json", "window.json", "record.db")
PICTURE = (120, 80)


# Settings and record: the whole program has to live with them


@functools.cache
def good() -> dict[str, bytes]:
    """Return the files of a folder after one life of the program."""
    with tempfile.TemporaryDirectory(prefix="faults-") as made:
        folder = Path(made)
        data, routine = folder / "data", scene.routine_file(folder)
        calls.must_be_clean(forked.run(lambda tell: scene.live(scene.Scene(data, routine, tell), tell)))
        return {name: (data / name).read_bytes() for name in (*FILES, "record-copy.db")}


def check_kept(seed: int, folder: Path) -> list[str]:
    """Break settings, place and record, and return what is wrong with a program that finds them."""
    chance = random.Random(seed)  # noqa: S311 - what is broken, not secrets
    data, routine = folder / "data", scene.routine_file(folder)
    data.mkdir()
    for name, content in good().items():
        (data / name).write_bytes(content)
    how = [_break(data / name, chance) for name in FILES]
    loaded = settings.load(data)
    # What it writes out goes into this folder, and no other.
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR")}
    outcome = forked.run(lambda tell: _look_round(data, routine, tell, homes))
    wrong = calls.complaints(outcome)
    if not outcome.last("over", usual=False):
        wrong.append(f"it did not come to its end (status {outcome.status}, after {outcome.last('step')})")
    if loaded.fault and "settings" not in str(outcome.last("notice")):
        wrong.append("that settings are not as they were is not told")
    return [f"{', '.join(how)}: {each}" for each in wrong]


def _break(path: Path, chance: random.Random) -> str:
    kind = chance.choice(("rows", "rows", "rows", "bytes") if path.suffix == ".db" else ("values", "values", "bytes"))
    if kind == "rows":
        broken.some_rows(path, chance)
    else:
        make = broken.some_json if kind == "values" else broken.some_bytes
        path.write_bytes(make(path.read_bytes(), chance))
    return f"{path.name} {kind}"


def _look_round(data: Path, routine: Path, tell: Callable[[Told], None], homes: dict[str, str]) -> None:
    """Look at every page that shows what was kept, write it out, then begin a session."""
    os.environ.update(homes)
    made = scene.Scene(data, routine, tell)
    made.tell_notices()
    made.visit()
    scene.look_in(made, tell)


# Routines, figures and body: a reader has to say what is wrong, or give something that can be used


@functools.cache
def shipped() -> dict[str, bytes]:
    """Return the files that come with the program, by name."""
    found = {path.name: path.read_bytes() for path in sorted(figures.folder().glob("*.json"))}
    return {**found, ROUTINES.name: ROUTINES.read_bytes()}


@functools.cache
def drawn() -> figures.Figures:
    """Return the shipped figures."""
    return figures.load(figures.known())


def check_shipped(seed: int, folder: Path) -> list[str]:
    """Break one of them, and return what is wrong with what is read from it."""
    chance = random.Random(seed)  # noqa: S311 - as above
    name = chance.choice((ROUTINES.name, ROUTINES.name, *shipped()))
    kind = chance.choice(("values", "values", "values", "bytes"))
    make = broken.some_json if kind == "values" else broken.some_bytes
    path = folder / name
    path.write_bytes(make(shipped()[name], chance))
    drawn()  # read once, before there are more processes
    outcome = forked.run(lambda tell: tell({"wrong": _read(path)}))
    wrong = outcome.last("wrong", [f"it ended with {outcome.status}"]) + calls.complaints(outcome)
    return [f"{name} {kind}: {each}" for each in wrong]


def _read(path: Path) -> list[str]:
    try:
        _use(path)
    except (RoutineError, FigureError) as error:
        if not str(error).strip() or not all(line.isprintable() for line in str(error).splitlines()):
            return [f"it is told as {str(error)!r}"]
    return []


def _use(path: Path) -> None:
    if path.name == ROUTINES.name:
        contents = library.read(path)
        for entry in contents.routines:
            for preset in Preset:
                plan(resolve(contents, entry.id), PACINGS[preset])
    elif path.name == "body.json":
        _draw(figures.read_body(path), next(iter(drawn().movements.values())))
    else:
        _draw(drawn().body, figures.read_movement(path))


def _draw(body: Body, movement: Movement) -> None:
    brush = FigurePainter(body, movement, "light", "a")
    for second in range(3):
        brush.picture(PICTURE, motion.moment(movement, second * 1.0).place)
    brush.close_up(PICTURE, motion.held(movement), flipped=True)
