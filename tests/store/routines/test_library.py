"""Reading routine files: what is wrong is told with its place on one line, and nothing else ever happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.store.routines import library
from coach.store.routines.library import RoutineError
from tests.cases import document, exercise
from tests.store.bad_files import (
    LEFT_OUT,
    RAW,
    SMALL,
    SPOKEN_IN_FULL,
    UNKNOWN_KEYS,
    WRONG_TYPES,
    WRONG_VALUES,
    Change,
    Raw,
    as_bytes,
    put,
    whole,
)
from tests.store.limits import LIMITS, Limit
from tests.store.reading import problems

if TYPE_CHECKING:
    from pathlib import Path

    from coach.core.routine import Contents
    from tests.cases import Json

CHANGES = (*UNKNOWN_KEYS, *LEFT_OUT, *WRONG_TYPES, *WRONG_VALUES, *SPOKEN_IN_FULL)


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    return tmp_path / "mine.json"


def read_changed(file: Path, path: tuple[str | int, ...], value: Json) -> Contents:
    told = whole()
    put(told, path, value)
    file.write_bytes(as_bytes(told))
    return library.read(file)


# Files without problems


def test_the_file_of_the_tables_has_no_problem(file: Path) -> None:
    file.write_bytes(as_bytes(whole()))

    assert [each.id for each in library.read(file).exercises] == ["knee", "tilt", "cat"]


def test_a_byte_order_mark_and_other_line_ends_are_fine(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.replace(b", ", b",\r\n\t"))

    assert library.read(file).routines[0].id == "small"


def test_a_file_of_exactly_1_mib_is_read(file: Path) -> None:
    file.write_bytes(SMALL + b" " * ((1 << 20) - len(SMALL)))

    assert file.stat().st_size == 1_048_576
    assert library.read(file).routines[0].id == "small"


def test_32_levels_are_not_too_deep(file: Path) -> None:
    file.write_bytes(b'{"format": ' + b"[" * 31 + b"]" * 31 + b"}")

    assert "format" in [problem.place for problem in problems(file)]


@pytest.mark.parametrize(
    "name", ["<b>Knee</b>", "Knee & <a href='x'>hip</a>", "100 % %s {0} {name}", "膝", "ركبة", "Child’s “pose”"]
)
def test_a_name_is_kept_as_it_is(file: Path, name: str) -> None:
    assert read_changed(file, ("exercises", 0, "name"), name).exercises[0].name == name


def test_what_may_be_left_out_has_the_defaults_of_the_format(file: Path) -> None:
    file.write_bytes(SMALL)

    told = library.read(file)

    (small,) = told.exercises
    assert (small.sides, small.stretches, small.pace, small.warm_up) == ((), None, "timer", False)
    assert (small.also, small.mistakes, small.easier, small.stop_also, small.ask_first) == ((),) * 5
    assert (small.steps.enter, small.steps.leave, small.steps.change) == ((),) * 3
    assert [len(part.work) for part in small.say.rounds] == [3, 1, 1]  # half-way, the last five, the reminder
    gaps = told.routines[0].gaps
    assert (gaps.get_ready_ms, gaps.change_ms, gaps.near_ms, gaps.new_position_ms) == (10_000, 8_000, 15_000, 30_000)
    assert (told.position_changes, told.routines[0].note) == ((), "")


def test_one_side_needs_no_line_for_the_change(file: Path) -> None:
    file.write_bytes(as_bytes(document(exercise("a", sides=["left"]))))

    (one_sided,) = library.read(file).exercises
    assert one_sided.sides == ("left",)
    assert not any(line.turn == "second" for line in one_sided.say.rounds[0].gap)


# Files with problems


@pytest.mark.parametrize("bad", RAW, ids=lambda bad: bad.name)
def test_what_is_no_routine_file(file: Path, bad: Raw) -> None:
    file.write_bytes(bad.data)

    first = problems(file)[0]

    assert first.file == str(file)
    assert first.place.startswith(bad.place)
    assert bad.words in str(first)


@pytest.mark.parametrize("bad", CHANGES, ids=lambda bad: bad.name)
def test_one_thing_that_is_wrong(file: Path, bad: Change) -> None:
    told = whole()
    put(told, bad.path, bad.value)
    file.write_bytes(as_bytes(told))

    found = problems(file)

    assert len(found) == 1
    assert found[0].place.endswith(bad.place)
    assert bad.words in str(found[0])


def limits() -> list[tuple[Limit, Json, str | None]]:
    inside: list[tuple[Limit, Json, str | None]] = [(limit, value, None) for limit in LIMITS for value in limit.inside]
    return inside + [(limit, *pair) for limit in LIMITS for pair in zip(limit.outside, limit.words, strict=True)]


def limit_names() -> list[str]:
    return [f"{limit.path[-1]}: {words or 'inside'}" for limit, _value, words in limits()]


@pytest.mark.parametrize(("limit", "value", "words"), limits(), ids=limit_names())
def test_just_inside_a_limit_passes_and_just_outside_fails(
    file: Path, limit: Limit, value: Json, words: str | None
) -> None:
    if words is None:
        read_changed(file, limit.path, value)
        return
    with pytest.raises(RoutineError):
        read_changed(file, limit.path, value)
    (problem,) = problems(file)
    assert problem.place == limit.place
    assert words in str(problem)


FORMATS: list[Json] = [0, -1, 1.5, "1", "", None, [1], {"version": 1}]


@pytest.mark.parametrize("written", FORMATS, ids=repr)
def test_a_format_that_is_not_known(file: Path, written: Json) -> None:
    with pytest.raises(RoutineError):
        read_changed(file, ("format",), written)

    (problem,) = problems(file)
    assert problem.place == "format"
    assert problem.remedy in {"use 2", "use 1 or 2"}


@pytest.mark.parametrize("written", ["true", "1.0", "2.0"])
def test_a_format_that_only_equals_a_whole_number_is_none(file: Path, written: str) -> None:
    file.write_bytes(SMALL.replace(b'"format": 2', b'"format": ' + written.encode()))

    assert [problem.place for problem in problems(file)] == ["format"]


@pytest.mark.parametrize("written", [3, 10**30])
def test_a_newer_format_asks_for_a_newer_coach(file: Path, written: int) -> None:
    with pytest.raises(RoutineError):
        read_changed(file, ("format",), written)

    (problem,) = problems(file)
    assert problem.place == "format"
    assert "is newer than this program, which reads 2; use a newer coach" in str(problem)


@pytest.mark.parametrize("character", ["\n", "\t", "\x00", "\x07", "\x1b", "\x7f", "\x85"], ids=ascii)
@pytest.mark.parametrize("path", [("exercises", 0, "name"), ("exercises", 0, "steps", "enter", 0, "right")], ids=str)
def test_control_characters_are_refused(file: Path, path: tuple[str | int, ...], character: str) -> None:
    with pytest.raises(RoutineError):
        read_changed(file, path, f"Lift{character}it.")

    (problem,) = problems(file)
    assert problem.place.startswith("exercise 1 (knee)")
    assert problem.message == "holds a control character"


@pytest.mark.parametrize("character", ["\u2028", "\u2029"], ids=ascii)
def test_other_line_breaks_are_refused_as_well(file: Path, character: str) -> None:
    """A text is one line: these two end a line as a newline does."""
    with pytest.raises(RoutineError):
        read_changed(file, ("exercises", 0, "name"), f"Lift{character}it.")


@pytest.mark.parametrize("half", [0xD800, 0xDFFF, 0xDC80], ids=hex)
def test_half_a_surrogate_pair_is_told_with_its_place_and_what_would_be_right(file: Path, half: int) -> None:
    with pytest.raises(RoutineError):
        read_changed(file, ("exercises", 0, "region"), f"Lift {chr(half)} it.")

    (problem,) = problems(file)
    assert problem.place != "file"
    assert "missing comma" not in problem.remedy


def test_an_unknown_key_named_like_a_kind_does_not_confuse_the_places(file: Path) -> None:
    told = whole()
    put(told, ("exercises", 0, "hold"), 1)
    put(told, ("exercises", 0, "work_s"), 0)
    file.write_bytes(as_bytes(told))

    assert {problem.place for problem in problems(file)} == {"exercise 1 (knee), hold", "exercise 1 (knee), work_s"}


def test_everything_that_is_wrong_is_told_at_once(file: Path) -> None:
    told = whole()
    put(told, ("exercises", 0, "work_s"), 0)
    put(told, ("exercises", 2, "say", "half"), 5)
    put(told, ("routines", 0, "name"), "")
    file.write_bytes(as_bytes(told))

    assert [problem.place for problem in problems(file)] == [
        "exercise 1 (knee), work_s",
        "exercise 3 (cat), say, half",
        "routine 1 (small), name",
    ]


def test_20_problems_are_all_told(file: Path) -> None:
    bad = [exercise(f"e{number}", work_s=0) for number in range(20)]
    file.write_bytes(as_bytes(document(*bad)))

    assert [problem.place for problem in problems(file)] == [
        f"exercise {number + 1} (e{number}), work_s" for number in range(20)
    ]


def test_after_20_problems_the_rest_is_counted(file: Path) -> None:
    bad = [exercise(f"e{number}", work_s=0) for number in range(25)]
    file.write_bytes(as_bytes(document(*bad)))

    found = problems(file)

    assert len(found) == 21
    assert found[19].place == "exercise 20 (e19), work_s"
    assert found[20].message == "has 5 more problems"


def test_the_error_itself_tells_all_its_problems_a_line_each(file: Path) -> None:
    file.write_bytes(as_bytes(document(exercise("a", work_s=0, rounds=0))))

    with pytest.raises(RoutineError) as caught:
        library.read(file)

    assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
    assert len(caught.value.problems) == 2
