"""The shipped files that the program does not judge again are those that were judged here."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

import pytest

from coach.core import dose, routine, routine_file, routine_file_dose, routine_file_exercise, routine_file_texts, say
from coach.core.pacing import Gaps
from coach.figure import body_file, figure_file, poses
from coach.store import figures, known_good, paths
from coach.store.paths import shipped
from coach.store.routines import library
from tests.cases import ROOT, ROUTINES, shipped_file
from tools.checksums import table

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

VOICES = ("am_michael", "af_heart")
WORKS_WITHOUT_PYDANTIC = """
import sys
from coach.store import figures, voices
from coach.store.routines import library
contents = library.load(None).contents
figures.load(tuple(exercise.figure for exercise in contents.exercises))
packs = voices.voices(voices.shipped_folder())
print("pydantic" in sys.modules, len(contents.exercises), len(packs))
"""


def test_the_table_of_checksums_is_fresh() -> None:
    assert table() == known_good.CHECKSUMS, "run make checksums"
    assert len(known_good.CHECKSUMS) == 1 + len(figures.known()) + 1 + len(VOICES)


def test_every_file_in_the_table_passes_its_models() -> None:
    assert library.read(ROUTINES) == library.load(None).contents
    for name in figures.known():
        assert figures.read_movement(figures.folder() / f"{name}.json") == figures.load((name,)).movements[name]


def test_what_is_built_is_what_the_models_read() -> None:
    judged = routine_file.RoutineFile.model_validate_json(ROUTINES.read_bytes())
    built = library.load(None).contents

    for ours, theirs in zip(built.exercises, judged.exercises, strict=True):
        told, model = asdict(ours), theirs.model_dump()
        model.pop("press_s", None)  # of older files
        amount = {name: value for name, value in told.pop("dose").items() if name in model}
        told = {**told, **amount, "say": None, "lap": None, "pictures": None}
        # What is spoken is filled up as it is read: tests/core/test_say.py.
        assert {name: told[name] for name in model} == {**model, "say": None}
    for entry, listed in zip(built.routines, judged.routines, strict=True):
        assert [asdict(item) for item in entry.exercises] == [item.model_dump() for item in listed.exercises]
        assert entry.note == (listed.note or "")
        assert asdict(entry.gaps) == {f"{gap}_ms": value * 1000 for gap, value in listed.gaps.model_dump().items()}
    for way, change in zip(built.position_changes, judged.position_changes, strict=True):
        steps = [step if isinstance(step, str) else step.line for step in change.steps]
        assert (way.before, way.after, list(way.steps)) == (change.before, change.after, steps)


def test_gaps_that_a_file_leaves_out_are_the_default_ones() -> None:
    model = routine_file.GapSeconds().model_dump()

    assert asdict(Gaps()) == {f"{gap}_ms": seconds * 1000 for gap, seconds in model.items()}


PAIRS: list[tuple[type, type[BaseModel]]] = [
    *(
        (getattr(poses, name), getattr(figure_file, name))
        for name in (
            "Target",
            "Leg",
            "Arm",
            "Root",
            "Pose",
            "Camera",
            "Mat",
            "Highlight",
            "Cue",
            "Lens",
            "Step",
            "Still",
            "Movement",
        )
    ),
    (poses.Skeleton, body_file.Skeleton),
    (say.BySide, routine_file_texts.BySide),
    (dose.Sided, routine_file_dose.RoundsBySide),
    (routine.Steps, routine_file_exercise.Steps),
    (routine.RoutineItem, routine_file_dose.RoutineItem),
    (routine.Group, routine_file_dose.Group),
]


@pytest.mark.parametrize(
    "model",
    [
        routine_file_exercise.HoldExercise,
        routine_file_exercise.FlowExercise,
        routine_file_exercise.RepsExercise,
        routine_file_exercise.CountedExercise,
    ],
    ids=lambda each: each.__name__,
)
def test_an_exercise_and_its_dose_have_the_fields_and_defaults_of_its_model(model: type[BaseModel]) -> None:
    ours = {each.name: each.default for each in (*fields(routine.Exercise), *fields(dose.Dose))}
    made = {"dose", "lap", "then_rest_s"}  # of a routine, or what the others are kept in
    theirs = {name: field for name, field in model.model_fields.items() if name != "press_s"}

    assert not set(theirs) - set(ours)
    assert set(ours) - set(theirs) - made <= {"work_s", "reps", "rep_s", "count_aloud", "ends"}
    for name, field in theirs.items():
        if not field.is_required() and name not in {"pace", "pictures"}:
            assert ours[name] == field.default, name


@pytest.mark.parametrize(("plain", "model"), PAIRS, ids=lambda each: each.__name__)
def test_a_value_has_the_fields_and_defaults_of_its_model(plain: type, model: type[BaseModel]) -> None:
    ours = {each.name: each.default for each in fields(plain)}
    theirs = model.model_fields

    assert set(ours) == set(theirs)
    for name, field in theirs.items():
        if not field.is_required() and name != "pace":
            assert ours[name] == field.default, name


def test_the_shipped_files_are_used_without_pydantic() -> None:
    command = [sys.executable, "-c", WORKS_WITHOUT_PYDANTIC]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)

    told = shipped_file()
    assert (done.stdout, done.stderr) == (f"False {len(told.exercises)} {len(told.routines)}\n", "")


# A shipped file that somebody changed


@pytest.fixture(name="installation")
def _installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an installation of its own."""
    (tmp_path / "assets" / "figures").mkdir(parents=True)
    for file in (ROUTINES, *figures.folder().glob("*.json")):
        (tmp_path / file.relative_to(ROOT)).write_bytes(file.read_bytes())
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert shipped("routines.json") == tmp_path / "routines.json"
    return tmp_path


def test_a_changed_routine_file_is_judged(installation: Path) -> None:
    document = json.loads(ROUTINES.read_text("utf-8"))
    document["exercises"][0]["work_s"] = 1_801
    (installation / "routines.json").write_text(json.dumps(document), "utf-8")

    with pytest.raises(library.RoutineError, match="1801, which is too large"):
        library.load(None)


def test_a_changed_figure_is_judged(installation: Path) -> None:
    file = installation / "assets" / "figures" / "cat-cow.json"
    file.write_text(file.read_text("utf-8").replace('"lumbar"', '"lumber"'), "utf-8")

    found = figures.load(("cat-cow", "childs-pose"))

    assert set(found.movements) == {"childs-pose"}
    assert "cat-cow.json: poses, " in found.problems[0]


def test_line_ends_of_windows_make_no_other_file(installation: Path) -> None:
    file = installation / "routines.json"
    file.write_bytes(ROUTINES.read_bytes().replace(b"\n", b"\r\n"))

    assert known_good.is_tested(file.name, file.read_bytes())
    assert library.load(None).contents == library.read(ROUTINES)
