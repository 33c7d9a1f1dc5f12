"""Flat geometry: profiles along a limb, smooth curves, discs and hulls."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.figure.vectors import Vec2

Polygon = list["Vec2"]

_SAMPLES = 96
_ROUND = 36
_SMALL, _TINY = 0.03, 0.012
"""Radii in body lengths below which a circle needs fewer corners to look round."""
_CIRCLES = {
    corners: [(math.cos(2 * math.pi * k / corners), math.sin(2 * math.pi * k / corners)) for k in range(corners)]
    for corners in (12, 16, _ROUND)
}
_DIRECTIONS = [(math.cos(math.pi * k / 20), math.sin(math.pi * k / 20)) for k in range(40)]


class Profile:
    """Radii along a part, from rows [t, radius, …]; between rows a monotone cubic, which never overshoots them."""

    def __init__(self, rows: Sequence[Sequence[float]]) -> None:
        self._first, last = rows[0][0], rows[-1][0]
        self._scale = _SAMPLES / (last - self._first) if last > self._first else 0.0
        step = (last - self._first) / _SAMPLES
        # One frame asks for some hundred places of each part; the cubic itself is worked out here alone.
        self._samples = [_cubic(rows, self._first + step * k) for k in range(_SAMPLES + 1)]

    def at(self, t: float) -> tuple[float, ...]:
        """Return the radii at t; beyond either end, those of that end."""
        place = (t - self._first) * self._scale
        if place <= 0:
            return self._samples[0]
        if place >= _SAMPLES:
            return self._samples[-1]
        index = int(place)
        share = place - index
        return tuple(a + (b - a) * share for a, b in zip(self._samples[index], self._samples[index + 1], strict=True))


def _cubic(rows: Sequence[Sequence[float]], t: float) -> tuple[float, ...]:
    if t <= rows[0][0]:
        return tuple(rows[0][1:])
    if t >= rows[-1][0]:
        return tuple(rows[-1][1:])
    i = max(k for k in range(len(rows) - 1) if rows[k][0] <= t)
    width = rows[i + 1][0] - rows[i][0]
    u = (t - rows[i][0]) / width
    return tuple(_hermite(rows, i, column, u) for column in range(1, len(rows[0])))


def _hermite(rows: Sequence[Sequence[float]], i: int, column: int, u: float) -> float:
    def slope(k: int) -> float:
        return (rows[k + 1][column] - rows[k][column]) / (rows[k + 1][0] - rows[k][0])

    here = slope(i)
    before = slope(i - 1) if i > 0 else here
    after = slope(i + 1) if i + 2 < len(rows) else here
    start, end = _harmonic(before, here), _harmonic(here, after)
    width = rows[i + 1][0] - rows[i][0]
    return (
        (2 * u**3 - 3 * u * u + 1) * rows[i][column]
        + (u**3 - 2 * u * u + u) * width * start
        + (-2 * u**3 + 3 * u * u) * rows[i + 1][column]
        + (u**3 - u * u) * width * end
    )


def _harmonic(a: float, b: float) -> float:
    """Return the harmonic mean of two slopes; 0 where they have different signs, as at a peak.

    As tangents these keep a cubic monotone between its points: Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5
    (1984).
    """
    return 0.0 if a * b <= 0 else 2 * a * b / (a + b)


def smooth(points: Sequence[tuple[float, ...]], pieces: int, *, closed: bool = False) -> list[tuple[float, ...]]:
    """Return a Catmull-Rom curve through points of any dimension, with `pieces` steps from each point to the next."""
    count = len(points)
    curve: list[tuple[float, ...]] = []
    for i in range(count if closed else count - 1):
        if closed:
            neighbours = (points[i - 1], points[i], points[(i + 1) % count], points[(i + 2) % count])
        else:
            here, there = points[i], points[i + 1]
            # An open curve has no neighbour beyond its ends: the end point is mirrored there.
            previous = points[i - 1] if i else _beyond(there, here)
            following = points[i + 2] if i + 2 < count else _beyond(here, there)
            neighbours = (previous, here, there, following)
        curve += [_catmull_rom(neighbours, k / pieces) for k in range(pieces)]
    if not closed:
        curve.append(points[-1])
    return curve


def _beyond(a: tuple[float, ...], b: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(2 * y - x for x, y in zip(a, b, strict=True))


def _catmull_rom(neighbours: tuple[tuple[float, ...], ...], t: float) -> tuple[float, ...]:
    return tuple(
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(*neighbours, strict=True)
    )


def disc(centre: Vec2, radius: float) -> Polygon:
    """Return a circle as a polygon of 12, 16 or 36 corners, as its radius in body lengths needs."""
    x, y = centre
    corners = _ROUND if radius >= _SMALL else 16 if radius >= _TINY else 12
    return [(x + radius * u, y + radius * v) for u, v in _CIRCLES[corners]]


def around(discs: Sequence[tuple[float, float, float]]) -> Polygon:
    """Return the convex outline of discs [x, y, radius], anticlockwise: the farthest point in each of 40 directions.

    Many times as quick as the hull of their corners, and as exact as 40 directions allow.
    """
    outline: Polygon = []
    for u, v in _DIRECTIONS:
        farthest = -math.inf
        for x, y, radius in discs:
            reach = x * u + y * v + radius
            if reach > farthest:
                farthest, at_x, at_y = reach, x + radius * u, y + radius * v
        outline.append((at_x, at_y))
    return outline


def hull(points: Sequence[Vec2]) -> Polygon:
    """Return the convex outline of points, anticlockwise (Andrew's monotone chain)."""
    ordered = sorted(points)
    outline: Polygon = []
    for sequence in (ordered, ordered[::-1]):
        chain: Polygon = []
        for x, y in sequence:
            while len(chain) > 1:
                (ax, ay), (bx, by) = chain[-2], chain[-1]
                # A left turn keeps the last point; a right turn puts it inside the outline.
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                chain.pop()
            chain.append((x, y))
        chain.pop()  # the last point of each half is the first of the other
        outline += chain
    return outline


def area(polygon: Polygon) -> float:
    """Return twice the signed area: above 0 when the polygon runs anticlockwise."""
    total = 0.0
    x0, y0 = polygon[-1]
    for x, y in polygon:
        total += x0 * y - x * y0
        x0, y0 = x, y
    return total
