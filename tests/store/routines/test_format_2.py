"""What came with the second version of the format: refused in a file of the first, checked where it makes no sense."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coach.store.routines import library
from tests.cases import document, exercise
from tests.prescriptions import prescriptions
from tests.store.bad_files import GONE, as_bytes, put, whole_of_2
from tests.store.picture_files import png

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cases import Json, Object
    from tests.store.bad_files import Gone

KNEE, LIFT = ("exercises", 0), ("exercises", 3)


def problems(folder: Path, told: Object) -> list[tuple[str, str, str]]:
    """Return place, message and remedy of each problem of a file, none where it can be used."""
    file = folder / "mine.json"
    file.write_bytes(as_bytes(told))
    (folder / "lift.png").write_bytes(png())
    try:
        library.read(file)
    except library.RoutineError as error:
        found = [(each.place, each.message, each.remedy) for each in error.problems]
        assert max(len(each.place + each.message + each.remedy) for each in error.problems) < 300  # noqa: PT017 - of a file that may be used, too
        return found
    return []


@pytest.mark.parametrize("told", prescriptions().values(), ids=prescriptions().keys())
def test_what_professionals_write_is_a_routine_file(tmp_path: Path, told: Object) -> None:
    assert problems(tmp_path, told) == []


def test_a_file_with_all_that_is_new_can_be_used(tmp_path: Path) -> None:
    assert problems(tmp_path, whole_of_2()) == []


def test_in_a_file_of_version_1_all_that_is_new_is_named_with_what_to_write(tmp_path: Path) -> None:
    told = whole_of_2() | {"format": 1}
    put(told, ("exercises", 1, "work_s"), 601)
    put(told, ("exercises", 1, "rounds"), 21)

    found = problems(tmp_path, told)

    assert {(wrong, right) for _place, wrong, right in found} == {
        ("is of format 2", 'write "format": 2 in the file'),
    }
    last = [place.rsplit(", ", 1)[1] for place, _wrong, _right in found]
    new = {"sets", "rest_s", "set_rest_s", "order", "first", "silent", "pictures", "kind", "repeat", "when", "plan"}
    assert sorted(last) == sorted([*new, "rounds", "rounds", "work_s"])


def test_files_of_version_1_mean_what_they_meant(tmp_path: Path) -> None:
    old, new = (document(exercise("a", sides=["right", "left"], rounds=20, work_s=600)) for _ in range(2))
    files = [tmp_path / name for name in ("old.json", "new.json")]
    for file, told, number in zip(files, (old, new), (1, 2), strict=True):
        file.write_text(json.dumps(told | {"format": number}), "utf-8")

    assert library.read(files[0]) == library.read(files[1])


@pytest.mark.parametrize(
    ("path", "value", "place", "words"),
    [
        ((*LIFT, "reps"), GONE, "exercise 4 (lift), reps", "is missing"),
        ((*LIFT, "reps"), 201, "exercise 4 (lift), reps", "use 200 or less"),
        ((*LIFT, "work_s"), 30, "exercise 4 (lift), work_s", "is an unknown key"),
        ((*KNEE, "rounds"), [], "exercise 1 (knee), rounds", "use at least 1"),
        ((*KNEE, "rounds"), [3, 0], "exercise 1 (knee), rounds 2", "use 1 or more"),
        ((*KNEE, "rounds"), {"right": 3}, "exercise 1 (knee), rounds, left", "is missing"),
        ((*KNEE, "rounds"), "3", "exercise 1 (knee), rounds", "is not a whole number"),
        ((*KNEE, "work_s"), {"right": 3, "left": 1801}, "exercise 1 (knee), work_s, left", "use 1800 or less"),
        ((*KNEE, "order"), "by turns", "exercise 1 (knee), order", "use 'in-turn' or 'one-then-other'"),
        ((*KNEE, "silent"), ["noise"], "exercise 1 (knee), silent 1", "use 'setup'"),
        (("exercises", 1, "first"), "left", "exercise 2 (tilt), first", "only where there are two sides"),
        (("exercises", 1, "rounds"), {"right": 1, "left": 1}, "exercise 2 (tilt), rounds", "use one number"),
        ((*LIFT, "rounds"), [2, 1], "exercise 4 (lift), sets", "leave it out"),
        (("exercises", 2, "rounds"), [2, 1], "exercise 4, exercise 1, exercise 2 (cat), sets", "leave it out"),
        ((*LIFT, "pictures", "work", "data"), "aGVsbG8=", "exercise 4 (lift), pictures, work", "name one of the two"),
        ((*LIFT, "pictures", "work", "describes"), " ", "exercise 4 (lift), pictures, work, describes", "is blank"),
        (("routines", 0, "when", "times"), ["7:30"], "routine 1 (small), when, times 1", "is “7:30”"),
        (("routines", 0, "when", "days_a_week"), 8, "routine 1 (small), when, days_a_week", "use 7 or less"),
        (("routines", 0, "plan", 0, "doses", 1, "exercise"), "dog", "plan 1, doses 2 (dog), exercise", "use one of"),
        (("routines", 0, "plan", 0, "doses", 1, "work_s"), 9, "plan 1, doses 2 (lift), work_s", "use reps"),
        (("routines", 0, "plan", 0, "doses", 0, "reps"), 9, "plan 1, doses 1 (knee), reps", "use work_s"),
        (("routines", 0, "exercises", 3, "repeat"), 1, "routine 1 (small), exercise 4, repeat", "use 2 or more"),
        (
            ("routines", 0, "exercises", 3, "exercises", 0, "exercises", 0, "exercise"),
            "dog",
            "routine 1 (small), exercise 4, exercise 1, exercise 1 (dog), exercise",
            "refers to the unknown exercise “dog”",
        ),
        (
            ("routines", 0, "exercises", 3, "exercises", 0, "exercises", 0),
            {"repeat": 2, "exercises": [{"exercise": "tilt"}]},
            "routine 1 (small), exercise 4, exercise 1, exercise 1, repeat",
            "is an unknown key",
        ),
    ],
    ids=lambda each: str(each)[:60] if isinstance(each, tuple) else None,
)
def test_what_makes_no_sense_is_named_with_its_place(
    tmp_path: Path, path: tuple[str | int, ...], value: Json | Gone, place: str, words: str
) -> None:
    told = whole_of_2()
    put(told, path, value)

    found = problems(tmp_path, told)

    assert any(where.endswith(place) and words in f"{wrong}; {right}" for where, wrong, right in found), found


def test_groups_in_groups_may_not_become_more_than_anybody_does(tmp_path: Path) -> None:
    told = document(exercise("a", rounds=2))
    put(told, ("routines", 0, "exercises"), [{"repeat": 20, "exercises": [{"exercise": "a"}] * 11}])

    ((place, wrong, right),) = problems(tmp_path, told)

    assert place == "routine 1 (small), exercises"
    assert (wrong, right) == ("has 220 exercises and 440 timed parts in all", "use at most 200 and 2000")

    many = document(exercise("a", rounds=41))
    put(many, ("routines", 0, "exercises"), [{"exercise": "a"}] * 49)
    assert [wrong for _place, wrong, _right in problems(tmp_path, many)] == [
        "has 49 exercises and 2009 timed parts in all"
    ]


@pytest.mark.parametrize("sides", [[], ["right"]])
@pytest.mark.parametrize(("key", "value"), [("work_s", {"right": 5, "left": 6}), ("order", "one-then-other")])
def test_what_tells_two_sides_apart_needs_both(tmp_path: Path, sides: list[str], key: str, value: Json) -> None:
    told = document({**exercise("a", sides=sides), key: value})

    assert [place.endswith(key) for place, _wrong, _right in problems(tmp_path, told)] == [True]


def test_what_is_wrong_is_told_in_few_words_however_long_it_is(tmp_path: Path) -> None:
    told = whole_of_2()
    put(told, (*KNEE, "kind"), "x" * 10_000)
    put(told, (*KNEE, "base"), "y" * 10_000)
    put(told, (*LIFT, "id"), "Z" * 10_000)

    assert len(problems(tmp_path, told)) == 2  # the rest of an exercise of no kind is not looked at
