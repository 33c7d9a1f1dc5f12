"""What people who looked at the figure found wrong, as numbers of the solved pose."""

from __future__ import annotations

import math

import pytest

from coach.figure.poses import SIDES
from coach.figure.projection import Projection
from coach.figure.rig import loop_seconds, place_in_loop, solve_at
from coach.figure.vectors import along, mixed
from tests.figure.figures import body, key_poses, movement, samples

ARCH_BEFORE = {"cat": 95.0, "cow": 62.0}
"""Degrees by which the trunk, from pelvis to chest, once bent away from flat."""
OVERLAP, THIGH = 0.04, 0.06
"""How near to the middle of the thigh an arm is seen over it, and how thick the thigh is, in body lengths."""
PACE = 0.19
"""By which share of their way arms may be ahead of the legs or behind them."""


def trunk_bend(pose: str) -> float:
    """Return by how many degrees the trunk of cat-cow bends from pelvis to chest, away from flat."""
    spine = {name: told.spine for name, told in movement("cat-cow").poses.items()}
    bend = {name: each["chest"][0] - each["pelvis"][0] for name, each in spine.items()}
    return abs(bend[pose] - bend["neutral"])


@pytest.mark.parametrize("pose", ["cat", "cow"])
def test_the_arch_of_cat_cow_is_40_percent_gentler(pose: str) -> None:
    assert trunk_bend(pose) == pytest.approx(0.6 * ARCH_BEFORE[pose], abs=2.0)


def test_cat_and_cow_can_still_be_told_from_flat() -> None:
    height = {each.place.a: each.solved.joints["mid_spine"][1] for each in key_poses("cat-cow")}

    assert height["cat"] > height["neutral"] + 0.03
    assert height["cow"] < height["neutral"] - 0.02


# Side stretch


def test_the_supporting_arm_never_passes_behind_the_knee() -> None:
    told = movement("ql-stretch")
    seen = Projection.through(told.camera)
    assert told.z_order.index("arm_r") > told.z_order.index("leg_r"), "it is drawn over the knee"
    for sample in samples("ql-stretch"):
        bones, hand = sample.solved.bones, sample.solved.hands["r"]
        arm = [mixed(bones["forearm_r"].start, bones["forearm_r"].end, share / 10) for share in range(11)]
        arm.append(along(hand.at, hand.points, 0.05))
        leg = [mixed(bones["thigh_r"].start, bones["thigh_r"].end, share / 40) for share in range(41)]
        for point in arm:
            apart, behind = min(
                (math.dist(seen.flat(point), seen.flat(at)), seen.depth(at) - seen.depth(point)) for at in leg
            )
            assert apart > OVERLAP or behind < THIGH, str(sample)


# Knees to chest


@pytest.mark.parametrize("name", ["single-knee-to-chest", "double-knee-to-chest"])
def test_arms_come_down_at_the_pace_of_the_legs(name: str) -> None:
    told = movement(name)
    steps = told.loop
    hold = next(number for number, step in enumerate(steps) if step.phase == "hold")
    began = sum(step.move_s + step.hold_s for step in steps[1 : hold + 1]) + steps[0].hold_s
    ways = loop_seconds(told) - began
    looks = [solve_at(body().skeleton, told, place_in_loop(told, began + ways * n / 60)) for n in range(61)]

    def gone(joints: tuple[str, ...]) -> list[float]:
        """Return which share of its way down the middle of the joints has gone, at each look."""
        heights = [sum(look.joints[joint][1] for joint in joints) / len(joints) for look in looks]
        top = heights[0]
        return [(top - height) / (top - heights[-1]) for height in heights]

    moving = SIDES if name.startswith("double") else ("r",)
    leg = gone(tuple(f"{joint}_{side}" for joint in ("knee", "ankle") for side in moving))
    for side in SIDES:
        arm = gone((f"wrist_{side}",))
        assert max(a - b for a, b in zip(arm, leg, strict=True)) < PACE, side
        assert max(b - a for a, b in zip(arm, leg, strict=True)) < PACE, side
