"""Arrows: they show only the way that is gone, one meaning at a time, and none while the figure is still."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from coach.figure.cues import clarity
from coach.figure.motion import Moment, held, moment
from coach.figure.poses import Cue
from coach.figure.projection import Projection
from coach.figure.rig import Between, loop_seconds, solve_at
from tests.figure.figures import IDS, body, movement

CLEAR = 0.3
LOOKS_A_SECOND = 25
LEADERS = {
    "pelvic-tilt": {"press": "lumbar", "let_go": "lumbar"},
    "single-knee-to-chest": {"pull": "ankle_r", "lower": "ankle_r"},
    "double-knee-to-chest": {"pull": "ankle_r", "lower": "ankle_r"},
    "trunk-rotation": {"tip": "knee_l", "back": "knee_l"},
    "ql-stretch": {"raise": "wrist_l", "over": "wrist_l", "back_up": "wrist_l", "lower": "wrist_l"},
    "childs-pose": {"back": "pelvis", "forward": "wrist_l", "hands_in": "wrist_l", "rise": "head"},
    "cat-cow": {"up": "mid_spine", "down": "mid_spine"},
}
"""The joint that goes where an arrow points."""

each_movement = pytest.mark.parametrize("name", IDS)


def moments(name: str) -> list[Moment]:
    """Return what is shown through one round of the loop."""
    told = movement(name)
    return [moment(told, number / LOOKS_A_SECOND) for number in range(round(loop_seconds(told) * LOOKS_A_SECOND))]


def shown(name: str, place: Between) -> list[Cue]:
    """Return the arrows that are clear to see."""
    told = movement(name)
    return [cue for cue in told.cues if cue.kind == "arrow" and clarity(told, cue, place) > CLEAR]


def joint_on_screen(name: str, joint: str, place: Between) -> tuple[float, float]:
    told = movement(name)
    return Projection.through(told.camera).flat(solve_at(body().skeleton, told, place).joints[joint])


@each_movement
def test_no_arrow_shows_while_the_figure_is_still(name: str) -> None:
    told = movement(name)
    kept = [Between(step.pose, step.pose, 1.0, step.phase, n) for n, step in enumerate(told.loop) if step.hold_s > 0]

    for place in (held(told), *kept):
        assert [cue.id for cue in told.cues if clarity(told, cue, place) > 0] == [], place


@each_movement
def test_an_arrow_shows_on_the_way_in_and_another_on_the_way_out(name: str) -> None:
    told = movement(name)
    ways: dict[str, set[tuple[str, str]]] = {}
    for each in moments(name):
        for cue in shown(name, each.place):
            if each.place.a != each.place.b:
                ways.setdefault(cue.id, set()).add((each.place.a, each.place.b))

    assert set(ways) == {cue.id for cue in told.cues}, "each is seen at some time"
    for arrow, gone in ways.items():
        assert not any((b, a) in gone for a, b in gone), f"{arrow} points both ways"
    gone_in_the_loop = {(told.loop[number - 1].pose, step.pose) for number, step in enumerate(told.loop)}
    assert set().union(*ways.values()) == gone_in_the_loop, "none of its ways is without one"


@each_movement
def test_an_arrow_points_where_the_body_goes(name: str) -> None:
    assert set(LEADERS[name]) == {cue.id for cue in movement(name).cues}
    flat = Projection.through(movement(name).camera).flat
    for each in moments(name):
        place = each.place
        if place.a == place.b:
            continue
        for cue in shown(name, place):
            joint = LEADERS[name][cue.id]
            (ax, ay), (bx, by) = (joint_on_screen(name, joint, replace(place, share=share)) for share in (0.0, 1.0))
            (sx, sy), (ex, ey) = flat(cue.points[0]), flat(cue.points[-1])
            towards = (bx - ax) * (ex - sx) + (by - ay) * (ey - sy)
            assert math.hypot(bx - ax, by - ay) < 0.004 or towards > 0, f"{cue.id} at {place}"


def test_cat_cow_shows_one_arrow_at_a_time() -> None:
    told = movement("cat-cow")
    seen = set()
    for each in moments("cat-cow"):
        there = [cue.id for cue in told.cues if clarity(told, cue, each.place) > 0]
        assert len(there) <= 1, each
        seen.update(there)
    assert seen == {"up", "down"}


@each_movement
def test_no_unexplained_dot_is_drawn(name: str) -> None:
    assert [cue.id for cue in movement(name).cues if cue.kind == "anchor"] == []


def test_an_arrow_does_not_blink_in_a_pose_that_is_passed() -> None:
    told = movement("ql-stretch")
    raised = next(cue for cue in told.cues if cue.id == "raise")
    through = [
        clarity(told, raised, each.place)
        for each in moments("ql-stretch")
        if (each.place.a, each.place.b) in {("start", "open"), ("open", "open"), ("open", "reach")}
        and told.loop[each.place.step].phase == "move"
    ]

    first, last = through.index(1.0), len(through) - 1 - through[::-1].index(1.0)
    assert set(through[first : last + 1]) == {1.0}


def test_an_arrow_without_a_way_shows_on_the_way_in() -> None:
    told = movement("double-knee-to-chest")
    plain = Cue("plain", "arrow", ((0, 0, 0), (1, 0, 0)))

    for number, step in enumerate(told.loop):
        place = Between(told.loop[number - 1].pose, step.pose, 0.5, step.phase, number)
        assert (clarity(told, plain, place) == 1.0) is (step.phase in {"move", "hold"}), step


def test_a_dot_is_as_clear_as_its_poses_say() -> None:
    told = movement("pelvic-tilt")
    dot = Cue("down", "anchor", ((0, 0, 0),), show={"start": 0.0, "hold": 1.0})

    assert clarity(told, dot, held(told)) == 1.0
    assert clarity(told, dot, Between("start", "hold", 0.25, "hold", 1)) == 0.25
