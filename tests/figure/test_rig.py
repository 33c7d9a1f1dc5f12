"""The rig: what must hold for every movement at every instant."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from coach.figure.poses import SIDES, SPINE_JOINTS, Limb, Segment, Target
from coach.figure.projection import Projection
from coach.figure.rig import (
    frame_of,
    hold_step,
    is_mirrored,
    loop_seconds,
)
from coach.figure.vectors import dot, mixed, square_to, sub, unit
from tests.figure.figures import (
    IDS,
    INSTANTS,
    angle,
    assert_square,
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
