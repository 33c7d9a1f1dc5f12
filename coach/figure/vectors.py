"""Small vectors as tuples: a frame of the figure needs some hundred, too few for numpy to pay."""

from __future__ import annotations

import math

Vec3 = tuple[float, float, float]
Vec2 = tuple[float, float]

TINY = 1e-9
PARALLEL = 1e-6


def add(a: Vec3, b: Vec3) -> Vec3:
    """Return a + b."""
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def sub(a: Vec3, b: Vec3) -> Vec3:
    """Return a - b."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def scaled(a: Vec3, k: float) -> Vec3:
    """Return k times a."""
    return a[0] * k, a[1] * k, a[2] * k


def along(a: Vec3, b: Vec3, k: float) -> Vec3:
    """Return a + k times b."""
    return a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k


def dot(a: Vec3, b: Vec3) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec3, b: Vec3) -> Vec3:
    """Return the vector product."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def length(a: Vec3) -> float:
    """Return the length."""
    return math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vec3, fallback: Vec3 = (0.0, 1.0, 0.0)) -> Vec3:
    """Return a scaled to length 1; the fallback where a is shorter than TINY."""
    size = length(a)
    return fallback if size < TINY else (a[0] / size, a[1] / size, a[2] / size)


def mixed(a: Vec3, b: Vec3, share: float) -> Vec3:
    """Return the point at a share (0 to 1) of the way from a to b."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def square_to(a: Vec3, axis: Vec3) -> Vec3:
    """Return the unit vector of the part of a at right angles to the unit vector axis.

    Where a is parallel to the axis, any direction at right angles to it is returned.
    """
    part = along(a, axis, -dot(a, axis))
    if length(part) < PARALLEL:
        # The axis of the world that is farthest from parallel, so that the rest after the product is not tiny again.
        flattest = min(range(3), key=lambda k: abs(axis[k]))
        other = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))[flattest]
        part = along(other, axis, -dot(other, axis))
    return unit(part)
