"""Whatever the editor makes is a routine file that is read back equal, and a session that comes to its end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.draft import edits
from coach.core.draft.draft import LIST, ROUTINE
from coach.core.draft.edits import Edit
from coach.core.draft.new import empty_exercise, new_draft
from coach.core.draft.problems import mended
from coach.core.events import Input, Phase
from coach.core.pacing import PACINGS, Preset
from coach.core.routine import resolve
from coach.core.routine_document import contents
from coach.core.speech.compiler import compile_script
from coach.core.speech.vocabulary import estimate_ms
from coach.core.timeline import plan
from coach.store import figures
from coach.store.routines import library
from coach.store.routines.draft_check import DraftCheck
from tests.core.draft.drafts import OWN_ID, shipped
from tests.runs import Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.draft.draft import Draft
    from coach.core.draft.json_places import Place
    from coach.core.routine import Routine

SHIPPED = shipped().exercises
CHECK = DraftCheck(estimate_ms, figures.known(), SHIPPED[:1])

# What a page hands in: values of its fields, also some that do not fit

WORDS = st.sampled_from(["", "Heel raise", "Lift your {side} knee.", "{Side} hand, then {other}.", "Halt | {this}"])
TEXTS = st.lists(WORDS, max_size=4)
NUMBERS = st.integers(0, 6)
SIDES = st.sampled_from([[], ["right"], ["right", "left"], ["left", "right"]])
ROUNDS = (
    NUMBERS | st.lists(NUMBERS, min_size=1, max_size=3) | st.fixed_dictionaries({"right": NUMBERS, "left": NUMBERS})
)
SECONDS = st.integers(0, 40) | st.fixed_dictionaries({"right": NUMBERS, "left": NUMBERS}) | st.just(1801)
DOSES = st.one_of(
    st.tuples(st.just("rounds"), ROUNDS),
    st.tuples(st.just("work_s"), SECONDS),
    st.tuples(st.sampled_from(["sets", "set_rest_s", "rest_s", "then_rest_s"]), NUMBERS | st.none()),
)
WEEKS = st.lists(st.tuples(WORDS, NUMBERS, st.integers(1, 20)), max_size=2)
FIELDS = st.one_of(
    st.tuples(st.just(("base",)), st.sampled_from(["supine", "seated", "kneeling", "standing"])),
    st.tuples(st.just(("first",)), st.sampled_from(["right", "left", "alternating", None])),
    st.tuples(st.just(("order",)), st.sampled_from(["in-turn", "one-then-other", None])),
    st.tuples(st.just(("silent",)), st.sampled_from([["setup", "change"], ["half", "release", "start"], None])),
    st.tuples(st.just(("warm_up",)), st.booleans()),
    st.tuples(st.just(("feel",)), WORDS),
)


def _plan(draft: Draft, row: Place, weeks: list[tuple[str, int, int]]) -> Edit:
    exercise = draft.value((*row, "exercise"))
    made = [
        {"name": name, "doses": [{"exercise": exercise, "rounds": rounds, "sets": sets}]}
        for name, rounds, sets in weeks
    ]
    return edits.set_value(draft, (*ROUTINE, "plan"), made or None)


def _press(draft: Draft, row: Place) -> Edit:
    found = next((each for each in CHECK.check(draft).problems if each.remedy is not None), None)
    return Edit(draft, "", None, row) if found is None else mended(draft, found)


def _group(draft: Draft, row: Place, size: int) -> Edit:
    return edits.group(draft, row, size) if edits.can_group(draft, row, size) else Edit(draft, "")


STEPS: st.SearchStrategy[Callable[[Draft, Place], Edit]] = st.one_of(
    st.integers(0, 6).map(lambda which: lambda draft, row: edits.add_exercise(draft, SHIPPED[which], row)),
    WORDS.map(lambda name: lambda draft, row: edits.add_exercise(draft, empty_exercise(name), row)),
    st.sampled_from([-1, 1]).map(lambda by: lambda draft, row: edits.move(draft, row, by)),
    st.integers(0, 3).map(lambda to: lambda draft, row: edits.move_before(draft, row, (*LIST, to))),
    st.sampled_from([edits.duplicate, edits.remove, _press]),
    st.integers(1, 3).map(lambda size: lambda draft, row: _group(draft, row, size)),
    WORDS.map(lambda name: lambda draft, row: edits.rename(draft, row, name)),
    WORDS.map(lambda name: lambda draft, _row: edits.rename_routine(draft, name)),
    DOSES.map(lambda dose: lambda draft, row: edits.set_dose(draft, row, *dose)),
    st.sampled_from(["hold", "reps-own-pace", "flow-by-breath", "counted"]).map(
        lambda kind: lambda draft, row: edits.set_kind(draft, row, kind)
    ),
    SIDES.map(lambda sides: lambda draft, row: edits.set_sides(draft, row, sides)),
    TEXTS.map(lambda texts: lambda draft, row: edits.set_steps(draft, row, texts)),
    FIELDS.map(lambda field: lambda draft, row: edits.set_field(draft, row, *field)),
    st.tuples(st.sampled_from(["setup", "start", "change", "half", "release"]), WORDS).map(
        lambda said: lambda draft, row: edits.set_line(draft, row, ("say", said[0]), said[1])
    ),
    TEXTS.map(lambda texts: lambda draft, row: edits.set_lines(draft, row, ("steps", "leave"), texts)),
    st.tuples(st.sampled_from(["get_ready", "change", "near", "new_position"]), NUMBERS).map(
        lambda gap: lambda draft, _row: edits.set_value(draft, (*ROUTINE, "gaps", gap[0]), gap[1])
    ),
    WEEKS.map(lambda weeks: lambda draft, row: _plan(draft, row, weeks)),
    st.just({"text": "Twice a day.", "times": ["08:00"], "days_a_week": 3}).map(
        lambda when: lambda draft, _row: edits.set_value(draft, (*ROUTINE, "when"), when)
    ),
)


@given(st.lists(st.tuples(STEPS, st.integers(0, 5)), min_size=1, max_size=10))
@settings(max_examples=100, deadline=None)
def test_what_the_editor_makes_is_read_back_equal_and_comes_to_its_end(
    steps: list[tuple[Callable[[Draft, Place], Edit], int]],
) -> None:
    draft = edits.add_exercise(new_draft(OWN_ID, "Evening", shipped().document["position_changes"]), SHIPPED[0]).draft
    for step, number in steps:
        rows = draft.exercise_rows()
        draft = step(draft, rows[number % len(rows)].place).draft if rows else draft
    assert bool(CHECK.check(draft).errors) >= is_refused(draft)  # what is refused was told before
    draft = put_right(draft)
    read, values = library.checked(Path("own.json"), json.dumps(draft.document).encode())
    assert read == draft.document
    assert values == contents(draft.document)
    routine = resolve(values)
    checked = CHECK.check(draft)
    assert checked.routine == routine
    script = compile_script(routine, plan(routine), estimate_ms)
    assert (checked.figures.total_ms, checked.figures.work_ms) == (script.timeline.total_ms, script.timeline.work_ms)
    for week in (None, *range(len(routine.plan))):
        for preset in (Preset.DEFAULT, Preset.WAIT_FOR_ME):
            come_to_the_end(resolve(values, week=week), preset)


def is_refused(draft: Draft) -> bool:
    try:
        library.checked(Path("own.json"), json.dumps(draft.document).encode())
    except library.RoutineError:
        return True
    return False


def put_right(draft: Draft) -> Draft:
    """Mend all errors, by their remedies and by what the person writes where there is none."""
    for _ in range(40):
        errors = CHECK.check(draft).errors
        if not errors:
            return draft
        draft = _put_right(draft, errors[0])
    raise AssertionError(errors)


def _put_right(draft: Draft, error: Any) -> Draft:
    if error.remedy is not None:
        return mended(draft, error).draft
    if error.place == LIST:
        return edits.add_exercise(draft, SHIPPED[1]).draft
    if error.place[-1] == "name":
        return edits.set_value(draft, error.place, "A name").draft
    assert error.place[2] == "steps", error
    return edits.set_steps(draft, error.row, ["Do it slowly."]).draft


def come_to_the_end(routine: Routine, preset: Preset) -> None:
    script = compile_script(routine, plan(routine, PACINGS[preset]), estimate_ms)
    run = Run(script.timeline)
    run.press(Input.START)
    for _turn in range(10 * len(script.timeline.blocks)):
        if run.shot.phase is not Phase.RUNNING:
            break
        if Input.CONFIRM in run.shot.allowed and run.shot.waiting:
            run.press(Input.CONFIRM)
        else:
            run.wait(run.shot.block.duration_ms + run.shot.block.lead_in_ms)
    assert run.shot.phase is Phase.FINISHED
