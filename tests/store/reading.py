"""Reading a file that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.store.routines import library

if TYPE_CHECKING:
    from pathlib import Path

    from coach.core.routine import Contents
    from coach.store.routines.library import Problem


def read(path: Path) -> Contents | tuple[Problem, ...]:
    """Read a file, or return what is wrong with it: each problem is one printable line with all its parts."""
    try:
        return library.read(path)
    except library.RoutineError as error:
        found = error.problems
    assert found
    for problem in found:
        assert all((problem.file, problem.place, problem.message, problem.remedy))
        line = str(problem)
        assert line == f"{problem.file}: {problem.place}: {problem.message}; {problem.remedy}"
        assert line.isprintable()
    return found


def problems(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a file that must not be read."""
    found = read(path)
    if not isinstance(found, tuple):
        pytest.fail("was read")
    return found
