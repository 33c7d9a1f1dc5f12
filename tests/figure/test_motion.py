"""Which moment is shown when: a gap ends on arriving in the hold, nothing jumps, and a moment has one number."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.figure.motion import (
    BREATH_S,
    PICTURES_A_SECOND,
    SOON_S,
    Moment,
    arrival_s,
    breath_left_s,
    breath_level,
    held,
    life,
    moment,
    preview_s,
    shown_once,
)
from coach.figure.poses import Step
from coach.figure.rig import hold_step, loop_seconds, solve_at
from tests.figure.figures import IDS, body, distance, movement

if TYPE_CHECKING:
    from coach.figure.poses import Ease, Movement

FRAMES_A_SECOND = 20
"""So often the tests look."""
FRAME_S = 1 / FRAMES_A_SECOND
SHORT = (0.2, 1.0, 2.0)
"""Gaps in s that are shorter than every way in."""
LENGTHS = (*SHORT, 5, 8, 10, 15, 20, 30, 60)
PACED = ("pelvic-tilt", "cat-cow")
"""These keep moving while they are worked on."""
STEP_AT_MOST = 0.09
"""Body lengths that a joint travels in one frame at the most: see the fastest joint in test_rig.py."""

each_movement = pytest.mark.parametrize("name", IDS)
each_length = pytest.mark.parametrize("length_s", LENGTHS)


def frames(length_s: float) -> list[float]:
    """Return the instants of all frames of a gap, its end included."""
    return [number * FRAME_S for number in range(round(length_s * FRAMES_A_SECOND) + 1)]


def previews(told: Movement, length_s: float) -> list[float]:
    """Return the instants of the loop that all frames of a gap show."""
    return [preview_s(told, spent_s, length_s) for spent_s in frames(length_s)]


def farthest(told: Movement, one: Moment, other: Moment) -> float:
    """Return how far the joint that travels farthest gets from one moment to another."""
    before, after = (solve_at(body().skeleton, told, each.place).joints for each in (one, other))
    return max(distance(before[joint], after[joint]) for joint in before)


def walks(before_s: float, after_s: float, told: Movement) -> bool:
    """Tell whether the loop goes on by one frame from one instant to the next."""
    return math.isclose((after_s - before_s) % loop_seconds(told), FRAME_S, abs_tol=1e-6)


def step(pose: Literal["start", "hold"], move_s: float, hold_s: float, ease: Ease = "linear") -> Step:
    """Return a step of a loop to that pose, whose phase has the same name."""
    return Step(pose=pose, move_s=move_s, hold_s=hold_s, ease=ease, phase=pose)


# The way in


@each_length
@each_movement
def test_a_gap_ends_on_arriving_in_the_hold_pose(name: str, length_s: float) -> None:
    told = movement(name)

    last = preview_s(told, length_s, length_s)

    assert last == pytest.approx(arrival_s(told), abs=1e-9)
    assert farthest(told, moment(told, last), Moment(held(told), 0, 1)) == pytest.approx(0, abs=1e-6)


@each_length
@each_movement
def test_just_before_the_end_of_a_gap_the_pose_is_not_reached_yet(name: str, length_s: float) -> None:
    told = movement(name)
    before = min(0.5, length_s / 2)

    assert preview_s(told, length_s - before, length_s) == pytest.approx(arrival_s(told) - before)


@each_movement
def test_a_gap_with_time_begins_at_rest_in_the_first_pose(name: str) -> None:
    told = movement(name)
    first = told.loop[0].pose

    for length_s in (length_s for length_s in LENGTHS if length_s >= arrival_s(told)):
        shown = moment(told, preview_s(told, 0, length_s))
        assert (shown.place.a, shown.place.b, shown.place.share) == (first, first, 1.0), length_s
        assert shown.number < 0, "it is a stay"


@pytest.mark.parametrize("length_s", SHORT)
@each_movement
def test_a_gap_without_time_begins_on_the_way(name: str, length_s: float) -> None:
    told = movement(name)
    assert length_s < arrival_s(told)

    assert preview_s(told, 0, length_s) == pytest.approx(arrival_s(told) - length_s)
    assert preview_s(told, length_s / 2, length_s) == pytest.approx(arrival_s(told) - length_s / 2)


@each_length
@each_movement
def test_each_frame_of_a_gap_goes_on_by_one_frame_or_rests(name: str, length_s: float) -> None:
    told = movement(name)
    rest_s = (length_s - arrival_s(told)) % loop_seconds(told) if length_s > arrival_s(told) else 0.0

    for number, (before, after) in enumerate(itertools.pairwise(previews(told, length_s))):
        spent_s = number * FRAME_S
        if spent_s + FRAME_S <= rest_s:
            assert (before, after) == pytest.approx((0.0, 0.0)), f"rest at {spent_s}"
        elif spent_s >= rest_s:
            assert walks(before, after, told), f"from {before} to {after} at {spent_s}"
        else:  # the rest ends between two frames
            assert (before, 0 <= after <= FRAME_S + 1e-9) == (0.0, True)


@each_length
@each_movement
def test_no_joint_jumps_in_a_gap(name: str, length_s: float) -> None:
    told = movement(name)
    shown = [moment(told, loop_s) for loop_s in previews(told, min(length_s, 20))]

    for one, other in itertools.pairwise(shown):
        if one != other:
            assert farthest(told, one, other) < STEP_AT_MOST, (one, other)


@each_movement
def test_what_is_left_over_is_less_than_a_round_and_is_all_rest(name: str) -> None:
    told = movement(name)

    for length_s in LENGTHS:
        rests = [
            spent_s for spent_s, shown in zip(frames(length_s), previews(told, length_s), strict=True) if not shown
        ]
        assert len(rests) * FRAME_S < loop_seconds(told) + 2 * FRAME_S


@each_movement
def test_a_gap_without_an_end_just_loops(name: str) -> None:
    told = movement(name)
    round_s = loop_seconds(told)

    assert preview_s(told, 0, 0) == 0
    for spent_s in (0.3, 1.7, round_s - 0.1):
        assert preview_s(told, spent_s, 0) == pytest.approx(spent_s)
        for rounds in (1, 2, 50):
            assert preview_s(told, spent_s + rounds * round_s, 0) == pytest.approx(spent_s)


@settings(deadline=None)
@given(name=st.sampled_from(IDS), length_s=st.floats(0, 600), share=st.floats(0, 1))
def test_a_preview_is_always_inside_the_loop(name: str, length_s: float, share: float) -> None:
    told = movement(name)

    assert 0 <= preview_s(told, share * length_s, length_s) < loop_seconds(told)


def test_a_movement_that_begins_with_its_hold_ends_a_gap_there() -> None:
    told = movement("pelvic-tilt")
    start, hold = told.loop
    told = replace(told, loop=(hold, start))

    assert arrival_s(told) == loop_seconds(told)
    for length_s in (1.0, 5.0, 8.0, 30.0):
        last = moment(told, preview_s(told, length_s, length_s))
        assert farthest(told, last, Moment(held(told), 0, 1)) == pytest.approx(0, abs=1e-6)


# Moments


def fine_instants(told: Movement) -> list[float]:
    """Return instants through two rounds of the loop that fall on frames, between frames, and near the seams."""
    count = round(2 * loop_seconds(told) / 0.007)
    seams = [0.0]
    for step in (*told.loop[1:], told.loop[0]):
        seams += [seams[-1] + part for part in (step.hold_s, step.move_s)]
    near = [seam + shift for seam in seams for shift in (-1e-9, 0.0, 1e-9) if seam + shift >= 0]
    return [number * 0.007 for number in range(count)] + frames(2 * loop_seconds(told)) + near


@each_movement
def test_the_same_number_is_the_same_place(name: str) -> None:
    told = movement(name)
    places: dict[int, object] = {}

    for loop_s in fine_instants(told):
        shown = moment(told, loop_s)
        assert places.setdefault(shown.number, shown.place) == shown.place, loop_s


@each_movement
def test_another_number_is_another_place_but_for_the_seams(name: str) -> None:
    told = movement(name)
    numbers: dict[object, set[int]] = {}
    for loop_s in fine_instants(told):
        shown = moment(told, loop_s)
        numbers.setdefault(shown.place, set()).add(shown.number)

    for place, found in numbers.items():
        # The last frame of a way may round to the stay that follows it: then both are that one picture.
        ways = [number for number in found if number >= 0]
        assert len(found) - len(ways) <= 1, place
        assert len(ways) <= (1 if len(found) == len(ways) else 2), (place, found)


@each_movement
def test_a_round_needs_a_picture_a_frame_on_its_ways_and_one_a_stay_at_most(name: str) -> None:
    told = movement(name)
    found = {moment(told, loop_s).number for loop_s in fine_instants(told)}
    on_the_way = sum(round(step.move_s * PICTURES_A_SECOND) + 2 for step in told.loop)
    stays = [step for step in told.loop if step.hold_s > 0]

    assert len(stays) <= len([number for number in found if number < 0]) <= len(told.loop)
    assert len([number for number in found if number >= 0]) <= on_the_way


@each_movement
def test_a_stay_is_one_moment_until_it_ends(name: str) -> None:
    told = movement(name)
    begins = 0.0
    for number, step in enumerate(told.loop):
        begins += step.move_s if number else 0.0
        if step.hold_s > 0:
            for share in (0.01, 0.3, 0.99):
                shown = moment(told, begins + share * step.hold_s)
                assert (shown.place.a, shown.place.b, shown.place.share) == (step.pose, step.pose, 1.0)
                assert shown.number == -1 - number
                assert shown.next_s == pytest.approx((1 - share) * step.hold_s)
        begins += step.hold_s


@settings(deadline=None)
@given(name=st.sampled_from(IDS), loop_s=st.floats(0, 4_000))
def test_the_next_moment_is_always_due_later(name: str, loop_s: float) -> None:
    told = movement(name)

    shown = moment(told, loop_s)

    assert 0 < shown.next_s <= max(step.hold_s for step in told.loop)
    assert 0 <= shown.place.share <= 1


@each_movement
def test_who_waits_as_long_as_told_misses_no_frame_and_no_stay(name: str) -> None:
    told = movement(name)
    seen, loop_s = set(), 0.0
    while loop_s < loop_seconds(told):
        shown = moment(told, loop_s)
        seen.add(shown.number)
        loop_s += shown.next_s

    every = {moment(told, loop_s).number for loop_s in frames(loop_seconds(told))}
    assert len(every - seen) <= len(told.loop), "at most the frame at each seam"
    assert {number for number in every if number < 0} <= seen


@pytest.mark.parametrize(
    "loop",
    [
        (step("start", 0.0, 1.0), step("hold", 0.0, 1.0)),
        (step("start", 1.0, 0.0), step("hold", 1.0, 0.001)),
        (step("hold", 0.0, 0.5),),
        (step("start", 0.033, 0.017, "in"), step("hold", 0.011, 0.5, "out")),
    ],
    ids=["no ways", "no stays", "one pose", "crooked numbers"],
)
def test_strange_loops_have_moments_too(loop: tuple[Step, ...]) -> None:
    told = replace(movement("pelvic-tilt"), loop=loop)

    for number in range(400):
        for length_s in (0.0, 0.3, 2.0):
            shown = moment(told, preview_s(told, number * 0.013, length_s))
            assert shown.next_s > 0
            assert solve_at(body().skeleton, told, shown.place).joints


# Work at its own pace


@pytest.mark.parametrize("name", PACED)
def test_work_goes_on_from_the_arrival_without_a_jump(name: str) -> None:
    told = movement(name)
    arrived = arrival_s(told)

    before = moment(told, preview_s(told, 8, 8))
    shown = [moment(told, arrived + spent_s) for spent_s in frames(30)]

    assert farthest(told, before, shown[0]) == pytest.approx(0, abs=1e-6)
    assert shown[0].place.a == shown[0].place.b == hold_step(told).pose
    assert len({each.number for each in shown}) > PICTURES_A_SECOND
    for one, other in itertools.pairwise([before, *shown]):
        if one != other:
            assert farthest(told, one, other) < STEP_AT_MOST


# Breath


@pytest.mark.parametrize("levels", range(1, 14))
def test_every_picture_of_a_breath_is_shown(levels: int) -> None:
    shown = {breath_level(number / 100, levels) for number in range(500)}

    assert shown == set(range(levels))


def test_there_are_twelve_breaths_a_minute() -> None:
    levels = [breath_level(float(Fraction(number, 20)), 13) for number in range(60 * 20)]
    tops = sum(before < 12 == level for before, level in itertools.pairwise(levels))

    assert tops == 12
    assert 60 / BREATH_S == 12


def test_breathing_in_takes_as_long_as_breathing_out_and_no_picture_is_left_out() -> None:
    count = 1_000
    levels = [breath_level(number * BREATH_S / count, 13) for number in range(count + 1)]
    steps = [after - before for before, after in itertools.pairwise(levels)]

    assert set(steps) == {-1, 0, 1}
    assert steps.count(1) == steps.count(-1) == 12
    top = count // 4  # breathed in after a quarter, since it begins half-way
    assert all(levels[top - away] == levels[top + away] for away in range(count // 4))
    assert levels[0] == levels[-1] == 6


def test_life_runs_from_breathed_out_to_breathed_in() -> None:
    for levels in range(2, 14):
        lives = [life(level, levels) for level in range(levels)]
        assert (lives[0], lives[-1]) == (-1, 1)
        assert lives == sorted(lives)
        assert lives == pytest.approx([-each for each in reversed(lives)])


def test_one_picture_alone_does_not_breathe() -> None:
    assert life(0, 1) == 0


# Shown once


@pytest.mark.parametrize("name", IDS)
def test_what_is_shown_once_begins_at_rest_and_keeps_the_last_pose_of_its_work(name: str) -> None:
    shown, length_s = movement(name), 24.0
    last = [step for step in shown.loop if step.phase == "hold"][-1]

    assert shown_once(shown, 0.0, length_s, 10).place.a == shown.loop[0].pose
    for spent_s in (12.0, 20.0, length_s - 0.5):
        kept = shown_once(shown, spent_s, length_s, 10)
        assert (kept.place.a, kept.place.b, kept.place.share) == (last.pose, last.pose, 1.0)
        assert kept.next_s == pytest.approx(length_s - spent_s)


@pytest.mark.parametrize("name", IDS)
def test_what_is_shown_once_needs_few_pictures(name: str) -> None:
    numbers, at_s = [], 0.0
    while at_s < 24.0:
        here = shown_once(movement(name), at_s, 24.0, 10)
        numbers.append(here.number)
        at_s += here.next_s

    assert len(dict.fromkeys(numbers)) <= 60
    assert len(dict.fromkeys(numbers)) == len([key for key, _group in itertools.groupby(numbers)]), "none comes again"


@given(time_s=st.floats(0, 10_000), levels=st.integers(1, 13))
def test_the_next_picture_of_a_breath_is_due_when_it_changes_and_not_before(time_s: float, levels: int) -> None:
    left_s, now = breath_left_s(time_s, levels), breath_level(time_s, levels)
    if levels == 1:
        assert left_s == BREATH_S
    elif left_s > SOON_S:  # so soon it may just have changed
        between = {breath_level(time_s + left_s * share / 10, levels) for share in range(10)}
        assert between == {now}
        assert breath_level(time_s + left_s + 0.001, levels) != now
    assert SOON_S <= left_s <= BREATH_S
