"""The commands that need no window: check, schema, script and doctor."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from coach.core.pacing import PACINGS, Preset
from coach.core.routine import resolve
from coach.core.speech.compiler import compile_script
from coach.core.speech.printed import printed
from coach.core.speech.stand_ins import Unsaid, unsaid
from coach.core.speech.tight_places import tight_places
from coach.core.speech.vocabulary import LIVE_SPEECH, estimate_ms
from coach.core.timeline import plan
from coach.store.paths import shipped
from coach.store.routines import library
from coach.store.untrusted_file import clean
from coach.store.voices import shipped_folder, voices
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from coach.core import routine_file
    from coach.core.routine import Contents
    from coach.core.speech.vocabulary import Script
    from coach.core.timeline import Block
    from coach.doctor import examination
    from coach.store import figures
    from coach.store.export import json_models
    from coach.store.paths import Paths
    from coach.store.voices import Clip
else:
    figures, examination = later("coach.store.figures"), later("coach.doctor.examination")
    routine_file, json_models = later("coach.core.routine_file"), later("coach.store.export.json_models")


def check(files: list[Path]) -> int:
    """Check routine files; print one line for each problem, or for each file if all are fine. Return 1 or 0.

    Places where a line has too little time are printed too, and where nothing can speak what is not recorded the lines
    that are not heard. They are no problems: the gap grows or the line is left out, and recorded lines stand in.
    """
    problems: list[library.Problem] = []
    notes: list[str] = []
    for file in files:
        try:
            contents = library.read(file)
        except library.RoutineError as error:
            problems += error.problems
        else:
            notes += _tight(clean(file, 200), contents)
            notes += _unsaid(clean(file, 200), contents)
    lines = [str(problem) for problem in problems] or [f"{clean(file, 200)}: no problems" for file in files]
    _print(*lines, *notes)
    return 1 if problems else 0


def _tight(file: str, contents: Contents) -> Iterator[str]:
    clips = _clips()
    for entry in contents.routines:
        routine = resolve(contents, entry.id)
        for place in tight_places(routine, lambda text: _length_ms(clips, text)):
            where = f"{file}: routine “{clean(entry.id)}”, exercise “{clean(place.exercise)}”: {place.what}"
            if place.more_ms:
                more_s = -(-place.more_ms // 100) / 10
                wrong = f"is {more_s} s too short for what is said, and with the voice on it grows by that"
            else:
                wrong = "does not fit and is left out"
            yield f"{where} {wrong}; {place.right}"


def _unsaid(file: str, contents: Contents) -> Iterator[str]:
    if shutil.which(LIVE_SPEECH) is not None:
        return
    clips = _clips()
    used = {exercise.id for entry in contents.routines for exercise in resolve(contents, entry.id).exercises}
    for exercise in contents.exercises:
        found = unsaid(exercise, clips.__contains__)
        if exercise.id not in used or found == Unsaid((), ()):
            continue
        told = []
        if found.general:
            told.append(f"recorded lines with the side and the round stand in for {', '.join(found.general)}")
        if found.silent:
            lines = ", ".join(f"“{clean(line)}”" for line in found.silent)
            told.append(f"on the screen only, and silent: {lines}")
        where = f"{file}: exercise “{clean(exercise.id)}”"
        yield f"{where}: {'; '.join(told)}; install {LIVE_SPEECH} to hear the words of the file"


def _clips() -> dict[str, Clip]:
    """Return the clips of the first recorded voice by text; empty where there is none."""
    packs = voices(shipped_folder())
    return dict(packs[0].clips) if packs else {}


def _length_ms(clips: dict[str, Clip], text: str) -> int:
    return clips[text].ms if text in clips else estimate_ms(text)


def schema(*, of_record: bool = False) -> int:
    """Print the JSON Schema of routine files, or of an exported record."""
    _print(record_schema_text() if of_record else schema_text())
    return 0


def schema_text() -> str:
    """Return the JSON Schema of routine files, as published in assets."""
    return _described(routine_file.RoutineFile)


def record_schema_text() -> str:
    """Return the JSON Schema of an exported record, as published."""
    return _described(json_models.RecordFile)


def _described(model: type[BaseModel]) -> str:
    described = model.model_json_schema(by_alias=True)
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    return json.dumps(described, indent=2, ensure_ascii=False)


def check_figure(file: Path) -> int:
    """Check a figure file; return 1, with the problem on stderr, when it cannot be used, else 0 without output."""
    try:
        figures.read_movement(file)
    except figures.FigureError as error:
        _print(str(error), error=True)
        return 1
    return 0


def script(file: Path | None, routine_id: str | None, preset: str, *, as_json: bool) -> int:
    """Print the timetable of a routine; return 1, with the problems on stderr, when it cannot be read."""
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
    clips = _clips()
    compiled = compile_script(routine, plan(routine, PACINGS[Preset(preset)]), lambda text: _length_ms(clips, text))
    timeline = compiled.timeline
    if as_json:
        blocks = [_row(block) for block in timeline.blocks]
        _print(json.dumps({"blocks": blocks, "cues": list(_cues(compiled, clips))}, indent=1, ensure_ascii=False))
    else:
        _print(*printed(compiled, {exercise.id: exercise.name for exercise in routine.exercises}))
    return 0


def doctor(paths: Paths, *, with_log: bool) -> int:
    """Print what works here and what does not, with what helps; return 0 where all works that a session needs, else 1.

    `with_log` adds the last lines of the log.
    """
    report = examination.examine(paths)
    _print(*replace(report, log=report.log if with_log else ()).text().splitlines())
    return 0 if report.is_good else 1


def _cues(script: Script, clips: dict[str, Clip]) -> Iterator[dict[str, str | int | None]]:
    for at_ms, prompt in script.cues():
        clip = clips.get(prompt.text) if prompt.text is not None else None
        yield {
            "at_ms": at_ms,
            "text": prompt.text,
            "tone": None if prompt.tone is None else prompt.tone.value,
            "length_ms": prompt.length_ms,
            "clip": None if clip is None else clip.file,
        }


def _row(block: Block) -> dict[str, str | int | None]:
    return {
        "start_ms": block.start_ms,
        "end_ms": block.end_ms,
        "kind": block.kind.value,
        "exercise": block.exercise,
        "round": block.round,
        "side": block.side,
    }


def _print(*lines: str, error: bool = False) -> None:
    stream = sys.stderr if error else sys.stdout
    for line in lines:
        # A terminal that cannot show a character gets a stand-in rather than a traceback.
        encoding = stream.encoding or "utf-8"
        stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
