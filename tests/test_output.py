"""Where the output of the commands goes: a reader that leaves, no output at all, a terminal with few characters."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT, document, exercise
from tests.programs import assert_no_traceback, coach
from tests.store.bad_files import as_bytes

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = [["script"], ["script", "--json"], ["schema"], ["check", "routines.json"], ["--version"], ["--help"]]


@pytest.mark.parametrize("buffered", [True, False], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_reader_that_goes_away_gives_no_traceback(arguments: list[str], *, buffered: bool) -> None:
    """As in `coach script | head -1`: at the latest when the output is flushed, nobody reads it any more."""
    ours, theirs = os.pipe()
    os.close(ours)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    if not buffered:
        environment["PYTHONUNBUFFERED"] = "1"
    try:
        done = subprocess.run(
            [sys.executable, "-m", "coach", *arguments],
            cwd=ROOT,
            env=environment,
            stdout=theirs,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    finally:
        os.close(theirs)

    assert done.stderr == ""


@pytest.mark.parametrize("arguments", [["script"], ["check", "routines.json"]], ids=" ".join)
def test_a_closed_output_gives_no_traceback(arguments: list[str]) -> None:
    """As in `coach script >&-`, or where a desktop starts the program with no output at all."""
    run = "import os, sys; os.close(1); os.execv(sys.executable, [sys.executable, '-m', 'coach', *sys.argv[1:]])"
    done = subprocess.run(
        [sys.executable, "-c", run, *arguments],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )

    assert_no_traceback(done)


@pytest.mark.parametrize("arguments", COMMANDS[:4], ids=" ".join)
def test_a_terminal_that_knows_only_ascii_gets_stand_ins(arguments: list[str]) -> None:
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

    done = coach(*arguments, **plain)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert done.stdout.count("\n") == coach(*arguments).stdout.count("\n")


def test_a_problem_can_be_told_in_ascii(tmp_path: Path) -> None:
    file = tmp_path / "膝.json"
    file.write_bytes(as_bytes(document(exercise("a"), order=["b"])))

    done = coach("check", file, LC_ALL="C", PYTHONIOENCODING="ascii")

    assert done.returncode == 1
    assert_no_traceback(done)
    assert "refers to the unknown exercise ?b?; use one of: a" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["--speed", "none"], ["check", "routines.json"], ["--data-dir", "."]], ids=" ".join
)
def test_without_any_output_the_status_still_tells(arguments: list[str]) -> None:
    """As in a program without a console, where there is neither output nor errors to write to."""
    expected = coach(*arguments, QT_QPA_PLATFORM="none").returncode
    run = "import os, sys; os.closerange(1, 3); os.execv(sys.argv[1], sys.argv[1:])"

    done = subprocess.run(
        [sys.executable, "-c", run, sys.executable, "-m", "coach", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "none"},
        check=False,
        timeout=60,
    )

    assert done.returncode == expected
    assert expected == (0 if arguments[0] == "check" else 2)
