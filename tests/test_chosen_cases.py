"""What `make test` leaves out of tests with many cases, and what it never does."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT
from tests.chosen_cases import chosen

if TYPE_CHECKING:
    from collections.abc import Mapping

pytest_plugins = ["pytester"]

CASES = """
    import pytest

    @pytest.fixture
    def open_program():
        return None

    @pytest.mark.parametrize("size", range(9))
    def test_sizes(open_program, size):
        pass

    @pytest.mark.every_case
    @pytest.mark.parametrize("size", range(9))
    def test_pain(open_program, size):
        pass

    @pytest.mark.parametrize("size", range(9))
    def test_cheap(size):
        pass

    @pytest.mark.long
    def test_long():
        pass

    @pytest.mark.slow_cases
    @pytest.mark.parametrize("size", range(9))
    def test_slow(size):
        pass
"""


def grid(**parameters: int) -> list[Mapping[str, int]]:
    """Return all cases of parameters with so many values each."""
    every = itertools.product(*map(range, parameters.values()))
    return [dict(zip(parameters, places, strict=True)) for places in every]


@pytest.mark.parametrize("count", [1, 2])
def test_a_few_are_all_run(count: int) -> None:
    assert chosen(grid(size=count)) == set(range(count))


def test_of_one_parameter_first_last_and_every_third_are_run() -> None:
    assert chosen(grid(size=9)) == {0, 3, 6, 8}


def test_parameters_that_are_given_together_are_one() -> None:
    assert chosen([{"key": place, "means": place, "screen": 0} for place in range(9)]) == {0, 3, 6, 8}


@pytest.mark.parametrize("parameters", [{"a": 7, "b": 3}, {"a": 2, "b": 2, "c": 5}, {"a": 4, "b": 4}])
def test_of_several_parameters_each_value_is_met(parameters: dict[str, int]) -> None:
    cases = grid(**parameters)

    kept = chosen(cases)

    for name, count in parameters.items():
        assert {cases[place][name] for place in kept} == set(range(count))
    assert len(kept) == max(parameters.values())


@pytest.mark.parametrize(("options", "sizes", "long"), [([], 4, 0), (["--all-cases"], 9, 1)])
def test_what_is_marked_or_cheap_is_run_in_any_case(
    pytester: pytest.Pytester, options: list[str], sizes: int, long: int
) -> None:
    pytester.makeini("[pytest]\nmarkers =\n every_case: see there\n slow_cases: see there\n long: see there")
    pytester.makepyfile(test_it=CASES)
    pytester.syspathinsert(ROOT)

    result = pytester.runpytest_inprocess("-p", "tests.chosen_cases", "-p", "no:cacheprovider", *options)

    result.assert_outcomes(passed=2 * sizes + 9 + 9 + long, deselected=2 * (9 - sizes) + 1 - long)
