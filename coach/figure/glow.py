"""Where a glow lies: overlapping discs, called beads, along an edge of the body."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach.figure.outlines import Tailor
    from coach.figure.poses import Highlight
    from coach.figure.projection import Projection
    from coach.figure.rig import Solved
    from coach.figure.vectors import Vec2

Bead = tuple["Vec2", float]


def beads(tailor: Tailor, solved: Solved, highlight: Highlight, projection: Projection) -> list[Bead]:
    """Return centres and radii along the highlighted edge, in body lengths; the last 22 % at either end are smaller."""
    if highlight.path == "torso":
        line = _trunk_line(tailor, solved, highlight, projection)
    else:
        line = tailor.limb_line(solved, highlight)
    distances = [0.0]
    for (ax, ay), (bx, by) in itertools.pairwise(line):
        distances.append(distances[-1] + math.hypot(bx - ax, by - ay))
    # A bead every fifth of a radius: they overlap so far that no single one shows.
    count = max(8, int(distances[-1] / (highlight.radius * 0.22)))
    dots: list[Bead] = []
    piece = 0
    for number in range(count + 1):
        distance = distances[-1] * number / count
        while piece < len(line) - 2 and distances[piece + 1] < distance:
            piece += 1
        share = (distance - distances[piece]) / max(1e-9, distances[piece + 1] - distances[piece])
        (ax, ay), (bx, by) = line[piece], line[piece + 1]
        to_end = min(number, count - number) / count
        radius = highlight.radius * (0.62 + 0.38 * min(1.0, to_end / 0.22) ** 0.6)
        dots.append(((ax + (bx - ax) * share, ay + (by - ay) * share), radius))
    return dots


def _trunk_line(tailor: Tailor, solved: Solved, highlight: Highlight, projection: Projection) -> list[Vec2]:
    line: list[Vec2] = []
    for edge in tailor.trunk.edges(solved, highlight.span, stations=20):
        x, y = edge.middle
        if highlight.side == "centre":
            line.append((x, y))
            continue
        right, front = tailor.trunk.axes(solved, edge.k)
        ax, ay = projection.flat(front if highlight.side in {"back", "front"} else right)
        # The edge to the left on the screen is the back or the front, whichever way the person faces.
        faces_left = ax * edge.normal[0] + ay * edge.normal[1] > 0
        if highlight.side in {"back", "left"}:
            faces_left = not faces_left
        ex, ey = edge.left if faces_left else edge.right
        size = math.hypot(x - ex, y - ey) or 1.0
        line.append((ex + (x - ex) / size * highlight.inset, ey + (y - ey) / size * highlight.inset))
    return line
