"""The rig: what must hold for every movement at every instant, and the formulas it is made of."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from coach.figure.poses import SEGMENTS, SIDES, SPINE_JOINTS, Camera, Limb, Segment, Target
from coach.figure.projection import Projection
from coach.figure.rig import (
    FACING,
    REACH,
    Between,
    ease,
    frame_of,
    hold_step,
    is_mirrored,
    loop_seconds,
    place_in_loop,
    solve,
    two_bones,
)
from coach.figure.vectors import along, cross, dot, length, mixed, square_to, sub, unit
from tests.figure.figures import (
    IDS,
    INSTANTS,
    angle,
    body,
    distance,
    flexion,
    head_height,
    heights,
    instants,
    key_poses,
    movement,
    samples,
    trunk_heights,
)

if TYPE_CHECKING:
    from coach.figure.poses import Side
    from coach.figure.rig import Solved
    from coach.figure.vectors import Vec3
    from tests.figure.figures import Sample

EXACT = 1e-6
MISSED_IN_POSE, MISSED_ON_THE_WAY = 0.004, 0.02
PLANTED_MOVES = 0.006
UNDER_THE_MAT = -0.008
BACK_ABOVE_THE_MAT, HEAD_ABOVE_THE_MAT = 0.008, 0.012
INSIDE_THE_FRAME = 0.03
FASTEST = 1.0
"""Body lengths a second that no joint exceeds: a hand on its way to the knee reaches 0.8."""

LYING = ("pelvic-tilt", "single-knee-to-chest", "double-knee-to-chest", "trunk-rotation")
HOLDING = {"single-knee-to-chest": 150, "double-knee-to-chest": 150, "childs-pose": 20}
"""Where hands hold a bone, and how many samples do so at least."""

KNEE, HIP, ELBOW = 158, 145, 150
BENT, AT_THE_SIDE = 10, 60
"""From how many degrees an elbow counts as bent, and how far from the trunk an upper arm still lies at the side."""
ELBOW_FRONTWARDS = 0.2
"""How far the tip of an elbow at the side may point to the front: an arm at the side bends forwards."""
ELBOW_TURNS = 200.0
"""Degrees a second that the tip of a bent elbow exceeds only where it springs from one side of the arm to the other."""
BENDS: tuple[tuple[Segment, Segment, float], ...] = (
    ("pelvis", "lumbar", 36),
    ("lumbar", "thorax", 48),
    ("thorax", "chest", 32),
    ("chest", "neck", 40),
    ("neck", "head", 40),
)

every_movement = pytest.mark.parametrize("name", IDS)


# Bones and reach


@every_movement
def test_limbs_keep_their_length(name: str) -> None:
    skeleton = body().skeleton
    lengths = {
        ("hip", "knee"): skeleton.thigh,
        ("knee", "ankle"): skeleton.shin,
        ("shoulder", "elbow"): skeleton.upper_arm,
        ("elbow", "wrist"): skeleton.forearm,
    }
    for sample, side in itertools.product(samples(name), SIDES):
        joints = sample.solved.joints
        for (a, b), wanted in lengths.items():
            found = distance(joints[f"{a}_{side}"], joints[f"{b}_{side}"])
            assert found == pytest.approx(wanted, abs=EXACT), f"{a}_{side} to {b}_{side}: {sample}"


@every_movement
def test_spine_segments_keep_their_length(name: str) -> None:
    lengths = body().skeleton.spine.values()
    for sample in samples(name):
        joints = [sample.solved.joints[joint] for joint in SPINE_JOINTS]
        found = [distance(a, b) for a, b in itertools.pairwise(joints)]
        assert found == pytest.approx(list(lengths), abs=EXACT), str(sample)


@every_movement
def test_hips_and_shoulders_stay_at_their_place_on_the_trunk(name: str) -> None:
    skeleton = body().skeleton
    for sample in samples(name):
        joints, pelvis = sample.solved.joints, sample.solved.frames["pelvis"]
        for side, outwards in (("l", -1), ("r", 1)):
            hip = sub(joints[f"hip_{side}"], joints["pelvis"])
            assert dot(hip, pelvis.right) == pytest.approx(outwards * skeleton.hip_side, abs=EXACT)
            assert dot(hip, pelvis.front) == pytest.approx(0, abs=EXACT)
        for side, outwards in (("l", -1), ("r", 1)):
            shoulder = sub(joints[f"shoulder_{side}"], joints["neck"])
            assert dot(shoulder, sample.solved.frames["chest"].right) * outwards > skeleton.shoulder_side / 2


@every_movement
def test_drawn_bones_are_between_the_joints(name: str) -> None:
    ends = {
        "thigh": ("hip", "knee"),
        "shin": ("knee", "ankle"),
        "upper_arm": ("shoulder", "elbow"),
        "forearm": ("elbow", "wrist"),
    }
    for sample, side in itertools.product(samples(name), SIDES):
        solved = sample.solved
        for bone, (start, end) in ends.items():
            drawn = solved.bones[f"{bone}_{side}"]
            axis = unit(sub(drawn.end, drawn.start))
            assert (drawn.start, drawn.end) == (solved.joints[f"{start}_{side}"], solved.joints[f"{end}_{side}"])
            assert_square((axis, drawn.front, drawn.side))
        assert solved.feet[side].at == solved.joints[f"ankle_{side}"]
        assert solved.hands[side].at == solved.joints[f"wrist_{side}"]


@every_movement
def test_targets_are_reached(name: str) -> None:
    for sample in samples(name):
        allowed = MISSED_IN_POSE if sample.is_key_pose else MISSED_ON_THE_WAY
        for limb, missed in sample.solved.missed.items():
            assert missed <= allowed, f"{limb}: {sample}"


@every_movement
def test_key_poses_stand_where_the_file_says(name: str) -> None:
    for sample in key_poses(name):
        pose, joints = movement(name).poses[sample.place.a], sample.solved.joints
        assert joints[pose.root.joint] == pytest.approx(pose.root.at, abs=EXACT), str(sample)
        for side in SIDES:
            for joint, target in (("ankle", pose.legs[side].ankle), ("wrist", pose.arms[side].wrist)):
                if target.at is not None:
                    assert distance(joints[f"{joint}_{side}"], target.at) <= MISSED_IN_POSE, f"{joint}: {sample}"


@every_movement
def test_the_head_sits_on_the_neck(name: str) -> None:
    to_the_right, upwards, forward = body().skeleton.head_offset
    for sample in samples(name):
        head = sample.solved.frames["head"]
        centre = sub(sample.solved.joints["head_centre"], sample.solved.joints["head"])
        found = (dot(centre, head.right), dot(centre, head.up), dot(centre, head.front))
        assert found == pytest.approx((to_the_right, upwards, forward), abs=EXACT), str(sample)


# What stays put


@every_movement
def test_planted_joints_stay(name: str) -> None:
    home = instants(name)[0].solved.joints
    assert movement(name).planted
    for sample in samples(name):
        for joint in movement(name).planted:
            assert distance(sample.solved.joints[joint], home[joint]) < PLANTED_MOVES, f"{joint}: {sample}"


@every_movement
def test_a_target_that_two_poses_share_keeps_its_limb(name: str) -> None:
    poses = movement(name).poses
    for sample in samples(name):
        a, b = poses[sample.place.a], poses[sample.place.b]
        for side in SIDES:
            ends = (
                ("ankle", a.legs[side].ankle, b.legs[side].ankle),
                ("wrist", a.arms[side].wrist, b.arms[side].wrist),
            )
            for joint, before, after in ends:
                if before == after and before.at is not None:
                    moved = distance(sample.solved.joints[f"{joint}_{side}"], before.at)
                    assert moved <= MISSED_IN_POSE, f"{joint}_{side}: {sample}"


@pytest.mark.parametrize(("name", "at_least"), HOLDING.items())
def test_hands_that_hold_stay_at_their_place_on_the_bone(name: str, at_least: int) -> None:
    poses, held = movement(name).poses, 0
    for sample, side in itertools.product(samples(name), SIDES):
        before, after = (poses[pose].arms[side].wrist for pose in (sample.place.a, sample.place.b))
        if before.on is None or before.on != after.on:
            continue
        held += 1
        allowed = MISSED_IN_POSE if sample.is_key_pose else MISSED_ON_THE_WAY
        found = place_on_bone(sample.solved, before.on, sample.solved.joints[f"wrist_{side}"])
        wanted = mixed(told_place(before), told_place(after), sample.place.share)
        assert distance(found, wanted) <= allowed, f"{side}: {sample}"
    assert held > at_least


def test_no_other_movement_holds_a_bone() -> None:
    held = {
        name
        for name in IDS
        for pose in movement(name).poses.values()
        if any(arm.wrist.on is not None for arm in pose.arms.values())
    }

    assert held == set(HOLDING)


def told_place(target: Target) -> Vec3:
    assert target.on is not None
    size = body().skeleton.shin if target.on.startswith("shin") else body().skeleton.thigh
    return target.t * size, target.front, target.out


def place_on_bone(solved: Solved, name: Limb, point: Vec3) -> Vec3:
    """Return how far along the bone, before it and outside of it a point is: all three in body lengths."""
    bone = solved.bones[name]
    axis = unit(sub(bone.end, bone.start))
    outwards = square_to(solved.frames["pelvis"].right, axis)
    way = sub(point, bone.start)
    own = dot(way, outwards) * (1 if name.endswith("_r") else -1)
    # front and outwards need not be square to each other: take the share of one out of the other
    shared = dot(bone.front, outwards)
    front = (dot(way, bone.front) - dot(way, outwards) * shared) / (1 - shared * shared)
    return dot(way, axis), front, own - front * shared * (1 if name.endswith("_r") else -1)


# The mat


@every_movement
def test_nothing_sinks_into_the_mat(name: str) -> None:
    for sample in samples(name):
        for joint, at in sample.solved.joints.items():
            assert at[1] >= UNDER_THE_MAT, f"{joint}: {sample}"
        for part, height in heights(sample.solved).items():
            assert height >= UNDER_THE_MAT, f"{part}: {sample}"


@pytest.mark.parametrize("name", LYING)
def test_who_lies_keeps_upper_back_and_head_on_the_mat(name: str) -> None:
    for sample in samples(name):
        upper_back = min(height for k, height in trunk_heights(sample.solved).items() if 2.6 <= k <= 3.4)
        assert upper_back < BACK_ABOVE_THE_MAT, str(sample)
        assert head_height(sample.solved) < HEAD_ABOVE_THE_MAT, str(sample)


@pytest.mark.parametrize("name", LYING)
def test_who_lies_looks_up(name: str) -> None:
    for sample in samples(name):
        assert sample.solved.frames["chest"].front[1] > 0.9, str(sample)


# What a body can do


@every_movement
def test_no_joint_bends_further_than_a_body_does(name: str) -> None:
    for sample, side in itertools.product(samples(name), SIDES):
        solved = sample.solved
        thigh = sub(solved.joints[f"knee_{side}"], solved.joints[f"hip_{side}"])
        hip = 180 - angle(thigh, solved.frames["pelvis"].up)
        assert flexion(solved, f"hip_{side}", f"knee_{side}", f"ankle_{side}") < KNEE, f"knee_{side}: {sample}"
        assert flexion(solved, f"shoulder_{side}", f"elbow_{side}", f"wrist_{side}") < ELBOW, f"elbow_{side}: {sample}"
        assert hip < HIP, f"hip_{side}: {sample}"


@every_movement
def test_knees_bend_forwards(name: str) -> None:
    for sample, side in itertools.product(samples(name), SIDES):
        solved = sample.solved
        hip, knee, ankle = (solved.joints[f"{joint}_{side}"] for joint in ("hip", "knee", "ankle"))
        kneecap = square_to(sub(knee, hip), unit(sub(ankle, hip)))
        pelvis = solved.frames["pelvis"]
        assert dot(kneecap, pelvis.front) + 0.6 * dot(kneecap, pelvis.up) > -0.05, f"{side}: {sample}"
        assert dot(kneecap, solved.bones[f"thigh_{side}"].front) > 0, f"{side}: {sample}"
        assert dot(kneecap, solved.bones[f"shin_{side}"].front) > 0, f"{side}: {sample}"


def tip_of_elbow(solved: Solved, side: Side) -> Vec3:
    """Return where the tip of an elbow points, square to the line from shoulder to wrist."""
    shoulder, elbow, wrist = (solved.joints[f"{joint}_{side}"] for joint in ("shoulder", "elbow", "wrist"))
    return square_to(sub(elbow, shoulder), unit(sub(wrist, shoulder)))


def is_bent(solved: Solved, side: Side) -> bool:
    return flexion(solved, f"shoulder_{side}", f"elbow_{side}", f"wrist_{side}") > BENT


@every_movement
def test_an_arm_at_the_side_bends_forwards(name: str) -> None:
    for sample, side in itertools.product(samples(name), SIDES):
        solved = sample.solved
        chest = solved.frames["chest"]
        upper_arm = sub(solved.joints[f"elbow_{side}"], solved.joints[f"shoulder_{side}"])
        if is_bent(solved, side) and 180 - angle(upper_arm, chest.up) < AT_THE_SIDE:
            assert dot(tip_of_elbow(solved, side), chest.front) < ELBOW_FRONTWARDS, f"{side}: {sample}"


@every_movement
def test_no_elbow_springs_from_one_side_of_the_arm_to_the_other(name: str) -> None:
    most = ELBOW_TURNS * loop_seconds(movement(name)) / INSTANTS
    round_of_samples = instants(name)
    for before, after in zip(round_of_samples, (*round_of_samples[1:], round_of_samples[0]), strict=True):
        for side in SIDES:
            if is_bent(before.solved, side) and is_bent(after.solved, side):
                turned = angle(tip_of_elbow(before.solved, side), tip_of_elbow(after.solved, side))
                assert turned < most, f"{side}: {before} to {after}"


@every_movement
def test_toes_are_before_the_shin(name: str) -> None:
    for sample, side in itertools.product(samples(name), SIDES):
        toes, shin = sample.solved.feet[side].points, sample.solved.bones[f"shin_{side}"]
        assert dot(shin.front, toes) > -0.15, f"{side}: {sample}"


@every_movement
def test_neighbouring_segments_of_the_trunk_differ_little(name: str) -> None:
    for sample in samples(name):
        for a, b, limit in BENDS:
            assert angle(sample.solved.frames[a].up, sample.solved.frames[b].up) < limit, f"{a} and {b}: {sample}"


@every_movement
def test_the_bend_is_the_thorax_less_the_pelvis(name: str) -> None:
    for sample in key_poses(name):
        spine = movement(name).poses[sample.place.a].spine
        assert sample.solved.bend == pytest.approx(spine["thorax"][0] - spine["pelvis"][0])


# Seeing it, and moving smoothly


@every_movement
def test_every_joint_is_well_inside_the_frame(name: str) -> None:
    left, bottom, right, top = movement(name).frame
    seen_through = Projection.through(movement(name).camera)
    for sample in samples(name):
        for joint, at in sample.solved.joints.items():
            x, y = seen_through.flat(at)
            room = min(x - left, right - x, y - bottom, top - y)
            assert room >= INSIDE_THE_FRAME, f"{joint} has {room:.3f}: {sample}"


@every_movement
def test_no_joint_jumps(name: str) -> None:
    furthest = FASTEST * loop_seconds(movement(name)) / INSTANTS
    round_of_samples = instants(name)
    for before, after in zip(round_of_samples, (*round_of_samples[1:], round_of_samples[0]), strict=True):
        for joint, at in after.solved.joints.items():
            assert distance(before.solved.joints[joint], at) < furthest, f"{joint}: {before} to {after}"


@every_movement
def test_something_moves(name: str) -> None:
    first, *others = (sample.solved.joints for sample in instants(name))

    assert any(distance(first[joint], joints[joint]) > 0.01 for joints in others for joint in SPINE_JOINTS)


# Time


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


# Orientation


def assert_square(axes: tuple[Vec3, Vec3, Vec3]) -> None:
    """All three are of length 1 and at right angles to each other."""
    assert [length(axis) for axis in axes] == pytest.approx([1, 1, 1], abs=1e-9)
    assert [dot(a, b) for a, b in itertools.combinations(axes, 2)] == pytest.approx([0, 0, 0], abs=1e-9)


X, Y, Z = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
LEFT, DOWN, AWAY = (-1.0, 0.0, 0.0), (0.0, -1.0, 0.0), (0.0, 0.0, -1.0)
H = math.sqrt(0.5)
Turned = tuple[str, tuple[float, float, float], tuple["Vec3", "Vec3", "Vec3"]]

TURNED: dict[str, Turned] = {
    "upright, seen from the right": ("+x", (0, 0, 0), (Z, Y, X)),
    "upright, seen from the left": ("-x", (0, 0, 0), (AWAY, Y, LEFT)),
    "upright, facing the viewer": ("+z", (0, 0, 0), (LEFT, Y, Z)),
    "on the back": ("+x", (-90, 0, 0), (Z, LEFT, Y)),
    "on the back, feet to the viewer": ("+z", (-90, 0, 0), (LEFT, AWAY, Y)),
    "face down": ("+x", (90, 0, 0), (Z, X, DOWN)),
    "face down to the left": ("-x", (90, 0, 0), (AWAY, LEFT, DOWN)),
    "leaning forward by half": ("+x", (45, 0, 0), (Z, (H, H, 0), (H, -H, 0))),
    "leaning to the own right": ("+z", (0, 90, 0), (DOWN, LEFT, Z)),
    "leaning to the own left": ("+z", (0, -90, 0), (Y, X, Z)),
    "turned to the own right": ("+x", (0, 0, 90), (LEFT, Y, Z)),
    "on the back, then turned to the right": ("+x", (-90, 0, 90), (DOWN, LEFT, Z)),
    "forward, then sideways, then turned": ("+x", (90, 90, 90), (Y, Z, LEFT)),
}


@pytest.mark.parametrize(("facing", "turn", "axes"), TURNED.values(), ids=TURNED)
def test_segments_are_turned_as_told(facing: str, turn: Vec3, axes: tuple[Vec3, Vec3, Vec3]) -> None:
    frame = frame_of(facing, turn)

    assert frame.right == pytest.approx(axes[0], abs=1e-12)
    assert frame.up == pytest.approx(axes[1], abs=1e-12)
    assert frame.front == pytest.approx(axes[2], abs=1e-12)


degrees = st.floats(-360, 360)


@given(facing=st.sampled_from(sorted(FACING)), turn=st.tuples(degrees, degrees, degrees))
@settings(max_examples=150, deadline=None)
def test_right_is_always_front_cross_up(facing: str, turn: Vec3) -> None:
    frame = frame_of(facing, turn)

    assert_square((frame.right, frame.up, frame.front))
    assert frame.right == pytest.approx(cross(frame.front, frame.up), abs=1e-9)


@given(turn=st.tuples(st.floats(-80, 80), st.floats(-80, 80), degrees))
@settings(max_examples=100, deadline=None)
def test_pitch_leans_forward_and_side_to_the_right(turn: Vec3) -> None:
    pitch, side, _ = (math.radians(number) for number in turn)
    up = frame_of("+x", turn).up

    assert up == pytest.approx(
        (math.sin(pitch) * math.cos(side), math.cos(pitch) * math.cos(side), math.sin(side)), abs=1e-9
    )


@every_movement
def test_frames_of_every_movement_are_square(name: str) -> None:
    for sample in samples(name):
        assert set(sample.solved.frames) == set(SEGMENTS)
        for frame in sample.solved.frames.values():
            assert_square((frame.right, frame.up, frame.front))
            assert frame.right == pytest.approx(cross(frame.front, frame.up), abs=1e-9)


@every_movement
def test_hands_and_feet_face_at_right_angles_to_where_they_point(name: str) -> None:
    for sample, side in itertools.product(samples(name), SIDES):
        for end in (sample.solved.feet[side], sample.solved.hands[side]):
            assert length(end.points) == pytest.approx(1)
            assert length(end.faces) == pytest.approx(1)
            assert dot(end.points, end.faces) == pytest.approx(0, abs=1e-6), f"{side}: {sample}"


# Two bones

coordinate = st.floats(-1, 1).filter(lambda number: number == 0 or abs(number) > 1e-3)
points = st.tuples(coordinate, coordinate, coordinate)
bones = st.tuples(st.floats(0.05, 0.5), st.floats(0.05, 0.5))


def direction_to(yaw: float, height: float) -> Vec3:
    flat = math.sqrt(1 - height * height)
    return flat * math.cos(yaw), height, flat * math.sin(yaw)


directions = st.builds(direction_to, st.floats(0, math.tau), st.floats(-1, 1))


@given(start=points, target=points, lengths=bones, pole=points)
@example(start=(0.0, 0.0, 0.0), target=(0.0, 1.0, 0.0), lengths=(0.5, 0.5), pole=(0.0, 0.0, 0.0))
@example(start=(0.0, 0.0, 0.0), target=(0.0, 0.4, 0.0), lengths=(0.3, 0.2), pole=(0.0, 1.0, 0.0))
@settings(max_examples=200, deadline=None)
def test_two_bones_keep_their_lengths_wherever_they_reach(
    start: Vec3, target: Vec3, lengths: tuple[float, float], pole: Vec3
) -> None:
    middle, end, _ = two_bones(start, target, lengths, pole)

    assert distance(start, middle) == pytest.approx(lengths[0], abs=EXACT)
    assert distance(middle, end) == pytest.approx(lengths[1], abs=EXACT)


@given(start=points, way=directions, share=st.floats(0, 1), lengths=bones, pole=points)
@settings(max_examples=200, deadline=None)
def test_two_bones_end_at_a_target_within_reach(
    start: Vec3, way: Vec3, share: float, lengths: tuple[float, float], pole: Vec3
) -> None:
    nearest, furthest = abs(lengths[0] - lengths[1]) + 1e-3, sum(lengths) * REACH
    target = along(start, way, nearest + (furthest - nearest) * share)

    _, end, _ = two_bones(start, target, lengths, pole)

    assert distance(end, target) == pytest.approx(0, abs=EXACT)


@given(start=points, way=directions, beyond=st.floats(1, 3), lengths=bones, pole=points)
@settings(max_examples=100, deadline=None)
def test_two_bones_reach_towards_a_target_that_is_too_far(
    start: Vec3, way: Vec3, beyond: float, lengths: tuple[float, float], pole: Vec3
) -> None:
    _, end, _ = two_bones(start, along(start, way, sum(lengths) * beyond), lengths, pole)

    assert end == pytest.approx(along(start, way, sum(lengths) * REACH), abs=EXACT)


@given(start=points, way=directions, share=st.floats(0.05, 0.95), lengths=bones, pole=directions)
@settings(max_examples=200, deadline=None)
def test_the_middle_joint_lies_on_the_side_of_the_pole(
    start: Vec3, way: Vec3, share: float, lengths: tuple[float, float], pole: Vec3
) -> None:
    assume(10 < angle(pole, way) < 170)
    nearest, furthest = abs(lengths[0] - lengths[1]), sum(lengths)
    target = along(start, way, nearest + (furthest - nearest) * share)

    middle, _, bend = two_bones(start, target, lengths, pole)

    off_the_axis = along(sub(middle, start), way, -dot(sub(middle, start), way))
    assert dot(off_the_axis, pole) > 0
    assert unit(off_the_axis) == pytest.approx(bend, abs=1e-5)
    assert dot(bend, way) == pytest.approx(0, abs=1e-9)
    assert dot(cross(way, pole), bend) == pytest.approx(0, abs=1e-9)


def test_a_target_at_the_root_and_a_pole_along_the_way_still_give_a_limb() -> None:
    for target, pole in (((0.0, 0.0, 0.0), Y), ((0.3, 0.0, 0.0), X), ((0.0, 0.3, 0.0), X), ((0.3, 0.0, 0.0), DOWN)):
        middle, end, bend = two_bones((0.0, 0.0, 0.0), target, (0.2, 0.2), pole)
        assert distance((0.0, 0.0, 0.0), middle) == pytest.approx(0.2, abs=EXACT)
        assert distance(middle, end) == pytest.approx(0.2, abs=EXACT)
        assert length(bend) == pytest.approx(1)


def test_a_right_angle_of_two_bones() -> None:
    middle, end, bend = two_bones((1.0, 0.0, 0.0), (1.5, 0.0, 0.0), (0.3, 0.4), (0.7, 5.0, 0.0))

    assert middle == pytest.approx((1.18, 0.24, 0))
    assert end == pytest.approx((1.5, 0, 0))
    assert bend == pytest.approx(Y)


# Camera


@pytest.mark.parametrize(
    ("yaw", "pitch"), [(0, 0), (14, 15), (0, 13), (30, 42), (-30, 20), (90, 0), (0, 90), (200, -35)]
)
@pytest.mark.parametrize("point", [X, Y, Z, (0.3, -0.2, 0.5), (-0.7, 0.4, -0.1)])
def test_projection_follows_its_formulas(yaw: float, pitch: float, point: Vec3) -> None:
    x, y, z = point
    around, down = math.radians(yaw), math.radians(pitch)
    depth = z * math.cos(around) - x * math.sin(around)

    found = Projection.through(Camera(yaw=yaw, pitch=pitch)).flat(point)

    assert found[0] == pytest.approx(x * math.cos(around) + z * math.sin(around), abs=1e-12)
    assert found[1] == pytest.approx(y * math.cos(down) - depth * math.sin(down), abs=1e-12)


@given(yaw=degrees, pitch=degrees, point=points)
@settings(max_examples=100, deadline=None)
def test_projection_is_a_turn_of_the_world(yaw: float, pitch: float, point: Vec3) -> None:
    seen = Projection.through(Camera(yaw=yaw, pitch=pitch))

    assert_square((seen.x, seen.y, seen.z))
    assert cross(seen.x, seen.y) == pytest.approx(seen.z, abs=1e-9)
    assert length((*seen.flat(point), seen.depth(point))) == pytest.approx(length(point), abs=1e-9)


def test_what_is_nearer_the_viewer_has_more_depth_and_lies_lower() -> None:
    seen = Projection.through(movement("pelvic-tilt").camera)

    assert seen.depth((0, 0, 0.2)) > seen.depth((0, 0, -0.2))
    assert seen.flat((0, 0, 0.2))[1] < seen.flat((0, 0, -0.2))[1]
    assert seen.depth((0, 0.2, 0)) > seen.depth((0, 0, 0))


# Sides


@every_movement
def test_only_the_left_side_of_a_movement_with_sides_is_mirrored(name: str) -> None:
    has_sides = name in {"single-knee-to-chest", "trunk-rotation", "ql-stretch"}

    assert is_mirrored(movement(name), "left") == has_sides
    assert not is_mirrored(movement(name), "right")
    assert not is_mirrored(movement(name), None)


SHOWN: dict[str, tuple[Side, Side]] = {"single-knee-to-chest": ("r", "l")}


@pytest.mark.parametrize("name", SHOWN)
def test_the_poses_show_the_right_leg_first(name: str) -> None:
    moving, staying = SHOWN[name]
    hold = in_hold(name)

    assert hold.solved.joints[f"knee_{moving}"][1] > hold.solved.joints[f"knee_{staying}"][1]
    assert hold.solved.joints[f"ankle_{moving}"][1] > hold.solved.joints[f"ankle_{staying}"][1] + 0.1


def test_the_trunk_rotation_tips_to_the_own_right() -> None:
    solved = in_hold("trunk-rotation").solved
    right = frame_of("+z", (-90, 0, 0)).right

    for side in SIDES:
        assert dot(sub(solved.joints[f"knee_{side}"], solved.joints["pelvis"]), right) > 0.1


def test_the_side_stretch_leans_to_the_own_right() -> None:
    solved = in_hold("ql-stretch").solved
    right = frame_of("+z", (0, 0, 0)).right

    assert dot(sub(solved.joints["neck"], solved.joints["pelvis"]), right) > 0.05
    assert solved.joints["wrist_l"][1] > solved.joints["head_centre"][1]


def in_hold(name: str) -> Sample:
    pose = hold_step(movement(name)).pose
    return next(sample for sample in key_poses(name) if sample.place.a == pose)
