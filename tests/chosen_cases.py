"""Which tests are run in `make test`: of one with many slow cases so many that each value is met, or every third.

A pytest plugin. `--all-cases` runs all of them, as `make test-all` does before a release.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FEW = 2
"""A test with no more cases than that runs them all."""
EACH = 3
"""Of the values of a single parameter the first, the last and every third in between are run."""
SLOW = "open_program"
"""The fixture of the tests that this is about: each of their cases opens the whole program, for a third of a second."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let all cases be run."""
    parser.addoption(
        "--all-cases",
        action="store_true",
        help="run what takes long as well, and every case of the tests whose cases are slow",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not to be run, and have pytest say how many those are."""
    if config.getoption("--all-cases"):
        return
    if others := left_out(items):
        gone = set(map(id, others))
        items[:] = [item for item in items if id(item) not in gone]
        config.hook.pytest_deselected(items=others)


def left_out(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Return what of `items` is left out: `long` ones, and cases of tests that open the program or are `slow_cases`.

    Of those that are marked `every_case` nothing is.
    """
    tests: dict[str, list[pytest.Function]] = {}
    long = [item for item in items if item.get_closest_marker("long") is not None]
    for item in items:
        if item in long:
            continue
        if not isinstance(item, pytest.Function) or not hasattr(item, "callspec"):
            continue
        is_slow = SLOW in item.fixturenames or item.get_closest_marker("slow_cases") is not None
        if is_slow and item.get_closest_marker("every_case") is None:
            tests.setdefault(item.nodeid.split("[")[0], []).append(item)
    return long + [case for cases in tests.values() for case in _others(cases)]


def _others(cases: Sequence[pytest.Function]) -> list[pytest.Function]:
    kept = chosen([case.callspec.indices for case in cases])
    return [case for place, case in enumerate(cases) if place not in kept]


def chosen(cases: Sequence[Mapping[str, int]]) -> set[int]:
    """Return the places of the cases to run; a case is the place of its value for each parameter by name.

    Of a grid of several parameters it is as few as meet each value once, or nearly so: the next is always the first of
    those with most values that none has met.
    """
    if len(cases) <= FEW:
        return set(range(len(cases)))
    # Parameters that are given together differ together, and are one.
    varied = {column for name in cases[0] if len(set(column := tuple(case[name] for case in cases))) > 1}
    if len(varied) == 1:
        return {*range(0, len(cases), EACH), len(cases) - 1}
    values = [set(enumerate(row)) for row in zip(*varied, strict=True)]
    new, kept = set[tuple[int, int]]().union(*values), set[int]()
    while new:
        place = max(range(len(cases)), key=lambda place: (len(new & values[place]), -place))
        kept.add(place)
        new -= values[place]
    return kept
