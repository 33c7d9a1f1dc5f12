"""What can be done to a draft: nothing is changed in place, ids stay, and what belongs together goes together."""

from __future__ import annotations

import copy

import pytest

from coach.core.draft import edits
from coach.core.draft.draft import LIST, ROUTINE
from coach.core.draft.new import draft_of, empty_exercise, new_draft
from tests.core.draft.drafts import OWN_ID, names, row, shipped, small


def test_a_draft_is_never_changed_in_place() -> None:
    draft = shipped()
    before = copy.deepcopy(draft.document)
    edits.rename(draft, row(2), "Other")
    edits.set_dose(draft, row(2), "rounds", 4)
    edits.set_sides(draft, row(3), ())
    edits.set_steps(draft, row(3), ["One.", "Two."])
    edits.set_kind(draft, row(1), "counted")
    edits.move(draft, row(1), 1)
    edits.duplicate(draft, row(1))
    edits.remove(draft, row(1))
    edits.group(draft, row(1), 3)
    assert draft.document == before


def test_what_is_not_touched_is_the_same_object() -> None:
    draft = shipped()
    after = edits.set_dose(draft, row(2), "rounds", 4).draft
    same = [new is old for new, old in zip(after.exercises, draft.exercises, strict=True)]
    assert same == [True, True, False, True, True, True, True]


def test_moving_goes_up_and_down_and_stays_at_the_ends() -> None:
    draft = small("a", "b", "c")
    assert names(edits.move(draft, row(0), 1).draft) == ["b", "a", "c"]
    edit = edits.move(draft, row(2), -1)
    assert (names(edit.draft), edit.row, edit.says) == (["a", "c", "b"], row(1), "Move C")
    assert names(edits.move(draft, row(0), -1).draft) == ["a", "b", "c"]
    assert not edits.can_move(draft, row(2), 1)
    assert names(edits.move_before(draft, row(0), row(2)).draft) == ["b", "a", "c"]
    assert names(edits.move_before(draft, row(0), row(3)).draft) == ["b", "c", "a"]
    assert names(edits.move_before(draft, row(2), row(0)).draft) == ["c", "a", "b"]


def test_a_row_goes_into_a_group_and_out_and_an_empty_group_goes() -> None:
    draft = edits.group(small("a", "b", "c"), row(1), 2, repeat=3).draft
    assert draft.value(row(1))["repeat"] == 3
    assert [each.depth for each in draft.rows()] == [0, 0, 1, 1]
    inside = edits.move_before(draft, row(0), row(1, 1))
    assert (names(inside.draft), inside.row) == (["b", "a", "c"], row(0, 1))
    out = edits.move_before(edits.move_before(draft, row(1, 0), row(0)).draft, row(2, 0), row(0)).draft
    assert names(out) == ["c", "b", "a"]
    assert names(edits.move_before(draft, row(1), row(0)).draft) == ["b", "c", "a"]
    assert not any(each.is_group for each in out.rows())
    assert names(edits.ungroup(draft, row(1)).draft) == ["a", "b", "c"]
    assert edits.move_before(draft, row(1), row(1, 0)).draft is draft  # not into itself


def test_a_group_inside_a_group_is_the_deepest() -> None:
    outer = edits.group(edits.group(small("a", "b", "c"), row(0), 1).draft, row(0), 2).draft
    assert [each.depth for each in outer.rows()] == [0, 1, 2, 1, 0]
    assert edits.can_group(outer, row(0, 1))
    assert not edits.can_group(outer, row(0, 0))
    assert not edits.can_group(outer, row(0))
    other = edits.group(outer, row(1), 1).draft
    assert edits.move_before(other, row(1), row(0, 0, 0)).draft is other
    assert names(edits.move_before(other, row(1), row(0, 0)).draft) == ["c", "a", "b"]


def test_adding_keeps_an_id_or_makes_a_free_one_with_the_mark_of_its_routine() -> None:
    draft = new_draft(OWN_ID)
    cat = next(each for each in shipped().exercises if each["id"] == "cat-cow")
    for exercise in (cat, cat, cat, empty_exercise(), empty_exercise("Heel raise")):
        draft = edits.add_exercise(draft, exercise).draft
    assert names(draft) == [
        "cat-cow",
        "cat-cow-0a1b2c3d",
        "cat-cow-0a1b2c3d-2",
        "exercise-0a1b2c3d",
        "exercise-0a1b2c3d-2",
    ]
    edit = edits.add_exercise(draft, empty_exercise("Toes"), after=row(0))
    assert (edit.row, edit.says) == (row(1), "Add Toes")


def test_a_copy_is_changed_alone() -> None:
    edit = edits.duplicate(small("a", "b"), row(0))
    assert (edit.row, names(edit.draft)) == (row(1), ["a", "a-0a1b2c3d", "b"])
    after = edits.set_dose(edit.draft, row(1), "work_s", 45).draft
    assert [after.dose(row(number), "work_s") for number in (0, 1)] == [30, 45]
    group = edits.duplicate(edits.group(small("a", "b"), row(0), 2).draft, row(0)).draft
    assert names(group) == ["a", "b", "a-0a1b2c3d", "b-0a1b2c3d"]


def test_a_dose_is_written_where_it_counts() -> None:
    draft = shipped()
    draft = edits.set_value(draft, (*row(1), "rounds"), 1).draft
    assert draft.dose_place(row(1), "rounds") == (*row(1), "rounds")
    assert draft.dose_place(row(2), "rounds")[0] == "exercises"
    assert draft.dose_place(row(2), "then_rest_s") == (*row(2), "then_rest_s")
    twice = draft_of({**draft.document, "routines": [{**draft.routine, "exercises": [{"exercise": "cat-cow"}] * 2}]})
    after = edits.set_dose(twice, row(1), "rounds", 9).draft
    assert [after.dose(row(number), "rounds") for number in (0, 1)] == [3, 9]
    with pytest.raises(KeyError):
        edits.set_dose(draft, row(0), "name", 1)


def test_removing_takes_exercise_and_its_doses_along_and_shows_the_next_row() -> None:
    draft = small("a", "b", "c")
    weeks = [{"name": "Week 1", "doses": [{"exercise": "b", "work_s": 5}, {"exercise": "c", "work_s": 5}]}]
    draft = edits.set_value(draft, (*ROUTINE, "plan"), weeks).draft
    edit = edits.remove(draft, row(1))
    assert (names(edit.draft), edit.row) == (["a", "c"], row(1))
    assert [each["id"] for each in edit.draft.exercises] == ["a", "c"]
    assert edit.draft.value((*ROUTINE, "plan", 0, "doses")) == [{"exercise": "c", "work_s": 5}]
    assert edits.remove(small("a", "b", "c", "d"), row(1)).row == row(1)
    last = edits.remove(edit.draft, row(1))
    assert last.row == row(0)
    assert edits.remove(last.draft, row(0)).row is None


def test_the_id_stays_when_the_name_changes() -> None:
    draft = edits.rename_routine(edits.rename(small("a"), row(0), "").draft, "").draft
    assert (draft.id, draft.name, names(draft)) == (OWN_ID, "", ["a"])
    assert edits.move(draft, row(0), 0).says == "Move the new exercise"


def test_a_value_of_none_leaves_the_key_out() -> None:
    draft = edits.set_value(small("a"), (*ROUTINE, "gaps", "change"), 5).draft
    assert draft.routine["gaps"] == {"change": 5}
    assert edits.set_value(draft, (*ROUTINE, "gaps", "change"), None).draft.routine["gaps"] == {}


# Fields that others depend on


def test_counted_work_has_repetitions_in_the_place_of_seconds_and_back() -> None:
    draft = edits.set_value(small("a"), (*row(0), "work_s"), 20).draft
    counted = edits.set_kind(draft, row(0), "counted").draft
    assert "work_s" not in counted.exercise(row(0))
    assert counted.exercise(row(0))["reps"] == 10
    assert counted.value(row(0)) == {"exercise": "a"}
    held = edits.set_kind(counted, row(0), "hold").draft
    assert ("reps" in held.exercise(row(0)), held.exercise(row(0))["work_s"]) == (False, 30)


def test_what_rows_and_weeks_say_goes_with_the_kind_and_the_sides() -> None:
    draft = edits.set_value(small("a", sides=["right", "left"]), (*row(0), "work_s"), {"right": 5, "left": 9}).draft
    draft = edits.set_dose(draft, row(0), "rounds", {"right": 1, "left": 3}).draft
    doses = [{"exercise": "a", "work_s": 7, "rounds": {"right": 2, "left": 1}}]
    draft = edits.set_value(draft, (*ROUTINE, "plan"), [{"name": "Week 1", "doses": doses}]).draft
    counted = edits.set_kind(draft, row(0), "counted").draft
    assert counted.value(row(0)) == {"exercise": "a"}
    assert counted.value((*ROUTINE, "plan", 0, "doses", 0)).keys() == {"exercise", "rounds"}
    one = edits.set_sides(draft, row(0), ["right"]).draft
    assert (one.value(row(0))["work_s"], one.exercise(row(0))["rounds"]) == (9, 3)
    assert one.value((*ROUTINE, "plan", 0, "doses", 0)) == {"exercise": "a", "work_s": 7, "rounds": 2}


def test_a_list_of_rounds_has_an_entry_for_each_set() -> None:
    draft = edits.set_dose(small("a"), row(0), "sets", 3).draft
    assert "sets" not in edits.set_dose(draft, row(0), "rounds", [5, 4, 3]).draft.exercise(row(0))
    assert edits.set_dose(draft, row(0), "rounds", 5).draft.exercise(row(0))["sets"] == 3


def test_sides_can_go_and_come_back_without_a_word_lost() -> None:
    draft = shipped()
    before = draft.exercise(row(3))
    without = edits.set_sides(draft, row(3), ()).draft
    assert "sides" not in without.exercise(row(3))
    assert "Let both knees roll to your {side}." in str(without.exercise(row(3))["steps"])
    again = edits.set_sides(without, row(3), ["right", "left"]).draft.exercise(row(3))
    assert again["steps"] == before["steps"]
    assert again["say"] == before["say"]


def test_the_texts_of_an_own_exercise_follow_until_somebody_writes_them() -> None:
    draft = edits.add_exercise(new_draft(OWN_ID), empty_exercise("Heel raise")).draft
    assert draft.exercise(row(0))["start"] == "You lie on your back."
    draft = edits.set_field(draft, row(0), ("base",), "standing").draft
    assert draft.exercise(row(0))["start"] == "You stand."
    assert draft.exercise(row(0))["say"]["setup"] == "Stand with both feet flat."
    draft = edits.set_sides(draft, row(0), ["left", "right"]).draft
    assert draft.exercise(row(0))["say"]["change"] == {"right": "Next, the right.", "left": "Next, the left."}
    assert draft.exercise(row(0))["say"]["start"]["left"] == "Left side. Hold."
    draft = edits.set_line(draft, row(0), ("say", "start"), "Up on your {side} toes. Hold.").draft
    draft = edits.set_kind(draft, row(0), "reps-own-pace").draft
    assert draft.exercise(row(0))["say"]["start"]["right"] == "Up on your right toes. Hold."
    draft = edits.set_sides(draft, row(0), ()).draft
    assert "change" not in draft.exercise(row(0))["say"]


def test_lines_are_set_as_they_are_typed() -> None:
    draft = edits.set_lines(small("a"), row(0), ("stop_also",), ["Knee pain", "", "  Dizziness "]).draft
    assert draft.exercise(row(0))["stop_also"] == ["Knee pain", "Dizziness"]
    assert "stop_also" not in edits.set_lines(draft, row(0), ("stop_also",), []).draft.exercise(row(0))
    edit = edits.set_line(shipped(), row(3), ("say", "release"), "Knees back.")
    assert edit.draft.exercise(row(3))["say"]["release"] == "Knees back."


def test_typing_in_one_field_can_be_undone_as_one() -> None:
    draft = small("a", "b")
    one = edits.rename(draft, row(0), "A")
    two = edits.rename(one.draft, row(0), "Ab")
    assert one.merges == two.merges is not None
    assert edits.rename(draft, row(1), "A").merges != one.merges
    assert edits.move(draft, row(0), 1).merges is None


def test_rows_are_told_apart_from_groups() -> None:
    draft = edits.group(small("a", "b"), row(0), 1).draft
    assert [(each.place, each.exercise, each.is_group) for each in draft.rows()] == [
        ((*LIST, 0), None, True),
        ((*LIST, 0, "exercises", 0), "a", False),
        ((*LIST, 1), "b", False),
    ]
    assert edits.remove(draft, row(0)).says == "Remove the group"
    assert edits.set_group(draft, row(0), "repeat", 4).draft.value(row(0))["repeat"] == 4
