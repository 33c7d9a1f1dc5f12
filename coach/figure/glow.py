"""Where the glow lies: beads along an edge of the body."""

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
    """Return centres and radii along the highlighted edge: full in the middle, smaller towards both ends."""
    if highlight.path == "torso":
        line = _trunk_line(tailor, solved, highlight, projection)
    else:
        line = tailor.limb_line(solved, highlight)
    distances = [0.0]
    for (ax, ay), (bx, by) in itertools.pairwise(line):
        distances.append(distances[-1] + math.hypot(bx - ax, by - ay))
    count = max(8, int(distances[-1] / (highlight.radius * 0.22)))
    made: list[Bead] = []
    piece = 0
    for number in range(count + 1):
        at = distances[-1] * number / count
        while piece < len(line) - 2 and distances[piece + 1] < at:
            piece += 1
        share = (at - distances[piece]) / max(1e-9, distances[piece + 1] - distances[piece])
        (ax, ay), (bx, by) = line[piece], line[piece + 1]
        to_end = min(number, count - number) / count
        radius = highlight.radius * (0.62 + 0.38 * min(1.0, to_end / 0.22) ** 0.6)
        made.append(((ax + (bx - ax) * share, ay + (by - ay) * share), radius))
    return made


def _trunk_line(tailor: Tailor, solved: Solved, highlight: Highlight, projection: Projection) -> list[Vec2]:
    made: list[Vec2] = []
    for edge in tailor.trunk.edges(solved, highlight.span, stations=20):
        x, y = edge.middle
        if highlight.side == "centre":
            made.append((x, y))
            continue
        right, front = tailor.trunk.axes(solved, edge.k)
        ax, ay = projection.flat(front if highlight.side in {"back", "front"} else right)
        faces_left = ax * edge.normal[0] + ay * edge.normal[1] > 0
        if highlight.side in {"back", "left"}:
            faces_left = not faces_left
        ex, ey = edge.left if faces_left else edge.right
        size = math.hypot(x - ex, y - ey) or 1.0
        made.append((ex + (x - ex) / size * highlight.inset, ey + (y - ey) / size * highlight.inset))
    return made
