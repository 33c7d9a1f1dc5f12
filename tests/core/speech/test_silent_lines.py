"""Lines that an exercise does without: they are not said, and all others are, one after the other."""

from __future__ import annotations

import pytest

from coach.core.speech.situation import AS_WRITTEN
from tests.core.speech.dosed import dosed, heard, of, text


@pytest.mark.parametrize(
    ("silent", "lost"),
    [
        ("setup", "Sit."),
        ("start", "Hold."),
        ("change", "Other side."),
        ("round", "Hold number two."),
        ("half", "Half-way."),
        ("last5", "Five seconds."),
        ("release", "Rest."),
    ],
)
def test_a_line_that_is_silent_is_not_said_and_all_others_are(silent: str, lost: str) -> None:
    dose: dict[str, object] = {"sides": ["right", "left"], "rounds": 2, "rest_s": 12, "work_s": 20}
    usual, less = (heard(of(dosed(**dose, silent=each))) for each in ([], [silent]))  # type: ignore[arg-type]

    assert any(f" {lost}" in line for line in usual)
    assert [line.replace(f" {lost}", "") for line in usual] == less


def test_a_silent_release_is_not_said_after_the_end_either() -> None:
    usual, less = (of(dosed(silent=silent)).after for silent in ([], ["release"]))

    assert [text((each,)) for each in usual if each.text == "Rest."] == [" Rest."]
    assert not [each for each in less if each.text == "Rest."]


def test_without_a_start_the_side_is_the_first_word_of_the_work() -> None:
    silent = ["setup", "start", "round", "release"]
    script = of(dosed(sides=["right", "left"], rounds=4, work_s=3, rest_s=0, silent=silent))

    assert not any(script.grown)
    lines = heard(script)
    assert lines[2:6] == [
        "change 0 s left:",
        "hold 3 s left: Left side.",
        "change 0 s right:",
        "hold 3 s right: Right side.",
    ]
    assert script.timeline.total_ms == script.timeline.blocks[0].duration_ms + 24_000


def test_in_each_set_the_side_without_a_rest_is_the_first_word_of_the_work() -> None:
    silent = ["setup", "start", "round", "release"]
    script = of(dosed(sides=["right", "left"], sets=2, work_s=3, rest_s=0, set_rest_s=30, silent=silent))

    assert not any(script.grown)
    assert [line for line in heard(script) if "left" in line] == [
        "change 0 s left:",
        "hold 3 s left: Left side.",
    ] * 2


@pytest.mark.parametrize("rest_s", [0, 3])
@pytest.mark.parametrize("kind", ["hold", "counted"])
def test_whatever_an_exercise_does_without_no_line_runs_into_another(rest_s: int, kind: str) -> None:
    names = ("setup", "start", "change", "round", "half", "last5", "release")
    works: dict[str, object] = {"work_s": 16} if kind == "hold" else {"reps": 4, "without": "work_s"}
    for number in range(0, 1 << len(names), 5):
        silent = [name for place, name in enumerate(names) if number >> place & 1]
        dose: dict[str, object] = {"sides": ["right", "left"], "rounds": 2, "sets": 2, "rest_s": rest_s}
        script = of(dosed(kind=kind, **dose, **works, silent=silent))  # type: ignore[arg-type]
        for block, prompts in zip(script.timeline.blocks, script.prompts, strict=True):
            free_ms = 0
            for prompt in (each for each in prompts if each.text is not None):
                assert prompt.at(block.duration_ms) >= free_ms, (silent, prompt.text)
                free_ms = prompt.at(block.duration_ms) + prompt.length_ms
            assert block.waits or free_ms <= block.duration_ms, silent


def test_what_is_asked_for_is_told_though_it_is_silent() -> None:
    silent = ["start", "change", "round", "release"]
    script = of(dosed(sides=["right", "left"], rounds=4, work_s=3, rest_s=0, silent=silent))

    work = [index for index, block in enumerate(script.timeline.blocks) if block.kind.is_work]
    assert script.again(work[2], AS_WRITTEN) == ("Hold number two.", "Hold.")
    assert script.starts(work[2], AS_WRITTEN) == ("Hold.",)
    assert {script.releases[index] for index in work} == {"Rest."}
