"""A draft is looked at at every key: errors by field, advice, and the figures of what would be done now."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.core.draft import edits
from coach.core.draft.draft import LIST, ROUTINE, Draft
from coach.core.draft.new import empty_exercise, is_shaped, new_draft
from coach.core.draft.problems import mended
from coach.core.speech.all_lines import lines_of as lines_of_file
from coach.core.speech.compiler import compile_script
from coach.core.speech.vocabulary import estimate_ms
from coach.core.timeline import plan
from coach.store import figures
from coach.store.routines import pictures
from coach.store.routines.draft_check import Checked, DraftCheck
from tests.cases import shipped_file
from tests.core.draft.drafts import OWN_ID, names, row, shipped, small
from tests.prescriptions import PNG

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from coach.core.draft.edits import Edit
    from coach.core.draft.problems import DraftProblem

WARM_UPS = [each for each in shipped().exercises if each.get("warm_up")]


def check(draft: Draft, hurt: Collection[str] = ()) -> Checked:
    return DraftCheck(estimate_ms, figures.known(), WARM_UPS).check(draft, hurt)


def only(problems: Collection[DraftProblem]) -> DraftProblem:
    (problem,) = problems
    return problem


def many(count: int) -> Draft:
    return small(*(f"e{number}" for number in range(count)))


# Errors


def test_what_is_wrong_is_said_with_its_field_and_a_press_mends_it() -> None:
    draft = edits.set_dose(shipped(), row(3), "rounds", 0).draft
    problem = only(check(draft).errors)
    assert problem.message == "The number of rounds is 0, which is too small; use 1 or more."
    assert problem.told == "Trunk rotation: " + problem.message
    assert (problem.place, problem.row) == (("exercises", 3, "rounds"), row(3))
    assert problem.remedy is not None
    assert problem.remedy.label == "Use 1"
    edit = mended(draft, problem)
    assert (edit.draft.dose(row(3), "rounds"), edit.says) == (1, "Mend: Use 1")
    assert check(edit.draft).errors == ()


@pytest.mark.parametrize(
    ("edit", "told", "label"),
    [
        (edits.rename(small("a"), row(0), " "), "New exercise: The name is blank: write a text.", None),
        (edits.rename_routine(small("a"), ""), "The name is blank: write a text.", None),
        (edits.remove(small("a"), row(0)), "There is no exercise yet: add one.", None),
        (
            edits.set_steps(small("a"), row(0), []),
            "A: There is no step yet: write what to do, one action a line.",
            None,
        ),
        (
            edits.set_field(small("a"), row(0), ("breath",), ""),
            "A: The text about breathing is blank: write a text.",
            "Use “Breathe slowly and easily.”",
        ),
        (
            edits.set_field(small("a"), row(0), ("say", "release"), ""),
            "A: The spoken line is blank: write a text.",
            "Use “Let go slowly. Rest.”",
        ),
        (
            edits.set_dose(small("a"), row(0), "work_s", 5000),
            "A: The time of an exercise is 5000, which is too large; use 1800 or less.",
            "Use 1800",
        ),
        (
            edits.set_dose(small("a"), row(0), "work_s", None),
            "A: The time of an exercise is missing: write a number.",
            "Use 30",
        ),
        (
            edits.set_steps(small("a"), row(0), ["Roll to your {side}."]),
            "A: The list of steps names a side, but the exercise has no sides; choose the sides, or leave {side} out.",
            "Choose right, then left",
        ),
        (
            edits.set_steps(small("a"), row(0), ["One\ttwo."]),
            "A: The list of steps holds a control character; remove it; use plain text on one line.",
            "Take it out",
        ),
        (
            edits.set_field(small("a"), row(0), ("figure",), "nobody"),
            "A: The figure names the unknown figure “nobody”; choose another one.",
            None,
        ),
        (
            edits.set_group(edits.group(small("a", "b"), row(0), 2).draft, row(0), "repeat", 1),
            "Group: The number of times through the group is 1, which is too small; use 2 or more.",
            "Use 2",
        ),
        (
            edits.set_group(edits.group(small("a", "b"), row(0), 2).draft, row(0), "repeat", None),
            "Group: The number of times through the group is missing: write a number.",
            "Use 2",
        ),
        (
            edits.set_value(small("a"), (*ROUTINE, "plan"), [{"name": "Week 1"}, {"name": ""}]),
            "Week 2: The name is blank: write a text.",
            None,
        ),
        (
            edits.set_group(edits.group(many(12), row(0), 12).draft, row(0), "repeat", 20),
            "The routine has 240 exercises and 240 timed parts in all; use at most 200 and 2000.",
            None,
        ),
        (
            edits.set_value(small("a"), (*ROUTINE, "gaps", "near"), -1),
            "The time between exercises is -1, which is too small; use 0 or more.",
            "Use 0",
        ),
        (
            edits.set_field(small("a"), row(0), ("first",), "left"),
            "A: The side that comes first has a meaning only where there are two sides; leave it out.",
            "Leave it out",
        ),
    ],
)
def test_each_error_is_a_sentence_and_its_remedy_mends_it(edit: Edit, told: str, label: str | None) -> None:
    problem = only(check(edit.draft).errors)
    assert problem.told == told
    assert (problem.remedy.label if problem.remedy else None) == label
    if problem.remedy is not None:
        assert check(mended(edit.draft, problem).draft).errors == ()


def test_problems_are_found_by_field_and_by_row() -> None:
    draft = edits.group(small("a", "b"), row(0), 2).draft
    draft = edits.rename(edits.set_dose(draft, row(0, 1), "rounds", 0).draft, row(0, 0), "").draft
    checked = check(draft)
    assert only(checked.at(("exercises", 1, "rounds"))).row == row(0, 1)
    assert len([each for each in checked.of_row(row(0)) if each.is_error]) == 2
    assert len([each for each in checked.of_row(row(0, 0)) if each.is_error]) == 1
    assert checked.at(("exercises", 1, "work_s")) == ()


# Time for the words


def test_a_time_to_change_too_short_names_words_and_seconds() -> None:
    draft = edits.set_dose(shipped(), row(3), "rest_s", 3).draft
    problem = only(check(draft).at(("exercises", 3, "rest_s")))
    assert problem.message == ("5 s or more, so that the voice can finish: “Knees back to the middle. Left side.”")
    assert problem.told == "Trunk rotation: 3 s to change side are too short for the words."
    assert not problem.is_error
    assert problem.remedy is not None
    assert problem.remedy.label == "Use 5 s"
    assert check(mended(draft, problem).draft).at(("exercises", 3, "rest_s")) == ()


def test_each_gap_that_is_too_short_is_mended_where_it_is_written() -> None:
    draft = edits.set_value(shipped(), (*ROUTINE, "gaps"), {"get_ready": 1, "near": 1, "new_position": 1}).draft
    draft = edits.set_dose(draft, row(4), "then_rest_s", 2).draft
    places = {problem.place for problem in check(draft).problems if "so that the voice" in problem.message}
    assert places == {
        (*ROUTINE, "gaps", "get_ready"),
        (*ROUTINE, "gaps", "near"),
        (*ROUTINE, "gaps", "new_position"),
        (*row(4), "then_rest_s"),
    }
    while found := [each for each in check(draft).problems if "so that the voice" in each.message]:
        draft = mended(draft, found[0]).draft
    assert draft.value((*ROUTINE, "gaps", "new_position")) == 30


def test_the_rest_between_sets_and_that_of_a_circuit_are_mended_where_they_are_written() -> None:
    draft = edits.set_dose(edits.set_dose(small("a"), row(0), "sets", 2).draft, row(0), "set_rest_s", 1).draft
    problem = only(check(draft).at(("exercises", 0, "set_rest_s")))
    assert problem.told == "A: 1 s between the sets are too short for the words."
    draft = small("a", sides=["right", "left"])
    for key, value in (("sets", 2), ("rest_s", 1), ("set_rest_s", 30)):
        draft = edits.set_dose(draft, row(0), key, value).draft
    assert not check(draft).at(("exercises", 0, "set_rest_s"))
    assert only(check(draft).at(("exercises", 0, "rest_s"))).told.startswith("A: 1 s to change side")
    draft = edits.group(small("a", "b"), row(0), 2).draft
    draft = edits.set_group(draft, row(0), "rest_s", 1).draft
    problem = only(check(draft).at((*row(0), "rest_s")))
    assert (problem.row, problem.told) == (row(0, 0), "A: 1 s before this exercise are too short for the words.")
    assert check(mended(draft, problem).draft).at((*row(0), "rest_s")) == ()
    nested = edits.group(draft, row(0), 1).draft
    assert only(check(nested).at((*row(0, 0), "rest_s"))).row == row(0, 0, 0)


def test_where_no_rest_is_prescribed_the_remedy_is_fewer_words_and_not_more_time() -> None:
    draft = edits.set_dose(small("a", rounds=3), row(0), "rest_s", 0).draft
    draft = edits.set_field(draft, row(0), ("silent",), ["half"]).draft
    problem = only(check(draft).at(("exercises", 0, "rest_s")))
    assert problem.told == "A: 0 s between the rounds are too short for the words."
    assert problem.remedy is not None
    assert problem.remedy.label == "Leave the words out"
    after = mended(draft, problem).draft
    assert after.exercise(row(0))["silent"] == ["half", "start", "round", "release"]
    assert after.dose(row(0), "rest_s") == 0
    assert check(after).at(("exercises", 0, "rest_s")) == ()


# Advice


def advice(draft: Draft, hurt: Collection[str] = ()) -> list[str]:
    return [each.told for each in check(draft, hurt).problems if not each.is_error and "the voice" not in each.message]


def test_the_shipped_routine_needs_no_advice_but_for_what_is_left_out_by_estimate() -> None:
    assert [told for told in advice(shipped()) if "is left out" not in told] == []


def test_needless_ups_and_downs_are_told_and_sorted_by_a_press() -> None:
    draft = edits.move_before(shipped(), row(6), row(2)).draft
    problem = only([each for each in check(draft).problems if each.place == LIST])
    assert problem.message == "You change position 4 times. In another order it would be 2."
    assert problem.row is None
    assert names(mended(draft, problem).draft)[:4] == [
        "pelvic-tilt",
        "single-knee-to-chest",
        "double-knee-to-chest",
        "trunk-rotation",
    ]


def test_a_routine_without_a_warm_up_is_told_and_one_is_offered() -> None:
    draft = edits.remove(shipped(), row(0)).draft
    problem = only([each for each in check(draft).problems if each.place == LIST])
    assert problem.message == "The routine begins without a warm-up."
    assert problem.remedy is not None
    assert problem.remedy.label == "Begin with Pelvic tilt"
    assert names(mended(draft, problem).draft)[:2] == ["pelvic-tilt", "single-knee-to-chest"]
    moved = edits.move_before(shipped(), row(0), row(3)).draft
    problem = only([each for each in check(moved).problems if each.place == LIST])
    assert names(mended(moved, problem).draft)[0] == "pelvic-tilt"
    assert advice(small("a")) == []  # one exercise needs none


def test_steps_are_told_that_name_other_seconds_than_the_weeks_or_wait_for_a_time_where_work_is_counted() -> None:
    name = shipped().value((*row(5), "exercise"))
    weeks = [{"name": f"{work_s} s", "doses": [{"exercise": name, "work_s": work_s}]} for work_s in (5, 10)]
    draft = edits.set_value(shipped(), (*ROUTINE, "plan"), weeks).draft
    problem = only([each for each in check(draft).problems if "A step says" in each.told])
    assert problem.told == "Child’s pose: A step says 30 seconds, the exercise lasts 5 to 10."
    assert problem.remedy is not None
    assert mended(draft, problem).draft.exercise(row(5))["steps"]["work"][-1] == "Keep still."
    assert not any("A step says" in each for each in advice(mended(draft, problem).draft))
    counted = edits.set_kind(shipped(), row(0), "counted").draft
    problem = only([each for each in check(counted).problems if "until time is up" in each.told])
    assert mended(counted, problem).draft.exercise(row(0))["steps"]["work"][-1] == "Repeat at your own speed."


def test_long_holds_pain_and_steps_for_another_dose_are_told() -> None:
    draft = edits.set_dose(shipped(), row(5), "work_s", 90).draft
    told = [each for each in advice(draft, {"cat-cow"}) if "is left out" not in each]
    assert told == [
        "Child’s pose: 90 s are a long hold. Keep it if a professional told you so.",
        "Child’s pose: A step says 30 seconds, the exercise lasts 90.",
        "Cat–cow: You stopped for pain in this exercise. Ask your professional before you go on with it.",
    ]
    by_label = {each.remedy.label: each for each in check(draft).problems if each.remedy is not None}
    assert mended(draft, by_label["Use 60 s"]).draft.dose(row(5), "work_s") == 60
    steps = mended(draft, by_label["Write 90 seconds"]).draft.exercise(row(5))["steps"]["work"]
    assert steps[-1] == "Keep still for 90 seconds."
    nameless = edits.rename(edits.set_dose(small("a"), row(0), "work_s", 90).draft, row(0), " ").draft
    assert "New exercise: 90 s are a long hold. Keep it if a professional told you so." in advice(nameless)
    endless = edits.set_steps(draft, row(5), [f"Keep still for {'9' * 5000} seconds."]).draft
    assert any("long hold" in each for each in advice(endless))


# Pictures


def test_a_picture_is_judged_once_and_a_broken_one_is_told() -> None:
    kept = DraftCheck(estimate_ms, figures.known(), WARM_UPS)
    told = {"describes": "A knee.", "data": PNG}
    draft = edits.set_field(small("a"), row(0), ("pictures",), {"start": told, "work": told}).draft
    assert kept.check(draft).errors == ()
    broken = edits.set_field(draft, row(0), ("pictures", "work", "data"), PNG[:40]).draft
    problem = only(kept.check(broken).errors)
    assert problem.told.startswith("A: The picture ")
    assert (problem.place, problem.row) == (("exercises", 0, "pictures", "work", "data"), row(0))
    after = mended(broken, problem).draft
    assert after.exercise(row(0))["pictures"] == {"start": told}
    assert kept.check(after).routine is not None
    nameless = edits.set_field(draft, row(0), ("pictures", "work", "describes"), "").draft
    assert only(kept.check(nameless).errors).message == "The picture is blank: write a text."
    assert kept.check(nameless).routine is not None


def test_pictures_that_are_too_large_together_are_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"describes": "A knee.", "data": PNG}
    monkeypatch.setattr(pictures, "MAX_ALL", len(pictures.judged(pictures.from_text(PNG)).data))
    all_of_them = dict.fromkeys(("start", "work", "leave"), told)
    draft = edits.set_field(small("a"), row(0), ("pictures",), all_of_them).draft
    problem = only(check(draft).errors)
    assert problem.place == ("exercises", 0, "pictures", "work", "data")
    assert "together" in problem.message


# Figures


def test_the_figures_are_those_of_the_session_that_would_begin() -> None:
    draft = edits.set_dose(edits.group(shipped(), row(1), 2, repeat=3).draft, row(3), "rest_s", 1).draft
    checked = check(draft)
    assert checked.routine is not None
    timeline = compile_script(checked.routine, plan(checked.routine), estimate_ms).timeline
    assert (checked.figures.total_ms, checked.figures.work_ms) == (timeline.total_ms, timeline.work_ms)
    assert not checked.figures.is_estimate
    table = checked.figures.timetable
    assert [each.row for each in table[:8]] == [row(0), *[row(1, 0), row(1, 1)] * 3, row(2)]
    assert [(each.lap, each.laps) for each in table[:4]] == [(1, 1), (1, 3), (1, 3), (2, 3)]
    assert table[0].begins_ms == checked.figures.begins_ms
    assert all(first.ends_ms == second.begins_ms for first, second in pairwise(table))
    assert table[-1].ends_ms == checked.figures.total_ms
    assert checked.figures.length_ms(row(1)) == sum(each.ends_ms - each.begins_ms for each in table[1:7])


def test_one_check_after_another_tells_the_same_as_the_first() -> None:
    kept = DraftCheck(estimate_ms, figures.known(), WARM_UPS)
    draft = shipped()
    steps: list[Callable[[Draft], Edit]] = [
        lambda each: edits.set_dose(each, row(2), "work_s", 20),
        lambda each: edits.move(each, row(2), 1),
        lambda each: edits.duplicate(each, row(3)),
        lambda each: edits.group(each, row(1), 3),
        lambda each: edits.set_value(each, (*ROUTINE, "gaps", "near"), 3),
        lambda each: edits.set_kind(each, row(2), "counted"),
        lambda each: edits.set_dose(each, row(0), "rounds", 0),
        lambda each: edits.remove(each, row(0)),
    ]
    for step in steps:
        draft = step(draft).draft
        assert kept.check(draft) == check(draft)


def test_a_number_that_is_wrong_for_a_moment_does_not_stop_the_figures() -> None:
    checked = check(edits.set_dose(shipped(), row(3), "rounds", None).draft)
    assert checked.routine is not None
    assert checked.routine.exercises[3].name == "Trunk rotation"
    assert checked.figures.total_ms > 600_000


def test_the_figures_are_of_the_words_that_can_be_said() -> None:
    draft = edits.set_value(shipped(), (*ROUTINE, "gaps"), {"get_ready": 1, "near": 1, "new_position": 1}).draft
    draft = edits.rename(draft, row(1), "An exercise with a name that nobody has recorded so far").draft
    lines = {line for line in lines_of_file(shipped_file()) if "knee" not in line}
    checked = DraftCheck(estimate_ms, can_say=lines.__contains__).check(draft)
    assert checked.routine is not None
    script = compile_script(checked.routine, plan(checked.routine), estimate_ms, can_say=lines.__contains__)
    assert checked.figures.total_ms == script.timeline.total_ms != check(draft).figures.total_ms


def test_counted_work_is_an_estimate() -> None:
    draft = edits.set_kind(small("a", "b"), row(0), "counted").draft
    assert check(draft).figures.is_estimate


def test_an_empty_draft_has_no_figures() -> None:
    checked = check(new_draft(OWN_ID))
    assert (checked.routine, checked.figures.total_ms, checked.figures.timetable) == (None, 0, ())
    assert [each.message for each in checked.errors] == [
        "The name is blank: write a text.",
        "There is no exercise yet: add one.",
    ]


def test_the_lines_of_one_exercise_can_be_heard_before_all_is_right() -> None:
    draft = edits.add_exercise(new_draft(OWN_ID), empty_exercise()).draft
    lines = DraftCheck(estimate_ms).lines(draft, row(0), None)
    assert [line.text for line in lines][-2:] == ["Now hold still.", "Ease off if it stops feeling gentle."]


# Any document that the disk may hold


WILD = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 3000) | st.text(max_size=5) | st.floats(0, 9),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["right", "left", "x"]), inner),
    max_leaves=4,
)
PLACES = [
    (*where, key)
    for where, keys in {
        ("exercises", 0): [
            "name",
            "kind",
            "base",
            "sides",
            "rounds",
            "work_s",
            "figure",
            "rest_s",
            "pictures",
            "silent",
        ],
        ("exercises", 0, "say"): ["start", "change", "rounds", "half"],
        ROUTINE: ["name", "note", "gaps", "when", "plan"],
        row(0): ["rounds", "work_s", "reps", "then_rest_s"],
        row(1): ["repeat", "rest_s"],
    }.items()
    for key in keys
]


@given(st.lists(st.tuples(st.sampled_from(PLACES), WILD), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_no_value_of_a_field_stops_the_check(values: list[tuple[tuple[Any, ...], object]]) -> None:
    draft = edits.group(small("a", "b"), row(1), 1).draft
    for place, value in values:
        draft = edits.set_value(draft, place, value).draft
    if is_shaped(json.loads(json.dumps(draft.document)), OWN_ID):
        checked = check(draft)
        assert checked.routine is not None
        for problem in checked.problems:
            assert len(problem.message) <= 400
            if problem.remedy is not None:
                check(mended(draft, problem).draft)
