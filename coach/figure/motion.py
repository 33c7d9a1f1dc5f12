"""Which moment of a movement to show: on the way in, in the hold, or in its own endless pace. Numbers only.

Moments come from a clock, never from counting frames: a slow machine shows fewer frames of the same movement.
Each way from pose to pose has a fixed number of pictures, so that a moment that comes again needs no new one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from coach.core.dataclass import dataclass
from coach.figure.rig import Between, ease, hold_step, loop_seconds, place_in_loop

if TYPE_CHECKING:
    from coach.figure.poses import Movement, Step

PICTURES_A_SECOND = 12
"""Pictures of a way for each second it takes, spread evenly along it: at its quickest some 22 are shown a second."""
MOST_FRAMES = 30
SOON_S = 0.02
TINY = 1e-6
MOST_SHARES = 1_000
"""More pictures than any way has: the longest takes 60 s, which are 720."""
BREATH_S = 5.0
"""Twelve breaths a minute."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a movement: its place, the number of its picture, and when the next one is due.

    Moments with the same number look the same. `next_s` is in seconds from now and never 0.
    """

    place: Between
    number: int
    next_s: float


def held(movement: Movement) -> Between:
    """Return the place of the hold pose."""
    step = hold_step(movement)
    return Between(step.pose, step.pose, 1.0, "hold", movement.loop.index(step))


def arrival_s(movement: Movement) -> float:
    """Return how long after the beginning of its loop a movement reaches the hold pose, in seconds."""
    steps = movement.loop
    hold = steps.index(hold_step(movement))
    if hold == 0:
        return loop_seconds(movement)
    return steps[0].hold_s + sum(step.move_s + step.hold_s for step in steps[1:hold]) + steps[hold].move_s


def preview_s(movement: Movement, spent_s: float, length_s: float) -> float:
    """Return the instant of the loop, in s, to show after `spent_s` of a gap, so that both end in the hold pose.

    The loop runs a whole number of times; time left over is spent at the beginning, at rest in the first pose. A gap
    too short for the way into the hold pose shows the end of that way. With no end (`length_s` 0) the loop just runs.
    """
    if length_s <= 0:
        return spent_s % loop_seconds(movement)
    arrival = arrival_s(movement)
    if length_s <= arrival:
        return arrival - length_s + min(spent_s, length_s)
    over = (length_s - arrival) % loop_seconds(movement)
    return 0.0 if spent_s <= over else (spent_s - over) % loop_seconds(movement)


def shown_once(movement: Movement, spent_s: float, length_s: float, pictures_a_second: int) -> Moment:
    """Return the moment to show after `spent_s` of `length_s` in which a movement is done once.

    It leads into the last pose of its work, as a movement of two poses has one each, and then keeps that.
    """
    steps = movement.loop
    last = max((place for place, step in enumerate(steps) if step.phase == "hold"), default=0)
    arrival_s = steps[0].hold_s + sum(step.move_s + step.hold_s for step in steps[1:last]) + steps[last].move_s
    if last and spent_s < arrival_s:
        return moment(movement, spent_s, pictures_a_second)
    pose = steps[last].pose
    return Moment(Between(pose, pose, 1.0, steps[last].phase, last), -1 - last, max(SOON_S, length_s - spent_s))


def moment(movement: Movement, loop_s: float, pictures_a_second: int = PICTURES_A_SECOND) -> Moment:
    """Return the moment of the loop at an instant, in s; as long as a pose is kept it stays the same.

    A way is cut into equal parts of the way, not of its time: where it is eased and slow there are fewer pictures.
    """
    step, into_s, moves = _step_at(movement, loop_s)
    here = movement.loop[step]
    if not moves:
        # Poses that are kept count down from -1 and ways up from 0: no number stands for two pictures.
        return Moment(place_in_loop(movement, loop_s), -1 - step, max(0.001, here.hold_s - into_s))
    shares = max(2, round(here.move_s * pictures_a_second))
    level = _level(here, into_s, shares)
    later_s = SOON_S
    while into_s + later_s < here.move_s and _level(here, into_s + later_s, shares) == level:
        later_s += 1 / MOST_FRAMES
    next_s = min(later_s, max(SOON_S, here.move_s - into_s))
    if level == shares:  # the end of a way is the pose that is kept then: the same picture
        return Moment(Between(here.pose, here.pose, 1.0, here.phase, step), -1 - step, next_s)
    previous = movement.loop[step - 1]
    place = Between(previous.pose, here.pose, level / shares, here.phase, step)
    return Moment(place, step * MOST_SHARES + level, next_s)


def _level(step: Step, into_s: float, shares: int) -> int:
    return round(ease(step.ease, into_s / step.move_s) * shares)


def _step_at(movement: Movement, loop_s: float) -> tuple[int, float, bool]:
    """Return the number of the step, the time spent in its way or its stay, in s, and whether that is the way."""
    steps = movement.loop
    left_s = (loop_s + steps[0].move_s) % max(loop_seconds(movement), 1e-6)
    for number, step in enumerate(steps):
        if left_s < step.move_s:
            return number, left_s, True
        left_s -= step.move_s
        if left_s < step.hold_s:
            return number, left_s, False
        left_s -= step.hold_s
    return len(steps) - 1, 0.0, False


def breath_level(time_s: float, levels: int) -> int:
    """Return which of `levels` pictures of one breath, from breathed out (0) to breathed in, to show at an instant."""
    swollen = (1 + math.sin(2 * math.pi * time_s / BREATH_S)) / 2
    return round(swollen * (levels - 1))


def breath_left_s(time_s: float, levels: int) -> float:
    """Return in how many seconds after an instant another of the `levels` pictures of a breath is to be shown."""
    if levels < 2:  # noqa: PLR2004 - one picture is no breath
        return BREATH_S
    level, whole = breath_level(time_s, levels), 2 * math.pi
    heights = [2 * (level + half) / (levels - 1) - 1 for half in (-0.5, 0.5)]
    angles = [
        angle for height in heights if abs(height) < 1 for angle in (math.asin(height), math.pi - math.asin(height))
    ]
    now = whole * time_s / BREATH_S - TINY  # at the instant itself it is due, not a breath later
    left = min(((angle - now) % whole for angle in angles), default=whole)
    return max(SOON_S, left / whole * BREATH_S)


def life(level: int, levels: int) -> float:
    """Return how far the chest is swollen in one of `levels` pictures: -1 to 1; 0 where there is only one."""
    return 0.0 if levels < 2 else 2 * level / (levels - 1) - 1  # noqa: PLR2004 - one picture is no breath
