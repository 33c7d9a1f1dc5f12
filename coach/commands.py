"""The commands that need no window: check, schema and script."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from coach.core.routine import resolve
from coach.core.timeline import PACINGS, Preset, plan
from coach.store import library
from coach.store.paths import shipped
from coach.store.wording import clean

if TYPE_CHECKING:
    from pathlib import Path

    from coach.core.timeline import Block, Timeline


def check(files: list[Path]) -> int:
    """Check routine files; print one line a problem, or one line a file if all are fine. 0 or 1."""
    problems: list[library.Problem] = []
    for file in files:
        try:
            library.read(file)
        except library.RoutineError as error:
            problems += error.problems
    lines = [str(problem) for problem in problems] or [f"{clean(file, 200)}: no problems" for file in files]
    _print(*lines)
    return 1 if problems else 0


def schema() -> int:
    """Print the JSON Schema of routine files."""
    _print(schema_text())
    return 0


def schema_text() -> str:
    """Return the JSON Schema of routine files, as it is published beside the shipped routines."""
    from coach.core.routine_file import RoutineFile  # noqa: PLC0415 - pydantic only where it is needed

    described = RoutineFile.model_json_schema(by_alias=True)
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    return json.dumps(described, indent=2, ensure_ascii=False)


def check_figure(file: Path) -> int:
    """Check a figure file: 1 with the problem on stderr when it cannot be used, else 0 without a word."""
    from coach.store import figures  # noqa: PLC0415 - the other commands need no figures

    try:
        figures.read_movement(file)
    except figures.FigureError as error:
        _print(str(error), error=True)
        return 1
    return 0


def script(file: Path | None, routine_id: str | None, preset: str, *, as_json: bool) -> int:
    """Print the timetable of a routine; 1 with the problems on stderr when it cannot be read."""
    path = file or shipped("routines.json")
    try:
        contents = library.read(path)
    except library.RoutineError as error:
        for problem in error.problems:
            _print(str(problem), error=True)
        return 1
    try:
        routine = resolve(contents, routine_id)
    except KeyError:
        known = ", ".join(entry.id for entry in contents.routines)
        _print(f"{clean(path, 200)}: routines: has no routine “{clean(routine_id)}”; use one of: {known}", error=True)
        return 1
    timeline = plan(routine, PACINGS[Preset(preset)])
    if as_json:
        _print(json.dumps({"blocks": [_row(block) for block in timeline.blocks]}, indent=1))
    else:
        _print(*_table(timeline, {exercise.id: exercise.name for exercise in routine.exercises}))
    return 0


def _row(block: Block) -> dict[str, str | int | None]:
    return {
        "start_ms": block.start_ms,
        "end_ms": block.end_ms,
        "kind": block.kind.value,
        "exercise": block.exercise,
        "round": block.round,
        "side": block.side,
    }


def _table(timeline: Timeline, names: dict[str, str]) -> list[str]:
    lines = []
    for block in timeline.blocks:
        length = "waits" if block.waits else f"{block.duration_ms // 1000} s"
        times = f"{clock(block.start_ms):>6} {clock(block.end_ms):>6} {length:>6}"
        round_text = f"round {block.round} of {block.rounds}" if block.rounds > 1 else ""
        words = f"{block.kind.value:<9} {names[block.exercise]:<24} {round_text:<12} {block.side or ''}"
        lines.append(f"{times}  {words}".rstrip())
    lines.append(f"{clock(timeline.total_ms):>6} in all, {clock(timeline.work_ms)} of it exercise")
    return lines


def clock(time_ms: int) -> str:
    """Return a time as minutes and seconds, as in 19:13."""
    minutes, seconds = divmod(time_ms // 1000, 60)
    return f"{minutes}:{seconds:02}"


def _print(*lines: str, error: bool = False) -> None:
    stream = sys.stderr if error else sys.stdout
    if stream is None:  # started with its output closed
        return
    for line in lines:
        # A terminal that cannot show a character gets a stand-in rather than a traceback.
        encoding = stream.encoding or "utf-8"
        stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
