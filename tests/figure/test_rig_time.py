"""The figure over time: how long each pose stays, and the eases on the way from one to the next."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest

from coach.figure.rig import (
    Between,
    ease,
    hold_step,
    loop_seconds,
    place_in_loop,
    solve,
)
from tests.figure.figures import (
    IDS,
    body,
    key_poses,
    movement,
)

every_movement = pytest.mark.parametrize("name", IDS)


@dataclass(frozen=True)
class Stretch:
    """A part of the loop: from when to when, and between which poses."""

    start_s: float
    end_s: float
    a: str
    b: str
    step: int

    def at(self, share: float) -> float:
        return self.start_s + (self.end_s - self.start_s) * share


def stretches(name: str) -> tuple[list[Stretch], list[Stretch]]:
    """Return the stays and the ways of one round, worked out from the steps: it begins with the first stay."""
    steps, now_s = movement(name).loop, 0.0
    stays, ways = [], []
    for number, step in enumerate(steps):
        if number:
            ways.append(Stretch(now_s, now_s + step.move_s, steps[number - 1].pose, step.pose, number))
            now_s += step.move_s
        stays.append(Stretch(now_s, now_s + step.hold_s, step.pose, step.pose, number))
        now_s += step.hold_s
    ways.append(Stretch(now_s, now_s + steps[0].move_s, steps[-1].pose, steps[0].pose, 0))
    return stays, ways


@every_movement
@pytest.mark.parametrize("rounds", [0, 1, 3])
@pytest.mark.parametrize("share", [0.001, 0.5, 0.999])
def test_during_a_stay_the_figure_is_exactly_in_the_pose(name: str, share: float, rounds: int) -> None:
    told, (stays, _) = movement(name), stretches(name)
    for stay in stays:
        if stay.end_s == stay.start_s:
            continue
        time_s = stay.at(share) + rounds * loop_seconds(told)
        place = Between(stay.a, stay.a, 1.0, told.loop[stay.step].phase, stay.step)
        pose = next(each for each in key_poses(name) if each.place.a == stay.a)
        assert place_in_loop(told, time_s) == place
        assert solve(body().skeleton, told, time_s) == pose.solved


@every_movement
@pytest.mark.parametrize("rounds", [0, 2])
@pytest.mark.parametrize("share", [0.01, 0.3, 0.5, 0.99])
def test_on_the_way_the_share_is_eased(name: str, share: float, rounds: int) -> None:
    told, (_, ways) = movement(name), stretches(name)
    for way in ways:
        place = place_in_loop(told, way.at(share) + rounds * loop_seconds(told))
        step = told.loop[way.step]
        assert (place.a, place.b, place.phase, place.step) == (way.a, way.b, step.phase, way.step)
        assert place.share == pytest.approx(ease(step.ease, share), abs=1e-9)


@every_movement
def test_a_round_takes_as_long_as_its_steps(name: str) -> None:
    _, ways = stretches(name)

    assert loop_seconds(movement(name)) == pytest.approx(ways[-1].end_s)


@every_movement
def test_the_loop_begins_in_its_first_pose(name: str) -> None:
    told = movement(name)

    assert place_in_loop(told, 0.0) == Between(told.loop[0].pose, told.loop[0].pose, 1.0, told.loop[0].phase, 0)


@every_movement
def test_the_pose_of_the_hold_is_a_step_that_stays(name: str) -> None:
    step = hold_step(movement(name))

    assert step.phase == "hold"
    assert step.hold_s > 0
    assert step.pose == {"cat-cow": "cat"}.get(name, "hold")


def test_a_value_given_for_each_pose_is_mixed_like_the_pose() -> None:
    strength = {"start": 0.2, "hold": 1.0, "other": 9.0}

    assert Between("start", "hold", 0.25, "hold", 1).mix(strength) == pytest.approx(0.4)
    assert Between("hold", "start", 0.25, "start", 0).mix(strength) == pytest.approx(0.8)
    assert Between("hold", "hold", 1.0, "hold", 1).mix(strength) == 1.0


EASES = {
    "in_out": (0.103515625, 0.5),
    "in": (0.0625, 0.25),
    "out": (0.4375, 0.75),
    "linear": (0.25, 0.5),
}


@pytest.mark.parametrize("kind", EASES)
def test_eases_run_from_0_to_1_and_never_back(kind: str) -> None:
    values = [ease(kind, number / 500) for number in range(501)]

    assert values[0] == 0
    assert values[-1] == 1
    assert all(a < b for a, b in itertools.pairwise(values))
    assert (ease(kind, -0.5), ease(kind, 1.5)) == (0, 1)


@pytest.mark.parametrize(("kind", "values"), EASES.items())
def test_eases_follow_their_formulas(kind: str, values: tuple[float, float]) -> None:
    assert (ease(kind, 0.25), ease(kind, 0.5)) == pytest.approx(values, abs=1e-12)


def test_in_out_is_soft_at_both_ends() -> None:
    assert ease("in_out", 0.01) < 0.0001
    assert ease("in_out", 0.99) > 0.9999


def test_in_and_out_meet_at_one_speed() -> None:
    before, after = 1 - ease("in", 0.999), ease("out", 0.001)

    assert before == pytest.approx(after, rel=1e-9)
    assert before > 0.0015
