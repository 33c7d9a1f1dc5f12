"""The commands as a person types them: each runs as a process of its own."""

from __future__ import annotations

import contextlib
import io
import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import __version__
from coach.__main__ import asked, parser
from coach.core.speech.printed import clock
from coach.core.speech.vocabulary import LIVE_SPEECH
from tests.cases import ROOT, ROUTINES, document, exercise
from tests.programs import assert_no_traceback, coach
from tests.store.bad_files import as_bytes

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(autouse=True)
def _speaks(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a program that can speak, on whichever machine: it is looked for, and not run."""
    folder = tmp_path_factory.mktemp("speaks")
    (folder / LIVE_SPEECH).touch(mode=0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture(name="good")
def _good(tmp_path: Path) -> Path:
    file = tmp_path / "good.json"
    file.write_bytes(as_bytes(document(exercise("sit-tall", rounds=2, work_s=20))))
    return file


@pytest.fixture(name="bad")
def _bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.json"
    file.write_bytes(as_bytes(document(exercise("sit-tall", rounds=0, work_s=1801))))
    return file


# check


def test_check_of_good_files_tells_each_on_a_line(good: Path) -> None:
    done = coach("check", good, ROUTINES)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [f"{good}: no problems", f"{ROUTINES}: no problems"]


def test_check_tells_each_problem_on_a_line(good: Path, bad: Path) -> None:
    done = coach("check", good, bad, bad.with_name("missing.json"))

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines() == [
        f"{bad}: exercise 1 (sit-tall), rounds: is 0, which is too small; use 1 or more",
        f"{bad}: exercise 1 (sit-tall), work_s: is 1801, which is too large; use 1800 or less",
        f"{bad.with_name('missing.json')}: file: is not there; check the name and the folder",
    ]


def test_check_without_a_file_is_refused() -> None:
    done = coach("check")

    assert done.returncode == 2
    assert "FILE" in done.stderr


def test_check_prints_no_control_characters_of_a_file_name(tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[31m\nb.json"
    file.write_bytes(ROUTINES.read_bytes())

    done = coach("check", file)

    assert done.returncode == 0
    assert done.stdout.rstrip("\n").isprintable()


# schema


def test_schema_of_the_record_prints_the_published_schema() -> None:
    done = coach("schema", "--record")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "assets" / "record.schema.json").read_text("utf-8")


def test_schema_prints_the_published_schema() -> None:
    done = coach("schema")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "assets" / "routine.schema.json").read_text("utf-8")
    assert json.loads(done.stdout)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


# script


def is_cue(line: str) -> bool:
    return "[" in line or "“" in line


def test_script_prints_the_timetable_of_the_shipped_routine() -> None:
    done = coach("script")
    lines = done.stdout.splitlines()

    blocks = [line for line in lines if not is_cue(line)]
    assert (done.returncode, done.stderr, len(blocks)) == (0, "", 58)
    assert blocks[0].split() == ["0:00", "0:30", "30", "s", "way", "Pelvic", "tilt"]
    assert blocks[1].split() == ["0:30", "0:40", "10", "s", "get-ready", "Pelvic", "tilt"]
    assert blocks[5].split("  ")[-1].strip() == "round 1 of 3 left"
    begins = lines.index(blocks[1])
    assert [line.split() for line in lines[begins + 1 : begins + 3]] == [
        ["0:30.0", "[ready]"],
        ["0:30.4", "“One", "of", "seven:", "Pelvic", "tilt.”"],
    ]
    assert lines[-1].strip() == "19 min 43 s in all, 14 min 15 s of it exercise"


def test_script_prints_the_timetable_of_a_file(good: Path) -> None:
    done = coach("script", good)

    assert done.returncode == 0
    assert [" ".join(line.split()) for line in done.stdout.splitlines() if not is_cue(line)] == [
        "0:00 0:10 10 s get-ready Sit-Tall round 1 of 2",
        "0:10 0:30 20 s hold Sit-Tall round 1 of 2",
        "0:30 0:38 8 s change Sit-Tall round 2 of 2",
        "0:38 0:58 20 s hold Sit-Tall round 2 of 2",
        "58 s in all, 40 s of it exercise",
    ]


@pytest.mark.parametrize(
    ("pacing", "total"),
    [("quick", "18 min 22 s"), ("default", "19 min 43 s"), ("roomy", "22 min 22 s"), ("wait-for-me", "14 min 25 s")],
)
def test_script_with_a_pacing(pacing: str, total: str) -> None:
    done = coach("script", "--pacing", pacing)

    assert done.stdout.splitlines()[-1].strip() == f"{total} in all, 14 min 15 s of it exercise"
    assert ("waits" in done.stdout) is (pacing == "wait-for-me")


def test_script_as_json() -> None:
    done = coach("script", "--json")
    told = json.loads(done.stdout)

    assert (done.returncode, done.stderr, list(told)) == (0, "", ["blocks", "cues"])
    blocks = told["blocks"]
    assert len(blocks) == 57
    assert {tuple(block) for block in blocks} == {("start_ms", "end_ms", "kind", "exercise", "round", "side")}
    assert {block["kind"] for block in blocks} == {"way", "get-ready", "change", "move", "hold", "reps", "flow"}
    assert {block["side"] for block in blocks} == {None, "right", "left"}
    assert [block["start_ms"] for block in blocks[1:]] == [block["end_ms"] for block in blocks[:-1]]
    assert all(isinstance(block[key], int) for block in blocks for key in ("start_ms", "end_ms", "round"))
    work = [block for block in blocks if block["kind"] in {"hold", "reps", "flow"}]
    assert sum(block["end_ms"] - block["start_ms"] for block in work) == 855_000


def test_script_as_json_has_every_cue_with_its_instant() -> None:
    told = json.loads(coach("script", "--json").stdout)
    cues = told["cues"]

    assert {tuple(cue) for cue in cues} == {("at_ms", "text", "tone", "length_ms", "clip")}
    assert [cue["at_ms"] for cue in cues] == sorted(cue["at_ms"] for cue in cues)
    assert all((cue["text"] is None) != (cue["tone"] is None) for cue in cues)
    assert all(cue["clip"] for cue in cues if cue["text"] is not None)
    went = [cue["at_ms"] for cue in cues if cue["tone"] == "go"]
    assert went == [block["start_ms"] for block in told["blocks"] if block["kind"] in {"hold", "reps", "flow"}]


def test_script_of_an_own_routine_has_cues_without_clips(good: Path) -> None:
    cues = json.loads(coach("script", good, "--json").stdout)["cues"]

    assert {cue["clip"] for cue in cues if cue["text"] == "Sit."} == {None}


LESS = "say it in fewer words, or write a longer work_s"


def test_check_tells_where_words_have_too_little_time_and_finds_no_problem_in_it(tmp_path: Path) -> None:
    one = exercise("sit-tall", rounds=2, work_s=20)
    say = one["say"]
    assert isinstance(say, dict)
    say["half"] = "This line about the half of the time is much too long for its place."
    file = tmp_path / "tight.json"
    file.write_bytes(as_bytes(document(one, gaps={"change": 0})))

    done = coach("check", file)

    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == f"{file}: no problems"
    place = f"{file}: routine “small”, exercise “sit-tall”:"
    assert f"{place} the half-way line does not fit and is left out; {LESS}" in lines
    assert any(line.startswith(f"{place} the time to change side or round is ") for line in lines)
    assert all("; write " in line or line.endswith(LESS) for line in lines[1:])
    assert len(lines) == 3


def test_script_of_another_routine_of_the_file() -> None:
    done = coach("script", "--routine", "lower-back-short")

    assert done.stdout.splitlines()[-1].strip() == "8 min 19 s in all, 5 min 15 s of it exercise"


def test_script_of_an_unknown_routine_names_those_there_are() -> None:
    done = coach("script", ROUTINES, "--routine", "upper\x1b[31m\nback")

    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.rstrip("\n").isprintable()
    assert "has no routine “upper\ufffd[31m\ufffdback”" in done.stderr
    assert done.stderr.endswith("use one of: lower-back, lower-back-short\n")


def test_script_of_an_unknown_routine_prints_no_control_characters_of_a_file_name(tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[31m\nb.json"
    file.write_bytes(ROUTINES.read_bytes())

    done = coach("script", file, "--routine", "upper-back")

    assert done.returncode == 1
    assert done.stderr.rstrip("\n").isprintable()


def test_script_of_a_file_with_problems_tells_them_as_errors(bad: Path) -> None:
    done = coach("script", bad)

    assert (done.returncode, done.stdout) == (1, "")
    assert [line.removeprefix(f"{bad}: ").split(":")[0] for line in done.stderr.splitlines()] == [
        "exercise 1 (sit-tall), rounds",
        "exercise 1 (sit-tall), work_s",
    ]


def test_script_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"

    done = coach("script", missing, "--json")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{missing}: file: is not there; check the name and the folder\n"


# Options


def test_version() -> None:
    done = coach("--version")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"coach {__version__}\n", "")


SPEEDS = ["0", "121", "x", "-1", "1.5", "", "1e2", "12000", "0012000", "²", "1" * 5_000]


@pytest.mark.parametrize("speed", SPEEDS, ids=lambda speed: speed[:10] or "empty")
def test_a_speed_out_of_range_is_refused(speed: str) -> None:
    done = coach(f"--speed={speed}", "check", ROUTINES)

    assert (done.returncode, done.stdout) == (2, "")
    assert_no_traceback(done)
    assert "is not a whole number from 1 to 120" in done.stderr


@pytest.mark.parametrize("speed", ["1", "120"])
def test_a_speed_in_range_is_taken(speed: str) -> None:
    assert coach(f"--speed={speed}", "check", ROUTINES).returncode == 0


@pytest.mark.parametrize("arguments", [["dance"], ["script", "--pacing", "slow"], ["--unknown", "schema"]], ids=str)
def test_what_nobody_knows_is_refused(arguments: list[str]) -> None:
    done = coach(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: coach")


@pytest.mark.parametrize(("time_ms", "text"), [(0, "0:00"), (999, "0:00"), (59_999, "0:59"), (1_153_000, "19:13")])
def test_clock(time_ms: int, text: str) -> None:
    assert clock(time_ms) == text


@pytest.mark.parametrize("locale", ["de_DE.UTF-8", "ar_EG.UTF-8", "fa_IR.UTF-8"])
def test_script_speaks_one_language_whatever_the_system_does(locale: str) -> None:
    assert coach("script", LC_ALL=locale, LANG=locale).stdout == coach("script", LC_ALL="C").stdout


WORD = st.sampled_from(
    ["--data-dir", "--data-dir=here", "--data", "--speed", "2", "--components", "--", "-", "", "here", "check", "-1"]
) | st.text(max_size=3)
"""Words of a command line: such as mean something, and any."""


def answer(ask: Callable[[list[str]], Namespace], arguments: list[str]) -> tuple[Namespace | int | str | None, str]:
    """Return what is asked for, or how the program ends and what it says then."""
    told = io.StringIO()
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(told):
        try:
            return ask(arguments), ""
        except SystemExit as end:
            return end.code, told.getvalue()


@settings(max_examples=50, deadline=None)
@given(arguments=st.just([]) | st.tuples(st.just("--data-dir"), WORD).map(list) | st.lists(WORD, max_size=4))
def test_a_usual_start_asks_without_the_parser_for_what_the_parser_would_say(arguments: list[str]) -> None:
    assert answer(asked, arguments) == answer(parser().parse_args, arguments)


def test_the_components_are_shown_when_they_are_asked_for_and_not_otherwise() -> None:
    assert asked(["--components"]).components
    assert not asked([]).components
    assert not asked(["--data-dir", "here"]).components


@pytest.mark.parametrize("arguments", [["--data-dir"], ["--data-dir", "--speed"], ["--data-dir", "here", "there"]])
def test_a_start_that_makes_no_sense_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        asked(arguments)


# What nothing can speak


def test_check_tells_which_own_lines_are_silent_and_which_have_recorded_ones_in_their_place(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    done = coach("check", good, ROUTINES)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"{good}: no problems",
        f"{ROUTINES}: no problems",
        (
            f"{good}: exercise “sit-tall”: recorded lines with the side and the round stand in for name, start,"
            " release, pain_stop; on the screen only, and silent: “Sit.”; install espeak-ng to hear the words of"
            " the file"
        ),
    ]
